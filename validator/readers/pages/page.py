"""Pages of printed lines → pieces: running heads and feet apart, the lines of a paragraph joined.

A line goes on in the next one when it is full, that is when the first word of the next one had no room in it, and the
next one begins where lines of a paragraph do. Everything else ends a paragraph: a short line, an indent, a wider gap,
another size of letters, a number at the start of a line where this document begins paragraphs with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from validator.patterns import compiled
from validator.readers.composing import Piece
from validator.readers.pages.glyphs import Page
from validator.readers.pages.margins import INDENT, NUMERAL, SPACES, Placed, placed_lines
from validator.readers.pages.running import without_running
from validator.readers.pages.setting import (
    CLOSING,
    MOST_INDENT,
    OPEN,
    STOPS,
    UPPER,
    Habits,
    Step,
    habits_of,
    is_cut_by_count,
    is_in_place,
    is_open,
    may_follow,
    steps_of,
    tail_of,
)

_MOST_ROOM = 0.25  # of the page's width that a line can leave free and still go on
_TITLE = compiled(r"[^，。；：]*(?:报告|報告|总结|總結|汇报|匯報)[）》】]*")
_WHOLE_TITLE = compiled(r"(?=.*(?:关于|(?:19|20)\d\d年))[^，。；：>＞»\[]*(?:报告|总结|汇报)[）》】]*")
_TITLE_REST = compiled(r".*(?:通知|函|解读|方案|意见|讲话)|.{1,4}(?<![：:])|[\d/.: -]+")
_ROW = compiled(r"^\[|[>＞»]")
_CELL_END = compiled(r"(?: [\]|]|：\S+)$")  # behind which a space stood before the line was cut there
_CELL_START = compiled(r"[\]|] |[\u4e00-\u9fff]{2,6}：")
_HYPHENS = ("\u00ad", "\u0002", "\ufffe")  # where a program, not the writer, has parted a word
_LETTER = 0.6  # em
_DATE_AT_END = compiled(rf"{NUMERAL}{{4}}年 *{NUMERAL}{{1,3}} *月 *{NUMERAL}{{1,3}} *日[）)]?$")
_SHORT = 0.5  # of the column's width
_DAY = compiled(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$")
_HOUR = compiled(r"\d{1,2}:\d{2}")
_SPACED = compiled(r"(?: \S){3}$")  # a title set wide
_SPACED_ON = compiled(r"\S(?: \S)*$")
# Whole words, not the halves of an address or of a reading: 規(gu | ī)定
_WORD_BEFORE = compiled(r"(?<![\w@./(（-])[A-Za-z]+$")
_WORD_BEHIND = compiled(r"[A-Za-z0-9]+(?![\w@/)）-]|\.\w)")
_LONG = 40  # characters; see wrapping.py


def pieces_of(pages: Sequence[Page]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the body lines of *pages* as pieces, and the texts of running heads, feet and page numbers."""
    bodies, running = without_running(pages)
    placed = placed_lines(bodies)
    steps = steps_of(placed)
    habits = habits_of(steps)
    if is_cut_by_count(steps, habits):
        return [_piece(p, _indented(p)) for p in placed], running
    pieces: list[Piece] = []
    for i, p in enumerate(placed):
        if i and _goes_on(steps[i - 1], habits):
            text = p.text.strip(SPACES)
            pieces[-1] = _before(pieces[-1], placed[i - 1], text, habits)
            pieces.append(_piece(p, text, joined=True))
        else:
            if _seems_cut(pieces):
                pieces.append(pieces[-1]._replace(text="", joined=False))
            pieces.append(_piece(p, p.text.rstrip(SPACES)))
    return pieces, running


def _piece(p: Placed, text: str, *, joined: bool = False) -> Piece:
    return Piece(text, p.number, page=p.page.number, review=p.page.review, joined=joined)


def _indented(p: Placed) -> str:
    """Return the text of a line with its indent in characters, which tell paragraphs where lines are not joined."""
    text = p.text.rstrip(SPACES)
    return f"\u3000\u3000{text}" if p.left > INDENT and text[0] not in SPACES else text


def _seems_cut(pieces: Sequence[Piece]) -> bool:
    """Tell whether a paragraph ends in such a way that wrapping.py would join the next one: an empty line ends it."""
    if not pieces or pieces[-1].text[-1:] in STOPS or pieces[-1].text[-1:] in CLOSING:
        return False
    return pieces[-1].joined or len(pieces[-1].text) >= _LONG


