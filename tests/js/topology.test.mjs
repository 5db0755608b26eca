import assert from "node:assert/strict";
import test from "node:test";

import { decodeArcs, linesOf, polygonsOf, unwrapped } from "../../mapapp/web/static/js/topology.mjs";

const arcs = decodeArcs({
  transform: { scale: [0.5, 0.5], translate: [10, 20] },
  arcs: [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]]],
});
const ring = [[10, 20], [11, 20], [11, 21], [10, 21], [10, 20]];

test("arcs are shared, and run backwards where the index says so", () => {
  assert.deepEqual(polygonsOf({ arcs: [[[0, 1]]] }, arcs).coordinates, [[ring]]);
  assert.deepEqual(polygonsOf({ arcs: [[[~1, ~0]]] }, arcs).coordinates, [[[...ring].reverse()]]);
});

test("a line over the antimeridian goes on without a jump, and is drawn on both sides", () => {
  const line = [[179, 0], [-179, 1], [179.5, 2]];
  assert.deepEqual(unwrapped(line), [[179, 0], [181, 1], [179.5, 2]]);
  const { coordinates } = linesOf({ arcs: [[0]] }, [line]);
  assert.deepEqual(coordinates, [[[179, 0], [181, 1], [179.5, 2]], [[-181, 0], [-179, 1], [-180.5, 2]]]);
});

test("land around a pole is closed along the pole", () => {
  const coast = [[-180, -70], [-60, -71], [60, -72], [180, -70]];
  const [[closed]] = polygonsOf({ arcs: [[[0]]] }, [[...coast, [-180, -70]]]).coordinates;
  assert.ok(closed.some(([, lat]) => lat === -90));
  assert.deepEqual(closed[0], closed.at(-1));
});
