"""What a user can cause: where it is, what is wrong, what to do."""

from __future__ import annotations

import errno

from validator.words import Lang, Words, say

_NO_HINT = Words("", "")


class ChaqueError(Exception):
    """A problem that the user can see and mend; never a bug of the program.

    *where* is a path, ``path:line`` or ``path:line:column``; *what* and *hint* are in both languages.
    """

    def __init__(self, where: str, what: Words, hint: Words = _NO_HINT) -> None:
        super().__init__(where, what, hint)
        self.where = where
        self.what = what
        self.hint = hint

    def in_language(self, lang: Lang) -> str:
        """Return one line: where: what. hint."""
        stop = ". " if lang == "en" else "。"
        what, hint = say(self.what, lang), say(self.hint, lang)
        text = f"{what}{stop}{hint}" if hint else what
        return f"{self.where}: {text}" if self.where else text

    def __str__(self) -> str:
        return self.in_language("zh")


class UsageError(ChaqueError):
    """The command was called in a way that cannot be carried out."""


class PackError(ChaqueError):
    """A rule pack is wrong: a typo, an unknown word, a missing test."""


class ReadError(ChaqueError):
    """A report cannot be read: missing, too large, not text."""


class Interrupted(ChaqueError):
    """The user stopped it; *what* says how far it is."""


_REASONS = {
    errno.ENOENT: "文件夹或文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
}


def cannot(zh: str, en: str, error: OSError) -> Words:
    """Return what could not be done and why the system refused it."""
    return Words(f"{zh}（{_REASONS.get(error.errno or 0, error.strerror)}）", f"{en}: {error.strerror}")
