"""personal_data: does the text give away a private person: ID, mobile or card number, a named petitioner?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.checks.private_numbers import NumberSort, private_numbers
from validator.patterns import Match, compiled
from validator.text import Span
from validator.words import Words

Sort = NumberSort | Literal["named_person"]


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for *words* that looks at each first character once; the longest word that fits wins."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in by_first.items():
        longer = [rest for rest in rests if rest]
        optional = "?" if len(longer) < len(rests) else ""
        branches.append(f"{first}(?:{alternation(longer)}){optional}" if longer else first)
    return "|".join(branches)


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺"
    "倪汤滕殷罗毕郝邬安乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾娄危江童颜郭梅盛林刁钟徐邱骆"
    "高夏蔡田樊胡凌霍虞万柯管卢莫房解丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀羊甄曲封芮储靳段富乌焦巴牧车侯宓全班仰仲宁仇甘厉祖武符刘景詹束龙叶幸"
    "司黎薄印白蒲邰赖卓屠蒙池乔胥闻党翟谭贡劳姬申扶冉雍桑桂濮牛寿边燕尚温庄晏柴瞿阎连习容向古易廖终居衡步都耿满弘匡文寇广东欧沃利师巩聂晁敖"
    "冷辛阚那简饶空曾沙养鞠丰巢关查红游权盖益桓公代肖付"
)
_COMPOUND = "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|轩辕|长孙|宇文|呼延|南宫|独孤|申屠|淳于|钟离|赫连|澹台|濮阳|公冶|鲜于|闾丘"
_FIRST = frozenset(_SURNAMES) | {surname[0] for surname in _COMPOUND.split("|")}
_PLAIN = "多次被不没有已就都也还很再曾经各每该此其何么时候前间内外上下到对从以为因向与和或及等的了着过得项条件个份款物品产屋辆墙坟链室树"
"""Characters that stand in ordinary words after such a first character, and hardly ever in a name."""
_GIVEN = f"[ \u3000]{{0,2}}[^\\W\\da-zA-Z_{_PLAIN}]"
_ONE, _TWO = f"(?:{_COMPOUND}|[{_SURNAMES}])(?![ \u3000]{{0,2}}某)", f"(?:{_COMPOUND})(?![ \u3000]{{0,2}}某)"
_NAME3 = f"(?:{_TWO}(?:{_GIVEN}){{2}}|{_ONE}(?:{_GIVEN}){{2}}|{_TWO}{_GIVEN})"
_NAME2 = f"[{_SURNAMES}](?![ \u3000]{{0,2}}某){_GIVEN}"
_PUBLIC_ROLE = (
    "信访人|上访人|上访户|信访户|缠访户|信访当事人|被处罚人|被处罚人员|违法行为人|违法人员|违法嫌疑人|犯罪嫌疑人|嫌疑人|罪犯|社区矫正对象|社区矫正人员|"
    "社矫对象|矫正对象|矫正人员|刑满释放人员|刑释人员|安置帮教对象|帮教对象|吸毒人员|戒毒人员|精神障碍患者|精神病患者|重精患者|患者|死者|受害人|被害人|被执行人|"
    "申请人|投诉人|举报人|反映人|当事人|酒驾人员|失信被执行人|涉案人员|伤者|信访老户"
)
_ANY_ROLE = "村民|居民|住户|业主|商户|摊主|摊贩|司机|驾驶员|老人|职工|工人|农民工|经营者|店主|老板|群众|学生|家属|租户|务工人员|男子|女子|船东|养殖户|农户|参保人|受助人|求助人|救助对象|帮扶对象|残疾人|贫困户|困难户|监测户|特困户|特困人员|困境儿童|留守儿童|孤儿|低保户|五保户|脱贫户|被保险人|患儿"
# Beside these a name is hidden, but it may be an official's, and nothing is reported.
_HIDDEN_ROLE = "法定代表人|法人代表|监护人|户主|纳税人|困难群众|困难职工|退役军人"
_GOES_ON = (
    "[，。；、（）：“”\\s]|反映|因|与|和|及|诉|的|在|被|对|向|等|已|将|从|于|为|签|息|停|达|家|其|要求|称|酒|无证|涉|非法|违|多次|长期|一家|"
    "夫妇|夫妻|两|之|同|不服|到|上访|信访|拖欠|欠|患|身份|电话|手机|现|至|自|祖|宅|房|土地|林|山|征|拆|产权|补|历|长达|提|申|接受|提出|申请|通过|主动|表示|名下|所|私|未|擅|进行|户|起|案|作出|给|以|购|租|借|占|经"
)
# Words that begin with a surname and are no names.
_WORDS = (
    "高度|高效|高频|高发|高空|高龄|高质|高标|高校|高中|方便|方面|方式|方法|安全|安置|安居|安装|文化|文明|文旅|任务|任何|全部|全面|全体|全程|全镇|全县|全市|全区|"
    "全力|全年|金融|金额|石油|石材|江河|马路|马上|范围|严重|严格|许可|许多|项目|余款|余额|白天|黄金|雷电|路面|时间|万元|万人|温馨|温暖|车辆|车位|房屋|房产|"
    "关于|关系|关注|关心|广大|广泛|东西|东部|利用|利益|利息|公共|公开|公司|公安|公正|公平|公证|权益|权利|居住|居家|居委|边界|边远|连续|连带|都|于|向|解决|解释|管理|管控|"
    "包括|包案|段|申请|申诉|满意|满足|应|代表|代理|代办|代为|空间|空巢|养殖|养老|游客|查询|查处|红色|红黑|益|古|易|终|古树|党员|党委|党建|党群|党组|习惯|容易|"
    "劳动|劳务|劳资|符合|宣传|宣讲|宣布|封闭|曲折|荣誉|荣获|程序|程度|单|单位|师生|简单|简易|步行|步骤|丰富|充|储|富|连|连线|水|计|花费|花钱|施工|施行|章程|"
    "纪律|纪检|席位|危房|危险|危害|陈述|陈旧|陈列|陈规|林地|林权|林业|林木|田地|田间|凌晨|管|洪水|洪涝|左右|班子|全|仲裁|武器|景区|龙头|幸福|司法|司机|"
    "甘愿|甘心|房地|房产|房价|祖宅|祖屋|祖上|花生|花木|花卉|牛羊|羊群|公室|池塘|池子|万一|万科|金辉|金额|温泉|温水|温室|吉祥|何|项目|游园|游泳|"
    "石墙|石板|石料|柏树|柳树|杨树|桑树|柴火|柴油|云南|江西|江苏|河北|包括|包村|包保|包联|和解|和平|平安|平台|常年|长期|明显|易地|农|"
    "高兴|高楼|高层|文艺|高温|高考|高原|周边|周围|周末|周期|安心|安定|安稳|安保|安排|平时|平等|平均|康复|康养|和睦|和谐|舒心|舒适|顾虑|顾客|常态|常见|费用|季节|季度|"
    "路灯|路边|路口|路人|水电|水利|苗木|苗族|夏季|焦虑|厉害|武装|杜绝|董事|计划|计生|方案|方向|余下|乐享|家家|祝愿|祝福|纪念|华侨|华人|云端|林下|蓝天|"
    "印发|闻|贡献|扶贫|扶助|向来|文书|文件|时"
)
_NOT_NAME = compiled(f"(?:{_WORDS})|.(?:某|先生|女士|姓|们)|.{{1,2}}(?:等人|们)$")
_SENSITIVE = compiled(
    "纠纷|信访|上访|处罚|违法|违建|罚款|赔偿|欠薪|工资|矛盾|诉求|举报|投诉|案件|拘留|精神|吸毒|赌博|酒驾|矫正|救助|补偿|诉讼|调解|死亡|受伤|侵权|盗窃|诈骗|患|病|住院|肿瘤|残疾|返贫|贫困"
)
# After two characters only what goes on about a person proves that they are a name.
_GOES_ON_SURELY = "[，、（]|与|和|及|诉|反映|夫妇|夫妻|一家|一户|要求|称|等人|等户|户|患|因[^此为]|涉嫌|酒后|名下|家"
_LEAD = "(?:姓名)?[：（“ \u3000]{0,2}"
_NAME = compiled(rf"{_LEAD}(?P<name>{_NAME3}(?=(?:{_GOES_ON}|$))|{_NAME2}(?=(?:{_GOES_ON_SURELY})))")
# Enough to hide a name; to report it, it is not.
_WIDER = "[）；领说告拿来送去办咨询激感收获拨打报求看拉握笑坐住有用参带把学赢点种养开修买卖赶帮救受遭发自没也正就还今当刚本因拒阻]"
_MAYBE_NAME = compiled(
    rf"{_LEAD}(?P<name>{_NAME3}(?={_GOES_ON}|{_WIDER}|$))|：[ \u3000]?(?P<name>{_NAME2}(?=[，。；、（）\s]|$))"
)
_SETTLED = "化解|解决|办结|处理|调处|稳控|帮助|救助|协助|推动"
_SETTLED_NAME = compiled(
    rf"了?(?P<name>{_NAME3}(?<![苑城园区村镇县市街路厂站所店楼院校湾坪社组]))(?:等人?)?(?:的)?"
    r"(?=信访|上访|涉法|涉诉|推进|维权|积案|案件|申诉|缠访|工伤|追回|追讨|讨回|历史|多年)"
)
_ROLE_BEFORE = compiled(f"(?:{_PUBLIC_ROLE}|{_ANY_ROLE}|[人员户者民])$")
_NUMBERED_NAME = compiled(rf"(?P<name>{_NAME3}|{_NAME2})$")
_SHORT_NAME, _LONGEST = 2, 6
_LEADS = frozenset("：（“姓了 \u3000")
_NUMBERED = ("（男", "（女", "（身份证", "（公民身份", "（手机", "（电话", "（联系电话")
_KINDS = {
    **dict.fromkeys(_NUMBERED, "numbered"),
    **dict.fromkeys(_SETTLED.split("|"), "settled"),
    **dict.fromkeys(_HIDDEN_ROLE.split("|"), "hidden"),
    **dict.fromkeys(_ANY_ROLE.split("|"), "any"),
    **dict.fromkeys(_PUBLIC_ROLE.split("|"), "public"),
}
# One pass over the text finds every word that a name may stand beside; re makes it in a third of regex's time.
_SIGNS = re.compile(alternation(_KINDS))
_SORTS = {
    "id_number": Words("身份证号码", "an ID number"),
    "mobile": Words("手机号码", "a mobile number"),
    "bank_card": Words("银行卡号", "a bank card number"),
    "named_person": Words("当事人姓名", "the name of a private person"),
}


class PersonalDataQuestion(NamedTuple):
    """*personal_data*: the sorts to look for."""

    personal_data: tuple[Sort, ...]


class Name(NamedTuple):
    """Where the name of a private person stands. *sure*: what is not is hidden all the same, but not reported."""

    span: Span
    sure: bool


def ask(question: PersonalDataQuestion, context: Context) -> Answer:
    """Hold if there are personal data. Evidence: where; {sorts}: which. Names found are to be masked."""
    text, sought = context.text, question.personal_data
    numbers = private_numbers(text) if set(sought) - {"named_person"} else ()
    names = _names(text) if "named_person" in sought else []
    found: list[tuple[Sort, Span]] = [(sort, n.span) for sort in sought for n in numbers if n.sure and n.sort == sort]
    found += [("named_person", name.span) for name in names if name.sure]
    sorts = list(dict.fromkeys(sort for sort, _ in found))
    shown = [_shown("".join(text[a:b].split())) for (a, b), sure in names if sure][:3]
    told = [_with_names(s, shown) if s == "named_person" else _SORTS[s] for s in sorts]
    values = {"sorts": Words("、".join(w.zh for w in told), ", ".join(w.en for w in told))}
    return Answer(bool(found), tuple(span for _, span in found), values, tuple(name.span for name in names))


def _shown(name: str) -> str:
    return name[0] + "*" * (len(name) - 1)


def _with_names(sort: Sort, names: list[str]) -> Words:
    listed = "、".join(dict.fromkeys(names))
    return Words(f"{_SORTS[sort].zh}（{listed}）", f"{_SORTS[sort].en} ({listed})")


def _names(text: str) -> list[Name]:
    """Return the names of private persons in order; one that is seen twice is sure if either is."""
    found: dict[Span, bool] = {}
    for sign in _SIGNS.finditer(text):
        name = _name_beside(sign, text)
        if name:
            found[name.span] = name.sure or found.get(name.span, False)
    return [Name(span, sure) for span, sure in sorted(found.items())]


def _name_beside(sign: Match, text: str) -> Name | None:
    """Return the private person's name that stands beside *sign*, if there is one."""
    kind = _KINDS[sign[0]]
    if kind == "numbered":
        m = _NUMBERED_NAME.search(text, max(sign.start() - _LONGEST, 0), sign.start())
        return Name(m.span("name"), True) if m and _is_name(m) and not _is_inside_word(text, m.start()) else None
    if not _may_follow(text, sign.end()):
        return None  # most words are followed by no name at all, and this is the cheapest way to know it
    m = (_SETTLED_NAME if kind == "settled" else _NAME).match(text, sign.end())
    if m and _is_name(m):
        sure = kind in ("public", "settled") or (kind == "any" and _is_sensitive(text, sign.start()))
        return Name(m.span("name"), sure) if sure or len(m["name"]) > _SHORT_NAME else None
    m = _MAYBE_NAME.match(text, sign.end()) if kind != "settled" else None
    return Name(m.span("name"), False) if m and _is_name(m) else None


def _may_follow(text: str, at: int) -> bool:
    first = text[at : at + 1]
    return first in _FIRST or (first in _LEADS and not _FIRST.isdisjoint(text[at + 1 : at + 6]))


def _is_name(m: Match) -> bool:
    return not _NOT_NAME.match("".join(m["name"].split()))


def _is_inside_word(text: str, start: int) -> bool:
    """Tell whether the characters before a bracket are the end of a longer word (综合办公室（电话…）)."""
    return (
        start > 0
        and "\u4e00" <= text[start - 1] <= "\u9fff"
        and not _ROLE_BEFORE.search(text, max(start - 6, 0), start)
    )


def _is_sensitive(text: str, at: int) -> bool:
    start = text.rfind("。", 0, at) + 1
    end = text.find("。", at)
    return bool(_SENSITIVE.search(text, start, len(text) if end < 0 else end))


KIND = Kind("personal_data", PersonalDataQuestion, ask, ("sorts",))
