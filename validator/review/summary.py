"""Review → the few lines that the command prints."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from validator.model.review import Pair, Review
from validator.renderers.wording import shown
from validator.review.outputs.saying import AGAIN, GROUPS
from validator.review.outputs.tally import Tally, tally, unfit
from validator.review.writing import Aside
from validator.words import Lang, Words, say


def summary(
    review: Review, made: Sequence[str], folder: str, ledger: str, changed: Sequence[Aside], lang: Lang
) -> list[str]:
    """Return who sent what, and where to look. *made*: paths in *folder*; *changed*: what people had changed."""
    t = tally(review)
    lines = [_standings(review.year, t), _reports(t), _copied(review.pairs, t.pairs), *_decisions(t), *_strays(review)]
    lines += [Words(shown(r.zh), shown(r.en)) for r in review.remarks]
    lines += [_aside(a, ledger) for a in changed]
    return [*(say(line, lang) for line in lines), "", *_where(made, folder, ledger, lang)]


def _standings(year: int, t: Tally) -> Words:
    zh = f"{year}年度：应报{t.asked}个单位，{GROUPS['submitted'].zh}{t.sent}（逾期{t.late}）"
    en = f"{year}: {t.asked} units, {t.sent} {GROUPS['submitted'].en} ({t.late} late)"
    for count, words in (
        (t.standings.get("missing", 0), GROUPS["missing"]),
        (unfit(t), GROUPS["unfit"]),
        (t.standings.get("doubtful", 0), GROUPS["doubtful"]),
    ):
        if count or words == GROUPS["missing"]:
            zh, en = f"{zh}，{words.zh}{count}", f"{en}, {count} {words.en}"
    return Words(f"{zh}。", f"{en}.")


def _reports(t: Tally) -> Words:
    return Words(
        f"齐全{t.complete}份，不齐全{t.incomplete}份，没有全部判明{t.undecided}份。",
        f"{t.complete} complete, {t.incomplete} incomplete, {t.undecided} undecided.",
    )


def _copied(pairs: Sequence[Pair], between: int) -> Words:
    own = sum(pair.here == pair.there for pair in pairs)
    last = len(pairs) - between - own
    return Words(
        f"雷同：单位之间{between}对，与别的单位上年报告{last}对，沿用自己上年报告{own}份。",
        f"Shared text: {between} pairs, {last} with others' reports of last year, {own} with their own.",
    )


def _decisions(t: Tally) -> list[Words]:
    """Return what became of earlier decisions, if there are any."""
    counts = (
        (t.accepted, Words("已接受", "accepted")),
        (t.returned, Words("已退回", "returned")),
        (t.again, AGAIN),
    )
    told = [(count, words) for count, words in counts if count]
    if not told:
        return []
    zh, en = "；".join(f"{words.zh}{count}" for count, words in told), [f"{n} {words.en}" for n, words in told]
    return [Words(f"审核决定：{zh}。", f"Decisions: {'; '.join(en)}.")]


def _aside(a: Aside, ledger: str) -> Words:
    """Say where somebody's changes are now, and how a workbook that was filled in gets into the ledger."""
    old, new = shown(a.path), shown(a.moved)
    told = Words(
        f"原来的 {old} 有您的改动，已改名为 {new}，改动都在里面；新的 {old} 里没有。",
        f"{old} had changes of yours and is now {new}, with all of them; the new {old} has none.",
    )
    if not a.path.endswith(".xlsx"):
        return told
    command = f"\n  chaque decide --import {shown(shlex.quote(a.moved))} --ledger {shown(shlex.quote(ledger))}"
    return Words(
        f"{told.zh}填好的复核意见请从改名的这份导入：{command}",
        f"{told.en} Import what you filled in from that file:{command}",
    )


def _strays(review: Review) -> list[Words]:
    """Return how many files are of no unit: the report of somebody who seems to have sent none may be among them.

    What is known to be something else, such as the office's own notice, is nobody's report.
    """
    count = sum(f.role == "stray" and f.submission.assessment.status != "not_this_report" for f in review.filed)
    if not count:
        return []
    zh = f"另有{count}个文件对不上名册里的单位，见网页“待确认和其他文件”；可在名册的“文件”列里指定。"
    en = (
        f"{count} files are of no unit of the roster: see the page; the roster's column “files” can say whose they are."
    )
    return [Words(zh, en)]


def _where(made: Sequence[str], folder: str, ledger: str, lang: Lang) -> list[str]:
    letters = sum(path.startswith("letters/") for path in made)
    told = {
        "review.html": Words("先看这个：排名、热力图、雷同对照", "look here first: ranking, heat map, shared text"),
        "review.xlsx": Words(
            "工作簿，“复核意见”表填好后可以导回", "workbook; the sheet of decisions can be imported back"
        ),
        "notice.docx": Words("催报通知草稿", "draft of a notice to those who have not reported"),
        "review.json": Words("给程序用", "for programs"),
    }
    lines = [f"  {os.path.join(folder, name)}  {say(words, lang)}" for name, words in told.items() if name in made]
    if letters:
        path = os.path.join(folder, "letters", "")
        lines.insert(2, f"  {path}  {say(Words(f'反馈函{letters}份', f'{letters} letters'), lang)}")
    kept = Words("审核意见记在", "Decisions are kept in")
    return [say(Words("结果：", "Results:"), lang), *map(shown, lines), f"{say(kept, lang)} {shown(ledger)}"]
