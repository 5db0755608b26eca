"""`mapapp add`: an article becomes a story of the library."""

import click

from mapapp.cli.library import library, library_option
from mapapp.cli.options import about_options, read
from mapapp.model import Story


@click.command()
@click.argument("article")
@click.option("--slug", metavar="NAME", help="Name in addresses; else made from the title.")
@click.option("--replace", is_flag=True, help="Read the story anew; decisions on it are kept.")
@about_options
@library_option
def command(
    article: str, slug: str | None, replace: bool, database: str | None, **about: str | None
) -> None:
    """Read ARTICLE (a file, or - for standard input) into the library.

    Prints the story's slug.
    """
    from mapapp.pipeline import annotate
    from mapapp.stories import check_slug, slug_of

    read_ = read(article, **about)
    name = check_slug(slug) if slug is not None else slug_of(read_.title)
    store = library(database)
    story = Story(name, annotate(read_))
    store.save(story, replace=replace)
    click.echo(f"added {len(story.annotation.events)} events", err=True)
    click.echo(name)
