"""Tests of validator.readers."""
