import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support import REPORT, report
from validator.errors import ReadError
from validator.model.submission import Submission
from validator.pipeline import load_pack
from validator.review.collecting.cache import Cache
from validator.review.collecting.folders import closed, collected, template_of, unread
from validator.sources import Source, sources_of
from validator.words import Words

PACK = load_pack()


def all_of(items: Iterable[Submission], total: int) -> Iterable[Submission]:
    assert total >= 0
    return items


def gathered(folder: Path, cache: Cache | None = None) -> list[Submission]:
    return collected(sources_of(str(folder)), PACK, all_of, cache)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "2024"
    reports.mkdir()
    (reports / "a.txt").write_text(REPORT)
    (reports / "b.txt").write_text(report("causes"))
    with zipfile.ZipFile(reports / "c.zip", "w") as archive:
        archive.writestr("d.txt", report("date"))
    (reports / "e.docx").write_bytes(b"PK\x03\x04 broken")
    return reports


def test_submissions_are_in_order_and_a_broken_file_is_one(folder: Path) -> None:
    found = gathered(folder)
    assert [os.path.relpath(s.assessment.path, folder) for s in found] == ["a.txt", "b.txt", "c.zip/d.txt", "e.docx"]
    assert [s.assessment.status for s in found] == ["assessed"] * 3 + ["unreadable"]
    assert all(s.modified > 0 for s in found)


def test_only_what_has_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    class Counting(Cache):
        puts = 0

        def put(self, key: bytes, found: Submission) -> None:
            self.puts += 1
            super().put(key, found)

    path = str(tmp_path / "c.sqlite")
    with Counting(path) as cache:
        first = gathered(folder, cache)
        assert cache.puts == 4
    (folder / "b.txt").write_text(report("first"))
    (folder / "a.txt").rename(folder / "z.txt")
    with Counting(path) as cache:
        again = gathered(folder, cache)
        assert cache.puts == 2  # what changed, and what could not be read
    moved = next(s for s in again if s.assessment.path.endswith("z.txt"))
    assert moved.stream == first[0].stream and moved.assessment.results == first[0].assessment.results


def test_an_interrupted_run_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    def impatient(items: Iterable[Submission], total: int) -> Iterable[Submission]:
        for i, item in enumerate(items):
            if i == 2:
                raise KeyboardInterrupt
            yield item

    path = str(tmp_path / "c.sqlite")
    with pytest.raises(KeyboardInterrupt), Cache(path) as cache:
        collected(sources_of(str(folder)), PACK, impatient, cache)
    with Cache(path) as cache:
        from validator.review.collecting.cache import key_of

        kept = [cache.get(key_of((folder / n).read_bytes(), n, PACK)) for n in ("a.txt", "b.txt")]
    assert all(kept)


def test_scans_and_tables_stand_for_themselves(folder: Path) -> None:
    (folder / "青禾镇.jpg").write_bytes(b"\xff\xd8")
    (folder / "名册.xlsx").write_bytes(b"PK")
    found = unread(str(folder), PACK, [str(folder / "名册.xlsx")])
    assert [(os.path.basename(s.assessment.path), s.assessment.status) for s in found] == [("青禾镇.jpg", "unreadable")]


def test_a_template_need_not_be_a_report(tmp_path: Path) -> None:
    path = tmp_path / "范本.txt"
    path.write_text(
        "关于报送年度报告的通知\n各单位要紧紧围绕中心工作，全面总结一年来的做法，把成绩说够，把问题找准，把措施写实。\n"
    )
    found = template_of(Source(str(path)), PACK)
    assert "各单位要紧紧围绕中心工作" in found
    with pytest.raises(ReadError):
        template_of(Source(str(tmp_path / "none.txt")), PACK)


def test_folders_that_could_not_be_entered_are_told_together() -> None:
    why, doubt = Words("打不开（没有权限）", "cannot be opened"), Words("名单可能有误", "The list may be wrong")
    shut = [Source(f"来/{name}", refused=why, closed=True) for name in ("街道", "乡镇/13812345678")]
    assert closed([*shut, Source("来/a.zip", refused=why), Source("来/b.txt")], "来", doubt) == [
        Words(
            "“街道”“乡镇/138******78”打不开（没有权限）；名单可能有误，请换一个有权限的账号再审一次。",
            "街道, 乡镇/138******78: cannot be opened. The list may be wrong: ask for access.",
        )
    ]
    assert "等9个" in closed([Source(f"来/{i}", refused=why, closed=True) for i in range(9)], "来", doubt)[0].zh
    assert closed([Source("来/b.txt")], "来", doubt) == []
