"""Names of units: what is comparable in them, how they are shortened, and where they stand in a text."""
