"""validator.review.outputs.json and schema: everything that a review found, in a shape that is published."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.renderers.runs import HOSTILE
from tests.review.outputs.reviews_by_hand import hostile, many, review
from validator.model.decision import Lapsed
from validator.model.review import Review
from validator.review.outputs.json import files
from validator.words import Lang, Words

SCHEMA = Path(__file__).parents[3] / "docs" / "schema" / "review.schema.json"


def found(r: Review, lang: Lang = "zh") -> Any:
    made = files(r, lang)
    assert list(made) == ["review.json"]
    return json.loads(made["review.json"])


@cache
def units() -> dict[str, Any]:
    return {u["name"]: u for u in found(review())["units"]}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_fits_the_published_schema(lang: Lang) -> None:
    shaped = found(review(), lang)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.validate(shaped, schema)
    assert shaped["schema"] == "chaque.review/1"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**shaped, "year": "2024"}, schema)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_data(text: str) -> None:
    jsonschema.validate(found(hostile(text)), json.loads(SCHEMA.read_text("utf-8")))


def test_the_head_and_the_counts() -> None:
    shaped = found(review())
    assert (shaped["year"], shaped["day"], shaped["reply_by"]) == (2024, "2025-03-10", "2025-03-20")
    assert (shaped["roster"], shaped["folder"], shaped["last_year"]) == ("roster.csv", "报送", "去年")
    assert shaped["summary"]["roster"] == 12
    assert shaped["summary"]["asked"] == 11
    assert shaped["summary"]["standings"]["missing"] == 1
    assert shaped["summary"]["late"] == 2
    assert shaped["remarks"] == ["名册第9行的单位写了两次，只算一次。"]
    assert {e["rule"]: e["missing"] for e in shaped["elements"]}["causes"] == 3


def test_a_unit_with_a_report() -> None:
    unit = units()["白石镇"]
    assert (unit["kind"], unit["standing"], unit["verdict"]) == ("town", "submitted", "incomplete")
    assert unit["timing"] == {
        "due": "2025-03-01",
        "due_from": "pack",
        "sent": "2025-03-05",
        "sent_from": "received",
        "days": 4,
    }
    assert unit["file"] == unit["report"]["source"]["path"] == "报送/白石镇.txt"
    assert unit["missing"] == ["causes", "issuing-body"]
    assert unit["outcomes"]["causes"] == "fail"
    told = {r["rule"] for r in unit["report"]["results"]}
    assert told == set(unit["outcomes"]) and "causes" in told
    assert "late-report" not in told, "the day of issue is for timing to judge"
    assert (unit["copied"], unit["precedence"]) == (0.42, "later")
    assert units()["青禾镇"]["rank"] == 1
    assert [f["role"] for f in units()["青禾镇"]["files"]] == ["current", "older", "same"]


def test_a_unit_without() -> None:
    unit = units()["县信访局"]
    assert (unit["standing"], unit["file"], unit["report"], unit["score"], unit["rank"]) == ("missing", *[None] * 4)
    doubtful = units()["县民政局"]["files"][0]
    assert doubtful["unit"] is None
    assert doubtful["claims"][0] == {"unit": "县民政局", "grounds": [{"ground": "signature", "words": "云川县民政局"}]}


def test_the_year_before() -> None:
    before = units()["白石镇"]["before"]
    assert [task["outcome"] for task in before["announced"]] == ["taken_up", "partly", "no_trace"]
    assert before["announced"][0]["echo"]["line"] == 6
    assert before["announced"][2]["echo"] is None
    assert before["repeated"][0]["alike"] == 100
    assert (before["gained"], before["lost"]) == (["causes"], ["issuing-body"])


def test_decisions_and_those_that_have_lapsed() -> None:
    decision = units()["红岩镇"]["decisions"][0]
    assert (decision["who"], decision["old"], decision["new"]) == ("王敏", "fail", "pass")
    assert units()["红岩镇"]["outcomes"]["next-year-plan"] == "pass"
    assert units()["柳湾镇"]["state"] == "returned"
    first, *others = review().units
    gone = Lapsed(first.decisions[0], Words("报告文字已改动", "the text has changed"))
    shaped = found(review()._replace(units=(first._replace(lapsed=(gone,)), *others)), "en")
    assert shaped["units"][0]["lapsed"][0]["why"] == "the text has changed"
    assert shaped["units"][0]["lapsed"][0]["decision"]["id"] == first.decisions[0].id


def test_copied_text() -> None:
    shaped = found(review())
    pair = shaped["pairs"][0]
    assert (pair["here"], pair["there"], pair["earlier"]) == ("白石镇", "红岩镇", "there")
    assert "三十六" in pair["passages"][0]["here"]["text"]
    assert "二十八" in pair["passages"][0]["there"]["text"]
    assert pair["passages"][0]["traces"] == [{"kind": "other_unit", "words": "红岩镇"}]
    assert shaped["pairs"][2]["there_year"] == 2023
    assert shaped["clusters"] == [{"members": ["白石镇", "红岩镇"], "characters": 1312}]
    assert shaped["common"][0]["passage"]["text"] == "各项任务按期完成。"


def test_every_file_is_listed_with_slashes() -> None:
    paths = [f["path"] for f in found(review())["files"]]
    assert "报送/无名.txt" in paths
    assert len(paths) == 13
    assert not [path for path in paths if "\\" in path]


def test_the_language_changes_words_and_not_keys() -> None:
    zh, en = found(review()), found(review(), "en")
    assert zh["units"][1]["report"]["results"][2]["title"] != en["units"][1]["report"]["results"][2]["title"]
    assert zh["units"][1]["standing"] == en["units"][1]["standing"]
    assert zh.keys() == en.keys()


def test_one_unit_for_every_row_of_the_roster() -> None:
    assert len(found(many(50))["units"]) == 50
