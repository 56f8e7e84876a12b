"""Draft → lines → plain text: numbers in front of headings, indents, the signature to the right."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Literal, NamedTuple

from validator.demo.drafts.drafting import Draft, Item, Part

Kind = Literal["title", "addressee", "part", "point", "body", "sign", "after"]
_DIGITS = "一二三四五六七八九十"


class Line(NamedTuple):
    """A paragraph and what it is."""

    kind: Kind
    text: str


class Hand(NamedTuple):
    """How a clerk sets a page. *run_in*: the point's text goes on behind its heading.

    *points*: how points are numbered; *airy*: blank lines between paragraphs; *indent*: in front of paragraphs.
    """

    run_in: bool
    points: Literal["bracket", "arabic", "is"]
    airy: bool
    indent: str


def hand(rng: Random) -> Hand:
    """Return how one clerk sets a page."""
    points: Literal["bracket", "arabic", "is"] = rng.choice(("bracket", "bracket", "bracket", "arabic", "is"))
    return Hand(rng.random() < 0.6, points, rng.random() < 0.4, rng.choice(("", "　　", "　　", "    ")))


def number(at: int) -> str:
    """Return a Chinese numeral from 1 to 19."""
    return _DIGITS[at - 1] if at <= 10 else f"十{_DIGITS[at - 11]}"


def laid_out(draft: Draft, style: Hand) -> list[Line]:
    """Return the paragraphs of *draft* with numbers in front of their headings."""
    lines = [Line("title", text) for text in draft.title]
    lines += [Line("addressee", draft.addressee)] if draft.addressee else []
    lines += [Line("body", text) for text in draft.lead]
    at = 0
    for part in draft.parts:
        if part.heading:
            at += 1
            lines.append(Line("part", f"{number(at)}、{part.heading}"))
        lines += _points(part, style)
    lines += [Line("sign", text) for text in (*draft.signs, draft.date) if text]
    return lines + [Line("after", text) for text in draft.after]


def _points(part: Part, style: Hand) -> Iterator[Line]:
    at = 0
    for item in part.items:
        if not item.heading:
            yield Line("body", item.text)
            continue
        at += 1
        yield from _point(item, at, style)


def _point(item: Item, at: int, style: Hand) -> list[Line]:
    if style.points == "is":
        return [Line("body", f"{number(at)}是{item.heading}。{item.text}")]
    sign = f"（{number(at)}）" if style.points == "bracket" else f"{at}."
    if style.run_in:
        return [Line("point", f"{sign}{item.heading}。{item.text}")]
    return [Line("point", f"{sign}{item.heading}"), Line("body", item.text)]


def text_of(lines: list[Line], style: Hand) -> str:
    """Return the report as plain text."""
    stop = "\n\n" if style.airy else "\n"
    return stop.join(_placed(line, style) for line in lines) + "\n"


def _placed(line: Line, style: Hand) -> str:
    if line.kind in ("title", "addressee"):
        return line.text
    if line.kind == "sign":
        return "　" * max(0, 30 - len(line.text)) + line.text if style.indent else line.text
    return style.indent + line.text
