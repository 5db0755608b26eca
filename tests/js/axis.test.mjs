import assert from "node:assert/strict";
import test from "node:test";

import { around, isWhole, lengthOf, panned, pinched, scaled, withDay } from "../../mapapp/web/static/js/axis.mjs";
import { histogram } from "../../mapapp/web/static/js/counts.mjs";

const domain = { first: 0, last: 999 };

test("the day under the pointer stays there while the axis is zoomed", () => {
  const near = scaled(domain, domain, 0.1, 500);
  assert.deepEqual(near, { first: 450, last: 549 });
  assert.ok(isWhole(scaled(near, domain, 100, 500), domain));
  assert.equal(lengthOf(scaled(near, domain, 0.0001, 500)), 7);
  assert.deepEqual(scaled(domain, domain, 0.1, 0), { first: 0, last: 99 });
});

test("the view never leaves the span", () => {
  const near = { first: 100, last: 199 };
  assert.deepEqual(panned(near, domain, -500), { first: 0, last: 99 });
  assert.deepEqual(panned(near, domain, 5000), { first: 900, last: 999 });
  assert.deepEqual(around({ first: 0, last: 99 }, domain), { first: 0, last: 115 });
  assert.deepEqual(withDay(near, domain, 250), { first: 151, last: 250 });
  assert.equal(withDay(near, domain, 150), near);
});

test("two fingers hold the days that they touched", () => {
  assert.deepEqual(pinched(domain, [400, 600], [0, 1]), { first: 400, last: 599 });
  assert.deepEqual(pinched(domain, [400, 600], [0.4, 0.6]), domain);
  assert.equal(pinched(domain, [400, 600], [0.5, 0.5]), null);
});

test("a part of the span shows the part of a vague date that falls into it", () => {
  const vague = { first: 0, last: 999, dated: true };
  const bins = histogram([vague], [0, 50, 100], domain);
  assert.deepEqual(bins.map(({ vague: weight }) => weight), [0.05, 0.05]);
  assert.deepEqual(histogram([{ first: 60, last: 60, dated: true }], [0, 50, 100], domain)[1], { firm: 1, vague: 0 });
  assert.deepEqual(histogram([{ first: 200, last: 210, dated: true }], [0, 50, 100], domain)[1], { firm: 0, vague: 0 });
});
