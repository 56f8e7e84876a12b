"""What is said of a file that does not count: what is wrong with it and what to send, never whose it was taken for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from validator.model.review import Filed, Review
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.words import Lang, Words, say


class _Fault(NamedTuple):
    """*signs*: found in the reason why a file was not read; *wrong*, *remedy*: the same for whoever sent it."""

    signs: str
    wrong: Words
    remedy: Words


_OTHER_FILE = Words(
    "请检查文件能否正常打开，于{until}前重新报送Word或者WPS文件。",
    "Please see whether it opens, and send it again as a Word or WPS file by {until}.",
)
_TEXT = Words(
    "请于{until}前报送Word或者WPS文件，不要只报照片、扫描件。",
    "Please send the Word or WPS file by {until}, and not only a picture or a scan of it.",
)
# A reason has no code. Its first sentence says in the words of a reader of files what is wrong; what to do stands
# behind it and is meant for the reviewer.
_FAULTS: Sequence[_Fault] = (
    _Fault(
        "可能已损坏或有密码",
        Words(
            "文件无法打开，可能已损坏或者设有密码", "the file cannot be opened; it may be damaged or have a password"
        ),
        _OTHER_FILE,
    ),
    _Fault(
        "密码",
        Words("文件设有密码，无法打开", "the file has a password and cannot be opened"),
        Words("请去掉密码，于{until}前重新报送。", "Please take the password off and send it again by {until}."),
    ),
    _Fault("空的", Words("文件是空的，没有内容", "the file is empty"), _OTHER_FILE),
    _Fault(
        "表格",
        Words("文件是图片或者表格，不是文字材料", "the file is a picture or a table, not a text"),
        _TEXT,
    ),
    _Fault(
        "图片|扫描",
        Words("文件是图片或者扫描件，读不出文字", "the file is a picture or a scan; no text can be read in it"),
        _TEXT,
    ),
    _Fault(
        "压缩包",
        Words("压缩包无法打开，或者里面没有报告", "the archive cannot be opened, or holds no report"),
        Words("请解压后于{until}前报送其中的报告。", "Please unpack it and send the report itself by {until}."),
    ),
    _Fault(
        "损坏|不完整",
        Words("文件已损坏或者不完整，无法打开", "the file is damaged or incomplete and cannot be opened"),
        _OTHER_FILE,
    ),
    _Fault(
        "超过|太大|太多",
        Words("文件过大，不像一份报告", "the file is too large for a report"),
        Words("请核对文件，于{until}前重新报送。", "Please see whether it is the right file, and send it by {until}."),
    ),
    _Fault("", Words("文件无法正常打开，读不出文字", "the file cannot be opened or read"), _OTHER_FILE),
)
_OURS = re.compile(
    "没有(?:读取)?权限|读取失败|没有这个文件|文件夹打不开|这台电脑上没有|"
    "LibreOffice 转换|意外退出|内部出错|已放弃|规则包"
)
"""The reviewer's computer, or the program, did not read the file: nothing that the unit has done."""


def ours(f: Filed) -> bool:
    """Tell whether a file was not read for a reason that lies with the reviewer: nobody is asked to send it again."""
    return f.submission.assessment.status == "unreadable" and bool(_OURS.search(_first(f)))


def unread(f: Filed, lang: Lang) -> str:
    """Return for the reviewer, behind a dash, why a file was not read; nothing for one that was."""
    a = f.submission.assessment
    if a.status != "unreadable":
        return ""
    why = w.said(a.reason, lang).rstrip("。.") if ours(f) else say(_fault(f).wrong, lang)
    return w.text(f"——{why}", f" – {why}", lang)


def wrong(f: Filed, review: Review, lang: Lang) -> str:
    """Return what is wrong with a file, in one sentence with its stop."""
    a = f.submission.assessment
    if f.role == "other_year":
        return _of_year(a.facts.report_year, review.year, lang)
    if f.role == "other_kind":
        return w.said(a.reason or f.why, lang).rstrip("。.") + w.text("。", ".", lang)
    zh, en = _fault(f).wrong
    return w.text(f"{zh}。", f"{en[:1].upper()}{en[1:]}.", lang)


def remedy(f: Filed, review: Review, lang: Lang) -> str:
    """Return what is to be sent, and until when."""
    until, report = s.day(review.reply_by, lang), s.report(review, lang)
    if f.role == "unreadable":
        return say(_fault(f).remedy, lang).replace("{until}", until)
    return w.text(f"请于{until}前报送{report}。", f"Please send your {lower(report)} by {until}.", lang)


def lower(words: str) -> str:
    """Return English words as they stand within a sentence; an acronym stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _of_year(found: int | None, year: int, lang: Lang) -> str:
    zh = f"这是{found}年度的报告，不是{year}年度的报告。" if found else f"这不是{year}年度的报告。"
    en = f"It is a report on {found}, not on {year}." if found else f"It is not a report on {year}."
    return w.text(zh, en, lang)


def _fault(f: Filed) -> _Fault:
    first = _first(f)
    return next(fault for fault in _FAULTS if re.search(fault.signs, first))


def _first(f: Filed) -> str:
    reason = f.submission.assessment.reason or f.why
    return reason.zh.partition("。")[0]
