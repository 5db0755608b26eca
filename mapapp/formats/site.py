"""A folder for any web host: the page, its data and a picture, that no server must make."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mapapp.errors import QueryError
from mapapp.formats import csv, gdal, geojson, html, picture, pieces
from mapapp.formats.format import Content
from mapapp.layers import LAYERS
from mapapp.locale import gettext as _
from mapapp.locale import use


def write_site(content: Content, folder: Path) -> None:
    """Write `index.html`, the layers and a picture into a new or empty folder, whole or not at all.

    Raises
    ------
    QueryError
        When there is something in the folder already.
    OSError
        When it cannot be written.
    """
    if content.site:
        content = replace(content, site=f"{content.site.rstrip('/')}/")
    if folder.exists() and any(folder.iterdir()):
        raise QueryError(f"{folder} is not empty; name a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, parts in _files(content):
            with (made / name).open("wb") as file:
                file.writelines(parts)
        made.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made)
        raise


def _files(content: Content) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "index.html", pieces(replace(content, in_folder=True), html.FORMAT)
    for layer in LAYERS:
        one = replace(content, layer=layer)
        yield f"{layer}.geojson", pieces(one, geojson.FORMAT)
        if layer in csv.FORMAT.layers:
            yield f"{layer}.csv", pieces(one, csv.FORMAT)
    yield "story.gpkg", pieces(content, gdal.GEOPACKAGE)
    yield "picture.png", pieces(content, picture.PNG)
    if content.site:
        yield "embed-code.txt", iter([_code(content).encode()])


def _code(content: Content) -> str:
    """What other sites copy to show the page in a frame."""
    from mapapp.maps.code import embed_code
    from mapapp.maps.page import facts

    story, site = content.story, content.site
    with use(content.language):
        alt = _("Map: {facts}", facts=facts(story, content.selection))
    code = embed_code(
        title=story.title, alt=alt, page=site, frame=site, picture=f"{site}picture.png"
    )
    return f"{code}\n"
