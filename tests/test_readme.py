"""The example in the READMEs is what the program really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import run

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(r"```text\n\$ chaque (?P<args>[^\n]+)\n(?P<out>.*?)\n```", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_example_output(name: str) -> None:
    found = EXAMPLE.search((ROOT / name).read_text("utf-8"))
    assert found
    done = run(*found["args"].split())
    printed = "\n".join(line.rstrip() for line in done.out.rstrip().split("\n"))
    assert printed == found["out"]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_linked_files_are_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8"))
    assert links
    assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []
