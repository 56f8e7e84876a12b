"""The part above the body: title over one to three lines, addressee, document number, covering letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from validator.dates import find_dates, years_in
from validator.model.outline import HeaderField, Paragraph, Title
from validator.outline.chrome import NUMBER_KEYS, TITLE_KEYS, chrome_ahead, is_chrome, is_header_line
from validator.outline.headings import is_plain_heading
from validator.outline.names import ANY_NAME, column_before, names_in, names_in_title
from validator.outline.paragraphs import paragraph
from validator.patterns import compiled
from validator.text import Span

_KINDS = "报告|总结|汇报|综述|通知|函|方案|要点|解读|意见|计划|公告|公示|通报|讲话|致辞|办法|规定|决定|批复|提纲|清单|目录|白皮书|摘要|说明|反馈|材料|专栏|述评|纪实|侧记|掠影|巡礼|观察|特写|扫描"
_TITLE = compiled(rf"[^。；！？]*(?:{_KINDS})(?:（[^（）]{{1,40}}）|【[^】]{{1,20}}】|[*★》])*")
_NOTE = compiled(r"\s*(?:（[^（）]*(?:字体|小标宋|黑体|仿宋|宋体|楷体|标题|居中|号)[^（）]*）|[*★])+$")
_BARE = compiled(r"[^。；！？：]*(?:法治|依法|法制|年度)[^。；！？：]*(?:情况|工作|建设|打算|安排|计划|思路)")
_MIDDLE = compiled(r"(?:关于|的?(?:工作)?情况|的|报告|工作报告|年度报告|总结|\d{4}年|法治|依法|推进|（\d{4})")
_UPPER_LINE = compiled("关于|法治|依法|法制|推进|建设|工作|年度|(?:19|20)\\d\\d|二[〇○零O0]")
_REMAINDER = compiled(r"(?!.*(?:关于|(?:19|20)\d\d|法治|依法)).{0,20}(?:通知|函|解读|方案|意见|报告)$")
_YEAR_BELOW = compiled(r"（(?:19|20)\d\d\s*年?度?）")
_NOT_TITLE = compiled(r"附件|抄送|现将|相关|上一|下一|特此|为|根据|按照|签发|索引")
_PROSE = compiled("[。；]|如下：?$|，.*，")
_NOW_REPORTED = compiled(
    r"(?:现|特|谨|按|根据)[^。]*(?:如下|报告)[：。]?$|(?:20\d\d年度?(?:，|以来|来)|一年来|过去一年|近年来).*。$"
)
_PROSE_LENGTH = 40
_FUSED_TITLE = compiled(
    r"[^。；：！？\n]{0,50}?(?:法治|依法行政|法制|信息公开)[^。；：！？，\n]{0,24}?(?:的?报告|总结)(?![》”，。、的和中制起工编]|制度|工作)(?=\s*\S)"
)
_ADDRESSEE = compiled(r"[^。；！？：]{2,80}：")
_ADDRESSEE_WORD = compiled("委|政府|局|办|厅|人大|主任|委员|代表|院|领导小组|中心|处|署")
_NOT_ADDRESSEE = compiled("如下|现将|方面|工作|情况是|问题|主要|包括|联系|电话|日期|来源|发布|时间|时候|附件")
_NUMBER = compiled(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{0,12}\s*[〔\[【（［][ ]*(?:19|20)\d\d[ ]*[〕\]】）］][ ]*第?\d{1,4}[ ]*号)"
)
_ADDRESSEE_OR_BRACKET = compiled(r"[：:）)]$")
_DATE_AT_END = compiled(r"\d日$")
_LIST_CAPTION = compiled(
    r"(?:相关|推荐|热门|热点|最新|延伸)(?:阅读|文章|新闻|信息|推荐|内容|链接|稿件|报道|文档|文件)：?"
)
_PARTY = compiled("中共|共产党|党委|党组|工委|工作委员会")
_MAX_TITLE = 90
_MAX_TITLE_LINES = 4
_MOST_LINES_ABOVE = 100  # of a page's menus, above a report that is one line


def split_fused_title(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Cut the title off a line that goes on with the body (a page saved as one line)."""
    for i, p in enumerate(paragraphs[:_MOST_LINES_ABOVE]):
        if len(p.text) < _MAX_TITLE or p.text.count("。") < 1:
            continue
        m = _FUSED_TITLE.match(p.text)
        if not m or re.search("现将|根据|按照", m[0]):
            return paragraphs
        parts = [paragraph(p.start, m[0].rstrip(), p.level), *_after_title(p, m.end())]
        return [*paragraphs[:i], *parts, *paragraphs[i + 1 :]]
    return paragraphs


