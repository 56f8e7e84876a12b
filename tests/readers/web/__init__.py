"""Tests of validator.readers.web."""
