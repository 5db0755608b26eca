/** What a page that stands alone carries packed; mirrors mapapp/maps/packing.py. */

import { memoEach } from "./memo.mjs";
import { holdingAll, textOf } from "./searching.mjs";

/** The text that was packed. */
export async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/**
 * A large story out of the pieces in the page: what remote.mjs has from the server.
 *
 * @param {{columns: string, ids: string, words: string[]}} pieces packed
 */
export function createPacked(pieces) {
  const json = async (text) => JSON.parse(await unpacked(text));
  const columns = memoEach(() => json(pieces.columns));
  const words = memoEach((piece) => json(pieces.words[piece]));
  const texts = memoEach(async () => {
    const [{ places }, ...all] = await Promise.all([columns(), ...pieces.words.map((_, piece) => words(piece))]);
    return all.flat().map((event) => textOf(event, places));
  });

  return {
    columns,
    ids: () => json(pieces.ids),
    /** Give events their words. */
    async tell(events) {
      const size = (await words(0)).length; // of all pieces but the last
      const told = await Promise.all(events.map(({ number }) => words(Math.floor(number / size))));
      events.forEach((event, index) => Object.assign(event, told[index][event.number % size]));
    },
    /** Which events hold these words: a bit an event. */
    async search(asked) {
      const isFound = holdingAll(asked) ?? (() => true);
      const found = await texts();
      const bits = new Uint8Array(Math.ceil(found.length / 8));
      found.forEach((text, number) => {
        if (isFound(text)) bits[number >> 3] |= 1 << (number & 7);
      });
      return bits;
    },
  };
}
