"""What reviewers decide: proposals, the sheet that they fill in, the ledger that keeps it, and what holds of it."""
