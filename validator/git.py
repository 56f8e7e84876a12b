"""What a git repository says has changed."""

from __future__ import annotations

import os
import subprocess

from validator.errors import UsageError
from validator.words import Words


def top(folder: str) -> str | None:
    """Return the top folder of the repository that *folder* lies in, None outside of one."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def changed_since(revision: str, folder: str) -> frozenset[str]:
    """Return the real paths of the files that differ from *revision* or are new, those that are gone left out.

    *revision* is anything that git takes for a commit; in ``A...`` what came to the other side since is no change.
    Raise UsageError when git is missing, *folder* is in no repository, or the revision is unknown.
    """
    base = top(folder)
    if base is None:
        raise UsageError("--changed-since", Words("这里不是 git 仓库", "this is no git repository"))
    if revision.startswith("-"):
        raise UsageError("--changed-since", Words(f"“{revision}”不是版本", f"“{revision}” is no revision"))
    differing = _git(base, "diff", "--name-only", "-z", "--diff-filter=d", "--no-renames", revision, "--")
    new = _git(base, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")
    names = [name for name in (differing + new).split(b"\0") if name]
    return frozenset(os.path.realpath(os.path.join(base, os.fsdecode(name))) for name in names)


def _git(folder: str, *args: str) -> bytes:
    # No pager, no colour, no program that a repository could name as its own diff.
    call = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *args]
    if args[0] == "diff":
        call[call.index("diff") + 1 : call.index("diff") + 1] = ["--no-ext-diff", "--no-textconv"]
    try:
        done = subprocess.run(call, cwd=folder, capture_output=True, check=False)  # noqa: S603  # git, and a checked name
    except OSError as error:
        raise UsageError("--changed-since", Words("没有找到 git", "git was not found")) from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[0] if told else f"exit {done.returncode}"
        raise UsageError("--changed-since", Words(f"git 不认识这个版本（{why}）", f"git says: {why}"))
    return done.stdout