def _after_title(p: Paragraph, offset: int) -> list[Paragraph]:
    rest = p.text[offset:].lstrip()
    start, cut = p.end - len(rest), chrome_ahead(rest)
    page = [paragraph(start, rest[:cut].rstrip())] if cut else []
    remainder = paragraph(start + cut, rest[cut:])
    return [*page, *(split_addressee(remainder) or [remainder])]


def split_addressee(p: Paragraph) -> list[Paragraph]:
    """Cut the addressee off a line that goes on with the body; return nothing if there is none."""
    m = _ADDRESSEE.match(p.text)
    if not m or not 0 < len(m[0]) <= 30 or len(p.text) - len(m[0]) < _PROSE_LENGTH:
        return []
    if not _ADDRESSEE_WORD.search(m[0]) or _NOT_ADDRESSEE.search(m[0]) or "，" in m[0]:
        return []
    return [paragraph(p.start, m[0]), paragraph(p.start + m.end(), p.text[m.end() :])]


def is_prose(p: Paragraph) -> bool:
    """Tell whether a line is body text."""
    long = len(p.text) >= _PROSE_LENGTH and bool(_PROSE.search(p.text))
    return (long or bool(_NOW_REPORTED.match(p.text))) and not is_chrome(p) and not is_header_line(p.text)


