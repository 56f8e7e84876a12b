"""A kind of report from another field and in another language is YAML only: no line of Python knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import run, run_of
from validator import check, load_pack
from validator.model.pack import Pack
from validator.model.result import Result
from validator.proving import prove
from validator.renderers import RENDERERS, Options, render

PACK = r"""
pack: site-safety
lang: 1
version: "1.0.0"
title: {zh: 年度安全报告, en: Annual safety report}
norms:
  standard: {zh: 公司安全标准, en: Company safety standard}
recognise:
  refuse:
    - when: {text: ['(?i)\bminutes of\b'], within: front}
      say: {zh: 这是会议记录，不是报告。, en: These are minutes of a meeting.}
  accept: {text: ['(?i)annual safety report'], within: document}
  otherwise: {zh: 不是年度安全报告。, en: This is no annual safety report.}
elements:
  summary:
    title: {zh: 摘要, en: Summary}
    heading: ['(?i)summary|overview']
  incidents:
    title: {zh: 事故, en: Incidents}
    heading: ['(?i)incidents?|accidents?']
  training:
    title: {zh: 培训, en: Training}
    heading: ['(?i)training']
    mention: ['(?i)\btrained\b']
  plan:
    title: {zh: 计划, en: Plan for the next year}
    heading: ['(?i)plan']
rules:
  - id: sections
    title: {zh: 四个部分, en: The four sections}
    why: {zh: 标准规定了部分和顺序。, en: The standard sets the sections and their order.}
    level: error
    weight: 40
    source: {norm: standard, item: {zh: 第2条, en: clause 2}}
    grade:
      - credit: 1.0
        when: {parts: [summary, incidents, training, plan]}
        say: {zh: 部分齐全。, en: All sections are there and in order.}
      - credit: 0.6
        when: {parts: [summary, incidents, training, plan], wrong: [missing]}
        say: {zh: "标题不对：{renamed}；位置不对：{misplaced}；多出：{extra}。", en: "Renamed: {renamed}; out of place: {misplaced}; extra: {extra}."}
    say: {zh: "缺少：{missing}。", en: "Missing: {missing}."}
    fix: {zh: 按标准补齐。, en: Follow the standard.}
    tests:
      - {want: pass, doc: "1. Summary\nA quiet year.\n2. Incidents\nNone.\n3. Training\nFour days.\n4. Plan for the next year\nMore drills.\n"}
      - {want: partial, credit: 0.6, doc: "1. Overview\nA quiet year.\n2. Incidents\nNone.\n3. Training\nFour days.\n4. Plan for the next year\nMore drills.\n"}
      - {want: partial, doc: "1. Summary\nA quiet year.\n2. Training\nFour days.\n3. Incidents\nNone.\n4. Plan for the next year\nMore drills.\n"}
      - {want: partial, doc: "1. Summary\nA quiet year.\n2. Incidents\nNone.\n3. Training\nFour days.\n4. Plan for the next year\nMore drills.\n5. Awards\nOne.\n"}
      - {want: fail, doc: "1. Summary\nA quiet year.\n2. Incidents\nNone.\n3. Plan for the next year\nMore drills.\n"}
  - id: training
    title: {zh: 培训, en: Training}
    why: {zh: 要写培训。, en: Training is to be reported.}
    level: error
    weight: 20
    source: {norm: standard, item: {zh: 第3条, en: clause 3}}
    grade:
      - {credit: 1.0, when: {section: training}}
      - {credit: 0.5, when: {mention: training}, say: {zh: 只在正文里提到。, en: In running text only.}}
    say: {zh: 没有写培训。, en: Training is missing.}
    fix: {zh: 补上培训。, en: Add a section on training.}
    tests:
      - {want: pass, doc: "1. Training\nFour days.\n"}
      - {want: partial, credit: 0.5, doc: "1. Summary\nAll fitters were trained in March.\n"}
      - {want: fail, doc: "1. Summary\nA quiet year.\n"}
  - id: incident-sums
    title: {zh: 事故数量, en: Incident figures add up}
    why: {zh: 数字要加得起来。, en: The figures must add up.}
    level: warning
    weight: 40
    source: {norm: standard, item: {zh: 第4条, en: clause 4}}
    requires:
      when: {table: ['(?i)^severe', '(?i)^total'], rows: ['severe=(?i)^severe']}
      say: {zh: 没有表格。, en: There is no table.}
    grade:
      - credit: 1.0
        when:
          sums: [severe + minor = total, plant + yard = site]
          having: ['(?i)^severe', '(?i)^total']
          rows: ['severe=(?i)^severe', 'minor=(?i)^minor', 'total=(?i)^total']
          columns: [plant, yard, site]
    say: {zh: "数字对不上：{sums}。", en: "The figures do not add up: {sums}."}
    fix: {zh: 核对。, en: Check them.}
    tests:
      - {want: pass, doc: "2. Incidents\n | Plant | Yard | Site\nSevere | 1 | 0 | 1\nMinor | 1,200 | 3 | 1,203\nTotal | 1,201 | 3 | 1,204\n"}
      - {want: fail, doc: "2. Incidents\n | Plant | Yard | Site\nSevere | 1 | 0 | 1\nMinor | 2 | 3 | 5\nTotal | 4 | 3 | 7\n"}
      - {want: fail, doc: "2. Incidents\n | Plant | Yard | Site\nSevere | 1 | 0 | 2\nMinor | 2 | 3 | 5\nTotal | 3 | 3 | 7\n"}
      - {want: not_applicable, doc: "2. Incidents\nNone.\n"}
  - id: in-time
    title: {zh: 按时, en: In time}
    why: {zh: 二月底前。, en: By the end of February.}
    level: warning
    role: unscored
    source: {norm: standard, item: {zh: 第5条, en: clause 5}}
    grade:
      - {credit: 1.0, when: {deadline: issued_on, by: "02-28"}}
    say: {zh: "日期{date}，期限{limit}，晚了{days}天。", en: "{days} days late: {date}, due {limit}."}
    fix: {zh: 尽快。, en: Submit at once.}
    tests:
      - {want: pass, doc: "1. Summary\nA quiet year.\n\n2025-02-28\n"}
      - {want: fail, doc: "1. Summary\nIn 2024年 all was quiet.\n\n2025-03-02\n"}
      - {want: unknown, doc: "1. Summary\nA quiet year.\n"}
