"""What a newcomer should find in the invented county, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from validator.demo.planted import Planted

_KINDS = {
    "whole": "全文照抄，只换了单位名称",
    "paraphrased": "全文照抄，改了大约一成的词和数字",
    "two paragraphs": "只有两段相同",
    "name left": "照抄几段，有一处还留着对方的名称",
    "bureau's words": "乡镇照抄部门的稿子，还留着“我局”",
}
_RULES = {
    "achievements": "举措和成效",
    "shortcomings": "不足",
    "causes": "不足的原因",
    "first-responsible-person": "第一责任人职责",
    "next-year-plan": "下一年度安排",
    "title": "标题",
    "issuing-body": "落款",
    "date": "成文日期",
}
_OUTCOMES = {"fail": "缺", "partial": "不全"}
_SORTS = {"named_person": "信访人姓名", "mobile": "联系人手机号", "id_number": "身份证号"}


def planted_notes(planted: Planted) -> str:
    """Return the notes in Chinese, one line for each thing planted."""
    lines = ["云川县是虚构的。下面是特意埋进去的毛病，审核结果应当逐条找到，也不应当多出别的。", ""]
    for heading, found in _chapters(planted):
        lines += [f"{heading}", *(f"  {line}" for line in found), ""]
    return "\n".join(lines)


def _chapters(p: Planted) -> Iterator[tuple[str, list[str]]]:
    yield "没有报送", list(p.missing)
    yield "免报", list(p.exempt)
    yield "逾期", [f"{unit}：晚{days}天{_because(unit, p)}" for unit, days in p.late.items()]
    yield "看不出日期", list(p.undated)
    yield "名册另定了期限", _pairs(p.due)
    yield "报的是上一年的报告", _pairs(p.other_year)
    yield "报的不是这种报告", _pairs(p.other_kind)
    yield "打不开", _pairs(p.unreadable)
    yield "不是本县单位的文件", list(p.stray)
    yield "拿不准是谁的", [f"{file}：{'或'.join(units)}" for file, units in p.doubtful.items()]
    yield "有几个文件，算第一个", [f"{unit}：{'；'.join(files)}" for unit, files in p.several.items()]
    yield "改了名，上年用的是旧名", _pairs(p.renamed)
    yield "党委、政府联合报告", list(p.joint)
    yield "缺内容", list(_gaps(p.below))
    yield "上年缺、今年补上了", list(_gaps(p.below_before))
    yield "雷同（前面抄后面）", [f"{c.here} ← {c.there}：{_KINDS[c.kind]}" for c in p.copied]
    yield "几家相同的一组", ["、".join(p.cluster)]
    yield "照抄自己上年的报告", [f"{unit}{_stale(unit, p)}" for unit in p.kept]
    yield "不足和上年一字不差", [f"{unit}：{text}" for unit, text in p.repeated.items()]
    yield "上年的打算今年写没写", [line for unit in p.promised for line in _promises(unit, p)]
    yield "个人信息", [f"{unit}：{'、'.join(_SORTS[s] for s in sorts)}" for unit, sorts in p.personal.items()]
    yield (
        "共用的话，不算雷同",
        [
            "“深入学习贯彻习近平法治思想……”一句，人人都写；“根据县委全面依法治县委员会办公室统一部署……”一段，六成单位都有。",
            f"template.txt 里的提示语，{len(p.template)}家没有删。用 --template template.txt 告诉程序。",
        ],
    )


def _because(unit: str, p: Planted) -> str:
    if unit in p.received:
        return f"（{p.received[unit]}才收到）"
    return f"（名册定的期限是{p.due[unit]}）" if unit in p.due else ""


def _stale(unit: str, p: Planted) -> str:
    return f"：有一处年份没有改（{p.stale[unit]}）" if unit in p.stale else ""


def _pairs(found: Mapping[str, str]) -> list[str]:
    return [f"{unit}：{what}" for unit, what in found.items()]


def _gaps(below: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    for unit, rules in below.items():
        yield f"{unit}：{'、'.join(_RULES[rule] + _OUTCOMES[outcome] for rule, outcome in rules.items())}"


def _promises(unit: str, p: Planted) -> list[str]:
    done = sum(bool(promise.echo) for promise in p.promised[unit])
    lines = [f"{unit}：{len(p.promised[unit])}项打算，{done}项有下文"]
    return lines + [f"  {'有' if promise.echo else '无'}：{promise.task}" for promise in p.promised[unit]]
