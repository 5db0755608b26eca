/** The part of the world that the reader has chosen to see, as the address keeps it: `40.4,49.85,8.5`. */

const EDGE = 85; // degrees; the Mercator map ends near it
const HIGHEST = 18;

/** `{ lat, lon, zoom }` of a text; null where it is none. */
export function parseView(text) {
  const parts = text.split(",").map((part) => part.trim());
  const [lat, lon, zoom] = parts.map(Number);
  if (parts.length !== 3 || parts.includes("") || ![lat, lon, zoom].every(Number.isFinite)) return null;
  return Math.abs(lat) <= EDGE && Math.abs(lon) <= 360 && zoom >= 0 && zoom <= HIGHEST ? { lat, lon, zoom } : null;
}

/** The text of a view, exact to about a pixel. */
export function viewText({ lat, lon, zoom }) {
  const digits = Math.max(1, Math.ceil(zoom / 3));
  return [lat.toFixed(digits), lon.toFixed(digits), zoom.toFixed(2)].map(Number).join(",");
}

/**
 * Keeps the view in the state once the reader's hand, and not a click that opens something, moved
 * the map.
 *
 * @param {{overview: function(boolean), view: function(object)}} moves to the first view, to another
 * @returns {{release: function(), restore: function()}} `release` says that what moves next is no
 *   reader's doing; `restore` goes to the view of the state
 */
export function createView(map, store, moves) {
  const container = map.getContainer();
  let isByHand = false;
  for (const gesture of ["pointerdown", "wheel", "keydown"]) {
    container.addEventListener(gesture, () => { isByHand = true; }, { capture: true, passive: true });
  }
  const current = () => {
    const { lat, lng } = map.getCenter();
    return viewText({ lat, lon: lng, zoom: map.getZoom() });
  };
  let arrived = current(); // a click or a tap moves nothing
  map.on("moveend", () => {
    if (isByHand && current() !== arrived) store.set({ view: current() }, "view");
    arrived = current();
  });
  return {
    release() {
      isByHand = false;
    },
    restore() {
      const view = parseView(store.get().view ?? "");
      if (view === null) moves.overview(false);
      else moves.view(view);
    },
  };
}
