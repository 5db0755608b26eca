/** Names on the map: of the story's places, of countries, seas and towns, none over another. */

import { h } from "./dom.mjs";
import { nearest } from "./globe.mjs";
import { beside, place as arrange } from "./labels.mjs";

const KINDS = {
  place: { font: "600 13px system-ui, sans-serif", height: 17 },
  country: { font: "500 12px system-ui, sans-serif", height: 16, spacing: 0.08 },
  sea: { font: "italic 12px Georgia, serif", height: 16, spacing: 0.04 },
  town: { font: "400 11.5px system-ui, sans-serif", height: 15 },
};
const DOT = 2; // radius of a town's dot in pixels
const TOWN_ROOM = 74; // pixels that a town lies from the next larger one to be named
const TOWNS = 26; // named at once: a quiet map
const NEAR = 16; // pixels from a marker within which a town is the marker's own
const ROOM = 0.62; // a country's name may be so many times wider than the country's inner circle

/** Keeps the names right while the map and the window move. */
export function createNames(map, story, pins) {
  let labels = [];
  const pane = map.createPane("names");
  pane.classList.add("leaflet-zoom-hide");
  pane.style.zIndex = 450;
  pane.setAttribute("aria-hidden", "true"); // the markers bear the names already
  const measure = createMeasure();

  function wishes() {
    const shown = pins.numbers
      .filter((number) => pins.radius(number) > 0)
      .sort((a, b) => pins.radius(b) - pins.radius(a));
    const discs = shown.map((number) => {
      const { x, y } = pins.point(number);
      return { number, x, y, radius: pins.radius(number) };
    });
    const taken = discs.map(({ x, y, radius }) => ({
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
    }));
    const named = discs.map((disc) => {
      const text = pins.caption(disc.number);
      return { text, kind: "place", boxes: beside(disc, measure(text, "place")) };
    });
    taken.push(...frames());
    const ground = labels.map(inSight).filter(fits);
    const towns = ground.filter(isTown).filter(({ x, y }) => !discs.some((disc) => Math.hypot(disc.x - x, disc.y - y) < disc.radius + NEAR));
    return {
      taken,
      wanted: [...named, ...ground.filter((label) => !isTown(label)).map(centred), ...towns.slice(0, TOWNS).map(dotted)],
    };
  }

  // They stand still but for the map's size, and asking where they are lays out the page.
  let standing = null;
  map.on("resize", () => { standing = null; });
  const frames = () => (standing ??= [...map.getContainer().querySelectorAll(".leaflet-control")].map(frameOf));

  function frameOf(control) {
    const [inner, outer] = [control.getBoundingClientRect(), map.getContainer().getBoundingClientRect()];
    return { x: inner.x - outer.x, y: inner.y - outer.y, width: inner.width, height: inner.height };
  }

  const pointOf = ({ lat, lon }) => map.latLngToContainerPoint([lat, lon]);
  const isTown = ({ kind }) => kind === "town";

  /** A name of the base map at the copy of the world that is seen, with its point on the map. */
  function inSight(label) {
    const lon = nearest(label.lon, map.getCenter().lng);
    return { ...label, lon, ...pointOf({ lat: label.lat, lon }) };
  }

  function fits({ text, lon, lat, size, kind, x, y }) {
    if (named(text)) return false;
    if (kind === "town") {
      const { x: width, y: height } = map.getSize();
      const degree = (pointOf({ lat: Math.max(lat - 1, -85), lon }).y - y);
      return x > 0 && y > 0 && x < width && y < height && size * degree > TOWN_ROOM;
    }
    const { width } = measure(text, kind);
    const across = pointOf({ lat, lon: lon + size }).x - pointOf({ lat, lon: lon - size }).x;
    return width * ROOM < across && across < 24 * width;
  }

  const shownNames = () => pins.numbers.filter((n) => pins.radius(n) > 0).map((n) => story.places[n].name);
  let current = new Set();
  const named = (text) => current.has(text);

  const dotted = ({ text, kind, x, y }) => ({ text, kind, dot: { x, y }, boxes: beside({ x, y, radius: DOT }, measure(text, kind)) });

  function centred({ text, kind, x, y }) {
    const { width, height } = measure(text, kind);
    return { text, kind, boxes: [{ x: x - width / 2, y: y - height / 2, width, height }] };
  }

  function draw() {
    current = new Set(shownNames());
    const { taken, wanted } = wishes();
    const { x: width, y: height } = map.getSize();
    const seen = new Set();
    const boxes = arrange(wanted, taken, { width, height });
    pane.replaceChildren(
      ...wanted.flatMap(({ text, kind, dot }, index) => {
        const box = boxes[index];
        if (!box || (kind !== "place" && seen.has(text))) return [];
        seen.add(text);
        const label = at(h("span", { class: `name name-${kind}` }, text), box);
        return dot ? [label, at(h("span", { class: "town-dot" }), { x: dot.x - DOT, y: dot.y - DOT })] : [label];
      }),
    );
  }

  /** Put an element of the pane at a point of the map's frame. */
  function at(element, { x, y }) {
    const point = map.containerPointToLayerPoint([x, y]);
    element.style.transform = `translate(${Math.round(point.x)}px, ${Math.round(point.y)}px)`;
    return element;
  }

  let waiting = false;
  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  }
  map.on("moveend zoomend resize viewreset", redraw);
  return {
    redraw,
    draw,
    /** Names of countries and seas, once the base map is there. */
    setLabels(found) {
      labels = found;
      redraw();
    },
  };
}

function createMeasure() {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map();
  return (text, kind) => {
    const key = `${kind}:${text}`;
    if (!known.has(key)) {
      const { font, height, spacing = 0 } = KINDS[kind];
      context.font = font;
      const letters = spacing * Number.parseInt(/(\d+)px/.exec(font)[1], 10) * text.length;
      known.set(key, { width: Math.ceil(context.measureText(text).width + letters) + 4, height });
    }
    return known.get(key);
  };
}
