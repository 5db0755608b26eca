"""`mapapp export`: a story's layer as a file, or the story as a folder for a web host."""

import os
from dataclasses import replace
from pathlib import Path

import click

from mapapp.cli.formats import FormatsCommand
from mapapp.cli.library import library, library_option
from mapapp.cli.options import (
    chosen_options,
    format_options,
    language_option,
    layer_option,
    selection,
    selection_options,
    settings,
)
from mapapp.formats.format import Content
from mapapp.layers import LayerName
from mapapp.model import Selection


@click.command(cls=FormatsCommand)
@click.argument("names", metavar="[SLUG] OUT", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="All stories in place of one SLUG.")
@layer_option
@selection_options
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    callback=lambda _context, _option, text: _address(text),
    help="Where readers will find the folder OUT, for links and previews; of a file, the server"
    " that its links lead to.",
)
@format_options
@language_option
@library_option
def command(
    names: tuple[str, ...],
    everything: bool,
    layer: LayerName | None,
    start: str | None,
    end: str | None,
    bbox: str | None,
    categories: tuple[str, ...],
    base_url: str,
    put_in: tuple[str, ...],
    left_out: tuple[str, ...],
    lang: str,
    database: str | None,
) -> None:
    """Write the story SLUG, or all, to the file OUT, in the format that its suffix names.

    An OUT that ends in a slash is a new folder: the page, its data and a picture, for any web
    host. With --base-url, its address there, previews of links to it show the picture.

    \b
    Example:
        mapapp export beagle events.geojson --from 1833 --to 1834
        mapapp export beagle site/ --base-url https://example.org/beagle/
        mapapp export beagle beagle.pdf --lang tr
        mapapp export --all events.geojson
    """  # noqa: D301 - click's mark for lines that stay as they are
    *slugs, output = names
    if len(slugs) != (0 if everything else 1):
        raise click.UsageError("name one story and a file, or --all and a file")
    chosen = selection(start, end, bbox, categories)
    if slugs and (output.endswith(("/", os.sep)) or Path(output).is_dir()):
        from mapapp.formats.site import write_site

        story = library(database).load(slugs[0])
        write_site(
            Content(
                story,
                selection=chosen,
                base_url=settings().address.rstrip("/"),
                language=lang,
                site=base_url,
            ),
            Path(output),
        )
        click.echo(f"wrote {output}", err=True)
        return
    from mapapp.formats import format_of, whole_library, write

    layer = layer or format_of(output).default_layer
    options = chosen_options(put_in, left_out)
    store = library(database)
    content = (
        Content(store.load(slugs[0]), layer, chosen, options=options, language=lang)
        if slugs
        else whole_library(store, layer, chosen, options)
    )
    content = replace(content, base_url=(base_url or settings().address).rstrip("/"))
    slug = slugs[0] if slugs else None
    if chosen != Selection() and not list(store.query(chosen, slug=slug, limit=1)):
        click.echo("no event is in the selection: the file will hold none", err=True)
    written = write(content, output)
    click.echo(f"wrote {output}", err=True)
    for loss in written.losses:
        click.echo(f"{written.name} does not keep: {loss}", err=True)


def _address(text: str) -> str:
    if text and not text.startswith(("http://", "https://")):
        raise click.BadParameter(f"{text!r} is no address; write https:// before the host's name")
    return text
