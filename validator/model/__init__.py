"""The nouns of the program: frozen, without behaviour and without I/O.

They are named tuples and not dataclasses: a report makes some hundred of them, they cross process borders, and a
named tuple is built and pickled in a fraction of the time.
"""
