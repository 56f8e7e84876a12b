"""The review as one page: offline, for the officer and her superior, for a wide screen, a telephone and paper.

All lists are there without a script. One script of ours, named in the page's policy by its hash, filters, sorts and
opens the details; it makes nodes and texts only. What units wrote reaches the page as escaped text between tags or as
data that the browser never runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from validator.model.review import Filed, Review, Standing, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import Files, saying
from validator.review.outputs.grounds import whose, why
from validator.review.outputs.page.copies import pair_rows, pairs_of_units, pairs_told
from validator.review.outputs.page.drilldown import FACTS, Teller
from validator.review.outputs.page.overview import FLAGS, columns, name, rows
from validator.review.outputs.page.script_words import SCRIPT_WORDS
from validator.review.outputs.page.sidebyside import brief, lines
from validator.review.outputs.tally import UNFIT, Tally, tally, unfit
from validator.version import __version__
from validator.words import Lang, say

if TYPE_CHECKING:
    from jinja2 import Environment

_ESCAPES = tuple((c, f"\\u{ord(c):04x}") for c in "<>&\u2028\u2029")
_FILTERS = ("late", "undated", "incomplete", "copied", "repeated", "open", "again", "returned", "accepted")
_SCRIPT = ("review.js", "review-unit.js", "review-lists.js")


def files(review: Review, lang: Lang) -> Files:
    """Return review.html: one file, UTF-8."""
    return {"review.html": page(review, lang).encode("utf-8", "backslashreplace")}


def page(review: Review, lang: Lang) -> str:
    """Return the page."""
    heads = columns(review, lang)
    script = _script()
    return (
        _environment()
        .get_template("review.html.jinja")
        .render(
            review=review,
            lang=lang,
            t=lambda zh, en: w.text(zh, en, lang),
            say=lambda words: w.said(words, lang),
            heading=heading(review, lang),
            counts=_counts(tally(review), lang),
            flags=[(flag, say(FLAGS[flag], lang)) for flag in _FILTERS],
            standings=[(i, _standing(standing, lang)) for i, standing in enumerate(saying.STANDINGS)],
            heads=heads,
            rows=rows(review, heads, lang),
            pairs=pair_rows(review, lang),
            lists=_lists(review),
            numbers={u.unit.name: i for i, u in enumerate(review.units)},
            script=_trusted(script),
            hash=_hash(script),
            data=_trusted(embedded(_data(review, [c.rule for c in heads], lang))),
            packs=w.text("、", ", ", lang).join(f"{w.shown(p.id)} {w.shown(p.version)}" for p in review.packs.values()),
            version=__version__,
        )
    )


def _standing(standing: Standing, lang: Lang) -> str:
    """Return the name of a choice: a standing, with its group where that has several."""
    group, word = say(saying.GROUPS["unfit"], lang), say(saying.STANDINGS[standing], lang)
    return f"{group}{w.text('：', ': ', lang)}{word}" if standing in UNFIT else word


def heading(review: Review, lang: Lang) -> str:
    """Return the title of the page: 2025年法治政府建设年度报告审核."""
    title = saying.report(review, lang)
    return w.text(f"{title}审核", f"{title}: review", lang)


def embedded(data: Mapping[str, Any]) -> str:
    """Return *data* as JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return text


def _data(review: Review, rules: list[str], lang: Lang) -> dict[str, Any]:
    teller, pairs = Teller(review, lang), pairs_of_units(review)
    units = [teller.unit(u, pairs.get(u.unit.name, [])) for u in review.units]
    return {
        "columns": rules,
        "rules": teller.rules(),
        "units": units,
        "pairs": pairs_told(review, lang),
        "texts": teller.texts.texts,
        "facts": [say(words, lang) for words in FACTS.values()],
        "words": {key: say(words, lang) for key, words in SCRIPT_WORDS.items()},
        "year": review.year,
    }


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # loads what others do not need

    environment = Environment(
        loader=ChoiceLoader([PackageLoader("validator.review.outputs"), PackageLoader("validator.renderers")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(w=w, saying=saying, name=name, whose=whose, why=why, path=_path)
    return environment


def _safe(value: Any) -> Any:
    """Return what the template puts into the page: text with nothing in it that works in secret."""
    return brief(lines(value)) if type(value) is str else value  # Markup is what is ours


def _trusted(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - our script, and JSON in which every sign of markup is written as a number


@cache
def _script() -> str:
    """Return the one script of the page."""
    from importlib.resources import files as parts

    folder = parts("validator.review.outputs") / "templates"
    return "".join((folder / part).read_text("utf-8") for part in _SCRIPT).replace("\r\n", "\n")


def _hash(script: str) -> str:
    """Return the name by which the page's policy knows the script."""
    from base64 import b64encode
    from hashlib import sha256

    return "sha256-" + b64encode(sha256(script.encode()).digest()).decode()


def _counts(t: Tally, lang: Lang) -> list[tuple[str, str, int, str]]:
    """Return the figures at the top: the flag that they filter by, the word, the number, the class of the mark."""
    figures = (
        ("sent", t.sent, "full"),
        ("missing", t.standings.get("missing", 0), "empty"),
        ("unfit", unfit(t), "half"),
        ("doubtful", t.standings.get("doubtful", 0), "open"),
        ("late", t.late, "half"),
        ("complete", t.complete, "full"),
        ("copied", t.copied, "half"),
    )
    every = ("", w.text("单位", "Units", lang), t.roster, "")
    return [every, *((flag, say(FLAGS[flag], lang), number, mark) for flag, number, mark in figures)]


def _lists(review: Review) -> dict[str, list[UnitReview] | list[Filed]]:
    """Return what came not, not clearly, or not as it should: units, then files."""
    units, filed = review.units, review.filed
    return {
        "missing": [u for u in units if u.standing == "missing"],
        "unfit": [u for u in units if u.standing in UNFIT],
        "exempt": [u for u in units if u.standing == "exempt"],
        "doubtful": [f for f in filed if f.role == "doubtful"],
        "others": [f for f in filed if f.role not in ("current", "doubtful")],
    }


def _path(f: Filed) -> str:
    return name(w.path(f.submission.assessment))
