"""validator.review.matching.weighing: whose file it is, on what grounds, and that nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.review.filing import REFUSED, matched, roster, sent
from tests.support import seconds
from validator.model.result import Evidence, Result
from validator.model.review import Filed
from validator.model.roster import Unit
from validator.model.submission import Submission
from validator.review.matching.weighing import relative, report_year_of

UNITS = roster(
    "青禾镇", "城关镇", "柳堰乡", "城东街道", "司法局", "民政局", "财政局", "公安局", "水利局", "水利水电局", "发展和改革局",
    Unit("云川县审计局", former=("审计监督局",), files=("特别/*.docx", "来稿/17.docx", "扫描件")),
    Unit("云川县人民政府"),
)  # fmt: skip


def one(path: str, *args: Any, folder: str = "来", **more: Any) -> Filed:
    return matched([sent(path, *args, **more)], UNITS, 2025, folder)[0]


def claimed(filed: Filed) -> dict[str, list[str]]:
    return {claim.unit: [ground for ground, _ in claim.grounds] for claim in filed.claims}


@pytest.mark.parametrize(
    ("path", "signed", "titled", "unit", "grounds"),
    [
        ("来/1.docx", "云川县司法局", None, "司法局", ["signature"]),
        ("来/1.docx", None, "县司法局", "司法局", ["title"]),
        ("来/司法局.docx", None, None, "司法局", ["file_name"]),
        ("来/司法局/报告.docx", None, None, "司法局", ["file_name"]),
        ("来/乡镇.zip/柳堰乡/报告.docx", None, None, "柳堰乡", ["file_name"]),
        ("来/青禾镇.docx", "中共云川县青禾镇委员会 云川县青禾镇人民政府", "云川县青禾镇", "青禾镇", ["signature", "signature", "title", "file_name"]),
        ("来/云川县2025年.docx", "云川县司法局", None, "司法局", ["signature"]),
        ("来/1.docx", "审计监督局", None, "云川县审计局", ["signature"]),
        ("来/1.docx", "云川县青禾镇司法所", "青禾镇", "青禾镇", ["title"]),
        ("来/发改局报告.docx", "云川县发展和改革局", None, "发展和改革局", ["signature", "file_name"]),
        ("来/1.docx", "云川县人民政府", "云川县", "云川县人民政府", ["signature", "title"]),
        ("来/青和镇.docx", "云川县青禾镇人民政府", None, "青禾镇", ["signature"]),
    ],
)  # fmt: skip
def test_certain(path: str, signed: str | None, titled: str | None, unit: str, grounds: list[str]) -> None:
    filed = one(path, signed, titled)
    assert (filed.unit, filed.role) == (unit, "current")
    assert claimed(filed) == {unit: grounds}


@pytest.mark.parametrize(
    ("path", "signed", "titled", "units", "says"),
    [
        ("来/水利局.docx", "云川县司法局", None, {"司法局", "水利局"}, "署名“云川县司法局”，文件名却写“水利局”，对不上"),
        ("来/水利局/报告.docx", "云川县司法局", None, {"司法局", "水利局"}, "对不上"),
        ("来/1.docx", "云川县青和镇人民政府", None, {"青禾镇"}, "和青禾镇只差一个字"),
        ("来/1.docx", "邻水县青禾镇人民政府", None, {"青禾镇"}, "前面是“邻水县”"),
        ("来/青禾镇.docx", "邻水县青禾镇人民政府", None, {"青禾镇"}, "前面是“邻水县”"),
        ("来/老城关镇.docx", "云川县老城关镇人民政府", None, {"城关镇"}, "名册里没有"),
        ("来/公安局.docx", "云川县公安局刑警大队", None, {"公安局"}, "只是含有公安局的名字"),
        ("来/青禾镇.docx", "云川县白石乡人民政府", None, {"青禾镇"}, "署名“云川县白石乡人民政府”，名册里没有"),
        ("来/1.docx", "云川县司法局 云川县水利局", None, {"司法局", "水利局"}, "联名"),
        ("来/1.docx", "云川县司法局", "云川县", {"司法局", "云川县人民政府"}, "标题却写“云川县”"),
        ("来/邻水县青禾镇.pdf", None, None, {"青禾镇"}, "可能不是本地的青禾镇"),
    ],
)  # fmt: skip
def test_doubtful(path: str, signed: str | None, titled: str | None, units: set[str], says: str) -> None:
    filed = one(path, signed, titled)
    assert (filed.unit, filed.role) == (None, "doubtful")
    assert set(claimed(filed)) == units
    assert says in filed.why.zh and "请核对" in filed.why.zh
    assert filed.why.en


@pytest.mark.parametrize(
    ("path", "signed"),
    [
        ("来/1.docx", "云川县白石乡人民政府"),
        ("来/1.docx", None),
        ("来/云川县人民政府工作要求之民政.docx", "云川县统计局"),
        ("司法局/1.docx", None),
    ],
)
def test_of_no_unit(path: str, signed: str | None) -> None:
    filed = one(path, signed, folder="司法局" if path.startswith("司") else "来")
    if "人民政府" not in path:
        assert (filed.unit, filed.role, filed.claims) == (None, "stray", ())
    assert "民政局" not in claimed(filed)
    assert filed.why.zh.endswith("。")


@pytest.mark.parametrize("path", ["来/特别/1.docx", "来/来稿/17.docx", "来/扫描件/深/a.pdf"])
def test_the_roster_has_the_last_word(path: str) -> None:
    filed = one(path, "云川县司法局")
    assert filed.unit == "云川县审计局"
    assert claimed(filed) == {"云川县审计局": ["roster"]}


def test_a_joint_report_counts_for_each_unit_to_which_the_roster_gives_it() -> None:
    units = roster(Unit("司法局", files=("联合.docx",)), Unit("水利局", files=("联合.docx",)), "财政局")
    found = matched([sent("来/联合.docx", "云川县司法局 云川县水利局"), sent("来/财政局.docx")], units, 2025, "来")
    assert [(f.unit, f.role) for f in found] == [("司法局", "current"), ("水利局", "current"), ("财政局", "current")]
    assert found[0].submission is found[1].submission
    assert [claimed(f) for f in found[:2]] == [{"司法局": ["roster"]}, {"水利局": ["roster"]}]
    assert found[1].why.zh == "名册指定了这个文件（联合.docx），是和司法局的合报。"
    other = matched([sent("来/联合.docx", "司法局", None, 2023)], units, 2025, "来")
    assert [(f.unit, f.role) for f in other] == [("司法局", "other_year"), ("水利局", "other_year")]


def test_units_that_signed_together_are_told_how_to_say_so() -> None:
    filed = one("来/1.docx", "云川县司法局 云川县水利局")
    assert filed.role == "doubtful" and "把这个文件名写进每个单位的“文件”列" in filed.why.zh


def test_a_file_that_was_not_read_is_not_called_another_unit_s() -> None:
    filed = one("来/IMG_20260227_0915.jpg", None, None, None, "unreadable")
    assert (filed.role, filed.claims) == ("stray", ())
    assert filed.why.zh.startswith("从文件名看不出是哪个单位的，可能是某个单位的报告，请打开看。")


@pytest.mark.parametrize(
    ("signed", "titled", "path", "told"),
    [
        ("南桥县农业局", "南桥县农业局", "农业局.docx", True),
        ("南桥县农业局", None, "县农业农村局.docx", True),
        ("南桥县农业农村局", None, "农业局.docx", False),
        ("南桥县农业局", "南桥县农业农村局", "1.docx", False),
        (None, None, "农业局.docx", False),
        ("南桥县发展改革局", None, "1.docx", False),
        ("南桥县残联", None, "1.docx", False),
        ("南桥县人社局", None, "1.docx", False),
        ("南桥县教体局", None, "1.docx", False),
    ],
)
def test_a_signature_by_a_former_name_is_told(signed: str | None, titled: str | None, path: str, told: bool) -> None:
    names = ("发展和改革局", "残疾人联合会")
    more = (
        Unit("南桥县人力资源和社会保障局", aliases=("县人社局",)),
        Unit("南桥县教育局", former=("教体局",)),
        Unit("南桥县农业农村局"),
    )
    filed = matched([sent(path, signed, titled)], roster(*(f"南桥县{n}" for n in names), *more), 2025)[0]
    assert filed.unit and filed.role == "current"
    assert ("按简称或旧称认作南桥县农业农村局" in filed.why.zh) is told


def test_roster_that_gives_one_file_to_two() -> None:
    units = roster(Unit("司法局", files=("1.docx",)), Unit("水利局", files=("*.docx",)))
    filed = matched([sent("来/1.docx", "司法局")], units, 2025, "来")[0]
    assert filed.role == "doubtful" and set(claimed(filed)) == {"司法局", "水利局"}
    assert "请改名册" in filed.why.zh


@pytest.mark.parametrize(
    ("year", "status", "role", "says"),
    [
        (2025, "assessed", "current", "署名“云川县司法局”。"),
        (None, "assessed", "current", "署名“云川县司法局”。报告没写年度，按2025年度算。"),
        (2023, "assessed", "other_year", "署名“云川县司法局”。报告的是2023年度，不是2025年度。"),
        (2023, "not_this_report", "other_kind", "署名“云川县司法局”。这是一份通知。"),
        (None, "unreadable", "unreadable", "署名“云川县司法局”。这是一份通知。"),
    ],
)
def test_roles(year: int | None, status: Any, role: str, says: str) -> None:
    filed = one("来/1.docx", "云川县司法局", None, year, status)
    assert (filed.unit, filed.role, filed.why.zh) == ("司法局", role, says)


def test_of_a_notice_the_path_counts_more_than_its_title() -> None:
    filed = one("来/柳堰乡/1.docx", None, None, 2025, "not_this_report", title="关于学习青禾镇做法的通知")
    assert (filed.unit, filed.role) == ("柳堰乡", "other_kind")
    assert REFUSED.zh in filed.why.zh
    assert one("来/1.docx", None, None, 2025, "unreadable").role == "stray"


def test_folder_of_whoever_collected_the_files_says_nothing() -> None:
    sent_in = ("青禾镇", "柳堰乡", "城关镇")
    files = [sent(f"来/司法局汇总/{i}.docx", f"云川县{unit}人民政府") for i, unit in enumerate(sent_in)]
    filed = matched([*files, sent("来/司法局汇总/9.docx")], UNITS, 2025, "来")
    assert [f.unit for f in filed] == [*sent_in, None]
    assert filed[-1].role == "stray"


def test_county_that_does_not_report_itself_is_no_ground() -> None:
    units = roster("云川县司法局", "云川县水利局", "青禾镇")
    filed = matched([sent("a/司法局.docx", None, "云川县")], units, 2025, "a")[0]
    assert filed.unit == "云川县司法局"


def test_unit_taken_from_the_title_is_no_signature() -> None:
    spans = (("unit", (0, 30)), ("report_year", (0, 30)))
    filed = one("来/1.docx", "云川县司法局", "云川县司法局", spans=spans)
    assert claimed(filed) == {"司法局": ["title"]}
    spans = (("unit", (900, 906)), ("report_year", (0, 30)))
    filed = one("来/1.docx", "云川县司法局", "云川县司法局", spans=spans)
    assert claimed(filed) == {"司法局": ["signature", "title"]}


@pytest.mark.parametrize(
    ("path", "folder", "inside"),
    [
        ("来/a/b.docx", "来", "a/b.docx"),
        ("来/a/b.docx", "来/", "a/b.docx"),
        ("./来/a.docx", "来", "a.docx"),
        ("a.docx", ".", "a.docx"),
        ("a.docx", "", "a.docx"),
        ("别处/a.docx", "来", "别处/a.docx"),
        ("来件/a.docx", "来", "来件/a.docx"),
    ],
)
def test_relative(path: str, folder: str, inside: str) -> None:
    assert relative(path, folder) == inside


@pytest.mark.parametrize(
    ("years", "year"),
    [([2025, 2025, 2024], 2025), ([2024, 2025], 2025), ([2024, 2024, 2025, None], 2024), ([None], None), ([], None)],
)
def test_year_of_most_reports(years: list[int | None], year: int | None) -> None:
    assert report_year_of([sent("a.docx", year=y) for y in years]) == year


def test_notices_do_not_set_the_year() -> None:
    files = [sent("a.docx", year=2025), *(sent("b.docx", year=2026, status="not_this_report") for _ in range(3))]
    assert report_year_of(files) == 2025
    assert report_year_of(files[1:]) == 2026


def many(count: int) -> tuple[list[Submission], Any]:
    signs = "东西南北青白云龙虎山河湖林石柳桃梅兰竹菊松柏"
    names = [f"{a}{b}{c}镇" for a in signs for b in signs for c in signs[:12]][:count]
    files = [
        sent(f"来/{n[0]}错{n[2:]}.docx" if i % 5 == 0 else f"来/{n}.docx", f"云川县{n}人民政府" if i % 5 else None)
        for i, n in enumerate(names)
    ]
    return files, roster(*(f"云川县{n}人民政府" for n in names))


def test_time_grows_with_the_number_of_files_only() -> None:
    def needed(count: int) -> float:
        files, units = many(count)
        return seconds(lambda: matched(files, units, 2025, "来"))

    assert needed(2000) < 12 * max(needed(500), 0.05)


COUNTY = roster("云川县人民政府", "云川县青禾镇人民政府", "云川县财政局", "云川县残疾人联合会", "云川县卫生健康局")


def titled(author: str, path: str = "来/1.docx", **more: Any) -> Filed:
    title = f"{author}关于2025年度法治政府建设情况的报告"
    return matched([sent(path, title=title, **more)], COUNTY, 2025, "来")[0]


@pytest.mark.parametrize(
    ("author", "path", "unit", "role", "claims"),
    [
        ("云川县残联", "来/残联.docx", "云川县残疾人联合会", "current", {"云川县残疾人联合会"}),
        ("云川县气象台", "来/1.docx", None, "stray", set()),
        ("云川县第一中学", "来/云川县.docx", None, "doubtful", {"云川县人民政府"}),
        ("云川县气象台", "来/财政局.docx", None, "doubtful", {"云川县财政局"}),
        ("云川县青禾镇中学", "来/1.docx", None, "doubtful", {"云川县青禾镇人民政府"}),
        ("云川县青禾镇中学", "来/青禾镇.docx", None, "doubtful", {"云川县青禾镇人民政府"}),
        ("云川县财政局工会", "来/县财政局工会.docx", None, "doubtful", {"云川县财政局"}),
        ("云川县卫生健康委员会", "来/1.docx", None, "doubtful", {"云川县卫生健康局"}),
    ],
)
def test_bodies_that_the_roster_does_not_have(
    author: str, path: str, unit: str | None, role: str, claims: set[str]
) -> None:
    filed = titled(author, path)
    assert (filed.unit, filed.role) == (unit, role)
    assert set(claimed(filed)) == claims


def conflicting(outcome: Any = "fail", text: str = "2026年", **facts: Any) -> Filed:
    submission = sent("来/1.docx", "云川县财政局", "云川县财政局", 2024, title="财政局2024年度报告", **facts)
    evidence = Evidence(1, 1, 1, 2, text)
    result = Result("year-conflict", outcome, None, REFUSED, (evidence,))
    submission = submission._replace(assessment=submission.assessment._replace(results=(result,)))
    return matched([submission], COUNTY, 2025, "来")[0]


def test_title_with_last_years_year_is_a_slip_where_all_else_is_of_this_year() -> None:
    filed = conflicting(issued_on="2026-02-05")
    assert (filed.unit, filed.role) == ("云川县财政局", "current")
    assert filed.why.zh.endswith("标题写2024年度，正文和日期是2025年度的，请核对。")


@pytest.mark.parametrize(
    "filed",
    [
        conflicting(issued_on="2025-02-05"),
        conflicting(issued_on="2026-02-05", outcome="pass"),
        conflicting(issued_on="2026-02-05", text="2023年"),
        conflicting(),
    ],
)
def test_report_of_last_year_stays_one(filed: Filed) -> None:
    assert filed.role == "other_year"


def test_days_that_cannot_be_are_told() -> None:
    units = roster(Unit("云川县财政局", received="2036-03-05"))
    early = sent("来/1.docx", "云川县财政局", issued_on="2025-02-05")
    filed = matched([early], units, 2025, "来")[0]
    assert filed.role == "current"
    assert "成文日期2025-02-05，名册上的收到日期2036-03-05与2025年度报告对不上，没有采用，请核对。" in filed.why.zh


def test_a_day_of_receipt_before_the_report_was_written_is_told_and_counts() -> None:
    units = roster(Unit("云川县财政局", received="2026-01-28"))
    filed = matched([sent("来/1.docx", "云川县财政局", issued_on="2026-02-26")], units, 2025, "来")[0]
    assert filed.why.zh.endswith("名册上的收到日期2026-01-28早于成文日期2026-02-26，请核对。")
    last = matched([sent("来/1.docx", "云川县财政局", None, 2024, issued_on="2026-02-26")], units, 2025, "来")[0]
    assert last.role == "other_year" and "早于" not in last.why.zh


def test_a_joint_report_of_two_rows_is_not_one_s_alone_whatever_its_file_is_called() -> None:
    rows = roster("青山镇党委", "青山镇政府", "云川县司法局")
    for name in ("青山镇党委政府.txt", "青山镇.txt", "2.txt"):
        report = sent(name, signed="中共云川县青山镇委员会 云川县青山镇人民政府")
        found = matched([report], rows, 2025)[0]
        assert found.unit is None and {c.unit for c in found.claims} == {"青山镇党委", "青山镇政府"}, name
    alone = matched([sent("青山镇政府.txt", signed="云川县青山镇人民政府")], rows, 2025)[0]
    assert alone.unit == "青山镇政府"
