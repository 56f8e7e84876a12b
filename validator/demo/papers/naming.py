"""File names as clerks write them, and in which format they send what."""

from __future__ import annotations

from collections.abc import Mapping

from validator.demo.places import COUNTY, Resident

_BEFORE = (
    "{full}{year}年法治政府建设年度报告",
    "{short}/报告（定稿）",
    "{bare}-法治报告-修改2",
    "{short}关于{year}年度法治政府建设情况的报告",
    "{at:02} {short}",
    "{year}法治政府报告({bare})",
    "【{short}】{year}年法治建设报告（盖章版）",
    "{short}/{year}年度/法治报告 最终版",
    "关于报送{short}{year}年度法治政府建设情况报告",
)
SCANNED: Mapping[str, str] = {"竹泉镇": "扫描件20260209", "云川县水利局": "新建文本文档(3)", "霜林镇": "IMG_20260211"}
"""Units whose file name says nothing."""

NAMED: Mapping[str, str] = {
    "云川县粮食和物资储备局": "县粮储局2025年法治政府建设报告",
    "青禾镇": "青和镇法治报告",
    "云川县商务局": "县供销社2025年法治政府建设报告",
    "云川县统计局": "县统计局法治材料",
    "云川县机关事务服务中心": "机关事务中心年度报告",
    "鹿坞乡": "鹿坞乡法治报告（更正）",
    "藕汀乡": "藕汀乡法治政府建设报告",
    "云川县烟草专卖局": "县烟草局-法治报告-定稿",
}
WORD = frozenset(
    [
        "望溪镇",
        "砚池镇",
        "柳堰乡",
        "鹿坞乡",
        "云川县教育局",
        "云川县民政局",
        "云川县自然资源局",
        "云川县交通运输局",
        "云川县农业农村局",
        "云川县退役军人事务局",
        "云川县审计局",
        "云川县医疗保障局",
        "云川县档案馆",
        "云川经济开发区管理委员会",
        "云川县粮食和物资储备局",
        "云川县商务局",
    ]
)
PAGES = ("云川县人民政府", "茶嶂乡", "澜州市生态环境局云川分局")
ZIPPED = ("云川县城市管理局", "云川县医疗保障局")
ARCHIVE = "2月10日收到的材料.zip"
OLD_ENCODING = ("榆荫镇", "云川县信访局", "云川县林业局", "云川县消防救援大队")


def short_of(resident: Resident) -> str:
    """Return how the county's office calls a unit in everyday writing."""
    return resident.aliases[0] if resident.aliases else resident.name


def stem_of(resident: Resident, year: int, at: int) -> str:
    """Return the name of a unit's file without its ending; *at*: the unit's row in the roster, which decides."""
    short = short_of(resident)
    bare = short.removeprefix("县") if resident.kind == "部门" else short
    form = _BEFORE[(at * 5 + year) % len(_BEFORE)]
    full = resident.name if resident.letter != "t" else COUNTY + resident.name
    return form.format(full=full, short=short, bare=bare, year=year, at=at)
