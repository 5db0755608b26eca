/** What frames the map: back to the story, all of it, full screen, and what lies outside. */

import { h, svg } from "./dom.mjs";
import { _, ngettext } from "./messages.mjs";

const ICONS = {
  home: "M8 2.5 14 8h-1.6v5.2H9.6V9.8H6.4v3.4H3.6V8H2z",
  all: "M4.5 2.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M11.5 5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M6 9.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  screen: "M2 2h4.5v1.6H3.6v2.9H2z M9.5 2H14v4.5h-1.6V3.6H9.5z M2 9.5h1.6v2.9h2.9V14H2z M12.4 9.5H14V14H9.5v-1.6h2.9z",
};

/**
 * @param {{overview: function(), calm: function(): boolean}} view goes back to the first view;
 *   tells whether the reader wants no motion
 */
export function createFrame(map, story, pins, { overview, calm }) {
  const { L } = globalThis;
  speakScale(L, map);
  const outside = h("button", { type: "button", class: "outside-note", hidden: true, onclick: showAll });
  map.getContainer().append(outside);
  L.DomEvent.disableClickPropagation(outside);

  const shown = () => pins.numbers.filter(pins.shows);
  const spot = (number) => [story.places[number].lat, story.places[number].lon];

  function showAll() {
    const spots = shown().map(spot);
    if (spots.length) map.fitBounds(spots, { padding: [48, 48], maxZoom: 9, animate: !calm() });
  }

  const stage = map.getContainer().closest(".stage");
  const bar = new (L.Control.extend({
    onAdd() {
      const button = (name, label, act) => {
        const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[name], "fill-rule": "evenodd" }));
        return h("button", { type: "button", "aria-label": label, title: label, onclick: act }, icon);
      };
      const box = h(
        "div",
        { class: "leaflet-bar frame-bar" },
        button("home", _("Back to the story’s surroundings"), () => overview(!calm())),
        button("all", _("Zoom to all places"), showAll),
        document.fullscreenEnabled
          ? button("screen", _("Full screen"), () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()))
          : null,
      );
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  }))({ position: "topleft" });
  bar.addTo(map);

  function update() {
    const bounds = map.getBounds();
    const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const inside = ({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north;
    const away = shown().filter((number) => !inside(story.places[number])).length;
    outside.hidden = away === 0;
    outside.textContent = ngettext("{count} place outside this view", "{count} places outside this view", away);
  }
  map.on("moveend zoomend resize", update);
  return { update };
}

/** Leaflet writes kilometres in Latin letters, whatever the language. */
function speakScale(L, map) {
  L.Control.Scale.include({
    _updateMetric(most) {
      const metres = this._getRoundNum(most);
      const words = metres < 1000 ? _("{length} m", { length: metres }) : _("{length} km", { length: metres / 1000 });
      this._updateScale(this._mScale, words, metres / most);
    },
  });
  map.fire("move"); // it has written them already
}
