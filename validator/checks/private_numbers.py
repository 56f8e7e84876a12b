"""Numbers that lead to a private person: of identity cards, mobile phones, bank cards and accounts, in any writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from validator.patterns import compiled
from validator.text import Span, has_any

NumberSort = Literal["id_number", "mobile", "bank_card"]


class Number(NamedTuple):
    """*span*: where it stands, without a country code. *sure*: nothing but a person's number is written like this.

    What is not sure is hidden all the same, but not reported.
    """

    sort: NumberSort
    span: Span
    sure: bool


class _Digits(NamedTuple):
    """Groups of digits that may be one number: *spans* in the text, *labelled* if a word before them says so."""

    plain: str
    spans: Sequence[Span]
    labelled: bool = False

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(b - a for a, b in self.spans)


_BLANKS = "\t\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SAME = (
    *((blank, " ") for blank in _BLANKS),
    *((chr(0xFF10 + i), str(i)) for i in range(10)),
    *((dash, "-") for dash in "‐‑‒–—－−"),
    *(("＋", "+"), ("Ｘ", "X"), ("ｘ", "x"), ("（", "("), ("）", ")"), ("．", ".")),
)
_IN_DIGITS = bytes(0x30 if chr(i) in "0123456789" else 0x20 for i in range(256))
_ACCOUNTS = "卡账帐"
_LEAST, _LEAST_ACCOUNT = 11, 8  # digits; an account that is not called one has more
_BETWEEN = r"(?:[ -]{1,3}|(?<=86)\)[ -]?|\.(?=[0-9]{4}(?![0-9])))"
_ROW = re.compile(rf"[0-9](?:{_BETWEEN}?[0-9]){{7,}}(?:(?<=[0-9]{{2}})[Xx](?![A-Za-z0-9]))?")
_GROUP = re.compile("[0-9]+[Xx]?")
# What a line break cuts is found from the break: there are fewer of them than of digits.
_NEXT_LINE = re.compile(r"\n {0,8}([0-9]{1,20}[Xx]?)(?![0-9])")
_LINE_END = re.compile(r"(?<![0-9])([0-9]{1,20}) {0,8}$")
_LINE_REST = 40
_MOST_GROUPS, _MOST_SINGLE = 6, 30

_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_ID = re.compile(rf"[1-9][0-9]{{5}}(?:19|20)[0-9]{{2}}{_DAY}[0-9]{{3}}[0-9Xx]")
_PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_OLD_DIGITS = _CARD_DIGITS = 15
_OLD_ID = re.compile(rf"{_PROVINCE}[0-9]{{6}}{_DAY}[0-9]{{3}}")
_MOBILE = re.compile("((?:00)?86)?(1[3-9][0-9]{9})")
_MOBILE_GROUPS = {(11,), (3, 4, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (3, 8)}
_CARD = re.compile("(?:[3-6]|9558)[0-9]{15,18}")
_OF_BANKS = ("62", "9558")
_ACCOUNT = re.compile(rf"(?!(?:19|20)[0-9]{{2}}{_DAY})[0-9]{{20,22}}")  # with a day before it: an order, a ticket

_AT_END = r"[^\d，。；、\n]{0,8}$"
_LABEL = compiled(f"(?:身份证|公民身份|证件|电话|手机|联系方式|微信|号码){_AT_END}")
_ID_WORD = compiled(f"(?:身份证|公民身份|证件){_AT_END}")
_ACCOUNT_WORD = compiled(r"(?:[卡账帐]号|[账帐]户[：:])[^\d，。；、\n]{0,8}$")
_CARD_WORD = compiled("卡号|账号|帐号|账户|银行|汇款|户名")
_NO_PERSON = compiled(
    r"(?<!身份证|证件)(?:索引|信用代码|标识码|备案|网安备|编号|编码|登记|流水|文号|案号|许可|执法证|单号|条码|发票|代码|ISBN|ICP)"
    r"[号码证书为是税：:\s|()\[【“]{0,8}(?:[0-9A-Za-z-]{6,30}[、/和及 ]{1,2}){0,3}$"
)
_PART_BEFORE, _PART_BEHIND = compiled("[-/A-Za-z]"), compiled("[/A-Za-z]")  # of an address, an index number
_MONEY = compiled(r"(?:\.\d+)? ?[余多]?[万亿]{0,2}美?元")
_BEFORE, _LISTED = 16, 60


@lru_cache(maxsize=2)  # the rule asks about the text in which they are hidden afterwards
def private_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of persons in *text*, original or shadow; spans are offsets in it."""
    folded = _folded(text)
    least = _LEAST_ACCOUNT if has_any(folded, _ACCOUNTS) else _LEAST
    # Most texts have no long row of digits, and to know that costs half of looking for one.
    rows = _ROW.finditer(folded) if b"0" * least in _packed(folded) else ()
    found = [n for row in rows if row.end() - row.start() >= least for n in _in_row(folded, row)]
    found += [n for line in _NEXT_LINE.finditer(folded) if (n := _over_two_lines(folded, line))]
    return tuple(n for n in found if not _is_no_person(folded, n.span))


def _folded(text: str) -> str:
    """Return *text* with plain digits, blanks and dashes; character for character."""
    for sign, plain in _SAME:
        text = text.replace(sign, plain)
    return text


def _packed(text: str) -> bytes:
    """Return *text* with 0 for every digit, without what may stand between digits."""
    return text.encode("ascii", "replace").translate(_IN_DIGITS, b" -.)")


