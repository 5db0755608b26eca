"""`mapapp map`: one article, one file, nothing stored."""

from pathlib import Path

import click

from mapapp.cli.formats import FormatsCommand
from mapapp.cli.options import (
    about_options,
    language_option,
    layer_option,
    read,
    selection,
    selection_options,
    told,
)
from mapapp.layers import LayerName
from mapapp.model import Story


@click.command("map", cls=FormatsCommand)
@click.argument("article")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="File to write; its suffix names the format.")  # fmt: skip
@about_options
@layer_option
@selection_options
@language_option
def command(
    article: str,
    output: Path,
    layer: LayerName | None,
    start: str | None,
    end: str | None,
    bbox: str | None,
    categories: tuple[str, ...],
    lang: str,
    **about: str | None,
) -> None:
    """Turn ARTICLE (a file, or - for standard input) into a map or a layer.

    An .html file opens with the network cable out; .geojson and others hold a layer.

    \b
    Example:
        mapapp map article.txt -o map.html
    """  # noqa: D301 - click's mark for lines that stay as they are
    from mapapp.formats import Content, format_of, write
    from mapapp.pipeline import annotate
    from mapapp.stories import slug_of

    format_ = format_of(output)  # a wrong suffix is told before the work begins
    chosen = selection(start, end, bbox, categories)
    read_ = read(article, **about)
    story = Story(slug_of(read_.title or Path(article).stem), annotate(read_))
    write(Content(story, layer or format_.default_layer, chosen, language=lang), output)
    click.echo(f"{output}: {told(story)}", err=True)
