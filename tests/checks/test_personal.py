"""validator.checks.personal: numbers and names that give away a private person."""

from __future__ import annotations

import pytest

from tests.support import REPORT, ask, quoted, report, results
from validator.checks.answer import Answer

ALL = ("id_number", "mobile", "bank_card", "named_person")


def personal(sentence: str, *sorts: str) -> Answer:
    return ask(f"一、成效\n{sentence}\n", "personal_data", sorts or ALL)


@pytest.mark.parametrize(
    ("sort", "sentence", "found"),
    [
        ("id_number", "当事人身份证号330102199001011234，已结案。", "330102199001011234"),
        ("id_number", "证件号33010219900101123X。", "33010219900101123X"),
        ("mobile", "（联系人：办公室，电话：13800138000）", "13800138000"),
        ("mobile", "联系电话 138-0013-8000。", "138-0013-8000"),
        ("mobile", "联系电话138 0013 8000。", "138 0013 8000"),
        ("bank_card", "退款至银行卡号6222021234567890123。", "6222021234567890123"),
        ("id_number", "身份证 330102 19900101 1234，已结案。", "330102 19900101 1234"),
        ("id_number", "当事人身份证号330102900101123。", "330102900101123"),
        ("mobile", "联系电话+8613800138000。", "13800138000"),
        ("mobile", "联系电话86-138 0013 8000。", "138 0013 8000"),
        ("bank_card", "退款至卡号6222 0212 3456 7890 123。", "6222 0212 3456 7890 123"),
        ("named_person", "信访人：欧阳志远。", "欧阳志远"),
        ("named_person", "信访人姓名：郑 大 成，多次上访。", "郑 大 成"),
        ("named_person", "贫困户陈阿娇因病返贫，得到救助。", "陈阿娇"),
        ("named_person", "村民司马光明因土地纠纷上访。", "司马光明"),
        ("named_person", "化解信访人郑大成与邻居的宅基地纠纷。", "郑大成"),
        ("named_person", "对被处罚人王小明，依法送达。", "王小明"),
        ("named_person", "村民李大山因土地纠纷多次上访。", "李大山"),
        ("named_person", "成功化解赵长河信访积案。", "赵长河"),
    ],
)
def test_found(sort: str, sentence: str, found: str) -> None:
    answer = personal(sentence, sort)
    assert answer.holds is True
    assert found in quoted(f"一、成效\n{sentence}\n", answer)


@pytest.mark.parametrize(
    "sentence",
    [
        "办公电话：0989-8126677。",
        "统一社会信用代码11330102MB1234567X。",
        "索引号330102199001011234。",
        "化解信访人刘某某反映的问题。",
        "县长沈知远主持会议3次。",
        "村民积极参加活动，群众满意度高。",
        "当事人对处罚决定没有异议。",
        "全年投入13800138元。",
        "全年投入13800138000元。",
        "居民杨开慧送来锦旗。",
        "法定代表人周国强到会。",
        "案件编号：330102202403051234。",
        "申请人提出行政复议12件。",
        "居民方便办事，纠纷明显减少。",
    ],
)
def test_not_personal(sentence: str) -> None:
    assert personal(sentence).holds is False


def test_only_the_sorts_that_are_asked_for() -> None:
    assert personal("电话：13800138000", "id_number").holds is False


def test_message_and_names_to_hide() -> None:
    text = "信访人郑大成，电话13800138000。"
    answer = personal(text)
    assert answer.values["sorts"].zh == "手机号码、当事人姓名（郑**）"
    assert [b - a for a, b in answer.masks] == [len("郑大成")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("居民杨开慧送来锦旗。", "杨开慧"),
        ("居民杨开慧领取补助。", "杨开慧"),
        ("某公司法定代表人周国强到会。", "周国强"),
        ("信访人：李　明。", "李　明"),
        ("监护人诸葛明到校。", "诸葛明"),
    ],
)
def test_names_that_are_hidden_but_not_reported(sentence: str, name: str) -> None:
    text = f"一、成效\n{sentence}\n"
    answer = personal(sentence)
    assert answer.holds is False
    assert [quoted(text, answer._replace(spans=(m,))) for m in answer.masks] == [[name]]


def test_names_that_are_not_reported_are_hidden_in_every_result() -> None:
    text = report("shortcomings").replace("镇党委书记", "案卷还有差距，居民杨开慧送来锦旗，要改进。镇党委书记")
    found = results(text)
    assert found["personal-data"].outcome == "pass"
    assert [e.text for e in found["shortcomings"].evidence] == ["案卷还有差距，居民杨**送来锦旗，要改进"]


def test_officials_in_a_complete_report() -> None:
    assert ask(REPORT, "personal_data", ALL).holds is False


def test_private_data_are_hidden_in_every_result() -> None:
    text = REPORT.replace(
        "没有发生越级上访",
        "化解信访人郑大成因土地纠纷上访，电话13800138000，身份证330102199001011234，没有发生越级上访",
    )
    shown = repr(results(text))
    assert results(text)["personal-data"].outcome == "fail"
    for secret in ("郑大成", "13800138000", "330102199001011234"):
        assert secret not in shown


@pytest.mark.parametrize(
    ("sentence", "secrets"),
    [
        ("联系电话１３８００１３８０００。", ["１３８００１３８０００"]),
        ("联系电话138\u200b00138000。", ["138\u200b00138000"]),
        ("聯繫電話13800138000，信訪人鄭大成與鄰居的糾紛已經化解，全縣滿意。", ["13800138000", "鄭大成"]),
        ("信访人郑大成，与邻居的纠纷已经化解，郑 大 成 与邻居都满意。", ["郑大成", "郑 大 成"]),
        ("信访人郑（zhèng）大（dà）成（chéng），纠纷已经化解，郑（zhèng）大成都满意。", ["大（dà）", "）大成"]),
        ("身份证 330102 19900101 1234，电话+86 138 0013 8000。", ["19900101", "0013"]),
    ],
    ids=["full-width", "zero-width", "traditional", "spaced", "readings", "grouped"],
)
def test_hidden_as_the_original_writes_them(sentence: str, secrets: list[str]) -> None:
    found = results(REPORT.replace("没有发生越级上访", f"{sentence}没有发生越级上访"))
    assert found["personal-data"].outcome == "fail"
    assert [s for s in secrets if s in repr(found)] == []


@pytest.mark.parametrize(
    ("filling", "secret", "leak"),
    [(94, "信访人郑大成，多次上访", "郑大"), (91, "电话13800138000", "13800")],
    ids=["name", "mobile"],
)
def test_secret_at_the_cut_of_a_long_quotation_is_hidden(filling: int, secret: str, leak: str) -> None:
    sentence = f"案卷还有差距，{'检查' * filling}{secret}，要改进。"
    found = results(report("shortcomings").replace("镇党委书记", f"{sentence}镇党委书记"))
    (quotation,) = (e.text for e in found["shortcomings"].evidence)
    assert quotation.endswith("…")
    assert leak not in quotation
