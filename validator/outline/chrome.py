"""What a web page puts around a report: links, buttons, page numbers, and the table above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from validator.dates import find_dates
from validator.model.outline import HeaderField, Paragraph
from validator.patterns import compiled
from validator.text import Span, has_any

_CHROME_WORDS = (
    "首页", "当前位置", "您的位置", "所在位置", "法定主动公开内容", "信息公开目录", "无障碍", "长者", "适老", "扫一扫", "手机打开", "手机上查看", "打印", "关闭窗口",
    "关闭本页", "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关附件", "相关文档", "相关文件", "相关阅读", "友情链接", "版权所有",
    "版权声明", "主办单位", "主办：", "承办单位", "承办：", "技术支持", "网站标识码", "标识码", "ICP备", "公网安备", "网站地图", "联系我们",
    "关于我们", "浏览次数", "浏览量", "访问量", "点击量：", "点击数", "阅读次数", "字体", "字号", "分享到", "分享：", "【大", "[大",
    "今天是", "返回顶部", "回到顶部", "建议使用", "分辨率", "微信公众号", "智能问答", "便民地图", "政策问答", "数据中心", "新媒体矩阵",
    "我要纠错", "责任编辑", "设为首页", "加入收藏", "收藏本页", "登录", "注册", "搜索", "繁体", "导出", "下载文档", "访问统计", "网民留言",
)  # fmt: skip
# Names of columns in a site's menu; some end like titles.
_COLUMNS = frozenset((
    "专题专栏", "热点专题", "专题集锦", "政策解读", "政策文件解读", "解读回应", "回应关切", "文件解读", "图文解读", "通知公告", "公示公告", "公告公示", "公告栏",
    "意见征集", "征集公告", "规划计划", "计划规划", "财政报告", "统计公报", "数据公报", "审计公告", "采购公告", "招标公告", "人事公告", "领导讲话", "信息公开指南",
    "信息公开年报", "政府信息公开年报", "信息公开制度", "政策法规", "新闻发布会", "政务要闻", "栏目导航", "网站导航", "相关文章", "相关信息", "相关新闻", "相关推荐",
    "相关内容", "推荐阅读", "热门推荐", "热点推荐", "热门文章", "最新文章",
))  # fmt: skip
_CRUMBS = compiled(r"[>＞»›]|^(?:当前位置|您所在|您现在|您当前|位置：)")
_SITE = compiled(r"[\u4e00-\u9fff·]{2,24}(?:门户网|政府网|政务网|信息网|信息公开网|政务服务网|官网|网站|公开专栏)")
_PAGE_NUMBER = compiled(r"[-—–－ ]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－ ]*|第\s*\d+\s*页\s*[，/]?\s*共\s*\d+\s*页")
_SIGNS = frozenset("-—–－ 0123456789第|: \t_=*─")  # with which page numbers and rules begin
_MAX_CHROME = 160
_RULE = compiled(r"[-|: \t_=*—─]+")

_DAY = r"[\[（(【]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）】]?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
_LABEL = "(?:发布时间|发布日期|来源|作者|浏览次数|阅读次数|分享到|字体)[：:]"
# A value ends where a blank, the next label or the year of the first sentence stands: blanks may have been lost.
_BESIDE_TITLE = (
    rf"(?:{_DAY}|{_LABEL}\s*(?:{_DAY}|[^\s。，]{{0,30}}?(?=\s|{_LABEL}|(?:19|20)\d\d|$))|[【\[]字体[^】\]]*[】\]])"
)
_TAIL = compiled(rf"(?<=报告|总结)\s*(?:{_BESIDE_TITLE}\s*)+$")
_AHEAD = compiled(rf"(?={_LABEL}|{_DAY}\s*{_LABEL})(?:{_BESIDE_TITLE}\s*)+(?=\S)")

ISSUED_KEYS = ("成文日期", "成文时间", "公文生成日期", "生成日期", "发文日期", "制发日期", "印发日期", "签发日期")
DATELINE = "日期行"
"""Stands for the key of a date that has none: the one in a page's own line (2025-04-28 10:02  来源：…)."""
PUBLISHED_KEYS = (
    "发布日期", "发布时间", "发布于", "发表日期", "发表时间", "发表于", "发文时间", "公开日期", "公开时间", "公布日期", "公布时间", "上网日期",
    "信息日期", "信息时间", "日期", "时间", DATELINE, "网页发布日期", "更新日期", "更新时间",
)  # fmt: skip
NUMBER_KEYS = ("发文字号", "文号", "文件编号", "发文文号", "文件字号")
TITLE_KEYS = ("标题", "名称", "信息名称", "文件名称", "文件标题", "信息标题", "网页标题")
_OTHER_KEYS = (
    "索引号", "信息索引号", "信息索引", "主题分类", "主题词", "体裁分类", "体裁", "文件分类", "信息分类", "组配分类", "发布机构", "发文机关",
    "发文机构", "发布单位", "公开主体", "公开责任部门", "所属机构", "信息来源", "文章来源", "来源", "作者", "责任部门", "责任单位", "有效性",
    "效力状态", "时效性", "生效日期", "实施日期", "废止日期", "失效日期", "公开方式", "公开范围", "公开类别", "公开形式", "公开时限", "关键词", "关键字", "分类", "浏览次数",
    "阅读次数", "阅读", "点击", "点击数", "浏览", "字体", "字号", "信息类别", "服务对象", "统一登记号", "发布人", "内容概述", "网页来源",
)  # fmt: skip
_KEYS = ISSUED_KEYS + PUBLISHED_KEYS + NUMBER_KEYS + TITLE_KEYS + _OTHER_KEYS
_KEY_PATTERN = "|".join(r"\s{0,4}".join(key) for key in sorted({*_KEYS} - {DATELINE}, key=lambda k: (-len(k), k)))
# A key is set apart on both sides: [ key ] value, key： value, | key | value |, or a line of its own.
_FIELD = compiled(
    rf"(?:^|(?<=[\[【|\s　；，\d]))\s*(?P<key>{_KEY_PATTERN})\s*(?P<sep>[\]】]\s*[：|]?|[：|]|(?=\s)|(?<=于)(?=\d)|$)"
)
_CELL_BORDER = compiled(r"\||\s{4,}")
_JUNK = " \t\u3000\u00a0|[]【】：;；"
_DATE_KEYS = ("日期", "时间", "于")  # how the keys of dates end
_DATED = compiled(
    r"(?P<date>(?<!\d)(?:19|20)\d\d(?:(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日))"
)
_TIMED = compiled(rf"{_DATED.pattern}[\sT]*\d{{1,2}}：\d\d")
_BESIDE = compiled("来源|作者|编辑|供稿|撰稿|发布人|发布者|浏览|阅读|点击|访问|字体|字号|打印|收藏")
_OF_TODAY = compiled("星期|周[一二三四五六日天]|今天|现在|当前")
_PUBLISHED_BELOW = compiled(
    r"(?:^|[\s（(【\[|])(?:网页|信息|文章)?(?P<key>(?:发布|公开|公布|发表)(?:日期|时间)|发布于|发表于|上网日期)\s*[】\]]?\s*：?\s*(?=[12二]\S)"
)
_OTHER_ARTICLES = compiled("相关|推荐|热门|热点|延伸|[上下]一[篇条]")
_EMPTY_VALUES = frozenset({"", "无", "---", "—", "-", "暂无", "/"})


