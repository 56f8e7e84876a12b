"""chaque review from the command line: outputs, exit status, decisions, what units cannot do with names and texts."""

from __future__ import annotations

import io
import json
import os
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
import zlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support import Done, environment, report, run
from tests.test_sources import shut
from validator.cli.review import command
from validator.demo.county import county
from validator.demo.reports import reports
from validator.errors import UsageError

GREEN, WHITE, BLACK, LAW = "云川县青禾镇人民政府", "云川县白石镇人民政府", "云川县黑水镇人民政府", "云川县司法局"
OUTPUTS = {"review.html", "review.json", "review.xlsx"}


def of(unit: str, *without: str) -> str:
    return report(*without).replace(GREEN, unit).replace("青禾镇", unit[3:6])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "2024"
    made.mkdir()
    (made / "青禾镇.txt").write_text(of(GREEN))
    (made / "白石镇.txt").write_text(of(WHITE, "causes"))
    (tmp_path / "roster.csv").write_text(f"单位,类别\n{GREEN},镇\n{WHITE},镇\n{LAW},部门\n")
    return tmp_path


def review(folder: Path, *more: str) -> Done:
    env = {"CHAQUE_CACHE": str(folder / "cache")}
    return run("review", "2024", "--roster", "roster.csv", "-o", "out", *more, cwd=folder, env=env)


def told(folder: Path) -> dict:  # type: ignore[type-arg]
    found: dict = json.loads((folder / "out" / "review.json").read_text("utf-8"))  # type: ignore[type-arg]
    return {**found, "units": {u["name"]: u for u in found["units"]}}


def everything(folder: Path) -> dict[str, str]:
    """Return the text of all outputs: parts of packages, the ledger, the cache."""
    found = {}
    for path in (p for p in folder.rglob("*") if p.is_file() and "2024/" not in str(p) and p.name != "roster.csv"):
        data = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                data = b"\n".join(package.read(name) for name in package.namelist())
        if path.name == "submissions.sqlite":
            with sqlite3.connect(path) as cache:
                data = b"\n".join(zlib.decompress(row[0]) for row in cache.execute("SELECT data FROM found"))
        found[str(path.relative_to(folder))] = data.decode("utf-8", "replace")
    return found


def test_one_command_makes_everything(folder: Path) -> None:
    until = (date.today() + timedelta(20)).isoformat()
    done = review(folder, "--office", "云川县司法局", "--reply-by", until)
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines()[:2] == [
        "2024年度：应报3个单位，已报送2（逾期0），未报送1。",
        "齐全1份，不齐全1份，没有全部判明0份。",
    ]
    made = {p.name for p in (folder / "out").iterdir()}
    assert made >= OUTPUTS | {"notice.docx", "letters"}
    assert {p.stem for p in (folder / "out" / "letters").iterdir()} == {GREEN, WHITE}
    assert (folder / "2024.chaque-ledger").exists()
    assert told(folder)["year"] == 2024 and told(folder)["reply_by"] == until
    assert "2024.chaque-ledger" in done.out and "letters" in done.out


def test_the_same_review_again_gives_the_same_bytes(folder: Path) -> None:
    review(folder)
    first = {p: p.read_bytes() for p in (folder / "out").rglob("*") if p.is_file()}
    assert "改动" not in review(folder).out
    assert {p: p.read_bytes() for p in (folder / "out").rglob("*") if p.is_file()} == first
    assert "改动" not in review(folder, "--no-cache").out
    assert {p: p.read_bytes() for p in (folder / "out").rglob("*") if p.is_file()} == first


def test_in_english(folder: Path) -> None:
    done = review(folder, "--lang", "en")
    assert done.out.startswith("2024: 3 units, 2 sent (0 late), 1 not sent.")
    assert "Decisions are kept in" in done.out


@pytest.mark.parametrize(
    ("more", "code"),
    [((), 1), (("--gate", "never"), 0), (("--gate", "never", "--require-all"), 3), (("--exit-zero",), 0)],
)
def test_exit_status(folder: Path, more: tuple[str, ...], code: int) -> None:
    assert review(folder, *more).code == code


def test_complete_reports_of_all_units_are_0(folder: Path) -> None:
    (folder / "2024" / "白石镇.txt").write_text(of(WHITE))
    (folder / "roster.csv").write_text(f"单位,类别\n{GREEN},镇\n{WHITE},镇\n")
    assert review(folder, "--require-all").code == 0


