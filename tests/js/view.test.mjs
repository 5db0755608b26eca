import assert from "node:assert/strict";
import { test } from "node:test";

import { fromQuery, toQuery } from "../../mapapp/web/static/js/state.mjs";
import { parseView, viewText } from "../../mapapp/web/static/js/view.mjs";

test("a view is read back as it was written", () => {
  const view = { lat: 40.409, lon: 49.867, zoom: 9.25 };
  assert.deepEqual(parseView(viewText(view)), view);
  assert.equal(viewText({ lat: -18.141592, lon: 178.44123, zoom: 3 }), "-18.1,178.4,3");
});

test("what is no view is left out", () => {
  for (const text of ["", "1,2", "1,2,", "a,b,c", "91,0,3", "0,0,-1", "0,0,99", "1,2,3,4"]) assert.equal(parseView(text), null);
  assert.equal(fromQuery("?view=north").view, null);
});

test("the address keeps it beside the rest", () => {
  const state = fromQuery("?from=1990&view=40.4,49.9,8");
  assert.equal(toQuery(state), "?from=1990&view=40.4,49.9,8");
});