def is_chrome(p: Paragraph) -> bool:
    """Tell whether a line is part of the page and not of the report."""
    text = p.text
    if p.marker or len(text) > _MAX_CHROME:
        return False
    if "。" in text:
        return False
    if text[0] == "›":  # the reader's sign for an entry of a list of links
        return True
    if text[0] in _SIGNS and (_PAGE_NUMBER.fullmatch(text) or _RULE.fullmatch(text)):
        return True
    if text in _COLUMNS or (text[-1] in "网站栏" and _SITE.fullmatch(text)):
        return True
    return has_any(text, _CHROME_WORDS) or (len(text) < 80 and bool(_CRUMBS.search(text)))


def header_fields(paragraphs: Sequence[Paragraph]) -> list[HeaderField]:
    """Return the keys and values of the table above a report, whatever its layout."""
    fields: list[HeaderField] = []
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        fields += _fields_in(paragraph, following)
    known = [f.span for f in fields if f.key.endswith(_DATE_KEYS)]
    for paragraph in reversed(paragraphs):  # the line nearest to the body: above it may stand a list of articles
        if found := _dateline(paragraph.text):
            start, end = found[0] + paragraph.start, found[1] + paragraph.start
            if not any(a <= start < b for a, b in known):
                return [*fields, HeaderField(DATELINE, paragraph.text[found[0] : found[1]], (start, end))]
    return fields


