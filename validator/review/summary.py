"""Review → the few lines that the command prints."""

from __future__ import annotations

import os
from collections.abc import Sequence

from validator.model.review import Pair, Review
from validator.renderers.wording import shown
from validator.review.outputs.tally import Tally, tally, unfit
from validator.words import Lang, Words, say


def summary(
    review: Review, made: Sequence[str], folder: str, ledger: str, changed: Sequence[str], lang: Lang
) -> list[str]:
    """Return who sent what, and where to look. *made*: paths in *folder*; *changed*: files that were put aside."""
    t = tally(review)
    lines = [_standings(review.year, t), _reports(t), _copied(review.pairs, t.pairs), *_strays(review)]
    lines += [Words(shown(r.zh), shown(r.en)) for r in review.remarks]
    lines += [
        Words(f"{shown(path)} 里有您的改动，没有覆盖。", f"{shown(path)} holds changes of yours and was kept.")
        for path in changed
    ]
    return [*(say(line, lang) for line in lines), "", *_where(made, folder, ledger, lang)]


def _standings(year: int, t: Tally) -> Words:
    missing, doubtful = (t.standings.get(standing, 0) for standing in ("missing", "doubtful"))
    zh = f"{year}年度：应报{t.asked}个单位，已报{t.sent}（逾期{t.late}），未报{missing}"
    en = f"{year}: {t.asked} units, {t.sent} sent ({t.late} late), {missing} missing"
    for count, zh_word, en_word in ((doubtful, "待确认", "to confirm"), (unfit(t), "报的不能用", "unusable")):
        if count:
            zh, en = f"{zh}，{zh_word}{count}", f"{en}, {count} {en_word}"
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


def _strays(review: Review) -> list[Words]:
    """Return how many files are of no unit: the report of somebody who seems to have sent none may be among them."""
    count = sum(f.role == "stray" for f in review.filed)
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
