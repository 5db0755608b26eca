from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from mapapp.layers import LAYERS, LayerName, features
from mapapp.model import Event, Story, When, day_number
from mapapp.ogc.described import feature_schema
from mapapp.stories import open_store

from tests.zoo import EVENTS, STORY

ADDRESS = "https://maps.example/ogc/collections/events/schema"


def story(*events: Event) -> Story:
    return replace(STORY, annotation=replace(STORY.annotation, events=events))


def schema(folder: Path, told: Story, name: LayerName = "events") -> dict[str, Any]:
    store = open_store(folder / "stories.sqlite")
    store.save(told)
    return feature_schema(name, ADDRESS, store)


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("events", [EVENTS, EVENTS[:5]], ids=["ancient", "modern"])
def test_every_feature_keeps_to_the_schema(
    tmp_path: Path, name: LayerName, events: tuple[Event, ...]
) -> None:
    told = story(*events)
    described = schema(tmp_path, told, name)
    Draft202012Validator.check_schema(described)
    validator = Draft202012Validator(described, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for feature in features(told, name):
        validator.validate(msgspec.to_builtins(feature))


def dates(described: dict[str, Any]) -> str:
    columns = described["properties"]["properties"]
    return "text" if "start_date" in columns["properties"] else "dates"


def on(first: int | None, last: int | None) -> Event:
    return replace(EVENTS[0], when=When("..", first, last))


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (on(day_number(1), day_number(9999, 12, 31)), "dates"),
        (on(day_number(0, 12, 31), day_number(1)), "text"),
        (on(None, day_number(1990)), "dates"),
        (on(None, day_number(-5)), "text"),
        (on(day_number(1990), day_number(10_000)), "text"),
        (on(day_number(1990), None), "dates"),
        (replace(EVENTS[0], when=None), "dates"),
    ],
)
def test_days_that_no_date_can_write_are_told_to_be_text(
    tmp_path: Path, event: Event, kind: str
) -> None:
    assert dates(schema(tmp_path, story(event))) == kind
