"""validator.packs.yaml: plain data with positions, and nothing else."""

from __future__ import annotations

import pytest

from validator.errors import PackError
from validator.packs.yaml import read_yaml


def refused(text: str) -> PackError:
    with pytest.raises(PackError) as raised:
        read_yaml(text.encode(), "p.yaml")
    return raised.value


def test_plain_data() -> None:
    data, _ = read_yaml("a: [1, 2.5, true, null, 文字]\nb: {c: '1', d: \"x\\ny\"}\n".encode(), "p.yaml")
    assert data == {"a": [1, 2.5, True, None, "文字"], "b": {"c": "1", "d": "x\ny"}}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("no", "no"),
        ("03-01", "03-01"),
        ("2024-02-08", "2024-02-08"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
    ],
)
def test_words_that_older_yaml_read_as_something_else(written: str, value: object) -> None:
    assert read_yaml(f"a: {written}\n".encode(), "p.yaml")[0] == {"a": value}


def test_positions_are_those_of_keys_and_items() -> None:
    _, lines = read_yaml(b"a:\n  b: 1\n  c:\n    - x\n    - y\n", "p.yaml")
    assert lines[("a",)] == (1, 1)
    assert lines[("a", "b")] == (2, 3)
    assert lines[("a", "c", 1)] == (5, 7)


def test_empty_file() -> None:
    assert read_yaml(b"", "p.yaml")[0] is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: &x 1\nb: 2\n", "p.yaml:1:4"),
        ("a: 1\nb: *x\n", "p.yaml:2:4"),
        ("a: !!python/object 1\n", "p.yaml:1:4"),
        ("a: !x 1\n", "p.yaml:1:4"),
    ],
)
def test_anchors_references_and_tags(text: str, where: str) -> None:
    error = refused(text)
    assert error.where == where
    assert "锚点" in error.what.zh
    assert "anchors" in error.what.en
    assert error.hint.zh


def test_merge_key() -> None:
    error = refused("a: 1\n<<: {b: 2}\n")
    assert error.where == "p.yaml:2:1"
    assert "合并键" in error.what.zh


def test_key_twice() -> None:
    error = refused("a: 1\nb:\n  c: 1\n  c: 2\n")
    assert error.where == "p.yaml:4:3"
    assert error.what.zh == "“c”写了两次"
    assert error.hint.zh == "删去一处"


@pytest.mark.parametrize(
    ("text", "line"), [("a: [1\nb: 2\n", 2), ("a: 'x\n", 1), ("a:\n\t- x\n", 2), ("a: b: c\n", 1), ("- a\nb: 1\n", 2)]
)
def test_syntax(text: str, line: int) -> None:
    error = refused(text)
    assert error.where.startswith(f"p.yaml:{line}:")
    assert "YAML 写法不对" in error.what.zh
    assert error.hint.zh


def test_two_documents() -> None:
    assert refused("a: 1\n---\nb: 2\n").where.startswith("p.yaml:")


def test_not_utf_8() -> None:
    error = refused_bytes("题: 法治".encode("gb18030"))
    assert error.where == "p.yaml"
    assert "UTF-8" in error.what.zh


def test_control_character() -> None:
    assert "字符" in refused_bytes(b"a: \x00\n").what.zh


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    assert isinstance(refused("[" * 5000), PackError)


def test_key_that_is_no_word() -> None:
    assert refused("[a, b]: 1\n").where == "p.yaml:1:1"


def refused_bytes(data: bytes) -> PackError:
    with pytest.raises(PackError) as raised:
        read_yaml(data, "p.yaml")
    return raised.value
