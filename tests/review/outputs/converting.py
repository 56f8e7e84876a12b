"""What LibreOffice makes of an output, for tests: pages as text."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from validator.office import program


def pages(data: bytes, name: str, folder: Path, part: str) -> list[tuple[float, float, str]]:
    """Return width, height (points) and text of each page; skip the test where *part* is not installed.

    *part*: ``sc`` for Calc, ``sw`` for Writer.
    """
    found = program()
    if not found or not any(Path(found).resolve().parent.glob(f"*{part}lo.*")):
        pytest.skip("LibreOffice is not installed")
    (folder / name).write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [found, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", name]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=True)
    with pypdfium2.PdfDocument(folder / f"{name.rsplit('.', 1)[0]}.pdf") as pdf:
        return [(*page.get_size(), page.get_textpage().get_text_bounded()) for page in pdf]
