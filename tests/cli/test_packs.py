"""validator.cli.packs: list, show and test rule packs."""

from __future__ import annotations

from pathlib import Path

from tests.support import PACK, pack, run, write_pack


def test_list() -> None:
    done = run("packs", "list")
    assert done.code == 0
    assert f"fazhi-zhengfu  {pack().version}" in done.out
    assert f"{len(pack().rules)}条规则" in done.out
    assert "rules" in run("packs", "list", "--lang", "en").out


def test_show() -> None:
    done = run("packs", "show")
    assert done.code == 0
    assert pack().sha256 in done.out
    assert all(rule.id in done.out for rule in pack().rules)


def test_test_of_the_built_in_pack() -> None:
    done = run("packs", "test", "fazhi-zhengfu")
    assert done.code == 0
    assert "0个不通过" in done.out


def test_test_tells_which_example_fails_and_where(tmp_path: Path) -> None:
    text = PACK.replace('want: pass, doc: "一、存在的不足', 'want: fail, doc: "一、存在的不足', 1).replace(
        'want: fail, doc: "一、成效\\n检查3次', 'want: pass, doc: "一、成效\\n检查3次', 1
    )
    done = run("packs", "test", write_pack(tmp_path, text))
    assert done.code == 1
    assert "shortcomings #1" in done.out
    assert "应为 fail，得到 pass" in done.out
    assert "2个不通过" in done.out


def test_unknown_pack() -> None:
    done = run("packs", "show", "nothing")
    assert done.code == 2
    assert "没有这个规则包" in done.err
