"""What is inside a page format: characters, lines, margins, running heads, paragraphs; pages of PDF and OFD."""
