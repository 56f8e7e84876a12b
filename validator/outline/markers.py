"""The numbers in front of headings: 一、（一）1.（1）① 第一部分, whole or damaged."""

from __future__ import annotations

from functools import lru_cache

from validator.dates import number
from validator.model.outline import Marker
from validator.patterns import compiled

_CN = "一二三四五六七八九十"
FAMILIES = ("part", "cn", "cnp", "ordinal", "num", "dec", "nump", "circle")
"""The kinds of marker from the topmost down, as GB/T 9704 and habit order them."""

_MARKER = compiled(
    rf"(?P<part>第[{_CN}]{{1,3}})(?:部分|章|篇)[、：\s]*"
    r"|(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[.、．\s]+"
    rf"|（\s*(?P<cnp>[{_CN}]{{1,3}})\s*）(?!（[{_CN}])[、.\s]*"
    rf"|(?P<cnl>[{_CN}]{{1,3}})）[、.\s]*"
    rf"|（(?P<cno>[{_CN}]{{1,2}})(?=[\u4e00-\u9fff])(?![是来方{_CN}])"
    rf"|(?P<cn>[{_CN}]{{1,3}})(?:[、.．﹑]|[ \u3000](?=[\u4e00-\u9fff]))[.\s]*"
    r"|（\s*(?P<nump>\d{1,2})\s*）[、.\s]*"
    r"|(?P<cnps>[㈠-㈩])[、.\s]*|(?P<numps>[⑴-⒇])[、.\s]*|(?P<numds>[⒈-⒛])[、.\s]*"
    r"|\d{1,2}\.(?P<dec>\d{1,2})(?![\d.%])[、.\s]*(?=[\u4e00-\u9fff“《])(?![万亿千百倍元个米吨秒份件项家户条起处次人岁场]|公[里斤顷]|平方|年[，。的来]|度[，。]|分[，。钟]|名[，。干]|级[，。]|村[，。])"
    r"|(?P<nums>\d{1,2})[ \u3000]+(?=(?:[\u4e00-\u9fff]|20\d\d年).{1,40}$)(?!年(?!度)|[月日个件次人名项起份条])"
    r"|(?P<num>\d{1,2})(?:[、.．](?!\d)|[.、](?=(?:19|20)\d\d年|\d+(?:份|个|名|件|项|家|户|条|起|村|处|次)))[.、\s]*"
    r"|(?P<numr>\d{1,2})）[、.\s]*"
    r"|(?P<circle>[①-⑳])\s*"
    r"|(?P<lost>）)(?=[\u4e00-\u9fff])"
)
_SIGNS = {"circle": "①", "cnps": "㈠", "numps": "⑴", "numds": "⒈", "roman": "Ⅰ"}
"""Kinds of marker that are one character, and the one that means 1; the others follow it."""
_FAMILY = {
    "cnps": "cnp",
    "numps": "nump",
    "numds": "num",
    "cnl": "cnp",
    "cno": "cnp",
    "lost": "cnp",
    "numr": "nump",
    "nums": "num",
    "roman": "part",
}
_FIRST = frozenset(f"{_CN}ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ第（）0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑")


# The last cell of a row of figures; a table of contents ends its lines like that, too.
_LAST_CELL = compiled(r"(?<=\d) +[\d，.]+$|(?:\||\t| {4}|\u3000{2})\s*[\d，.%/—-]*\s*\|?$")
_LAST_SIGNS = frozenset("0123456789|%/—-")


def is_row(text: str) -> bool:
    """Tell whether a line is a row of a table that ends with a figure or an empty cell: no heading, whatever number."""
    return text[-1:] in _LAST_SIGNS and bool(_LAST_CELL.search(text))


def marker_of(text: str) -> Marker | None:
    """Return the marker with which *text* begins."""
    if text[:1] not in _FIRST:
        return None
    m = _MARKER.match(text)
    if not m or m.end() == len(text):
        return None
    kind = m.lastgroup or ""
    return Marker(_FAMILY.get(kind, kind), _value(kind, m[kind]), m.end(), kind in ("cnl", "cno", "lost"))


@lru_cache(maxsize=512)
def _value(kind: str, sign: str) -> int | None:
    if kind == "lost":
        return None
    if kind in _SIGNS:
        return ord(sign) - ord(_SIGNS[kind]) + 1
    return number(sign.lstrip("第"))


_INLINE = compiled(
    rf"(?:(?<=[。；：！？”）])|(?<=\s)|(?<=[\u4e00-\u9fff])(?=（))"
    rf"(?:（[{_CN}]{{1,3}}）|[{_CN}]{{1,3}}、(?=[\u4e00-\u9fff“《\d]))"
)


def inline_markers(text: str) -> list[tuple[int, Marker]]:
    """Return ``(offset, marker)`` of every 一、 and （一） inside *text* that may begin a heading there."""
    found = []
    for m in _INLINE.finditer(text, 1):
        marker = marker_of(text[m.start() : m.start() + 12])
        if marker:
            found.append((m.start(), marker))
    return found
