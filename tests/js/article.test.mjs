import assert from "node:assert/strict";
import { test } from "node:test";

import { problemOf } from "../../mapapp/web/static/js/article.mjs";

const file = (size) => ({ name: "a.txt", size });

test("a text or a file is right", () => {
  assert.equal(problemOf({ text: "Rain", file: null }, 4), null);
  assert.equal(problemOf({ text: " \n", file: file(4) }, 4), null);
});

for (const [name, sent, field, words] of [
  ["neither", { text: " ", file: null }, "text", /nothing to read/],
  ["both", { text: "Rain", file: file(4) }, "file", /leave the file out/],
  ["an empty file", { text: "", file: file(0) }, "file", /a\.txt is empty/],
  ["too large a file", { text: "", file: file(1234567) }, "file", /a\.txt has 1,234,567 bytes/],
  ["too large a text, in bytes and not in letters", { text: "ŞŞŞ", file: null }, "text", /has 6 bytes/],
]) {
  test(`${name} is told of beside its field`, () => {
    const found = problemOf(sent, 4);
    assert.equal(found.field, field);
    assert.match(found.message, words);
  });
}
