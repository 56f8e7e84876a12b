"""Names of private persons, told by what stands beside them: 信访人赵铁柱, 赵铁柱与孙二河宅基地纠纷."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from validator.checks.personal_reading import JOINT, SHORT, alternation, is_han, name_at, series, starts_before
from validator.checks.personal_words import (
    AFTER_FAMILY,
    ANY_ROLES,
    BORDERS,
    COMMON,
    ESTATE_ENDS,
    GOES_ON,
    GOES_ON_SURELY,
    HIDDEN_ROLES,
    LISTED,
    PUBLIC_ROLES,
    SETTLED,
    WIDER,
)
from validator.patterns import Match, compiled
from validator.text import Span


class Name(NamedTuple):
    """Where the name of a private person stands. *sure*: what is not is hidden all the same, but not reported."""

    span: Span
    sure: bool


def names(text: str) -> list[Name]:
    """Return the names of private persons in order; one that is seen twice is sure if either is."""
    found: dict[Span, bool] = {}
    for sign in _SIGNS.finditer(text):
        for name in _FINDERS[_KINDS[sign[0]]](text, sign):
            found[name.span] = name.sure or found.get(name.span, False)
    return [Name(span, sure) for span, sure in sorted(found.items())]


_STOP = "[，。；、（）：“”\\s]|$"
_GOING_ON = alternation(GOES_ON)
_ONWARD = compiled(f"{_STOP}|{_GOING_ON}")
# After two characters only what goes on about a person proves that they are a name.
_ONWARD_SURELY = compiled(f"[，、（]|因[^此为]|{alternation(GOES_ON_SURELY)}")
# Enough to hide a name; to report it, it is not.
_ONWARD_WIDELY = compiled(f"{_STOP}|{_GOING_ON}|[{WIDER}]")
_AT_STOP = compiled("[，。；、（）\\s]|$")
_CROWD = "(?:等(?:[0-9一二两三四五六七八九十]{0,3}[余多]?[人户名位个])?人?)?"
_SETTLED_END = compiled(
    f"{_CROWD}(?:的|反映的?)?(?:信访|上访|涉法|涉诉|推进|维权|积案|案件|申诉|缠访|工伤|追回|追讨|讨回|历史|多年)|{JOINT.pattern}"
)
_LEAD = compiled("(?:姓名)?[：（“ \u3000]{0,2}")
_COUNTED = ("名", "位", "个", "户")
_CROWD_BEFORE = compiled("等[0-9一二两三四五六七八九十]{0,3}[余多]?[名位个户]$")
_CROWD_END = compiled(f"{_CROWD}$")
_CROWD_LENGTH = 8
_LISTED = compiled(f"[，。；、（]|{alternation(LISTED)}")
_PAIR_LENGTH = 22
_MATTER = compiled("(?:(?!调|解|化|处|查|办|理|主持|负责|参与)[^，。；：、！？\\n])*")
_SUED = compiled("(?![讼求前源说苦状请称])[^，。；、！？\\n]{2,25}?(?:案|纠纷)")
_PUBLISHED = compiled("指导|典型|公报|最高")
_ROLE_BEFORE = compiled(f"(?:{'|'.join([*PUBLIC_ROLES, *ANY_ROLES])}|[人员户者民])$")
_CLAUSE_END = compiled("[，。；\\n]")
_SENSITIVE = compiled(
    "纠纷|信访|上访|处罚|违法|违建|罚款|赔偿|欠薪|工资|矛盾|诉求|举报|投诉|案件|拘留|精神|"
    "吸毒|赌博|酒驾|矫正|救助|补偿|诉讼|调解|死亡|受伤|侵权|盗窃|诈骗|患|病|住院|肿瘤|残疾|"
    "返贫|贫困|起诉|撤诉"
)
# Who helps or is honoured may be named.
_PRAISED = compiled(
    "调解员|调解能手|志愿|明白人|网格员|陪审员|监督员|宣讲员|先进|模范|标兵|表彰|荣获|荣誉|"
    "评为|当选|担任|推选|聘请|选聘|典型|能人|乡贤|五老|党员|干部|代表|热心|好人|最美|榜样|"
    "带头|事迹|故事|作品"
)
_NUMBERED = ("（男", "（女", "（身份证", "（公民身份", "（手机", "（电话", "（联系电话", "男，", "女，")
_KINDS = {
    **dict.fromkeys(_NUMBERED, "numbered"),
    **dict.fromkeys(SETTLED, "settled"),
    **dict.fromkeys(HIDDEN_ROLES, "hidden"),
    **dict.fromkeys(ANY_ROLES, "any"),
    **dict.fromkeys(PUBLIC_ROLES, "public"),
    **dict.fromkeys(("纠纷", "矛盾", "争议"), "dispute"),
    **dict.fromkeys(("一家", "夫妇"), "family"),
    "诉": "suit",
}
# One pass over the text finds every word that a name may stand beside; re makes it in a third of regex's time.
_SIGNS = re.compile(alternation(_KINDS))


def _called(text: str, sign: Match) -> Iterator[Name]:
    """Yield the names behind a word for a person (信访人赵铁柱、孙二河), and those that it sums up before it."""
    before = _summed_up(text, sign.start())
    lead = _LEAD.match(text, sign.end())
    at = lead.end() if lead else sign.end()
    first = name_at(text, at, _ONWARD, _ONWARD_SURELY)
    sure = bool(first or before) and _is_sure(text, sign)
    if sure:
        yield from (Name(span, True) for span in before)
    if first and (sure or first[1] - at > SHORT):
        yield Name(first, sure)
        yield from (Name(span, sure) for span in series(text, first[1], _ONWARD, _LISTED))
    elif hidden := name_at(text, at, _ONWARD_WIDELY, _AT_STOP if text[at - 1] == "：" else None):
        yield Name(hidden, False)


def _summed_up(text: str, at: int) -> list[Span]:
    """Return the names before a role and a number of people: 赵铁柱、孙二河等3名信访人."""
    if text[at - 1 : at] not in _COUNTED:
        return []
    crowd = _CROWD_BEFORE.search(text, max(at - _CROWD_LENGTH, 0), at)
    return _listed_before(text, crowd.start()) if crowd else []


def _is_sure(text: str, sign: Match) -> bool:
    kind = _KINDS[sign[0]]
    return kind == "public" or (kind == "any" and _is_sensitive(text, sign.start()) and not _is_praised(text, sign))


def _settled(text: str, sign: Match) -> Iterator[Name]:
    """Yield the names whose petition was settled: 化解了赵铁柱等3人信访积案; an estate or a hill is none."""
    at = sign.end() + text.startswith("了", sign.end())
    if first := name_at(text, at, _SETTLED_END):
        spans = [first, *series(text, first[1], _SETTLED_END, None)]
        if not JOINT.match(text, spans[-1][1]) and not any(_may_be_place(text[a:b]) for a, b in spans):
            yield from (Name(span, True) for span in spans)


def _may_be_place(name: str) -> bool:
    return name[0] not in COMMON and (name[-1] in AFTER_FAMILY or name[-1] in ESTATE_ENDS)


def _numbered(text: str, sign: Match) -> Iterator[Name]:
    """Yield the name before what only a person has: 赵铁柱（男，46岁）; who gives a telephone may be an official."""
    end = sign.start() if text[sign.start()] == "（" else sign.start() - 1
    if text[end : end + 1] not in ("（", "，"):
        return
    for start in starts_before(text, end):
        if not is_han(text[start - 1 : start]) or _ROLE_BEFORE.search(text, max(start - 6, 0), start):
            yield Name((start, end), "身份" in sign[0] or _is_sensitive(text, sign.start()))
            return


def _with_family(text: str, sign: Match) -> Iterator[Name]:
    """Yield the name of whose family it is: 赵铁柱一家."""
    spans = _listed_before(text, sign.start())
    if _are_common(text, spans):
        sure = _is_sensitive(text, sign.start()) and not _is_praised(text, sign)
        yield from (Name(span, sure) for span in spans)


def _suing(text: str, sign: Match) -> Iterator[Name]:
    """Yield the names of those who sue: 赵铁柱诉镇政府行政处罚案; what the courts publish as an example is known."""
    if not _SUED.match(text, sign.end()) or _PUBLISHED.search(
        text, text.rfind("。", 0, sign.start()) + 1, sign.start()
    ):
        return
    crowd = _CROWD_END.search(text, max(sign.start() - _CROWD_LENGTH, 0), sign.start())
    yield from (Name(span, True) for span in _listed_before(text, crowd.start() if crowd else sign.start()))


def _at_odds(text: str, sign: Match) -> Iterator[Name]:
    """Yield the two whose dispute it is when no word says who they are: 赵铁柱与孙二河宅基地纠纷."""
    for joint in JOINT.finditer(text, max(sign.start() - _PAIR_LENGTH, 0), sign.start()):
        left = _listed_before(text, joint.start())
        right = list(series(text, joint.start(), _ONWARD, _LISTED)) if left else []
        if right and _MATTER.fullmatch(text, right[-1][1], sign.start()) and _are_common(text, left + right):
            yield from (Name(span, True) for span in left + right)
            return


def _are_common(text: str, spans: list[Span]) -> bool:
    return all(text[start] in COMMON for start, _ in spans)


def _listed_before(text: str, end: int) -> list[Span]:
    """Return the names that end at *end*, joined by 、 or 与; none if a longer word may end there."""
    found: list[Span] = []
    while True:
        start = next((s for s in starts_before(text, end) if end - s > SHORT or text[s] in COMMON), -1)
        if start < 0:
            return []
        found.append((start, end))
        if text[start - 1 : start] not in ("、", "与", "和", "及"):
            break
        end = start - 1
    return found[::-1] if _is_border(text, found[-1][0]) else []


def _is_border(text: str, at: int) -> bool:
    return not is_han(text[at - 1 : at]) or text[max(at - 2, 0) : at].endswith(BORDERS)


def _is_sensitive(text: str, at: int) -> bool:
    start = text.rfind("。", 0, at) + 1
    end = text.find("。", at)
    return bool(_SENSITIVE.search(text, start, len(text) if end < 0 else end))


def _is_praised(text: str, sign: Match) -> bool:
    """Tell whether the clause speaks of somebody who helps or is honoured, not of one whose matter it is."""
    start = max(text.rfind(stop, 0, sign.start()) for stop in "，。；\n") + 1
    end = _CLAUSE_END.search(text, sign.end())
    return bool(_PRAISED.search(text, start, end.start() if end else len(text)))


_FINDERS = {
    "numbered": _numbered,
    "settled": _settled,
    "suit": _suing,
    "family": _with_family,
    "dispute": _at_odds,
    "hidden": _called,
    "any": _called,
    "public": _called,
}
