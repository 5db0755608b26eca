import assert from "node:assert/strict";
import test from "node:test";

import { spread } from "../../mapapp/web/static/js/spread.mjs";

const disc = (x, y, radius, loose) => ({ x, y, radius, loose });

test("a town stays where it is, and an area steps off it", () => {
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

test("two towns part by halves, and only as far as they must", () => {
  const [a, b] = spread([disc(0, 0, 13, false), disc(10, 0, 13, false)]);
  assert.ok(Math.abs(a.dx + b.dx) < 0.001 && b.dx > 8 && b.dx < 8.5);
});

test("a crowd of thousands is parted in no time to speak of", () => {
  const crowd = Array.from({ length: 3000 }, (_, i) => disc((i * 97) % 1900, (i * 61) % 1000, 13, i % 5 === 0));
  assert.equal(spread(crowd).length, 3000);
});

test("none strays far from its spot in a crowd", () => {
  const crowd = Array.from({ length: 60 }, () => disc(50, 50, 15, true));
  assert.ok(spread(crowd).every(({ dx, dy }) => Math.hypot(dx, dy) <= 72.001));
});
