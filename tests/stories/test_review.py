from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from mapapp.errors import BadDate, UnknownStory
from mapapp.model import Act, Annotation, Decision, Event, Place, Selection, Story, day_number
from mapapp.stories.review import Progress, decision_on, progress, review
from mapapp.stories.sqlite import SqliteStore

from tests.zoo import ANNOTATION, EVENTS, ROME, SHUSHA, STORY, TEXT, TURKEY

GANJA = Place("gn:586523", "Ganja", "settlement", 46.36, 40.68)
ELSEWHERE = {GANJA.id: GANJA}


def _about(number: int, act: Act, value: str = "", **more: str) -> Decision:
    return Decision(act, EVENTS[number].evidence[0].of(TEXT), value, **more)


def _after(*decisions: Decision, of: Annotation = ANNOTATION) -> dict[str, Event]:
    found = review(of, decisions, ELSEWHERE.get)
    assert found.unplaced == ()
    return {event.id: event for event in found.annotation.events}


def test_hide_takes_away_that_event_alone() -> None:
    assert set(_after(_about(2, "hide"))) == {event.id for event in EVENTS} - {"e3"}


def test_confirm_makes_a_fact_of_it() -> None:
    after = _after(_about(0, "confirm"), _about(9, "confirm"))
    assert after["e1"].status == "confirmed"
    assert after["e10"].modality == "asserted"


def test_retitle_keeps_the_rest() -> None:
    after = _after(_about(0, "retitle", "Officers met"))
    assert after["e1"] == replace(EVENTS[0], title="Officers met", status="edited")


def test_redate_keeps_the_words_as_written() -> None:
    when = _after(_about(0, "redate", "1992-05/.."))["e1"].when
    assert when is not None
    assert (when.edtf, when.text) == ("1992-05/..", "1992")
    assert (when.first, when.last) == (day_number(1992, 5), None)
    assert _after(_about(0, "redate", ""))["e1"].when is None


@pytest.mark.parametrize("place", [GANJA, ROME], ids=["gazetteer", "article"])
def test_move_keeps_the_role_and_the_other_places(place: Place) -> None:
    moved = _after(_about(1, "move", place.id))["e2"]
    assert [(tie.place, tie.role) for tie in moved.ties] == [
        (place, "destination"),
        (TURKEY, "origin"),
    ]
    assert moved.place == place


def test_move_to_a_place_that_is_tied_already_names_it_once() -> None:
    moved = _after(_about(1, "move", TURKEY.id))["e2"]
    assert [tie.place for tie in moved.ties] == [TURKEY]


def test_move_to_nothing_takes_the_event_off_the_map() -> None:
    moved = _after(_about(1, "move", ""))["e2"]
    assert (moved.ties, moved.place, moved.status) == ((), None, "edited")


def test_confirm_leaves_no_doubt_of_the_place() -> None:
    doubtful = replace(EVENTS[0], ties=(replace(EVENTS[0].ties[0], score=0.3),))
    of = replace(ANNOTATION, events=(doubtful, *EVENTS[1:]))
    assert _after(_about(0, "confirm"), of=of)["e1"].ties[0].score == 1.0


def test_decision_on_an_event_finds_it_even_if_its_id_is_another_later() -> None:
    for event in EVENTS:
        decision = decision_on(ANNOTATION, event, "retitle", "X")
        assert decision.at > day_number(2024)
        later = tuple(replace(each, id=f"n{each.id}") for each in EVENTS)
        after = _after(decision, of=replace(ANNOTATION, events=later))
        assert after[f"n{event.id}"].title == "X"


def test_progress_counts_what_was_hidden_as_checked() -> None:
    taken = [decision_on(ANNOTATION, EVENTS[number], act) for number, act in _ACTS]
    gone = Decision("hide", "No such sentence.", event="e99")
    after = review(ANNOTATION, taken, ELSEWHERE.get).annotation
    assert progress(Story("zoo", after, (*taken, gone))) == Progress(3, 9)
    assert progress(STORY) == Progress(1, 9)  # one came edited


_ACTS: tuple[tuple[int, Act], ...] = ((0, "confirm"), (1, "hide"), (2, "confirm"), (2, "confirm"))


def test_merge_gives_the_sentences_to_the_other() -> None:
    after = _after(_about(0, "merge", "e2"))
    assert "e1" not in after
    assert set(after["e2"].evidence) == {EVENTS[0].evidence[0], *EVENTS[1].evidence}


