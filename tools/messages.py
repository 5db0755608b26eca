"""Collect the messages of the program into the catalogues; `make messages` runs it.

What is new in a catalogue waits for its translation with an empty one, what nothing says any more
is dropped. The tests fail while a message is missing.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from mapapp.locale import DEFAULT, LANGUAGES
from mapapp.locale.catalogue import catalogue, path

ROOT = Path(__file__).parents[1]
_Found = tuple[int, str | tuple[str, ...], list[str], str | None]
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
# Without the dates and names that Babel puts there: they change nothing but every comparison.
_HEADER = """\
# The interface of mapapp in {language}.
# SPDX-License-Identifier: Apache-2.0
msgid ""
msgstr ""
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def template() -> Catalog:
    """All messages of the program, without a translation."""
    found = Catalog()
    for file, (_, message, comments, context) in sorted(_found(), key=lambda each: each[0]):
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return found


def _found() -> Iterator[tuple[str, _Found]]:
    for folder, pattern, method, options in _SOURCES:
        for source in sorted((ROOT / folder).rglob(pattern)):
            if "locale" in source.parts:
                continue  # it defines what the others call
            name = source.relative_to(ROOT).as_posix()
            for each in extract_from_file(method, source, KEYWORDS, ("Translators:",), options):
                yield name, each


def extracted_from(module: Path) -> Iterator[_Found]:
    """What one module of the browser says."""
    _, _, method, options = _SOURCES[1]
    yield from extract_from_file(method, module, KEYWORDS, (), options)


def updated(tag: str, messages: Catalog) -> Catalog:
    """A language's catalogue with these messages and no others."""
    found = catalogue(tag)
    found.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    for message in found:
        message.locations = [(file, 0) for file in sorted({file for file, _ in message.locations})]
    return found


def written(tag: str, found: Catalog) -> bytes:
    """The catalogue as a file."""
    language = LANGUAGES[tag].cldr.get_display_name("en") or tag
    header = _HEADER.format(language=language, tag=tag, plural=found.plural_forms)
    body = BytesIO()
    write_po(body, found, width=100, omit_header=True, sort_output=True, ignore_obsolete=True,
             include_lineno=False)  # fmt: skip
    return header.encode() + body.getvalue()


def main() -> None:
    messages = template()
    for tag in LANGUAGES:
        if tag == DEFAULT:
            continue
        found = updated(tag, messages)
        path(tag).write_bytes(written(tag, found))
        missing = [m for m in found if m.id and not all(strings(m))]
        print(f"{tag}: {len(found)} messages, {len(missing)} to translate")


def strings(message: Message) -> tuple[str, ...]:
    """What a message is in the language, in each form; empty where it is not translated."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


if __name__ == "__main__":
    main()
