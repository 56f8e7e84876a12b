"""validator.review.outputs.whereabouts: places, and where a file's lines say nothing of them."""

from __future__ import annotations

from tests.review.outputs.reviews_by_hand import YEAR, evidence, review, submission
from tests.support import check, report
from validator.model.submission import Sentence
from validator.review.outputs.whereabouts import is_lined, where
from validator.review.outputs.whereabouts import submission as sent


def test_a_page_saved_as_one_line_has_no_lines() -> None:
    s = submission(check(report().encode(), name="a.txt"))
    assert is_lined(s)
    assert is_lined(None)
    assert is_lined(s._replace(sentences=tuple(Sentence(i, i, i + 1, 1 + i // 5) for i in range(40))))
    assert not is_lined(s._replace(sentences=tuple(Sentence(i, i, i + 1, 1) for i in range(40))))


def test_a_place_without_lines_is_the_part() -> None:
    e = evidence("原话", 1)
    part = e._replace(section="三、下一步工作思路")
    assert [where(e, lined, "zh") for lined in (True, False)] == ["第1行", ""]
    assert where(part, False, "zh") == "“三、下一步工作思路”部分"
    assert where(part, False, "en") == "part “三、下一步工作思路”"
    assert where(part._replace(paragraph=7), False, "zh") == "第7段"
    assert where(part._replace(page=2), False, "zh") == "第2页第1行"


def test_what_a_unit_sent() -> None:
    for name, year, path in (
        ("白石镇", YEAR, "报送/白石镇.txt"),
        ("白石镇", YEAR - 1, "去年/白石镇.txt"),
        ("报送/无名.txt", YEAR, "报送/无名.txt"),
    ):
        found = sent(name, year, review())
        assert found
        assert found.assessment.path == path
    assert sent("县信访局", YEAR, review()) is None
    assert sent("青禾镇", YEAR - 1, review()) is None
    assert sent("没有", YEAR, review()) is None
