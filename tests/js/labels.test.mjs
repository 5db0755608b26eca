import assert from "node:assert/strict";
import test from "node:test";

import { beside, place, touches } from "../../mapapp/web/static/js/labels.mjs";
import { radiusOf } from "../../mapapp/web/static/js/pins.mjs";

const frame = { width: 400, height: 300 };
const size = { width: 60, height: 16 };

test("no two names touch, none leaves the frame, none covers a disc", () => {
  const discs = Array.from({ length: 40 }, (_, i) => ({ x: (i * 73) % 400, y: (i * 37) % 300, radius: 6 + (i % 9) }));
  const taken = discs.map(({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const boxes = place(discs.map((disc) => ({ boxes: beside(disc, size) })), taken, frame).filter(Boolean);
  assert.ok(boxes.length > 5);
  boxes.forEach((box, index) => {
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400 && box.y + box.height <= 300);
    for (const other of [...boxes.slice(index + 1), ...taken]) assert.ok(!touches(box, other));
  });
});

test("the first name wins its spot and the next one goes to the other side", () => {
  const disc = { x: 200, y: 150, radius: 10 };
  const [first, second] = place([{ boxes: beside(disc, size) }, { boxes: beside(disc, size) }], [], frame);
  assert.deepEqual([first.side, second.side], ["right", "left"]);
});

test("a disc's area stands for the count, up to a largest disc", () => {
  assert.equal(radiusOf(40, 40) / radiusOf(10, 40), 2);
  assert.ok(radiusOf(1, 5000) >= 6 && radiusOf(5000, 5000) <= 30);
});
