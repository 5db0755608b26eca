"""Values that show themselves in a notebook."""


class Shown:
    """Shows itself as its map, where the value stands at the end of a notebook's cell."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        # By the front door, which opens on every room: a value by itself knows nothing of maps.
        import mapapp

        return str(mapapp.to_map(self)._repr_html_())  # type: ignore[arg-type]
