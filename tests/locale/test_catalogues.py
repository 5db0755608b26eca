import re
import string
from functools import cache

import pytest
from babel.messages import Catalog, Message

from mapapp.events.categories import shipped
from mapapp.locale import DEFAULT, LANGUAGES
from mapapp.locale.catalogue import catalogue, path, plural_forms
from mapapp.maps.terms import CATEGORIES
from tools import messages

TRANSLATED = [tag for tag in LANGUAGES if tag != DEFAULT]
# Said alike in several languages: signs, names of standards, words that are borrowed.
ALIKE = re.compile(r"API|OGC|HTML|^1992-05|^\{\w+\}( – | to |: | )?(\{\w+\}|k?m)$")


@cache
def extracted() -> Catalog:
    return messages.template()


def key(message: Message) -> tuple[str, str]:
    return message.context or "", ids(message)[0]


def ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def said(tag: str) -> dict[tuple[str, str], Message]:
    return {key(message): message for message in catalogue(tag) if message.id}


def names(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_message_is_translated_and_no_other(tag: str) -> None:
    wanted = {key(message) for message in extracted() if message.id}
    found = said(tag)
    assert wanted - set(found) == set(), "run `make messages` and translate these"
    assert set(found) - wanted == set(), "run `make messages`: nothing says these any more"
    empty = [key(each) for each in found.values() if not all(messages.strings(each))]
    assert empty == [], f"translate these in {path(tag).name}"
    assert [key(each) for each in found.values() if each.fuzzy] == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_what_is_put_in_stands_in_every_form(tag: str) -> None:
    for message in said(tag).values():
        wanted = set().union(*map(names, ids(message)))
        for form in messages.strings(message):
            # "one" may be said without its number.
            assert names(form) <= wanted, message.id
            assert wanted - names(form) <= {"count"} & wanted, message.id
        assert names(messages.strings(message)[-1]) == wanted, message.id


@pytest.mark.parametrize("tag", TRANSLATED)
def test_translations_are_whole_and_plain(tag: str) -> None:
    for message in said(tag).values():
        for form in messages.strings(message):
            assert form == form.strip() == " ".join(form.split())
            assert not set('<>&"') & set(form), "messages are put into HTML as they are"
            for opened, closed in ("“”", "«»", "()"):
                assert form.count(opened) == form.count(closed), form


@pytest.mark.parametrize("tag", TRANSLATED)
def test_words_are_of_one_script(tag: str) -> None:
    """A Latin a in a Cyrillic word looks right and is found by nobody."""
    own = {"CYRILLIC": "а-яё", "ARMENIAN": "ա-և"}.get(LANGUAGES[tag].script, "")
    mixed = re.compile(r"[a-zəıöüğşç](?:[а-яёա-և])|(?:[а-яёա-և])[a-zəıöüğşç]", re.I)
    for message in said(tag).values():
        for form in messages.strings(message):
            bare = re.sub(r"\{[^}]*\}", " ", form)
            assert mixed.search(bare) is None, form
            if own and not ALIKE.search(ids(message)[0]):
                assert re.search(f"[{own}]", bare, re.I), form


@pytest.mark.parametrize("tag", TRANSLATED)
def test_messages_are_not_left_in_english(tag: str) -> None:
    left = [
        ids(message)[0]
        for message in said(tag).values()
        if messages.strings(message)[0] == ids(message)[0] and not ALIKE.search(ids(message)[0])
    ]
    assert left == []


@pytest.mark.parametrize("tag", TRANSLATED)
def test_forms_of_plurals_are_those_of_the_cldr(tag: str) -> None:
    from gettext import c2py

    form = c2py(catalogue(tag).plural_expr)
    category = LANGUAGES[tag].cldr.plural_form
    forms = plural_forms(tag)
    assert {forms[category(count)] == form(count) for count in range(2000)} == {True}
    assert len(set(forms.values())) == catalogue(tag).num_plurals


def test_categories_of_the_shipped_lexicon_have_a_label() -> None:
    assert {"other", *shipped().names} == set(CATEGORIES)
