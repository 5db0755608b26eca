"""`mapapp add`: articles become stories of the library."""

from pathlib import Path

import click

from mapapp.cli.bulk import add_all, files
from mapapp.cli.library import library, library_option
from mapapp.cli.options import about_options, read, told
from mapapp.cli.workers import workers_option
from mapapp.model import Story


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "--slug",
    metavar="NAME",
    help="Name in addresses; else made from the title, or the file's name.",
)
@click.option("--replace", is_flag=True, help="Read the story anew; decisions on it are kept.")
@click.option("--resume", is_flag=True, help="Of many, pass over those that are there already.")
@workers_option
@about_options
@library_option
def command(
    articles: tuple[str, ...],
    slug: str | None,
    replace: bool,
    resume: bool,
    workers: int,
    database: str | None,
    **about: str | None,
) -> None:
    """Read each ARTICLE (a file, a folder of files, or - for standard input) into the library.

    Prints the slug of each story. Of many articles, one that cannot be read costs that one alone;
    a run that was stopped goes on with --resume.

    \b
    Example:
        mapapp add beagle.txt --title "The voyage of the Beagle"
        mapapp add articles/ --workers 2 --resume
    """  # noqa: D301 - click's mark for lines that stay as they are
    if len(articles) == 1 and not Path(articles[0]).is_dir():
        _add_one(articles[0], slug, about, replace=replace, database=database)
        return
    if slug is not None or about["title"] is not None:
        raise click.UsageError("--slug and --title are for one article; many go by their own")
    add_all(
        library(database),
        files(articles),
        workers=workers,
        replace=replace,
        resume=resume,
        about=about,
    )


def _add_one(
    article: str,
    slug: str | None,
    about: dict[str, str | None],
    *,
    replace: bool,
    database: str | None,
) -> None:
    from mapapp.pipeline import annotate
    from mapapp.stories import check_slug, slug_of

    read_ = read(article, **about)
    name = check_slug(slug) if slug is not None else slug_of(read_.title or Path(article).stem)
    store = library(database)
    story = Story(name, annotate(read_))
    store.save(story, replace=replace)
    click.echo(told(story), err=True)
    click.echo(name)
