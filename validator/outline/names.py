"""Names of issuing bodies, as titles and signatures print them."""

from __future__ import annotations

from collections.abc import Sequence

from validator.patterns import Pattern, compiled
from validator.text import has_any

_STRONG = (
    "人民政府办公室|人民政府|管理委员会|管委会|党工委|街道办事处|办事处|委员会办公室|委员会|人民法院|人民检察院|办公室|管理局|"
    "分局|支局|总队|支队|大队|执法队|党组|党委|工委|服务中心|中心|研究院|公司|联合会|协会|总工会|开发区|示范区|高新区|政府|局|厅|委|办|署|院"
    "|组织部|宣传部|统战部|统一战线工作部|社会工作部|武装部|供销合作社|供销社|联合社|红十字会|档案馆|党校|领导小组|海关|监狱|气象台|妇联|工商联|残联"
)
_WEAK = "街道|镇|乡|县|区|市|州|旗|省|处|所|站|队|校|社"
_NAME = r"(?:中国共产党|中共)?[\u4e00-\u9fff（）·]"
_PLATE = rf"（[\u4e00-\u9fff、]{{0,20}}?(?:{_STRONG})）"  # a second sign on the same door: 水务局（县河长制办公室）
_NOT_NAME = "，。；：！？“”《》"
_SEALED = r"（\s*(?:加?盖\s*(?:公|印)?章|公\s*章|印\s*章|签\s*章|章|代章|印)\s*）"
SEAL = compiled(_SEALED)
"""The place of the seal, where it stands on a line of its own."""

STRONG_NAME = compiled(rf"{_NAME}{{2,38}}?(?:{_STRONG})(?:{_PLATE})?(?:{_SEALED})?")
ANY_NAME = compiled(rf"{_NAME}{{1,38}}?(?:{_STRONG}|{_WEAK})(?:{_PLATE})?(?:{_SEALED})?")
ENDING = compiled(rf"(?:{_STRONG})(?:{_PLATE})?(?:{_SEALED})?")
"""An ending alone, as it stands on the second line of a name that was broken."""
# 县委 stands beside a government; what else follows it is one of its own departments (县委政法委员会).
_JOINT = compiled(
    r"((?:中国共产党|中共)[\u4e00-\u9fff]{2,30}?(?:(?:工作委员会|委员会|党工委|工委|党组)|(?:县|市|区|镇|乡)委(?!员)"
    r"(?=[、和与]?[\u4e00-\u9fff]{2,30}(?:政府|办事处|管委会)$)))"
    r"[、和与]?([\u4e00-\u9fff]{2,30}(?:政府|办事处|管委会|委员会|局|厅))"
)
_JOINT_LISTED = compiled(
    r"([\u4e00-\u9fff]{2,20}(?:党委|党工委|工委|党组|[县市区旗镇乡]委))[、和与]([\u4e00-\u9fff]{1,20}(?:政府|办事处|管委会|委员会|局|厅))"
)
JOINT_SHORT = compiled(
    r"[\u4e00-\u9fff]{2,20}(?:党委|党工委|工委|党组|[县市区旗镇乡]委)[、和与]?(?:人民政府|政府|行政|管委会|办事处)"
)
"""青禾镇党委、政府: the place stands only once, so that the second is no name by itself."""
_SEAL = compiled(rf"{_SEALED}|[\s\u3000]+$")
_LABEL = compiled(r"^(?:落款|报告|填报|发文|报送|署名)?(?:单位|机关)(?:（(?:盖章|公章|签章|章)）)?：\s*")
_WIDE_GAP = compiled(r"[ \u3000\u00a0\t]*\|[ \u3000\u00a0\t|]*|[ \u3000\u00a0\t]+")  # or the border of a cell
# A group is named after its task, so that a verb is no sign against it; but it belongs to a place.
_GROUP = compiled(
    r"([\u4e00-\u9fff·]{1,12}?(?:省|市|州|盟|旗|县|区|镇|乡|街道|局|委))[\u4e00-\u9fff“”]{2,24}?(?:领导|协调|工作)小组(?:办公室)?"
)
_STARTS_OFF = compiled(
    r"(?:特此|此致|敬礼|以上|关于|现将|附件|抄送|主送|联系|签发|来源|作者|发布|审核|责任|编辑|印发|主办|承办)"
)
_VERB = compiled(
    "加强|推进|推动|落实|存在|工作(?!委员会|办公室|局|部(?!署))|建设(?!局|厅|委|管理|办|和|部|集团|服务)|情况|打算|安排|坚持|完善|提升|强化|会同|配合|报送|如下|根据|按照|召开|成立|组建"
)


