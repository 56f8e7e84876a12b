"""What many tests need: reports from invented places, a small pack, questions, the command in a process."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from validator.checks import KINDS, context_of
from validator.checks.answer import Answer
from validator.checks.context import Context
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.outline import Facts, Outline, Section
from validator.model.pack import Element, Pack
from validator.model.result import Assessment, Result
from validator.model.run import Run
from validator.outline import outline_of
from validator.pipeline import check, load_pack
from validator.text import normalise
from validator.words import Words

ROOT = Path(__file__).parent.parent
GIT = {
    **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2026-01-01T00:00:00Z" for who in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
"""Environment in which git knows nobody and nothing of this machine."""
SAID = Words("话", "words")
NAMES = "一二三四五六七八九十"

TITLE = "云川县青禾镇人民政府\n关于2024年度法治政府建设情况的报告"
OPENING = "2024年，青禾镇把法治政府建设摆在重要位置，各项任务按期完成。现将2024年度有关情况报告如下："
ACHIEVEMENTS = (
    "主要举措和成效\n"
    "（一）规范行政执法。全年开展联合检查46次，办理案件12件，案卷评查全部合格。执法人员18人全部持证上岗，"
    "配备执法记录仪20台，重大执法决定一律经过法制审核。\n"
    "（二）化解矛盾纠纷。设立村级调解室9个，受理纠纷130件，调解成功127件，没有发生越级上访和群体性事件。"
)
SHORTCOMINGS = (
    "存在的不足\n（一）案卷质量不高。7个站所中有3个没有专职法制审核人员。{causes}\n"
    "（二）普法形式单一。全年12场宣讲有9场集中在镇区。"
)
CAUSES = "主要原因是执法人员多为转岗人员，系统培训少。"
FIRST = (
    "党政主要负责人履行推进法治建设第一责任人职责情况\n"
    "镇党委书记、镇长主持研究法治工作6次，带头讲法治课2次，督办重点事项5件。"
)
PLAN = "2025年工作安排\n每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。"
SIGNATURE = "云川县青禾镇人民政府"
DATE = "2025年2月18日"


def report(*without: str) -> str:
    """Return a complete report less the elements named; what is left is numbered anew, so that no number is missing."""
    causes = "" if "causes" in without else CAUSES
    sections = {
        "achievements": ACHIEVEMENTS,
        "shortcomings": SHORTCOMINGS.format(causes=causes),
        "first": FIRST,
        "plan": PLAN,
    }
    kept = [text for name, text in sections.items() if name not in without]
    numbered = [f"{NAMES[i]}、{text}" for i, text in enumerate(kept)]
    above = [] if "title" in without else [TITLE, ""]
    below = [text for name, text in (("signature", SIGNATURE), ("date", DATE)) if name not in without]
    return "\n".join([*above, OPENING, *numbered, "", *below]) + "\n"


REPORT = report()
SHORT = "云川县青禾镇人民政府2024年法治政府建设情况报告\n"


def document(text: str, name: str = "report.txt") -> Document:
    return Document(name, "txt", text, "")


def outline(text: str) -> Outline:
    return outline_of(document(text), normalise(text))


def headings(text: str) -> list[str]:
    return [s.heading for s in outline(text).sections]


def section(text: str, heading: str) -> Section:
    return next(s for s in outline(text).sections if s.heading == heading)


def facts(text: str) -> Facts:
    return facts_of(outline(text))


def context(text: str, elements: Mapping[str, Element] | None = None) -> Context:
    found = outline(text)
    return context_of(found, facts_of(found), pack().elements if elements is None else elements)


def element(name: str, **parts: Any) -> Element:
    return Element(name, SAID, **parts)


def question(kind: str, *args: Any, **params: Any) -> Any:
    """Return the parameters of a check kind, as a pack's YAML would give them."""
    return KINDS[kind].params(*args, **params)


def ask(text: str, kind: str, *args: Any, elements: Mapping[str, Element] | None = None, **params: Any) -> Answer:
    return context(text, elements).ask(question(kind, *args, **params))


def quoted(text: str, answer: Answer) -> list[str]:
    """Return the shadow text at the spans of an answer."""
    shadow = normalise(text).text
    return [shadow[a:b] for a, b in answer.spans]


def pack() -> Pack:
    return load_pack()


