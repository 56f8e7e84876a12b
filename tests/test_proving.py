"""validator.proving: the examples that rules carry get the verdict that they promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, pack, write_pack
from validator.packs import available, load
from validator.proving import RECOGNISE, prove


@pytest.mark.parametrize("name", available())
def test_every_example_of_the_built_in_packs(name: str) -> None:
    wrong = [p for p in prove(load(name)) if p.state not in ("passed", "todo")]
    assert wrong == []


def test_every_example_is_run_with_its_line() -> None:
    proofs = prove(pack())
    assert len(proofs) == len(pack().samples) + sum(len(r.tests) for r in pack().rules)
    assert all(p.line > 0 for p in proofs)


@pytest.mark.parametrize(
    ("example", "state", "want", "got"),
    [
        ('{want: pass, doc: "一、存在的不足\\n力量不够。"}', "passed", "pass", "pass"),
        ('{want: pass, doc: "一、成效\\n检查3次。"}', "failed", "pass", "fail"),
        ('{want: partial, credit: 0.4, doc: "一、成效\\n还有差距。"}', "failed", "partial 40%", "partial 50%"),
        ('{want: partial, credit: 0.5, doc: "一、成效\\n还有差距。"}', "passed", "partial 50%", "partial 50%"),
        ('{want: pass, todo: true, doc: "一、成效\\n检查3次。"}', "todo", "pass", "fail"),
        ('{want: fail, todo: true, doc: "一、成效\\n检查3次。"}', "surprising", "fail", "fail"),
    ],
)
def test_states(tmp_path: Path, example: str, state: str, want: str, got: str) -> None:
    marker = "    tests:\n"
    text = PACK.replace(marker, f"{marker}      - {example}\n", 1)
    proof = prove(load(write_pack(tmp_path / "p", text)))[0]
    assert (proof.rule, proof.number, proof.state, proof.want, proof.got) == ("shortcomings", 1, state, want, got)
    assert proof.line == text[: text.index(example)].count("\n") + 1


@pytest.mark.parametrize(
    ("example", "state", "want", "got"),
    [
        ('{want: accepted, doc: "某镇报告\\n检查3次。"}', "passed", "accepted", "accepted"),
        ('{want: refused, doc: "某镇通知\\n检查3次。"}', "passed", "refused", "refused"),
        ('{want: refused, doc: "某镇报告\\n检查3次。"}', "failed", "refused", "accepted"),
        ('{want: refused, todo: true, doc: "某镇报告\\n检查3次。"}', "todo", "refused", "accepted"),
    ],
)
def test_what_is_recognised_has_examples_too(tmp_path: Path, example: str, state: str, want: str, got: str) -> None:
    marker = "  otherwise: {zh: 不是报告, en: not a report}\n"
    text = PACK.replace(marker, f"{marker}  tests:\n    - {example}\n")
    proof = prove(load(write_pack(tmp_path / "p", text)))[0]
    assert (proof.rule, proof.number, proof.state, proof.want, proof.got) == (RECOGNISE, 1, state, want, got)
    assert proof.line == text[: text.index(example)].count("\n") + 1
