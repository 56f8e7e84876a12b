"""The sheet 雷同: pairs of reports with the passages that they share side by side, groups, common wording."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.review import Pair, Passage, Review
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Column, Marked, Share, Table, Value
from validator.review.outputs import saying as s
from validator.review.outputs.sheets.units import below_table, cut
from validator.review.outputs.whereabouts import is_lined, submission, where
from validator.words import Lang, Words, say

_COLUMNS = (
    *(Column(Words("单位甲", "Unit A"), 11), Column(Words("单位乙", "Unit B"), 11)),
    Column(Words("乙的年度", "Year of B"), 6),
    Column(Words("相同或相近字数", "Characters (nearly) the same"), 8),
    *(Column(Words("占甲", "Of A"), 6), Column(Words("占乙", "Of B"), 6)),
    Column(Words("较早的", "Earlier"), 9),
    *(Column(Words("甲的位置", "Where in A"), 7), Column(Words("甲的文字", "Words of A"), 40)),
    *(Column(Words("乙的位置", "Where in B"), 7), Column(Words("乙的文字", "Words of B"), 40)),
    Column(Words("相似度", "Alike"), 6),
    Column(Words("疑似沿用", "Traces"), 11),
)
_SHARES = Words(
    "占甲、占乙：除去规定用语和共同段落后，相同或相近的文字占各自正文的比例。",
    "Of A, of B: the share of each running text that is the same or nearly the same, without prescribed wording "
    "and passages that all share.",
)
_LONGEST = 200
"""Characters of a passage that a row shows, so that several rows fit on a page; the web page has the rest."""
_MEMBERS = 30
"""Names in one line; how many more there are is said."""


def copied(book: Book, review: Review) -> Table:
    """Add the sheet: a row for each pair, and below it one for each passage."""
    rows = (row for pair in review.pairs for row in _pair(pair, review, book.lang))
    table = book.table(Words("雷同", "Copied text"), _COLUMNS, rows, fixed=2)
    lines = [*_clusters(review, book.lang), *_common(review, book.lang)]
    if review.pairs:
        lines.insert(0, say(_SHARES, book.lang))
    below_table(book, table, lines, len(_COLUMNS) - 1)
    return table


def _pair(p: Pair, review: Review, lang: Lang) -> Iterator[list[Value]]:
    here, there = w.shown(p.here), w.shown(p.there)
    earlier = {"here": here, "there": there}.get(p.earlier or "", w.text("不明", "unknown", lang))
    count = w.text(f"共{len(p.passages)}处", f"{len(p.passages)} passage{'' if len(p.passages) == 1 else 's'}", lang)
    figures: list[Value] = [p.there_year, p.characters, Share(p.share_here), Share(p.share_there)]
    rest = [Marked(words, "group") for words in (earlier, "", count, "", "", "", "")]
    yield [Marked(here, "group"), Marked(there, "group"), *figures, *rest]
    lined = is_lined(submission(p.here, review.year, review)), is_lined(submission(p.there, p.there_year, review))
    for passage in p.passages:
        yield [here, there, p.there_year, None, None, None, "", *_passage(passage, lined, lang)]


def _passage(p: Passage, lined: tuple[bool, bool], lang: Lang) -> list[Value]:
    traces = [w.text(f"甲：{s.trace(t, 'zh')}", f"A: {s.trace(t, 'en')}", lang) for t in p.traces]
    traces += [w.text(f"乙：{s.trace(t, 'zh')}", f"B: {s.trace(t, 'en')}", lang) for t in p.traces_there]
    sides = zip((p.here, p.there), lined, strict=True)
    words = [x for e, own in sides for x in (where(e, own, lang), cut(w.quotation(e.text), _LONGEST, lang))]
    return [*words, Share(p.alike / 100), Marked("\n".join(traces), "half") if traces else ""]


def members(names: tuple[str, ...], lang: Lang) -> str:
    """Return names in one line."""
    listed = w.text("、", ", ", lang).join(w.shown(n) for n in names[:_MEMBERS])
    more = len(names) - _MEMBERS
    return listed if more <= 0 else listed + w.text(f"等{len(names)}个", f" and {more} more", lang)


def _clusters(review: Review, lang: Lang) -> Iterator[str]:
    for i, c in enumerate(review.clusters, 1):
        names, most = members(c.members, lang), c.characters
        yield w.text(
            f"第{i}组（{len(c.members)}个单位，两两最多相同或相近{most}字）：{names}",
            f"Group {i} ({len(c.members)} units, at most {most} characters (nearly) the same in two): {names}",
            lang,
        )


def _common(review: Review, lang: Lang) -> Iterator[str]:
    for c in review.common:
        where, names = w.quoted(c.passage, lang), members(c.members, lang)
        yield w.text(
            f"多家共有的文字，可能出自统一的模板，不算雷同（{len(c.members)}家）：{where}；{names}",
            f"Shared by {len(c.members)}, perhaps from a common model, not counted: {where}; {names}",
            lang,
        )
