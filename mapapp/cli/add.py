"""`mapapp add`: an article becomes a story of the library."""

from pathlib import Path

import click

from mapapp.cli.library import library, library_option
from mapapp.cli.options import about_options, read, told
from mapapp.model import Story


@click.command()
@click.argument("article")
@click.option(
    "--slug",
    metavar="NAME",
    help="Name in addresses; else made from the title, or the file's name.",
)
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
    name = check_slug(slug) if slug is not None else slug_of(read_.title or Path(article).stem)
    store = library(database)
    story = Story(name, annotate(read_))
    store.save(story, replace=replace)
    click.echo(told(story), err=True)
    click.echo(name)
