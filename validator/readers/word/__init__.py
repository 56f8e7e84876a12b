"""What is inside a Word file: body, runs, styles, lists."""
