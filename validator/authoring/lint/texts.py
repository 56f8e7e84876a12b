"""The texts of a pack, and what nothing in it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.authoring.lint.finding import Desk, Finding
from validator.authoring.parts import Path, conditions, names_in
from validator.authoring.places import norms_of
from validator.model.pack import Rule
from validator.words import Words, blanks

_LONGEST = {"title": 30, "say": 80, "fix": 160, "why": 200}
"""Characters of a Chinese text that people still read."""

_HAN = re.compile(r"[一-鿿]")
_LETTER = re.compile(r"[A-Za-z]")
_SHORTER = Words("写短一点，一句话说清", "Make it shorter")
_TRANSLATE = Words("补上英文", "Translate it")
_NO_BLANKS = Words("去掉花括号里的词；只有 say 能用 {…}", "Only say can have blanks")


def texts(desk: Desk) -> Iterator[Finding]:
    """Yield texts that are too long, not translated, or have blanks that nothing fills."""
    for i, rule in enumerate(desk.pack.rules):
        for key, path, text in _of_rule(rule, ("rules", i)):
            yield from _wordy(desk, key, path, text)
            yield from _untranslated(desk, path, text)
            if key in ("title", "why", "fix") and any(blanks(text)):
                told = Words(f"{key} 里的 {{…}} 没有内容可填", f"nothing fills the blanks of {key}")
                yield desk.error(path, "unfilled-blank", told, _NO_BLANKS)
    for name, element in desk.pack.elements.items():
        yield from _untranslated(desk, ("elements", name, "title"), element.title)
    for i, refusal in enumerate(desk.pack.refuse):
        yield from _untranslated(desk, ("refuse", i, "say"), refusal.say)


def _of_rule(rule: Rule, path: Path) -> Iterator[tuple[str, Path, Words]]:
    for key in ("title", "why", "say", "fix"):
        yield key, (*path, key), getattr(rule, key)
    for k, rung in enumerate(rule.grade):
        yield from ((key, (*path, "grade", k, key), text) for key in ("say", "fix") if (text := getattr(rung, key)))


def _wordy(desk: Desk, key: str, path: Path, text: Words) -> Iterator[Finding]:
    if len(text.zh) > _LONGEST[key]:
        told = Words(
            f"{key} 有{len(text.zh)}字，超过{_LONGEST[key]}字",
            f"{key} has {len(text.zh)} characters, more than {_LONGEST[key]}",
        )
        yield desk.warning(path, "long-text", told, _SHORTER)


def _untranslated(desk: Desk, path: Path, text: Words) -> Iterator[Finding]:
    if text.en == text.zh or (_HAN.search(text.en) and not _LETTER.search(text.en)):
        yield desk.warning(path, "no-english", Words("英文没有写", "there is no English"), _TRANSLATE)


def unused(desk: Desk) -> Iterator[Finding]:
    """Yield elements and norms that nothing refers to."""
    pack = desk.pack
    named = frozenset().union(*(names_in(condition, pack) for _, condition in conditions(pack)))
    others_count = any(e.unclaimed and name in named for name, e in pack.elements.items())
    for name, element in pack.elements.items():
        if name not in named and not (others_count and element.heading):
            told = Words(f"要素“{name}”没有规则用到", f"no rule uses the element {name}")
            yield desk.warning(("elements", name), "unused-element", told, Words("删去它", "Delete it"))
    cited = {rule.source.norm.zh for rule in pack.rules}
    for name, norm in norms_of(desk.name).items():
        if norm not in cited:
            told = Words(f"规范“{name}”没有规则引用", f"no rule cites the norm {name}")
            yield desk.warning(("norms", name), "unused-norm", told, Words("删去它", "Delete it"))
