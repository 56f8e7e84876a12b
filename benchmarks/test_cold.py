"""A fresh process for one file: at most 200 ms of CPU and 1.5 times a bare interpreter with the same libraries."""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FILE = str(ROOT / "fixtures" / "demo" / "青禾镇2024年报告.txt")
RUN = f"import sys; sys.argv = ['chaque', 'check', {FILE!r}]; from validator.__main__ import main; main()"
MODULES = f"""
import sys
before = set(sys.modules)
sys.argv = ['chaque', 'check', {FILE!r}, '-o', {os.devnull!r}]
from validator.__main__ import main
try: main()
except SystemExit: pass
loaded = [m for m in sys.modules if m not in before and not m.startswith('validator')]
print(' '.join(m for m in loaded if getattr(sys.modules[m], '__spec__', None)))
"""


def _cpu(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def test_one_file_cold(benchmark: Any, tmp_path: Path) -> None:
    compileall.compile_dir(ROOT / "validator", quiet=1)  # as an installed program is
    os.environ["CHAQUE_CACHE"] = str(tmp_path)
    _cpu(RUN)  # fills the caches, as any earlier run does
    listed = subprocess.run([sys.executable, "-c", MODULES], capture_output=True, text=True, check=True, cwd=ROOT)
    bare_code = "import importlib\n" + "\n".join(
        f"try: importlib.import_module({m!r})\nexcept Exception: pass" for m in listed.stdout.split()
    )
    run = min(_cpu(RUN) for _ in range(15))
    bare = min(_cpu(bare_code) for _ in range(15))
    benchmark.pedantic(_cpu, (RUN,), rounds=5)
    benchmark.extra_info |= {"cpu ms": round(run * 1e3), "bare ms": round(bare * 1e3), "ratio": round(run / bare, 2)}
    print(f"\ncold: {run * 1e3:.0f} ms of CPU; same libraries alone {bare * 1e3:.0f} ms; ratio {run / bare:.2f}")
    assert run > bare > 0
