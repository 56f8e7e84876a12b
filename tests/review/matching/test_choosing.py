"""validator.review.matching.choosing: which of several files counts, and what came of a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.filing import filed, read_by_machine
from validator.model.review import Filed
from validator.model.roster import Unit
from validator.review.matching.choosing import chosen, standing
from validator.review.matching.versions import version_of


def current(*files: Filed) -> tuple[str, str]:
    """Return the path of the file that counts, and why."""
    found = [f for f in chosen(files) if f.role == "current"]
    assert len(found) == 1
    return found[0].submission.assessment.path, found[0].why.zh


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("报告（草稿）.docx", "报告.docx"),
        ("报告初稿.docx", "报告.docx"),
        ("报告（征求意见稿）.docx", "报告修改.docx"),
        ("报告.docx", "报告（修改）.docx"),
        ("报告.docx", "报告v2.docx"),
        ("报告v2.docx", "报告v10.docx"),
        ("报告.docx", "报告(2).docx"),
        ("报告（1）.docx", "报告（2）.docx"),
        ("报告修改.docx", "报告修改2.docx"),
        ("报告第二稿.docx", "报告第三稿.docx"),
        ("报告第三稿.docx", "报告（定稿）.docx"),
        ("报告修改9.docx", "报告终稿.docx"),
        ("报告定稿.docx", "报告定稿（修改）.docx"),
        ("报告（未定稿）.docx", "报告.docx"),
        ("报告定稿征求意见稿.docx", "报告.docx"),
        ("报告.docx", "报告（盖章）.pdf"),
        ("草稿/报告.docx", "定稿/报告.docx"),
        ("报告第一稿.docx", "报告二稿.docx"),
        ("报告Draft.docx", "报告Final.docx"),
    ],
)
def test_newer_by_its_name(older: str, newer: str) -> None:
    assert version_of(older)[:2] < version_of(newer)[:2]
    path, why = current(filed(newer, modified=0), filed(older, modified=9e9, issued_on="2026-03-01"))
    assert path == newer
    assert "文件名写着" in why


@pytest.mark.parametrize(
    ("unit", "older", "newer", "says"),
    [
        ("县发展和改革局", ("县发改局法治报告.txt", "2026-01-10"), ("法治报告20260225.txt", "2026-02-25"), "成文日期2026-02-25最晚。"),
        ("县城市更新局", ("城市更新局报告.txt", "2026-01-01"), ("报送法治报告.txt", "2026-02-01"), "成文日期2026-02-01最晚。"),
        ("县民政局", ("县民政局（未修改）.txt", "2026-01-10"), ("县民政局报告.txt", "2026-02-20"), "写着“未修改”。"),
        ("县民政局", ("县民政局（未修改）.txt", "2026-02-20"), ("县民政局报告.txt", "2026-01-10"), "更晚，请核对"),
        ("县水利局", ("县水利局修改前.txt", "2026-02-01"), ("县水利局定.txt", "2026-02-20"), "写着“修改前”"),
        ("县审计局", ("县审计局盖章.txt", "2026-01-01"), ("县审计局更正重报.txt", "2026-02-20"), "写着“重报”。"),
        ("县审计局", ("县审计局盖章.txt", "2026-02-20"), ("县审计局更正.txt", "2026-01-01"), "更晚，请核对"),
        ("县教育局", ("县教育局最终版修改.txt", "2026-02-01"), ("县教育局打死不改版.txt", "2026-02-03"), "写着“最终”，请核对"),
        ("县林业局", ("县林业局报告(1).txt", "2026-01-01"), ("县林业局报告.txt", "2026-02-01"), "请核对"),
        ("县统计局", ("县统计局终稿.txt", "2026-01-01"), ("县统计局0220.txt", "2026-02-20"), "写着“终稿”，请核对"),
        ("县水利局", ("报告修改1.txt", "2026-02-20"), ("报告修改2.txt", "2026-01-10"), "写着“修改2”"),
        ("县水利局", ("报告v2.txt", "2026-02-20"), ("报告v3.txt", "2026-01-10"), "写着“v3”"),
        ("县水利局", ("报告修改.txt", "2026-02-20"), ("报告.txt", "2026-02-21"), "写着“修改”，请核对"),
        ("县水利局", ("报告初稿.txt", "2026-02-21"), ("报告修改.txt", "2026-02-20"), "写着“初稿”"),
        ("县水利局", ("报告.txt", "2036-02-21"), ("报告修改.txt", "2026-02-20"), "写着“修改”"),
    ],
)  # fmt: skip
def test_words_and_dates(unit: str, older: tuple[str, str], newer: tuple[str, str], says: str) -> None:
    files = [filed(path, unit, issued_on=day, signed=f"云川{unit}") for path, day in (older, newer)]
    for given_in in (files, files[::-1]):
        path, why = current(*given_in)
        assert path == newer[0]
        assert says in why


def test_date_of_issue_before_time_of_the_file() -> None:
    path, why = current(filed("a.docx", issued_on="2026-02-20"), filed("b.docx", issued_on="2026-02-18", modified=9e9))
    assert path == "a.docx"
    assert why == "署名“云川县司法局”。共2份，算这一份：成文日期2026-02-20最晚。"


def test_time_of_the_file_alone_is_told() -> None:
    path, why = current(filed("a.docx", modified=1000), filed("b.docx", modified=900))
    assert path == "a.docx"
    assert "只能按文件的修改时间分先后，请核对" in why


def test_times_within_a_minute_say_nothing() -> None:
    path, why = current(filed("a.docx", modified=1000), filed("b.docx", modified=950))
    assert path == "b.docx"
    assert "看不出哪份新" in why


def test_same_words_in_two_formats() -> None:
    files = [filed(path, digest="x", modified=i) for i, path in enumerate(["a.docx", "a.pdf", "b.pdf"])]
    found = chosen([files[2], files[1], files[0]])
    assert [f.role for f in found] == ["same", "same", "current"]
    assert "文字一样" in found[2].why.zh and found[0].why.zh == "文字和“a.docx”一样，算那一份。"
    scanned = read_by_machine(files[1])
    assert [f.role for f in chosen([scanned, files[2]])] == ["same", "current"]


def test_stamped_copy_of_the_newest_counts_as_its_text() -> None:
    final = [filed("报告.docx", digest="x"), filed("报告盖章.pdf", digest="x"), filed("报告修改.docx", digest="y")]
    assert [f.role for f in chosen(final)] == ["current", "same", "older"]
    assert chosen(final)[2].why.zh == "另有“报告.docx”更新（文件名写着“盖章”），算那一份。"


def test_a_draft_does_not_count_for_the_final_version_with_its_words() -> None:
    names = ("报告初稿.docx", "报告修改稿0211.docx", "报告定稿.docx")
    files = [filed(name, digest=digest) for name, digest in zip(names, "xyx", strict=True)]
    found = chosen(files)
    assert [f.role for f in found] == ["same", "older", "current"]
    assert found[0].why.zh == "文字和“报告定稿.docx”一样，算那一份。"
    assert current(filed("报告初稿.docx", digest="x"), filed("报告定稿.pdf", digest="x"))[0] == "报告定稿.pdf"
    assert current(filed("报告.docx", digest="x"), filed("报告定稿.docx", digest="x"))[0] == "报告定稿.docx"


def older(*files: Filed) -> list[str]:
    """Return why each file that does not count does not."""
    return [f.why.zh for f in chosen(files) if f.role == "older"]


def test_each_older_file_says_why_from_its_own_side() -> None:
    draft, mended, final = filed("报告（初稿）.docx"), filed("报告（修改稿）.docx"), filed("报告（定稿）盖章.docx")
    assert older(draft, mended) == ["文件名写着“初稿”，“报告（修改稿）.docx”更新，算那一份。"]
    assert older(draft, mended, final) == [
        "文件名写着“初稿”，“报告（定稿）盖章.docx”更新，算那一份。",
        "另有“报告（定稿）盖章.docx”更新（文件名写着“盖章”），算那一份。",
    ]
    assert not any("别的文件" in why or "另一份" in why for why in older(draft, mended, final))


def test_a_draft_that_is_dated_later_says_so_itself() -> None:
    files = filed("报告（未修改）.txt", issued_on="2026-02-20"), filed("报告.txt", issued_on="2026-01-10")
    assert older(*files) == ["文件名写着“未修改”，算“报告.txt”那一份；但这一份成文日期2026-02-20更晚，请核对。"]
    assert current(*files)[1].endswith("别的文件名写着“未修改”，但“报告（未修改）.txt”成文日期2026-02-20更晚，请核对。")


def test_two_drafts_and_files_without_an_order() -> None:
    drafts = filed("报告第一稿.docx", issued_on="2026-01-05"), filed("报告初稿.docx", issued_on="2026-01-10")
    assert older(*drafts) == ["另有“报告初稿.docx”更新（成文日期2026-01-10最晚），算那一份。"]
    assert older(filed("a.docx"), filed("b.docx")) == ["看不出和“b.docx”哪份新，先取了那一份，请核对。"]


def test_files_without_digest_are_not_the_same() -> None:
    blank = [f._replace(submission=f.submission._replace(digest="")) for f in (filed("a.docx"), filed("b.docx"))]
    assert sorted(f.role for f in chosen(blank)) == ["current", "older"]


def test_others_stay_as_they_are() -> None:
    files = [
        filed("a.docx"), filed("b.docx", "水利局"), filed("c.docx", role="other_year"), filed("d.docx", None, "doubtful"),
        filed("e.docx", None, "stray"), filed("f.docx", role="unreadable"),
    ]  # fmt: skip
    assert chosen(files) == tuple(files)


NAMES = st.lists(st.sampled_from(["草稿", "", "修改", "定稿", "v3", "(2)", "终稿修改2"]), min_size=1, max_size=6)


@given(NAMES, st.randoms())
def test_order_of_the_files_does_not_matter(words: list[str], random: object) -> None:
    files = [filed(f"{i}报告{word}.docx", modified=i * 37.0) for i, word in enumerate(words)]
    shuffled = list(files)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert current(*files)[0] == current(*shuffled)[0]
    again = chosen(chosen(files))
    assert [f.role for f in again] == [f.role for f in chosen(files)]


@pytest.mark.parametrize(
    ("roles", "exempt", "found"),
    [
        (["current", "older"], "", "submitted"),
        (["current"], "今年新设", "submitted"),
        (["doubtful", "other_year"], "", "doubtful"),
        (["other_year"], "", "other_year"),
        (["other_kind", "other_year"], "", "other_year"),
        (["other_kind"], "", "other_kind"),
        (["unreadable", "other_year"], "", "unreadable"),
        ([], "", "missing"),
        ([], "今年新设", "exempt"),
        (["other_year"], "今年新设", "exempt"),
        (["stray"], "", "missing"),
    ],
)
def test_standing(roles: list[str], exempt: str, found: str) -> None:
    files = [filed(f"{i}.docx", role=role) for i, role in enumerate(roles)]
    assert standing(Unit("司法局", exempt=exempt), files) == found
