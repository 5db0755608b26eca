"""The browser's program and style as one text each, for pages that stand alone.

A page opened from disk may not import modules from other files. So the modules are put one after
the other, each in a function of its own that returns what it exports; the files themselves are
the very same that the server sends. (An import map of data: URLs needs newer browsers, and would
carry every module in base64.)
"""

import re
from functools import cache
from pathlib import Path
from string import Template

from mapapp.resources import browser_package, static, templates

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z]+)\.mjs";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)


@cache
def program() -> str:
    """All modules that main.mjs needs, in order, ready for one module script."""
    done: list[str] = []
    parts: list[str] = []
    _add("main", done, parts)
    return _guarded("\n".join(parts))


def _add(name: str, done: list[str], parts: list[str]) -> None:
    if name in done:
        return
    source = static("js", f"{name}.mjs").read_text("utf-8")
    for found in _IMPORT.finditer(source):
        _add(found[2], done, parts)
    done.append(name)
    body = _IMPORT.sub(_taken, source)
    body = re.sub(r"^export ", "", body, flags=re.MULTILINE)
    if name == "main":
        parts.append(body)
    else:
        exports = ", ".join(_EXPORT.findall(source))
        parts.append(_wrapper().substitute(name=name, body=body, exports=exports))


@cache
def _wrapper() -> Template:
    return Template(templates().joinpath("elements", "module.mjs").read_text("utf-8"))


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", found[1])
    return f"const {{{names}}} = m_{found[2]};\n"


@cache
def leaflet() -> str:
    """Leaflet, with its licence in its first lines."""
    text = _leaflet("leaflet.js").read_text("utf-8")
    return _guarded(text.replace("//# sourceMappingURL=leaflet.js.map", "").rstrip() + "\n")


@cache
def style() -> str:
    """Leaflet's style and ours; pictures that ours never shows are left out."""
    text = _leaflet("leaflet.css").read_text("utf-8")
    text = re.sub(r"url\(images/[^)]*\)", "none", text)
    return f"{text}\n{_ours('mapapp')}"


@cache
def dark() -> str:
    """The colours of the dark theme."""
    return _ours("dark")


def _ours(name: str) -> str:
    return static("css", f"{name}.css").read_text("utf-8").replace("</", "<\\/")


def _leaflet(name: str) -> Path:
    return browser_package("leaflet", "dist", name)


def _guarded(text: str) -> str:
    """The program so that no `</script>` or comment in it ends its tag."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
