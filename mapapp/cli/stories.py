"""`mapapp stories`: the list of the library."""

import click

from mapapp.cli.library import library, library_option
from mapapp.model import civil
from mapapp.stories import StorySummary


@click.command()
@library_option
def command(database: str | None) -> None:
    """List the stories of the library: slug, events, years, title; tabs between."""
    for story in library(database).summaries():
        click.echo("\t".join([story.slug, str(story.events), _years(story), story.title]))


def _years(story: StorySummary) -> str:
    years = [str(civil(day)[0]) if day is not None else "" for day in (story.first, story.last)]
    return "/".join(dict.fromkeys(filter(None, years)))
