"""One page for people: offline, without scripts, for a wide screen, a telephone and paper.

What a report says reaches the page as escaped text between tags, never inside one; attributes hold only what is ours.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from validator.model.result import Assessment, Score
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers import wording as w
from validator.renderers.parts import Parts, parts
from validator.renderers.places import place
from validator.renderers.summary import summary
from validator.words import Lang, say

if TYPE_CHECKING:
    from jinja2 import Template

FEW = 3
"""Up to so many files the details of all are open; with more, those of reports without any finding are folded."""

_LEVELS = {"pass": "full", "partial": "half", "fail": "empty", "unknown": "open", "error": "open"}
_LEVELS |= {"complete": "full", "incomplete": "empty", "undecided": "open"}


def render(run: Run, options: Options) -> bytes:
    """Return one HTML file, UTF-8."""
    lang = options.lang
    page = _template().render(
        run=run,
        lang=lang,
        t=lambda zh, en: w.text(zh, en, lang),
        say=lambda words: w.said(words, lang),
        place=lambda e: place(e, lang),
        counts=_counts(run, lang),
        common=_common(run),
        assessed=[(i, a) for i, a in enumerate(run.assessments, 1) if a.status == "assessed"],
        unread=[(i, a) for i, a in enumerate(run.assessments, 1) if a.status != "assessed"],
        few=len(run.assessments) <= FEW,
        any_known=any(r.known for a in run.assessments for r in a.results),
    )
    return page.encode("utf-8", "backslashreplace")


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # loads what other formats do not need

    environment = Environment(
        loader=PackageLoader("validator.renderers"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(w=w, parts_of=parts, level=_level, facts=_facts, name=_name, bar=_bar, to_read=_to_read)
    return environment.get_template("report.html.jinja")


def _safe(value: Any) -> Any:
    """Return what the template puts into the page: text with nothing in it that works in secret."""
    return w.shown(value) if type(value) is str else value  # Markup is what the template itself has made


def _counts(run: Run, lang: Lang) -> list[tuple[str, int, str]]:
    """Return how many files there are of each kind: the word, the number, the class of the mark."""
    numbers = summary(run.assessments)
    kinds = [(say(word, lang), numbers[kind], _level(kind)) for kind, word in w.VERDICTS.items()]  # type: ignore[literal-required]
    return [(w.text("文件", "files", lang), numbers["reports"], ""), *kinds]


def _level(kind: str) -> str:
    """Return the class of the mark of an outcome or a verdict."""
    return _LEVELS.get(kind, "none")


def _bar(score: Score | None) -> tuple[float, float] | None:
    """Return how much of a bar is full, and how much at most, in per cent."""
    if score is None or score.low is None or score.high is None:
        return None
    return score.low, score.high


def _common(run: Run) -> str:
    """Return the folder that all files lie in, with the slash at its end."""
    folders = [w.path(a).split("/")[:-1] for a in run.assessments]
    same = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    return "".join(f"{names[0]}/" for names in same)


def _name(a: Assessment, common: str) -> tuple[str, str]:
    """Return the folder below the *common* one, with the slash at its end, and the name of a file."""
    folder, slash, name = w.path(a).removeprefix(common).rpartition("/")
    return folder + slash, name


def _facts(a: Assessment, lang: Lang) -> list[tuple[str, str]]:
    """Return what a report says about itself, with the names of the facts."""
    f, unknown = a.facts, w.text("未写明", "not given", lang)
    always = [
        (w.text("单位", "Unit", lang), f.unit or unknown),
        (w.text("报告年度", "Year", lang), str(f.report_year or unknown)),
        (w.text("成文日期", "Issued", lang), f.issued_on or unknown),
    ]
    sometimes = [
        (w.text("公开日期", "Published", lang), f.published_on),
        (w.text("发文字号", "Document number", lang), f.document_number),
        (w.text("主送", "Addressee", lang), f.addressee),
        (w.text("标题", "Title", lang), f.title),
    ]
    return always + [(name, value) for name, value in sometimes if value]


def _to_read(a: Assessment, parts: Parts) -> bool:
    """Tell whether the details of a report hold more than that all is well."""
    return a.verdict != "complete" or bool(parts.findings or parts.known or parts.decided or a.notes)
