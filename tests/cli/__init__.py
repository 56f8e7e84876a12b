"""Tests of validator.cli."""
