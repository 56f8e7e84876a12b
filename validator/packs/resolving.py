"""Files of a pack and its overlays → validated data of one pack. Every mistake has its file, line and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from validator.checks import KINDS
from validator.errors import PackError
from validator.packs.applying import Written, apply
from validator.packs.chain import Chain, Overlay
from validator.packs.draft import Draft, Told
from validator.packs.overlay import OverlayFile
from validator.packs.params import fault, filled, given, uses
from validator.packs.schema import PackFile
from validator.packs.verify import elements_of, problems
from validator.packs.wording import explained
from validator.packs.yaml import Path, read_yaml
from validator.words import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_Place = Callable[[Path], str]
_SHAPED = ("rules", "recognise")
"""Where parameters may be used."""


def resolved(chain: Chain, params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of the pack that *chain* makes, with *params* in it. Raise PackError or UsageError."""
    draft = _base(chain)
    values = _defaults(draft)
    whole = _valid(draft, values)
    draft.name_rules()
    overlays = [_written(overlay, draft, values) for overlay in chain.overlays]
    values = apply(draft, overlays)
    for name, text in params.items():
        value = given(name, draft.data.get("params", {}), text)
        draft.values_told.append((name, f"--param {name}", Words(f"{name}：{value}", f"{name}: {value}"), None))
        values[name] = value
    if overlays or params:
        whole = _valid(draft, values)
    return _finished(whole, draft, values, overlays)


def _base(chain: Chain) -> Draft:
    draft = Draft(chain.main)
    for path, data in chain.files:
        content, lines = read_yaml(data, path)
        draft.add_file(content, path, lines)
    included = [path for path, _ in chain.files[1:]]
    listed = draft.data.get("include", [])
    if isinstance(listed, list) and len(listed) != len(included):
        what = Words("include 的写法看不懂", "include is not written as it must be")
        raise PackError(draft.place(("include",)), what, Words("写成 include: [a.yaml]", "Write include: [a.yaml]"))
    return draft


def _defaults(draft: Draft) -> dict[str, Any]:
    """Return the default values of the parameters; a wrong default is an error, other mistakes are the schema's."""
    declared = draft.data.get("params", {})
    if not isinstance(declared, dict):
        return {}
    whole = {name: p for name, p in declared.items() if isinstance(p, dict) and {"type", "default"} <= p.keys()}
    for name, entry in whole.items():
        wrong = fault(name, entry, entry["default"]) if entry["type"] in ("int", "text", "list") else None
        if wrong:
            raise PackError(draft.place(("params", name, "default")), wrong[0])
    return {name: entry["default"] for name, entry in whole.items()}


