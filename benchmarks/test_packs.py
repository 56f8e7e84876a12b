"""Packs: resolving the largest from the cache takes 30 ms at most; 500 rules check a report in 15 ms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support import PACK, write_pack
from validator.packs import available, load, loading
from validator.packs.chain import places_of
from validator.pipeline import assess, check, opened

LOADING_AIM, CHECKING_AIM = 30.0, 15.0


def test_resolving_the_largest_pack_from_the_cache(benchmark: Any) -> None:
    every = [*available(), *(f"{name}+{'+'.join(places_of(name))}" for name in available() if places_of(name))]
    name = max(every, key=lambda n: len(load(n).rules))

    def resolve() -> None:
        loading._built.cache_clear()
        load(name)

    benchmark.pedantic(resolve, rounds=30, warmup_rounds=3)
    best = benchmark.stats["min"] * 1e3
    benchmark.extra_info |= {"ms": round(best, 1), "aim ms": LOADING_AIM, "rules": len(load(name).rules)}
    print(f"\n{name}: {len(load(name).rules)} rules in {best:.1f} ms (aim {LOADING_AIM:g} ms)")
    assert best > 0


RULE = """
  - id: rule-{i}
    title: {{zh: 第{i}条, en: rule {i}}}
    why: {{zh: 要写, en: it must be there}}
    level: warning
    role: unscored
    source: {{norm: law, item: {{zh: 第{i}条, en: article {i}}}}}
    grade:
      - {{credit: 1.0, when: {when}}}
      - {{credit: 0.5, when: {{mention: {element}, outside: [plan]}}}}
    say: {{zh: 没有写, en: missing}}
    fix: {{zh: 补上, en: add it}}
    tests:
      - {{want: pass, doc: 甲}}
      - {{want: fail, doc: 乙}}
"""
CONDITIONS = (
    "{{section: {element}, max_level: 2}}",
    "{{text: ['开展.{{0,6}}检查{i}[0-9]?次', '第{i}项(?:工作|任务)'], within: body}}",
    "{{text: ['(?:审查|修订)[^。]{{0,20}}{i}[份条]'], within: body, anchors: [审查, 修订]}}",
    "{{not: {{text: ['错{i}词', '{i}号错字'], within: headings, anchors: [错{i}词, {i}号错字]}}}}",
    "{{all: [{{section: {element}}}, {{any: [{{fact: unit}}, {{date: closing}}, {{title: [year]}}]}}]}}",
)


def _large(folder: Path) -> str:
    """Write a pack of 500 rules, all different, and return its folder."""
    elements = ("shortcomings", "plan")
    rules = [
        RULE.format(i=i, element=elements[i % 2], when=CONDITIONS[i % 5].format(i=i, element=elements[i % 2]))
        for i in range(500)
    ]
    more = {f"part{k}": "rules:" + "".join(rules[k * 100 : k * 100 + 100]) for k in range(5)}
    main = PACK[: PACK.index("rules:")].replace("norms:", f"include: [{', '.join(f'{m}.yaml' for m in more)}]\nnorms:")
    return write_pack(folder, main, **more)


def test_five_hundred_rules(benchmark: Any, report: bytes, tmp_path: Path) -> None:
    pack = load(_large(tmp_path))
    document = opened(report, "report.txt")
    result = benchmark.pedantic(assess, (document, pack), rounds=30, warmup_rounds=3)
    best = benchmark.stats["min"] * 1e3
    benchmark.extra_info |= {"ms": round(best, 1), "aim ms": CHECKING_AIM}
    print(f"\n500 rules: {best:.1f} ms (aim {CHECKING_AIM:g} ms)")
    assert len(result.results) == 500


def test_a_cold_resolve(benchmark: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """For orientation: without any cache, everything is read, validated and verified."""
    name = f"fazhi-zhengfu+{'+'.join(places_of('fazhi-zhengfu'))}"

    def cold() -> None:
        monkeypatch.setenv("CHAQUE_CACHE", str(tmp_path / str(len(list(tmp_path.iterdir())))))
        loading._built.cache_clear()
        load(name)

    benchmark.pedantic(cold, rounds=3)
    print(f"\ncold {name}: {benchmark.stats['min'] * 1e3:.0f} ms")
    assert check(b"", pack=load(name)).pack == name