def run_of(assessments: Sequence[Assessment], rules: Pack | None = None) -> Run:
    """Return a run over *assessments*, as renderers take it."""
    used = rules or pack()
    return Run(tuple(assessments), {used.id: used})


def results(text: str, rules: Pack | str = "fazhi-zhengfu") -> dict[str, Result]:
    return {r.rule: r for r in check(text.encode(), pack=rules).results}


def outcomes(text: str, rules: Pack | str = "fazhi-zhengfu") -> dict[str, str]:
    return {rule: r.outcome for rule, r in results(text, rules).items()}


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def run(*args: str, cwd: Path | None = None, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Done:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "validator", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd or ROOT,
        env={**environment(), **(env or {})},
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


class Done:
    """What a run of the command left: its exit code and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    def json(self) -> Any:
        return json.loads(self.out)

    def error_lines(self) -> list[str]:
        return self.err.splitlines()


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the processor time of *work*, the best of some rounds: what the machine and the other tests'
    garbage cost is not its own.
    """
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            begun = process_time()
            work()
            best = min(best, process_time() - begun)
    finally:
        gc.enable()
    return best


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write texts into a folder and return their paths."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in files]


PACK = """\
pack: small
lang: 1
version: "1.0.0"
title: {zh: 小包, en: Small pack}
norms:
  law: {zh: 某规定, en: Some rule}
recognise:
  accept: {text: ['报告'], within: document}
  otherwise: {zh: 不是报告, en: not a report}
elements:
  shortcomings:
    title: {zh: 不足, en: shortcomings}
    heading: ['不足']
    mention: ['还有差距']
  plan:
    title: {zh: 安排, en: plan}
    heading: ['安排']
rules:
  - id: shortcomings
    title: {zh: 不足, en: Shortcomings}
    why: {zh: 要写不足, en: Write them}
    level: error
    weight: 10
    source: {norm: law, item: {zh: 第一条, en: article 1}}
    grade:
      - credit: 1.0
        when: {section: shortcomings}
      - credit: 0.5
        when: {mention: shortcomings}
        say: {zh: 只在正文里提到, en: In running text only}
    say: {zh: 没有写, en: Missing}
    fix: {zh: 补上, en: Add it}
    tests:
      - {want: pass, doc: "一、存在的不足\\n力量不够。"}
      - {want: partial, credit: 0.5, doc: "一、成效\\n离要求还有差距。"}
      - {want: fail, doc: "一、成效\\n检查3次。"}
  - id: word
    title: {zh: 用词, en: Wording}
    why: {zh: 用词要对, en: Right words}
    level: warning
    role: unscored
    source: {norm: law, item: {zh: 第二条, en: article 2}}
    grade:
      - credit: 1.0
        when: {not: {text: ['错词'], within: body}}
    say: {zh: "有错词：{found}", en: "Wrong words: {found}"}
    fix: {zh: 改正, en: Correct}
    tests:
      - {want: pass, doc: "一、成效\\n检查3次。"}
      - {want: fail, doc: "一、成效\\n错词3次。"}
"""


def write_pack(folder: Path, text: str = PACK, **included: str) -> str:
    """Write a pack into a folder and return the folder's path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    for name, content in included.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return str(folder)


def place(text: str, marker: str) -> str:
    """Return ``line:column`` of the first occurrence of *marker*."""
    at = text.index(marker)
    return f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


def numbered(numbers: Sequence[int], sign: str = "{}、", start: int = 0) -> str:
    """Return headings with these numbers in Chinese numerals, each with a sentence below it."""
    return "".join(f"{sign.format(chinese(n))}{_TASKS[(start + i) % 12]}\n{_DONE}\n" for i, n in enumerate(numbers))


def chinese(n: int) -> str:
    """Return a numeral up to 99."""
    digits = "零一二三四五六七八九"
    if n < 10:
        return digits[n]
    tens, ones = divmod(n, 10)
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


_TASKS = [
    "规范行政执法行为",
    "推进依法决策工作",
    "化解社会矛盾纠纷",
    "深化法治宣传教育",
    "强化行政权力监督",
    "优化法治营商环境",
    "完善公共法律服务",
    "加强法治队伍建设",
    "健全应急处置机制",
    "提升政务服务水平",
    "做好复议应诉工作",
    "严格规范性文件管理",
]
_DONE = "全年开展检查46次，办理案件12件，案卷评查全部合格。"
