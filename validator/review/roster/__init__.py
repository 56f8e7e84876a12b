"""Bytes of a table → Roster: its rows, what its columns hold, what its cells say."""
