import json

import pytest

from mapapp.errors import QueryError
from mapapp.locale import LANGUAGES, N_, browser_messages, current, gettext, ngettext, number, use
from mapapp.locale.dates import day_in_words, month_in_words, short_date, year_in_words
from mapapp.locale.messages import capitalised, sentence


@pytest.mark.parametrize(
    ("tag", "count", "said"),
    [
        ("en", 1, "1 event"),
        ("en", 1200, "1,200 events"),
        ("ru", 1, "1 событие"),
        ("ru", 3, "3 события"),
        ("ru", 5, "5 событий"),
        ("ru", 11, "11 событий"),
        ("ru", 112, "112 событий"),
        ("ru", 1021, "1\xa0021 событие"),
        ("tr", 1200, "1.200 olay"),
        ("az", 2, "2 hadisə"),
        ("hy", 0, "0 իրադարձություն"),
    ],
)
def test_counts(tag: str, count: int, said: str) -> None:
    with use(tag):
        assert ngettext("{count} event", "{count} events", count) == said


@pytest.mark.parametrize(
    ("tag", "day", "before", "month", "year"),
    [
        ("en", "14 March 1992", "15 March 44 BCE", "March 1992", "44 BCE"),
        ("tr", "14 Mart 1992", "15 Mart MÖ 44", "Mart 1992", "MÖ 44"),
        ("az", "14 mart 1992", "15 mart e.ə. 44", "mart 1992", "e.ə. 44"),
        ("hy", "14 մարտի, 1992 թ.", "15 մարտի, մ.թ.ա. 44 թ.", "1992 թ․ մարտ", "մ.թ.ա. 44 թ."),
        ("ru", "14 марта 1992 г.", "15 марта 44 г. до н. э.", "март 1992 г.", "44 г. до н. э."),
    ],
)
def test_dates(tag: str, day: str, before: str, month: str, year: str) -> None:
    with use(tag):
        found = (
            day_in_words(1992, 3, 14),
            day_in_words(-43, 3, 15),
            month_in_words(1992, 3),
            year_in_words(-43),
        )
        assert tuple(words.replace("\u202f", " ") for words in found) == (day, before, month, year)
        assert year_in_words(1992) == "1992"
        assert "1992" in short_date(1992, 3, 14)


def test_a_month_follows_a_preposition_in_its_case() -> None:
    with use("ru"):
        assert gettext("since {date}", date=month_in_words(1992, 3, governed=True)).startswith(
            "с марта 1992"
        )


def test_the_language_is_spoken_within_the_block_alone() -> None:
    with use("az"):
        with use("hy"):
            assert gettext("Map") == "Քարտեզ"
        assert gettext("Map") == "Xəritə"
    assert current().tag == "en"
    assert gettext("Map") == "Map"


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(QueryError, match="no language 'xx'; choose one of en, tr"), use("xx"):
        pass


def test_what_is_put_in_is_no_template() -> None:
    assert gettext("Source: {source}", source="{0.__class__} %s") == "Source: {0.__class__} %s"
    assert N_("Map") == "Map"


@pytest.mark.parametrize(
    ("tag", "words", "said"), [("tr", "iki", "İki"), ("en", "iki", "Iki"), ("ru", "да", "Да")]
)
def test_capitals(tag: str, words: str, said: str) -> None:
    with use(tag):
        assert capitalised(words) == said
        assert capitalised("") == ""


def test_a_sentence_ends_once() -> None:
    with use("ru"):
        assert sentence("44 г.") == "44 г."
        assert sentence("да") == "да."
        told = gettext("Map of {title}. {facts}.", title="A", facts="в 44 г.")
        assert told == "Карта: A. в 44 г."
        assert gettext("{file} is empty.", file="a.txt") == "Файл a.txt пуст."
    with use("hy"):
        assert sentence("այո") == "այո։"


def test_numbers() -> None:
    with use("tr"):
        assert number(1234567) == "1.234.567"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_browser_gets_its_own_messages_alone(tag: str) -> None:
    told = json.loads(browser_messages(tag))
    assert told["language"] == tag
    assert len(told["calendar"]["months"]) == 12
    assert "<" not in browser_messages(tag)
    if tag != "en":
        assert set(told["messages"]["{count} event"]) <= {"one", "few", "many", "other"}
        assert "{count} place" not in told["messages"]  # the server alone says it
