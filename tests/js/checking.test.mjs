import assert from "node:assert/strict";
import { test } from "node:test";

import { nextToCheck, progressInWords } from "../../mapapp/web/static/js/checking.mjs";

const events = [
  { id: "a", status: "confirmed" },
  { id: "b", status: "machine" },
  { id: "c", status: "edited" },
  { id: "d", status: "machine" },
];

for (const [from, next] of [[null, "b"], ["a", "b"], ["b", "d"], ["c", "d"], ["d", "b"], ["gone", "b"]]) {
  test(`after ${from} comes ${next}`, () => assert.equal(nextToCheck(events, from).id, next));
}

test("nothing comes when all others were looked at", () => {
  assert.equal(nextToCheck(events.slice(0, 2), "b"), null);
  assert.equal(nextToCheck([], null), null);
});

test("progress in words", () => {
  assert.equal(progressInWords({ checked: 12, total: 65 }), "12 of 65 events checked");
  assert.equal(progressInWords({ checked: 0, total: 1 }), "0 of 1 event checked");
});