def _before(piece: Piece, above: Placed, below: str, habits: Habits) -> Piece:
    """Return *piece*, which ends with the line *above*, as it goes on: no hyphen in a word, a space between words."""
    text = piece.text
    if text.endswith(_HYPHENS):
        return piece._replace(text=text[:-1])
    between = "" if habits.spaced else tail_of(above.text)
    if not between and (_parts_words(above, text, below) or _parts_cells(above, text, below)):
        between = " "
    return piece._replace(text=text + between)


def _parts_words(above: Placed, text: str, below: str) -> bool:
    """Tell whether a line ends between two Latin words or numbers, and not inside one."""
    if not (_is_latin(text[-1:]) and _is_latin(below[:1])):
        return False
    # Where a letter had room, only a space can have parted them.
    if (above.room > _LETTER and below[0].isascii()) or (_DAY.search(text) and _HOUR.match(below)):
        return True
    return bool(_WORD_BEFORE.search(text) and _WORD_BEHIND.match(below))


def _parts_cells(above: Placed, text: str, below: str) -> bool:
    """Tell whether a line ends between two cells of a row, or inside a title that is set wide."""
    if above.mark in ("key", "table"):
        return bool(_CELL_END.search(text) and (text[-1] in "|]" or _CELL_START.match(below)))
    return bool(_SPACED.search(text) and _SPACED_ON.match(below))


def _is_latin(sign: str) -> bool:
    return sign.isalnum() and sign < "\u2e80"


def _goes_on(step: Step, habits: Habits) -> bool:
    mark = step.below.mark if step.below.mark != "key" or step.above.mark != "key" else ""
    if not is_in_place(step, habits) or (step.short and (not mark or _begins_here(mark, habits))):
        return False
    if _date_ends(step.above):
        return False
    if not step.full:
        return habits.indented and not mark and _follows_indent(step)
    if _row_ends(step) or _title_ends(step) or _heading_ends(step, habits):
        return False
    if not mark or step.above.text.rstrip(SPACES)[-1] in OPEN or (mark == "cn" and step.open):
        return True
    if mark in ("date", "key") or (mark == "box" and not step.open):
        return False
    if step.gap == 0 and not step.open and mark in habits.marks:
        return False
    return not _begins_here(mark, habits) if habits.marks else step.open or habits.run_in


def _date_ends(above: Placed) -> bool:
    """Tell whether a complete date ends a line that is short, or in which it stands apart: the text is signed there."""
    if not _DATE_AT_END.search(above.text.rstrip(SPACES)):
        return False
    long = (above.line.right - above.line.left) / above.line.em
    return above.line.cells or long < _SHORT * (above.left + long + above.room)


def _title_ends(step: Step) -> bool:
    """Tell whether a line above the text ends as a title or an addressee does: one can fill its line by chance."""
    if not step.front or _leaves_indent(step):
        return False
    above = step.above.text.strip(SPACES)
    if above[-1] == "：":
        return step.above.mark != "key"
    is_rest = step.last and _TITLE_REST.fullmatch(step.below.text.strip(SPACES))
    return bool(_TITLE.fullmatch(above.replace(" ", ""))) and not is_rest


def _heading_ends(step: Step, habits: Habits) -> bool:
    """Tell whether a heading fills its line by chance: behind it stands text and not the rest of a heading."""
    text = step.above.text.strip(SPACES)
    if step.above.mark == "box":
        return True
    is_heading = step.above.mark in habits.headings and step.open and "。" not in text and not _leaves_indent(step)
    return is_heading and not (step.last and is_open(step.below.text) and "。" not in step.below.text)


def _begins_here(mark: str, habits: Habits) -> bool:
    """Tell whether paragraphs with this mark begin at the margin; where one kind of heading does, the others do."""
    return mark in habits.starts or (mark in UPPER and not habits.starts.isdisjoint(UPPER))


def _follows_indent(step: Step) -> bool:
    """Tell whether a line follows the first one of a paragraph, though that ends before the margin."""
    a = step.above
    most = _MOST_ROOM * (a.room + a.line.right / a.line.em)
    return step.open and may_follow(a, step.below) and _leaves_indent(step) and a.room < most


def _leaves_indent(step: Step) -> bool:
    """Tell whether the upper line is indented as the first one of a paragraph is, and the lower one is not."""
    return not step.centred and MOST_INDENT > step.above.left > INDENT > step.below.left


def _row_ends(step: Step) -> bool:
    """Tell whether a row of a table in characters ends above, or a path to the page: nothing below belongs to it."""
    above, below = step.above.text.rstrip(SPACES), step.below.text
    if above[-1] == "|":
        return "|" not in below
    if step.front and _ROW.search(above) and _WHOLE_TITLE.fullmatch(below.strip(SPACES)):
        return True
    return step.above.mark == "key" and "：" not in below and len(below) > len(above) / 2
