"""What a command loads: nothing that it does not need, by module name, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import REPORT, ROOT, environment, run, write

HEAVY = {
    *("jsonschema", "rich", "jinja2", "xlsxwriter", "docx", "pypdfium2", "resiliparse"),
    *("opencc", "pydantic", "yaml", "tabulate"),
}
SCRIPT = """
import json, sys
sys.argv = ["chaque", *sys.argv[1:]]
from validator.__main__ import main
try:
    main()
except SystemExit as end:
    code = end.code
sys.stdout.flush()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def loaded(*args: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *args], capture_output=True, cwd=ROOT, env=environment(), timeout=60
    )
    return set(json.loads(done.stderr.decode().splitlines()[-1]))


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert run("check", *write(tmp_path_factory.mktemp("warm"), {"a.txt": REPORT})).code == 0


def test_json_of_a_text_file_loads_nothing_heavy(tmp_path: Path) -> None:
    found = loaded("check", *write(tmp_path, {"a.txt": REPORT}), "--format", "json")
    assert "validator" in found
    assert found & HEAVY == set()


def test_table_loads_tabulate_and_nothing_else(tmp_path: Path) -> None:
    assert loaded("check", *write(tmp_path, {"a.txt": REPORT}), "--format", "table") & HEAVY == {"tabulate"}


def test_traditional_text_loads_opencc(tmp_path: Path) -> None:
    text = "雲川縣青禾鎮人民政府關於2024年度法治政府建設情況的報告\n一、主要舉措和成效\n全年開展檢查46次。\n"
    assert loaded("check", *write(tmp_path, {"a.txt": text}), "--format", "json") & HEAVY == {"opencc"}


def test_encoding_is_guessed_only_when_it_must(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    assert "charset_normalizer" not in loaded("check", path, "--format", "json")


def test_first_run_needs_pydantic_and_yaml(cold_cache: Path, tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    assert {"pydantic", "yaml"} <= loaded("check", path, "--format", "json")
    assert loaded("check", path, "--format", "json") & HEAVY == set()


def test_version_loads_next_to_nothing() -> None:
    found = loaded("--version")
    assert found & (HEAVY | {"typer", "click", "regex"}) == set()


def test_import_of_the_package_loads_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, validator; print([m for m in sys.modules if m.startswith('validator.')])"],
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        timeout=60,
    )
    assert done.stdout.decode().strip() == "['validator.version']"
