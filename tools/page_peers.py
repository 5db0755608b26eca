"""Folium's time plugins on the events of a story, to measure beside the map page."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from mapapp.model import Story, iso_date

# Of the browser, until what was changed is drawn.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What the links of Folium end in, the package that has it, and the file there.
PACKAGES = {
    "/leaflet.js": ("leaflet@1.9.4", "leaflet/dist/leaflet.js"),
    "jquery.min.js": ("jquery@3.7.1", "jquery/dist/jquery.min.js"),
    "jquery-3.7.1.min.js": ("jquery@3.7.1", "jquery/dist/jquery.min.js"),
    "jquery-ui.min.js": ("jquery-ui@1.13.3", "jquery-ui/dist/jquery-ui.min.js"),
    "iso8601.min.js": ("iso8601-js-period@0.2.1", "iso8601-js-period/iso8601.js"),
    "leaflet.timedimension.min.js": (
        "leaflet-timedimension@1.1.1",
        "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    ),
    "moment.min.js": ("moment@2.30.1", "moment/min/moment.min.js"),
    "leaflet.timeline.min.js": (
        "leaflet.timeline@1.6.0",
        "leaflet.timeline/dist/leaflet.timeline.js",
    ),
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A page of Folium's, and the program that moves its time by one step."""

    html: str
    step: str


def timestamped(story: Story) -> Peer:
    """TimestampedGeoJson: a year at a time, each event shown for the year after it began."""
    import folium
    from folium.plugins import TimestampedGeoJson

    made = folium.Map(tiles=None, maxZoom=18)
    style = {"icon": "circle", "iconstyle": {"radius": 4}}
    collection = _collection(story, lambda first, last: {"times": [str(iso_date(first))], **style})
    TimestampedGeoJson(collection, period="P1Y", duration="P1Y", auto_play=False).add_to(made)
    step = f"() => {{ {made.get_name()}.timeDimension.nextTime(); return {TWO_FRAMES}; }}"
    return Peer(made.get_root().render(), step)


def timeline(story: Story) -> Peer:
    """Timeline with its slider."""
    import folium
    from folium.plugins import Timeline, TimelineSlider
    from folium.utilities import JsCode

    made = folium.Map(tiles=None, maxZoom=18)
    day = 86_400_000
    layer = Timeline(
        _collection(story, lambda first, last: {"start": first * day, "end": (last + 1) * day}),
        point_to_layer=JsCode("(_, at) => L.circleMarker(at, { radius: 4, fill: true })"),
    ).add_to(made)
    TimelineSlider(auto_play=False, show_ticks=False).add_timelines(layer).add_to(made)
    name = layer.get_name()
    step = (
        f"(step) => {{ {name}.setTime({name}.start + step * {365 * day}); return {TWO_FRAMES}; }}"
    )
    return Peer(made.get_root().render(), step)


def _collection(story: Story, when):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [event.place.lon, event.place.lat]},
            "properties": when(event.when.first, event.when.last) | {"popup": event.title},
        }
        for event in story.annotation.events
        if event.place and event.when
    ]
    return {"type": "FeatureCollection", "features": features}


def packages(cache: Path) -> Path:
    """The folder of the packages that Folium links to, brought by npm when they are not there."""
    folder = cache / "folium-packages"
    if not all((folder / "node_modules" / name).exists() for _, name in PACKAGES.values()):
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-save", "--prefix", str(folder)]
        command += sorted({package for package, _ in PACKAGES.values()})
        subprocess.run(command, check=True)
    return folder / "node_modules"
