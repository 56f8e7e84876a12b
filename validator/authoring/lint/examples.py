"""What the examples of a pack show about its patterns."""

from __future__ import annotations

from collections.abc import Iterator

from validator.authoring.lint.finding import Desk, Finding
from validator.authoring.parts import OF_HEADINGS, Path, at, is_of_table, is_off, patterns
from validator.authoring.trials import Trial, context
from validator.checks.context import TIMEOUT, joined
from validator.model.pack import Element
from validator.words import Words

_AN_EXAMPLE = Words("加一个用到它的例子，或者删去它", "Add an example that needs it, or delete it")
_EXCLUDING = ("not_heading", "not_mention", "unless")
_SIGNS = "和与及、暨并，"


def unmatched(desk: Desk) -> Iterator[Finding]:
    """Yield patterns that match nothing in any example, and excluding ones that never exclude."""
    for path, source in patterns(desk.pack):
        field = path[-2]
        if path[0] not in ("elements", "rules") or is_off(path, desk.pack) or is_of_table(path, desk.pack):
            continue  # no example is about recognition, nor about what stands in a table
        if not any(_matches(source, str(field), t) for t in desk.trials):
            told = Words(f"没有一个例子用到这个写法：{_short(source)}", f"matches in no example: {_short(source)}")
            yield desk.warning(path, "unmatched-pattern", told, _AN_EXAMPLE)
        elif field in _EXCLUDING and not any(_excludes(source, path, t, desk) for t in desk.trials):
            told = Words(
                f"{field} 里的这个写法在例子里什么也没有排除：{_short(source)}",
                f"excludes nothing in any example: {_short(source)}",
            )
            yield desk.warning(path, "idle-exclusion", told, _AN_EXAMPLE)


def _matches(source: str, field: str, trial: Trial) -> bool:
    pattern = joined((source,), trial.facts.report_year)
    if field in OF_HEADINGS:
        return any(pattern.search(s.heading, timeout=TIMEOUT) for s in trial.outline.sections)
    if r"\G" in source or r"\Z" in source:
        return True  # only the sentence of a mention or the end of a part tells
    text, title = trial.outline.shadow.text, trial.outline.title
    return bool(pattern.search(text, timeout=TIMEOUT)) or bool(title and pattern.search(title.text, timeout=TIMEOUT))


def _excludes(source: str, path: Path, trial: Trial, desk: Desk) -> bool:
    """Tell whether an excluding pattern matches where a pattern beside it does."""
    year, owner, text = trial.facts.report_year, at(desk.pack, path[:-2]), trial.outline.shadow.text
    pattern = joined((source,), year)
    if path[-2] == "not_heading":
        wanted = joined(owner.heading, year)
        headings = [s.heading for s in trial.outline.sections]
        return any(wanted.search(h, timeout=TIMEOUT) and pattern.search(h, timeout=TIMEOUT) for h in headings)
    if path[-2] == "not_mention":
        return _silences(source, owner, trial, desk)
    around = [m.span() for m in pattern.finditer(text, timeout=TIMEOUT)]
    hits = [m.span() for m in joined(owner.text, year).finditer(text, timeout=TIMEOUT)]
    return any(a <= c and d <= b for a, b in around for c, d in hits)


def _silences(source: str, element: Element, trial: Trial, desk: Desk) -> bool:
    bare = element._replace(not_mention=(), mention_anchors=())
    seen = context(trial, desk.pack._replace(elements={**desk.pack.elements, element.name: bare}))
    return any(seen.search((source,), [seen.sentence(m)]) for m in seen.mentions(element.name))


def claimed_twice(desk: Desk) -> Iterator[Finding]:
    """Yield headings of one thing that two elements claim. “不足和原因” names two things, and is no finding."""
    seen: set[str] = set()
    for trial in desk.trials:
        asked = context(trial, desk.pack)
        claims = {n: {s.ordinal for s in asked.sections(n)} for n, e in desk.pack.elements.items() if not e.unclaimed}
        for section in trial.outline.sections:
            names = [name for name, found in claims.items() if section.ordinal in found]
            if len(names) > 1 and section.heading not in seen and not set(section.heading) & set(_SIGNS):
                seen.add(section.heading)
                told = Words(
                    f"标题“{section.heading}”同时算作 {'、'.join(names)}（第{trial.test.line}行的例子）",
                    f"the heading “{section.heading}” counts as {', '.join(names)} (example in line {trial.test.line})",
                )
                hint = Words("在其中一个要素的 not_heading 里把它排除", "Exclude it in not_heading of one of them")
                yield desk.warning(("elements", names[-1], "heading"), "claimed-twice", told, hint)


def quoted(desk: Desk) -> Iterator[Finding]:
    """Yield patterns between Chinese quotation marks, which ask for these marks themselves."""
    for path, source in patterns(desk.pack):
        if source[0] in "‘“" and source[-1] in "’”" and len(source) > 2:
            told = Words(
                f"写法外面是中文引号，会当作要匹配的字：{source}", f"Chinese quotes are part of the pattern: {source}"
            )
            hint = Words(
                "换成英文单引号 '…'；确要匹配引号的，写成 [“]…[”]", "Use plain quotes; write [“]…[”] if you mean them"
            )
            yield desk.warning(path, "chinese-quotes", told, hint)


def _short(source: str) -> str:
    return source if len(source) <= 40 else f"{source[:40]}…"
