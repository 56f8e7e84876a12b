"""Outline → Facts: unit and its kind, year reported on, dates, number, addressee."""

from __future__ import annotations

import re
from datetime import date

from validator.dates import find_dates, years_in
from validator.model.outline import Closing, Facts, HeaderField, Origin, Outline
from validator.outline.chrome import ISSUED_KEYS, PUBLISHED_KEYS
from validator.outline.names import JOINT_SHORT, names_in_title
from validator.patterns import compiled
from validator.text import Span

_REPORTED = compiled(
    r"(?:现|特)?将[^。]{0,20}?((?:19|20)\d\d)\s*年|((?:19|20)\d\d)\s*年度?[^。，]{0,24}(?:情况|工作)[^。，]{0,12}报告"
)
_BEFORE_YEAR = 1
_PLAN = compiled("打算|安排|计划|思路|下一|下步|明年|来年|重点|展望|任务|目标|方向|要求|怎么干|设想")

_NO_OFFICE = "".join(f"(?<!{matter})" for matter in ("监督", "监管", "资产", "城市", "公积金", "交通", "水务"))
"""What stands before 管理委员会 where that manages a matter and no zone."""

UNIT_TYPES: tuple[tuple[str, str], ...] = (
    ("街道|街道办事处|街道办", "street"),
    (rf"开发区.*|.*{_NO_OFFICE}(?:管委会|管理委员会)|示范区|高新区|园区|保税区|风景区.*", "zone"),
    ("(?:民族)?乡|(?:民族)?乡人民政府|乡政府|苏木.*", "township"),
    ("镇|镇人民政府|镇政府", "town"),
    ("省|省人民政府|自治区|自治区人民政府|(?:北京|上海|天津|重庆)市(?:人民政府)?", "province"),
    ("市|市人民政府|市政府|自治州.*|盟.*", "city"),
    ("县|县人民政府|县政府|自治县.*|旗.*|区|区人民政府|区政府", "county"),
    (
        "局|厅|委|委员会|办|办公室|院|署|中心|支队|大队|总队|所|站|处|党组|社|会|公司|集团|部|馆|党校|领导小组|海关|监狱|气象台|妇联|工商联|残联",
        "department",
    ),
)
"""Endings of a unit's name → its kind, the first that fits."""

_TYPE_PATTERNS = tuple((compiled(rf".*(?:{ending})"), kind) for ending, kind in UNIT_TYPES)
_SECOND_SIGN = compiled(r"（[^（）]+）$")
_PARTY = compiled(r"(?:中国共产党|中共).*(?:委员会|委|工委)")


def facts_of(outline: Outline) -> Facts:
    """Return what the report says about itself, in Simplified characters, and where it says it."""
    spans: list[tuple[str, Span]] = []
    titled = names_in_title(outline.title.lines) if outline.title else ()
    units = _units(outline, titled, spans)
    year = _report_year(outline, spans)
    issued, source = _issued(outline, spans)
    published = _dated_field(outline.header, PUBLISHED_KEYS, spans, "published_on")
    for name, found in (("addressee", outline.addressee), ("document_number", outline.document_number)):
        if found:
            spans.append((name, found[1]))
    return Facts(
        title=" ".join(outline.title.text.split()) if outline.title else None,
        title_unit=" ".join(titled) or None,
        unit=" ".join(units) or None,
        unit_type=unit_type(units),
        report_year=year or _year_before(issued or _earliest_reading(outline)) or _year_before_plan(outline),
        issued_on=issued.isoformat() if issued else None,
        issued_from=source,
        published_on=published.isoformat() if published else None,
        document_number=outline.document_number[0] if outline.document_number else None,
        addressee=outline.addressee[0] if outline.addressee else None,
        spans=tuple(spans),
    )


