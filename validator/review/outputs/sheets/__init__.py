"""The sheets of review.xlsx, one module each; charts and what sheets have in common beside them."""
