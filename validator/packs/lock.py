"""The lock file: which packs a project uses, down to the last byte."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from validator.errors import UsageError
from validator.model.pack import Pack
from validator.words import Words

FILE = "chaque.lock"
_AGAIN = Words("确认后运行 chaque packs lock 重新锁定", "If this is meant, run chaque packs lock again")


def written(packs: Iterable[Pack]) -> str:
    """Return the text of a lock file for *packs* and for those that stand behind them."""
    entries = {pack.id: _entry(pack) for pack in _every(packs)}
    return json.dumps({"lock": 1, "packs": [entries[name] for name in sorted(entries)]}, ensure_ascii=False, indent=1)


def compare(data: bytes, where: str, packs: Iterable[Pack]) -> None:
    """Raise UsageError if one of *packs* is not as the lock file *data* says."""
    try:
        locked = {entry["id"]: entry for entry in json.loads(data)["packs"]}
    except (ValueError, LookupError, TypeError) as error:
        raise UsageError(where, Words("不是锁定文件", "not a lock file"), _AGAIN) from error
    for pack in _every(packs):
        now, then = _entry(pack), locked.get(pack.id)
        if then is None:
            raise UsageError(where, Words(f"没有锁定规则包 {pack.id}", f"{pack.id} is not locked"), _AGAIN)
        if now != then:
            raise UsageError(where, _difference(pack.id, then, now), _AGAIN)


def _difference(name: str, then: dict[str, Any], now: dict[str, Any]) -> Words:
    if then.get("sha256") == now["sha256"] and then.get("version") == now["version"]:
        told = "、".join(key for key, value in now["params"].items() if then.get("params", {}).get(key) != value)
        return Words(f"规则包 {name} 的参数和锁定的不同（{told}）", f"parameters of {name} differ: {told}")
    both = [f"{entry.get('version')} {str(entry.get('sha256'))[:12]}" for entry in (then, now)]
    return Words(
        f"规则包 {name} 和锁定的不同（锁定 {both[0]}，现在 {both[1]}）",
        f"pack {name} differs (locked {both[0]}, now {both[1]})",
    )


def _entry(pack: Pack) -> dict[str, Any]:
    params = {name: list(v) if isinstance(v, tuple) else v for name, v in sorted(pack.params.items())}
    return {"id": pack.id, "version": pack.version, "sha256": pack.sha256, "params": params}


def _every(packs: Iterable[Pack]) -> Iterable[Pack]:
    for pack in packs:
        yield from (pack, *pack.others)
