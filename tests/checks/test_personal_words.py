"""Ordinary words behind 信访人, 村民 … that begin like a name are no names."""

from __future__ import annotations

import pytest

from tests.support import ask

SENTENCES = [
    "信访人曾多次到县里上访，镇里逐一答复。",
    "当事人甘愿接受处罚，主动缴纳罚款。",
    "化解房地产历史遗留信访事项3件。",
    "村民祖坟被误迁引发纠纷，镇里当天到场调解。",
    "农户花生被盗案当天告破，追回赔偿。",
    "镇综合办公室（电话：0989-8126677）负责解释。",
    "农户池塘被占纠纷得到调解。",
    "申请人万一对决定不服，可以申请复议或提起诉讼。",
    "化解金辉苑信访积案2件、万科城信访积案1件。",
    "受害人项链被抢案件告破。",
    "当事人何时补办手续由窗口告知，避免处罚。",
    "村民石墙被撞引发赔偿纠纷。",
    "信访人高度认可调解结果。",
    "当事人和解后撤回诉讼。",
    "患者权益得到保障，医疗纠纷下降。",
    "群众高兴地说，纠纷化解得快。",
    "居民周边环境改善，投诉减少。",
    "法定代表人出庭应诉3次。",
    "监护人应当到场，当事人：全部到场。",
    "居民高楼层用水问题得到解决，信访下降。",
    "村民文艺队到场，宣传矛盾化解。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_are_no_names(sentence: str) -> None:
    answer = ask(f"一、成效\n{sentence}\n", "personal_data", ("named_person",))
    assert answer.holds is False
    assert answer.masks == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "化解信访人郑大成与邻居的纠纷。",
        "成功化解胡明华信访积案。",
        "村民周小林（男，46岁）与邻居因宅基地发生纠纷。",
        "社区矫正对象马玉兰因盗窃被处罚。",
    ],
)
def test_names_are_found(sentence: str) -> None:
    assert ask(f"一、成效\n{sentence}\n", "personal_data", ("named_person",)).holds is True
