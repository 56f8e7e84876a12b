"""validator.checks.personal_names: names of private persons by what stands beside them. [赵铁柱] is a name."""

from __future__ import annotations

import re

import pytest

from validator.checks.personal_names import names

_NAMED = re.compile(r"\[(.*?)\]")


def told(marked: str) -> tuple[set[str], set[str]]:
    """Return the names that are reported in a sentence, and those that are only hidden."""
    text = "全年有成效。" + _NAMED.sub(r"\1", marked) + "。"
    found = [(text[slice(*name.span)], name.sure) for name in names(text)]
    return {name for name, sure in found if sure}, {name for name, sure in found if not sure}


@pytest.mark.parametrize(
    "marked",
    [
        "化解信访人[赵铁柱]积案",
        "信访人员[赵铁柱]反映的问题办结",
        "信访户[赵铁柱]问题办结",
        "缠访人员[赵铁柱]",
        "信访重点人[赵铁柱]稳控到位",
        "重点人员[赵铁柱]稳控",
        "精神障碍患者[赵铁柱]妥善救治",
        "患者[赵铁柱]服药",
        "原告[赵铁柱]撤诉",
        "被告人[赵铁柱]犯盗窃罪",
        "申请人[赵铁柱]撤回复议申请",
        "刑满释放人员[赵铁柱]就业",
        "对信访人[赵铁柱]开展教育稳控",
        "信访人[李明]的诉求得到解决",
        "信访人[王有才]因土地征收上访",
        "信访人[何秀英]因工伤赔偿上访",
        "村民[覃德旺]因山林纠纷上访",
        "村民[赵铁柱]，男，56岁，因土地纠纷上访",
        "违建户[赵铁柱]（身份证号见附件）",
    ],
)
def test_beside_a_role(marked: str) -> None:
    assert told(marked)[0] == set(_NAMED.findall(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "村民[赵铁柱]与[孙二河]的宅基地纠纷",
        "村民[赵铁柱]、[孙二河]宅基地纠纷",
        "信访当事人[赵铁柱]、[孙二河]",
        "[赵铁柱]与[孙二河]宅基地纠纷",
        "调处了[赵铁柱]与[孙二河]的土地纠纷",
        "[赵铁柱]与[孙二河]、[周小妹]三家林地权属争议",
        "妥善处理村民[赵铁柱]与邻居[孙二河]的排水纠纷",
        "原告[赵铁柱]诉被告[孙二河]债务纠纷案",
        "对[赵铁柱]、[孙二河]等3名信访人落实稳控措施",
        "化解[赵铁柱]、[孙二河]信访积案2件",
        "信访人[赵铁柱]、[扎西多吉]的诉求",
    ],
)
def test_every_one_of_several(marked: str) -> None:
    assert told(marked)[0] == set(_NAMED.findall(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "化解了[赵铁柱]等3人信访积案",
        "化解[扎西多吉]信访积案",
        "[赵铁柱]诉镇政府行政处罚案",
        "办理[赵铁柱]诉县人社局工伤认定案",
        "[赵铁柱]等5人诉县政府征收补偿案",
        "[赵铁柱]一家的信访问题得到解决",
    ],
)
def test_without_a_role(marked: str) -> None:
    assert told(marked)[0] == set(_NAMED.findall(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "信访人[岩温罕]因橡胶林被征占反映补偿问题",
        "信访人[玉香]反映补偿问题",
        "信访人[阿依古丽]反映草场问题",
        "信访人[买买提·艾山]积案",
        "上访人[扎西多吉]的诉求得到解决",
        "患者[沙马日呷]妥善救治",
        "原告[阿卜杜拉]要求赔偿",
        "信访人[其其格]与[乌日娜]草场纠纷",
    ],
)
def test_names_of_other_peoples(marked: str) -> None:
    assert told(marked)[0] == set(_NAMED.findall(marked))


@pytest.mark.parametrize(
    "sentence",
    [
        "党委书记李建国主持研究信访矛盾纠纷",
        "镇长王志强包案化解信访积案3件",
        "由镇长王志强、副镇长李德福等3名领导包案化解信访积案",
        "司法所所长陈文华与民警李强联合调解纠纷",
        "王建国与李德福调解纠纷12件",
        "人民调解员王建国和李德福化解矛盾纠纷",
        "学习模范人物黄大年事迹，化解矛盾纠纷",
        "打造“老马工作室”化解邻里矛盾纠纷",
        "学习最高人民法院指导案例张道文诉简阳市人民政府案",
        "主任，卢秀珍（女）、张锦秋（女，回族）",
        "联系人：李明华（电话：0989-8126677）",
    ],
    ids=lambda s: s[:12],
)
def test_officials_and_whom_everybody_knows(sentence: str) -> None:
    assert told(sentence)[0] == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "化解李家沟与王家坪边界纠纷",
        "化解石板沟与黄泥岗水源纠纷",
        "陈家湾与李家湾水源纠纷",
        "被告陈家岭、李家沟边界纠纷",
        "推进张家口与承德水事纠纷联调",
        "化解金辉苑信访积案2件",
        "处理云山府信访案件",
        "化解凤凰山信访积案",
        "推动万安信访事项化解",
        "推动阳泉信访工作",
        "华盛公司与金鼎厂合同纠纷",
        "婚姻家庭与邻里纠纷",
        "处理康乐与和平小区纠纷",
    ],
)
def test_places_and_firms(sentence: str) -> None:
    assert told(sentence) == (set(), set())


@pytest.mark.parametrize(
    "sentence", ["聘请村民王建国、李德福为调解员，化解纠纷", "村民王建国当选人民调解员，化解纠纷12件"]
)
def test_who_helps_is_not_reported(sentence: str) -> None:
    assert told(sentence)[0] == set()


def test_a_family_in_no_sensitive_matter_is_hidden() -> None:
    assert told("[赵铁柱]一家用上自来水") == (set(), {"赵铁柱"})
    assert told("走访一家企业，华盛一家门店") == (set(), set())


def test_an_official_in_a_dispute_between_others_is_not_reported() -> None:
    assert told("法官陈志远调处村民[赵铁柱]与[孙二河]的宅基地纠纷") == ({"赵铁柱", "孙二河"}, set())
