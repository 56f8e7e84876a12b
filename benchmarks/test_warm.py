"""One report in a process that has loaded everything: at most 1 ms of CPU per 7,000 characters is the aim."""

from __future__ import annotations

import json
import time
from typing import Any

from validator import check, load_pack

BOUND = "the text decoded, scanned once by a pattern, and a result of the same size written as JSON"


def test_one_report(benchmark: Any, report: bytes) -> None:
    pack = load_pack()
    result = benchmark.pedantic(check, (report, "report.txt", pack), rounds=300, warmup_rounds=20)
    characters = len(report.decode())
    per_7000 = benchmark.stats["min"] * 7000 / characters * 1000
    floor = _floor(report)
    benchmark.extra_info |= {
        "characters": characters,
        "ms per 7,000 characters": round(per_7000, 2),
        "times the floor": round(benchmark.stats["min"] / floor, 1),
        "floor": BOUND,
    }
    print(
        f"\n{characters} characters: {per_7000:.2f} ms per 7,000; {benchmark.stats['min'] / floor:.1f} times the floor"
    )
    assert result.verdict == "complete"


def _floor(report: bytes) -> float:
    import re

    pattern = re.compile("不足|问题|短板|第一责任人|下一年度")
    best = 9.0
    for _ in range(50):
        start = time.perf_counter()
        text = report.decode()
        found = [m.span() for m in pattern.finditer(text)]
        json.dumps([{"rule": "a", "message": "b" * 40, "evidence": found[:2]} for _ in range(20)])
        best = min(best, time.perf_counter() - start)
    return best
