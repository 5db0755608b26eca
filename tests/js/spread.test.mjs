import assert from "node:assert/strict";
import test from "node:test";

import { spread } from "../../mapapp/web/static/js/spread.mjs";

const disc = (x, y, radius, loose) => ({ x, y, radius, loose });

test("towns stay where they are, and an area steps off a town", () => {
  const discs = [disc(100, 100, 20, true), disc(105, 100, 8, false)];
  const [area, town] = spread(discs);
  assert.deepEqual(town, { dx: 0, dy: 0 });
  assert.ok(Math.hypot(100 + area.dx - 105, area.dy) >= 28);
});

test("two areas on one spot part, and those apart do not move", () => {
  const [a, b, c] = spread([disc(0, 0, 10, true), disc(0, 0, 10, true), disc(90, 0, 10, true)]);
  assert.ok(Math.hypot(a.dx - b.dx, a.dy - b.dy) >= 20);
  assert.deepEqual(c, { dx: 0, dy: 0 });
});

test("none strays far from its spot in a crowd", () => {
  const crowd = Array.from({ length: 60 }, () => disc(50, 50, 15, true));
  assert.ok(spread(crowd).every(({ dx, dy }) => Math.hypot(dx, dy) <= 46.001));
});
