"""validator.authoring.skeleton: the first files of a pack run, pass their tests and have no findings."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from yamlcore import CCoreLoader

from tests.support import write
from validator.authoring.lint import lint
from validator.authoring.mutation import share, traces
from validator.authoring.skeleton import SCHEMA, files_of
from validator.errors import UsageError
from validator.packs import load
from validator.proving import prove


@pytest.mark.parametrize("extends", ["", "fazhi-zhengfu"])
def test_it_passes_everything_at_once(tmp_path: Path, extends: str) -> None:
    files = files_of("qinghe", extends)
    path = write(tmp_path, files)[0]
    pack = load(path)
    assert {p.state for p in prove(pack)} == {"passed"}
    assert lint(pack, path) == []
    assert share(list(traces(pack))) >= 95
    assert f"# yaml-language-server: $schema={SCHEMA}" in files[Path(path).name]
    data = yaml.load(files[Path(path).name], Loader=CCoreLoader)  # noqa: S506 - builds plain data only
    jsonschema.validate(data, json.loads(files[SCHEMA]))


def test_the_names(tmp_path: Path) -> None:
    assert list(files_of("qinghe")) == ["pack.yaml", SCHEMA]
    assert list(files_of("qinghe", "fazhi-zhengfu")) == ["qinghe.yaml", SCHEMA]
    assert load(write(tmp_path, files_of("qinghe"))[0]).id == "qinghe"


def test_the_comments_teach_in_chinese() -> None:
    for extends in ("", "fazhi-zhengfu"):
        text = next(iter(files_of("qinghe", extends).values()))
        assert sum("#" in line for line in text.splitlines()) >= 20
        assert ("chaque packs test" in text and "reason" in text) or "credit" in text


@pytest.mark.parametrize("wrong", ["青禾", "Qinghe", "a b", "", "-a"])
def test_an_id_that_is_none(wrong: str) -> None:
    with pytest.raises(UsageError) as raised:
        files_of(wrong)
    assert "小写字母" in raised.value.hint.zh
