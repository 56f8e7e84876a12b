"""validator.packs.schema: the JSON Schema of pack files agrees with the packs."""

from __future__ import annotations

import jsonschema
import pytest

from tests.support import PACK
from validator.checks import KINDS
from validator.packs.schema import schema
from validator.packs.source import names, rules_folder
from validator.packs.yaml import read_yaml


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("name", names())
def test_built_in_packs_fit_the_schema(name: str) -> None:
    for path in sorted((rules_folder() / name).glob("*.yaml")):
        data, _ = read_yaml(path.read_bytes(), str(path))
        assert list(jsonschema.Draft202012Validator(schema()).iter_errors(data)) == []


def test_schema_refuses_what_the_program_refuses() -> None:
    data, _ = read_yaml(PACK.replace("level: error", "level: eror").encode(), "p.yaml")
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_every_kind_of_question_is_in_the_schema() -> None:
    written = str(schema())
    assert [kind for kind in KINDS if f"'{kind}'" not in written] == []
