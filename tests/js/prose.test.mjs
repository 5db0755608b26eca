import assert from "node:assert/strict";
import test from "node:test";

import { blockAt } from "../../mapapp/web/static/js/prose.mjs";

/** An element that stands somewhere, and counts how often it was asked where. */
function element(top, bottom, children = null) {
  const made = {
    asked: 0,
    children: children ?? [],
    matches: () => children !== null,
    getBoundingClientRect() {
      made.asked += 1;
      return { top, bottom };
    },
  };
  return made;
}

test("the block at a line is found through its part, and far parts are left alone", () => {
  const blocks = [element(0, 90), element(100, 190)];
  const far = [element(300, 400)];
  const prose = { children: [element(0, 200, blocks), element(200, 500, far)] };
  assert.equal(blockAt(prose, 150), blocks[1]);
  assert.equal(blockAt(prose, 95), null);
  assert.equal(blockAt(prose, 900), null);
  assert.equal(far[0].asked, 0);
});

test("a short article has its blocks without parts", () => {
  const leaf = element(0, 90);
  assert.equal(blockAt({ children: [leaf] }, 10), leaf);
});