def _in_row(text: str, row: re.Match[str]) -> Iterator[Number]:
    """Yield the numbers in a row of digits, e.g. two telephone numbers; a row of a table's cells is none."""
    groups = [m.span() for m in _GROUP.finditer(text, *row.span())]
    before = text[max(row.start() - _BEFORE, 0) : row.start()]
    if _ACCOUNT_WORD.search(before) and sum(b - a for a, b in groups) <= _MOST_SINGLE:
        yield Number("bank_card", row.span(), _is_sure("bank_card", text, _digits(text, groups)))
        return
    labelled = bool(_LABEL.search(before))
    found: list[tuple[Number, Sequence[Span]]] = []
    i = 0
    while i < len(groups):
        longest = _at(text, groups[i : i + (_MOST_SINGLE if labelled else _MOST_GROUPS)], labelled)
        found += [longest] if longest else []
        i += len(longest[1]) if longest else 1
    covered = {span for _, spans in found for span in spans}
    table = any(_is_cell(text, g) for g in groups if g not in covered)
    for number, spans in found:
        if len(spans) == 1 or labelled or number.sort == "id_number" or not table:
            yield number


def _digits(text: str, spans: Sequence[Span], labelled: bool = False) -> _Digits:
    return _Digits("".join(text[a:b] for a, b in spans), spans, labelled)


def _at(text: str, groups: Sequence[Span], labelled: bool) -> tuple[Number, Sequence[Span]] | None:
    """Return the longest number that the first of *groups* begins, with its groups."""
    for k in range(len(groups), 0, -1):
        digits = _digits(text, groups[:k], labelled)
        number = _number(text, digits) if len(digits.plain) <= _MOST_SINGLE else None
        if number:
            return number, groups[:k]
    return None


def _number(text: str, digits: _Digits) -> Number | None:
    sort = _sort(digits)
    if not sort:
        return None
    start = digits.spans[0][0]
    if sort == "mobile":
        m = _MOBILE.fullmatch(digits.plain)
        start = _place(digits.spans, m.start(2)) if m else start
    return Number(sort, (start, digits.spans[-1][1]), _is_sure(sort, text, digits))


def _sort(digits: _Digits) -> NumberSort | None:
    plain, sizes = digits.plain, digits.sizes
    solid = digits.labelled or len(sizes) == 1
    if _ID.fullmatch(plain):
        return "id_number"
    if _OLD_ID.fullmatch(plain) and (solid or sizes == (6, 6, 3)):
        return "id_number"
    if m := _MOBILE.fullmatch(plain):
        return "mobile" if solid or _national(sizes, m.end(1)) in _MOBILE_GROUPS else None
    if solid and (_CARD.fullmatch(plain) or _ACCOUNT.fullmatch(plain)):
        return "bank_card"
    return "bank_card" if _is_card_in_fours(plain, sizes) else None


def _national(sizes: tuple[int, ...], country: int) -> tuple[int, ...]:
    """Return the sizes of the groups without the *country* digits of the country code."""
    if country <= 0:
        return sizes
    return sizes[1:] if sizes[0] == country else (sizes[0] - country, *sizes[1:])


def _is_card_in_fours(plain: str, sizes: tuple[int, ...]) -> bool:
    fours = len(sizes) >= 4 and set(sizes[:-1]) == {4} and sizes[-1] <= 4
    return fours and bool(_CARD.fullmatch(plain)) and (plain.startswith(_OF_BANKS) or _has_check_digit(plain))


def _has_check_digit(card: str) -> bool:
    doubled = (sum(divmod(2 * int(d), 10)) for d in card[-2::-2])
    return (sum(doubled) + sum(map(int, card[-1::-2]))) % 10 == 0


def _place(spans: Sequence[Span], digit: int) -> int:
    """Return the offset of the digit with this index."""
    for start, end in spans:
        if digit < end - start:
            return start + digit
        digit -= end - start
    return spans[-1][1]


def _is_cell(text: str, group: Span) -> bool:
    """Tell whether a number that is no person's stands by itself, not as part of a sentence or as a marker."""
    before, after = text[group[0] - 1 : group[0]], text[group[1] : group[1] + 1]
    return not (before.isalpha() or after.isalpha() or after in (")", "."))


def _over_two_lines(text: str, line: re.Match[str]) -> Number | None:
    """Return the number that a line break cuts; cells below one another are none."""
    at = max(text.rfind("\n", 0, line.start()) + 1, line.start() - _LINE_REST)
    before = text[at : line.start()]
    m = _LINE_END.search(before) if before.rstrip()[-1:].isdigit() else None
    if not m:
        return None
    spans = ((at + m.start(1), at + m.end(1)), line.span(1))
    number = _number(text, _Digits(m[1] + line[1], spans, labelled=True))
    return number if number and (number.sort == "id_number" or before[: m.start()].strip()) else None


def _is_sure(sort: NumberSort, text: str, digits: _Digits) -> bool:
    start, end = digits.spans[0][0], digits.spans[-1][1]
    if _PART_BEFORE.search(text, max(start - 1, 0), start) or _PART_BEHIND.match(text, end):
        return False
    before = text[max(start - _BEFORE, 0) : start]
    if sort == "bank_card":
        return len(digits.plain) >= _CARD_DIGITS and bool(_CARD_WORD.search(before))
    is_old = sort == "id_number" and len(digits.plain) == _OLD_DIGITS
    return not is_old or bool(_ID_WORD.search(before))


def _is_no_person(text: str, span: Span) -> bool:
    """Tell whether the words around a number say that it is something else: a code, a case, money."""
    before = text[max(span[0] - _LISTED, 0) : span[0]]
    return before.endswith(("¥", "￥", "$")) or bool(_NO_PERSON.search(before) or _MONEY.match(text, span[1]))


def starred(text: str, span: Span) -> Iterator[int]:
    """Yield the offsets of the digits of the number at *span* that must not be shown: all but three and two."""
    digits = [i for i in range(*span) if text[i].isalnum()]
    yield from digits[3:-2]
