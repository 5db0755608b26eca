"""Collect the messages of the program into the catalogues; `make messages` runs it.

What is new in a catalogue waits for its translation with an empty one, what nothing says any more
is dropped. The tests fail while a message is missing.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from mapapp.locale import DEFAULT, LANGUAGES
from mapapp.locale.catalogue import catalogue, path

ROOT = Path(__file__).parents[1]
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_SOURCES = (
    ("mapapp", "*.py", "python", {}),
    ("mapapp/web/static/js", "*.mjs", "javascript", {"parse_template_string": True}),
    ("templates", "*.html", "jinja2.ext:babel_extract", {}),
)
HEADER = "# The interface of mapapp in {name}.\n# SPDX-License-Identifier: Apache-2.0"


def template() -> Catalog:
    """All messages of the program, without a translation."""
    found = Catalog()
    for file, (_, message, comments, context) in sorted(_found(), key=lambda each: each[0]):
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return found


def _found() -> Iterator[tuple[str, tuple[int, str | tuple[str, ...], list[str], str | None]]]:
    for folder, pattern, method, options in _SOURCES:
        for source in sorted((ROOT / folder).rglob(pattern)):
            if "locale" in source.parts:
                continue  # it defines what the others call
            name = source.relative_to(ROOT).as_posix()
            for each in extract_from_file(method, source, KEYWORDS, ("Translators:",), options):
                yield name, each


def updated(tag: str, messages: Catalog) -> Catalog:
    """A language's catalogue with these messages and no others."""
    found = catalogue(tag)
    found.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    for message in found:
        message.locations = [(file, 0) for file in sorted({file for file, _ in message.locations})]
    return found


def main() -> None:
    messages = template()
    for tag in LANGUAGES:
        if tag == DEFAULT:
            continue
        found = updated(tag, messages)
        with path(tag).open("wb") as file:
            write_po(file, found, width=100, sort_output=True, ignore_obsolete=True,
                     include_lineno=False)  # fmt: skip
        missing = [m for m in found if m.id and not all(strings(m))]
        print(f"{tag}: {len(found)} messages, {len(missing)} to translate")


def strings(message: Message) -> tuple[str, ...]:
    """What a message is in the language, in each form; empty where it is not translated."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


if __name__ == "__main__":
    main()
