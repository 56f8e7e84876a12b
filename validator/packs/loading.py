"""Load a pack: from the cache when its files were validated before, else put together, validate, verify, remember."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from typing import Any

from validator.model.pack import Pack, Value
from validator.packs import cache
from validator.packs.build import build
from validator.packs.chain import Chain, chain_of
from validator.packs.source import names


def available() -> list[str]:
    """Return the ids of the built-in packs."""
    return names()


def load(name: str, params: Mapping[str, Value] | None = None) -> Pack:
    """Return the pack that *name* means: an id, a folder or a file, with ``+overlay`` behind it.

    *params*: values for its parameters; texts as on the command line will do. Raise UsageError or PackError.
    """
    return _built(chain_of(name), json.dumps(dict(params or {}), ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=32)
def _built(chain: Chain, params: str) -> Pack:
    key = chain.sha256 if params == "{}" else sha256(f"{chain.sha256} {params}".encode()).hexdigest()
    known = cache.get(key)
    if known is not None:
        # A cache from another time or a damaged one is worth nothing, and must do no harm.
        with suppress(ValueError, LookupError, TypeError, StopIteration, AttributeError):
            return build(json.loads(known), chain.sha256, _paths(chain))
    data = _resolved(chain, json.loads(params))
    cache.put(key, json.dumps(data, ensure_ascii=False))
    return build(data, chain.sha256, _paths(chain))


def _paths(chain: Chain) -> list[str]:
    return [*(path for path, _ in chain.files), *(overlay.path for overlay in chain.overlays)]


def _resolved(chain: Chain, params: dict[str, Any]) -> dict[str, Any]:
    from validator.packs.resolving import resolved  # loads what a pack from the cache does not need

    data = resolved(chain, params)
    numbers = {path: i for i, path in enumerate(_paths(chain))}  # a copy of the files elsewhere is the same pack
    for steps in data["history"].values():
        for step in steps:
            step["file"] = numbers.get(step["file"], step["file"])
    return data
