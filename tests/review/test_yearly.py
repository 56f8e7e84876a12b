import pytest

from tests.review.texts import filed, read
from tests.support import REPORT, report
from validator.pipeline import load_pack
from validator.review.yearly import announced, repeated, weights_of, year_before

PLAN = "每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。"
TASKS = "一是组建食品安全巡查队伍。二是为每个村聘请一名法律顾问。三是建成镇级矛盾纠纷调处中心。"
THEN = REPORT.replace(PLAN, TASKS)
NOW = (
    REPORT.replace("2025年", "2026年")
    .replace("2024年", "2025年")
    .replace("没有发生越级上访", "聘请法律顾问，实现每个村一名，没有发生越级上访")
)
PACKS = {"fazhi-zhengfu": load_pack()}


def test_a_task_whose_words_stand_in_this_year_s_text_is_taken_up() -> None:
    told = announced(read(NOW), read(THEN), {})
    assert [(t.task.text[:5], t.outcome) for t in told] == [
        ("一是组建食", "no_trace"),
        ("二是为每个", "taken_up"),
        ("三是建成镇", "no_trace"),
    ]
    assert told[1].echo and "聘请法律顾问，实现每个村一名" in told[1].echo.text
    assert told[1].share == pytest.approx(0.7, abs=0.3) and told[0].echo is None


def test_announcing_it_again_is_not_taking_it_up() -> None:
    again = NOW.replace(PLAN, "组建食品安全巡查队伍，覆盖全部村。")
    assert announced(read(again), read(THEN), {})[0].outcome == "no_trace"


def test_a_shortcoming_in_the_same_words_is_repeated() -> None:
    found = repeated(read(NOW), read(THEN))
    assert [r.here.text[:6] for r in found] == ["案卷质量不高", "普法形式单一"]
    assert all(r.alike >= 95 for r in found)


def test_a_shortcoming_in_other_words_is_not_repeated() -> None:
    other = NOW.replace("普法形式单一。全年12场宣讲有9场集中在镇区。", "执法装备老旧。记录仪中有三成超过使用年限。")
    assert [r.here.text[:6] for r in repeated(read(other), read(THEN))] == ["案卷质量不高"]


def test_other_figures_are_news() -> None:
    other = NOW.replace("12场宣讲有9场", "12场宣讲有3场")
    assert [r.here.text[:6] for r in repeated(read(other), read(THEN))] == ["案卷质量不高"]


def test_figures_in_chinese_numerals_are_figures() -> None:
    lack = "普法形式单一。全县仍有{}座桥梁没有警示标志，占到全部桥梁的{}成。"
    then, now = (text.replace("普法形式单一。全年12场宣讲有9场集中在镇区。", lack) for text in (THEN, NOW))
    same = repeated(read(now.format("二十", "六")), read(then.format("二十", "六")))
    assert [r.here.text[:6] for r in same] == ["案卷质量不高", "普法形式单一"]
    for other in (("六", "六"), ("二十", "四")):
        found = repeated(read(now.format(*other)), read(then.format("二十", "六")))
        assert [r.here.text[:6] for r in found] == ["案卷质量不高"]


def test_a_task_is_taken_up_by_a_numbered_sentence_too() -> None:
    now = NOW.replace("（二）化解矛盾纠纷。", "（二）组建食品安全巡查队伍，覆盖全部村。\n（三）化解矛盾纠纷。")
    assert announced(read(now), read(THEN), {})[0].outcome == "taken_up"


def test_what_only_says_what_all_say_is_no_task() -> None:
    slogan = "一是深入学习贯彻习近平法治思想，把学习成果转化为工作实效。"
    told = announced(read(NOW), read(THEN.replace("一是组建食品安全巡查队伍。", slogan)), {})
    assert [t.task.text[:3] for t in told] == ["二是为", "三是建"]


TOLD = (
    "（三）规范审批。制定《青禾镇宅基地审批细则》，受理申请40件。\n（四）便民服务中心推行“周六不打烊”，受理事项70件。\n"
)


@pytest.mark.parametrize(
    "task", ["制定青禾镇宅基地审批细则", "出台《青禾镇宅基地审批细则》", "推行便民服务中心周六不打烊"]
)
def test_tasks_are_looked_for_in_headings_and_in_names_of_papers(task: str) -> None:
    now = NOW.replace("二、存在的不足", TOLD + "二、存在的不足")
    assert TOLD in now
    told = announced(read(now), read(THEN.replace("组建食品安全巡查队伍", task)), {})
    assert (len(told), told[0].outcome) == (3, "taken_up")
    assert told[0].echo and told[0].echo.text.count("\n") == 0


def test_what_is_announced_below_a_heading_is_not_done() -> None:
    again = NOW.replace(PLAN, "（一）组建队伍。组建食品安全巡查队伍，覆盖全部村。\n（二）培训。年内组织执法培训4期。")
    assert announced(read(again), read(THEN), {})[0].outcome == "no_trace"


def test_gained_and_lost_elements_are_told() -> None:
    then, now = read(report("causes")), read(report("first"))
    found = year_before(now, filed(then), PACKS, {}, 0.4)
    assert found.gained == ("causes",) and found.lost == ("first-responsible-person",)
    assert found.copied == 0.4


def test_common_words_weigh_less_once_there_are_reports_to_learn_from() -> None:
    assert weights_of([read(REPORT)] * 3) == {}
    many = [read(REPORT.replace("案卷评查", f"案卷评{chr(0x4E00 + i)}")) for i in range(30)]
    weights = weights_of(many)
    assert weights["调解"] < 0.2 < weights["评\u4e00"]
