"""validator.renderers.github: annotations as a runner reads them, and nothing else that it would execute."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, hostile, is_harmless, lifted, text_of
from tests.support import REPORT, check, report, run_of
from validator.model.run import Run
from validator.words import Words

OTHER = "通知\n请各单位按时报送报告。\n"
KNOWN = {
    "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "set-env", "set-output", "add-path",
    "save-state", "echo", "add-matcher", "remove-matcher", "stop-commands",
}  # fmt: skip


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def read(line: str, names: set[str]) -> Command | None:
    """Return the command in a line of a log, as the runner finds it: ``::x::`` at the start, else ``##[x]`` anywhere."""
    text = line.lstrip()
    if text.startswith("::") and "::" in text[2:]:
        head, _, data = text[2:].partition("::")
        name, _, rest = head.partition(" ")
        if name.lower() in names:
            pairs = (p.split("=", 1) for p in rest.strip().split(",") if "=" in p)
            return Command(name, {k: plain(v, ":,") for k, v in pairs}, plain(data, ""))
    found = re.search(r"##\[([^\] ]+)[^\]]*\](.*)", line)
    return Command(found[1], {}, found[2]) if found and found[1].lower() in names else None


def plain(text: str, more: str) -> str:
    for c in "\r\n" + more + "%":
        text = text.replace(f"%{ord(c):02X}", c)
    return text


class Log(NamedTuple):
    executed: list[Command]
    printed: list[str]
    word: str


def log(run: Run, **options: Any) -> Log:
    """Return what a runner executes and what it only prints."""
    executed: list[Command] = []
    printed: list[str] = []
    token, stopped = "", False
    for line in re.split(r"\r\n|\r|\n", text_of("github", run, **options).removesuffix("\n")):
        command = read(line, KNOWN | {token.lower()})
        if stopped and command and command.name.lower() == token.lower():
            stopped = False
        elif stopped or command is None:
            assert stopped, f"printed while commands are read: {line}"
            printed.append(line)
        elif command.name == "stop-commands":
            token, stopped = command.data, True
        else:
            executed.append(command)
    assert not stopped
    return Log(executed, printed, token)


def test_an_annotation() -> None:
    a = assessed("causes")._replace(file="2024/某局,100%:.txt")
    (command,) = log(run_of([a])).executed
    assert command.name == "error"
    assert command.properties == {
        "file": "2024/某局,100%:.txt",
        "line": "8",
        "endLine": "8",
        "col": "3",
        "endColumn": "8",
        "title": "不足的原因 (causes)",
    }
    assert command.data.startswith("没有写明不足的原因。建议：")


def test_escaping_is_that_of_the_toolkit() -> None:
    a = changed(assessed("date"), "date", message=Words("50%0A", "50%0A"))._replace(file="a:b,c%.txt")
    line = next(x for x in text_of("github", run_of([a])).splitlines() if x.startswith("::error "))
    assert line.startswith("::error file=a%3Ab%2Cc%25.txt,line=1,")
    assert "::50%250A。" in line


def test_several_lines_have_no_columns() -> None:
    a = assessed("date")
    (title,) = [r for r in a.results if r.rule == "title"]
    joined = title.evidence[0]._replace(end_line=2, end_column=20)
    command = log(run_of([changed(a, "title", evidence=(joined,))])).executed[0]
    assert set(command.properties) == {"file", "line", "endLine", "title"}


@pytest.mark.parametrize(("lang", "place"), [("zh", "（第8段“存在的不足”）"), ("en", "(paragraph 8 “存在的不足”)")])
def test_a_word_file_is_annotated_as_a_whole(lang: str, place: str) -> None:
    (command,) = log(run_of([check(as_docx(report("causes")), "a.docx")]), lang=lang).executed
    assert (command.properties["line"], set(command.properties)) == ("1", {"file", "line", "title"})
    assert place in command.data


def test_kinds_follow_level_and_outcome() -> None:
    a = changed(assessed("date"), "placeholder", outcome="fail", credit=0)
    kinds = {c.properties["title"].split("(")[1]: c.name for c in log(run_of([a])).executed}
    assert kinds == {"date)": "error", "placeholder)": "warning", "late-report)": "notice"}