_YEAR_SIGN = compiled(r"(?:19|20)\d\d\s*年?|二[〇○零O0][一二三四五六七八九〇○零]{2}\s*年?|[（(]?(?:19|20)\d\d")
_MATTER = compiled(
    "关于|推进|落实|法治|依法(?!治)|法制|年度|工作(?!委员会|办公室|局|部(?!署))|政府信息|报送|履行|开展|上报|呈报"
)
_LEADING = compiled(
    r"^[（【]?(?:关于)?(?:(?:(?:19|20)\d\d\s*年?(?:度|以来)?|二[〇○零O0一二三四五六七八九]{3}\s*年?度?)[）】]?)?"
)
_WHOLE = compiled("全[省市州县区旗镇乡局委院]|本[市县区镇乡局]|我[市县区镇乡局]|各.*")
_PLACE = compiled(r"[\u4e00-\u9fff·（）]{1,38}(?:省|市|州|盟|旗|县|区|镇|乡|街道|苏木)")
# The name of the site's column in front of a title: 【法治政府建设】…, 年度报告 | …
_COLUMN = compiled(r"(?:[【［\[〔]?([\u4e00-\u9fff]{2,12})[】］\]〕]|([\u4e00-\u9fff]{2,12})\s*[|｜丨])\s*(?=\S{4})")
_COLUMN_ENDS = frozenset("】］]〕|｜丨")
_LONGEST_COLUMN = 16
_TELLING = compiled(
    "解读|读懂|图|问答|新闻|要闻|动态|通知|公示|公告|通报|反馈|方案|计划|要点|讲话|述法|述职|媒体|转载|来源"
)
_UNITS = compiled(r"[、，\s]+(?![^（）]*）)")  # not inside brackets


def names_in(line: str, *, strong: bool = False) -> tuple[str, ...]:
    """Return the bodies that a signature line names, or nothing when it holds anything else.

    With *strong* only endings that no ordinary word has are accepted (人民政府, 局 …, but not 镇 or 区).
    """
    line = _LABEL.sub("", line)
    if len(line) > 80 or any(c in line for c in _NOT_NAME) or _STARTS_OFF.match(line):
        return ()
    pattern = STRONG_NAME if strong else ANY_NAME
    names: list[str] = []
    for part in _WIDE_GAP.split(line.strip()):
        if not part or SEAL.fullmatch(part):
            continue
        bodies = split_joint(_SEAL.sub("", part))
        if not all(_is_body(body, pattern) for body in bodies):
            return ()
        names += bodies
    return tuple(names)


def _is_body(name: str, pattern: Pattern) -> bool:
    if "小组" in name and (group := _GROUP.fullmatch(name)):
        return not _VERB.search(group[1])
    fits = pattern.fullmatch(name) or (JOINT_SHORT.fullmatch(name) and not _WHOLE.fullmatch(name))
    return bool(fits) and not _VERB.search(name)


def split_joint(name: str) -> list[str]:
    """Split 中共某镇委员会、某镇人民政府 into its two bodies; 某镇党委、政府 stays one name."""
    m = _JOINT.fullmatch(name)
    if not m and has_any(name, "、和与") and not JOINT_SHORT.fullmatch(name):
        m = _JOINT_LISTED.fullmatch(name)
    return [m[1], m[2]] if m else [name]


def column_before(title: str) -> int:
    """Return how many characters of a title's line are the name of a column that says nothing of the text itself."""
    end = _column_end(title)
    return 0 if end and _TELLING.search(title, 0, end) else end


def _column_end(title: str) -> int:
    if _COLUMN_ENDS.isdisjoint(title[:_LONGEST_COLUMN]):
        return 0
    m = _COLUMN.match(title)
    return m.end() if m and not _is_body(m[m.lastindex or 0], ANY_NAME) else 0


def names_in_title(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the bodies that a title names before its matter."""
    names: list[str] = []
    for line in lines:
        rest = _LEADING.sub("", line[_column_end(line) :].strip("《“ "))
        group = _GROUP.match(rest) if "小组" in rest else None
        start = group.end() if group else 0
        cut = min(
            (m.start() for m in (_YEAR_SIGN.search(rest, start), _MATTER.search(rest, start)) if m), default=len(rest)
        )
        head = rest[:cut].rstrip("（ 的】］]|：")
        head = head if "（" in head else head.rstrip("）")
        if not head:
            break
        names += _bodies(head)
        if cut < len(rest):
            break
    return tuple(dict.fromkeys(names))


def _bodies(head: str) -> list[str]:
    if _GROUP.fullmatch(head) or (JOINT_SHORT.fullmatch(head) and not _WHOLE.fullmatch(head)):
        return [head]
    names = [n for part in _UNITS.split(head) if part for n in split_joint(part)]
    good = [n for n in names if (STRONG_NAME.fullmatch(n) or _PLACE.fullmatch(n)) and not _WHOLE.fullmatch(n)]
    return good if len(good) == len(names) else []
