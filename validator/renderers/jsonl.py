"""One JSON object per report and line: for big folders."""

from __future__ import annotations

import json
from collections.abc import Sequence

from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.renderers import Options
from validator.renderers.json import report


def render(assessments: Sequence[Assessment], pack: Pack, options: Options) -> bytes:
    """Return one line per report, UTF-8; each is an element of ``reports`` of the JSON format."""
    rules = {rule.id: rule for rule in pack.rules}
    lines = (json.dumps(report(a, rules, options.lang), ensure_ascii=False) for a in assessments)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
