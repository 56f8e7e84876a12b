"""Names, a place and parameters → the packs of a run; ``auto`` is the first built-in pack that accepts a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from validator.errors import UsageError
from validator.model.pack import Pack
from validator.packs.chain import nearest, places_of
from validator.packs.loading import available, load
from validator.packs.params import unknown
from validator.words import Words

AUTO = "auto"
DEFAULT_PACK = "fazhi-zhengfu"


def load_all(names: Sequence[str], place: str = "", params: Mapping[str, Any] | None = None) -> list[Pack]:
    """Return the pack that each of *names* means, at *place* and with *params*.

    With several packs the place and a parameter hold for those that know them; one of them must. Raise UsageError for
    what none knows, PackError for a wrong pack.
    """
    groups = [[DEFAULT_PACK, *_others()] if name == AUTO else [name] for name in names]
    every = list(dict.fromkeys(name for group in groups for name in group))
    loaded = _with_params(_placed(every, place), params or {})
    return [loaded[first]._replace(others=tuple(loaded[name] for name in rest)) for first, *rest in groups]


def _others() -> list[str]:
    return [name for name in available() if name != DEFAULT_PACK]


def _placed(names: list[str], place: str) -> dict[str, str]:
    """Return for each name the name with its overlay for *place*."""
    if not place:
        return {name: name for name in names}
    wanted = set(place.split("+"))
    if len(names) == 1:
        return {names[0]: f"{names[0]}+{place}"}
    knowing = {name for name in names if wanted <= set(places_of(name))}
    if not knowing:
        known = sorted({known for name in names for known in places_of(name)})
        raise UsageError(f"--place {place}", Words("没有这个地方的叠加包", "no overlay for it"), nearest(place, known))
    return {name: f"{name}+{place}" if name in knowing else name for name in names}


def _with_params(names: Mapping[str, str], params: Mapping[str, Any]) -> dict[str, Pack]:
    plain = {name: load(full) for name, full in names.items()}
    known = {param for pack in plain.values() for param in pack.params}
    for param in params:
        if param not in known:
            raise UsageError(f"--param {param}", *unknown(param, dict.fromkeys(sorted(known))))
    found = {}
    for name, pack in plain.items():
        own = {param: value for param, value in params.items() if param in pack.params}
        found[name] = load(names[name], own) if own else pack
    return found
