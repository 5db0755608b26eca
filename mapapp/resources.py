"""The one module that knows where templates/, geodata/ and the browser packages lie.

In a checkout they lie at the top level (the browser packages in node_modules/, brought by npm from
the lock file); in a wheel they were put inside the package when it was built.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def _folder(in_checkout: str, in_wheel: str) -> Path:
    # The wheel's first: what lies beside an installed package, such as another one's `templates`,
    # is not ours. A checkout has no such folder inside the package.
    inside = _PACKAGE / in_wheel
    return inside if inside.is_dir() else _CHECKOUT / in_checkout


def templates() -> Path:
    """The folder of the Jinja templates."""
    return _folder("templates", "_templates")


def geodata(*parts: str) -> Path:
    """A file or folder of the geodata that ship: tables, outlines, stories."""
    return _folder("geodata", "_geodata").joinpath(*parts)


def browser_package(name: str, *parts: str) -> Path:
    """A file or folder of an npm package that ships, such as `leaflet` or `world-atlas`."""
    return _folder("node_modules", "_browser").joinpath(name, *parts)


def static(*parts: str) -> Path:
    """A file or folder of the browser code and styles that are mapapp's own."""
    return _PACKAGE.joinpath("web", "static", *parts)
