"""What the page holds about one unit: shown by the script when somebody asks. Lean: what is the same stands once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from validator.checks import about_sending
from validator.model.pack import Rule
from validator.model.result import Assessment, Evidence
from validator.model.review import Filed, Review, UnitReview, YearBefore
from validator.model.submission import Submission
from validator.renderers import wording as w
from validator.review.outputs import saying
from validator.review.outputs.grounds import why
from validator.review.outputs.judged import Judged, assessed, counted, fix, judgement, message
from validator.review.outputs.page.contexts import LONGEST_QUOTE, contexts
from validator.review.outputs.page.overview import LONGEST_NAME, change, level, name
from validator.review.outputs.page.sidebyside import brief, compared, lines
from validator.review.outputs.receipts import on_unfound, unfound
from validator.review.outputs.tally import UNFIT
from validator.review.outputs.whereabouts import is_lined, where
from validator.scoring import paired
from validator.words import Lang, Words, say

AROUND = 120
"""Characters of the report on each side of a quotation."""

AROUND_MANY = 40
"""The same for what is in order, in a review of more than MANY units: the page must stay of a size to be sent."""

MANY = 1_000

Plain = dict[str, Any]
"""Data for the script, as JSON has it; the keys are those that review.js reads."""


class Table:
    """Texts that stand once and are named by their number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of *text*."""
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]


class Teller:
    """Tells about the units of one review. *texts*: what is said more than once."""

    def __init__(self, review: Review, lang: Lang) -> None:
        self.texts = Table()
        self._review = review
        self._lang = lang
        self._rules = {rule.id: rule for pack in review.packs.values() for rule in pack.rules}
        self._packs = {pack: i for i, pack in enumerate(review.packs)}
        self._around_fine = AROUND_MANY if len(review.units) > MANY else AROUND

    def rules(self) -> list[list[Plain]]:
        """Return what is said about the rules of each pack, once for all units."""
        return [[self._rule(rule) for rule in pack.rules] for pack in self._review.packs.values()]

    def unit(self, u: UnitReview, pairs: list[int]) -> Plain:
        """Return one unit; *pairs*: the numbers of those that it is part of."""
        lang, a = self._lang, assessed(u)
        told: Plain = {
            "name": name(u.unit.name),
            "kind": name(saying.kind(u.unit.kind, lang)),
            "standing": [say(saying.STANDINGS[u.standing], lang), level(u.standing)],
            "timing": self.texts.number(saying.when(u, self._review.day, lang)),
            "files": [self._file(f) for f in u.files],
            "command": command(u.unit.name, self._review.year, lang) or None,
            "whole": _whole(u),
        }
        if u.unit.exempt:
            told["exempt"] = lines(u.unit.exempt[:LONGEST_QUOTE])
        if u.current and u.standing in UNFIT:
            told["unfit"] = brief(why(u.current, lang))
        if unfound([u]):
            told["notes"] = [brief(w.said(on_unfound([u])[0], lang))]
        if a and u.current:
            told |= self._report(u, a, u.current.submission)
        if pairs:
            told |= {"pairs": pairs, "copied": saying.percent(u.copied) if u.copied else ""}
        if u.before:
            told["before"] = self._before(u, u.before)
        if u.decisions:
            told["decisions"] = [brief(saying.decision(d, lang)) for d in u.decisions if not d.rule]
        if u.lapsed:
            told["lapsed"] = [brief(saying.lapsed(x, lang, self._rules)) for x in u.lapsed]
        if state := saying.handled(u, lang):
            told["state"] = state
        return told

    def quote(self, e: Evidence, lined: bool) -> list[str]:
        """Return place and quotation. *lined*: the lines of the file say where it stands."""
        return [where(e, lined, self._lang), lines(e.text[:LONGEST_QUOTE])]

    def _rule(self, rule: Rule) -> Plain:
        return {
            "id": rule.id,
            "title": w.said(rule.title, self._lang),
            "scored": int(rule.role == "scored"),
            "source": w.source(rule, self._lang),
            "fix": w.said(rule.fix, self._lang),
        }

    def _report(self, u: UnitReview, a: Assessment, s: Submission) -> Plain:
        pack = self._review.packs[a.pack]
        pairs, lined = enumerate(paired(pack, a.results)), is_lined(s)
        return {
            "pack": self._packs[a.pack],
            "facts": _facts(a),
            **(self._verdict(a) if counted(u) else {}),
            "results": [
                self._result(i, judgement(rule, r, u), s, lined)
                for i, (rule, r) in pairs
                if not about_sending(rule)  # the line on timing knows more
            ],
            "notes": [brief(w.said(note, self._lang)) for note in a.notes],
        }

    def _verdict(self, a: Assessment) -> Plain:
        return {
            "score": w.score(a.score),
            "counts": w.counts(a.score, self._lang) if a.score else "",
            "verdict": [w.verdict(a, self._lang), level(a.verdict or "")],
        }

    def _result(self, i: int, j: Judged, s: Submission, lined: bool) -> list[Any]:
        """Return number of the rule, word, level, points, message, quotations, decision, and what to write where the
        grade has words of its own; as short as may be.
        """
        lang, rule, r = self._lang, j.rule, j.result
        fine = j.outcome not in w.BELOW
        shown = r.evidence[:1] if fine else r.evidence
        around = self._around_fine if fine else AROUND
        told, write = saying.decision(j.decision, lang, rule) or w.decision(rule, r, lang), fix(j, lang)
        result: list[Any] = [
            i,
            self.texts.number(w.outcome(j.outcome, lang, rule)),
            "fheon"[["full", "half", "empty", "open", "none"].index(level(j.outcome))],
            w.points(r, rule) if rule.role == "scored" else "",
            -1 if fine else self.texts.number(brief(_stopped(message(j, lang), lang))),
            contexts(shown, s.text, around, lined, lang),
            brief(told) + (w.text("（已知）", " (known)", lang) if r.known else ""),
            self.texts.number(write) if write and write != w.said(rule.fix, lang) else -1,
        ]
        while len(result) > 3 and result[-1] in ("", [], -1):
            result.pop()
        return result

    def _file(self, f: Filed) -> list[Any]:
        a, lang = f.submission.assessment, self._lang
        role = self.texts.number(say(saying.ROLES[f.role], lang))
        return [
            name(w.path(a)),
            role,
            self.texts.number(brief(why(f, lang))),
            w.score(a.score) if a.score else "",
        ]

    def _before(self, u: UnitReview, b: YearBefore) -> Plain:
        a, lang = b.filed.submission.assessment, self._lang
        lined, lined_then = is_lined(u.current.submission if u.current else None), is_lined(b.filed.submission)
        return {
            "file": name(w.path(a)),
            "score": w.score(a.score),
            "change": change(u),
            "copied": saying.percent(b.copied) if b.copied else "",
            "gained": [self._title(rule) for rule in b.gained],
            "lost": [self._title(rule) for rule in b.lost],
            "tasks": [
                [
                    self.texts.number(say(saying.TASKS[x.outcome], lang)),
                    level(x.outcome),
                    saying.percent(x.share),
                    self.quote(x.task, lined_then),
                    self.quote(x.echo, lined) if x.echo else None,
                ]
                for x in b.announced
            ],
            "repeated": [
                [
                    x.alike,
                    where(x.here, lined, lang),
                    where(x.there, lined_then, lang),
                    compared(x.here.text, x.there.text),
                ]
                for x in b.repeated
            ],
        }

    def _title(self, rule: str) -> str:
        return w.said(self._rules[rule].title if rule in self._rules else Words(rule, rule), self._lang)


def _stopped(message: str, lang: Lang) -> str:
    """Return a sentence with its stop; a question has one."""
    return message if message.endswith(("。", ".", "？", "?", "！")) else message + w.text("。", ".", lang)


def _whole(u: UnitReview) -> str:
    """Return what can be decided about the whole: of a report that counts, of a file that does not, of nothing."""
    if u.current:
        return "report" if u.standing == "submitted" else "file"
    return "doubtful" if u.standing == "doubtful" else ""


def command(unit: str, year: int, lang: Lang) -> list[str]:
    """Return beginning and end of the command that records a decision about a unit, safe to paste into a shell.

    Empty for a name that no shell would take as a name.
    """
    import shlex

    if len(unit) > LONGEST_NAME or unit.startswith("-") or not unit.isprintable():
        return []
    safe = unit if unit.isalnum() else shlex.quote(unit)
    end = w.text("--because 理由 --by 姓名", "--because REASON --by NAME", lang)
    return [f"chaque decide {safe}", f"{end} --year {year}"]


def _facts(a: Assessment) -> list[str]:
    """Return what the report says about itself, in the order of FACTS; empty where it says nothing."""
    f = a.facts
    year = str(f.report_year or "")
    given = (f.unit, year, f.issued_on, f.published_on, f.document_number, f.addressee, f.title)
    return [name(text or "") for text in given]


FACTS: Mapping[str, Words] = {
    "unit": Words("署名单位", "Signed by"),
    "year": Words("报告年度", "Year"),
    "issued": Words("成文日期", "Issued"),
    "published": Words("公开日期", "Published"),
    "number": Words("发文字号", "Document number"),
    "addressee": Words("主送", "Addressee"),
    "title": Words("标题", "Title"),
}
"""Names of the facts, in their order."""
