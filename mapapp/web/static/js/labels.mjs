/** Where names go on a map so that none covers another: greedy, the most important first. */

/** Do two boxes `{ x, y, width, height }` share a point? */
export function touches(a, b) {
  return (
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  );
}

const SLANT = 0.72; // a name aslant begins where the disc's diagonal leaves it

/** Boxes beside a disc in the order of preference: right, left, below, above, aslant. */
export function beside({ x, y, radius }, { width, height }) {
  const gap = radius + 4;
  return [
    { x: x + gap, y: y - height / 2, side: "right" },
    { x: x - gap - width, y: y - height / 2, side: "left" },
    { x: x - width / 2, y: y + gap - 2, side: "below" },
    { x: x - width / 2, y: y - gap - height + 2, side: "above" },
    ...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([right, down]) => ({
      x: x + right * gap * SLANT - (right > 0 ? 0 : width),
      y: y + down * gap * SLANT - (down > 0 ? 0 : height),
      side: "aslant",
    })),
  ].map((corner) => ({ ...corner, width, height }));
}

/**
 * Choose a box for each wish, or null where there is no room.
 *
 * @param {{boxes: object[]}[]} wishes possible boxes of each name, names in order of importance
 * @param {object[]} taken boxes that no name may cover
 * @param {{width: number, height: number}} frame a name must lie inside of it
 */
export function place(wishes, taken, frame) {
  const occupied = [...taken];
  const inside = (box) =>
    box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height;
  return wishes.map(({ boxes }) => {
    const free = boxes.find((box) => inside(box) && !occupied.some((other) => touches(box, other)));
    if (free) occupied.push(free);
    return free ?? null;
  });
}
