"""How a document sets its paragraphs: margins, indents, distances, and the numbers with which they begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from validator.patterns import compiled
from validator.readers.pages.margins import INDENT, SAME_SIZE, SPACES, Placed, usual_size

STOPS = frozenset("。！？；：…!?;:")
CLOSING = "”’》）】〕)"
MOST_INDENT = 3.0
"""Em between which a line has the indent of a paragraph; a line further in is centred or set to the right."""
_EXACT = -0.02  # em by which a word at the end of a sentence has to be too wide
_AUTOSPACE = 0.25  # em that a program sets between Han characters and others
_MID_SENTENCE = 0.5  # em by which a line may fall short of the margin if its sentence goes on
_SAME_LATIN = 0.3
_CENTRED = 1.0  # em by which the two sides may differ
_WIDER = 1.4  # of the usual distance of lines
_FEW = 3
_NEARLY_ALL = 0.8
_SURELY_SHORT = 1.0  # em beyond what the next word would have needed
_BY_COUNT = 0.9  # of the lines end at the same number of characters: not at the margin
_ENDS = ("。", "！", "？", ".")
_TEXT = compiled("[。；]|，.*，")  # no heading
_RUN_IN = compiled(r"(?<=[。；：])(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)")
UPPER = ("part", "cn", "cnp")
"""Marks of the upper headings."""
OPEN = frozenset("，、（《“‘【〔—,(")


class Step(NamedTuple):
    """Two lines that follow each other.

    *full*: the lower one's first word had no room in the upper one; *centred*: both are;
    *open*: the upper one ends inside a sentence;
    *last*: the lower one ends before the margin; *short*: it does without a stop, behind a whole sentence, as headings
    and names do; *gap*: the distance of their base lines, 0 across pages and columns; *front*: no sentence and no
    numbered heading stands above.
    """

    above: Placed
    below: Placed
    full: bool
    centred: bool
    open: bool
    last: bool
    short: bool
    gap: float
    front: bool


class Habits(NamedTuple):
    """How a document sets paragraphs.

    *size*: that of the letters; *pitch*: the distance of lines inside paragraphs; *follows*: where a line goes on that
    begins at an indent; *marks*: with which paragraphs begin; *starts*: those with which they begin at the margin,
    without a gap; *headings*: those behind which a heading fills a line of its own; *indented*: paragraphs have an
    indent; *whole*: they end with a stop; *run_in*: headings stand inside lines; *spaced*: lines end with a space.
    """

    size: float
    pitch: float
    follows: Mapping[int, int]
    marks: frozenset[str]
    starts: frozenset[str]
    headings: frozenset[str]
    indented: bool
    whole: bool
    run_in: bool
    spaced: bool


def steps_of(placed: Sequence[Placed]) -> list[Step]:
    """Return what every two neighbouring lines have to do with each other."""
    size = usual_size([p.line for p in placed])
    pairs = list(pairwise(placed))
    centred = [_are_centred(a, b, size) for a, b in pairs]
    full = [
        may_follow(a, b) and a.room + (a.left if both else 0.0) < _needed(a, b)
        for (a, b), both in zip(pairs, centred, strict=True)
    ]
    lasts = [not goes_on for goes_on in (*full[1:], False)][: len(full)]
    front = next((i for i, p in enumerate(placed) if "。" in p.text or p.mark in UPPER), len(placed))
    return [
        Step(a, b, is_full, both, is_open(a.text), last, last and _is_headline(a, b), _gap(a, b), i < front)
        for i, ((a, b), is_full, both, last) in enumerate(zip(pairs, full, centred, lasts, strict=True))
    ]


def _are_centred(a: Placed, b: Placed, size: float) -> bool:
    """Tell whether two lines are centred: as a title is, or so narrow that they cannot be lines of a paragraph."""
    is_title = a.line.em > (1 + SAME_SIZE) * size
    return (is_title or b.left > MOST_INDENT) and all(abs(p.left - p.room) <= _CENTRED for p in (a, b))


def is_open(text: str) -> bool:
    """Tell whether a line ends inside a sentence, or as a heading does."""
    text = text.rstrip(SPACES)
    bare = text.rstrip(CLOSING) or text
    return bare[-1] not in STOPS and not (bare[-1] == "." and bare[-2:-1] > "\u2e7f")


def _is_headline(a: Placed, b: Placed) -> bool:
    """Tell whether *b* ends without a stop though *a* ended a sentence, or a part of one before a number."""
    below = b.text.rstrip(SPACES)
    if below[-1] in STOPS or below[-1] in CLOSING:
        return False
    above = a.text.rstrip(SPACES)
    return above[-1] not in OPEN if b.mark not in ("", "key") else above.rstrip(CLOSING)[-1:] in _ENDS


def _needed(a: Placed, b: Placed) -> float:
    """Return how much room the first word of *b* needs at the end of *a*, in em."""
    above, below = a.text.rstrip(SPACES)[-1], b.text.lstrip(SPACES)[0]
    between = _AUTOSPACE if (above > "\u2e7f") != (below > "\u2e7f") else 0.0
    return b.line.word / a.line.em + between + (_MID_SENTENCE if is_open(a.text) else _EXACT)


def _gap(a: Placed, b: Placed) -> float:
    return b.line.y - a.line.y if _same_column(a, b) else 0.0


def _same_column(a: Placed, b: Placed) -> bool:
    return a.page is b.page and a.line.column == b.line.column


def _are_alike(a: Placed, b: Placed) -> bool:
    """Tell whether two lines are set in letters of one size, which is less sure where there are Latin ones only."""
    latin = max(a.text) < "\u2e80" or max(b.text) < "\u2e80"
    return abs(a.line.em - b.line.em) <= (_SAME_LATIN if latin else SAME_SIZE) * a.line.em


def may_follow(a: Placed, b: Placed) -> bool:
    """Tell whether two lines can belong to one paragraph, wherever they begin and end."""
    if not _are_alike(a, b) or (b.line.cells and (a.line.cells or not is_open(a.text))):
        return False
    if a.page is b.page:
        return a.line.column == b.line.column or (a.line.column, b.line.column) == (1, 2)
    return b.page.number == a.page.number + 1


def habits_of(steps: Sequence[Step]) -> Habits:
    """Return how a document sets paragraphs, as the lines tell of which it is clear whether they go on."""
    inside = [s for s in steps if s.full and s.open and not s.below.mark]
    anew = [s for s in steps if s.below.mark and s.above.room > _needed(s.above, s.below) + _SURELY_SHORT]
    ends = [s for s in steps if not s.full and not s.open and may_follow(s.above, s.below)]
    indents = sum(s.below.left > INDENT for s in ends)
    habits = Habits(
        size=usual_size([s.above.line for s in steps]),
        pitch=_pitch(inside, steps),
        follows=_follows(inside),
        marks=frozenset(s.below.mark for s in anew),
        starts=frozenset(),
        headings=_headings(steps),
        indented=indents >= _FEW and indents > _NEARLY_ALL * len(ends),
        whole=_are_whole(steps),
        run_in=sum(len(_RUN_IN.findall(s.above.text)) for s in steps) > 1,
        spaced=2 * sum(bool(tail_of(s.above.text)) for s in inside) > len(inside),
    )
    return habits._replace(starts=frozenset(s.below.mark for s in anew if is_in_place(s, habits)))


def _are_whole(steps: Sequence[Step]) -> bool:
    """Tell whether paragraphs of several lines end with a stop; those that a writer has cut do not."""
    ends = [b for a, b in pairwise(steps) if a.full and b.above.room > _needed(b.above, b.below) + _SURELY_SHORT]
    return sum(s.open and not s.above.line.cells for s in ends) <= max(_FEW, (1 - _NEARLY_ALL) * len(ends))


def _headings(steps: Sequence[Step]) -> frozenset[str]:
    """Return the marks behind which a heading, and nothing else, fills a line of its own in this document."""
    marked = [s for s in steps if s.above.mark and s.open and "。" not in s.above.text]
    alone = Counter(s.above.mark for s in marked if not s.full)
    every = Counter(s.above.mark for s in steps)
    full = Counter(s.above.mark for s in marked if s.full)
    return frozenset(m for m, n in alone.items() if n > 1 and n + full[m] > _NEARLY_ALL * every[m] and n > 2 * full[m])


def _pitch(inside: Sequence[Step], steps: Sequence[Step]) -> float:
    """Return the usual distance of lines inside paragraphs; without any, that of the nearer half of all lines."""
    gaps = sorted(s.gap for s in inside if s.gap > 0)
    if len(gaps) < _FEW:
        gaps = sorted(s.gap for s in steps if s.gap > 0)[: max(1, len(steps) // 2)]
    return median(gaps) if gaps else 0.0


def _follows(inside: Sequence[Step]) -> Mapping[int, int]:
    """Return where lines go on, by where they begin, in whole em from the margin; what is not told goes on there."""
    below: dict[int, Counter[int]] = defaultdict(Counter)
    for s in inside:
        below[round(s.above.left)][round(s.below.left)] += 1
    usual = {place: counts.most_common(1)[0] for place, counts in below.items()}
    return {place: to for place, (to, count) in usual.items() if count >= _FEW and 2 * count > below[place].total()}


def is_in_place(step: Step, habits: Habits) -> bool:
    """Tell whether the lower line stands where the upper one would go on: no indent, no wider gap."""
    larger = max(1.0, step.above.line.em / habits.size)
    if step.gap < 0 or (habits.pitch and step.gap > _WIDER * habits.pitch * larger):
        return False
    if step.centred:
        return step.full
    place = round(step.above.left)
    if not _stands_by_itself(step, habits) and round(step.below.left) == habits.follows.get(place, 0):
        return True
    # A text does not end without a stop, however its lines are set; unless the writer has cut the lines.
    goes_on = habits.whole and step.full and step.open and not step.below.mark and _TEXT.search(step.above.text)
    return bool(goes_on) and abs(step.below.left - step.above.left) < MOST_INDENT


def _stands_by_itself(step: Step, habits: Habits) -> bool:
    """Tell whether the upper line begins too far in to go on at the margin, as a signature at the right does.

    Text goes on there, and so does what spaces have pushed so far that its end had no room.
    """
    above = step.above
    if above.left <= MOST_INDENT or round(above.left) in habits.follows or _TEXT.search(above.text):
        return False
    return above.text[0] not in SPACES or bool(step.below.mark)


def is_cut_by_count(steps: Sequence[Step], habits: Habits) -> bool:
    """Tell whether lines end at a number of characters and not at a margin: whoever wrote the text has cut them."""
    inside = [s for s in steps if s.open and not s.below.mark and is_in_place(s, habits)]
    sizes = sorted(len(s.above.text.strip()) for s in inside)
    if len(sizes) < 2 * _FEW:
        return False
    most = sizes[len(sizes) * 9 // 10]
    long = [s for s in inside if 2 * len(s.above.text.strip()) > most]
    by_count = sum(len(s.above.text.rstrip()) >= most - 1 for s in long) / len(long)
    return by_count >= _BY_COUNT and by_count > sum(s.full for s in long) / len(long) + (1 - _BY_COUNT)


def tail_of(text: str) -> str:
    """Return the spaces at the end of *text*."""
    return text[len(text.rstrip(SPACES)) :]
