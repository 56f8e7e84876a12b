"""The stock of clauses that invented reports are made of, and how sentences are made from it."""
