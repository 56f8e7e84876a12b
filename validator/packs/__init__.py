"""YAML → Pack: read, validate, verify, build; and the tests that every rule carries."""

from validator.packs.loading import available, load
from validator.packs.source import find

__all__ = ["available", "find", "load"]
