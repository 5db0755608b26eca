import assert from "node:assert/strict";
import test from "node:test";

import { folded } from "../../mapapp/web/static/js/searching.mjs";
import { createStory } from "../../mapapp/web/static/js/story.mjs";
import { EVERYTHING } from "../../mapapp/web/static/js/state.mjs";

const place = (id, name, ...names) => ({ id, name, names: names.map((text) => ({ text })), lon: 1, lat: 2 });
const event = (id, where, category, first, last) => ({
  certainty: id < "c" ? "certain" : "uncertain", status: id === "b" ? "confirmed" : "machine",
  id, place: where, category, first, last, dated: first !== undefined,
  title: `Title ${id}`, quote: "", date: "", written: "", ties: where === null ? [] : [[where, "location"]],
});
const story = createStory({
  focus: [0, 0, 2, 4],
  places: [place("gn:1", "Shusha / Shushi", "Şuşa"), place("gn:2", "Baku")],
  categories: { visit: "Visit", treaty: "Treaty" },
  events: [
    event("a", 0, "visit", 0, 10),
    event("b", 0, "treaty", 20, 30),
    event("c", 1, "visit", 5, 25),
    event("d", 1, "visit"),
    event("e", null, "treaty", 8, 9),
  ],
});
const seen = (patch) => story.shown({ ...EVERYTHING, ...patch }).map(({ id }) => id).join("");

test("what a review changes is filtered anew", () => {
  assert.equal(seen({ statuses: ["edited"] }), "");
  const before = story.revision();
  story.amend(story.event("d"), { status: "edited" });
  assert.equal(seen({ statuses: ["edited"] }), "d");
  assert.notEqual(story.revision(), before);
  story.amend(story.event("d"), { status: "machine" });
});

test("a place narrows to the events drawn there", () => {
  assert.equal(seen({ spots: ["gn:2"] }), "cd");
});

test("what shows depends on window, categories and words together", () => {
  assert.equal(seen({}), "abcde");
  assert.equal(seen({ first: 8, last: 20 }), "abce");
  assert.equal(seen({ categories: ["visit"] }), "acd");
  assert.equal(seen({ words: "susa" }), "ab");
  assert.equal(seen({ certainties: ["uncertain"] }), "cde");
  assert.equal(seen({ certainties: ["certain"], statuses: ["machine"] }), "a");
  assert.equal(seen({ words: "SUSA title", last: 12 }), "a");
});

test("counts agree with what shows, place by place, in every state", () => {
  for (const state of [{}, { first: 8 }, { last: 7 }, { first: 8, last: 20, categories: ["visit"] }, { statuses: ["confirmed"] }, { words: "baku" }]) {
    const full = { ...EVERYTHING, ...state };
    const shown = story.shown(full);
    const counts = story.counts(full);
    for (const number of [0, 1, null]) {
      assert.equal(counts.at(number), shown.filter((each) => each.place === number).length);
    }
  }
});

test("marks and cases do not hide a name", () => {
  assert.equal(folded("Xankəndi"), "xankendi");
  assert.equal(folded("Bakı"), "baki");
});
