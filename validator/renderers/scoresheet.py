"""The score as a sum that a person can redo by hand."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Result
from validator.renderers.wording import outcome
from validator.scoring import COUNTED, OPEN, paired
from validator.words import Lang, Words, say


def explained_score(assessment: Assessment, pack: Pack, lang: Lang) -> list[str]:
    """Return how the score of a report comes about: one line for each scored rule, then the sum. Points in tenths."""
    if assessment.score is None:
        return [say(Words("没有评，没有得分。", "Not assessed: there is no score."), lang)]
    scored = [(rule, r) for rule, r in paired(pack, assessment.results) if rule.role == "scored"]
    lines = [say(Words("得分的算法：分值×得分率", "The score: weight × credit"), lang)]
    lines += [f"  {say(_item(rule, result), lang)}" for rule, result in scored]
    return [*lines, *(f"  {say(words, lang)}" for words in _sum(scored, assessment))]


def _item(rule: Rule, result: Result) -> Words:
    title, weight = rule.title, rule.weight
    if result.outcome not in COUNTED:
        why = Words(outcome(result.outcome, "zh"), outcome(result.outcome, "en"))
        return Words(f"{title.zh}：{why.zh}，{weight}分不计", f"{title.en}: {why.en}, its {weight} do not count")
    if result.outcome in OPEN:
        return Words(f"{title.zh}：没有定，0到{weight}分", f"{title.en}: open, 0 to {weight}")
    credit = result.credit or 0
    sum_ = f"{weight} × {credit}% = {_points(weight * credit)}"
    return Words(f"{title.zh}：{sum_}", f"{title.en}: {sum_}")


def _sum(scored: list[tuple[Rule, Result]], assessment: Assessment) -> Iterator[Words]:
    counted = [(rule, r) for rule, r in scored if r.outcome in COUNTED]
    total = sum(rule.weight for rule, _ in counted)
    score = assessment.score
    if not total or score is None:
        yield Words("没有计分的规则适用，没有得分", "no scored rule applies, there is no score")
        return
    low = sum(rule.weight * (r.credit or 0) for rule, r in counted)
    high = low + sum(rule.weight * 100 for rule, r in counted if r.outcome in OPEN)
    yield Words(f"合计 {_range(low, high)}，满分 {total}", f"together {_range(low, high)} of {total}")
    ends = f"{score.low}" if score.low == score.high else f"{score.low}—{score.high}"
    yield Words(
        f"得分 {_range(low, high)} ÷ {total} × 100 = {ends}", f"score {_range(low, high)} ÷ {total} × 100 = {ends}"
    )


def _range(low: int, high: int) -> str:
    return _points(low) if low == high else f"({_points(low)}—{_points(high)})"


def _points(hundredths: int) -> str:
    """Return points without needless zeros: 750 → 7.5."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
