"""Which packs a run uses: by name, at a place, automatically; and which of them a file was checked by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import REPORT, write_pack
from validator.errors import UsageError
from validator.packs import available
from validator.packs.selection import AUTO, DEFAULT_PACK, load_all
from validator.pipeline import check, load_pack


def test_place_is_sugar_for_the_overlay() -> None:
    assert load_all(["fazhi-zhengfu"], "jilin") == load_all(["fazhi-zhengfu+jilin"])
    assert load_pack(place="jilin") == load_pack("fazhi-zhengfu+jilin") == load_pack("fazhi-zhengfu+jilin", "jilin")
    assert load_pack(place="jilin+npc").id == "fazhi-zhengfu+jilin+npc"


def test_python_interface_takes_overlays_and_parameters() -> None:
    assert check(REPORT.encode(), pack="fazhi-zhengfu+jilin").pack == "fazhi-zhengfu+jilin"
    assert load_pack(params={"min_chars": 7}).params["min_chars"] == 7


def test_place_holds_for_the_packs_that_know_it(tmp_path: Path) -> None:
    small = write_pack(tmp_path)
    assert [p.id for p in load_all(["fazhi-zhengfu", small], "jilin")] == ["fazhi-zhengfu+jilin", "small"]
    with pytest.raises(UsageError, match="jilin"):
        load_all(["fazhi-zhengfu", small], "jiln")


def test_parameter_holds_for_the_packs_that_know_it(tmp_path: Path) -> None:
    first, second = load_all(["fazhi-zhengfu", write_pack(tmp_path)], "", {"min_chars": "7"})
    assert (first.params["min_chars"], dict(second.params)) == (7, {})
    with pytest.raises(UsageError, match="min_chars"):
        load_all(["fazhi-zhengfu"], "", {"min_char": "7"})


def test_auto_asks_the_default_pack_first_and_then_all_others() -> None:
    pack = load_pack(AUTO)
    others = [name for name in available() if name != DEFAULT_PACK]
    assert [pack.id, *(p.id for p in pack.others)] == [DEFAULT_PACK, *others]


def test_auto_takes_the_first_pack_that_accepts(tmp_path: Path) -> None:
    strict = load_pack()
    small = load_pack(write_pack(tmp_path))
    both = strict._replace(others=(small,))
    assert check(REPORT.encode(), pack=both) == check(REPORT.encode(), pack=strict)
    other = "云川县水利局防汛报告\n一、存在的不足\n力量不够。\n".encode()
    assert check(other, pack=both) == check(other, pack=small)
    assert check(other, pack=both).pack == "small"


def test_auto_tells_the_refusal_of_the_default_pack(tmp_path: Path) -> None:
    both = load_pack()._replace(others=(load_pack(write_pack(tmp_path)),))
    neither = "云川县水利局防汛预案\n一、职责\n局长负总责。\n".encode()
    assert check(neither, pack=both) == check(neither)
    assert check(b"", pack=both) == check(b"")
