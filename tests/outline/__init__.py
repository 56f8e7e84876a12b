"""Tests of validator.outline."""
