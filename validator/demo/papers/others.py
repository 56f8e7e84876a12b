"""Files that are no report of the year: work points, the report on open government, reports of nobody in the county."""

from __future__ import annotations

from validator.demo.luck import luck
from validator.demo.papers.writing import Line
from validator.demo.places import Resident, residents, spots

NEIGHBOUR = "霖江县杏花渡镇"
"""A town of another, invented county."""

_POINTS = """{名}{年}年法治政府建设工作要点
{年}年，全县统计法治工作的总体要求是：把真实准确放在首位，严肃查处数字造假，让统计数据经得起检验。
一、抓好法律学习
把统计法修改内容送到每一名统计员手上，上半年完成乡镇统计站长轮训，下半年组织一次闭卷考试。
二、抓好执法检查
对规上企业、投资项目开展双随机检查40家，对拒报迟报的先催后查，典型案件公开曝光。
三、抓好数据质量
建立源头数据核查台账，月度抽查、季度会审，差错率控制在千分之三以内。
四、抓好普查宣传
利用统计开放日走进社区和企业，编印漫画册，让群众了解调查对象的权利和义务。
{名}
{年}年1月20日
"""
_OPEN_GOVERNMENT = """{名}{年}年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》，现公布本单位{年}年政府信息公开工作年度报告。
一、总体情况
全年主动公开公务用车、办公用房、节约型机关创建等信息46条，没有收到要求更正的申请。
二、主动公开政府信息情况
制发规范性文件0件，公开采购项目12项、采购金额386万元。
三、收到和处理政府信息公开申请情况
收到申请3件，予以公开2件，本单位不掌握1件。
四、政府信息公开行政复议、行政诉讼情况
行政复议0件，行政诉讼0件。
五、存在的主要问题及改进情况
栏目更新不够及时，已明确专人按周检查。
六、其他需要报告的事项
收取信息处理费0元。
{名}
{次}年1月16日
"""


def work_points(unit: str, year: int) -> list[Line]:
    """Return a unit's work points for the year after *year*."""
    return _lines(_POINTS.format(名=unit, 年=year + 1))


def open_government(unit: str, year: int) -> list[Line]:
    """Return a unit's report on open government information."""
    return _lines(_OPEN_GOVERNMENT.format(名=unit, 年=year, 次=year + 1))


def _lines(text: str) -> list[Line]:
    title, *rest, name, day = text.strip().split("\n")
    return [Line("title", title), *(Line("body", line) for line in rest), Line("sign", name), Line("sign", day)]


def neighbour() -> Resident:
    """Return a town of the county next door."""
    like = _named("石榴坪乡")
    words = {"地": _spots("镇"), "首": ("镇党委书记、镇长",), "我们": ("杏花渡镇",)}
    return like._replace(name=NEIGHBOUR, signs=(f"{NEIGHBOUR}人民政府",), voice={**like.voice, **words})


def nobody() -> Resident:
    """Return a unit that never says who it is."""
    like = _named("云川县气象局")
    words = {"地": _spots("部门"), "首": ("主要负责人",), "我们": ("本单位",)}
    return like._replace(name="", signs=(), voice={**like.voice, **words})


def _named(name: str) -> Resident:
    return next(r for r in residents() if r.name == name)


def _spots(kind: str) -> tuple[str, ...]:
    return spots(kind, luck(NEIGHBOUR, kind))
