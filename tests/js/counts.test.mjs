import assert from "node:assert/strict";
import test from "node:test";

import { countPlaces, histogram } from "../../mapapp/web/static/js/counts.mjs";

/** A small generator of numbers, so that a failure comes again. */
function lots(seed, count) {
  let state = seed;
  const next = (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % limit;
  };
  return Array.from({ length: count }, () => {
    const first = next(5) === 0 ? null : next(400) - 200;
    const last = next(5) === 0 ? null : (first ?? 0) + next(50);
    return { first, last, dated: next(7) > 0, place: next(4) || null };
  });
}

test("each event counts at its place, and those without one apart", () => {
  const events = lots(7, 300);
  const counts = countPlaces(events, 4);
  for (const place of [0, 1, 2, 3, null]) {
    assert.equal(counts.at(place), events.filter((event) => event.place === place).length);
  }
});

test("a vague event weighs one in all, and is never firm", () => {
  const bins = histogram([{ dated: true, first: 5, last: 24 }], [0, 10, 20, 30]);
  assert.deepEqual(bins.map((bin) => bin.firm), [0, 0, 0]);
  assert.deepEqual(bins.map((bin) => bin.vague), [0.25, 0.5, 0.25]);
});

test("an event within a bin is firm; undated ones and ones outside weigh nothing", () => {
  const events = [
    { dated: true, first: 12, last: 13 },
    { dated: false, first: null, last: null },
    { dated: true, first: 40, last: 50 },
  ];
  const bins = histogram(events, [0, 10, 20]);
  assert.deepEqual(bins, [{ firm: 0, vague: 0 }, { firm: 1, vague: 0 }]);
});
