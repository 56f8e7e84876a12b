"""Drafts → files: how clerks set, name and send them, and what else lies in the folders."""
