"""A report before it is put on paper: written, copied from another one, or with something left out."""
