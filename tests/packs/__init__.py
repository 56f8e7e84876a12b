"""Tests of validator.packs."""
