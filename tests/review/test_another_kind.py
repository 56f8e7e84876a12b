"""A review of another kind of report is data, too: no line of Python knows what such reports are about."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from tests.support import ROOT, run
from validator.packs import available, load

PACK = """\
pack: work-safety
lang: 1
version: "1.0.0"
title: {zh: 安全生产年度报告, en: Annual report on work safety}
norms:
  law: {zh: 某规定, en: Some rule}
recognise:
  accept: {text: ['安全生产'], within: document}
  otherwise: {zh: 不是安全生产年度报告。, en: No report on work safety.}
review:
  plan: plan
  matter: [安全生产]
elements:
  done:
    title: {zh: 工作情况, en: what was done}
    heading: ['主要工作']
  plan:
    title: {zh: 下一步打算, en: plan}
    heading: ['下一步打算']
rules:
  - id: done
    title: {zh: 工作情况, en: What was done}
    why: {zh: 规定要写。, en: The rule asks for it.}
    level: error
    weight: 50
    source: {norm: law, item: {zh: 第一条, en: article 1}}
    grade:
      - {credit: 1.0, when: {section: done}}
    say: {zh: 没有写工作情况。, en: What was done is missing.}
    fix: {zh: 请补上。, en: Add it.}
    tests:
      - {want: pass, doc: "一、主要工作\\n开展检查。\\n"}
      - {want: fail, doc: "一、下一步打算\\n开展检查。\\n"}
"""
UNITS = ("鹿坞乡", "石榴坪乡", "茶嶂乡", "应急管理局", "水利局")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "pack.yaml").write_text(PACK)
    (tmp_path / "2025").mkdir()
    for unit in UNITS:
        text = f"2025年安全生产工作总结\n一、主要工作\n{unit}开展检查{len(unit)}6次。\n二、下一步打算\n再查一遍。\n"
        (tmp_path / "2025" / f"{unit}安全生产工作总结.txt").write_text(text)
    (tmp_path / "roster.csv").write_text("\n".join(["单位", *UNITS]))
    return tmp_path


def test_names_of_files_are_read_by_the_pack_s_words(folder: Path) -> None:
    args = ("2025", "--roster", "roster.csv", "--pack", "rules", "--year", "2025", "-o", "out")
    done = run("review", *args, cwd=folder, env={"CHAQUE_CACHE": str(folder / "cache")})
    assert done.code == 0, done.err
    found = json.loads((folder / "out" / "review.json").read_text("utf-8"))
    assert {u["name"]: u["standing"] for u in found["units"]} == dict.fromkeys(UNITS, "submitted")


def test_no_rule_s_id_stands_in_the_program() -> None:
    ids = {rule.id for name in available() for rule in load(name).rules if "-" in rule.id}
    assert {"year-conflict", "late-report"} <= ids
    for file in (ROOT / "validator").rglob("*.py"):
        if "demo" in file.parts:
            continue  # the invented county is one of this kind of report
        tree = ast.parse(file.read_text("utf-8"))
        said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        assert not said & ids, file
