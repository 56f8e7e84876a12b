"""validator.demo.papers.registers: the roster and the template of the county office."""

from __future__ import annotations

from validator.demo.drafts.drafting import GUIDES, TEMPLATE_OPENING
from validator.demo.papers.registers import roster, template


def test_roster_as_excel_writes_it() -> None:
    data = roster()
    assert data.startswith(b"\xef\xbb\xbf")
    first, *rows = data.decode("utf-8-sig").splitlines()
    assert first == "单位,类别,简称,曾用名,报送期限,收到日期,免报原因,文件,备注"
    assert len(rows) == 60
    assert "云川县水利局,部门,县水利局,云川县水务局,,2026-02-28,,,2025年3月更名" in rows


def test_template_has_what_reports_keep() -> None:
    text = template().decode()
    assert all(sentence in text for sentence in (TEMPLATE_OPENING, *GUIDES.values()))
