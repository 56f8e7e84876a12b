"""validator.cli.packs: list, show and test rule packs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import PACK, REPORT, ROOT, environment, pack, place, report, run, write, write_pack


def test_list() -> None:
    done = run("packs", "list")
    assert done.code == 0
    assert f"fazhi-zhengfu  {pack().version}" in done.out
    assert f"{len(pack().rules)}条规则" in done.out
    assert "rules" in run("packs", "list", "--lang", "en").out


def test_show() -> None:
    done = run("packs", "show")
    assert done.code == 0
    assert pack().sha256 in done.out
    assert all(rule.id in done.out for rule in pack().rules)


def test_test_of_the_built_in_pack() -> None:
    done = run("packs", "test", "fazhi-zhengfu")
    assert done.code == 0
    assert "0个不通过" in done.out


def test_test_tells_which_example_fails_and_where(tmp_path: Path) -> None:
    text = PACK.replace('want: pass, doc: "一、存在的不足', 'want: fail, doc: "一、存在的不足', 1).replace(
        'want: fail, doc: "一、成效\\n检查3次', 'want: pass, doc: "一、成效\\n检查3次', 1
    )
    done = run("packs", "test", write_pack(tmp_path, text))
    assert done.code == 1
    assert "shortcomings #1" in done.out
    assert "应为 fail，得到 pass" in done.out
    assert "2个不通过" in done.out


def test_unknown_pack() -> None:
    done = run("packs", "show", "nothing")
    assert done.code == 2
    assert "没有这个规则包" in done.err


def test_test_of_several_packs_tells_which_is_which(tmp_path: Path) -> None:
    other = write_pack(tmp_path / "b", PACK.replace("pack: small", "pack: other"))
    done = run("packs", "test", write_pack(tmp_path / "a"), other)
    assert done.out.splitlines() == [f"{i}  5个例子通过，0个不通过，0个已知做不到" for i in ("small", "other")]


def test_test_names_the_file_of_an_included_rule(tmp_path: Path) -> None:
    head, rules = PACK.split("rules:\n")
    one, two = rules.split("  - id: word")
    wrong = two.replace("want: fail", "want: pass").replace("want: pass", "want: fail", 1)
    folder = write_pack(tmp_path, f"{head}include: [more.yaml]\nrules:\n{one}", more=f"rules:\n  - id: word{wrong}")
    done = run("packs", "test", folder)
    assert done.code == 1
    assert done.out.splitlines()[0].startswith(f"{tmp_path / 'more.yaml'}:14:")


def test_test_names_the_place_of_an_example_of_what_is_recognised(tmp_path: Path) -> None:
    marker = "  otherwise: {zh: 不是报告, en: not a report}\n"
    sample = '  tests:\n    - {want: refused, doc: "某镇报告"}\n'
    folder = write_pack(tmp_path, PACK.replace(marker, marker + sample))
    done = run("packs", "test", folder)
    assert done.code == 1
    assert done.out.splitlines()[0] == f"{tmp_path / 'pack.yaml'}:11:7: recognise #1：应为 refused，得到 accepted"


class Watch:
    """packs test --watch in a process of its own; its output goes to a file."""

    def __init__(self, folder: Path, *packs: str) -> None:
        self.log = folder / "log"
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "validator", "packs", "test", *packs, "--watch"],
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env=environment(),
            )

    def wait(self, times: int) -> str:
        """Return what it has printed once it waits for the *times*-th time."""
        for _ in range(200):
            text = self.log.read_text("utf-8")
            if text.count("等待修改") >= times:
                return text
            time.sleep(0.1)
        raise AssertionError(self.log.read_text("utf-8"))

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise")
def test_watch_tests_again_when_a_file_changes_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    watch = Watch(tmp_path, folder)
    try:
        assert "5个例子通过，0个不通过" in watch.wait(1)
        write_pack(tmp_path / "p", PACK.replace("['错词']", "['别的词']"))
        assert "4个例子通过，1个不通过" in watch.wait(2)
        write_pack(tmp_path / "p", PACK.replace("level: error", "level：error"))
        assert "冒号是全角的" in watch.wait(3)
        write_pack(tmp_path / "p")
        assert watch.wait(4).count("5个例子通过，0个不通过") == 2
    finally:
        code = watch.end()
    assert code == 0
    assert "Traceback" not in watch.log.read_text("utf-8")


def test_lint_of_the_built_in_pack_is_clean() -> None:
    done = run("packs", "lint")
    assert (done.code, done.out) == (0, "0个错误，0个警告\n")


def test_lint_tells_place_severity_name_and_hint(tmp_path: Path) -> None:
    text = PACK.replace("credit: 1.0", "credit: 0.3", 1)
    done = run("packs", "lint", write_pack(tmp_path, text))
    assert done.code == 1
    assert (
        f"{tmp_path / 'pack.yaml'}:{place(text, 'credit: 0.5')}: 错误 “shortcomings”第2档的得分比第1档高。把得分高的写在前面 [rising-credit]"
        in done.out
    )


def test_lint_strict(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert run("packs", "lint", folder).code == 0
    assert run("packs", "lint", folder, "--strict").code == 1


def test_lint_of_a_pack_that_does_not_load_tells_why_and_goes_on(tmp_path: Path) -> None:
    broken = write_pack(tmp_path / "a", PACK.replace("level: error", "level: eror"))
    done = run("packs", "lint", broken, write_pack(tmp_path / "b"))
    assert done.code == 1
    assert "“level”不能是“eror”。是不是“error”？" in done.out and "[pack]" in done.out
    assert "unused-element" in done.out


def test_mutate_of_the_built_in_pack() -> None:
    done = run("packs", "mutate", "--least", "95")
    assert done.code == 0, done.out
    assert float(re.findall(r"（([\d.]+)%）", done.out)[0]) >= 95


def test_new_does_not_write_over_anything(tmp_path: Path) -> None:
    assert run("packs", "new", "a", cwd=tmp_path).code == 0
    (tmp_path / "a" / "pack.yaml").write_text("mine", "utf-8")
    done = run("packs", "new", "a", cwd=tmp_path)
    assert done.code == 2 and "已经有这个文件" in done.err
    assert (tmp_path / "a" / "pack.yaml").read_text("utf-8") == "mine"


def test_new_overlay_passes_its_tests_beside_those_of_its_pack(tmp_path: Path) -> None:
    assert run("packs", "new", "a", "--id", "qinghe", "--extends", "fazhi-zhengfu", cwd=tmp_path).code == 0
    done = run("packs", "test", "a/qinghe.yaml", cwd=tmp_path)
    ours, built_in = (int(re.findall(r"(\d+)个例子通过", d.out)[0]) for d in (done, run("packs", "test")))
    assert done.code == 0 and ours == built_in + 2


def test_diff_quotes_and_counts(tmp_path: Path) -> None:
    write(tmp_path, {"报告/a.txt": REPORT, "报告/b.txt": report("causes")})
    write_pack(tmp_path / "old")
    write_pack(tmp_path / "new", PACK.replace("['错词']", "['错词', '检查']").replace("检查3次", "巡查3次"))
    done = run("packs", "diff", "old", "new", "报告", cwd=tmp_path)
    assert done.code == 1
    assert done.out.splitlines() == [
        "报告/a.txt",
        "  word: pass → fail  6: 检查",
        "报告/b.txt",
        "  word: pass → fail  6: 检查",
        "2个文件中2个有变化，共2处。",
    ]
    english = run("packs", "diff", "old", "old", "报告", "--lang", "en", cwd=tmp_path)
    assert (english.code, english.out) == (0, "0 of 2 files differ, 0 verdicts in all.\n")


def test_coverage_of_real_reports() -> None:
    done = run("packs", "coverage", "fixtures/demo", "--format", "json")
    found = done.json()
    assert (found["reports"], found["others"]) == (3, 1)
    by_part = {c["part"]: c["files"] for c in found["counts"]}
    assert by_part["rules.achievements.grade[1]"] == 3
    assert min(by_part.values()) == 0


def test_docs_to_a_file_and_to_the_screen(tmp_path: Path) -> None:
    assert run("packs", "docs", "-o", str(tmp_path / "a.md")).code == 0
    assert (tmp_path / "a.md").read_text("utf-8") == run("packs", "docs", "fazhi-zhengfu").out
    done = run("packs", "docs", "-o", str(tmp_path / "no" / "a.md"))
    assert done.code == 2 and "写不了这个文件" in done.err


def test_lock_and_show_resolved(tmp_path: Path) -> None:
    done = run("packs", "lock", cwd=tmp_path)
    assert done.code == 0 and "chaque.lock" in done.out
    assert pack().sha256 in (tmp_path / "chaque.lock").read_text("utf-8")
    shown = run("packs", "show", "--place", "jilin")
    assert shown.code == 0 and "jilin" in shown.out
