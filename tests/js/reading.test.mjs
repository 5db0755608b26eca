import assert from "node:assert/strict";
import test from "node:test";

import { windowOf } from "../../mapapp/web/static/js/reading.mjs";

test("a paragraph's window spans its dated events; an open side ends where it is known", () => {
  const events = [
    { dated: true, first: 5, last: 9 },
    { dated: true, first: null, last: 3 },
    { dated: true, first: 20, last: null },
    { dated: false, first: null, last: null },
  ];
  assert.deepEqual(windowOf(events), { first: 3, last: 20 });
  assert.equal(windowOf([events[3]]), null);
});