def test_an_unreadable_file_leaves_it_open(folder: Path) -> None:
    (folder / "2024" / "白石镇.txt").unlink()
    (folder / "2024" / "白石镇.docx").write_bytes(b"PK\x03\x04 broken")
    assert review(folder).code == 3
    assert told(folder)["units"][WHITE]["standing"] == "unreadable"


def test_a_joint_report_counts_for_each_unit_that_the_roster_names(folder: Path) -> None:
    (folder / "2024" / "白石镇.txt").rename(folder / "2024" / "联合.txt")
    rows = f"{GREEN},,2024-01-25\n{WHITE},联合.txt,\n{LAW},联合.txt；*没有*,\n"
    (folder / "roster.csv").write_text(f"单位,文件,收到日期\n{rows}")
    done = review(folder, "--gate", "never")
    assert done.code == 0
    found = told(folder)
    assert found["remarks"] == [
        "名册上的收到日期与2024年度报告对不上，没有采用，请核对年份：第2行“2024-01-25”。",
        "名册“文件”列写的没有对上任何文件，请核对文件名：第4行“*没有*”。",
    ]
    assert {found["units"][unit]["standing"] for unit in (GREEN, WHITE, LAW)} == {"submitted"}
    assert [found["units"][unit]["file"] for unit in (WHITE, LAW)] == ["联合.txt"] * 2
    assert not [p for p in found["pairs"] if {p["here"], p["there"]} == {WHITE, LAW}]
    assert found["summary"]["sent"] == 3 and (folder / "out" / "letters" / f"{LAW}.docx").exists()


