"""The text of a page with its marks → pieces: which runs make a line, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from validator.readers.composing import Piece
from validator.readers.numerals import numeral
from validator.readers.web.listing import has_number
from validator.readers.web.marks import MARK, Mark, mark_index

_BETWEEN_CELLS = " | "  # of a row of three or more; of two, one may be a signature and the other its date
_LONGEST_ENTRY = 20  # characters
_LISTED = "› "  # in front of an entry that has a line to itself, in place of its bullet: no line of a report has it
_BESIDE_LINK = re.compile(r"[\s\xa0\u3000·•●■◆▪\[\]【】()（）\d/.:年月日-]*")  # bullets, dates
_IN_REPORT = re.compile("附件|.*。")
_LONG_CELL = 100  # characters; a longer cell is a text and not a value
_GAP = "    "  # wider than any blank that stands inside a value
_CELL_END = " \t\xa0\u3000"
_DECIMAL = re.compile(r"(\d+)\. ?")
_TOP_NUMBER = re.compile(
    r"^[ \t\xa0\u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章))", re.M
)
_FIELD_LINE = re.compile(r"\s*[\[【（(]?\s*[\u4e00-\u9fff][\u4e00-\u9fff\s]{1,8}[：:]")
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
_DATE = re.compile(r"[\[(（]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\])）]?")
_LONGEST_HEADING = 60
_WIDEST_PAGE = 80  # characters of a line
_NO_HEADING_ENDS = frozenset("。；，！")
_WIDE_SIGNS = frozenset("“”‘’—…·")


class Run(NamedTuple):
    """Text behind a mark, up to the next or to the end of its line."""

    mark: Mark
    text: str


def pieces_of(text: str, marks: list[Mark]) -> list[Piece]:
    """Return the pieces of *text*, as a parser gave it, each with the place that its mark tells."""
    lines = _lines(text, marks)
    if "\t" in text:
        lines = list(_rows(lines))
    return _with_headings_numbered(_pieces(_menus(lines)))


def _lines(text: str, marks: list[Mark]) -> list[list[Run]]:
    """Cut the extracted text into lines of runs; an empty list is a blank line."""
    last = Mark(1, 1)
    lines: list[list[Run]] = []
    for line in text.split("\n"):
        before, *parts = MARK.split(line)
        runs = [Run(marks[mark_index(sign)], body) for sign, body in zip(parts[::2], parts[1::2], strict=True)]
        first = runs[0].mark if runs else last
        if not first.kept:
            before = before.lstrip(" \t")  # from the parser, which indents lists
        if before if runs else before.strip():
            runs.insert(0, Run(first._replace(label=""), before))
        last = runs[-1].mark if runs else last
        lines.append(runs)
    return lines


def _rows(lines: list[list[Run]]) -> Iterator[list[Run]]:
    """Break the rows of tables that only lay out the page: a long cell, or one of several lines, stands alone."""
    size: dict[int, int] = {}
    for line in lines:
        for cell in {run.mark.cell for run in line}:
            size[cell] = size.get(cell, 0) + _LONG_CELL
        for mark, text in line:
            size[mark.cell] += len(text)
    for line in lines:
        start = 0
        for i in range(1, len(line)):
            left, right = line[i - 1].mark.cell, line[i].mark.cell
            if left != right and "\t" in line[i - 1].text and max(size[left], size[right]) > 2 * _LONG_CELL:
                yield line[start:i]
                start = i
        yield line[start:]


def _menus(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """Put the entries of a menu on one line, as they are shown, or would be if there were room.

    An entry of a list of links that needs a line to itself gets a sign in front of it.
    """
    result: list[list[Run]] = []
    entries: list[list[Run]] = []
    for runs in lines:
        if _is_short(runs) or _is_long(runs):
            entries.append(runs)
        elif runs or not entries:
            result += [*_menu(entries), runs]
            entries = []
    return [*result, *_menu(entries)]


def _is_short(runs: list[Run]) -> bool:
    return bool(runs) and all(mark.link for mark, _ in runs) and sum(len(text) for _, text in runs) <= _LONGEST_ENTRY


def _is_long(runs: list[Run]) -> bool:
    """Tell whether a line is a link with at most its date beside it; a heading may be a link to itself."""
    linked = any(mark.link for mark, _ in runs)
    return linked and not runs[0].mark.level and all(mark.link or _BESIDE_LINK.fullmatch(text) for mark, text in runs)


def _menu(entries: list[list[Run]]) -> Iterator[list[Run]]:
    """Yield the lines that show *entries*; two links, or one in a list, make a list."""
    listed = len(entries) > 1 or any(run.mark.listed for runs in entries for run in runs)
    for short, group in groupby(entries, _is_short):
        lines = list(group)
        for line in [_joined([run for runs in lines for run in runs])] if short else lines:
            roomy = short and len(lines) > 2
            yield _signed(line) if listed and not roomy else line


def _joined(runs: list[Run]) -> list[Run]:
    return [
        run if run.mark.link == following.mark.link else Run(run.mark, run.text.rstrip(_CELL_END) + _BETWEEN_CELLS)
        for run, following in pairwise(runs)
    ] + runs[-1:]


def _signed(runs: list[Run]) -> list[Run]:
    text = "".join([text for _, text in runs]).lstrip(_CELL_END)
    if has_number(text) or _IN_REPORT.match(text):
        return runs  # its table of contents, an attachment, a sentence
    return [Run(runs[0].mark._replace(label=_LISTED), runs[0].text), *runs[1:]]


def _pieces(lines: Sequence[list[Run]]) -> list[Piece]:
    """Return the pieces of all lines, with a blank line wherever one paragraph surely ends.

    A <br> ends one, too, unless every line is so short that <br> may stand at the margin of a page.
    """
    whole = any(sum([len(run.text) for run in runs]) > _WIDEST_PAGE for runs in lines)
    pieces: list[Piece] = []
    blank = False
    for runs in lines:
        texts = _texts(runs)
        if not any(texts) and not any(run.mark.label for run in runs):
            blank = True
            continue
        first = runs[0].mark
        if pieces and (blank or first.block or (whole and not first.kept)):
            pieces.append(Piece("", first.line))
        pieces += _line(runs, texts)
        blank = False
    return pieces


def _line(runs: list[Run], texts: list[str]) -> list[Piece]:
    """Return a line's pieces; a paragraph that is set as a heading for its looks is none."""
    level = runs[0].mark.level
    if level and (sum(map(len, texts)) > _LONGEST_HEADING or texts[-1][-1:] in _NO_HEADING_ENDS):
        level = 0
    pieces: list[Piece] = []
    for (mark, _), text in zip(runs, texts, strict=True):
        if mark.label:
            size = len(mark.label)
            pieces.append(Piece(mark.label, mark.line, mark.column, level=level, label=size, joined=bool(pieces)))
        if text:
            pieces.append(Piece(text, mark.line, mark.column, level=level, joined=bool(pieces)))
    return pieces


