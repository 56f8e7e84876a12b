"""Tests of validator.checks."""
