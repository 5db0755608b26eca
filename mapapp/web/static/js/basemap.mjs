/** Land, water, borders, a hint of the graticule, and the outlines of areas. */

import { svg } from "./dom.mjs";
import { nearest, worldsIn } from "./globe.mjs";
import { decodeArcs, linesOf, polygonsOf } from "./topology.mjs";

const GRATICULE = 10; // degrees between its lines
const ROUGH = 8; // zoom up to which rivers and lakes are drawn
const EDGE = 85; // degrees; the Mercator map ends near it

/** Draw the base map; colours come from the style sheet by class. */
export function drawBasemap(map, topology) {
  const { L } = globalThis;
  const pane = map.createPane("base");
  pane.style.zIndex = 150;
  const renderer = L.svg({ pane: "base", padding: 0.4 });
  const style = (className) => () => ({ pane: "base", renderer, className, interactive: false });
  const arcs = decodeArcs(topology);
  const { land, lakes, rivers, ...lines } = topology.objects;
  const parts = [
    ["graticule", graticule()],
    ["land", { type: "GeometryCollection", geometries: land.geometries.map((each) => polygonsOf(each, arcs)) }],
    ["lakes", polygonsOf(lakes, arcs)],
    ["rivers", linesOf(rivers, arcs)],
    ...Object.entries(lines).map(([name, object]) => [name, linesOf(object, arcs)]),
  ];
  const drawn = new Set();
  /** Each copy of the world is drawn when it comes into sight: most maps show but one. */
  function draw() {
    const bounds = map.getBounds().pad(0.2);
    for (const world of worldsIn(bounds.getWest(), bounds.getEast())) {
      if (drawn.has(world)) continue;
      drawn.add(world);
      const coordsToLatLng = ([lon, lat]) => L.latLng(lat, lon + 360 * world);
      for (const [className, geometry] of parts) {
        L.geoJSON(geometry, { coordsToLatLng, style: style(className), pane: "base", interactive: false }).addTo(map);
      }
    }
  }
  draw();
  map.on("moveend", draw);
  // Rivers and lakes are known to some four kilometres: nearer than that they would be wrong.
  const settle = () => pane.classList.toggle("from-near", map.getZoom() > ROUGH);
  settle();
  map.on("zoomend", settle);
}

function graticule() {
  const lines = [];
  for (let lon = -180; lon <= 180; lon += GRATICULE) lines.push([[lon, -EDGE], [lon, EDGE]]);
  for (let lat = -80; lat <= 80; lat += GRATICULE) lines.push([[-180, lat], [180, lat]]);
  return { type: "MultiLineString", coordinates: lines };
}

/** A fill that fades towards the edge: a circle without a line, where no line is known. */
function softEdge() {
  const stop = (offset, opacity) => svg("stop", { offset, "stop-opacity": opacity, class: "soft-stop" });
  const gradient = svg("radialGradient", { id: "soft-edge" }, stop(0, 0.32), stop(0.55, 0.2), stop(1, 0));
  return svg("svg", { width: 0, height: 0, "aria-hidden": "true" }, svg("defs", {}, gradient));
}

/**
 * The areas under the markers: their outlines, or a soft circle of their size where there is none.
 * Whole countries show theirs only while they are pointed at or open.
 */
export function drawAreas(map, story, numbers, outlines) {
  const { L } = globalThis;
  map.getContainer().append(softEdge());
  map.createPane("areas").style.zIndex = 250;
  const options = { pane: "areas", interactive: false };
  const areas = new Map();
  for (const number of numbers) {
    const place = story.places[number];
    const coordinates = outlines[place.id];
    const className = `area area-${place.precision}`;
    if (coordinates) {
      const shape = { type: "MultiPolygon", coordinates };
      const coordsToLatLng = ([lon, lat]) => L.latLng(lat, nearest(lon, place.lon));
      areas.set(number, L.geoJSON(shape, { ...options, coordsToLatLng, style: { className } }));
    } else if (place.radius_km !== null && place.precision !== "country") {
      areas.set(number, L.circle([place.lat, place.lon], { ...options, className: `${className} soft`, radius: place.radius_km * 1000 }));
    }
  }
  const paths = (area) => (area.getLayers ? area.getLayers() : [area]).map((path) => path.getElement());
  return {
    update(counts) {
      for (const [number, area] of areas) {
        if (counts.at(number) > 0) area.addTo(map);
        else area.remove();
      }
    },
    /** A pin that is pointed at shows the area that it stands for. */
    followPointer(numberOf) {
      const point = (event) => {
        const pin = event.target.closest?.(".pin");
        this.mark("area-lit", pin ? [numberOf(pin)] : []);
      };
      map.getContainer().addEventListener("pointerover", point);
      map.getContainer().addEventListener("focusin", point);
    },
    /** Mark the areas of some places with a class. */
    mark(className, marked) {
      for (const [number, area] of areas) {
        if (!map.hasLayer(area)) continue;
        for (const path of paths(area)) path.classList.toggle(className, marked.includes(number));
      }
    },
  };
}
