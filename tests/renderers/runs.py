"""Runs that show everything a format for people must show, and runs whose every text is hostile."""

from __future__ import annotations

from tests.support import REPORT, check, pack, report, run_of
from validator.model.outline import Facts
from validator.model.result import Assessment, Evidence, Machine, Outcome, Result, Waived
from validator.model.run import Run
from validator.scoring import missing_of, score_of, verdict_of
from validator.words import Words

REMARK = Words("基线里的已知问题已不存在：a.txt causes。", "A known finding is gone: a.txt causes.")
SCANNED = Words("第2页是扫描件，没有读到文字。", "Page 2 is a scan.")

FORMULAS = (
    "=cmd|'/c calc'!A1",
    "＝1+1",
    "+1",
    "＋1",
    "-1",
    "－1",
    "@SUM(A1)",
    "＠SUM(A1)",
    " =1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u3000=1",
    "'=1",
)
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>",
    "{{ run }}{% raw %}{#",
    "&lt;b&gt;&#60;i&#62;",
)
OTHERS = (
    "::error::甲",
    "甲\x00\x07\x1b[2J\u202e乙\u2066丙\u2028丁\ufeff\uffff",
    "| 甲 | 乙 |",
    "`甲` ```乙``` ~~~丙",
    "甲\udcff乙\ud800",
    "甲\n乙\r\n# 丙\n---",
    "# 甲",
    "> 甲",
    "- 甲",
    "12. 甲",
    "*甲* **乙** _丙_ ~~丁~~",
    "[甲](http://127.0.0.1/) ![乙](http://127.0.0.1/) <http://127.0.0.1/>",
    "http://127.0.0.1/ www.example.invalid a@example.invalid mailto:a@example.invalid",
    "@admin @甲 #12 GH-12 gl-1 !12 $12 %12 ~bug &3 甲/乙#1 :smile:",
    "$甲$ \\(乙\\) ==丙== {+丁+}",
    "_x000D_甲",
    "甲" * 40_000,
    "W" * 3_000,
)
HOSTILE = FORMULAS + MARKUP + OTHERS


def lacking(name: str = "b.txt", *without: str) -> Assessment:
    return check(report(*(without or ("causes", "signature"))).encode(), name=name)


def judged(a: Assessment, rule: str, outcome: Outcome, credit: int | None = None) -> Assessment:
    """Return *a* with another outcome of one rule, and the score and verdict that follow."""
    return _scored(a, tuple(r._replace(outcome=outcome, credit=credit) if r.rule == rule else r for r in a.results))


def _scored(a: Assessment, results: tuple[Result, ...]) -> Assessment:
    rules = pack()
    return a._replace(
        results=results,
        score=score_of(rules, results),
        verdict=verdict_of(rules, results),
        missing=missing_of(rules, results),
    )


def known(a: Assessment, rule: str) -> Assessment:
    return a._replace(results=tuple(r._replace(known=r.known or r.rule == rule) for r in a.results))


def decided(a: Assessment, rule: str, remark: str = "附件已单列", authority: str = "县司法局") -> Assessment:
    """Return *a* after a reviewer has decided that *rule* passes."""
    assert a.score
    assert a.verdict
    before = next(r for r in a.results if r.rule == rule)
    waived = Waived(before.outcome, before.credit, remark, authority, "2025-03-04", "2025-12-31")
    after = judged(a, rule, "pass", 100)
    results = tuple(r._replace(waived=waived) if r.rule == rule else r for r in after.results)
    return after._replace(results=results, machine=Machine(a.score, a.verdict, a.missing))


def varied() -> Run:
    """Return a run with one of each: complete, lacking, known, decided, open, with findings, not a report, empty."""
    found = check(REPORT.replace("检查46次", "检查XX次").encode(), name="乡镇/g.txt")
    scanned = judged(lacking("乡镇/e.pdf", "signature"), "issuing-body", "unknown")
    assessments = [
        check(REPORT.encode(), name="乡镇/a.txt"),
        lacking("乡镇/b.txt"),
        known(lacking("乡镇/c.txt"), "causes"),
        decided(lacking("乡镇/d.txt"), "causes"),
        scanned._replace(notes=(SCANNED,)),
        judged(found, "late-report", "unknown"),
        check("云川县水利局防汛预案\n一、职责\n局长负总责。\n".encode(), name="预案.txt"),
        check(b"", name="空.txt"),
    ]
    return run_of(assessments)._replace(remarks=(REMARK,))


def hostile(*texts: str) -> Run:
    """Return a run in which every text that is not the pack's is one of *texts*."""
    return Run(
        tuple(a for text in texts for a in _hostile(text)),
        {pack().id: pack()},
        tuple(Words(text, text) for text in texts),
    )


def _hostile(text: str) -> tuple[Assessment, ...]:
    words, place = Words(text, text), Evidence(1, 1, 1, 2, text, text)
    waived = Waived("fail", 0, text, text, "2025-03-04")
    base = decided(lacking(), "title", text, text)
    results = tuple(
        r._replace(
            message=words,
            evidence=(place, place, place, place),
            waived=waived if r.waived else None,
            known=r.rule == "causes",
        )
        for r in base.results
    )
    facts = Facts(text, text, text, None, 2024, text, None, text, text, text)
    return (
        base._replace(path=text, facts=facts, results=results, notes=(words,)),
        check(b"", name="空.txt")._replace(path=text, reason=words, notes=(words,), facts=facts),
    )


def bare() -> Run:
    """Return a run without quotations, as --no-quotes makes it."""
    a = lacking()
    results = tuple(r._replace(evidence=tuple(e._replace(text="") for e in r.evidence)) for r in a.results)
    return run_of([a._replace(results=results)])


def many(count: int) -> Run:
    """Return a run over *count* reports, most of which lack something."""
    varieties = [a for a in varied().assessments if a.status == "assessed"]
    found = [varieties[i % len(varieties)]._replace(path=f"乡镇/{i:03}号报告.docx") for i in range(count)]
    return run_of(found)
