"""A drawing as PNG, by the resvg library out of the very SVG that is offered for download."""

from mapapp.maps.picture.fonts import FACES, FAMILY, file_of
from mapapp.maps.picture.shapes import Drawing
from mapapp.maps.picture.svg_file import svg


def png(drawing: Drawing, *, density: int = 1) -> bytes:
    """The drawing as PNG; no font of the machine is looked at.

    Parameters
    ----------
    density : int
        Pixels to a unit of the drawing's width and height, 2 for fine screens.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg(drawing, fonts=False),
        zoom=float(density),
        skip_system_fonts=True,
        font_files=[str(file_of(face)) for face in FACES],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
