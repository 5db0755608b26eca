/** The round world on a flat map, which shows it again and again to the left and the right. */

/** The copy of a meridian that lies nearest to another; degrees, may be beyond 180. */
export const nearest = (lon, middle) => lon + 360 * Math.round((middle - lon) / 360);

/** Numbers of the copies of the world between two meridians: 0 is from -180 to 180. */
export function worldsIn(west, east) {
  const [first, last] = [Math.floor((west + 180) / 360), Math.ceil((east + 180) / 360) - 1];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Keep the map at the copy of the world in which the markers stand: nobody sees it step over. */
export function stayNear(map, middle) {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    const there = nearest(lng, middle);
    if (Math.abs(there - lng) > 1) map.setView([lat, there], map.getZoom(), { animate: false });
  });
}