def published_below(paragraphs: Sequence[Paragraph]) -> list[HeaderField]:
    """Return the date of publication from the lines below the signature, where it is labelled as that."""
    for p in paragraphs:
        if _OTHER_ARTICLES.search(p.text):  # their dates follow
            break
        m = _PUBLISHED_BELOW.search(p.text) if len(p.text) <= _MAX_CHROME else None
        dates = find_dates(p.text, m.end()) if m else []
        if m and dates and dates[0].span[0] == m.end():
            start, end = dates[0].span
            return [HeaderField(m["key"], p.text[start:end], (p.start + start, p.start + end))]
    return []


def tail_after_title(text: str) -> int | None:
    """Return where the page's own words begin behind a title on the same line, or nothing if it ends with the title."""
    m = _TAIL.search(text) if len(text) <= _MAX_CHROME else None
    return m.start() if m else None


def chrome_ahead(text: str) -> int:
    """Return how many characters of the page's own words stand before the body on the same line."""
    m = _AHEAD.match(text)
    return m.end() if m and m.end() <= _MAX_CHROME else 0


def is_header_line(text: str) -> bool:
    """Tell whether a line is a row of such a table: it begins with one of its keys, or is a page's dateline."""
    if len(text) > _MAX_CHROME * 2 or "。" in text[:-1]:
        return False
    return bool(_FIELD.match(text.lstrip("|[【( "))) or _dateline(text) is not None


def _dateline(text: str) -> Span | None:
    """Return where the date of publication stands in a page's own line: with a time of day, or beside its source."""
    if "。" in text or len(text) > _MAX_CHROME or not has_any(text, ("20", "19")):
        return None
    if "印发" in text or _OF_TODAY.search(text):
        return None
    m = _TIMED.search(text) or (_DATED.search(text) if _BESIDE.search(text) else None)
    return (m.start(), m.start() + len(m["date"])) if m else None


def _fields_in(paragraph: Paragraph, following: Paragraph | None) -> list[HeaderField]:
    text = paragraph.text
    marks = [m for m in _FIELD.finditer(text) if m["sep"] or m.end() == len(text) or m.start() == 0]
    found = []
    for m, after in zip_longest(marks, marks[1:]):
        end = after.start() if after else len(text)
        key = re.sub(r"\s", "", m["key"])
        raw = text[m.end() : end]
        value = _value(raw)
        start = paragraph.start + m.end() + raw.find(value) if value else paragraph.start + m.end()
        if not value and not after and following and not is_header_line(following.text) and len(following.text) < 100:
            value, start = following.text.strip(_JUNK), following.start
        if value not in _EMPTY_VALUES:
            found.append(HeaderField(key, value, (start, start + len(value))))
    return found


def _value(raw: str) -> str:
    cells = [cell.strip(_JUNK) for cell in _CELL_BORDER.split(raw)]
    return next((cell for cell in cells if cell), "")
