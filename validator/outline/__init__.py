"""Document → Outline: front (header table, title, addressee), sections with levels, back (signature, date)."""

from validator.outline.assemble import outline_of

__all__ = ["outline_of"]
