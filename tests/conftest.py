"""A cache of its own for every run, and modest hypothesis settings."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("chaque", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("chaque")

# Set before the package is imported, and inherited by every process that a test starts.
_CACHE = tempfile.TemporaryDirectory(prefix="chaque-tests-")
os.environ["CHAQUE_CACHE"] = _CACHE.name
for _name in ("NO_COLOR", "FORCE_COLOR", "CHAQUE_DEBUG"):
    os.environ.pop(_name, None)


@pytest.fixture
def cold_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty pack cache, and nothing remembered in this process."""
    from validator.packs import loading

    folder = tmp_path / "cache"
    monkeypatch.setenv("CHAQUE_CACHE", str(folder))
    loading._built.cache_clear()
    yield folder
    loading._built.cache_clear()


def pytest_sessionfinish() -> None:
    _CACHE.cleanup()
