import assert from "node:assert/strict";
import test from "node:test";

import { nextRound, roundOf } from "../../mapapp/web/static/js/decades.mjs";

test("decades and centuries are those that people speak of", () => {
  assert.deepEqual([1993, 2000, 7, 1].map((year) => roundOf(year, 10)), [1990, 2000, 1, 1]);
  // 44 BCE is in the hundred years from 100 to 1 BCE, and 1 BCE too; 101 BCE is not.
  assert.deepEqual([-43, 0, -100].map((year) => roundOf(year, 100)), [-99, -99, -199]);
});

test("rounds follow each other without a gap", () => {
  for (const length of [1, 2, 5, 10, 100, 1000]) {
    for (let year = -2500; year < 2500; year += 1) {
      const start = roundOf(year, length);
      assert.ok(start <= year && year < nextRound(start, length), `${year} by ${length}`);
      assert.equal(roundOf(nextRound(start, length), length), nextRound(start, length));
    }
  }
});