def test_files_that_were_not_assessed_are_annotated() -> None:
    shut, other = log(run_of([check(OTHER.encode(), "n.txt"), check(b"", "x.txt")])).executed
    assert (shut.name, shut.properties, shut.data) == (
        "warning", {"file": "x.txt"}, "读不了：文件是空的，没有内容可查。",
    )  # fmt: skip
    assert (other.name, other.properties) == ("notice", {"file": "n.txt"})


def test_at_most_ten_of_each_kind_the_heaviest_first() -> None:
    a = changed(assessed("causes", "date"), "placeholder", outcome="fail", credit=0)
    found = log(run_of([a._replace(file=f"{i}.txt") for i in range(12)])).executed
    names = [c.name for c in found]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert {c.properties["title"] for c in found[:10]} == {"不足的原因 (causes)"}
    assert found[-1] == Command("notice", {}, f"另有 {4 * 12 - 29} 项，见汇总")


def test_ten_are_not_too_many() -> None:
    found = log(run_of([assessed("date")._replace(file=f"{i}.txt") for i in range(10)]), lang="en").executed
    assert [c.name for c in found] == ["error"] * 10 + ["notice"] * 10
    assert not any("more" in c.data for c in found if not c.properties)


def test_english_closing_notice() -> None:
    found = log(run_of([assessed("causes")._replace(file=f"{i}.txt") for i in range(47)]), lang="en").executed
    assert found[-1].data == "37 more: see the summary"


def test_known_and_lifted_findings_are_left_out_and_counted() -> None:
    a = changed(lifted(assessed("causes", "date"), "causes"), "date", known=True)
    found = log(run_of([a]))
    assert [c.properties["title"] for c in found.executed] == ["按时报告 (late-report)"]
    assert "已知问题（基线）没有列出：1 项" in found.printed


def test_a_sentence_for_each_report() -> None:
    run = run_of([assessed("date"), check(REPORT.encode(), "b.txt"), check(b"", "x.txt")])
    printed = log(run._replace(remarks=(Words("决定已失效", "lapsed"),))).printed
    assert printed == [
        "报告 a.txt：不齐全，得分 93.9；缺：成文日期",
        "报告 b.txt：齐全，得分 100",
        "报告 x.txt：读不了：文件是空的，没有内容可查。",
        "提示：决定已失效",
        "汇总：共3个文件：齐全1，不齐全1，没有全部判明0，不是这种报告0，读不了1。",
    ]
    assert log(run, lang="en").printed[0].startswith("Report a.txt: incomplete, score 93.9; missing: ")


def test_no_files() -> None:
    found = log(run_of([]))
    assert (found.executed, len(found.printed)) == ([], 1)


@pytest.mark.parametrize("given", ["0123abc", "a-B_9"])
def test_the_token_is_the_callers(given: str) -> None:
    assert log(run_of([assessed()]), token=given).word == given


@pytest.mark.parametrize("given", ["", "报告", "a b", "x\n::error::y", "error", "::", "Report"])
def test_another_token_is_made_from_the_content(given: str) -> None:
    run = run_of([assessed("date")])
    found = log(run, token=given, lang="en")
    assert re.fullmatch("[0-9a-f]{32}", found.word)
    assert found.word == log(run, token=given, lang="en").word
    assert text_of("github", run, token=given, lang="en").count(found.word) == 2


def test_a_token_that_a_report_knows_is_not_taken() -> None:
    made = log(run_of([assessed("date")])).word
    for word in (made, made.upper(), "known-token"):
        a = changed(assessed("date"), "date", message=Words(word, word))._replace(file=f"{word}.txt")
        found = log(run_of([a]), token=word)
        assert found.word.lower() != word.lower()
        assert any(word in line for line in found.printed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_content(lang: str) -> None:
    found = log(hostile(), lang=lang)
    assert {c.name for c in found.executed} == {"error", "warning", "notice"}
    assert all(set(c.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for c in found.executed)
    assert all(c.properties["file"].startswith(HOSTILE[:27]) for c in found.executed)
    assert not any(read(line, KNOWN) for line in found.printed)
    starts = ("报告 ", "提示：", "已知", "汇总：") if lang == "zh" else ("Report ", "Note: ", "Known ", "Summary: ")
    assert all(line.startswith(starts) for line in found.printed)
    assert is_harmless(text_of("github", hostile(), lang=lang))
