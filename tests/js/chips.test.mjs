import assert from "node:assert/strict";
import test from "node:test";

import { inWords } from "../../mapapp/web/static/js/chips.mjs";
import { UNFILTERED } from "../../mapapp/web/static/js/state.mjs";

const story = { places: [{ name: "Baku" }], placeNumber: (id) => (id === "gn:1" ? 0 : null) };
const said = (patch) => inWords({ ...UNFILTERED, ...patch }, { visit: "Visit", aid: "Aid" }, story);

test("what is filtered is said in one sentence", () => {
  assert.equal(said({}), "");
  assert.equal(said({ categories: ["visit", "aid"] }), "Only events of visit or aid.");
  assert.equal(
    said({ certainties: ["less-certain"], statuses: ["machine"], words: "rail" }),
    "Only events that are less certain, that are read by machine, with “rail”.",
  );
  assert.equal(said({ spots: ["gn:1", "gone"] }), "Only events at Baku or gone.");
});
