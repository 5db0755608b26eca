/** Land, water, borders, a hint of the graticule, and the soft circles of regions. */

import { decodeArcs, geometryOf } from "./topology.mjs";

const GRATICULE = 10; // degrees between its lines
const EDGE = 85; // degrees; the Mercator map ends near it

/** Draw the base map; colours come from the style sheet by class. */
export function drawBasemap(map, topology) {
  const { L } = globalThis;
  const pane = map.createPane("base");
  pane.style.zIndex = 150;
  const renderer = L.svg({ pane: "base", padding: 0.4 });
  const style = (className) => () => ({ pane: "base", renderer, className, interactive: false });
  const arcs = decodeArcs(topology);
  const draw = (geometry, className) => L.geoJSON(geometry, { style: style(className), pane: "base", interactive: false }).addTo(map);

  draw(graticule(), "graticule");
  const { land, ...lines } = topology.objects;
  draw({ type: "GeometryCollection", geometries: land.geometries.map((each) => geometryOf(each, arcs)) }, "land");
  for (const [name, object] of Object.entries(lines)) draw(geometryOf(object, arcs), name);
}

function graticule() {
  const lines = [];
  for (let lon = -180; lon <= 180; lon += GRATICULE) lines.push([[lon, -EDGE], [lon, EDGE]]);
  for (let lat = -80; lat <= 80; lat += GRATICULE) lines.push([[-180, lat], [180, lat]]);
  return { type: "MultiLineString", coordinates: lines };
}

/** Soft circles under the markers of places that are areas and no countries. */
export function drawAreas(map, story, numbers) {
  const { L } = globalThis;
  map.createPane("areas").style.zIndex = 250;
  const circles = new Map();
  for (const number of numbers) {
    const place = story.places[number];
    if (place.radius_km === null || place.precision === "country") continue;
    circles.set(
      number,
      L.circle([place.lat, place.lon], {
        radius: place.radius_km * 1000,
        className: "soft",
        pane: "areas",
        interactive: false,
      }),
    );
  }
  return {
    update(counts) {
      for (const [number, circle] of circles) {
        if (counts.at(number) > 0) circle.addTo(map);
        else circle.remove();
      }
    },
  };
}
