"""How QGIS finds a layer's style inside a GeoPackage: the table `layer_styles`.

The styles switch QGIS's temporal controller on, which it never does by itself.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from mapapp.layers import LayerName
from mapapp.resources import templates

_TABLE = """CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT,
    f_table_schema TEXT,
    f_table_name TEXT,
    f_geometry_column TEXT,
    styleName TEXT,
    styleQML TEXT,
    styleSLD TEXT,
    useAsDefault BOOLEAN,
    description TEXT,
    owner TEXT,
    ui TEXT,
    update_time DATETIME
)"""
_STYLE = """INSERT INTO layer_styles (
    f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
    styleSLD, useAsDefault, description, owner, update_time
) VALUES ('', '', ?, 'geom', 'mapapp', ?, '', 1, 'mapapp', '', ?)"""
# A table of attributes is registered like a layer (GeoPackage 1.3, clause 2.4).
_REGISTERED = """INSERT INTO gpkg_contents (
    table_name, data_type, identifier, description, last_change
) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)"""


def add_styles(path: Path, layers: tuple[LayerName, ...], *, written: str) -> None:
    """Put the styles of some layers into a GeoPackage that holds them.

    Parameters
    ----------
    written : str
        Instant that counts as the time of writing, ISO 8601.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(_TABLE)
        for layer in layers:
            style = templates().joinpath("qgis", f"{layer}.qml").read_text("utf-8")
            connection.execute(_STYLE, (layer, style, written))
        connection.execute(_REGISTERED, (written,))
