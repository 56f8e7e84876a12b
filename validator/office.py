"""Old and foreign formats → Word files, through LibreOffice where it is installed; one call for many files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from validator.errors import ReadError
from validator.words import Words

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
File = tuple[str, str, bytes]
"""Key, name of the format, content."""
_FILTERS = (
    (b"\xd0\xcf\x11\xe0", "MS Word 97"),
    (b"{\\rtf", "Rich Text Format"),
    (b"PK\x03\x04", "writer8"),
)
_CHUNK = 40  # files per call: a start costs as much as some thirty files
START_SECONDS = 45.0
SECONDS_PER_FILE = 8.0
_MEMORY = 4 * 1024**3
# No macro runs, no link is followed, nothing is asked.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""  # noqa: E501


def program() -> str | None:
    """Return the path of LibreOffice's program, or None when it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((path for path in _PLACES if os.path.isfile(path)), None)


def converted(data: bytes, kind: str, name: str) -> bytes:
    """Return *data* as a Word file. Raise ReadError when LibreOffice is missing or cannot read it."""
    with conversions([(name, kind, data)]) as made:
        found = made[name]
        if isinstance(found, ReadError):
            raise found
        return Path(found).read_bytes()


@contextmanager
def conversions(files: Sequence[File]) -> Iterator[Mapping[str, str | ReadError]]:
    """Give the path of a Word file for each ``(key, kind, data)``, or why there is none; they are gone afterwards.

    *kind* is the name of a format in ``validator.readers``.
    """
    found = program()
    if not found:
        yield {key: _missing(key) for key, _, _ in files}
        return
    with tempfile.TemporaryDirectory(prefix="chaque-", ignore_cleanup_errors=True) as folder:
        made: dict[str, str | ReadError] = {}
        for kind, alike in _by_filter(files).items():
            for i in range(0, len(alike), _CHUNK):
                made |= _convert(found, Path(folder), alike[i : i + _CHUNK], kind, len(made))
        yield made


def _by_filter(files: Sequence[File]) -> dict[str, list[File]]:
    """Return the files under the name of LibreOffice's filter; left to itself it reads rubbish as plain text."""
    found: dict[str, list[File]] = {}
    for file in files:
        name = next((name for magic, name in _FILTERS if file[2].startswith(magic)), "")
        found.setdefault(name, []).append(file)
    return found


def _convert(found: str, folder: Path, files: Sequence[File], filter_: str, first: int) -> dict[str, str | ReadError]:
    """Convert one chunk; where a file hangs, it is given up and the others are tried again."""
    sources = {key: folder / f"{first + i:05}.{kind}" for i, (key, kind, _) in enumerate(files)}
    for key, _, data in files:
        sources[key].write_bytes(data)
    made: dict[str, str | ReadError] = {}
    waiting = [key for key, _, _ in files]
    while waiting:
        ended = _run(found, folder, [sources[key] for key in waiting], filter_)
        done = [key for key in waiting if _target(folder, sources[key]).is_file()]
        made |= {key: str(_target(folder, sources[key])) for key in done}
        waiting = [key for key in waiting if key not in made]
        if waiting and (ended or not done):  # it said no, or the first of them made it hang
            given_up = waiting if ended else waiting[:1]
            made |= {key: _refused(key) if ended else _hung(key) for key in given_up}
            waiting = [key for key in waiting if key not in made]
    return made


def _target(folder: Path, source: Path) -> Path:
    return folder / "out" / f"{source.stem}.docx"


def _run(found: str, folder: Path, sources: Sequence[Path], filter_: str) -> bool:
    """Call LibreOffice for some files; return False when it had to be killed."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    call = [found, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    call += [f"--infilter={filter_}"] if filter_ else []
    call += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), *map(str, sources)]
    with subprocess.Popen(  # noqa: S603  # the program is LibreOffice, the names are ours
        call,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **_own_group(),
    ) as process:
        try:
            process.wait(START_SECONDS + SECONDS_PER_FILE * len(sources))
        except subprocess.TimeoutExpired:
            _kill(process)
            return False
        except BaseException:  # the user stops it: LibreOffice must not go on behind his back
            _kill(process)
            raise
        return True


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {}
    return {"start_new_session": True, "preexec_fn": _bounded}


def _bounded() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the process that its start script left behind."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    time.sleep(0.1)  # until the files that it held are free


def _missing(name: str) -> ReadError:
    return ReadError(
        name,
        Words("读这种文件要用 LibreOffice，这台电脑上没有", "LibreOffice is needed for this format and not installed"),
        Words(
            "请安装 LibreOffice（Debian、Ubuntu：apt install libreoffice-writer），或用 Word、WPS 另存为 .docx",
            "Install it (Debian, Ubuntu: apt install libreoffice-writer), or save the file as .docx",
        ),
    )


def _refused(name: str) -> ReadError:
    return ReadError(
        name,
        Words("LibreOffice 打不开这个文件，可能已损坏或有密码", "LibreOffice cannot open it: damaged, or a password?"),
        Words("请用 Word 或 WPS 打开，另存为 .docx 再检查", "Open it in Word or WPS and save it as .docx"),
    )


def _hung(name: str) -> ReadError:
    return ReadError(
        name,
        Words("LibreOffice 转换这个文件时没有反应，已放弃", "LibreOffice hung on this file and was ended"),
        Words("请用 Word 或 WPS 打开，另存为 .docx 再检查", "Open it in Word or WPS and save it as .docx"),
    )
