"""A drawing as PDF: lines stay lines, words stay words that can be searched and copied."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from mapapp.maps.picture.fonts import FACES, file_of, text_width
from mapapp.maps.picture.shapes import XY, Disc, Drawing, Ink, Outline, Panel, Shape, Text
from mapapp.maps.picture.svg_file import HALO

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_POINTS = 0.75  # PDF points in a CSS pixel
_STROKE, _FILL = 1, 0  # PDF's text rendering modes
_ROUND = 1  # PDF's line join


def pdf(drawing: Drawing) -> bytes:
    """The drawing as a PDF of one page, 96 of its units to the inch; same drawing, same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    _register_fonts()
    out = BytesIO()
    page = (drawing.width * _POINTS, drawing.height * _POINTS)
    canvas = Canvas(
        out, pagesize=page, invariant=1, lang=drawing.language, initialFontName=FACES[0]
    )
    canvas.setTitle(drawing.title)
    canvas.setSubject(drawing.description)
    canvas.setCreator("mapapp")
    canvas.scale(_POINTS, _POINTS)
    canvas.setLineJoin(_ROUND)
    for shape in drawing.shapes:
        _draw(canvas, shape, drawing.height)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for face in FACES:
        registerFont(TTFont(face, str(file_of(face))))


def _draw(canvas: "Canvas", shape: Shape, height: float) -> None:
    match shape:
        case Outline(lines, ink, closed):
            path = canvas.beginPath()
            for line in lines:
                _trace(path, line, height, closed=closed)
            canvas.drawPath(path, **_ink(canvas, ink), fillMode=0)  # 0: even-odd
        case Disc(x, y, radius, ink):
            canvas.circle(x, height - y, radius, **_ink(canvas, ink))
        case Panel(x, y, width, tall, ink):
            canvas.rect(x, height - y - tall, width, tall, **_ink(canvas, ink))
        case Text():
            _write(canvas, shape, height)


def _trace(path: Any, line: tuple[XY, ...], height: float, *, closed: bool) -> None:  # noqa: ANN401 - untyped library
    path.moveTo(line[0][0], height - line[0][1])
    for x, y in line[1:]:
        path.lineTo(x, height - y)
    if closed:
        path.close()


def _ink(canvas: "Canvas", ink: Ink) -> dict[str, int]:
    if ink.fill:
        canvas.setFillColor(ink.fill)
        canvas.setFillAlpha(ink.fill_opacity)
    if ink.stroke:
        canvas.setStrokeColor(ink.stroke)
        canvas.setLineWidth(ink.stroke_width)
        canvas.setDash(list(ink.dash))
    return {"fill": int(ink.fill is not None), "stroke": int(ink.stroke is not None)}


def _write(canvas: "Canvas", shape: Text, height: float) -> None:
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    left = shape.x - share * text_width(shape.text, shape.size, shape.face, shape.spacing)
    canvas.setFillColor(shape.fill)
    canvas.setFillAlpha(1.0)
    for mode in (_STROKE, _FILL) if shape.halo else (_FILL,):
        canvas.saveState()  # the mode outlives a text object, and reportlab does not put it back
        if mode == _STROKE:
            canvas.setStrokeColor(shape.halo)
            canvas.setLineWidth(shape.size * HALO)
            canvas.setDash([])
        line = canvas.beginText(left, height - shape.y)
        line.setFont(shape.face, shape.size)
        line.setCharSpace(shape.spacing)
        line.setTextRenderMode(mode)
        line.textOut(shape.text)
        canvas.drawText(line)
        canvas.restoreState()
