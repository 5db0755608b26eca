"""`mapapp import`: a file of events becomes a story of the library."""

from pathlib import Path

import click

from mapapp.cli.library import library, library_option
from mapapp.cli.options import about_options, day, told
from mapapp.errors import UnknownFormat
from mapapp.layers.words import tie_certainty
from mapapp.model import Article, Place, Story

_ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
_STEP = 5000  # events between two words of progress


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--slug", metavar="NAME", help="Name in addresses; else made from the title.")
@click.option("--replace", is_flag=True, help="In place of the story of that name, if any.")
@click.option(
    "--columns",
    default="",
    metavar="OURS=THEIRS,...",
    help="Which columns hold what, such as date=Datum,place=Ort, where their names do not tell.",
)
@click.option(
    "--lookup/--no-lookup",
    default=True,
    help="Look places up that the file only names, or keep them by name.",
)
@click.option("--layer", default="", metavar="NAME", help="The layer of FILE with the events.")
@about_options
@library_option
def command(
    file: Path,
    slug: str | None,
    replace: bool,
    columns: str,
    lookup: bool,
    layer: str,
    title: str | None,
    source_name: str | None,
    published: str | None,
    language: str | None,
    database: str | None,
) -> None:
    """Read the events of FILE into the library: a GeoJSON, CSV, GeoPackage, FlatGeobuf,
    GeoParquet, Shapefile (.shp, or zipped), KML, KMZ, Linked Places, iCalendar or TimelineJS
    file, written by mapapp or by another program.

    A table needs a column `title` or `quote`; `start_date`, `end_date` or `edtf`, `place`, `lon`,
    `lat` and `category` are taken where they are, under these or their usual other names, in
    several languages. Nothing is kept when one row cannot be read. Prints the story's slug.

    \b
    Example:
        mapapp import battles.csv --title "Battles" --columns date=Tag,place=Schauplatz
        mapapp import survey.gpkg --layer sites
    """  # noqa: D205, D301 - one sentence, as the help shows it; click's mark for lines
    from mapapp.formats import Columns, is_readable, read_story, story_title
    from mapapp.places import resolve_names
    from mapapp.stories import check_slug, slug_of

    if not is_readable(file.name) and file.suffix.lower() in _ARTICLES:
        raise UnknownFormat(f"{file} is no file of events but an article; mapapp add reads it")
    title = title or story_title(file)
    name = check_slug(slug) if slug is not None else slug_of(title)
    article = Article(
        "", title, source_name or "", day(published) if published else None, language or "en"
    )
    story = read_story(
        file,
        name,
        article,
        known=_known,
        find=resolve_names if lookup else None,
        progress=_progress,
        columns=Columns.parse(columns),
        layer=layer,
    )
    library(database).save(story, replace=replace)
    click.echo(told(story) + _looked_up(story), err=True)
    click.echo(name)


def _known(id_: str) -> Place | None:
    from mapapp.places import default_gazetteer

    return default_gazetteer().place(id_)


def _looked_up(story: Story) -> str:
    """How many names the gazetteer was asked for, and how many want a look at what it said."""
    text = story.annotation.article.text
    ties = (event.home for event in story.annotation.events)
    found = {tie.span.of(text): tie for tie in ties if tie and tie.span}
    if not found:
        return ""
    unknown = sum(tie.place.lon is None for tie in found.values())
    unsure = sum(tie_certainty(tie) != "certain" for tie in found.values())
    names = "name" if len(found) == 1 else "names"
    said = f"; {len(found)} {names} looked up, {unsure} unsure, {unknown} not found"
    return said + (": the story's page under Review shows which" if unsure or unknown else "")


def _progress(number: int) -> None:
    if number % _STEP == 0:
        click.echo(f"{number:,} events read", err=True)
