"""The fixed parts of every letter's Word file: types, relations, fonts, styles, the page and its footer."""

from __future__ import annotations

from collections.abc import Mapping

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    ("/word/document.xml", f"{_WORD}.document.main+xml"),
    ("/word/styles.xml", f"{_WORD}.styles+xml"),
    ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
    ("/word/footer1.xml", f"{_WORD}.footer+xml"),
    ("/word/settings.xml", f"{_WORD}.settings+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
)

_FONTS = (
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    ("仿宋", "FangSong"),
    ("仿宋_GB2312", "仿宋"),
    ("黑体", "SimHei"),
    ("楷体", "KaiTi"),
    ("宋体", "SimSun"),
)
"""Font → the name under which another system has it."""


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'


def _relations(*relations: str) -> str:
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def _font(east: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{east}" w:cs="Times New Roman"/>'


def _style(name: str, title: str, font: str, half_points: int, about: str) -> str:
    """Return a paragraph style. *about*: its paragraph properties, in the order that the format prescribes."""
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{about}</w:pPr><w:rPr>{_font(font)}{size}</w:rPr></w:style>"
    )


# 三号 is 16 points, 小四 12, 二号 22. Lines of the body are 29 points apart: 22 of them to a page.
_BODY = '<w:spacing w:line="580" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_TIGHT = '<w:spacing w:line="320" w:lineRule="atLeast"/>'
_LEFT, _CENTER, _RIGHT = (f'<w:jc w:val="{side}"/>' for side in ("left", "center", "right"))
_TITLE = '<w:spacing w:before="0" w:after="480" w:line="640" w:lineRule="exact"/>'
_QUOTE = '<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="480"/>'
_SIGNED = '<w:keepNext/><w:keepLines/><w:ind w:right="640" w:firstLineChars="0" w:firstLine="0"/>'
_STYLES = "".join(
    (
        f'{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_font("仿宋")}<w:sz w:val="32"/>',
        '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/>',
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>',
        f"<w:qFormat/><w:pPr>{_BODY}{_LEFT}</w:pPr></w:style>",
        _style("Title", "Title", "方正小标宋简体", 44, f"{_TITLE}{_FLUSH}{_CENTER}"),
        _style("Draft", "Draft", "楷体", 28, f'<w:spacing w:after="240"/>{_FLUSH}{_CENTER}'),
        _style("Addressee", "Addressee", "仿宋", 32, f"{_FLUSH}{_LEFT}"),
        _style("Heading1", "heading 1", "黑体", 32, '<w:keepNext/><w:outlineLvl w:val="0"/>'),
        _style("Quote", "Quote", "仿宋", 24, _QUOTE),
        _style("Reply", "Reply", "仿宋", 32, "<w:keepNext/><w:keepLines/>"),
        _style("Closing", "Closing", "仿宋", 32, f"{_SIGNED}{_RIGHT}"),
        _style("Head", "Table Head", "黑体", 24, f"<w:keepNext/>{_TIGHT}{_FLUSH}{_CENTER}"),
        _style("Cell", "Table Cell", "仿宋", 24, f"{_TIGHT}{_FLUSH}{_LEFT}"),
        _style("Gap", "Gap", "仿宋", 12, f'<w:spacing w:line="160" w:lineRule="exact"/>{_FLUSH}'),
        _style("Footer", "footer", "宋体", 28, f'<w:spacing w:line="240" w:lineRule="auto"/>{_FLUSH}{_CENTER}'),
        "</w:styles>",
    )
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("left", 80), ("right", 80)))
TABLE = (
    f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_EDGES}</w:tblBorders>'
    f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>'
)
"""The properties of a table: as wide as the text, with borders."""

DOCUMENT = (
    f'{_XML}<w:document {_W} xmlns:r="{_OFFICE}"><w:body>{{body}}<w:sectPr>'
    '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
"""The text's own part, with a blank for its paragraphs: A4, margins of GB/T 9704."""

_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_DASH = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'

PARTS: Mapping[str, str] = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in _TYPES)
        + "</Types>"
    ),
    "_rels/.rels": _relations(
        _relation(1, f"{_OFFICE}/officeDocument", "word/document.xml"),
        _relation(2, f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/_rels/document.xml.rels": _relations(
        _relation(1, f"{_OFFICE}/styles", "styles.xml"),
        _relation(2, f"{_OFFICE}/fontTable", "fontTable.xml"),
        _relation(3, f"{_OFFICE}/footer", "footer1.xml"),
        _relation(4, f"{_OFFICE}/settings", "settings.xml"),
    ),
    "word/styles.xml": _STYLES,
    "word/fontTable.xml": (
        f"{_XML}<w:fonts {_W}>"
        + "".join(
            f'<w:font w:name="{font}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
            '<w:family w:val="auto"/></w:font>'
            for font, other in _FONTS
        )
        + "</w:fonts>"
    ),
    "word/footer1.xml": (
        f'{_XML}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{_DASH.format('— ')}{_PAGE}{_DASH.format(' —')}</w:p></w:ftr>"
    ),
    "word/settings.xml": (
        f'{_XML}<w:settings {_W}><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    ),
}
"""Path inside the file → content, for all that is the same in every letter."""
