"""What the county office itself keeps: the roster of units and the template that it has sent out."""

from __future__ import annotations

import csv
import io

from validator.demo import chosen
from validator.demo.drafts.drafting import GUIDES, TEMPLATE_OPENING
from validator.demo.places import residents

_COLUMNS = ("单位", "类别", "简称", "曾用名", "报送期限", "收到日期", "免报原因", "文件", "备注")
_REMARKS = {
    "云川县财政局": "财政监督检查安排较早，提前报送",
    "云川县人民政府": "报市政府，期限另定",
    "云川县教育局": "2025年3月更名",
    "云川县水利局": "2025年3月更名",
    "云川县行政审批服务局": "2025年6月更名",
}
_TEMPLATE = """单位全称关于年度法治政府建设情况的报告

{opening}

一、推进法治政府建设的主要举措和成效

{achievements}

二、存在的不足和原因

{shortcomings}

三、主要负责人履行推进法治建设第一责任人职责情况

{heads}

四、下一年度推进法治政府建设的主要安排

{plan}

五、其他需要报告的情况

没有其他情况的，写“无”。
"""


def roster() -> bytes:
    """Return the roster as Excel writes it: CSV in UTF-8 with a mark in front."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    for r in residents():
        due, received = chosen.DUE.get(r.name, ""), chosen.RECEIVED.get(r.name, "")
        exempt, remark = chosen.EXEMPT.get(r.name, ""), _REMARKS.get(r.name, "")
        former = r.former if r.name in chosen.RENAMED else ()
        writer.writerow((r.name, r.kind, "、".join(r.aliases), "、".join(former), due, received, exempt, "", remark))
    return buffer.getvalue().encode("utf-8-sig")


def template() -> bytes:
    """Return the template with its guiding sentences, as the county has sent it out."""
    return _TEMPLATE.format(opening=TEMPLATE_OPENING, **GUIDES).encode()
