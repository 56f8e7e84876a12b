"""Numbers as Word's number formats write them (ECMA-376 part 1, §17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST = 10_000  # higher numbers are nobody's headings


def numeral(format: str, value: int) -> str:
    """Return *value* in *format*; a format that is not known, or does not go so far, is written in digits."""
    if format == "none":
        return ""
    write = _FORMATS.get(format)
    return (write(value) if write and 0 <= value < _MOST else "") or str(value)


def _counting(value: int, digits: str = _DIGITS, units: tuple[str, ...] = _UNITS, zero: str = "零") -> str:
    """Return 二十一, 一百零五."""
    if not value:
        return digits[0]
    text = ""
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if digit:
            text += digits[digit] + units[power]
        elif text and not text.endswith(zero) and value % 10**power:
            text += zero
    return text


def _chinese(value: int) -> str:
    text = _counting(value)
    return text[1:] if text.startswith("一十") else text


def _legal(value: int) -> str:
    return _counting(value, _LEGAL, _LEGAL_UNITS)


def _digital(value: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(value))


def _short_chinese(value: int) -> str:
    """Return 二十一 up to ninety-nine, and digits behind each other above."""
    return _chinese(value) if value < 100 else _digital(value)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _letters(value: int) -> str:
    """Return a … z, aa, bb … zz, aaa, as Word goes on behind z."""
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 780 else ""


def _signs(*runs: tuple[str, int]) -> Callable[[int], str]:
    """Return the writer of numbers that have signs of their own; *runs*: the first sign and how many follow each."""
    signs = [chr(ord(first) + i) for first, count in runs for i in range(count)]
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else ""


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if value % 100 in (11, 12, 13) else ending}"


def _full_width(value: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in str(value))


def _row(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else ""


_CIRCLE = _signs(("①", 20), ("㉑", 15), ("㊱", 15))
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "chineseCounting": _short_chinese,
    "taiwaneseCounting": _short_chinese,
    "koreanCounting": _short_chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": lambda v: _counting(v, "零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟")),
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "koreanDigital2": _digital,
    "decimalEnclosedCircle": _CIRCLE,
    "decimalEnclosedCircleChinese": _CIRCLE,
    "decimalEnclosedParen": _signs(("⑴", 20)),
    "decimalEnclosedFullstop": _signs(("⒈", 20)),
    "ideographEnclosedCircle": _signs(("㊀", 10)),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}
