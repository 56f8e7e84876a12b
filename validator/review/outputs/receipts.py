"""Units whose report the roster records as received, and of which nothing is in the folder."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.review import UnitReview
from validator.renderers import wording as w
from validator.review.outputs.saying import day
from validator.words import Lang, Words

_TOLD = 6  # units that the remark names


def unfound(units: Sequence[UnitReview]) -> list[UnitReview]:
    """Return the units that nothing came from, though the roster has a day on which something did."""
    return [u for u in units if u.standing == "missing" and u.unit.received]


def on_unfound(units: Sequence[UnitReview]) -> list[Words]:
    """Return a remark on these units: whoever reminds them would be wrong if the file has only been mislaid."""
    found = unfound(units)
    if not found:
        return []
    zh, en = "、".join(receipt(u, "zh") for u in found[:_TOLD]), ", ".join(receipt(u, "en") for u in found[:_TOLD])
    if len(found) > _TOLD:
        zh, en = f"{zh}等{len(found)}个单位", f"{en} and {len(found) - _TOLD} more"
    whose = "它的" if len(found) == 1 else "它们的"
    return [
        Words(
            f"名册写着{zh}，文件夹里没有{whose}文件，催报前请先查找。",
            f"By the roster reports came and are not in the folder; please look before you remind anybody: {en}.",
        )
    ]


def receipt(u: UnitReview, lang: Lang) -> str:
    """Return a unit and when its report was received by the roster: 市信访局2026年2月20日收到."""
    name, on = w.shown(u.unit.name), day(u.unit.received, lang)
    return w.text(f"{name}{on}收到", f"{name} (received {on})", lang)
