"""validator.renderers.sarif: valid SARIF, what GitHub asks for, and the full profile."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, hostile, is_harmless, lifted, text_of
from tests.support import REPORT, check, pack, report, run_of
from validator.model.run import Run
from validator.renderers.pointing import MAX_MESSAGE
from validator.version import __version__
from validator.words import Words

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
OTHER = "通知\n请各单位按时报送报告。\n"


@cache
def schema() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def log(run: Run, **options: Any) -> Any:
    """Return the log, after the schema has been asked."""
    found = json.loads(text_of("sarif", run, **options))
    assert [f"{list(e.absolute_path)}: {e.message[:200]}" for e in schema().iter_errors(found)] == []
    return found


def one(run: Run, **options: Any) -> Any:
    (found,) = log(run, **options)["runs"]
    return found


def result_of(run: Any, rule: str) -> Any:
    (found,) = [r for r in run["results"] if r["ruleId"] == rule]
    return found


def where(result: Any) -> Any:
    return result["locations"][0]["physicalLocation"]


def notifications(run: Any) -> Any:
    return run["invocations"][0]["toolExecutionNotifications"]


def test_the_schema_is_the_real_one() -> None:
    found = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert found["id"].endswith("/sarif-schema-2.1.0.json")
    assert len(found["definitions"]) == 52
    assert not schema().is_valid({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("full", [False, True])
def test_valid_for_every_kind_of_file(lang: str, full: bool) -> None:
    files = [check(as_docx(report("causes")), "b.docx"), check(b"", "x.txt"), check(OTHER.encode(), "n.txt")]
    decided = lifted(changed(assessed("causes", "date"), "date", known=True), "causes")
    assert log(run_of([decided, assessed(), *files]), lang=lang, full=full)


def test_head() -> None:
    found = log(run_of([assessed("date")]))
    assert (found["$schema"], found["version"]) == ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0")
    (run,) = found["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("chaque", __version__)
    assert "informationUri" not in driver
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh-CN")
    assert run["invocations"][0]["executionSuccessful"] is True
    assert one(run_of([]), lang="en")["language"] == "en-US"


def test_what_github_requires_is_never_empty() -> None:
    run = one(hostile())
    assert run["tool"]["driver"]["rules"]
    for rule in run["tool"]["driver"]["rules"]:
        texts = [rule["id"], *(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))]
        assert all(texts)
        assert all(len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription"))
        assert len(rule["properties"]["tags"]) <= 10
        assert "security-severity" not in rule["properties"]
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        assert len(result["locations"]) == 1
        assert where(result)["artifactLocation"]["uri"]
        assert set(where(result)["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}


@pytest.mark.parametrize("files", [[], [REPORT], [report("causes", "date")]])
def test_rules_are_the_whole_pack_whatever_fired(files: list[str]) -> None:
    rules = one(run_of([check(text.encode()) for text in files]))["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == [r.id for r in pack().rules]
    assert [r["defaultConfiguration"]["level"] for r in rules] == [LEVELS[r.level] for r in pack().rules]
    assert {r["properties"]["precision"] for r in rules} == {"high", "medium"}
    assert {r["properties"]["problem.severity"] for r in rules} == {"error", "warning", "recommendation"}


def test_markdown_of_a_rule_is_escaped() -> None:
    rules = (pack().rules[0]._replace(fix=Words("*<b>* [a](x)", "-")), *pack().rules[1:])
    help_ = one(run_of([], pack()._replace(rules=rules)))["tool"]["driver"]["rules"][0]["help"]
    assert r"\*\<b\>\* \[a\](x)" in help_["markdown"]
    assert help_["text"].startswith("*<b>* [a](x)\n《")


def test_no_files() -> None:
    run = one(run_of([]))
    assert (run["results"], notifications(run)) == ([], [])


def test_results_are_what_is_open() -> None:
    run = one(run_of([assessed("causes", "date")]))
    assert [(r["ruleId"], r["level"], r["kind"]) for r in run["results"]] == [
        ("causes", "error", "fail"),
        ("date", "error", "fail"),
        ("late-report", "note", "fail"),
    ]
    assert [run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    assert result_of(run, "late-report")["properties"]["result"] == "unknown"
    assert "credit" not in result_of(run, "late-report")["properties"]


def test_properties() -> None:
    assert result_of(one(run_of([assessed("causes")])), "causes")["properties"] == {
        "result": "fail",
        "credit": 0.0,
        "weight": 8,
        "unit": "云川县青禾镇人民政府",
        "pack": f"fazhi-zhengfu@{pack().version}",
    }


def test_known_and_lifted_results_are_left_out() -> None:
    a = changed(lifted(assessed("causes", "date"), "causes"), "date", known=True)
    assert [r["ruleId"] for r in one(run_of([a]))["results"]] == ["late-report"]


def test_what_a_reviewer_finds_wanting_stays() -> None:
    run = one(run_of([lifted(assessed(), "date", "fail", "日期是假的")]))
    assert "日期是假的" in result_of(run, "date")["message"]["text"]


def test_region_of_a_text_file() -> None:
    a = assessed("causes", file="2024/某局 1.txt")
    location = where(result_of(one(run_of([a])), "causes"))
    assert location["region"] == {"startLine": 8, "startColumn": 3, "endLine": 8, "endColumn": 8}
    assert REPORT.split("\n")[7][2:7] == a.results[2].evidence[0].text
    assert location["artifactLocation"]["uri"].isascii()
    assert unquote(location["artifactLocation"]["uri"]) == "2024/某局 1.txt"


def test_columns_are_code_points() -> None:
    text = report("causes").replace("二、存在的不足", "二、𠮷存在的不足")
    region = where(result_of(one(run_of([check(text.encode())])), "causes"))["region"]
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "𠮷存在的不足"


def test_a_web_page_has_lines() -> None:
    page = "<html><body>\n" + "".join(f"<p>{line}</p>\n" for line in report("causes").split("\n")) + "</body></html>"
    region = where(result_of(one(run_of([check(page.encode(), "a.html")])), "causes"))["region"]
    line = page.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "存在的不足"


def test_what_is_missing_points_at_the_title() -> None:
    result = result_of(one(run_of([assessed("date")])), "date")
    assert where(result)["region"] == {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 20}
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "document", "kind": "module"}]


@pytest.mark.parametrize(("lang", "place"), [("zh", "第8段"), ("en", "paragraph 8")])
def test_a_word_file_has_its_place_in_words(lang: str, place: str) -> None:
    result = result_of(one(run_of([check(as_docx(report("causes")), "a.docx")]), lang=lang), "causes")
    assert where(result)["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    assert place in result["message"]["text"]
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == f"二、存在的不足 / {place}"


def test_files_that_were_not_assessed_are_notifications() -> None:
    run = one(run_of([check(b"", "x.txt"), check(OTHER.encode(), "n.txt")]))
    assert run["results"] == []
    assert [(n["descriptor"]["id"], n["level"]) for n in notifications(run)] == [
        ("unreadable", "warning"),
        ("not-this-report", "note"),
    ]
    assert [n["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for n in notifications(run)] == [
        "x.txt",
        "n.txt",
    ]
    assert run["invocations"][0]["executionSuccessful"] is True


def test_a_rule_that_failed_by_itself_is_a_notification() -> None:
    run = one(run_of([changed(assessed(), "date", outcome="error", credit=None, message=Words("太慢", "slow"))]))
    assert run["results"] == []
    (told,) = notifications(run)
    assert told["associatedRule"] == {"id": "date", "index": [r.id for r in pack().rules].index("date")}
    assert "太慢" in told["message"]["text"]


def test_remarks_are_told_once() -> None:
    other = pack()._replace(id="other")
    a = assessed()
    both = Run((a, a._replace(pack="other")), {"fazhi-zhengfu": pack(), "other": other}, (Words("已失效", "lapsed"),))
    assert [[n["message"]["text"] for n in notifications(run)] for run in log(both)["runs"]] == [["已失效"], []]


def test_a_run_per_pack_that_was_used() -> None:
    packs = {name: pack()._replace(id=name) for name in ("unused", "one", "other")}
    a = assessed("date")
    runs = log(Run(tuple(a._replace(pack=name) for name in ("other", "one")), packs))["runs"]
    assert [run["automationDetails"]["id"] for run in runs] == ["annual-report/one/2024/", "annual-report/other/2024/"]
    assert [r["properties"]["pack"].split("@")[0] for run in runs for r in run["results"]] == [
        "one", "one", "other", "other",
    ]  # fmt: skip


def test_category_without_a_common_year() -> None:
    later = check(REPORT.replace("2025", "2026").replace("2024", "2025").encode())
    assert later.facts.report_year == 2025
    for files in ([], [assessed(), later], [check(b"")]):
        assert one(run_of(files))["automationDetails"]["id"] == "annual-report/fazhi-zhengfu/"


def test_too_many_results_are_cut_and_counted() -> None:
    a = changed(assessed("causes", "date"), "vague-shortcomings", outcome="fail", credit=0)
    run = one(run_of([a._replace(file=f"{i}.txt") for i in range(2000)]))
    assert len(run["results"]) == 5000
    weights = [r["properties"]["weight"] for r in run["results"]]
    assert weights[:2000] == [8] * 2000
    assert {r["level"] for r in run["results"][:4000]} == {"error"}
    (told,) = notifications(run)
    assert (told["descriptor"]["id"], told["message"]["text"]) == ("left-out", "结果太多，另有 3000 项没有列出。")


def test_messages_have_a_length() -> None:
    a = changed(assessed("date"), "date", message=Words("长" * 9999, "x"))
    assert len(result_of(one(run_of([a])), "date")["message"]["text"]) == MAX_MESSAGE


def test_full_profile_has_every_outcome() -> None:
    a = changed(assessed("date"), "placeholder", outcome="informational")
    run = one(run_of([a]), full=True)
    assert sorted(r["ruleId"] for r in run["results"]) == sorted(r.id for r in pack().rules)
    kinds = {rule: result_of(run, rule)["kind"] for rule in ("date", "title", "other-matters", "late-report")}
    assert kinds == {"date": "fail", "title": "pass", "other-matters": "notApplicable", "late-report": "open"}
    assert result_of(run, "placeholder")["kind"] == "informational"
    assert {r["level"] for r in run["results"] if r["kind"] != "fail"} == {"none"}
    assert result_of(run, "date")["level"] == "error"
    assert [r["kind"] for r in run["results"][:2]] == ["fail", "open"]
    assert not any("rank" in r or "baselineState" in r or "suppressions" in r for r in run["results"])


def test_full_profile_has_decisions() -> None:
    a = lifted(lifted(assessed("causes", "date"), "causes"), "title", "fail")
    run = one(run_of([a]), full=True)
    causes, title = result_of(run, "causes"), result_of(run, "title")
    assert causes["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "另文说明"}]
    assert (causes["kind"], causes["level"], causes["properties"]["result"]) == ("fail", "error", "pass")
    assert (title["kind"], "suppressions" in title) == ("fail", False)


def test_full_profile_compares_with_the_baseline() -> None:
    run = one(run_of([changed(assessed("causes", "date"), "date", known=True)]), full=True)
    states = {r["ruleId"]: r["baselineState"] for r in run["results"]}
    assert (states["date"], states["causes"]) == ("unchanged", "new")
    assert len(states) == len(pack().rules)


def test_both_profiles_have_the_same_fingerprints() -> None:
    run = run_of([changed(assessed("causes", "date"), "causes", known=True), assessed("causes", "date")])
    short, full = (
        {r["partialFingerprints"]["primaryLocationLineHash"] for r in one(run, full=f)["results"]}
        for f in (False, True)
    )
    assert short < full


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("full", [False, True])
def test_hostile_content(lang: str, full: bool) -> None:
    run = one(hostile(), lang=lang, full=full)
    texts = [r["message"]["text"] for r in run["results"]] + [n["message"]["text"] for n in notifications(run)]
    assert all(len(t.splitlines()) == 1 and is_harmless(t) for t in texts)
    assert not any("](" in t for t in texts)
    assert is_harmless(text_of("sarif", hostile(), lang=lang, full=full))
    uris = {where(r)["artifactLocation"]["uri"] for r in run["results"]}
    assert all(uri.isascii() and "%0A" in uri and "\n" not in uri and ":" not in uri for uri in uris)
    assert unquote(min(uris)) == HOSTILE.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd") + "0"
