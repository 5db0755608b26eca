"""Locator maps drawn without a browser: one drawing, written as SVG, PNG or PDF."""

from mapapp.maps.picture.pdf_file import pdf
from mapapp.maps.picture.png_file import png
from mapapp.maps.picture.shapes import Drawing
from mapapp.maps.picture.sheet import LEAST, MOST, draw
from mapapp.maps.picture.svg_file import svg
from mapapp.maps.picture.theme import THEMES, Theme

__all__ = ["LEAST", "MOST", "THEMES", "Drawing", "Theme", "draw", "pdf", "png", "svg"]
