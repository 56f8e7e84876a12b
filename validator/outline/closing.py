"""Signature and date: after the body, or in a covering letter, or under the title of a speech."""

from __future__ import annotations

from collections.abc import Sequence

from validator.dates import FoundDate, find_dates
from validator.model.outline import Closing, Paragraph, Signature
from validator.outline.chrome import is_chrome, is_header_line
from validator.outline.names import ENDING, SEAL, names_in
from validator.patterns import compiled
from validator.text import Span

_LONGEST = 70
_AROUND_NAME = " \u3000\u00a0（|"
_LONGEST_HALF = 24  # characters of a line of a broken name
_SHORTEST_NAME = 3  # characters; so few below a line that names nobody are the rest of its name
_AROUND_DATE = compiled(r"[\s（）]*(?:印|印章|盖章|公章|章)?[\s（）]*")
_DATE_LABEL = compiled(r"(?:成文|落款|报告|签发|填报|报送|上报|发文)?(?:日期|时间)：\s*$")
_NO_YEAR = compiled(r"\d{1,2}月\d{1,2}日")
_SPEECH = compiled(r"[—\-－（(]+.*(?:会议|大会|常委会)")
# 云川县人民政府副县长　陆启明: the office that is held tells which body the speaker speaks for.
_PERSON = r"[\s\u3000]+[\u4e00-\u9fff·]{1,8}(?:[\s\u3000]+[\u4e00-\u9fff]{1,2}){0,3}"
_RANK = "(?:党[组委](?:书记|副书记|成员)、)?(?:代理|常务)?副?"
_HEAD = compiled(rf"([\u4e00-\u9fff]{{2,20}}人民政府){_RANK}(?:[省市县区州盟旗镇乡]长|主席){_PERSON}")
_DIRECTOR = compiled(rf"([\u4e00-\u9fff]{{3,24}}(?:局|厅|委员会|办公室)){_RANK}(?:局长|厅长|主任){_PERSON}")
_ON_BEHALF = compiled("受[^。]{2,30}委托|代表[^。，]{2,16}(?:政府|管委会|办事处)")
_WEEKDAY = compiled("星期|周[一二三四五六日天]")
_TAIL = 60
_ISO = compiled(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


def closing_of(paragraphs: Sequence[Paragraph]) -> tuple[Closing, int]:
    """Return the closing of a report and the offset at which it begins (-1: there is none).

    *paragraphs*: those that can hold it, from the last heading of the topmost kind on.
    """
    dated = [i for i, p in enumerate(paragraphs) if _date_line(p)]
    signed = [(i, _signers(paragraphs, i)) for i in dated]
    for i, found in reversed(signed):
        if found:
            return _closing(paragraphs, i, found), min(found[0][1][0], paragraphs[i].start)
    if dated:
        i = dated[-1]
        return _closing(paragraphs, i, []), paragraphs[i].start
    return _undated(paragraphs)


def _date_line(p: Paragraph) -> FoundDate | None:
    """Return the date of a line that holds nothing else but a name."""
    if len(p.text) > _LONGEST or _WEEKDAY.search(p.text):
        return None
    dates = find_dates(p.text)
    if not dates and _NO_YEAR.fullmatch(p.text):
        return FoundDate((0, len(p.text)), "incomplete")
    if len(dates) != 1:
        return None
    start, end = dates[0].span
    if "印发" in p.text[end:]:  # the printer's line below a document, not its date
        return None
    before = _DATE_LABEL.sub("", p.text[:start]).strip(_AROUND_NAME)
    after = p.text[end:].strip(" |")
    if (before and not names_in(before)) or not _AROUND_DATE.fullmatch(after):
        return None
    return dates[0]


def _signers(paragraphs: Sequence[Paragraph], i: int) -> list[tuple[str, Span]]:
    """Return the names beside the date line *i*: on it, above it, or else below it."""
    p = paragraphs[i]
    date = _date_line(p)
    before = _DATE_LABEL.sub("", p.text[: date.span[0] if date else 0])
    on_line = _named(p, names_in(before.strip(_AROUND_NAME)))
    above: list[tuple[str, Span]] = []
    k = i - 1
    while k >= 0 and i - k <= 4:
        if SEAL.fullmatch(paragraphs[k].text):
            k -= 1
        elif broken := _broken(paragraphs[k - 1 : k + 1]):
            above = broken + above
            k -= 2
        elif names := names_in(paragraphs[k].text):
            above = _named(paragraphs[k], names) + above
            k -= 1
        else:
            break
    if on_line or above:
        return above + on_line
    below = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
    return _named(below, names_in(below.text, strong=True)) if below and not is_chrome(below) else []


def _broken(lines: Sequence[Paragraph]) -> list[tuple[str, Span]]:
    """Return the name that goes over two lines: the lower one is its ending, or neither is a name by itself."""
    if len(lines) < 2 or any(len(p.text) > _LONGEST_HALF or p.marker for p in lines):
        return []
    upper, lower = lines
    short = len(lower.text) <= _SHORTEST_NAME or not names_in(lower.text)
    if not ENDING.fullmatch(lower.text.strip()) and (names_in(upper.text) or not short):
        return []
    whole = upper.text.strip() + lower.text.strip()
    if len(names := names_in(whole, strong=True)) != 1:
        return []
    return [(names[0], (upper.start, lower.start + len(lower.text.rstrip())))]


def _named(p: Paragraph, names: tuple[str, ...]) -> list[tuple[str, Span]]:
    found = []
    at = 0
    for name in names:
        offset = max(p.text.find(name, at), 0)
        at = offset + len(name)
        found.append((name, (p.start + offset, p.start + at)))
    return found


def _closing(paragraphs: Sequence[Paragraph], i: int, signers: list[tuple[str, Span]]) -> Closing:
    date = _date_line(paragraphs[i])
    return Closing(_signature(signers), (_moved(date, paragraphs[i].start),) if date else ())


def _signature(signers: list[tuple[str, Span]]) -> Signature | None:
    names: dict[str, Span] = {}
    for name, span in signers:
        names.setdefault(name, span)
    return Signature(tuple(names), tuple(names.values())) if names else None


def _moved(date: FoundDate, by: int) -> FoundDate:
    return date._replace(span=(date.span[0] + by, date.span[1] + by))


def _undated(paragraphs: Sequence[Paragraph]) -> tuple[Closing, int]:
    """Find a signature without a date, or signature and date at the end of the last sentence's line."""
    for p in reversed(paragraphs):
        if is_chrome(p) or is_header_line(p.text):
            continue
        names = names_in(p.text, strong=True)
        if names:
            return Closing(_signature(_named(p, names))), p.start
        if len(p.text) >= _TAIL or "。" in p.text:
            return _fused(p)
    return Closing(), -1


def _fused(p: Paragraph) -> tuple[Closing, int]:
    tail_start = max(len(p.text) - _TAIL, 0)
    stop = max(p.text.rfind(c, tail_start) for c in "。！”")
    tail = p.text[stop + 1 :] if stop >= 0 else ""
    if not tail.strip():
        return Closing(), -1
    dates = find_dates(tail)
    name_part = tail[: dates[0].span[0]] if dates else tail
    names = tuple(n for part in name_part.split() for n in names_in(part, strong=True))
    if not names and not dates:
        return Closing(), -1
    base = p.start + stop + 1
    spans = [(base + tail.find(name), base + tail.find(name) + len(name)) for name in names]
    found = tuple(_moved(d, base) for d in dates[:1])
    return Closing(Signature(names, tuple(spans)) if names else None, found), base


def letter_of(front: Sequence[Paragraph]) -> Closing:
    """Return signature and date that stand above the body: a covering letter's, or a speech's date."""
    for i, p in enumerate(front):
        date = _date_line(p)
        if date and not _ISO.fullmatch(p.text.strip()):
            return _closing(front, i, _signers(front, i))
        if len(p.text) <= _LONGEST and _SPEECH.match(p.text) and (dates := find_dates(p.text)):
            return Closing(None, (_moved(dates[0], p.start),))
    return Closing()


def with_speaker(letter: Closing, front: Sequence[Paragraph], opening: str, named: int) -> Closing:
    """Return *letter*, signed for the body of a speech's speaker if it is not signed itself.

    *front*: the lines below the title; *opening*: they and the first of the body; *named*: how many characters the
    name in the title has, since only a fuller one tells more.
    """
    if letter.signature:
        return letter
    patterns = (_HEAD,) if _ON_BEHALF.search(opening) else (_HEAD, _DIRECTOR)  # else the director speaks for another
    for p in front:
        m = next((m for pattern in patterns if (m := pattern.fullmatch(p.text))), None)
        if m and len(m[1]) > named and not is_chrome(p) and names_in(m[1], strong=True) == (m[1],):
            return letter._replace(signature=Signature((m[1],), ((p.start, p.start + len(m[1])),)))
    return letter
