"""What is inside a web page: marks before every text, open tags, visible numbers of lists."""
