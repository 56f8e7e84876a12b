from tests.review.texts import read
from tests.support import REPORT, report
from validator.pipeline import load_pack
from validator.review.collecting.streams import characters, own_words

GUIDE = load_pack().guide


def test_the_stream_is_the_running_text_in_order_without_headings() -> None:
    found = read(REPORT)
    assert "全年开展联合检查次办理案件件案卷评查全部合格" in found.stream
    assert "主要举措和成效" not in found.stream and "年月日" not in found.stream


def test_sentences_know_where_they_stand() -> None:
    found = read(REPORT)
    ends = [*(s.at for s in found.sentences[1:]), len(found.stream)]
    assert [s.at for s in found.sentences] == sorted(s.at for s in found.sentences)
    lines = found.text.split("\n")
    for s, end in zip(found.sentences, ends, strict=True):
        assert found.stream[s.at : end][:4] in characters(found.text[s.start : s.end])
        assert found.text[s.start : s.start + 5] in lines[s.line - 1]


def test_opening_and_duty_of_the_heads_are_formal() -> None:
    found = read(REPORT.replace("各项任务按期完成", "逐村逐户排查风险隐患四百余处，化解在村组、在田间、在屋场"))
    formal = "".join(found.text[s.start : s.end] for s in found.sentences if s.formal)
    assert "逐村逐户排查风险隐患四百余处" in formal
    assert "督办重点事项5件" in formal and "联合检查" not in formal


def test_line_breaks_do_not_end_a_sentence() -> None:
    broken = REPORT.replace("案卷评查全部合格", "案卷评\n查全部合格").replace("没有发生", "没有\n发生")
    assert read(broken).stream == read(REPORT).stream


def test_the_same_words_make_the_same_stream_with_other_punctuation() -> None:
    assert read(REPORT.replace("；", "。").replace("办理案件12件，", "办理案件12件。")).stream == read(REPORT).stream


def test_figures_punctuation_and_letters_do_not_count() -> None:
    assert own_words("办理案件12件，（共3类）ABC。", ()) == "办理案件件共类"


def test_what_all_must_quote_does_not_count() -> None:
    norm = "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，推进法治建设。"
    quoted = (*GUIDE.common, *GUIDE.names)
    assert own_words(norm, quoted) == ""
    assert own_words(
        "对照《法治政府建设实施纲要（2021—2025年）》，逐村排查小微工程合同四十份，清退三家施工队。", quoted
    ).endswith("逐村排查小微工程合同四十份清退三家施工队")


def test_asides_are_what_the_stream_leaves_out() -> None:
    found = read(REPORT.replace("设立村级调解室9个", "出台《青禾镇矛盾纠纷调处办法》，设立村级调解室9个"))
    keys = [aside.key for aside in found.asides]
    assert {"主要举措和成效", "规范行政执法全年开展联合检查次办理案件件案卷评查全部合格"} <= set(keys)
    assert any("出台青禾镇矛盾纠纷调处办法" in key for key in keys) and "青禾镇矛盾纠纷调处" not in found.stream
    lines = found.text.split("\n")
    assert all(found.text[a.start : a.start + 4] in lines[a.line - 1] for a in found.asides)


def test_private_data_are_in_no_text_and_in_no_stream() -> None:
    words = REPORT.replace("设立村级调解室9个", "联系人王小明，手机13812345678，设立村级调解室9个")
    found = read(words)
    assert "13812345678" not in str(found) and "138******78" in found.text
    assert len(found.text) == len(words)


def test_what_is_no_report_keeps_no_text() -> None:
    found = read("关于开展检查的通知\n各单位：请于3月1日前报送。\n")
    assert found.assessment.status == "not_this_report"
    assert (found.text, found.stream, found.plan) == ("", "", ())


def test_the_same_report_of_another_unit_has_the_same_stream_but_for_its_name() -> None:
    other = report().replace("青禾镇", "白石镇")
    assert read(other).stream == read(REPORT).stream.replace("青禾镇", "白石镇")


def test_a_heading_that_is_a_sentence_is_text() -> None:
    plan = "2025年工作安排\n（一）开展排水户普查登记，做到一户一档。\n（二）清理河道障碍物四十处，拆除违章建筑。"
    found = read(
        REPORT.replace("2025年工作安排\n每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。", plan)
    )
    assert "开展排水户普查登记做到一户一档" in found.stream and "清理河道障碍物四十处拆除违章建筑" in found.stream
    assert "存在的不足" not in found.stream and "工作安排" not in found.stream
