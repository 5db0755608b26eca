/** The map on paper: as wide as a sheet, and what the reader had in view still in it as a whole. */

/**
 * @param {function()} settle arranges at once what otherwise waits for a frame: a browser that
 *   prints shows none in between
 */
export function createPaper(map, settle) {
  const page = document.documentElement;
  let seen = null;
  addEventListener("beforeprint", () => {
    seen ??= { center: map.getCenter(), zoom: map.getZoom(), bounds: map.getBounds() };
    page.classList.add("on-paper");
    map.invalidateSize({ animate: false });
    map.fitBounds(seen.bounds, { animate: false });
    settle();
  });
  addEventListener("afterprint", () => {
    if (seen === null) return;
    page.classList.remove("on-paper");
    map.invalidateSize({ animate: false });
    map.setView(seen.center, seen.zoom, { animate: false });
    seen = null;
  });
}
