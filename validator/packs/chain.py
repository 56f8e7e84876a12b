"""A pack's name → its files and those of its overlays: ``fazhi-zhengfu+jilin``, or the path of an overlay's file."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from validator.errors import PackError, UsageError
from validator.packs.source import find, read_file, read_files, rules_folder
from validator.words import Words

FOLDER = "overlays"
MAX_OVERLAYS = 20
_OVERLAY = re.compile(rb"^overlay:[ \t]*[\"']?([a-z][a-z0-9-]*)", re.MULTILINE)
_EXTENDS = re.compile(rb"^extends:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_Files = tuple[tuple[str, bytes], ...]


class Overlay(NamedTuple):
    """The file of an overlay: its id, path, bytes, and the name of what it extends."""

    id: str
    path: str
    data: bytes
    extends: str


class Chain(NamedTuple):
    """The files of a pack and its overlays in the order in which they apply, and the hash of all of them."""

    main: str
    files: _Files
    overlays: tuple[Overlay, ...]
    sha256: str


def chain_of(name: str) -> Chain:
    """Return the files that *name* means. Raise UsageError for an unknown name, PackError for a wrong file."""
    base, wanted = split(name)
    own = _as_overlay(Path(base))
    main = _main_of(own) if own else find(base)
    overlays = _Overlays(main)
    if own:
        overlays.with_one(own)
    for one in wanted:
        overlays.with_one(overlays.found(one, name))
    files = read_files(main)
    if not overlays.done:
        return Chain(str(main), files.files, (), files.sha256)
    parts = [files.sha256.encode(), *(part for o in overlays.done for part in (o.id.encode(), o.data))]
    return Chain(str(main), files.files, tuple(overlays.done), sha256(b"\0".join(parts)).hexdigest())


def split(name: str) -> tuple[str, list[str]]:
    """Return the base and the overlays in a name. A path with a plus sign in it stays whole if it exists."""
    base, *overlays = [name] if Path(name).exists() else name.split("+")
    return base, overlays


def places_of(name: str) -> list[str]:
    """Return the ids of the overlays that lie beside the pack *name*."""
    base, _ = split(name)
    own = _as_overlay(Path(base))
    main = _main_of(own) if own else find(base)
    return sorted(p.stem for p in (main.parent / FOLDER).glob("*.yaml"))


def _as_overlay(path: Path) -> Overlay | None:
    if path.suffix != ".yaml" or not path.is_file():
        return None
    data = read_file(path)
    return _overlay(path, data) if _OVERLAY.search(data) else None


def _overlay(path: Path, data: bytes | None = None) -> Overlay:
    data = read_file(path) if data is None else data
    own, extends = _OVERLAY.search(data), _EXTENDS.search(data)
    if path.is_symlink() or path.parent.is_symlink():
        raise PackError(str(path), Words("叠加包不能是链接", "an overlay must not be a link"), _COPY)
    for key, found in (("overlay", own), ("extends", extends)):
        if not found:
            raise PackError(f"{path}:1", Words(f"缺少“{key}”", f"“{key}” is missing"), _HEAD)
    assert own and extends
    return Overlay(own[1].decode(), str(path), data, extends[1].decode("utf-8", "replace"))


_COPY = Words("请把文件本身放在这里", "Put the file itself here")
_HEAD = Words("开头写 overlay: 编号 和 extends: 规则包编号", "Begin with overlay: ID and extends: PACK")


def _main_of(overlay: Overlay) -> Path:
    """Return the pack that an overlay extends: the one whose folder it lies in, or a built-in one."""
    base = overlay.extends.split("+")[0]
    near = Path(overlay.path).parent
    for folder in (near.parent, near):
        main = folder / "pack.yaml"
        if main.is_file() and re.search(rb"^pack:[ \t]*[\"']?" + re.escape(base.encode()) + rb"\b", main.read_bytes()):
            return main
    if _ID.fullmatch(base) and (built_in := rules_folder() / base / "pack.yaml").is_file():
        return built_in
    known = [p.parent.name for p in rules_folder().glob("*/pack.yaml")]
    raise PackError(_at(overlay), Words(f"没有规则包“{base}”", f"no pack {base}"), nearest(base, known))


class _Overlays:
    """Overlays in the order in which they apply; what one extends stands before it."""

    def __init__(self, main: Path) -> None:
        self.main = main
        self.done: list[Overlay] = []
        self._open: list[str] = []

    def with_one(self, overlay: Overlay) -> _Overlays:
        """Add *overlay*, with what it extends before it. Raise PackError for a cycle or a foreign pack."""
        if overlay in self.done:
            return self
        if overlay.id in self._open:
            circle = " → ".join([*self._open[self._open.index(overlay.id) :], overlay.id])
            raise PackError(_at(overlay), Words(f"extends 绕成了圈：{circle}", f"extends runs in a circle: {circle}"))
        if overlay.id in (o.id for o in self.done):
            raise PackError(overlay.path, Words(f"编号“{overlay.id}”重复", f"the id {overlay.id} is used twice"))
        self._open.append(overlay.id)
        for one in overlay.extends.split("+")[1:]:
            self.with_one(self.found(one, _at(overlay), by=overlay))
        self._open.pop()
        self.done.append(overlay)
        if len(self.done) > MAX_OVERLAYS:
            raise PackError(overlay.path, Words(f"叠加包超过 {MAX_OVERLAYS} 个", f"more than {MAX_OVERLAYS} overlays"))
        return self

    def found(self, name: str, where: str, by: Overlay | None = None) -> Overlay:
        """Return the overlay *name*: an id beside the pack (or beside *by*), or on the command line a path."""
        folders = [Path(by.path).parent] if by else []
        folders.append(self.main.parent / FOLDER)
        paths = [f / f"{name}.yaml" for f in folders] if _ID.fullmatch(name) else [] if by else [Path(name)]
        path = next((p for p in paths if p.is_file()), None)
        if path is None:
            known = sorted(p.stem for f in folders for p in f.glob("*.yaml"))
            kind = PackError if by else UsageError
            raise kind(where, Words(f"没有叠加包“{name}”", f"no overlay {name}"), nearest(name, known))
        found = _overlay(path)
        if _ID.fullmatch(name) and found.id != name:
            raise PackError(f"{path}:1", Words(f"文件名和编号“{found.id}”不一样", "file name and overlay id differ"))
        return found


def _at(overlay: Overlay) -> str:
    """Return where an overlay says what it extends."""
    found = _EXTENDS.search(overlay.data)
    line = overlay.data.count(b"\n", 0, found.start()) + 1 if found else 1
    return f"{overlay.path}:{line}:1"


def nearest(name: str, known: list[str]) -> Words:
    """Return a question for the nearest of *known*, or the list of them."""
    from difflib import get_close_matches  # only for messages

    close = get_close_matches(name, known, n=1, cutoff=0.5)
    if close:
        return Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}?")
    listed = "、".join(known)
    return Words(f"可以写：{listed}", f"Allowed: {listed}") if known else Words("", "")
