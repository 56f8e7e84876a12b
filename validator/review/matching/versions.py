"""What the name of a file says about its version."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from validator.patterns import compiled

_END = r"(?=[稿版后\W_\d]|$)"
_DRAFT = compiled(
    r"草稿|初稿|第一稿|一稿|征求意见|讨论稿|送审|draft|未定稿|待审|[未没待](?:修改|修订|改|定)|(?:修改|修订|改)前|旧[稿版]|作废"
)
_REVISED = compiled(
    r"(?<![发整更未不没待再])(?:修改|修订|(?<!修)改(?=[稿版后\W_\d]|$))稿?(?P<n>\d{1,2})?(?!\d|[前革造进])"
    r"|更新(?![局科办改])|第?(?P<cn>[二三四五六七八九])稿|(?<![a-z])v(?P<v>\d{1,2})(?!\d)|[(（](?P<copy>\d{1,2})[)）]$"
)
_FINAL = compiled(
    rf"(?<![未待规法确决制核审拟])定(?:稿|{_END})|终稿|最终|盖章|正式|签发|印发|final|(?:打死|绝|坚决)[也都]?不改|不再改"
)
_AGAIN = compiled(r"(?<!未)(?:更正|补正)稿?(?P<n>\d{1,2})?(?!\d)|重报|重新[报上][报送]|补报")
_CHINESE = "一二三四五六七八九"
DRAFT, PLAIN, REVISED, FINAL, AGAIN = range(5)


class Version(NamedTuple):
    """What a file name says: *rank* DRAFT to AGAIN (sent once more), the *number* of the revision, and the *word*.

    *series*: the name without its number, which files share that are numbered one after the other; "" for none.
    """

    rank: int
    number: int
    word: str
    series: str = ""


def version_of(path: str, names: Iterable[str] = ()) -> Version:
    """Return what the name of a file says about its version; where it says nothing, the folder in which it lies.

    *names*: those of its unit, in which 改 and 更新 are no such words.
    """
    parts = path.replace(os.sep, "/").split("/")
    own = sorted((name.lower() for name in names if name), key=len, reverse=True)
    version = _read(_without(os.path.splitext(parts[-1])[0].lower(), own))
    return version if version.word or len(parts) < 2 else _read(_without(parts[-2].lower(), own))._replace(series="")


def _without(name: str, own: Iterable[str]) -> str:
    for words in own:
        name = name.replace(words, "〓")
    return name


def _read(name: str) -> Version:
    found = [list(pattern.finditer(name)) for pattern in (_DRAFT, _REVISED, _FINAL, _AGAIN)]
    drafts, said = found[0], [m for ms in found[1:] for m in ms]
    if drafts and all(m.start() < drafts[-1].end() for m in said):
        return Version(DRAFT, _numbered(name), drafts[-1][0])
    if not said:
        return Version(PLAIN, 0, "")
    rank = max(rank for rank in (REVISED, FINAL, AGAIN) if found[rank - 1])
    return Version(rank, _numbered(name), found[rank - 1][-1][0], _series(name))


def _numbered(name: str) -> int:
    """Return the highest number of a revision that a name has; 1 for a revision without a number."""
    numbers = [0]
    for m in (*_REVISED.finditer(name), *_AGAIN.finditer(name)):
        groups = m.groupdict()
        numbers += [1, *(int(groups[key]) for key in ("v", "copy", "n") if groups.get(key))]
        numbers += [_CHINESE.index(m["cn"]) + 1] if groups.get("cn") else []
    return max(numbers)


def _series(name: str) -> str:
    """Return a name with its numbers of a revision left out; a browser counts (1), which is no order of versions."""
    for m in reversed([m for m in _REVISED.finditer(name) if not m["copy"]]):
        return f"{name[: m.start()]}#{name[m.end() :]}"
    return ""
