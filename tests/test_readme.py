"""The example in the READMEs is what the program really prints. DOCS=write writes it anew."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.support import run

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r"```text\n\$ chaque (?P<args>[^\n]+)\n(?P<out>.*?)\n```", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_example_output(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    found = EXAMPLE.search(text)
    assert found
    done = run(*found["args"].split())
    printed = "\n".join(line.rstrip() for line in done.out.rstrip().split("\n"))
    if os.environ.get("DOCS") == "write":
        (ROOT / name).write_text(text[: found.start("out")] + printed + text[found.end("out") :], "utf-8")
    assert printed == found["out"]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_linked_files_are_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8"))
    assert links
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


REVIEW = re.compile(r"```sh\n((?:\.venv/bin/chaque (?:demo-county|review|decide|history)[^\n]*\n)+)```")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_county_s_review_runs_as_written(name: str, tmp_path: Path) -> None:
    found = REVIEW.search((ROOT / name).read_text("utf-8"))
    assert found
    lines = [shlex.split(line)[1:] for line in found[1].splitlines()]
    assert [line[0] for line in lines] == ["demo-county", "review", "decide", "history", "review"]
    assert lines[4] == lines[1]  # what was decided is in the outputs only then
    done = [run(*line, cwd=tmp_path) for line in lines]
    assert [d.code for d in done] == [0, 1, 0, 0, 1] and not any(d.err for d in done)
    out = tmp_path / lines[1][lines[1].index("-o") + 1]
    assert {p.name for p in out.iterdir()} >= {"review.html", "review.xlsx", "review.json", "letters", "notice.docx"}
    assert "原因写在附件里" in done[3].out
    assert "原因写在附件里" in (out / "review.json").read_text("utf-8")
