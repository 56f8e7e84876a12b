"""What official letters are made of: paper, names of files, and the parts of a letter, one module each."""
