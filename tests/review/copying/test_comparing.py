import pytest

from tests.review.texts import reworded, sentence, text
from validator.review.copying import compared
from validator.review.copying.candidates import MOST_PAIRED


def own(i: int, count: int = 20) -> list[str]:
    return [sentence(1000 * i + k) for k in range(count)]


def others(count: int, start: int = 10) -> list:
    return [text(f"单位{i}", own(i)) for i in range(start, start + count)]


def test_unrelated_reports_have_nothing_in_common() -> None:
    found = compared(others(40), 2025, {})
    assert (found.pairs, found.clusters, found.common, found.copied) == ((), (), (), {})


def test_a_copied_report_is_found_with_its_share() -> None:
    texts = [*others(8), text("甲", own(1)), text("乙", [*own(1)[:10], *own(2)[:10]], issued_on="2026-02-03")]
    pair = compared(texts, 2025, {}).pairs[0]
    assert (pair.here, pair.there, pair.there_year) == ("甲", "乙", 2025)
    assert pair.share_here == pytest.approx(0.5, abs=0.02) and pair.share_there == pytest.approx(0.5, abs=0.02)
    assert [p.alike for p in pair.passages] == [100]
    assert pair.passages[0].here.text == "\n".join(own(1)[:10])
    assert pair.earlier is None


def test_a_tenth_of_the_words_changed_all_over_is_still_a_copy() -> None:
    changed = [reworded(s, 0.1, i) for i, s in enumerate(own(1))]
    texts = [*others(8), text("甲", own(1), issued_on="2026-02-01"), text("乙", changed, issued_on="2026-01-05")]
    found = compared(texts, 2025, {})
    assert len(found.pairs) == 1 and found.pairs[0].share_here >= 0.95
    assert found.copied["甲"] >= 0.95 and found.copied["乙"] >= 0.95
    assert found.pairs[0].earlier == "there"


@pytest.mark.parametrize(
    ("issued", "received", "year", "earlier"),
    [
        (("2026-02-20", "2026-02-20"), ("2026-02-28", "2026-02-20"), 2025, "there"),
        ((None, "2026-02-20"), ("2026-02-20", "2026-02-28"), 2025, "here"),
        (("2026-02-19", "2026-02-20"), ("2026-02-28", "2026-02-20"), 2025, "here"),
        (("2026-02-20", "2026-02-20"), ("2026-02-20", None), 2025, None),
        (("2026-02-20", "2026-02-20"), ("2026-02-20", "2026-02-20"), 2025, None),
        ((None, None), ("2026-02-20", "2026-02-21"), 2024, None),
    ],
)
def test_of_one_date_the_one_that_came_first_is_earlier(
    issued: tuple[str | None, ...], received: tuple[str | None, ...], year: int, earlier: str | None
) -> None:
    here, there = text("甲", own(1), issued_on=issued[0]), text("乙", own(1), year=year, issued_on=issued[1])
    texts = [*others(8), here._replace(received=received[0]), there._replace(received=received[1])]
    (pair,) = compared(texts, 2025, {}).pairs
    assert (pair.here, pair.there, pair.earlier) == ("甲", "乙", earlier)


def test_what_most_of_the_folder_has_is_nobody_s() -> None:
    shared = [sentence(1), sentence(2)]
    texts = [text(f"单位{i}", [*own(i), *shared]) for i in range(10, 20)]
    assert compared(texts, 2025, {}).pairs == ()


def test_what_many_have_is_told_once_and_makes_no_pairs() -> None:
    shared = [sentence(1), sentence(2)]
    count = MOST_PAIRED + 1
    texts = [text(f"单位{i}", [*own(i), *(shared if i < 10 + count else [])]) for i in range(10, 50)]
    found = compared(texts, 2025, {})
    assert found.pairs == ()
    assert [len(c.members) for c in found.common] == [count]
    assert sentence(1)[10:50] in found.common[0].passage.text


def test_what_is_like_the_office_s_template_is_nobody_s() -> None:
    model = [sentence(1), sentence(2)]
    nearly = [s[:10] + "有关" + s[12:] for s in model]
    texts = [*others(8), text("甲", [*own(1), *nearly]), text("乙", [*own(2), *nearly])]
    assert len(compared(texts, 2025, {}).pairs) == 1
    assert compared(texts, 2025, {}, [text("范本", model).submission.stream]).pairs == ()


def test_a_short_common_sentence_makes_no_pair() -> None:
    texts = [*others(8), text("甲", [*own(1), sentence(1)]), text("乙", [*own(2), sentence(1)])]
    assert compared(texts, 2025, {}).pairs == ()