def _with_headings_numbered(pieces: list[Piece]) -> list[Piece]:
    """Write the 1. 2. that lists show in front of headings as a report would number headings of their rank.

    A page saved from a document has lost how the numbers were written. Left as they are, they would stand below the
    （一） of the text under these headings.
    """
    listed = [i for i, p in enumerate(pieces) if p.label and p.level and _DECIMAL.fullmatch(p.text)]
    if not listed or _TOP_NUMBER.search("".join([p.text if p.joined else f"\n{p.text}" for p in pieces])):
        return pieces
    ranks = sorted({p.level for p in pieces[listed[0] :]} - {0})
    result = list(pieces)
    for i in listed:
        text = _heading_number(pieces[i].text, ranks.index(pieces[i].level))
        result[i] = pieces[i]._replace(text=text, label=len(text))
    return result


def _heading_number(label: str, rank: int) -> str:
    """Return the number of a heading; *rank*: 0 for the topmost."""
    digits = label.rstrip(". ")
    chinese = numeral("chineseCountingThousand", int(digits))
    return (f"{chinese}、", f"（{chinese}）", label, f"（{digits}）")[min(rank, 3)]


def _texts(runs: list[Run]) -> list[str]:
    """Return the texts of a line's runs as they stand in front of each other."""
    if len(runs) < 2:
        return [run.text.rstrip(_CELL_END) for run in runs]
    between = _BETWEEN_CELLS if sum("\t" in run.text for run in runs[:-1]) > 1 else _GAP
    texts = [_joinable(run, following, between) for run, following in pairwise(runs)]
    texts.append(runs[-1].text.rstrip(_CELL_END))
    if _FIELD_LINE.match(whole := "".join(texts)) and "。" not in whole:
        _part_fields(texts)
    if _DATE.fullmatch(texts[-1]) and _is_wide(texts[-2][-1:]) and texts[-2][-1:] not in "：（【　":
        texts[-2] += _GAP  # a list of articles with their dates, which a style sheet sets at the right
    return texts


def _joinable(run: Run, following: Run, between: str) -> str:
    """Return the text of a run as it stands in front of the *following* one; *between*: what parts cells."""
    text = run.text
    if text[-1:] in _CELL_END:
        if "\t" in text and not following.mark.kept:
            return text.rstrip(_CELL_END) + between
        # A line end in the source is shown as a space; between characters of Chinese it is none.
        if following.mark.broken and text[-1:] == " " and _is_wide(text[-2:-1]) and _is_wide(following.text[:1]):
            return text[:-1]
    return text


def _is_wide(sign: str) -> bool:
    return "\u2e80" <= sign <= "\uffef" or sign in _WIDE_SIGNS


def _part_fields(texts: list[str]) -> None:
    """Put a gap between 来源：… and 日期：… where a style sheet, not a space, keeps the two apart."""
    for i in range(1, len(texts)):
        before = texts[i - 1]
        if _FIELD.match(texts[i]) and before and before[-1] not in " \t\xa0\u3000|[【（(：:":
            texts[i - 1] = before + _GAP
