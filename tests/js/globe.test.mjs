import assert from "node:assert/strict";
import { test } from "node:test";

import { nearest, worldsIn } from "../../mapapp/web/static/js/globe.mjs";

test("a place is drawn at the copy of the world that the story is in", () => {
  assert.equal(nearest(-171.8, 181), 188.2);
  assert.equal(nearest(178.4, 181), 178.4);
  assert.equal(nearest(49.9, 40), 49.9);
  assert.equal(nearest(170, -175), -190);
});

test("as many copies of the world are drawn as are seen", () => {
  assert.deepEqual(worldsIn(20, 50), [0]);
  assert.deepEqual(worldsIn(170, 200), [0, 1]);
  assert.deepEqual(worldsIn(-200, 200), [-1, 0, 1]);
  assert.deepEqual(worldsIn(-180, 180), [0]);
  assert.deepEqual(worldsIn(185, 190), [1]);
});
