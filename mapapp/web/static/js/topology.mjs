/** Decode the base map: TopoJSON (its specification 1.0), quantised, into lon/lat. */

/** Arcs as arrays of [lon, lat]. */
export function decodeArcs({ arcs, transform }) {
  const [scaleX, scaleY] = transform.scale;
  const [moveX, moveY] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scaleX + moveX, y * scaleY + moveY];
    });
  });
}

/** Join arcs end to end; `~i` means arc i backwards. */
export function stitch(indexes, arcs) {
  const line = [];
  for (const index of indexes) {
    const points = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    line.push(...(line.length ? points.slice(1) : points));
  }
  return line;
}

/** The line without jumps: where it crosses the antimeridian it goes on beyond 180 degrees. */
export function unwrapped(line) {
  let turn = 0;
  let before = line[0][0];
  return line.map(([lon, lat]) => {
    if (Math.abs(lon + turn - before) > 180) turn += lon + turn < before ? 360 : -360;
    before = lon + turn;
    return [before, lat];
  });
}

/** The ring unwrapped; one around a pole is closed along that pole. */
function closedRing(line) {
  const ring = unwrapped(line);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (Math.abs(first[0] - last[0]) < 180) return ring;
  const pole = first[1] < 0 ? -90 : 90;
  return [...ring, [last[0], pole], [first[0], pole], first];
}

/** The same line on the other side of the world as well, where it leaves the map. */
function copies(lines, reach) {
  const lons = reach.map(([lon]) => lon);
  const shifted = (by) => lines.map((line) => line.map(([lon, lat]) => [lon + by, lat]));
  const turns = [0];
  if (lons.some((lon) => lon > 180)) turns.push(-360);
  if (lons.some((lon) => lon < -180)) turns.push(360);
  return turns.map(shifted);
}

/** A MultiPolygon of the topology as GeoJSON. */
export function polygonsOf(object, arcs) {
  const coordinates = object.arcs.flatMap((polygon) => {
    const rings = polygon.map((indexes) => closedRing(stitch(indexes, arcs)));
    return copies(rings, rings[0]);
  });
  return { type: "MultiPolygon", coordinates };
}

/** A MultiLineString of the topology as GeoJSON. */
export function linesOf(object, arcs) {
  const coordinates = object.arcs.flatMap((indexes) => {
    const line = unwrapped(stitch(indexes, arcs));
    return copies([line], line).flat();
  });
  return { type: "MultiLineString", coordinates };
}
