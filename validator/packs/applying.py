"""Overlays onto a pack: what each changes, in order, and whether it may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from validator.errors import PackError
from validator.packs.draft import Draft
from validator.packs.overlay import ADDITIONS
from validator.packs.params import fault, unknown
from validator.packs.yaml import Lines, Path
from validator.words import Words

_NO_HINT = Words("", "")
_RANK = {"info": 0, "warning": 1, "error": 2}
_GATES = {"heading": "anchors", "mention": "mention_anchors"}
_MAY_CHANGE = ("rule", "reason", "level", "weight", "role", "title", "why", "say", "fix", "source")
_NAMES = {"level": "级别", "weight": "分值", "role": "计分", "grade": "评分", "applies": "适用范围", "say": "提示语"}
_NAMES |= {"fix": "改正办法", "source": "依据", "title": "名称", "why": "理由", "requires": "前提", "tests": "例子"}


class Written(NamedTuple):
    """An overlay as its file says it: plain data that the schema accepts, and where each value stands."""

    id: str
    path: str
    data: dict[str, Any]
    lines: Lines

    def place(self, at: Path) -> str:
        """Return path:line:column of the value at *at*."""
        while at not in self.lines:
            at = at[:-1]
        line, column = self.lines[at]
        return f"{self.path}:{line}:{column}"


def apply(draft: Draft, overlays: Sequence[Written]) -> dict[str, Any]:
    """Change *draft* as *overlays* say, in order; return the values of its parameters. Raise PackError.

    What overlays add to one list stands there by their ids, so that their order does not matter where they do not
    touch the same thing.
    """
    values = {name: entry["default"] for name, entry in draft.data.get("params", {}).items()}
    for overlay in overlays:
        _refuse_repetition(overlay)
        _add_norms(draft, overlay)
        _add_rules(draft, overlay)
        _set(draft, overlay)
        _disable(draft, overlay)
        _set_values(draft, overlay, values)
    for overlay in sorted(overlays, key=lambda o: o.id):
        _add_patterns(draft, overlay)
    draft.data["rules"].sort(key=lambda rule: draft.origin.get(rule["id"], ""))
    return values


def _refuse_repetition(overlay: Written) -> None:
    """Refuse two entries of one overlay that say something about the same thing."""
    seen: dict[tuple[str, ...], Path] = {}
    for thing, at in _things(overlay.data):
        if thing in seen:
            rule, key = thing[:2]
            what = Words(f"“{rule}”的“{key}”写了两次", f"“{key}” of {rule} is there twice")
            raise PackError(overlay.place(at), what, Words("留下一处", "Keep one"))
        seen[thing] = at


def _things(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Path]]:
    for i, entry in enumerate(data.get("set", [])):
        yield from (((entry["rule"], key), ("set", i, key)) for key in entry if key not in ("rule", "reason"))
    yield from (((entry["rule"], "disable"), ("disable", i, "rule")) for i, entry in enumerate(data.get("disable", [])))
    for key in ADDITIONS:
        for i, entry in enumerate(data.get(key, [])):
            yield from (((entry["element"], pattern, key), (key, i, "patterns")) for pattern in entry["patterns"])


def _add_norms(draft: Draft, overlay: Written) -> None:
    for name, norm in overlay.data.get("norms", {}).items():
        if name in draft.data["norms"]:
            _redefined(overlay, ("norms", name), name)
        draft.data["norms"][name] = norm
        draft.put(("norms", name), overlay.lines, ("norms", name), overlay.path)


def _add_rules(draft: Draft, overlay: Written) -> None:
    for i, rule in enumerate(overlay.data.get("rules", [])):
        if draft.rule(rule["id"]):
            _redefined(overlay, ("rules", i, "id"), rule["id"])
        draft.data["rules"].append(rule)
        draft.origin[rule["id"]] = overlay.id
        draft.put(("rules", rule["id"]), overlay.lines, ("rules", i), overlay.path)
        draft.tell(rule["id"], overlay.place(("rules", i)), Words("新增规则", "new rule"), rule["why"])


def _redefined(overlay: Written, at: Path, name: str) -> None:
    hint = Words("换一个名字；要改原有规则请写在 set 里", "Take another name; to change a rule write it under set")
    raise PackError(overlay.place(at), Words(f"“{name}”已经有了", f"{name} is there already"), hint)


def _set(draft: Draft, overlay: Written) -> None:
    for i, entry in enumerate(overlay.data.get("set", [])):
        rule = _rule(draft, overlay, ("set", i, "rule"), entry["rule"])
        _refuse_less(rule, entry, overlay, ("set", i))
        if "grade" in entry and "tests" not in entry:
            what = Words("改了 grade，就要写新的 tests", "other grades need tests of their own")
            raise PackError(overlay.place(("set", i, "grade")), what, Words("在这一项里补上 tests", "Add tests here"))
        if "fix" in entry:  # it holds for all grades, unless new ones come with it
            rule["grade"] = [{**rung, "fix": None} for rung in rule["grade"]]
        for key, value in entry.items():
            if key not in ("rule", "reason"):
                _change(draft, overlay, rule, key, value, i)
        if entry.get("role") == "unscored" and "weight" not in entry:
            rule["weight"] = 0


def _change(draft: Draft, overlay: Written, rule: dict[str, Any], key: str, value: Any, i: int) -> None:
    """Set one key of a rule; of *applies* only the parts that are given."""
    name, under = rule["id"], ("set", i, key)
    before = rule.get(key)
    rule[key] = {**(before or {}), **value} if key == "applies" else value
    draft.put(("rules", name, key), overlay.lines, under, overlay.path)
    told = _told(key, before, value)
    draft.tell(name, overlay.place(under), told, overlay.data["set"][i]["reason"])


def _told(key: str, before: Any, value: Any) -> Words:
    """Return what was changed: short values in full, texts and conditions by name only."""
    name = _NAMES.get(key, key)
    if key not in ("level", "weight", "role"):
        return Words(f"另写{name}", key)
    was = f"{before} → " if before is not None else ""
    return Words(f"{name}：{was}{value}", f"{key}: {was}{value}")


def _refuse_less(rule: dict[str, Any], entry: dict[str, Any], overlay: Written, at: Path) -> None:
    """Refuse to ask for less than a final rule does."""
    if not rule.get("final"):
        return
    less = [key for key in entry if key not in _MAY_CHANGE]
    less += ["level"] if "level" in entry and _RANK[entry["level"]] < _RANK[rule["level"]] else []
    less += ["weight"] if entry.get("weight", rule.get("weight", 0)) < rule.get("weight", 0) else []
    less += ["role"] if entry.get("role") == "unscored" and rule.get("role", "scored") == "scored" else []
    if less:
        raise PackError(overlay.place((*at, less[0])), *_final(rule["id"]))


def _final(name: str) -> tuple[Words, Words]:
    what = Words(f"规则“{name}”标了 final，不能放宽或停用", f"rule {name} is final: no less, and not disabled")
    return what, Words("只能提高 level 或 weight，或者改文字", "Only raise its level or weight, or change its texts")


def _disable(draft: Draft, overlay: Written) -> None:
    changed = {entry["rule"] for entry in overlay.data.get("set", [])}
    for i, entry in enumerate(overlay.data.get("disable", [])):
        rule = _rule(draft, overlay, ("disable", i, "rule"), entry["rule"])
        if rule.get("final"):
            raise PackError(overlay.place(("disable", i, "rule")), *_final(rule["id"]))
        if rule["id"] in changed:
            what = Words(f"“{rule['id']}”又改又停用", f"{rule['id']} is both changed and disabled")
            raise PackError(overlay.place(("disable", i, "rule")), what, Words("留下一处", "Keep one"))
        draft.disabled.setdefault(rule["id"], entry["reason"])
        draft.tell(rule["id"], overlay.place(("disable", i)), Words("停用", "disabled"), entry["reason"])


def _set_values(draft: Draft, overlay: Written, values: dict[str, Any]) -> None:
    declared = draft.data.get("params", {})
    for name, entry in overlay.data.get("params", {}).items():
        wrong = fault(name, declared[name], entry["value"]) if name in declared else unknown(name, declared)
        if wrong:
            raise PackError(overlay.place(("params", name, "value")), *wrong)
        what = Words(f"参数 {name}：{values[name]} → {entry['value']}", f"{name}: {values[name]} → {entry['value']}")
        draft.values_told.append((name, overlay.place(("params", name)), what, entry["reason"]))
        values[name] = entry["value"]


def _add_patterns(draft: Draft, overlay: Written) -> None:
    for key, part in ADDITIONS.items():
        for i, entry in enumerate(overlay.data.get(key, [])):
            elements = draft.data["elements"]
            name = entry["element"]
            if name not in elements:
                what = Words(f"没有叫“{name}”的要素", f"no element {name}")
                raise PackError(overlay.place((key, i, "element")), what, _nearest(name, elements))
            _extend(draft, overlay, elements[name], part, (key, i))
            count = len(entry["patterns"])
            told = Words(f"{name} 的 {part} 增加 {count} 条", f"{count} more for {part} of {name}")
            draft.elements_told.append((name, overlay.place((key, i)), told, entry["reason"]))


def _extend(draft: Draft, overlay: Written, element: dict[str, Any], part: str, at: Path) -> None:
    """Add patterns to an element; without anchors of their own the gate of anchors must go."""
    entry = overlay.data[str(at[0])][int(at[1])]
    if part not in element:
        draft.put(("elements", entry["element"], part), overlay.lines, at, overlay.path)
    listed = element.setdefault(part, [])
    for k, pattern in enumerate(entry["patterns"]):
        if pattern not in listed:
            listed.append(pattern)
            here = ("elements", entry["element"], part, len(listed) - 1)
            draft.put(here, overlay.lines, (*at, "patterns", k), overlay.path)
    gate = _GATES.get(part)
    if gate and element.get(gate):
        anchors = entry.get("anchors")
        element[gate] = list(dict.fromkeys([*element[gate], *anchors])) if anchors else []


def _rule(draft: Draft, overlay: Written, at: Path, name: str) -> dict[str, Any]:
    found = draft.rule(name)
    if found is None:
        known = [rule["id"] for rule in draft.data["rules"]]
        raise PackError(overlay.place(at), Words(f"没有规则“{name}”", f"no rule {name}"), _nearest(name, known))
    return found


def _nearest(name: str, known: Iterable[str]) -> Words:
    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}?") if close else _NO_HINT
