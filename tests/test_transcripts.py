"""Transcripts: files, commands, what they print and with what status they end. A folder of them is a test.

A transcript has a title (``# …``), files (``--- NAME`` and their text; ``--- NAME = complete`` is a sample report,
``without:causes,date`` one with gaps), and commands (``$ chaque …``, ``$ git …``) with what they print. ``! `` stands
before lines of standard error, ``? N`` says the exit status. ``TRANSCRIPTS=write pytest tests/test_transcripts.py``
writes down what is printed now: read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import GIT, ROOT, environment, report

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))
WRITE = os.environ.get("TRANSCRIPTS") == "write"


class Command(NamedTuple):
    """A command line, what it must print, and how it must end."""

    line: str
    printed: str
    status: int


class Transcript(NamedTuple):
    """The steps in order: ``(name, text)`` of a file to write, or a command."""

    title: str
    steps: tuple[tuple[str, str] | Command, ...]


def parsed(text: str) -> Transcript:
    title, _, rest = text.partition("\n")
    parts = re.split(r"^(?=--- |\$ )", rest, flags=re.MULTILINE)
    return Transcript(title.removeprefix("# "), tuple(_step(p) for p in parts if p.strip()))


def _step(part: str) -> tuple[str, str] | Command:
    head, _, body = part.partition("\n")
    if head.startswith("--- "):
        name, _, sample = head[4:].partition(" = ")
        return name, _sample(sample) if sample else body
    printed, _, status = body.rpartition("? ")
    return Command(head[2:], printed, int(status.strip()))


def _sample(word: str) -> str:
    return report(*word.removeprefix("without:").split(",")) if word.startswith("without:") else report()


def run(line: str, folder: Path) -> tuple[str, int]:
    """Run one command; only chaque, git and cat are known, so that a transcript reads alike everywhere."""
    text, _, source = line.partition(" < ")
    env = dict(word.split("=", 1) for word in shlex.split(text) if re.match(r"[A-Z_]+=", word))
    words = [w for w in shlex.split(text) if w.split("=")[0] not in env]
    known = {"chaque": [sys.executable, "-m", "validator"], "git": ["git"], "cat": ["cat"], "rm": ["rm"]}
    done = subprocess.run(
        [*known[words[0]], *words[1:]],
        input=(folder / source).read_bytes() if source else b"",
        capture_output=True,
        cwd=folder,
        env={**environment(**GIT), **env},
        timeout=120,
    )
    told = "".join(f"! {line}\n" for line in done.stderr.decode().splitlines())
    printed = done.stdout.decode() + told
    printed = re.sub("[0-9a-f]{64}", "SHA256", printed)  # a pack's hash changes with every word of it
    return printed.replace(str(folder), "FOLDER").replace(str(ROOT), "PROJECT"), done.returncode


def played(transcript: Transcript, folder: Path) -> Iterator[str]:
    """Yield the transcript as it comes out now."""
    yield f"# {transcript.title}\n"
    for step in transcript.steps:
        if isinstance(step, Command):
            printed, status = run(step.line, folder)
            yield f"$ {step.line}\n{printed}? {status}\n"
        else:
            name, text = step
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.stem)
def test_transcript(file: Path, tmp_path: Path) -> None:
    text = file.read_text("utf-8")
    now = list(played(parsed(text), tmp_path))
    if WRITE:
        given = re.findall(r"^--- (?:[^\n]*\n)(?:(?!\$ |--- ).*\n)*", text, flags=re.MULTILINE)
        file.write_text(_rewritten(text, now, given), "utf-8")
    assert [c for c in now if c.startswith("$ ")] == [_told(s) for s in parsed(text).steps if isinstance(s, Command)]


def _told(command: Command) -> str:
    return f"$ {command.line}\n{command.printed}? {command.status}\n"


def _rewritten(text: str, now: list[str], given: list[str]) -> str:
    """Return the transcript with files as they were and commands as they come out now."""
    files, commands = iter(given), iter(c for c in now if c.startswith("$ "))
    steps = parsed(text).steps
    return now[0] + "".join(next(commands) if isinstance(s, Command) else next(files) for s in steps)


def test_every_flag_and_every_status_has_a_transcript() -> None:
    texts = [parsed(f.read_text("utf-8")) for f in FILES]
    commands = [s for t in texts for s in t.steps if isinstance(s, Command) and "chaque " in s.line]
    words = {w.split("=")[0] for c in commands for w in shlex.split(c.line)}
    help_text, _ = run("chaque check --help", ROOT)
    flags = set(re.findall(r"(?<![\w-])--[a-z-]+", help_text)) - {"--help"}
    assert flags - words == set()
    assert {c.status for c in commands} >= {0, 1, 2, 3}


def test_the_table_of_statuses_in_the_docs_is_made_from_the_transcripts() -> None:
    docs = ROOT / "docs" / "ci.md"
    before, rest = docs.read_text("utf-8").split("<!-- statuses: made from tests/transcripts -->\n")
    _, after = rest.split("<!-- end -->")
    made = f"{before}<!-- statuses: made from tests/transcripts -->\n{_statuses()}<!-- end -->{after}"
    if WRITE:
        docs.write_text(made, "utf-8")
    assert docs.read_text("utf-8") == made


def _statuses() -> str:
    """Return a table of every status with the shortest commands that end with it, and with no other elsewhere."""
    found: dict[str, set[int]] = {}
    for file in FILES:
        for step in parsed(file.read_text("utf-8")).steps:
            if isinstance(step, Command) and "chaque check" in step.line:
                found.setdefault(step.line, set()).add(step.status)
    rows = []
    for status, means in _MEANS.items():
        lines = sorted((line for line, ends in found.items() if ends == {status}), key=lambda line: (len(line), line))
        rows.append(f"| {status} | {means} | {'<br>'.join(f'`{line}`' for line in lines[:_EXAMPLES])} |")
    return "\n".join(["| status | meaning | for example |", "|---|---|---|", *rows, ""])


_EXAMPLES = 3
_MEANS = {
    0: "every report met the gate and was fully decided",
    1: "at least one report is below the gate, or the baseline has entries that are gone",
    2: "could not run: wrong use, settings, pack or baseline; no file to check",
    3: "ran, nothing below the gate, but something is incomplete: a file that cannot be read, no report among the files",
    130: "stopped with Ctrl-C; what was done until then is put out",
}
