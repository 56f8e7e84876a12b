from tests.review.texts import read
from tests.support import REPORT, report
from validator.model.pack import Guide
from validator.pipeline import load_pack
from validator.review.chunks import LEAST, key_of

GUIDE = load_pack().guide


def quoted(words: str) -> list[str]:
    found = read(words)
    return [found.text[c.start : c.end] for c in found.chunks]


def test_chunks_are_sentences_of_the_body_in_order_without_headings() -> None:
    found = read(REPORT)
    assert [c.start for c in found.chunks] == sorted(c.start for c in found.chunks)
    whole = "".join(quoted(REPORT))
    assert "全年开展联合检查46次" in whole and "每季度开展一次案卷评查" in whole
    assert "主要举措和成效" not in whole and "2025年2月18日" not in whole


def test_every_chunk_says_something_and_knows_its_line() -> None:
    found = read(REPORT)
    assert all(len(c.key) >= LEAST for c in found.chunks)
    lines = found.text.split("\n")
    assert all(found.text[c.start : c.start + 5] in lines[c.line - 1] for c in found.chunks)


def test_the_same_paragraph_is_cut_the_same_way_wherever_it_stands() -> None:
    moved = report("first").replace("云川县青禾镇", "云川县白石镇")
    assert {c.key for c in read(moved).chunks} & {c.key for c in read(REPORT).chunks}


def test_figures_punctuation_and_letters_do_not_count() -> None:
    assert key_of("办理案件12件，（共3类）ABC。", Guide()) == "办理案件件共类"


def test_what_all_must_quote_does_not_count() -> None:
    norm = "坚持以习近平新时代中国特色社会主义思想为指导，贯彻《法治政府建设实施纲要（2021—2025年）》，开展检查。"
    assert key_of(norm, GUIDE) == "贯彻开展检查"


def test_private_data_are_in_no_text_and_in_no_key() -> None:
    words = REPORT.replace("设立村级调解室9个", "联系人王小明，手机13812345678，设立村级调解室9个")
    found = read(words)
    assert "13812345678" not in found.text and "13812345678" not in str(found)
    assert "138******78" in found.text
    assert len(found.text) == len(words)


def test_what_is_no_report_keeps_no_text() -> None:
    found = read("关于开展检查的通知\n各单位：请于3月1日前报送。\n")
    assert found.assessment.status == "not_this_report"
    assert (found.text, found.chunks, found.plan) == ("", (), ())
