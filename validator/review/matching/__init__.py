"""Submissions and roster → whose each file is, which one counts, and whether it came in time."""
