"""validator.review.outputs.grounds: whose a file is or may be, each ground told once."""

from __future__ import annotations

import pytest

from tests.review.outputs.reviews_by_hand import filed
from tests.support import REPORT, check
from validator.model.review import Claim, Filed
from validator.review.outputs.grounds import whose, why
from validator.words import Words

JOINT = "署名“县交通局、县住建局”，是县交通局、县住建局联名，请核对算哪个单位的。"


def file(unit: str | None, reason: str, *claims: Claim) -> Filed:
    return filed(check(REPORT.encode(), name="a.txt"), unit, "current" if unit else "doubtful", reason, claims)


def test_what_is_certain_is_told_by_its_reason_alone() -> None:
    own = file("县粮储局", "文件名写“县粮储局”。", Claim("县粮储局", (("file_name", "县粮储局"),)))
    assert (whose(own, "zh"), why(own, "zh")) == ("县粮储局", "文件名写“县粮储局”。")


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([Claim("县交通局", (("signature", "县交通局"),))], JOINT),
        ([Claim("县交通局", (("signature", "县交通局 县住建局"),))], JOINT),
        ([Claim("县住建局", (("signature", "县住建局"), ("title", "县住建局")))], f"{JOINT[:-1]}；县住建局（标题“县住建局”）"),
        ([Claim("县交通局", (("similar", "县交通局"),))], JOINT),
    ],
)  # fmt: skip
def test_a_doubtful_file_adds_what_its_reason_leaves_unsaid(claims: list[Claim], told: str) -> None:
    assert why(file(None, JOINT, *claims), "zh") == told


def test_whose_it_may_be() -> None:
    names = ["甲局", "乙局", "丙局", "丁局"]
    claims = [Claim(name, (("signature", name),)) for name in names]
    assert whose(file(None, "说不准。", *claims[:2]), "zh") == "可能是甲局、乙局"
    assert whose(file(None, "说不准。", *claims), "zh") == "可能是甲局、乙局、丙局等"
    assert whose(file(None, "说不准。", *claims), "en") == "perhaps 甲局, 乙局, 丙局 …"
    assert whose(file(None, "名册里没有。"), "zh") == ""


def test_an_english_reason_is_of_sentences() -> None:
    reason = Words("文件名写“县粮储局”。文件损坏。", "The file is named 县粮储局. the file is damaged.")
    own = file("县粮储局", "")._replace(why=reason)
    assert why(own, "en") == "The file is named 县粮储局. The file is damaged."
    draft = own._replace(why=Words("另有一份更新。", "final draft.docx is newer and counts."))
    assert why(draft, "en") == "final draft.docx is newer and counts."
