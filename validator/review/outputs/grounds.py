"""Whose a file is or may be, and why: each ground told once, whether in the reason or beside it."""

from __future__ import annotations

import re
from functools import partial

from validator.model.review import Claim, Filed, Ground
from validator.renderers import wording as w
from validator.review.outputs.saying import GROUNDS, claim
from validator.words import Lang

_BEGINS = re.compile(r"(?:^|(?<=[.?] ))(?:the|a|an|it|this|one|no|not|nothing|of|in) ")
_MOST = 3
"""Names in the column of units."""


def whose(f: Filed, lang: Lang) -> str:
    """Return the unit of a file, or those that it may be of; nothing where it is of none."""
    if f.unit or not f.claims:
        return w.shown(f.unit or "")
    names = [w.shown(c.unit) for c in f.claims]
    listed, more = w.text("、", ", ", lang).join(names[:_MOST]), len(names) > _MOST
    return w.text(f"可能是{listed}{'等' if more else ''}", f"perhaps {listed}{' …' if more else ''}", lang)


def why(f: Filed, lang: Lang) -> str:
    """Return why a file has its role, and of a doubtful one the grounds that the reason does not name itself."""
    reason = w.said(f.why, lang)
    if lang == "en":  # a reason is put together from sentences that may also stand behind a colon
        reason = _BEGINS.sub(lambda found: found[0].capitalize(), reason)
    more = [] if f.unit else [claim(c, lang) for c in map(partial(_untold, f), f.claims) if c]
    if more:
        reason = reason.rstrip("。.")
    return w.text("；", "; ", lang).join(part for part in (reason, *more) if part)


def _untold(f: Filed, c: Claim) -> Claim | None:
    """Return a claim with what the reason leaves unsaid; None where that is nothing."""
    grounds = tuple((ground, words) for ground, words in c.grounds if not _is_told(ground, words, f.why.zh))
    return c._replace(grounds=grounds) if grounds else None


def _is_told(ground: Ground, words: str, reason: str) -> bool:
    """Tell whether a reason quotes the words and says where they stand; a name that is nearly one stands anywhere."""
    quoted = "、".join(words.split()) in reason
    return quoted and (ground == "similar" or GROUNDS[ground].zh in reason)
