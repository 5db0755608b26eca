import assert from "node:assert/strict";
import test from "node:test";

import { direction, pressed, sorted } from "../../mapapp/web/static/js/sorting.mjs";

const places = [{ name: "Baku" }, { name: "Ağdam" }];
const events = [
  { id: "a", title: "Talks 10", place: 0, dated: true },
  { id: "b", title: "Talks 9", place: null, dated: true },
  { id: "c", title: "élan", place: 1, dated: true },
  { id: "d", title: "Zeal", place: 0, dated: false },
];
const order = (sort) => sorted(events, sort, places, "en").map(({ id }) => id).join("");

test("the list is sorted by date, title or place, both ways", () => {
  assert.equal(order("date"), "abcd");
  assert.equal(order("-date"), "cbad");
  assert.equal(order("title"), "cbad");
  assert.equal(order("-title"), "dabc");
  assert.equal(order("place"), "cadb");
  assert.equal(order("-place"), "adcb");
});

test("a second press on a column turns it round, one on another begins anew", () => {
  assert.equal(pressed("date", "date"), "-date");
  assert.equal(pressed("-date", "date"), "date");
  assert.equal(pressed("-date", "title"), "title");
  assert.equal(direction("-place", "place"), "descending");
  assert.equal(direction("-place", "date"), null);
});

test("sorting leaves the events themselves in order of time", () => {
  order("title");
  assert.deepEqual(events.map(({ id }) => id), ["a", "b", "c", "d"]);
});