def unit_type(units: tuple[str, ...]) -> str | None:
    """Return the kind of the unit: township, town, street, department, county, city, province, zone, party_joint."""
    if not units:
        return None
    if (len(units) > 1 and _PARTY.fullmatch(units[0])) or JOINT_SHORT.fullmatch(units[-1]):
        return "party_joint"
    name = _SECOND_SIGN.sub("", units[-1])
    return next((kind for pattern, kind in _TYPE_PATTERNS if pattern.fullmatch(name)), None)


def _units(outline: Outline, titled: tuple[str, ...], spans: list[tuple[str, Span]]) -> tuple[str, ...]:
    """Choose the fullest form printed as signature or title; a page's 发布机构 is often somebody else."""
    signature = outline.closing.signature or outline.letter.signature
    signed = signature.names if signature else ()
    if signature and sum(map(len, signed)) >= sum(map(len, titled)):
        spans += [("unit", span) for span in signature.spans]
        return signed
    if titled and outline.title:
        spans.append(("unit", outline.title.spans[0]))
    return titled


def _report_year(outline: Outline, spans: list[tuple[str, Span]]) -> int | None:
    """Return the year reported on: the title's, else the one that the first sentences or headings name."""
    if outline.title and (found := _years(outline.title.text)):
        spans.append(("report_year", outline.title.spans[-1]))
        return found[0]
    text = outline.shadow.text
    for start, end in outline.lead[:3]:
        lead = text[start:end]
        m = _REPORTED.search(lead)
        if m:
            spans.append(("report_year", (start + m.start(), start + m.end())))
            return int(m[1] or m[2])
    for start, end in outline.lead[:3]:
        years = years_in(text[start : min(end, start + 12)])
        if years:
            spans.append(("report_year", (start, min(end, start + 12))))
            return years[0][0]
    dated = [(years_in(s.heading), s) for s in outline.sections if s.level == 1]
    for years, section in dated:
        if years and not _PLAN.search(section.heading):
            spans.append(("report_year", (section.heading_start, section.heading_end)))
            return years[0][0]
    return None


def _year_before_plan(outline: Outline) -> int | None:
    """Return the year before the one that the heading of the plan names."""
    planned = [years_in(s.heading) for s in outline.sections if s.level == 1 and _PLAN.search(s.heading)]
    return next((years[0][0] - _BEFORE_YEAR for years in planned if years), None)


def _years(title: str) -> list[int]:
    """Return the years of a title; there the sign 年 may be missing."""
    named = [year for year, _ in years_in(title)]
    return named or [int(m) for m in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", title)]


def _issued(outline: Outline, spans: list[tuple[str, Span]]) -> tuple[date | None, Origin | None]:
    """Return the date of issue and where it stands; a damaged closing date needs one reading or a second date."""
    header_spans: list[tuple[str, Span]] = []
    header = _dated_field(outline.header, ISSUED_KEYS, header_spans, "issued_on")
    places: tuple[tuple[Origin, Closing], ...] = (("closing", outline.closing), ("letter", outline.letter))
    for source, closing in places:
        value = _closing_date(closing, header)
        if value:
            spans.append(("issued_on", closing.dates[-1].span))
            return value, source
        if source == "closing" and header:
            spans += header_spans
            return header, "header"
    return None, None


def _closing_date(closing: Closing, header: date | None) -> date | None:
    if not closing.dates:
        return None
    found = closing.dates[-1]
    if found.value:
        return found.value
    if header and header in found.readings:
        return header
    return found.readings[0] if len(found.readings) == 1 else None


def _earliest_reading(outline: Outline) -> date | None:
    """Return the first reading of a damaged closing date; all of them are of one year."""
    dates = outline.closing.dates[-1:]
    return dates[0].readings[0] if dates and dates[0].readings else None


def _dated_field(
    header: tuple[HeaderField, ...], keys: tuple[str, ...], spans: list[tuple[str, Span]], name: str
) -> date | None:
    for key in keys:
        for field in header:
            dates = find_dates(field.value) if field.key == key else []
            if dates and dates[0].value:
                spans.append((name, field.span))
                return dates[0].value
    return None


def _year_before(issued: date | None) -> int | None:
    return issued.year - _BEFORE_YEAR if issued else None
