from tests.review.texts import read
from tests.support import REPORT, report


def items(words: str) -> tuple[list[str], list[str]]:
    found = read(words)
    return tuple([found.text[c.start : c.end] for c in part] for part in (found.plan, found.shortcomings))  # type: ignore[return-value]


def test_sub_headings_are_items_with_what_stands_below_them() -> None:
    _, lacks = items(REPORT)
    assert lacks[0].startswith("案卷质量不高。7个站所中有3个") and lacks[0].endswith("系统培训少。")
    assert lacks[1] == "普法形式单一。全年12场宣讲有9场集中在镇区。"


def test_sentences_are_items_where_nothing_is_listed() -> None:
    plan, _ = items(REPORT)
    assert plan == ["每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。"]


def test_a_list_in_a_paragraph_is_cut_at_its_marks() -> None:
    listed = "一是每季度开展一次案卷评查。二是年内组织执法培训4期；三是宣讲覆盖全部行政村。"
    plan, _ = items(REPORT.replace("每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。", listed))
    assert plan == ["一是每季度开展一次案卷评查。", "二是年内组织执法培训4期；", "三是宣讲覆盖全部行政村。"]


def test_one_heading_for_both_is_told_apart_where_the_plan_begins() -> None:
    fused = (
        "三、存在的不足和下一步打算\n全年12场宣讲有9场集中在镇区，普法形式单一。案卷质量不高，主要原因是系统培训少。\n"
        "下一步，我镇将每季度开展一次案卷评查。年内组织执法培训4期，宣讲覆盖全部行政村。\n"
    )
    words = report("shortcomings", "plan").replace(
        "\n\n云川县青禾镇人民政府\n2025", f"\n{fused}\n云川县青禾镇人民政府\n2025"
    )
    plan, lacks = items(words)
    assert lacks == ["全年12场宣讲有9场集中在镇区，普法形式单一。", "案卷质量不高，主要原因是系统培训少。"]
    assert plan == ["下一步，我镇将每季度开展一次案卷评查。", "年内组织执法培训4期，宣讲覆盖全部行政村。"]


def test_what_is_told_in_running_text_alone_is_taken_from_there() -> None:
    words = report("plan").replace(
        "\n\n云川县青禾镇人民政府\n2025", "\n下一步，我镇将把案卷评查扩大到全部站所。\n\n云川县青禾镇人民政府\n2025"
    )
    plan, _ = items(words)
    assert plan == ["下一步，我镇将把案卷评查扩大到全部站所"]
