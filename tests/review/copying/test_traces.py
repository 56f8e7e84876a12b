import pytest

from tests.review.texts import text
from validator.model.result import Evidence
from validator.model.review import Passage
from validator.model.roster import Roster, Unit
from validator.review.copying.traces import names_of, traced

ROSTER = Roster(
    "",
    (
        Unit("云川县青禾镇人民政府", "town"),
        Unit("云川县白石镇人民政府", "town", aliases=("白石",), former=("白石乡人民政府",)),
        Unit("云川县司法局", "department"),
    ),
)
NAMES = names_of(ROSTER)
WARM = "开设“白石法律夜校”12期"
GREEN, WHITE, JUSTICE = (u.name for u in ROSTER.units)


def found(here: str, there: str, owners: tuple[str, str] = (GREEN, WHITE), years: tuple[int, int] = (2025, 2025)):
    kinds = {GREEN: "town", WHITE: "town", JUSTICE: "department"}
    a, b = (text(o, [], y, kinds[o]) for o, y in zip(owners, years, strict=True))
    passage = traced(Passage(Evidence(1, 1, 1, 1, here), Evidence(1, 1, 1, 1, there), 90), a, b, NAMES)
    return [(t.kind, t.words) for t in passage.traces]


def test_names_are_short_and_of_all_years() -> None:
    assert "白石镇" in NAMES[WHITE] and "白石乡" in NAMES[WHITE] and "司法局" in NAMES[JUSTICE]
    assert "白石" not in NAMES[WHITE]  # two characters may mean anything


def test_the_name_of_the_other_unit_is_a_trace() -> None:
    assert found("白石镇全年调解纠纷", "白石镇全年调解纠纷") == [("other_unit", "白石镇")]
    assert found("原白石乡的站所", "原白石乡的站所") == [("other_unit", "白石乡")]
    assert found("青禾镇全年调解纠纷", "白石镇全年调解纠纷") == []


def test_joint_work_is_no_trace() -> None:
    joint = "与白石镇、青禾镇三地签订联防联调协议。"
    assert found(joint, joint) == []
    assert found(joint + "白石镇全年调解纠纷。", joint) == [("other_unit", "白石镇")]


def test_a_department_may_be_named_by_anybody() -> None:
    owners = (GREEN, JUSTICE)
    assert found("会同县司法局开展检查", "会同镇里开展检查", owners) == []
    assert found("县司法局全年开展检查", "县司法局全年开展检查", owners) == [("other_unit", "司法局")]


def test_a_bureau_may_name_the_towns_in_which_it_works() -> None:
    assert found("在白石镇河湾村演练", "在白石镇河湾村演练", (JUSTICE, WHITE)) == []


def named_after(words: str, elsewhere: str = "", third: str = "", owners: tuple[str, str] = (GREEN, WHITE)):
    kinds = {GREEN: "town", WHITE: "town", JUSTICE: "department"}
    here, there = (text(o, [words, *more], kind=kinds[o]) for o, more in zip(owners, ([elsewhere], []), strict=True))
    quoted = Evidence(1, 1, 1, 1, words)
    texts = [here, there, text("柳堰乡", [third], kind="township")]
    return [t.words for t in traced(Passage(quoted, quoted, 100), here, there, NAMES, texts).traces]


def test_what_the_other_town_has_named_after_itself_is_a_trace() -> None:
    assert named_after(WARM) == ["白石法律夜校"]
    assert named_after(WARM, third="与白石镇联合执法") == ["白石法律夜校"]
    assert named_after(WARM + "，白石镇居民960人参加") == ["白石镇"]  # its whole name says more


@pytest.mark.parametrize(
    ("words", "elsewhere", "third"),
    [
        ("整治白石水库沿线", "", ""),
        ("开设白石法律夜校12期", "", ""),
        ("学习“白石经验”", "", ""),
        ("打造“白石公园法治角”", "", ""),
        ("宣传《白石保护条例》", "", ""),
        (WARM, "巡查白石水库", ""),
        (WARM, "与白石镇联合执法", ""),
        (WARM, "", "参加“白石法律夜校”"),
        (WARM, "", "整治白石水库沿线"),
    ],
)
def test_a_bare_name_that_may_mean_something_else_is_none(words: str, elsewhere: str, third: str) -> None:
    assert named_after(words, elsewhere, third) == []


def test_a_bare_name_says_nothing_of_departments_and_of_names_that_share_it() -> None:
    assert named_after(WARM, owners=(JUSTICE, WHITE)) == []
    shared = names_of(Roster("", (*ROSTER.units, Unit("白石经济开发区", "zone"))))
    a, b = text(GREEN, [WARM]), text(WHITE, [WARM])
    quoted = Evidence(1, 1, 1, 1, WARM)
    assert traced(Passage(quoted, quoted, 100), a, b, shared, [a, b]).traces == ()
    last = text(GREEN, ["白石水库"], 2024)
    assert traced(Passage(quoted, quoted, 100), a, b, NAMES, [a, b, last]).traces == ()


def test_words_for_another_kind_of_unit_are_a_trace() -> None:
    assert found("我局修订制度", "我局修订制度", (GREEN, JUSTICE)) == [("other_kind", "我局")]
    assert found("我镇修订制度", "我局修订制度", (GREEN, JUSTICE)) == []
    assert found("我镇修订制度", "我镇修订制度") == []
    assert found("服务全局工作", "服务全局工作", (GREEN, JUSTICE)) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2024年开展检查", True),
        ("较2024年增长", False),
        ("2024—2025年", False),
        ("2023—2024年", False),
        ("云政发〔2024〕3号", False),
        ("自2024年以来", False),
        ("2025年开展检查", False),
        ("落实2024年全县法治建设工作会议部署", False),
        ("2024年省级督察反馈的问题", False),
        ("巩固2024年创建成果", False),
        ("制度健全，2024年共回访百人", True),
        ("2024年10月设立办公室", False),
    ],
)
def test_last_year_is_a_trace_of_last_year_s_report(words: str, told: bool) -> None:
    assert found(words, words, (GREEN, GREEN), (2025, 2024)) == ([("last_year", "2024年")] if told else [])
