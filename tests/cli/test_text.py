"""chaque text: what was read, line by line."""

from __future__ import annotations

from pathlib import Path

from tests.support import REPORT, run, write

PAGE = (
    "首页 > 政务公开 > 法治政府建设年度报告\n[ 索引号 ] 123 [ 发布日期 ] 2025-02-20\n"
    f"{REPORT}扫一扫在手机打开当前页\n主办：云川县人民政府办公室  网站地图\n"
)


def parts(out: str) -> dict[str, tuple[str, str]]:
    """Return text → place and part, of the lines below the facts."""
    rows = [line.split("\t") for line in out.splitlines() if line.count("\t") >= 2]
    return {text.strip(): (place, part) for place, part, text in rows}


def test_every_line_has_its_place_and_part(tmp_path: Path) -> None:
    done = run("text", *write(tmp_path, {"a.txt": PAGE}))
    assert (done.code, done.err) == (0, "")
    found = parts(done.out)
    assert found["首页 > 政务公开 > 法治政府建设年度报告"] == ("第1行", "页面")
    assert found["[ 索引号 ] 123 [ 发布日期 ] 2025-02-20"] == ("第2行", "表头")
    assert found["云川县青禾镇人民政府"] == ("第18行", "署名")  # the title's first line is the same
    assert found["关于2024年度法治政府建设情况的报告"] == ("第4行", "标题")
    assert found["一、主要举措和成效"][1] == "一级"
    assert found["2025年2月18日"][1] == "日期"
    assert found["扫一扫在手机打开当前页"][1] == "页面"
    assert len(found) == len({line.strip() for line in PAGE.splitlines() if line.strip()})


def test_facts_stand_above(tmp_path: Path) -> None:
    out = run("text", *write(tmp_path, {"a.txt": PAGE}), "--lang", "en").out
    assert "Unit: 云川县青禾镇人民政府\n" in out
    assert "Published: 2025-02-20\n" in out
    assert "Number: not found\n" in out
    assert "line 4\ttitle\t关于2024年度法治政府建设情况的报告\n" in out


def test_standard_input() -> None:
    done = run("text", "-", stdin=REPORT.encode())
    assert done.code == 0
    assert "报告年度：2024\n" in done.out


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"\x00\x01")
    done = run("text", str(tmp_path / "a.pdf"))
    assert done.code == 3
    assert done.out == ""
    assert len(done.error_lines()) == 1


def test_missing_file(tmp_path: Path) -> None:
    done = run("text", str(tmp_path / "a.docx"), "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "no such file" in done.err


def test_control_characters_are_shown_and_not_sent(tmp_path: Path) -> None:
    out = run("text", *write(tmp_path, {"a.txt": f"{REPORT}\x1b[31m红\u202e\n"})).out
    assert "\x1b" not in out
    assert "\\u001b[31m红\\u202e" in out
