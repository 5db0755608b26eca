"""No page says a word that is not in the catalogues."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mapapp.resources import static, templates
from tools import messages

TEMPLATES = sorted(templates().rglob("*.html"))
MODULES = sorted(static("js").glob("*.mjs"))
SAID = {"aria-label", "title", "placeholder", "alt", "content", "value"}
# Names, which are the same in every language, and what the browser is told and nobody reads.
NAMES = re.compile(
    r"mapapp( add ARTICLE)?|width=device-width, initial-scale=1|light dark|article|image/png"
    r"|summary_large_image|CRS84|bbox|geometry|time|id|Point|[\d.]+|save|hide|merge|story|player|/embed"
    r"|JSON Schema"
)
# Parts of a tag, and programs.
INNER = re.compile(
    r"\{% block (?:kind|ready) %\}.*?\{% endblock %\}"
    r"|\{%-? macro (?:script|about)\(.*?endmacro %\}",
    re.S,
)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
# What a module may write with a capital: keys, headers, shapes of GeoJSON.
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
CALL = re.compile(r"\b(?:_|ngettext|pgettext)\((?:\s*\"[^\"]*\",?)+")
LITERAL = re.compile(r"""(["'`])([A-Z][a-z]+(?:[^"'`]*[a-z])?)\1""")
KEYS = re.compile(
    r"Enter|Escape|Home|End|Tab|Arrow\w+|Page\w+|Accept|Content-Type|\w*Geo\w*|Multi\w+"
)


class Said(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._quiet = 0
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet += tag in ("script", "style")
        self.words += [value for name, value in attrs if name in SAID and value]

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)


def _id(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_a_template_says_nothing_by_itself(path: Path) -> None:
    markup = JINJA.sub(" ", INNER.sub(" ", path.read_text("utf-8")))
    words = [" ".join(each.split()).strip(" -:;,.·×½()|") for each in Said(markup).words]
    left = [each for each in words if re.search(r"\w", each) and not NAMES.fullmatch(each)]
    assert left == []


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_module_says_nothing_by_itself(path: Path) -> None:
    if path.name == "messages.mjs":
        return  # has English for Node
    bare = COMMENT.sub(" ", path.read_text("utf-8"))
    program = CALL.sub(" ", bare)
    found = [match[2] for match in LITERAL.finditer(program)]
    assert [each for each in found if not KEYS.fullmatch(each)] == []


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_every_message_of_a_module_reaches_the_browser(path: Path) -> None:
    """Babel's reader of JavaScript passes over a message within the call of another."""
    if path.name == "messages.mjs":
        return  # defines what the others call
    calls = CALL.findall(COMMENT.sub(" ", path.read_text("utf-8")))
    said = {text for call in calls for text in re.findall(r'"([^"]*)"', call)}
    found = {
        text
        for _, message, _, context in messages.extracted_from(path)
        for text in ((message,) if isinstance(message, str) else message) + (context or "",)
    }
    assert said <= found