"""
REPORT = """\
Northfield Works
Annual Safety Report 2024

1. Summary
It was a quiet year for all crews, with fewer incidents than in any year before it.
2. Incidents
The table counts what was reported to the site office.
 | Plant | Yard | Site
Severe | 1 | 0 | 1
Minor | 2 | 3 | 5
Total | 4 | 3 | 7
3. Training
Every fitter attended four days of drills, led by the fire brigade and the site nurse.
4. Plan for the next year
Two more drills, and a new alarm in the yard, will be in place by June.

2025-01-20
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site-safety")
    (made / "pack.yaml").write_text(PACK, encoding="utf-8")
    (made / "report.txt").write_text(REPORT, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def safety(folder: Path) -> Pack:
    return load_pack(str(folder))


def results(text: str, pack: Pack) -> dict[str, Result]:
    return {r.rule: r for r in check(text.encode(), "report.txt", pack).results}


def test_its_own_examples_pass(safety: Pack) -> None:
    assert [p for p in prove(safety) if p.state != "passed"] == []


def test_check(safety: Pack) -> None:
    found = results(REPORT, safety)
    assert {rule: r.outcome for rule, r in found.items()} == {
        "sections": "pass",
        "training": "pass",
        "incident-sums": "fail",
        "in-time": "pass",
    }
    assert "column plant: severe 1 + minor 2 = 3, but total 4" in found["incident-sums"].message.en
    assert [e.line for e in found["incident-sums"].evidence] == [9, 10, 11]
    assessment = check(REPORT.encode(), "report.txt", safety)
    assert assessment.score and assessment.score.value == 60
    assert assessment.facts.report_year == 2024


def test_a_section_too_many_and_one_out_of_place(safety: Pack) -> None:
    swapped = REPORT.replace("2. Incidents", "2. Awards\nOne.\n3. Incidents").replace("3. Training", "4. Training")
    found = results(swapped.replace("4. Plan", "5. Plan"), safety)["sections"]
    assert (found.outcome, found.credit) == ("partial", 60)
    assert "extra: “Awards”" in found.message.en
    assert [e.text for e in found.evidence] == ["2. Awards"]


def test_look_alikes_are_refused(safety: Pack) -> None:
    minutes = check(b"Minutes of the meeting on the annual safety report\n\n1. Summary\nRead.\n", "a.txt", safety)
    assert (minutes.status, minutes.reason and minutes.reason.en) == (
        "not_this_report",
        "These are minutes of a meeting.",
    )
    assert check("云川县青禾镇2024年法治政府建设情况报告\n一、成效\n无。".encode(), "a.txt", safety).status == (
        "not_this_report"
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", RENDERERS)
def test_every_output_format(name: str, lang: str, safety: Pack) -> None:
    run_ = run_of([check(REPORT.encode(), "report.txt", safety)], safety)
    out = render(name, run_, Options(lang=lang, full=True))  # type: ignore[arg-type]
    assert out
    if name not in ("xlsx", "github"):
        assert "incident" in out.decode().lower()


def test_the_command(folder: Path) -> None:
    pack, report = str(folder), str(folder / "report.txt")
    done = run("check", "--pack", pack, "--format", "json", "--lang", "en", report)
    assert done.json()["pack"]["id"] == "site-safety"
    assert done.code == 0
    shown = run("check", "--pack", pack, "--lang", "en", report)
    assert "60" in shown.out
    explained = run("explain", "incident-sums", "--pack", pack, "--lang", "en")
    assert "Company safety standard" in explained.out
    assert "incident-sums" in run("packs", "show", pack, "--lang", "en").out
    tested = run("packs", "test", pack, "--lang", "en")
    assert (tested.code, "0 failed" in tested.out) == (0, True)


def test_the_same_page_as_html(safety: Pack) -> None:
    rows = [line.strip().split(" | ") for line in REPORT.split("\n") if " | " in line]
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    lines = [f"<p>{line}</p>" for line in REPORT.split("\n") if line and " | " not in line]
    lines.insert(5, f"<table>{table}</table>")
    page = f"<html><body>{''.join(lines)}</body></html>"
    found = check(page.encode(), "report.html", safety)
    assert {r.rule: r.outcome for r in found.results}["incident-sums"] == "fail"
    assert json.dumps([e.line for r in found.results for e in r.evidence])
