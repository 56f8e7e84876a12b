"""What stands around a name: is it the whole name of the body, or the beginning of another's?

青禾镇 in 青禾镇人民政府 and in 青禾镇关于… is the town; in 青禾镇中学 it is not. What may follow is a closed list,
since bodies have any name.
"""

from __future__ import annotations

from functools import lru_cache
from re import escape
from typing import NamedTuple

from validator.patterns import Pattern, compiled

REGIONS = ("省", "市", "县", "区", "州", "旗", "盟")
PLACES = ("镇", "乡", "街道", "苏木")
_HAN = r"[\u4e00-\u9fff]"
_BEFORE = compiled(
    r"(?:关于|的|[报送呈]|报告|总结|附件|年|度|月|日|号|中共|中国共产党|[稿版件份]|[和与及由是原]|单位|部门|乡镇|街道|材料|情况"
    r"|建设|政府|直|批|组|类|[一二三四五六七八九十]|收到|^[省市县区旗州]?委(?:员会)?)$"
)
_RUN = compiled(rf"{_HAN}*$")
# Words of which none begins the rest of a body's name.
_MATTER = (
    r"关于|年(?:度|终|报|初|底)|年$|二[〇○零OO0]|报告|总结|情况|推进|落实|贯彻|履行|开展|的|本级|以来|全年|述职|述法|自查|自评"
    r"|向[省市州县区镇乡]|党政(?:主要)?(?:负责|领导)|领导班子|主要(?:负责|领导)|负责人|书记|同志|所属|材料|附件"
    r"|修改|修订|改(?=[稿版后]|$)|(?:第?[一二三四五六七八九十]|[定终初草送审旧])+[稿版]|定$|新$|征求|讨论|最终|最新|最后|正式"
    r"|[已未](?:盖|定|修|改|审|报|签|收)|盖章|公章|扫描|原件|原稿|复印|复件|副本|备份|照片|图片|截图|压缩|打包|[加解]密|密码|签[字批发]|红头|电子[版稿件]|纸质|打印"
    r"|上报|报送|呈报|提交|补报|重报|更正|补正|更新|送审|发来|转[发报来]|单位|联合(?!会|工|社|体|党|执|检|办|指)|联名|共同"
    r"|[两二三四五六七八九]家|两个"
)
# Words that begin as well what such a body is called, as do those of the reports' matter: 工作情况 and 工作委员会.
_EITHER = (
    r"建设|工作|行政|全面|深入|扎实|认真|坚持|持续|切实|加强|强化|提升|学习|聚焦|着力|大力|奋力|积极|深化|创新|多措|以"
    r"|党政|责任"
)
_BODY = compiled(
    r"[局委会所站队院校学园馆社村科股室部组庭厂店台处联协户团行厅署办司省市县区镇乡]$|中心$|街道$|集团$|党校$"
)
_FULL = compiled(rf"(?:(?!{_MATTER}){_HAN})*")
_SAME = (
    r"(?:(?:人民)?政府(?!办|法制|网|信|采)|党工委|党委|党组|党的工作委员会|工作委员会|管理委员会|管委会|委员会|办事处|工委"
    r"|委(?!员)(?=<words>|[、和与]|[^\u4e00-\u9fff]|$))"
)
_STREET_OFFICE = compiled(r"办(?!公)")
_OFFICIAL = compiled(rf"{_HAN}{{0,2}}(?:[省市州县区镇乡局厅院部科股所处]长|主任|书记)")
_OWN_ORGAN = compiled(
    r"(?:机关)?(?:党委|党组|党支部|团委|工会|妇联|纪委|人大|政协|武装部|人武部|残联|科协|商会|关工委|侨联|文联)"
)


class _Around(NamedTuple):
    """Patterns that know the matter of the reports. *head*: words that begin none of what a report is called; *same*:
    what belongs to a name whatever follows.
    """

    head: Pattern
    same: Pattern


@lru_cache(maxsize=64)
def _around(matter: tuple[str, ...]) -> _Around:
    words = "|".join([_MATTER, _EITHER, *map(escape, matter)])
    same = _SAME.replace("<words>", words)
    return _Around(
        compiled(rf"(?:(?!{words}){_HAN})*"),
        compiled(rf"(?:{same}[、和与]?(?:[省市州县区旗镇乡](?={same}))?(?=[\s\S]|$))*"),
    )


def goes_on(name: str, rest: str, matter: tuple[str, ...] = ()) -> str:
    """Return the Chinese words in *rest*, the text behind *name*, that make it another body's name; "" if none do.

    *matter*: words for what the reports are about; they make it no name unless they end as one.
    """
    rest = behind(name, rest, matter)
    full, head = str(_FULL.match(rest)[0]), str(_around(matter).head.match(rest)[0])
    if not full or _OFFICIAL.match(rest):
        return ""
    return full if _BODY.search(full) else head


def behind(name: str, rest: str, matter: tuple[str, ...] = ()) -> str:
    """Return *rest* without what belongs to *name* whatever follows: 人民政府, 党委, 办事处."""
    rest = rest[_around(matter).same.match(rest).end() :]
    office = _STREET_OFFICE.match(rest) if name.endswith("街道") else None
    return rest[office.end() :] if office else rest


def front_of(between: str) -> str:
    """Return the Chinese words at the end of *between* that belong to the name behind it; "" if none do."""
    front = str(_RUN.search(between)[0])
    return "" if _BEFORE.search(front) or _around(()).same.fullmatch(front) else front


def is_part_of(name: str, before: str) -> bool:
    """Tell whether *name*, right behind the name *before*, is that body's own: 妇联 of 青禾镇妇联, no list of two."""
    if before.endswith(PLACES):
        return not name.endswith(PLACES)
    return not before.endswith(REGIONS) and _OWN_ORGAN.fullmatch(name) is not None
