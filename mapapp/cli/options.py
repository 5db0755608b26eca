"""Options and steps that several commands share."""

import os
from collections.abc import Callable
from typing import Any

import click

from mapapp.errors import BadDate, ReadingError
from mapapp.model import Annotation, Article, Interval, Selection, Story
from mapapp.settings import Settings

Command = Callable[..., Any]


def settings() -> Settings:
    """The settings of the environment; a wrong one is wrong usage."""
    try:
        return Settings.from_env(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def about_options(command: Command) -> Command:
    """`--title`, `--source`, `--published`, `--language`: what an article does not say itself."""
    for option in (
        click.option("--language", metavar="TAG", help="Language of the text, such as en."),
        click.option(
            "--published", metavar="DATE", help="Day of publication, from which 'Monday' counts."
        ),
        click.option("--source", "source_name", metavar="TEXT", help="Who says so: name or URL."),
        click.option("--title", metavar="TEXT", help="Headline."),
    ):
        command = option(command)
    return command


def selection_options(command: Command) -> Command:
    """`--from`, `--to`, `--bbox`, `--category`: which events."""
    for option in (
        click.option(
            "--category", "categories", multiple=True, metavar="NAME", help="Only this; repeatable."
        ),
        click.option("--bbox", metavar="W,S,E,N", help="Only inside this box, in degrees."),
        click.option("--to", "end", metavar="DATE", help="Only what begins no later."),
        click.option(
            "--from", "start", metavar="DATE", help="Only what ends no earlier: 1992, 1992-05 ..."
        ),
    ):
        command = option(command)
    return command


def layer_option(command: Command) -> Command:
    """`--layer`: which of the layers; None is the format's own choice."""
    from mapapp.layers import LAYERS

    return click.option(
        "--layer", type=click.Choice(LAYERS), help="Layer; the first that the format can hold."
    )(command)


def language_option(command: Command) -> Command:
    """`--lang`: what a file that is made for people speaks."""
    from mapapp.locale import DEFAULT, LANGUAGES

    return click.option(
        "--lang",
        type=click.Choice(list(LANGUAGES)),
        default=DEFAULT,
        show_default=True,
        help="Language of pages and pictures; data are the same in each.",
    )(command)


def format_options(command: Command) -> Command:
    """`--with`, `--without`: the options of the format."""
    for option in (
        click.option("--without", "left_out", multiple=True, metavar="OPTION", help="Likewise."),
        click.option("--with", "put_in", multiple=True, metavar="OPTION",
                     help="An option of the format, as the list below has them; repeatable."),
    ):  # fmt: skip
        command = option(command)
    return command


def chosen_options(put_in: tuple[str, ...], left_out: tuple[str, ...]) -> dict[str, bool]:
    """The value of `format_options`."""
    return {**dict.fromkeys(put_in, True), **dict.fromkeys(left_out, False)}


def told(story: Story) -> str:
    """What was found, in words."""
    facts = [event for event in story.annotation.events if event.modality == "asserted"]
    places = {event.place.id for event in facts if event.place}
    loose = sum(event.place is None for event in facts)
    undated = sum(event.when is None for event in facts)
    return (
        f"{_counted(len(facts), 'event')} at {_counted(len(places), 'place')};"
        f" {loose} without a place, {undated} without a date"
        f"{_open(story.annotation)}{_foreign(story.annotation.article)}"
    )


def _open(annotation: Annotation) -> str:
    """How many dates count from a day of writing that nobody told, such as `last Tuesday`."""
    if annotation.article.published is not None:
        return ""
    times = annotation.times
    hanging = sum(time.when is None and time.value.startswith("XXXX-") for time in times)
    if not hanging:
        return ""
    return f"; {_counted(hanging, 'date')} without a year: --published tells the day of writing"


def _foreign(article: Article) -> str:
    """A word of warning about an article in a language that is not read."""
    from mapapp.reading import is_english

    if is_english(article.language):
        return ""
    return f"; the text is not in English ({article.language}), the only language that mapapp reads"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def selection(
    start: str | None, end: str | None, bbox: str | None, categories: tuple[str, ...]
) -> Selection:
    """The value of `selection_options`; raises BadDate and BadBBox."""
    return Selection.parse(start=start, end=end, bbox=bbox, category=",".join(categories))


def read(
    source: str,
    *,
    title: str | None,
    source_name: str | None,
    published: str | None,
    language: str | None,
) -> Article:
    """Read the article that a command names."""
    from mapapp.formats import is_readable
    from mapapp.reading import read_article

    if is_readable(source):
        raise ReadingError(f"{source} is no article but a file of events; mapapp import reads it")
    return read_article(
        source,
        title=title,
        source_name=source_name,
        published=day(published) if published else None,
        language=language,
        settings=settings(),
    )


def day(text: str) -> int | None:
    """The value of `--published`; raises BadDate for what is no single day."""
    days = Interval.parse(text, parameter="published")
    if days.first != days.last:
        raise BadDate(f"{text!r} is no single day; write YYYY-MM-DD", parameter="published")
    return days.first
