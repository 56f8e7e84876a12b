"""Tests of validator.readers.pages."""
