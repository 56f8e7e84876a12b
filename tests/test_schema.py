"""The published schemas are those of the code, and results and packs fit them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from yamlcore import CCoreLoader

from tests.support import run_of
from validator import check, load_pack
from validator.cli.schema import schema_text
from validator.renderers.json import shaped

ROOT = Path(__file__).parent.parent
PUBLISHED = {"result": ROOT / "docs" / "schema" / "result.schema.json", "pack": ROOT / "rules" / "schema.json"}
PUBLISHED["review"] = ROOT / "docs" / "schema" / "review.schema.json"
PUBLISHED["overlay"] = ROOT / "rules" / "overlay.schema.json"


@pytest.mark.parametrize("of", PUBLISHED)
def test_published_schema_is_current(of: str) -> None:
    assert PUBLISHED[of].read_text("utf-8") == schema_text(of)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_results_fit_the_schema(lang: str) -> None:
    schema = json.loads(PUBLISHED["result"].read_text("utf-8"))
    pack = load_pack()
    files = sorted((ROOT / "fixtures").glob("*/*.txt"))
    result = shaped(run_of([check(f.read_bytes(), f.name, pack) for f in files]), lang)  # type: ignore[arg-type]
    jsonschema.validate(json.loads(json.dumps(result)), schema)
    assert {r["status"] for r in result["reports"]} == {"assessed", "not_this_report", "unreadable"}


def test_a_wrong_result_does_not_fit() -> None:
    schema = json.loads(PUBLISHED["result"].read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "chaque.result/2"}, schema)


@pytest.mark.parametrize("file", sorted((ROOT / "rules").glob("*/*.yaml")), ids=lambda p: p.name)
def test_packs_fit_the_schema(file: Path) -> None:
    data = yaml.load(file.read_text("utf-8"), Loader=CCoreLoader)  # noqa: S506 - CCoreLoader builds plain data only
    jsonschema.validate(data, json.loads(PUBLISHED["pack"].read_text("utf-8")))


@pytest.mark.parametrize("file", sorted((ROOT / "rules").glob("*/overlays/*.yaml")), ids=lambda p: p.name)
def test_overlays_fit_the_schema(file: Path) -> None:
    data = yaml.load(file.read_text("utf-8"), Loader=CCoreLoader)  # noqa: S506 - CCoreLoader builds plain data only
    jsonschema.validate(data, json.loads(PUBLISHED["overlay"].read_text("utf-8")))


def test_a_number_of_a_condition_may_be_a_parameter_and_nothing_else() -> None:
    schema = json.loads(PUBLISHED["pack"].read_text("utf-8"))
    for written, fits in (("$min_chars", True), (100, True), ("hundred", False), ("$Min", False)):
        recognise = {"accept": {"section": "plan", "min_chars": written}, "otherwise": {"zh": "不", "en": "no"}}
        assert jsonschema.Draft202012Validator(schema).is_valid({"recognise": recognise}) is fits


def test_a_wrong_pack_does_not_fit() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"rulez": []}, json.loads(PUBLISHED["pack"].read_text("utf-8")))
