"""For people who write rules: a skeleton, a linter, mutations, coverage, the difference of two packs, their pages."""
