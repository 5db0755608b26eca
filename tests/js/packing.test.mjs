import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { hasBit } from "../../mapapp/web/static/js/columns.mjs";
import { createPacked, unpacked } from "../../mapapp/web/static/js/packing.mjs";

const packed = (text) => gzipSync(text).toString("base64");

test("what was packed comes out as it went in", async () => {
  for (const text of ["", "Şuşa / Շուշի", "x".repeat(100_000), "{\"a\": \"</script>\"}"]) {
    assert.equal(await unpacked(packed(text)), text);
  }
});

const words = (number) => ({ title: `Talks ${number}`, quote: "", date: "", written: "", ties: [[number % 2, "location"]] });
const json = (value) => packed(JSON.stringify(value));
const SIZES = [3, 3, 2]; // events a piece
const source = () => createPacked({
  columns: json({ places: [{ name: "Şuşa", names: [{ text: "Shusha" }] }, { name: "Baku", names: [] }] }),
  ids: json(["a", "b"]),
  words: SIZES.map((size, piece) => json([...Array(size).keys()].map((at) => words(3 * piece + at)))),
});

test("each event gets its own words, whichever piece holds them", async () => {
  const events = [7, 0, 3, 5].map((number) => ({ number }));
  await source().tell(events);
  assert.deepEqual(events.map(({ title }) => title), ["Talks 7", "Talks 0", "Talks 3", "Talks 5"]);
});

test("words are found in all pieces, and in names of places", async () => {
  const found = async (asked) => {
    const bits = await source().search(asked);
    return [...Array(8).keys()].filter((number) => hasBit(bits, number));
  };
  assert.deepEqual(await found("susa"), [0, 2, 4, 6]);
  assert.deepEqual(await found("TALKS 7 baku"), [7]);
  assert.deepEqual(await found("nowhere"), []);
});
