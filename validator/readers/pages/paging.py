"""Page after page, within limits; which pages could not be read, why, and how that is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from time import monotonic
from typing import Literal

from validator.errors import ReadError
from validator.readers.pages.glyphs import Line, Page
from validator.words import Words

MAX_PAGES = 500
MAX_SECONDS = 25.0
"""A worker has 30 for the whole file; what has been read by then is worth checking."""

MAX_CHARACTERS = 100_000
"""On one page: 20 pages full of the smallest print."""

Reason = Literal["scanned", "blind", "garbled", "broken", "dense", "many", "slow"]
"""Why: a picture without text, a picture in which no text was found, characters without codes, damage, limits."""

_FEW_CHARACTERS = 8
_STAMPED = 60  # characters that a scanning program writes on every page
_SOME_PICTURE = 0.3  # of the page
_PICTURE = 0.6
_MANY_PATHS = 200  # letters drawn as outlines
_MOST_BAD = 0.5
_DAMAGE = "\ufffd"
_SAID: Mapping[Reason, Words] = {
    "scanned": Words("第{}页是扫描图片，没有文字", "page {} is a scanned picture without text"),
    "blind": Words("第{}页是图片，没有识别出文字", "page {} is a picture in which no text was found"),
    "garbled": Words("第{}页的字体没有文字编码，读不出文字", "page {} has a font without codes for its characters"),
    "broken": Words("第{}页已损坏，打不开", "page {} is damaged"),
    "dense": Words("第{}页的文字太多，没有读", "page {} was not read: it holds too much text"),
    "many": Words("第{}页没有读：页数太多", "page {} was not read: there are too many pages"),
    "slow": Words("第{}页没有读：前面的页花的时间太长", "page {} was not read: those before it took too long"),
}
_PICTURES = Words("这是扫描件，里面只有图片，没有文字", "a scan: it holds pictures and no text")
_GARBLED = Words("字体没有文字编码，读不出文字", "its fonts have no codes for the characters")
_BROKEN = Words("每一页都已损坏，打不开", "every page is damaged")
_WITH_OCR = Words(
    '请发原来的 Word 或 PDF；或安装识别组件：pip install "chaque[ocr]"',
    'Send the original Word or PDF file, or install text recognition: pip install "chaque[ocr]"',
)
_ORIGINAL = Words("请发原来的 Word 或 PDF", "Send the original Word or PDF file")


def read_pages(
    count: int, read: Callable[[int, Sequence[Line]], Page | Reason]
) -> tuple[list[Page], dict[int, Reason]]:
    """Return the pages that *read* can read, and why others could not be read.

    *read* is called with the page numbers from 1 on, and the lines of the page before. At most MAX_PAGES pages, and
    none that would probably end after MAX_SECONDS.
    """
    pages: list[Page] = []
    unread: dict[int, Reason] = {}
    last = min(count, MAX_PAGES)
    begun = now = monotonic()
    longest = 0.0
    for number in range(1, last + 1):
        if now + longest > begun + MAX_SECONDS:
            unread |= dict.fromkeys(range(number, last + 1), "slow")
            break
        found = read(number, pages[-1].lines if pages else ())
        if isinstance(found, Page):
            pages.append(found)
        else:
            unread[number] = found
        before, now = now, monotonic()
        longest = max(longest, now - before)
    if count > MAX_PAGES:  # a file can state any number, so not every page is listed
        unread |= {MAX_PAGES + 1: "many", count: "many"}
    return pages, unread


def kind_of(text: str, pictures: Callable[[], tuple[float, int]]) -> Literal["text", "scanned", "garbled"]:
    """Tell whether a page with this *text* can be read: not when it is a picture, nor when characters have no codes.

    *pictures*: returns the share of the page that they cover, and the number of outlines.
    """
    seen = "".join(text.split())
    few = len(seen) < _FEW_CHARACTERS
    clean = seen.isprintable() and _DAMAGE not in seen
    if not few and not clean and sum(map(_is_bad, seen)) > _MOST_BAD * len(seen):
        return "garbled"
    if len(seen) >= _STAMPED:
        return "text"
    share, outlines = pictures()
    if share >= (_SOME_PICTURE if few else _PICTURE) or (few and outlines >= _MANY_PATHS):
        return "scanned"
    return "text"


def _is_bad(sign: str) -> bool:
    """Tell whether a character stands for nothing: a control, a private one, the sign of damage."""
    return not sign.isprintable() or sign == _DAMAGE


def unread_words(pages: Mapping[int, Reason]) -> tuple[Words, ...]:
    """Return what to say of the pages (numbers from 1) that could not be read, neighbours together.

    Of too many pages the first and the last are enough.
    """
    words: list[Words] = []
    for reason, numbers in groupby(sorted(pages), key=pages.__getitem__):
        zh, en = _SAID[reason]
        several = list(numbers)
        for first, last in [(several[0], several[-1])] if reason == "many" else _ranges(several):
            words.append(Words(zh.format(_span(first, last, "—")), _plural(en, first, last)))
    return tuple(words)


def nothing_read(name: str, pages: Mapping[int, Reason], *, with_ocr: bool) -> ReadError:
    """Return the error of a file of which no page could be read; *with_ocr*: text recognition could read it."""
    reasons = set(pages.values())
    hint = _WITH_OCR if with_ocr and not reasons.isdisjoint({"scanned", "garbled"}) else _ORIGINAL
    if not reasons.isdisjoint({"scanned", "blind"}):
        return ReadError(name, _PICTURES, hint)
    return ReadError(name, _GARBLED if "garbled" in reasons else _BROKEN, hint)


def pages_in_words(numbers: Sequence[int]) -> Words:
    """Return the pages *numbers* as 第1—3、5页 and ``pages 1–3, 5``."""
    spans = list(_ranges(sorted(numbers)))
    zh = "、".join(_span(a, b, "—") for a, b in spans)
    en = ", ".join(_span(a, b, "–") for a, b in spans)
    return Words(f"第{zh}页", f"page{'s' if len(numbers) > 1 else ''} {en}")


def _ranges(numbers: Iterable[int]) -> Iterable[tuple[int, int]]:
    first = last = 0
    for n in numbers:
        if first and n != last + 1:
            yield first, last
            first = n
        first = first or n
        last = n
    if first:
        yield first, last


def _span(first: int, last: int, dash: str) -> str:
    return str(first) if first == last else f"{first}{dash}{last}"


def _plural(en: str, first: int, last: int) -> str:
    if first == last:
        return en.format(first)
    for one, many in (("page", "pages"), (" is ", " are "), (" has ", " have "), (" was ", " were ")):
        en = en.replace(one, many, 1)
    return en.format(_span(first, last, "–"))
