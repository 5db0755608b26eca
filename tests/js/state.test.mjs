import assert from "node:assert/strict";
import test from "node:test";

import { dayNumber } from "../../mapapp/web/static/js/days.mjs";
import { createStore, EVERYTHING, fromQuery, toQuery } from "../../mapapp/web/static/js/state.mjs";

for (const query of [
  "",
  "?from=1990&to=2001",
  "?from=1990-03-14",
  "?to=-0043-03",
  "?category=agreement,visit&place=gn:587084",
  "?event=e1",
  "?at=gn:1,gn:2&sort=-title",
  "?certainty=less-certain,uncertain&status=confirmed",
  "?from=1990&follow=text",
]) {
  test(`the address ${query || "without parameters"} comes back as it was`, () => {
    assert.equal(toQuery(fromQuery(query)), query);
  });
}

test("a window takes all days of the dates that it names", () => {
  const { first, last } = fromQuery("?from=1990&to=2001");
  assert.deepEqual([first, last], [dayNumber(1990), dayNumber(2001, 12, 31)]);
});

test("parameters that are not ours stay, and nonsense is left out", () => {
  assert.equal(toQuery(fromQuery("?from=soon&lang=tr&sort=colour"), "?from=soon&lang=tr&sort=colour"), "?lang=tr");
  assert.deepEqual(fromQuery("?from=2020&to=1990"), { ...EVERYTHING });
});

test("listeners hear the state before and after, and cannot change it", () => {
  const store = createStore({});
  const heard = [];
  store.listen((state, before, how) => heard.push([before.place, state.place, how]));
  store.set({ place: "x" }, "drag");
  assert.deepEqual(heard, [[null, "x", "drag"]]);
  assert.throws(() => { store.get().place = "y"; }, TypeError);
});
