"""validator.cli.choosing and resolved: which packs a run uses, and how a resolved pack came about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import PACK, REPORT, run, write, write_pack
from validator.cli.resolved import lock, show_resolved

OTHER = "云川县水利局防汛报告\n一、存在的不足\n力量不够。\n"


def refused(folder: Path, settings: str, *args: str) -> str:
    write(folder, {"a.txt": REPORT, ".chaque.toml": settings})
    done = run("check", "a.txt", *args, cwd=folder)
    assert done.code == 2
    (line,) = done.error_lines()
    return line


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("min_char = 3", ".chaque.toml:1 min_char: 没有叫“min_char”的参数。是不是“min_chars”？"),
        ("min_chars = 9000", ".chaque.toml:1 min_chars: 参数“min_chars”超出范围"),
        ("min_chars = true", ".chaque.toml:1: “params”应当是"),
        ("report_by = '3-1'", ".chaque.toml:1 report_by: by 写的“3-1”不是日期"),
    ],
)
def test_wrong_parameter_in_the_settings_is_told_with_its_place(tmp_path: Path, value: str, told: str) -> None:
    assert refused(tmp_path, f"[params]\n{value}\n").startswith(told)


def test_the_command_line_is_above_the_settings(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": REPORT, ".chaque.toml": "[params]\nmin_chars = 5000\n"})
    assert run("check", "a.txt", cwd=tmp_path).code == 1
    assert run("check", "a.txt", "--param", "min_chars=50", cwd=tmp_path).code == 0
    assert "--param" in run("check", "--param", "min_chars=50", "--show-config", cwd=tmp_path).out


def test_settings_name_packs_with_overlays(tmp_path: Path) -> None:
    settings = 'pack = "fazhi-zhengfu+jilin"\n[packs]\n"b.txt" = "fazhi-zhengfu+npc"\n'
    write(tmp_path, {"a.txt": REPORT, "b.txt": REPORT, ".chaque.toml": settings})
    done = run("check", "a.txt", "b.txt", "-f", "json", "--exit-zero", cwd=tmp_path).json()
    assert [r["pack"] for r in done["reports"]] == ["fazhi-zhengfu+jilin", "fazhi-zhengfu+npc"]
    assert [p["id"] for p in done["packs"]] == ["fazhi-zhengfu+jilin", "fazhi-zhengfu+npc"]
    assert done["pack"]["id"] == "fazhi-zhengfu+jilin"


def test_auto_holds_only_the_packs_that_were_used(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": REPORT})
    done = run("check", "a.txt", "--pack", "auto", "-f", "json", cwd=tmp_path).json()
    assert done["pack"]["id"] == "fazhi-zhengfu"
    assert "packs" not in done


def test_auto_in_worker_processes(tmp_path: Path) -> None:
    write(tmp_path, {f"{i}.txt": REPORT for i in range(4)})
    done = run("check", ".", "--pack", "auto", "-j", "2", "-f", "json", cwd=tmp_path).json()
    assert {r["pack"] for r in done["reports"]} == {"fazhi-zhengfu"}


def test_explain_at_a_place() -> None:
    done = run("explain", "late-report", "--place", "county-example")
    assert "本地规定：级别：warning → error。县里通报逾期单位。" in done.out
    assert "本地规定" not in run("explain", "late-report").out


def test_show_resolved_names_files_and_reasons() -> None:
    lines = show_resolved("fazhi-zhengfu", "county-example", "zh")
    assert lines[0].startswith("fazhi-zhengfu+county-example  ")
    assert "min_chars = 300" in lines
    text = "\n".join(lines)
    assert "fazhi-zhengfu/overlays/county-example.yaml:21  分值：8 → 12（上年督察指出各单位原因分析不深。）" in text
    assert "已停用" in text and " · final" in text
    assert show_resolved("fazhi-zhengfu+county-example", None, "zh") == lines
    assert "disabled" in "\n".join(show_resolved("fazhi-zhengfu", "county-example", "en"))


def test_lock_and_check_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": REPORT, ".chaque.toml": 'pack = "./p"\n'})
    write_pack(tmp_path / "p")
    lock([], "chaque.lock")
    assert [e["id"] for e in json.loads((tmp_path / "chaque.lock").read_text("utf-8"))["packs"]] == ["small"]
    assert run("check", "a.txt", "--locked", cwd=tmp_path).code == 0
    write_pack(tmp_path / "p", PACK + "# changed\n")
    done = run("check", "a.txt", "--locked", cwd=tmp_path)
    assert (done.code, len(done.error_lines())) == (2, 1)
    assert run("check", "a.txt", cwd=tmp_path).code == 0


def test_lock_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="写不了锁定文件"):
        lock(["fazhi-zhengfu"], str(tmp_path / "no" / "chaque.lock"))