def test_a_folder_that_cannot_be_opened_is_told_first_and_leaves_it_open(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "2024" / "街道").mkdir()
    (folder / "2024" / "街道" / "司法局.txt").write_text(of(LAW))
    shut(monkeypatch, folder / "2024" / "街道")
    monkeypatch.setattr("validator.cli.review.spare_collections", lambda: None)
    monkeypatch.chdir(folder)
    code = command("2024", roster="roster.csv", output="out", gate_="never", no_cache=True)
    says = "“街道”文件夹打不开，里面的文件没有查（没有权限）；“未报送”的名单可能有误，请换一个有权限的账号再审一次。"
    assert code == 3 and says in capsys.readouterr().out
    assert told(folder)["remarks"][0] == says
    assert says in (folder / "out" / "review.html").read_text("utf-8")
    (folder / "2023").mkdir()
    (folder / "2024" / "街道").rename(folder / "2023" / "街道")
    shut(monkeypatch, folder / "2023" / "街道")
    more = {"last_year": "2023", "gate_": "never", "no_cache": True}
    assert command("2024", roster="roster.csv", output="out", **more) == 0  # type: ignore[arg-type]
    assert "“2023/街道”文件夹打不开" in capsys.readouterr().out
    (folder / "2023" / "街道").rename(folder / "街道")
    assert command("2024", roster="roster.csv", output="out", gate_="never", no_cache=True) == 0
    with pytest.raises(UsageError, match="没有权限"):
        shut(monkeypatch, folder / "2024")
        command("2024", roster="roster.csv", output="out")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["none", "--roster", "roster.csv"], "没有这个文件夹"),
        (["2024", "--roster", "none.csv"], "读不了名册"),
        (["2024", "--roster", "roster.csv", "--reply-by", "明天"], "不是日期"),
        (["2024", "--roster", "roster.csv", "--reply-by", "2020-01-01"], "--reply-by: 2020-01-01已经过去，今天是"),
        (["2024", "--roster", "roster.csv", "--template", "none.txt"], "none.txt"),
        (["2024", "--roster", "roster.csv", "--last-year", "none"], "没有这个文件夹"),
        (["2024"], "--roster"),
        (["2024", "--roster", "roster.csv", "-o", "2024"], "同一个文件夹"),
        (["2024", "--roster", "roster.csv", "-o", "roster.csv"], "不是文件夹"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(folder: Path, args: list[str], words: str) -> None:
    done = run("review", "-o", "out", *args, cwd=folder)
    assert done.code == 2 and words in done.err and len(done.err.splitlines()) == 1
    assert not (folder / "out").exists()


def test_outputs_roster_and_templates_inside_the_folder_are_no_submissions(folder: Path) -> None:
    (folder / "2024" / "名册.csv").write_text((folder / "roster.csv").read_text())
    (folder / "2024" / "范本.txt").write_text(of(GREEN))
    args = ("review", "2024", "--roster", "2024/名册.csv", "--template", "2024/范本.txt", "-o", "2024/结果")
    for _ in range(2):
        assert run(*args, cwd=folder).code == 1
    found = json.loads((folder / "2024" / "结果" / "review.json").read_text("utf-8"))
    assert sorted(f["path"] for f in found["files"]) == ["白石镇.txt", "青禾镇.txt"]


def test_results_of_another_review_are_no_submissions(folder: Path) -> None:
    run("review", "2024", "--roster", "roster.csv", "-o", "2024/旧结果", cwd=folder)
    review(folder)
    assert sorted(f["path"] for f in told(folder)["files"]) == ["白石镇.txt", "青禾镇.txt"]


def test_without_output_the_results_lie_beside_the_folder(folder: Path) -> None:
    run("review", "2024", "--roster", "roster.csv", cwd=folder)
    assert (folder / "2024-review" / "review.html").exists()
    run("review", ".", "--roster", "../roster.csv", "--no-cache", cwd=folder / "2024")
    assert not [p for p in (folder / "2024").iterdir() if p.is_dir()]


def test_only_reports_that_do_not_count_leave_it_open(folder: Path) -> None:
    for file in (folder / "2024").iterdir():
        file.write_text(file.read_text().replace("2024年", "2023年").replace("2025年", "2024年"))
    assert review(folder, "--year", "2024").code == 3


def test_telephone_numbers_in_file_names_are_hidden(folder: Path) -> None:
    (folder / "2024" / "白石镇.txt").rename(folder / "2024" / "白石镇（联系人13812345678）.txt")
    review(folder)
    assert all("13812345678" not in text for text in everything(folder).values())


def test_a_decision_is_honoured_everywhere_and_lapses_with_the_text(folder: Path) -> None:
    review(folder)
    args = ("decide", WHITE, "correct", "causes", "--to", "pass", "--because", "原因写在附件里", "--by", "王某")
    assert run(*args, cwd=folder).code == 0
    assert review(folder).code == 0
    unit = told(folder)["units"][WHITE]
    assert unit["score"] == 100 and [d["reason"] for d in unit["decisions"]] == ["原因写在附件里"]
    texts = everything(folder / "out")
    assert all("原因写在附件里" in texts[name] for name in ("review.html", "review.xlsx", "review.json"))
    assert "没有写明不足的原因" not in texts[f"letters/{WHITE}.docx"]
    (folder / "2024" / "白石镇.txt").write_text(of(WHITE, "causes").replace("46次", "47次"))
    assert review(folder).code == 1
    unit = told(folder)["units"][WHITE]
    assert unit["decisions"] == [] and len(unit["lapsed"]) == 1
    history = run("history", WHITE, cwd=folder).out
    assert "原因写在附件里" in history and "王某" in history


def test_the_sheet_of_decisions_can_be_filled_in_and_imported(folder: Path) -> None:
    import openpyxl

    review(folder)
    path = folder / "out" / "review.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["复核意见"]
    head = next(row for row in sheet.iter_rows() if any(c.value == "意见" for c in row))
    at = {c.value: c.column for c in head}
    row = next(
        r
        for r in range(head[0].row + 1, sheet.max_row + 1)
        if sheet.cell(r, at["单位"]).value == WHITE and sheet.cell(r, at["规则"]).value == "causes"
    )
    for name, value in (("意见", "更正"), ("改为", "有"), ("理由", "看过原文"), ("复核人", "李某")):
        sheet.cell(row, at[name]).value = value
    book.save(path)
    assert run("decide", "--import", "out/review.xlsx", cwd=folder).code == 0
    again = run("decide", "--import", "out/review.xlsx", cwd=folder)
    assert again.code == 0 and "1" in again.out
    done = review(folder)
    assert done.code == 0 and "改动" in done.out  # the filled workbook is kept beside the new one
    assert told(folder)["units"][WHITE]["score"] == 100


PRIVATE = ("420106199001011234", "13812345678", "6222020200112233445", "赵铁柱")


def test_personal_data_are_in_no_output_no_cache_and_no_ledger(folder: Path) -> None:
    words = f"信访人{PRIVATE[3]}（身份证号{PRIVATE[0]}，电话{PRIVATE[1]}，卡号{PRIVATE[2]}）反映的问题已经办结，"
    for name, unit in (("青禾镇", GREEN), ("白石镇", WHITE)):
        (folder / "2024" / f"{name}.txt").write_text(of(unit).replace("受理纠纷130件", f"{words}受理纠纷130件"))
    review(folder)
    run("decide", GREEN, "return", "--because", f"请删去{PRIVATE[1]}", "--by", "王某", cwd=folder)
    review(folder)
    texts = everything(folder)
    assert len(texts) >= 8
    assert told(folder)["pairs"], "the private data stand in a copied passage"
    for path, text in texts.items():
        for value in PRIVATE:
            assert value not in text, (path, value)
    assert "赵**" in texts["out/review.html"]


def test_the_roster_may_name_a_file_with_a_number_in_its_name(folder: Path) -> None:
    (folder / "2024" / "白石镇.txt").rename(folder / "2024" / "13812345678.txt")
    (folder / "2024" / "13812345678.txt").write_text(
        "这一份没有单位名称。\n" + of(WHITE).replace(WHITE, "").replace("白石镇", "我镇")
    )
    (folder / "roster.csv").write_text(f"单位,类别,文件\n{GREEN},镇,\n{WHITE},镇,13812345678.txt\n")
    review(folder)
    unit = told(folder)["units"][WHITE]
    assert (unit["standing"], unit["file"]) == ("submitted", "138******78.txt")
    assert all("13812345678" not in text for text in everything(folder).values())


def test_a_review_that_fails_leaves_no_ledger(folder: Path) -> None:
    for path in (folder / "2024").iterdir():
        path.write_text("一、工作情况\n全年开展检查46次。\n")
    failed = review(folder)
    assert failed.code == 2 and "看不出这些报告是哪一年度的" in failed.err
    assert not list(folder.glob("*.chaque-ledger*"))


HOSTILE = (
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>县局",
    "@SUM(1+1)镇",
    "..\\..\\秘密局",
    "\u202etxt.exe局",
    "a/b镇",
)


def test_names_of_units_and_files_do_no_harm(folder: Path) -> None:
    import openpyxl

    quoted = "\n".join('"' + name.replace('"', '""') + '"' for name in HOSTILE)
    (folder / "roster.csv").write_text(f"单位\n{GREEN}\n{WHITE}\n{quoted}\n")
    for i, name in enumerate(HOSTILE):
        safe = name.replace("/", "／")
        (folder / "2024" / f"{safe}-{i}.txt").write_text(of(GREEN, "causes").replace(GREEN, name))
    assert review(folder).code in (1, 3)
    out = folder / "out"
    assert all(p.resolve().is_relative_to(out.resolve()) for p in out.rglob("*"))
    assert all(not set('\\:*?"<>|') & set(p.name) and "\u202e" not in p.name for p in (out / "letters").iterdir())
    for sheet in openpyxl.load_workbook(out / "review.xlsx"):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    page = (out / "review.html").read_text("utf-8")
    assert "<script>alert" not in page and "\u202e" not in page
    assert not (folder / "秘密局.docx").exists() and not (folder.parent / "秘密局.docx").exists()


def test_an_interrupted_review_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    folder.mkdir()
    names = []
    for unit, name, text in reports(700):
        names.append(unit)
        (folder / name).write_text(text)
    (tmp_path / "roster.csv").write_text("\n".join(["单位", *names]))
    cache = tmp_path / "cache" / "submissions.sqlite"
    call = [sys.executable, "-m", "validator", "review", "2025", "--roster", "roster.csv", "-o", "out", "--jobs", "1"]
    env = environment(CHAQUE_CACHE=str(cache.parent))
    with subprocess.Popen(call, cwd=tmp_path, env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        deadline = time.monotonic() + 60
        while not kept(cache) and time.monotonic() < deadline and first.poll() is None:
            time.sleep(0.02)
        first.send_signal(signal.SIGINT)
        _, error = first.communicate(timeout=60)
    assert first.returncode == 130 and "再运行一次" in error.decode()
    assert not (tmp_path / "out").exists()
    done = kept(cache)
    assert 100 <= done < 700
    again = run(
        "review", "2025", "--roster", "roster.csv", "-o", "out", cwd=tmp_path, env={"CHAQUE_CACHE": str(cache.parent)}
    )
    assert again.code == 0 and "已报送700" in again.out
    assert kept(cache) == 700


def kept(cache: Path) -> int:
    try:
        with sqlite3.connect(f"file:{cache}?mode=ro", uri=True, timeout=5) as file:
            return int(file.execute("SELECT count(*) FROM found").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_the_commands_of_the_demonstration_work_as_printed(tmp_path: Path) -> None:
    made = run("demo-county", "县", cwd=tmp_path)
    line = next(line.strip() for line in made.out.splitlines() if line.strip().startswith("chaque review "))
    done = run(*shlex.split(line)[1:], cwd=tmp_path)
    planted = county().planted
    assert done.code == 1 and f"未报送{len(planted.missing)}" in done.out and "单位之间9对" in done.out
    assert {p.name for p in (tmp_path / "县" / "review").iterdir()} >= OUTPUTS
    assert os.listdir(tmp_path / "县" / "review" / "letters")
