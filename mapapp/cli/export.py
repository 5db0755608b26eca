"""`mapapp export`: a story's layer as a file."""

from pathlib import Path

import click

from mapapp.cli.library import library, library_option
from mapapp.cli.options import layer_option, selection, selection_options
from mapapp.layers import LayerName


@click.command()
@click.argument("slug")
@click.argument("output", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path))
@layer_option
@selection_options
@library_option
def command(
    slug: str,
    output: Path,
    layer: LayerName | None,
    start: str | None,
    end: str | None,
    bbox: str | None,
    categories: tuple[str, ...],
    database: str | None,
) -> None:
    r"""Write the story SLUG to the file OUT, in the format that its suffix names.

    \b
    Example:
        mapapp export beagle events.geojson --from 1833 --to 1834
    """
    from mapapp.formats import Content, format_of, write

    layer = layer or format_of(output).default_layer
    chosen = selection(start, end, bbox, categories)
    written = write(Content(library(database).load(slug), layer, chosen), output)
    click.echo(f"wrote {output}", err=True)
    for loss in written.losses:
        click.echo(f"{written.name} does not keep: {loss}", err=True)
