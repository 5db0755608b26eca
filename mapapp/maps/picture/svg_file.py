"""A drawing as SVG 1.1 with a subset of its typeface inside, so that it looks alike everywhere."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from mapapp.maps.picture.fonts import FACES, FAMILY, open_font
from mapapp.maps.picture.shapes import XY, Disc, Drawing, Face, Ink, Outline, Panel, Shape, Text
from mapapp.text.xml import xml_text

_CSS: dict[Face, str] = {
    "regular": "",
    "bold": ' font-weight="bold"',
    "oblique": ' font-style="oblique"',
}
HALO = 0.28  # width of the rim of letters as a share of their size


def svg(drawing: Drawing, *, fonts: bool = True) -> str:
    """The drawing as an SVG document; with `fonts`, a browser needs none of its own."""
    return "".join(_document(drawing, fonts=fonts))


def number(value: float) -> str:
    """A length with at most two decimals.

    Examples
    --------
    >>> number(12.0), number(0.125), number(-0.001)
    ('12', '0.12', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _document(drawing: Drawing, *, fonts: bool) -> Iterator[str]:
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc"'
        f' width="{drawing.width}" height="{drawing.height}"'
        f' viewBox="0 0 {drawing.width} {drawing.height}"'
        f' lang={quoteattr(drawing.language)} font-family="{FAMILY}, sans-serif"'
        ' font-stretch="condensed">\n'
        f'<title id="title">{_escaped(drawing.title)}</title>\n'
        f'<desc id="desc">{_escaped(drawing.description)}</desc>\n'
    )
    if fonts:
        yield f"<style>{''.join(_font_faces(drawing.shapes))}</style>\n"
    for shape in drawing.shapes:
        yield _element(shape) + "\n"
    yield "</svg>\n"


def _element(shape: Shape) -> str:
    match shape:
        case Outline(lines, ink, closed):
            return f'<path d="{_path(lines, closed=closed)}"{_ink(ink)}/>'
        case Disc(x, y, radius, ink):
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{_ink(ink)}/>'
        case Panel(x, y, width, height, ink):
            return (
                f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
                f' height="{number(height)}"{_ink(ink)}/>'
            )
        case Text():
            return _text(shape)


def _text(shape: Text) -> str:
    attributes = f' font-size="{number(shape.size)}" fill="{shape.fill}"{_CSS[shape.face]}'
    if shape.anchor != "start":
        attributes += f' text-anchor="{shape.anchor}"'
    if shape.spacing:
        attributes += f' letter-spacing="{number(shape.spacing)}"'
    if shape.halo:
        width = number(shape.size * HALO)
        attributes += (
            f' paint-order="stroke" stroke="{shape.halo}" stroke-width="{width}"'
            ' stroke-linejoin="round"'
        )
    position = f'x="{number(shape.x)}" y="{number(shape.y)}"'
    return f"<text {position}{attributes}>{_escaped(shape.text)}</text>"


def _escaped(text: str) -> str:
    return escape(xml_text(text))


def _ink(ink: Ink) -> str:
    said = f' fill="{ink.fill or "none"}"'
    if ink.fill and ink.fill_opacity < 1:
        said += f' fill-opacity="{number(ink.fill_opacity)}"'
    if ink.stroke:
        said += f' stroke="{ink.stroke}" stroke-width="{number(ink.stroke_width)}"'
        said += ' stroke-linejoin="round"'
        if ink.dash:
            said += f' stroke-dasharray="{" ".join(map(number, ink.dash))}"'
    return said


def _path(lines: Iterable[tuple[XY, ...]], *, closed: bool) -> str:
    """Path data in steps from point to point, a tenth of a pixel exact: half as long."""
    pieces = []
    for line in lines:
        points = [(round(x * 10), round(y * 10)) for x, y in line]
        steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(points) if (x, y) != (px, py)]
        moves = "".join(f"l{_tenths(x)} {_tenths(y)}" for x, y in steps)
        pieces.append(f"M{_tenths(points[0][0])} {_tenths(points[0][1])}{moves}")
        if closed:
            pieces.append("z")
    return "".join(pieces)


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


def _font_faces(shapes: Iterable[Shape]) -> Iterator[str]:
    letters: dict[Face, set[str]] = {face: set() for face in FACES}
    for shape in shapes:
        if isinstance(shape, Text):
            letters[shape.face] |= set(shape.text)
    for face, used in letters.items():
        if used:
            data = b64encode(_subset(face, frozenset(used))).decode()
            style = "font-weight:bold;" if face == "bold" else ""
            style += "font-style:oblique;" if face == "oblique" else ""
            yield (
                f'@font-face{{font-family:"{FAMILY}";font-stretch:condensed;{style}'
                f'src:url("data:font/ttf;base64,{data}")}}'
            )


def _subset(face: Face, letters: frozenset[str]) -> bytes:
    """The face's file with the glyphs of these letters alone."""
    from fontTools.subset import Options, Subsetter

    options = Options(layout_features=["kern", "mark"], hinting=False, recalc_timestamp=False)
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    out = BytesIO()
    with open_font(face) as font:
        subsetter.subset(font)
        font.save(out, reorderTables=False)
    return out.getvalue()