def test_added_event_takes_later_decisions() -> None:
    quote = "which Armenians call Shushi"
    added = _after(
        Decision("add", quote, "A name is told"),
        Decision("redate", quote, "2020"),
        Decision("move", quote, SHUSHA.id),
    )
    (new,) = set(added) - {event.id for event in EVENTS}
    event = added[new]
    assert (event.title, event.evidence[0].of(TEXT)) == ("A name is told", quote)
    assert event.place == SHUSHA
    assert event.when is not None


def test_replaying_twice_changes_nothing_more() -> None:
    decisions = (
        _about(0, "retitle", "X"),
        _about(1, "move", GANJA.id),
        _about(2, "hide"),
        Decision("add", "which Armenians call Shushi"),
    )
    once = review(ANNOTATION, decisions, ELSEWHERE.get).annotation
    assert review(once, decisions, ELSEWHERE.get).annotation == once


def test_decision_finds_its_sentence_in_a_changed_text() -> None:
    lead = "A new first paragraph.\n\n"
    moved = tuple(
        replace(event, id=f"n{event.id}", evidence=tuple(
            replace(span, start=span.start + len(lead), end=span.end + len(lead))
            for span in event.evidence))
        for event in EVENTS
    )  # fmt: skip
    article = replace(ANNOTATION.article, text=lead + TEXT)
    after = _after(_about(0, "retitle", "X", event="e1"), of=Annotation(article, events=moved))
    assert after["ne1"].title == "X"


def _twins() -> Annotation:
    twin = replace(EVENTS[0], id="twin", title="other officers met")
    return replace(ANNOTATION, events=(EVENTS[0], twin))


def test_events_of_one_sentence_are_told_apart_by_id() -> None:
    assert _after(_about(0, "retitle", "X", event="twin"), of=_twins())["twin"].title == "X"


@pytest.mark.parametrize(
    ("decision", "annotation"),
    [
        (_about(0, "hide"), _twins()),
        (Decision("hide", "No such sentence."), ANNOTATION),
        (Decision("add", "No such sentence."), ANNOTATION),
        (_about(0, "move", "gn:0"), ANNOTATION),
        (_about(0, "merge", "nope"), ANNOTATION),
        (_about(0, "merge", "e1"), ANNOTATION),
        (_about(0, "hide", suffix="another neighbour"), ANNOTATION),
    ],
    ids=["ambiguous", "gone", "nothing to add", "no place", "no event", "itself", "elsewhere"],
)
def test_decision_without_a_hold_is_handed_back_and_changes_nothing(
    decision: Decision, annotation: Annotation
) -> None:
    found = review(annotation, [decision], ELSEWHERE.get)
    assert (found.annotation, found.unplaced) == (annotation, (decision,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "s.sqlite", place_of=ELSEWHERE.get)
    opened.save(STORY)
    yield opened
    opened.close()


def test_decision_is_kept_and_shown_everywhere(store: SqliteStore) -> None:
    hide = _about(0, "hide")
    assert "e1" not in {event.id for event in store.decide("zoo", hide).annotation.events}
    assert "e1" not in {event.id for event in store.load("zoo").annotation.events}
    assert "e1" not in {found.event.id for found in store.query(Selection())}
    assert store.summaries()[0].events == 8
    assert store.load("zoo").decisions == (hide,)


def test_decision_taken_back_leaves_the_story_as_it_was(store: SqliteStore) -> None:
    move = _about(0, "move", GANJA.id)
    store.decide("zoo", move)
    assert store.withdraw("zoo", move) == STORY
    assert store.load("zoo") == STORY


def test_unreviewed_story_can_be_kept_again(store: SqliteStore) -> None:
    move = _about(0, "move", GANJA.id)
    after = store.decide("zoo", move)
    before = store.unreviewed("zoo")
    assert before == replace(STORY, decisions=(move,))
    store.remove("zoo")
    store.save(before)
    assert store.load("zoo") == after
    assert store.withdraw("zoo", move) == STORY


def test_decision_outlives_a_new_reading(store: SqliteStore) -> None:
    store.decide("zoo", _about(0, "move", GANJA.id, event="e1"))
    again = replace(ANNOTATION, events=(replace(EVENTS[0], id="new"), *EVENTS[1:]))
    store.save(Story("zoo", again), replace=True)
    assert store.event("zoo", "new").event.place == GANJA


def test_wrong_date_changes_nothing(store: SqliteStore) -> None:
    with pytest.raises(BadDate):
        store.decide("zoo", _about(0, "redate", "not a date"))
    assert store.load("zoo") == STORY


def test_decision_on_an_unknown_story(store: SqliteStore) -> None:
    with pytest.raises(UnknownStory):
        store.decide("nope", _about(0, "hide"))
