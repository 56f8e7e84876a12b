"""The committed pages are those that the packs and the registry make. DOCS=write writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from yamlcore import CCoreLoader

from tests.support import PACK, ROOT, pack, write_pack
from validator.authoring.documents import page
from validator.authoring.reference import TOLD, reference
from validator.authoring.skeleton import files_of
from validator.checks import KINDS
from validator.cli.packs import app
from validator.packs import available, load
from validator.pipeline import check
from validator.renderers.scoresheet import explained_score

DOCS = ROOT / "docs"
TRANSCRIPT = ROOT / "tests" / "transcripts" / "packs-county.txt"
WRITE = os.environ.get("DOCS") == "write"
DEMO = ROOT / "fixtures" / "demo" / "柳堰乡2024年报告.txt"


def compare(path: Path, made: str) -> None:
    if WRITE:
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made


def between(path: Path, mark: str, made: str) -> str:
    """Return the page at *path* with *made* between its marks."""
    before, rest = path.read_text("utf-8").split(f"<!-- {mark} -->\n")
    after = rest.split("<!-- end -->", 1)[1]
    return f"{before}<!-- {mark} -->\n{made}<!-- end -->{after}"


@pytest.mark.parametrize("name", available())
def test_pages_of_the_built_in_packs_are_current(name: str) -> None:
    compare(DOCS / "rules" / f"{name}.md", page(load(name)))


def test_a_page_has_every_rule_with_its_anchor_and_links_to_it() -> None:
    text = page(pack())
    for rule in pack().rules:
        assert f'<a id="{rule.id}"></a>' in text
        assert f"[{rule.id}](#{rule.id})" in text
        assert rule.why.zh in text and rule.fix.zh in text and rule.title.en in text and rule.source.item.zh in text


def test_a_small_page(tmp_path: Path) -> None:
    text = page(load(write_pack(tmp_path, PACK)))
    assert "| [shortcomings](#shortcomings) | 不足 | 必须有 | 10分 | 某规定 |" in text
    assert "不足\n" in text and "Shortcomings · `shortcomings` · 必须有 · 10分" in text
    assert "| 50% | 只在正文里提到 |" in text
    assert "| 0% | 有错词：… |" in text
    assert "例子（缺少或有问题）：\n\n```text\n一、成效\n错词3次。\n```" in text


def test_only_some_examples_are_shown(tmp_path: Path) -> None:
    more = "".join(f'      - {{want: pass, doc: "一、存在的不足\\n第{i}条。"}}\n' for i in range(4))
    text = page(load(write_pack(tmp_path, PACK.replace("    tests:\n", f"    tests:\n{more}", 1))))
    assert "第1条。" in text and "第2条。" not in text
    assert "另有3个例子" in text


def test_the_reference_of_kinds_is_current() -> None:
    path = DOCS / "rules.md"
    compare(path, between(path, "kinds: made from the registry", f"\n{reference()}"))


def test_every_kind_is_told_with_an_example_that_loads(tmp_path: Path) -> None:
    assert set(TOLD) == set(KINDS)
    elements = "  problems:\n    title: {zh: 问题, en: problems}\n    heading: ['问题']\n    mention: ['问题']\n"
    for name, (told, example) in TOLD.items():
        assert told
        kinds = set(yaml.load(example, Loader=CCoreLoader)) & set(KINDS)  # noqa: S506 - builds plain data only
        assert kinds == {name}
        text = PACK.replace("elements:\n", f"elements:\n{elements}")
        text = text.replace("accept: {text: ['报告'], within: document}", f"accept: {example}")
        assert load(write_pack(tmp_path / name, text)).accept


def test_the_reference_tells_parameters_defaults_and_blanks() -> None:
    text = reference()
    assert "| `max_level` | 整数 | `9` |" in text
    assert "| `within` | `document`、`title`、" in text
    assert "说明文字里可以用：`{date}`、`{limit}`、`{days}`" in text
    assert "| `not` | 条件 | 必须写 |" in text


def test_the_sum_in_the_page_on_scoring_is_current() -> None:
    assessment = check(DEMO.read_bytes(), DEMO.name)
    made = "\n".join(["```", *explained_score(assessment, pack(), "zh"), "```", ""])
    path = DOCS / "scoring.md"
    compare(path, between(path, "example: made from fixtures/demo", made))


def test_the_page_on_rules_names_every_finding_of_the_linter_and_every_verb() -> None:
    text = (DOCS / "rules.md").read_text("utf-8")
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "validator" / "authoring" / "lint").glob("*.py"))
    names = set(re.findall(r'"([a-z]+-[a-z]+)"', sources))
    assert len(names) >= 12
    assert {n for n in names if f"`{n}`" not in text} == set()
    verbs = {c.name for c in app.registered_commands}
    assert {v for v in verbs if f"packs {v}" not in text} == set()


def test_what_the_page_on_rules_shows_is_what_the_commands_print() -> None:
    """A block that begins with a command shows the beginning of what the transcript has."""
    page_, transcript = (DOCS / "rules.md").read_text("utf-8"), TRANSCRIPT.read_text("utf-8")
    shown = [b for b in re.findall(r"```\n(\$ chaque packs .*?)```", page_, re.DOTALL) if b.count("\n") > 1]
    assert len(shown) == 3
    for block in shown:
        assert block in transcript


def test_the_worked_rule_is_the_one_that_new_writes() -> None:
    block = re.findall(r"```yaml\n(rules:.*?)```", (DOCS / "rules.md").read_text("utf-8"), re.DOTALL)[0]
    plain = yaml.load(block, Loader=CCoreLoader)  # noqa: S506 - builds plain data only
    begun = yaml.load(files_of("qinghe", "fazhi-zhengfu")["qinghe.yaml"], Loader=CCoreLoader)  # noqa: S506
    assert plain["rules"] == begun["rules"]
