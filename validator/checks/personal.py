"""personal_data: does the text give away a private person: ID, mobile or card number, a named petitioner?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.checks.personal_names import names
from validator.checks.private_numbers import NumberSort, private_numbers
from validator.text import Span
from validator.words import Words

Sort = NumberSort | Literal["named_person"]


_SORTS = {
    "id_number": Words("身份证号码", "an ID number"),
    "mobile": Words("手机号码", "a mobile number"),
    "bank_card": Words("银行卡号", "a bank card number"),
    "named_person": Words("当事人姓名", "the name of a private person"),
}


class PersonalDataQuestion(NamedTuple):
    """*personal_data*: the sorts to look for."""

    personal_data: tuple[Sort, ...]


def ask(question: PersonalDataQuestion, context: Context) -> Answer:
    """Hold if there are personal data. Evidence: where; {sorts}: which. Names found are to be masked."""
    text, sought = context.text, question.personal_data
    numbers = private_numbers(text) if set(sought) - {"named_person"} else ()
    people = names(text) if "named_person" in sought else []
    found: list[tuple[Sort, Span]] = [(sort, n.span) for sort in sought for n in numbers if n.sure and n.sort == sort]
    found += [("named_person", name.span) for name in people if name.sure]
    sorts = list(dict.fromkeys(sort for sort, _ in found))
    shown = [_shown("".join(text[a:b].split())) for (a, b), sure in people if sure][:3]
    told = [_with_names(s, shown) if s == "named_person" else _SORTS[s] for s in sorts]
    values = {"sorts": Words("、".join(w.zh for w in told), ", ".join(w.en for w in told))}
    return Answer(bool(found), tuple(span for _, span in found), values, tuple(name.span for name in people))


def _shown(name: str) -> str:
    return name[0] + "*" * (len(name) - 1)


def _with_names(sort: Sort, names: list[str]) -> Words:
    listed = "、".join(dict.fromkeys(names))
    return Words(f"{_SORTS[sort].zh}（{listed}）", f"{_SORTS[sort].en} ({listed})")


KIND = Kind("personal_data", PersonalDataQuestion, ask, ("sorts",))
