"""A repository of reports, as a county keeps one: real git, real hooks."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import GIT, ROOT, Done, environment

CAUSES = "主要原因是赋权事项多、编制少，部分专业执法人员尚未到位。"
MORE_CAUSES = "由于多数村没有专人负责，"
BROKEN = "2024/石梁镇.txt"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a copy of the sample repository, committed."""
    folder = tmp_path / "reports"
    shutil.copytree(ROOT / "fixtures" / "repository", folder)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "first")
    return folder


def git(folder: Path, *args: str) -> str:
    done = subprocess.run(["git", *args], cwd=folder, env=environment(**GIT), capture_output=True, check=True)
    return done.stdout.decode()


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def chaque(folder: Path, *args: str) -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "validator", "check", *args],
        cwd=folder,
        env=environment(**GIT),
        capture_output=True,
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def break_report(folder: Path) -> str:
    """Take the causes out of one report and return how it was."""
    path = folder / BROKEN
    text = path.read_text("utf-8")
    path.write_text(text.replace(CAUSES, "").replace(MORE_CAUSES, ""), "utf-8")
    return text


def test_from_commit_to_pruned_baseline(repository: Path) -> None:
    assert chaque(repository).code == 0

    before = break_report(repository)
    failed = chaque(repository, "--changed-since", "HEAD", "--format", "json")
    assert failed.code == 1
    assert [(r["source"]["path"], r["missing"]) for r in failed.json()["reports"]] == [(BROKEN, ["causes"])]
    commit(repository, "without causes")

    assert chaque(repository, "--update-baseline").code == 0
    commit(repository, "baseline")
    known = chaque(repository)
    assert known.code == 0
    assert "已知" in known.out

    (repository / BROKEN).write_text(before, "utf-8")
    partial = chaque(repository, "2024/白沙乡.txt")
    assert partial.code == 0
    gone = chaque(repository)
    assert gone.code == 1
    assert f"基线里的已知问题已不存在：{BROKEN} causes" in gone.out
    assert chaque(repository, "--prune-baseline").code == 0
    commit(repository, "pruned")
    assert chaque(repository).code == 0
    assert "causes" not in (repository / ".chaque-baseline.json").read_text("utf-8")


def test_a_file_that_is_deleted_leaves_the_baseline(repository: Path) -> None:
    break_report(repository)
    assert chaque(repository, "--update-baseline").code == 0
    (repository / BROKEN).unlink()
    assert chaque(repository, "--changed-since", "HEAD").code == 0
    assert chaque(repository).code == 1
    assert chaque(repository, "--prune-baseline").code == 0


def test_drafts_are_left_out_unless_named(repository: Path) -> None:
    draft = repository / "2024" / "草稿" / "新.txt"
    draft.parent.mkdir()
    draft.write_text("草稿", "utf-8")
    assert chaque(repository).code == 0
    assert chaque(repository, "2024/草稿/新.txt").code == 3


def test_settings_are_found_from_a_folder_below(repository: Path) -> None:
    break_report(repository)
    assert chaque(repository, "--update-baseline").code == 0
    assert chaque(repository / "2024", ".").code == 0
    assert chaque(repository / "2024", "石梁镇.txt", "--gate", "absolute").code == 1


def test_other_rules_for_other_years(repository: Path, tmp_path: Path) -> None:
    from tests.support import PACK, write_pack

    write_pack(repository / "规则" / "small", PACK)
    settings = repository / ".chaque.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[packs]\n"2016/**" = "规则/small"\n', "utf-8")
    (repository / "2016").mkdir()
    (repository / "2016" / "甲.txt").write_text("情况报告\n一、存在的不足\n力量不够。\n", "utf-8")
    done = chaque(repository, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found = done.json()
    assert [p["id"] for p in found["packs"]] == ["fazhi-zhengfu", "small"]
    assert {r["source"]["path"][:4]: r["pack"] for r in found["reports"]} == {"2016": "small", "2024": "fazhi-zhengfu"}


HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


def test_hooks_have_what_pre_commit_requires() -> None:
    import yaml

    hooks = yaml.safe_load(HOOKS)
    assert [h["id"] for h in hooks] == ["chaque", "chaque-all", "chaque-packs"]
    for hook in hooks:
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert hook["entry"].startswith("chaque ")


@pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="hooks are installed from a git checkout")
def test_pre_commit_runs_the_hooks(repository: Path, tmp_path: Path) -> None:
    break_report(repository)
    git(repository, "add", "-A")
    env = environment(**GIT, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    env.pop("PYTHONPATH")
    call = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "chaque", "--files", BROKEN, "2024/白沙乡.txt"]
    done = subprocess.run(call, cwd=repository, env=env, capture_output=True, timeout=600)
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 1, told
    assert "查缺：检查改动的报告" in told
    assert "[causes]" in told
    assert os.sep + "hooks" not in git(repository, "status", "--short")


def test_the_action_and_the_templates_are_well_formed() -> None:
    import yaml

    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    script = action["runs"]["steps"][-1]["run"]
    assert "${{" not in script  # values come through the environment, so that none of them can be a command
    job = yaml.safe_load((ROOT / "docs" / "templates" / "gitlab-ci.yml").read_text("utf-8"))["chaque"]
    assert set(job["artifacts"]["reports"]) == {"codequality", "junit"}
