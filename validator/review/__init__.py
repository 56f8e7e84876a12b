"""The county's review: a folder of submissions against the roster of units."""
