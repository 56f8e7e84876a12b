"""validator.renderers.parts: the results of one report, sorted as people read them."""

from __future__ import annotations

from tests.renderers.runs import decided, known, lacking
from tests.support import pack
from validator.renderers.parts import parts


def test_what_is_known_stands_apart() -> None:
    found = parts(known(lacking(), "causes"), pack())
    assert [r.rule for _, r in found.lacking] == ["issuing-body"]
    assert [r.rule for _, r in found.known] == ["causes"]
    assert len(found.elements) + len(found.others) == len(pack().rules)


def test_what_a_reviewer_decided_is_told_with_its_rule() -> None:
    assert [(rule.id, r.outcome) for rule, r in parts(decided(lacking(), "causes"), pack()).decided] == [
        ("causes", "pass")
    ]
