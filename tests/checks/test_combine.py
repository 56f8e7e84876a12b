"""validator.checks.combine: all, any, not in three-valued logic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import SHORT, context, question, report, results
from validator.checks.context import Context
from validator.model.pack import Question

# A report that names its year but no date of issue: whether it was in time cannot be known.
CONTEXT: Context = context(SHORT + "一、成效\n检查46次。\n")
YES = question("text", ("成效",))
NO = question("text", ("没有的词",))
OPEN = question("deadline", "issued_on", "03-01")
LEAVES = st.sampled_from([YES, NO, OPEN])
QUESTIONS = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda p: question("all", tuple(p))),
        st.lists(parts, min_size=1, max_size=3).map(lambda p: question("any", tuple(p))),
        parts.map(lambda p: question("not", p)),
    ),
    max_leaves=6,
)


def holds(asked: Question) -> bool | None:
    found: bool | None = CONTEXT.ask(asked).holds
    return found


def all_(*parts: Question) -> Question:
    return question("all", parts)


def any_(*parts: Question) -> Question:
    return question("any", parts)


def not_(part: Question) -> Question:
    return question("not", part)


def test_the_three_answers() -> None:
    assert (holds(YES), holds(NO), holds(OPEN)) == (True, False, None)


@pytest.mark.parametrize("combine", [all_, any_])
@given(parts=st.lists(QUESTIONS, min_size=1, max_size=4), data=st.data())
def test_commutative(combine: object, parts: list[Question], data: st.DataObject) -> None:
    other = data.draw(st.permutations(parts))
    assert holds(combine(*parts)) is holds(combine(*other))  # type: ignore[operator]


@pytest.mark.parametrize("combine", [all_, any_])
@given(a=QUESTIONS, b=QUESTIONS, c=QUESTIONS)
def test_associative(combine: object, a: Question, b: Question, c: Question) -> None:
    left = holds(combine(combine(a, b), c))  # type: ignore[operator]
    assert left is holds(combine(a, combine(b, c))) is holds(combine(a, b, c))  # type: ignore[operator]


@pytest.mark.parametrize("combine", [all_, any_])
@given(a=QUESTIONS)
def test_idempotent(combine: object, a: Question) -> None:
    assert holds(combine(a, a)) is holds(combine(a)) is holds(a)  # type: ignore[operator]


@given(QUESTIONS)
def test_not_undoes_itself(a: Question) -> None:
    assert holds(not_(not_(a))) is holds(a)


@given(QUESTIONS, QUESTIONS)
def test_de_morgan(a: Question, b: Question) -> None:
    assert holds(not_(all_(a, b))) is holds(any_(not_(a), not_(b)))


@given(QUESTIONS, QUESTIONS, QUESTIONS)
def test_distributive(a: Question, b: Question, c: Question) -> None:
    assert holds(all_(a, any_(b, c))) is holds(any_(all_(a, b), all_(a, c)))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (all_(YES, OPEN), None),
        (all_(NO, OPEN), False),
        (any_(YES, OPEN), True),
        (any_(NO, OPEN), None),
        (not_(OPEN), None),
        (not_(YES), False),
    ],
)
def test_what_is_unknown(asked: Question, expected: bool | None) -> None:
    assert holds(asked) is expected


def test_evidence_is_that_of_the_deciding_parts() -> None:
    answer = CONTEXT.ask(any_(NO, YES))
    assert [CONTEXT.text[a:b] for a, b in answer.spans] == ["成效"]
    assert CONTEXT.ask(not_(YES)).spans == answer.spans
    assert answer.values["found"].zh == "“成效”"


def test_names_to_hide_come_through() -> None:
    found = context(SHORT + "一、成效\n化解信访人郑大成与邻居的纠纷。\n")
    asked = not_(all_(YES, question("personal_data", ("named_person",))))
    assert [found.text[a:b] for a, b in found.ask(asked).masks] == ["郑大成"]


RESIDUE = context(SHORT + "一、成效\n____户受益，损失XX万元。\n")
BLANKS, CROSSES = question("text", ("_+户",)), question("text", ("X+万元",))


def test_words_and_evidence_are_in_the_order_of_the_text() -> None:
    for parts in ((BLANKS, CROSSES), (CROSSES, BLANKS)):
        answer = RESIDUE.ask(question("any", parts, collect=True))
        assert [RESIDUE.text[a:b] for a, b in answer.spans] == ["____户", "XX万元"]
        assert answer.values["found"].zh == "“____户”、“XX万元”"


def test_words_are_those_of_the_parts_that_decide() -> None:
    answer = RESIDUE.ask(question("any", (CROSSES, question("text", ("户受益",), min_count=2)), collect=True))
    assert [RESIDUE.text[a:b] for a, b in answer.spans] == ["XX万元"]
    assert answer.values["found"].zh == "“XX万元”"


def test_of_other_words_those_of_the_first_place_are_told() -> None:
    found = context(SHORT + "一、成效\n检查46次。\n云川县青禾镇人民政府\n2025年2月8日\n")
    year, day = question("fact", "report_year"), question("fact", "issued_on")
    for parts in ((year, day), (day, year)):
        assert found.ask(question("all", parts)).values["value"].zh == "2024"


def test_a_message_names_what_stands_at_the_first_places_shown() -> None:
    text = report().replace("联合检查46次", "联合检查XX次").replace("2025年2月18日", "2025年2月X日")
    found = results(text.replace("纠纷130件", "纠纷____件"))["placeholder"]
    assert found.message.zh == "有没填写的内容或模板遗留文字：“XX次”、“____件”、“2025年2月X日”。"
    assert [e.text for e in found.evidence] == ["XX次", "____件", "2025年2月X日"]
    lines = [e.line for e in found.evidence if e.line]
    assert lines == sorted(lines)
