"""Bytes → text, for every encoding that a Chinese office produces."""

from __future__ import annotations

from validator.errors import ReadError
from validator.words import Words

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_GB = ("gb2312", "gbk", "gb18030", "xgbk", "cp936")
_CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 27), *range(28, 32))))
_FEW_CONTROL = 8  # stray control characters that a text may hold
_MOST_CONTROL = 0.002  # share of control characters above which bytes are not text
_MOST_DAMAGE = 0.01  # share of broken bytes up to which a text is still UTF-8
_SAMPLE = 20_000


def decoded(data: bytes, name: str, declared: str = "") -> str:
    """Return the text of *data*. Raise ReadError when it is not text.

    *declared*: the encoding that the file names itself; it is believed when the bytes fit it and no byte order mark
    or clean UTF-8 says otherwise.
    """
    text = _decode(data, name, declared)
    if _is_binary(text):
        raise _not_text(name)
    return text


def _is_binary(text: str) -> bool:
    # Asking whether a sign occurs is far cheaper than counting it, and most texts have none.
    present = [sign for sign in _CONTROLS if sign in text]
    most = max(_FEW_CONTROL, _MOST_CONTROL * min(len(text), _SAMPLE))
    return sum(text.count(sign, 0, _SAMPLE) for sign in present) > most


def _decode(data: bytes, name: str, declared: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    if lenient.count("\ufffd") <= _MOST_DAMAGE * len(lenient):
        return lenient
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    return _guessed(data, name)


def _as_declared(data: bytes, declared: str) -> str | None:
    encoding = "gb18030" if declared.lower().replace("-", "") in _GB else declared
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= _MOST_DAMAGE * len(text) else None


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise _not_text(name)
    # gb2312 and gbk are subsets of gb18030, and pages that declare them use characters beyond them.
    return data.decode(best.encoding, "replace")


def _not_text(name: str) -> ReadError:
    return ReadError(
        name,
        Words("文件内容不是文本", "the file is not text"),
        Words("请确认文件没有损坏，并另存为 UTF-8 文本", "Check that it is not damaged and save it as UTF-8 text"),
    )
