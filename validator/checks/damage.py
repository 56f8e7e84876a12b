"""damage: did characters get lost or spoilt on the way, so that a reader notices?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.patterns import LINES, compiled
from validator.text import Span, has_any
from validator.words import Words

Sort = Literal["replacement", "mojibake", "reading", "marker", "quote", "bracket", "date", "year", "misread"]

_MOJIBAKE = compiled("锟斤拷|烫烫烫|屯屯屯|[ÃÂåæçèé][\u0080-\u00bf]|(?<=[\u4e00-\u9fff])[□▯](?=[\u4e00-\u9fff])")
_MOJIBAKE_SIGNS = ("锟", "烫烫", "屯屯", "Ã", "Â", "å", "æ", "ç", "è", "é", "□", "▯")
_QUESTION_MARKS = compiled(r"^\s*[?？]{2,}(?=\s*\S)|(?<=[\u4e00-\u9fff])\?{2,}(?=[\u4e00-\u9fff])", LINES)
_NUMBER_RUN = compiled(r"〔\d{5,}〕?")
_YEAR_RUN = compiled(r"20\d\d20\d\d年")
_YEAR_LOST = compiled(r"(?<![\d—–\-])(?:19|20)\d\d(?=推进|法治|依法|工作|下一|主要|度)")
_LIST_NUMBER = compiled(r"(?<![\d（])(?:\d{1,2}|[a-zA-Z①-⑳])）")
_DASHES, _LETTERS, _JAPANESE_SIGNS = "—–－―─", "OolI", "カロニエタトハ査"
# A dash where 一 belongs: in the number of a heading, in 第一 and 一是; two of them are a dash.
_DASHED = compiled(
    f"(?<![^。；：！？）”\\s])(?:十?[{_DASHES}-][、．](?=\\S)|（十?[{_DASHES}-]）(?=[\u4e00-\u9fff“《\\d]))"
    f"|第[{_DASHES}](?=[\u4e00-\u9fff])|(?<=[。；：\n])[{_DASHES}]是(?=\\S)"
)
# Letters where digits belong; O3 is a gas, O2O a trade.
_LETTERED = compiled(
    "(?<![0-9A-Za-z])(?=[0-9年月]{0,9}[OolI])[12][0-9OolI]{3}年[0-9OolI]{1,2}月[0-9OolI]{1,2}日"
    "|(?<![0-9A-Za-z.])(?![Oo]\\d(?!\\d)|[Oo]2[Oo])(?=[0-9]*[OolI])(?=[OolI]*[0-9])"
    "[0-9OolI]{2,8}[余多]?[年月日件次人起份场名个项户条期元万亿%家所支村处宗]"
    "|(?<=[\u4e00-\u9fff])l[名个件次人起项条份场户处月日]"
)
# 力, 口, 二, 工, 夕, 卜, 八 as Japanese characters; 查 as the Japanese write it.
_JAPANESE = compiled("[\u4e00-\u9fff][カロニエタトハ](?![\u3040-\u30ff])|[\u4e00-\u9fff]?査")
_SORTS = {
    "replacement": Words("有无法显示的字符", "characters that cannot be shown"),
    "mojibake": Words("有乱码", "garbled characters"),
    "reading": Words("汉字后面夹着拼音注音", "pinyin readings between the characters"),
    "marker": Words("标题序号残缺", "broken heading numbers"),
    "quote": Words("引号不成对", "unpaired quotation marks"),
    "bracket": Words("括号不成对", "unpaired brackets"),
    "date": Words("日期或年份缺字", "dates that lost characters"),
    "year": Words("年份后缺“年”字", "a year without 年"),
    "misread": Words(
        "有认错的字（例如“一”成了“—”、“0”成了“O”、“治”成了“冶”）",
        "characters taken for others (such as — for 一, O for 0 or 冶 for 治)",
    ),
}


class DamageQuestion(NamedTuple):
    """*damage*: the sorts to look for."""

    damage: tuple[Sort, ...]


def ask(question: DamageQuestion, context: Context) -> Answer:
    """Hold if there is damage. Evidence: where; {damage}: which sorts."""
    found = [(sort, span) for sort in question.damage for span in _FINDERS[sort](context)]
    sorts = list(dict.fromkeys(sort for sort, _ in found))
    values = {"damage": Words("、".join(_SORTS[s].zh for s in sorts), ", ".join(_SORTS[s].en for s in sorts))}
    return Answer(bool(found), tuple(span for _, span in found), values)


def _replacement(context: Context) -> Iterator[Span]:
    at = context.text.find("\ufffd")
    while at >= 0:
        yield at, at + 1
        at = context.text.find("\ufffd", at + 1)


def _mojibake(context: Context) -> Iterator[Span]:
    if has_any(context.text, _MOJIBAKE_SIGNS):
        yield from (m.span() for m in _MOJIBAKE.finditer(context.text))
    if "?" in context.text or "？" in context.text:
        yield from (m.span() for m in _QUESTION_MARKS.finditer(context.text))


def _reading(context: Context) -> Iterator[Span]:
    at = context.outline.shadow.annotated
    if at >= 0:
        yield at, at + 1


def _marker(context: Context) -> Iterator[Span]:
    for s in context.outline.sections:
        if s.damaged and not has_any(context.text[s.start : s.heading_start], _DASHES + "-"):
            yield s.start, s.heading_end


def _quote(context: Context) -> Iterator[Span]:
    body = "".join([p.text for p in context.outline.paragraphs])
    if "”" not in body and "“" not in body:
        return
    signs = "".join([c for c in body if c in "“”"])
    if signs == "“”" * (len(signs) // 2):  # a quotation may run over several paragraphs
        return
    for p in context.outline.paragraphs:
        opened, closed = p.text.count("“"), p.text.count("”")
        if opened != closed or (closed and p.text.find("”") < p.text.find("“")):
            yield p.start, p.end


def _bracket(context: Context) -> Iterator[Span]:
    damaged = {s.start for s in context.outline.sections if s.damaged}
    surplus = [(p, p.text.count("）") - p.text.count("（")) for p in context.outline.paragraphs]
    odd = [(p, n - len(_LIST_NUMBER.findall(p.text)) if n > 0 else n) for p, n in surplus if n]
    if sum(n for _, n in odd) == 0 and sum(n < 0 for _, n in odd) == sum(n > 0 for _, n in odd):
        return  # what one paragraph opens another closes
    for p, n in odd:
        if n and p.start not in damaged:
            yield p.start, p.end


def _date(context: Context) -> Iterator[Span]:
    for found in context.outline.closing.dates:
        if found.wholeness == "damaged" and not has_any(context.text[slice(*found.span)], _LETTERS):
            yield found.span
    if "〔" in context.text:
        yield from (m.span() for m in _NUMBER_RUN.finditer(context.text))
    yield from (m.span() for m in _YEAR_RUN.finditer(context.text))


def _year(context: Context) -> Iterator[Span]:
    for s in context.outline.sections:
        m = _YEAR_LOST.search(s.heading) if "20" in s.heading else None
        if m:
            yield s.heading_start, s.heading_end


def _misread(context: Context) -> Iterator[Span]:
    text = context.text
    asked = ((_DASHES + "-", _DASHED), (_LETTERS, _LETTERED), (_JAPANESE_SIGNS, _JAPANESE))
    found = {m.span() for signs, pattern in asked if has_any(text, signs) for m in pattern.finditer(text)}
    yield from sorted(found | {_around(text, at) for at in context.outline.shadow.misread})


def _around(text: str, at: int) -> Span:
    """Return a character that was put right with the one before it, or with the digits around it."""
    start, end = at, at + 1
    while text[start - 1 : start].isdigit() and text[at].isdigit():
        start -= 1
    while text[end : end + 1].isdigit() and text[at].isdigit():
        end += 1
    return (start, end) if end - start > 1 else (max(at - 1, 0), end)


_FINDERS = {
    "replacement": _replacement,
    "mojibake": _mojibake,
    "reading": _reading,
    "marker": _marker,
    "quote": _quote,
    "bracket": _bracket,
    "date": _date,
    "year": _year,
    "misread": _misread,
}

KIND = Kind("damage", DamageQuestion, ask, ("damage",))
