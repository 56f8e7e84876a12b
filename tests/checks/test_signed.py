"""validator.checks.signed: signature and date, and where they stand."""

from __future__ import annotations

from tests.support import REPORT, ask, quoted, report

LETTER = (
    "关于报送2024年度法治政府建设情况报告的函\n云川县人民政府：\n"
    "现将我局2024年度法治政府建设情况报告报上，请审阅。\n云川县水利局\n2025年2月8日\n"
    "云川县水利局2024年度法治政府建设情况报告\n一、成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"
)


def test_signature_behind_the_body() -> None:
    answer = ask(REPORT, "signature", "closing")
    assert answer.holds is True
    assert quoted(REPORT, answer) == ["云川县青禾镇人民政府"]
    assert ask(REPORT, "signature", "letter").holds is False


def test_signature_of_a_letter() -> None:
    assert ask(LETTER, "signature", "closing").holds is False
    assert ask(LETTER, "signature", "letter").holds is True


def test_no_signature() -> None:
    assert ask(report("signature"), "signature", "closing").holds is False


def test_date_behind_the_body() -> None:
    answer = ask(REPORT, "date", "closing")
    assert answer.holds is True
    assert quoted(REPORT, answer) == ["2025年2月18日"]


def test_date_of_a_letter() -> None:
    assert ask(LETTER, "date", "closing").holds is False
    assert ask(LETTER, "date", "letter").holds is True


def test_damaged_date_is_one_that_is_not_whole() -> None:
    text = REPORT.replace("2025年2月18日", "2025218日")
    assert ask(text, "date", "closing").holds is False
    answer = ask(text, "date", "closing", whole=False)
    assert answer.holds is True
    assert answer.values["found"].zh == "“2025218日”"
    assert answer.values["read"].zh == "按 2025-02-18 理解"


def test_ambiguous_date_is_told_as_such() -> None:
    answer = ask(REPORT.replace("2025年2月18日", "2025111日"), "date", "closing", whole=False)
    assert answer.values["read"].zh == "无法确定是哪一天"


def test_date_in_the_header_only() -> None:
    text = "成文日期：2025-02-08\n" + report("date")
    answer = ask(text, "date", "header")
    assert answer.holds is True
    assert quoted(text, answer) == ["2025-02-08"]
    assert ask(report("date"), "date", "header").holds is False


def test_all_bodies_of_a_joint_signature_are_one_piece_of_evidence() -> None:
    joint = REPORT.replace("\n云川县青禾镇人民政府\n2025", "\n中共云川县青禾镇委员会\n云川县青禾镇人民政府\n2025")
    assert quoted(joint, ask(joint, "signature", "closing")) == ["中共云川县青禾镇委员会\n云川县青禾镇人民政府"]
    listed = joint.replace("委员会\n云川县", "委员会、云川县")
    assert quoted(listed, ask(listed, "signature", "closing")) == ["中共云川县青禾镇委员会、云川县青禾镇人民政府"]


def test_bodies_that_stand_apart_are_two_pieces() -> None:
    apart = REPORT.replace(
        "\n云川县青禾镇人民政府\n2025", "\n中共云川县青禾镇委员会\n（盖章）\n云川县青禾镇人民政府\n2025"
    )
    assert quoted(apart, ask(apart, "signature", "closing")) == ["中共云川县青禾镇委员会", "云川县青禾镇人民政府"]
