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

/** A geometry of the topology as GeoJSON. */
export function geometryOf(object, arcs) {
  const nested = (value, depth) =>
    depth === 0 ? stitch(value, arcs) : value.map((part) => nested(part, depth - 1));
  const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[object.type];
  return { type: object.type, coordinates: nested(object.arcs, depth) };
}
