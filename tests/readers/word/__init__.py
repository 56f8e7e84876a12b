"""Tests of validator.readers.word."""