def _valid(draft: Draft, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a draft as the schema completes them. Raise PackError for the first thing that is wrong."""
    data = dict(draft.data)
    for key in _SHAPED:
        if key in data:
            data[key] = filled(data[key], values, draft.place, (key,))
    data["rules"] = deepcopy(data.get("rules", []))
    place = _blaming_values(draft)
    found = _validated(PackFile, data, place)
    for at, what, hint in problems(found):
        raise PackError(place(at), what, hint)
    return found


def _blaming_values(draft: Draft) -> _Place:
    """Return a function that says where a value stands: for a parameter that was changed, where it was changed."""
    changed = {name: place for name, place, _, _ in draft.values_told}
    used = {("rules", *at): name for at, name in uses(draft.data.get("rules", []))} if changed else {}

    def place(at: Path) -> str:
        name = next((used[at[:n]] for n in range(len(at), 0, -1) if at[:n] in used), "")
        return changed.get(name) or draft.place(at)

    return place


def _validated(model: type[BaseModel], data: Any, place: _Place) -> dict[str, Any]:
    try:
        return model.model_validate(data).model_dump(mode="json", by_alias=True)
    except ValidationError as error:
        raise _schema_error(error.errors()[0], place) from error


def _written(overlay: Overlay, draft: Draft, values: Mapping[str, Any]) -> Written:
    """Return what the file of an overlay says. Raise PackError if its schema or its pack is another one."""
    content, lines = read_yaml(overlay.data, overlay.path)
    if not isinstance(content, dict):
        raise PackError(f"{overlay.path}:1", Words("文件应当是“键: 值”的形式", "the file is not a mapping"))
    found = Written(overlay.id, overlay.path, content, lines)
    parts = {key: filled(content[key], values, found.place, (key,)) for key in ("rules", "set") if key in content}
    _validated(OverlayFile, {**content, **parts}, found.place)
    base = str(content["extends"]).split("+")[0]
    pack = draft.data["pack"]
    if base != pack or (content["overlay"], content["extends"]) != (overlay.id, overlay.extends):
        what = Words(f"这个叠加包不是“{pack}”的", f"this is no overlay of {pack}")
        raise PackError(found.place(("extends",)), what, Words(f"写成 extends: {pack}", f"Write extends: {pack}"))
    return found


def _finished(data: dict[str, Any], draft: Draft, values: Mapping[str, Any], overlays: list[Written]) -> dict[str, Any]:
    """Add what the schema does not know: lines of examples, values, what is disabled, how each rule came about."""
    defaults = _defaults(draft)
    changed = {name for name, value in values.items() if value != defaults[name]}
    own = {overlay.path for overlay in overlays}
    for i, rule in enumerate(data["rules"]):
        file, _, _ = draft.place(("rules", i, "tests")).rsplit(":", 2)
        if file not in own and changed & {name for _, name in uses(draft.data["rules"][i])}:
            rule["tests"] = []  # they were written for the default values, and the base pack proves them
        for k, test in enumerate(rule["tests"]):
            test["line"] = int(draft.place(("rules", i, "tests", k)).rsplit(":", 2)[-2])
    for k, sample in enumerate(data["recognise"]["tests"]):
        sample["line"] = int(draft.place(("recognise", "tests", k)).rsplit(":", 2)[-2])
    for overlay in overlays:
        title = overlay.data["title"]
        data["title"] = {
            "zh": f"{data['title']['zh']}（{title['zh']}）",
            "en": f"{data['title']['en']} ({title['en']})",
        }
    data["places"] = [overlay.id for overlay in overlays]
    data["values"] = dict(values)
    data["disabled"] = draft.disabled
    data["history"] = _history(data, draft)
    return data


def _history(data: dict[str, Any], draft: Draft) -> dict[str, list[dict[str, Any]]]:
    """Return the steps of every rule: its own, those of the elements it asks about, those of its parameters."""
    found = {}
    used = {rule["id"]: {name for _, name in uses(rule)} for rule in draft.data["rules"]}
    for rule in data["rules"]:
        name = rule["id"]
        asked = elements_of(rule) if draft.elements_told else set()
        steps = [told for told in draft.rules_told if told[0] == name]
        steps += [told for told in draft.elements_told if told[0] in asked]
        steps += [told for told in draft.values_told if told[0] in used[name]]
        found[name] = [_step(told) for told in steps]
    return found


def _step(told: Told) -> dict[str, Any]:
    _, place, what, reason = told
    file, line = (place, 0) if place.startswith("--") else (place.rsplit(":", 2)[0], int(place.rsplit(":", 2)[1]))
    return {"file": file, "line": line, "what": {"zh": what.zh, "en": what.en}, "reason": reason}


def _schema_error(details: ErrorDetails, place: _Place) -> PackError:
    what, hint = explained(details)
    return PackError(place(_without_tags(details["loc"])), what, hint)


def _without_tags(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Leave out the name of the kind that pydantic adds where a condition stands; it is no key of the file."""
    kept: list[str | int] = []
    tag_is_due = False
    for part in loc:
        if tag_is_due and part in KINDS:
            tag_is_due = False
            continue
        in_list = isinstance(part, int) and kept[-1:] in (["any"], ["all"])
        tag_is_due = in_list or part in ("when", "accept", "not")
        kept.append(part)
    return tuple(kept)
