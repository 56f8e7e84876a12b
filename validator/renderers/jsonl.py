"""One JSON object per report and line: for big folders."""

from __future__ import annotations

import json

from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.json import report


def render(run: Run, options: Options) -> bytes:
    """Return one line per report, UTF-8; each is an element of ``reports`` of the JSON format."""
    lines = (json.dumps(report(a, run.packs[a.pack], options.lang), ensure_ascii=False) for a in run.assessments)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
