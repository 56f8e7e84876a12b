"""Tests of validator.renderers."""
