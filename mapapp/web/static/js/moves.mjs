/** The map's moves: to the story, to a place, to several. */

import { docked } from "./popup.mjs";

const ROOM = [64, 64]; // pixels that a place keeps from the map's edge
// Pixels that the story keeps clear of the controls at the upper left, and of the edges.
const CLEAR = { paddingTopLeft: [60, 44], paddingBottomRight: [36, 36] };
const NEAREST = 8; // zoom beyond which a single place is not approached

/**
 * @param {{release: function(), calm: function(): boolean}} handlers `release` says before each
 *   move that it is no reader's doing; `calm` tells whether the reader wants no motion
 */
export function createMoves(map, story, { release, calm }) {
  const [west, south, east, north] = story.focus;
  const spot = (number) => [story.places[number].lat, story.places[number].lon];
  let rest = null; // what put the map where it is, until something else moves it
  let waiting = null; // what will put it elsewhere when it has come to rest
  let isOurs = false;
  map.on("movestart zoomstart", () => { if (!isOurs && waiting === null) rest = null; });
  let isZooming = false; // Leaflet does nothing that it is told meanwhile
  map.on("zoomanim", () => { isZooming = true; });
  map.on("zoomend", () => { isZooming = false; });
  let isAsked = false; // an animation begins with the next frame, whatever came between
  function animated(act) {
    waiting = null;
    isAsked = true;
    act();
    requestAnimationFrame(() => { isAsked = false; });
  }
  function goOn() {
    const act = waiting;
    waiting = null;
    if (act !== null) put(act);
  }
  function put(act) {
    if (isAsked || isZooming) {
      waiting = act;
      if (isAsked) requestAnimationFrame(goOn);
      else map.once("zoomend", goOn);
      return;
    }
    release();
    isOurs = true;
    act();
    isOurs = false;
    rest = act;
  }
  return {
    overview(animate) {
      const fit = (animated) => map.fitBounds([[south, west], [north, east]], { ...CLEAR, animate: animated });
      const home = () => fit(false);
      if (!animate) {
        put(home);
        return;
      }
      release();
      animated(() => fit(true));
      map.once("moveend", () => { if (waiting === null) rest = home; });
    },
    /** To what an address asks for. */
    view: ({ lat, lon, zoom }) => put(() => map.setView([lat, lon], zoom, { animate: false })),
    /** The map has another size: what it was put to stays in view. */
    resize() {
      map.invalidateSize({ pan: false });
      if (rest !== null && waiting === null) put(rest);
    },
    goTo(number) {
      if (docked()) return; // the popup moves the map from under itself
      release();
      map.panInside(spot(number), { padding: ROOM, animate: !calm() });
    },
    show(numbers) {
      release();
      const maxZoom = Math.min(NEAREST, Math.max(map.getZoom(), 5));
      if (numbers.length) animated(() => map.fitBounds(numbers.map(spot), { padding: ROOM, maxZoom, animate: !calm() }));
    },
  };
}
