"""What a reader of web pages has to know of HTML's tags."""

from __future__ import annotations

import html
import re

_RAW = "script|style|title|iframe|noembed|noframes"
_INLINE = "span|font|a|b|strong|em|i|u|o:p|big|small|label|s|sup|sub"
_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+"""
_TAG = rf"(/?[a-zA-Z][^\s/>]*+)({_ATTRIBUTES})>?"
TAG = re.compile(f"<{_TAG}")
"""A tag: its name, with the stroke of a closing one, and its attributes."""
# Every alternative ends at what it cannot read, at the latest at the end: no source is gone through twice.
TOKEN = re.compile(
    r"([^<&]+)"
    r"|(&(?:\#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)"
    rf"|<((?i:{_RAW}))(?=[\s/>]){_ATTRIBUTES}(?<!/)>(?:[^<]++|<(?!/(?i:\3)[\s/>]))*+(?:</[^>]*+>?)?"
    rf"|((?:</?(?:{_INLINE}|{_INLINE.upper()})(?![^\s>]){_ATTRIBUTES}>)++)"
    rf"|<{_TAG}"
    r"|<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
    r"|<[!?/][^>]*+>?"
    r"|([<&])"
)
"""A piece of a page. The last group tells which: 1 text, 2 an entity, 4 inline tags, 6 another tag (5 and 6: those of
TAG), 7 a sign that begins nothing; 3 or none: what has no text."""

BLANK = " \t\n\f"
"""What HTML takes for white space."""
BLANKS = re.compile(r"[ \t\n\f]{2,}|[\t\n\f]")
"""White space that a page does not show as it is."""

_SHAPES = "svg path g rect circle ellipse line polyline polygon use defs symbol"
NO_TEXT = frozenset(f"meta input button link base {_SHAPES} {_RAW.replace('|', ' ')}".split())
"""Tags that a parser need not see."""
_HEADINGS = "h1 h2 h3 h4 h5 h6"
_VOID = "br hr img wbr col area embed source track param frame"
LOOSE = frozenset(
    f"p li td th tr dt dd thead tbody tfoot caption colgroup option optgroup html body head {_VOID} {_HEADINGS}".split()
)
"""Tags that need no closing one of the same name."""
_PARTS = "section article header footer main aside nav center form fieldset blockquote address details figure body"
_BLOCKS = (
    f"p div table tr td th caption ul ol li dl dt dd pre hr legend summary figcaption {_HEADINGS} {_PARTS}".split()
)
BLOCKS = frozenset(_BLOCKS) | {f"/{name}" for name in _BLOCKS}
"""Tags at which a paragraph ends."""
_PRE = ("textarea", "xmp", "listing", "plaintext")
SAME_AS_PRE = {f"{sign}{name}": f"{sign}pre" for sign in ("", "/") for name in _PRE}
"""Tags whose blanks are shown, too: an editor's field that was saved with its text, and old names."""

_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++)""")
_ANCHOR = re.compile(r"(?<![\w-])(?:name|id)\s*=", re.I)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_HIDDEN = re.compile(r"(?<![\w-])hidden(?![\w-])")
_SHOWING = re.compile(r"white-space\s*:\s*(?:pre|break)")


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes in a tag that have a value, by their names in small letters; the first of a name wins."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(text):
        found.setdefault(m[1].lower(), html.unescape(m[2] or m[3] or m[4] or ""))
    return found


def is_link(attributes: str) -> bool:
    """Tell whether an <a> with these attributes is a link, if only one that a script follows, and no mere anchor."""
    return "href" in attributes.lower() or not _ANCHOR.search(attributes)


def value_offset(text: str, name: str) -> int:
    """Return where in *text*, the attributes of a tag, the value of *name* begins."""
    m = next(m for m in _ATTRIBUTE.finditer(text) if m[1].lower() == name)
    return m.start(next(i for i in (2, 3, 4) if m[i] is not None))


def has_style(text: str) -> bool:
    """Tell whether *text*, tags or attributes, may hide something or show line ends; most of them do not."""
    text = text.lower()
    return "none" in text or "hid" in text or "white-space" in text


def hides(attributes: str) -> bool:
    """Tell whether a tag with these attributes shows nothing."""
    attributes = attributes.lower()
    style = attributes_of(attributes).get("style", "")
    return bool(_HIDING.search(style) or _HIDDEN.search(_VALUE.sub("=", attributes)))


def shows_line_ends(attributes: str) -> bool:
    """Tell whether a tag with these attributes shows the line ends of the source."""
    return bool(_SHOWING.search(attributes_of(attributes.lower()).get("style", "")))
