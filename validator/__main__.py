"""``chaque`` and ``python -m validator``."""

from __future__ import annotations

import sys

from validator.version import __version__


def main() -> None:
    """Run the command line; the version is told without loading the program."""
    if sys.argv[1:] == ["--version"]:
        print(f"chaque {__version__}")
        return
    from validator.cli.app import run

    run()


if __name__ == "__main__":
    main()
