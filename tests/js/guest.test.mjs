import assert from "node:assert/strict";
import test from "node:test";

import { heightMessages, secretOf, wantedHeight } from "../../mapapp/web/static/js/guest.mjs";

for (const [hash, secret] of [
  ["#?secret=a1B2c3D4e5", "a1B2c3D4e5"],
  ["#?list=1&secret=xyz", "xyz"],
  ["#s120", null],
  ["", null],
  ["#?secret=<b>", null],
]) {
  test(`the secret in ${hash || "nothing"}`, () => assert.equal(secretOf(hash), secret));
}

test("the wanted height follows the width and not the frame's present height", () => {
  const low = wantedHeight({ width: 600, whole: 380, map: 180 });
  const high = wantedHeight({ width: 600, whole: 900, map: 700 });
  assert.equal(low, high);
  assert.equal(low, 200 + 336);
});

test("a narrow map is not flat, a wide one not higher than a screen", () => {
  assert.equal(wantedHeight({ width: 280, whole: 200, map: 0 }), 440);
  assert.equal(wantedHeight({ width: 2000, whole: 200, map: 0 }), 660);
});

test("each host hears its own words", () => {
  assert.deepEqual(heightMessages(500, { secret: "abc", child: null }), [{ message: "height", value: 500, secret: "abc" }]);
  assert.deepEqual(heightMessages(500, { secret: null, child: "map-1" }), ["pymxPYMxmap-1xPYMxheightxPYMx500"]);
  assert.deepEqual(heightMessages(500, { secret: null, child: null }), []);
});
