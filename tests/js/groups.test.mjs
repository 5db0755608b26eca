import assert from "node:assert/strict";
import test from "node:test";

import { grouped, isCrowded } from "../../mapapp/web/static/js/groups.mjs";

function cloud(seed, count, width) {
  let at = seed;
  const chance = () => (at = (at * 1103515245 + 12345) % 2147483648) / 2147483648;
  return Array.from({ length: count }, () => ({ x: (chance() - 0.5) * width, y: (chance() - 0.5) * width }));
}
const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

test("every point is in one group, near its head, and heads keep their distance", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const points = cloud(seed, 400, 600);
    const groups = grouped([...points.keys()], (number) => points[number], 50);
    assert.deepEqual(groups.flat().sort((a, b) => a - b), [...points.keys()]);
    const heads = groups.map(([head]) => points[head]);
    for (const [head, ...others] of groups) {
      for (const other of others) assert.ok(far(points[head], points[other]) < 50);
    }
    heads.forEach((a, index) => heads.slice(index + 1).forEach((b) => assert.ok(far(a, b) >= 50)));
  }
});

test("the first of the numbers become heads", () => {
  const points = [{ x: 0, y: 0 }, { x: 30, y: 0 }, { x: 70, y: 0 }];
  assert.deepEqual(grouped([1, 0, 2], (number) => points[number], 50), [[1, 0, 2]]);
  assert.deepEqual(grouped([0, 1, 2], (number) => points[number], 50), [[0, 1], [2]]);
});

test("a crowd is more than so many points within reach of one", () => {
  const points = [0, 9, 18, 60, 61].map((x) => ({ x, y: 0 }));
  const pointOf = (number) => points[number];
  assert.equal(isCrowded([...points.keys()], pointOf, 20, 2), true);
  assert.equal(isCrowded([...points.keys()], pointOf, 20, 3), false);
});