def test_last_year_s_reports_are_compared_but_not_with_each_other() -> None:
    texts = [
        *others(8),
        text("甲", [*own(1)[:12], *own(2)[:8]]),
        text("甲", own(1), 2024),
        text("乙", own(3), 2025),
        text("丙", own(3), 2024),
        text("丁", own(3), 2024),
    ]
    found = compared(texts, 2025, {})
    assert {(p.here, p.there, p.there_year) for p in found.pairs} == {
        ("甲", "甲", 2024),
        ("乙", "丙", 2024),
        ("乙", "丁", 2024),
    }
    assert found.kept == {"甲": pytest.approx(0.6, abs=0.02)}
    assert set(found.copied) == {"乙"}


def test_three_who_share_a_text_are_a_cluster() -> None:
    texts = [*others(8), *(text(name, own(1)) for name in "甲乙丙")]
    found = compared(texts, 2025, {})
    assert len(found.pairs) == 3 and [set(c.members) for c in found.clusters] == [{"甲", "乙", "丙"}]


def test_where_all_say_the_same_it_says_less() -> None:
    shared = [sentence(1), sentence(2)]
    for formal, pairs in ((0, 1), (2, 0)):
        texts = [
            *others(8),
            text("甲", [*shared, *own(1)], formal=formal),
            text("乙", [*shared, *own(2)], formal=formal),
        ]
        assert len(compared(texts, 2025, {}).pairs) == pairs


def test_a_sentence_in_front_another_order_and_other_stops_hide_nothing() -> None:
    copied = own(1, 4)
    for changed in (
        [sentence(9, 12), *copied],
        copied[1:],
        [copied[1], copied[0], copied[3], copied[2]],
        [copied[0][:-1] + "，" + copied[1][:-1] + "，" + copied[2]],
        [half for s in copied for half in (s[:25], s[25:])],
    ):
        texts = [*others(8), text("甲", [*copied, *own(2)]), text("乙", [*own(3), *changed])]
        assert len(compared(texts, 2025, {}).pairs) == 1, changed


def test_what_a_few_have_is_told_when_it_makes_no_pairs() -> None:
    for count in (4, 8, 12):
        shared = [sentence(1), sentence(2), sentence(3, 30)]
        texts = [text(f"单位{i}", [*own(i), *(shared if i < 10 + count else [])]) for i in range(10, 50)]
        found = compared(texts, 2025, {})
        told = {len(c.members) for c in found.common} | (
            {count} if len(found.pairs) == count * (count - 1) // 2 else set()
        )
        assert told == {count}, count


def test_reports_that_are_the_same_are_copies_however_many_they_are() -> None:
    for count in (11, 15, 20):
        texts = [text(f"单位{i}", own(1) if i < 10 + count else own(i)) for i in range(10, 30)]
        found = compared(texts, 2025, {})
        assert found.pairs or [len(c.members) for c in found.common] == [count]


def test_only_what_says_something_is_shown_as_copied() -> None:
    weak = reworded(sentence(5), 0.25, 3)
    here = [*own(1)[:6], *own(2), sentence(5)]
    there = [*own(1)[:6], *own(3), weak]
    pair = compared([*others(8), text("甲", here), text("乙", there)], 2025, {}).pairs[0]
    assert [p.here.text for p in pair.passages] == ["\n".join(own(1)[:6])]


def joint(sentences: list[str], year: int = 2025) -> list:
    one = text("甲", sentences, year)
    return [one, one._replace(owner="乙")]


def test_a_joint_report_is_no_copy_of_itself() -> None:
    found = compared([*others(8), *joint(own(1))], 2025, {})
    assert (found.pairs, found.clusters, found.common, found.copied) == ((), (), (), {})


def test_who_copied_a_joint_report_is_told_with_each_of_its_units() -> None:
    found = compared([*others(8), *joint(own(1)), text("丙", own(1))], 2025, {})
    assert [(p.here, p.there) for p in found.pairs] == [("乙", "丙"), ("甲", "丙")]
    assert set(found.copied) == {"甲", "乙", "丙"} and found.common == ()
    assert found.clusters == ()  # two reports


def test_what_the_units_of_a_joint_report_wrote_last_year_is_their_own() -> None:
    last = [text("甲", own(2), 2024), text("乙", own(1), 2024)]
    found = compared([*others(8), *joint(own(1)), *last], 2025, {})
    assert [(p.here, p.there, p.there_year) for p in found.pairs] == [("乙", "乙", 2024)]
    assert found.copied == {} and set(found.kept) == {"乙"}
    again = compared([*others(8), *joint(own(1)), *joint(own(1), 2024)], 2025, {})
    assert set(again.kept) == {"甲", "乙"} and again.copied == {}