def body_index(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the first body line: a numbered heading or prose; after a covering letter its attachment."""
    heading = next((i for i, p in enumerate(paragraphs) if _is_body_heading(p)), len(paragraphs))
    prose = next((i for i, p in enumerate(paragraphs) if is_prose(p)), len(paragraphs))
    if prose < heading:
        attached = _attached_title(paragraphs, prose, heading)
        if attached:
            return attached + 1
    return _with_headings_above(paragraphs, min(heading, prose))


def _with_headings_above(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Return the index of the first unnumbered heading between the title and the line *first*."""
    below = {p.level for p in paragraphs[first:]} - {0}  # a title has a level of its own, or stands above
    untitled = -1 if below and any(p.level for p in paragraphs[:first]) else first
    title = next((i for i in range(first - 1, -1, -1) if is_title(paragraphs[i])), untitled)
    # Those of the title, or of the name of the site above it, do not tell how the body's headings are set.
    stated = any(p.level for p in paragraphs[title + 1 : first])
    while first - 1 > title and _may_head_the_body(paragraphs[first - 1], stated, below):
        first -= 1
    return first


def _may_head_the_body(p: Paragraph, stated: bool, below: Set[int]) -> bool:
    text = p.text
    if is_chrome(p) or is_header_line(text) or _NUMBER.search(text) or _DATE_AT_END.search(text):
        return False
    if stated:
        return (p.level > 1 or p.level in below) and not _ADDRESSEE_OR_BRACKET.search(text)
    return is_plain_heading(text) and not names_in(text) and "  " not in text


def _is_body_heading(p: Paragraph) -> bool:
    if p.marker is None:
        return False
    return p.marker.family in ("part", "cn", "cnp") or (p.marker.family == "num" and p.marker.number == 1)


def _attached_title(paragraphs: Sequence[Paragraph], prose: int, heading: int) -> int | None:
    """Return the index of the title of a report that follows its covering letter."""
    attachment = next(
        (i for i in range(prose, min(heading, prose + 20)) if paragraphs[i].text.startswith("附件")), None
    )
    if attachment is None:
        return None
    titles = [i for i in range(attachment, heading) if is_title(paragraphs[i])]
    return titles[-1] if titles else None


def is_title(p: Paragraph) -> bool:
    """Tell whether a line can be the last line of an official document's title."""
    text = p.text
    if (
        len(text) > _MAX_TITLE
        or text.count(" | ") > 1
        or is_chrome(p)
        or is_header_line(text)
        or _NOT_TITLE.match(text)
    ):
        return False
    return bool(_TITLE.fullmatch(_NOTE.sub("", text))) and text.count("，") <= 2


def title_of(front: Sequence[Paragraph], header: Sequence[HeaderField]) -> Title | None:
    """Return the title: the best candidate above the body, else the one in the header table."""
    candidates = _whole([_joined(front, i) for i, p in enumerate(front) if is_title(p)])
    in_header = _titles_in(header, TITLE_KEYS[:-1])
    if not candidates:
        # Without one of the usual last words: a line that names the year and the matter.
        bare = [i for i, p in enumerate(front) if _BARE.fullmatch(p.text) and years_in(p.text) and not is_chrome(p)]
        candidates = [_joined(front, i) for i in bare if not is_header_line(front[i].text)]
    titled = [t for t in (*candidates, *in_header) if len(t.text) >= 4]
    titled = titled or _titles_in(header, TITLE_KEYS[-1:])  # a page's meta tag, which nobody sees
    if len(titled) <= 1:
        return titled[0] if titled else None
    best = max(reversed(titled), key=lambda t: _rank(t, front))  # of equal ones the last: above it may stand a list
    return next(t for t in titled if t.text == best.text)


def _titles_in(header: Sequence[HeaderField], keys: Sequence[str]) -> list[Title]:
    found = [(f, column_before(f.value)) for f in header if f.key in keys]
    return [Title(f.value[n:], (f.value[n:],), ((f.span[0] + n, f.span[1]),), True) for f, n in found]


def _whole(titles: list[Title]) -> list[Title]:
    """Leave out what is only the upper part of a longer title."""
    return [t for t in titles if not any(t is not o and set(t.spans) < set(o.spans) for o in titles)]


def _rank(title: Title, front: Sequence[Paragraph]) -> tuple[int, bool, bool]:
    """Prefer a report's own title to a letter's, a complete one to its repetition without the unit.

    What begins a list of other articles has the worse chances. Of equals a heading is better, a header table worse.
    """
    text = title.text
    report = any(word in text[-12:] for word in ("报告", "总结", "汇报"))
    named = bool(names_in_title(title.lines))
    rank = 4 * report + 2 * named + bool(years_in(text)) + (not title.from_header)
    if title.from_header:
        return rank, False, False
    i = bisect_left(front, title.spans[0][0], key=lambda p: p.start)
    listed = i > 0 and bool(_LIST_CAPTION.fullmatch(front[i - 1].text))
    return rank - 3 * listed, any(p.level for p in front[i : i + len(title.spans)]), True


def _joined(front: Sequence[Paragraph], last: int) -> Title:
    """Join the lines of a title upwards from its last line."""
    first = last
    while first > 0 and last - first + 1 < _MAX_TITLE_LINES and _continues(front, first, last):
        first -= 1
    end = last + 1
    if end < len(front) and _YEAR_BELOW.fullmatch(front[end].text):
        end += 1
    lines = [_NOTE.sub("", p.text).rstrip() for p in front[first:end]]
    starts = [p.start for p in front[first:end]]
    column = column_before(lines[0])
    lines[0], starts[0] = lines[0][column:], starts[0] + column
    spans = tuple((start, start + len(text)) for start, text in zip(starts, lines, strict=True))
    return Title("".join(lines), tuple(lines), spans)


def _continues(front: Sequence[Paragraph], first: int, last: int) -> bool:
    """Tell whether the line above *first* belongs to the same title."""
    above, text = front[first - 1].text, front[first].text
    above = above[column_before(above) :]
    if len(above) > 50 or is_chrome(front[first - 1]) or is_header_line(above) or _NUMBER.search(above):
        return False
    if any(d.wholeness == "complete" for d in find_dates(above)):  # the closing of a letter above
        return False
    if is_title(front[first - 1]):  # 关于……年度报告 / 编制报送工作的通知: the lower line cannot stand alone
        return bool(_REMAINDER.match(text)) and first == last
    if any(c in above for c in "。；：！？，【】|") or _NOT_TITLE.match(above):
        return False
    if names_in(above):
        # Above a title that names its unit stands another one only if the two report jointly; else it is the site's.
        return above not in text and (bool(_PARTY.search(above)) or not names_in_title((text,)))
    if last - first > 1 or ANY_NAME.fullmatch(text) or "签发" in above:
        return False
    return bool(_MIDDLE.match(text) and _UPPER_LINE.search(above))


def addressee_of(front: Sequence[Paragraph]) -> tuple[str, Span] | None:
    """Return who the report is addressed to, without the colon."""
    for p in reversed(front):
        if len(p.text) <= 90 and _ADDRESSEE.fullmatch(p.text) and not is_header_line(p.text) and not is_chrome(p):
            name = p.text[:-1].strip()
            if _ADDRESSEE_WORD.search(name) and not _NOT_ADDRESSEE.search(name):
                return name, (p.start, p.start + len(name))
    return None


def number_of(front: Sequence[Paragraph], header: Sequence[HeaderField]) -> tuple[str, Span] | None:
    """Return the document number, as printed above the title or in the header table."""
    for field in header:
        if field.key in NUMBER_KEYS and "号" in field.value:
            return field.value, field.span
    for p in front:
        m = _NUMBER.search(p.text) if "号" in p.text and len(p.text) <= 80 else None
        if m and not is_prose(p):
            return m[1], (p.start + m.start(1), p.start + m.end(1))
    return None
