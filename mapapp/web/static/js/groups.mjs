/** Places that lie too near each other for markers of their own stand under one marker. */

/**
 * Group points greedily: each joins the nearest head within reach, or becomes a head.
 *
 * @param {number[]} numbers of the points, the most important first: heads are taken from the front
 * @param {function(number): {x: number, y: number}} pointOf in pixels
 * @param {number} reach pixels; heads lie at least that far apart
 * @returns {number[][]} the members of each group, its head first
 */
export function grouped(numbers, pointOf, reach) {
  const heads = new Map(); // by cell of a grid as wide as the reach
  const groups = [];
  for (const number of numbers) {
    const { x, y } = pointOf(number);
    const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
    const near = nearestHead(heads, column, row, x, y, reach);
    if (near) {
      near.group.push(number);
      continue;
    }
    const group = [number];
    groups.push(group);
    const key = cell(column, row);
    if (!heads.has(key)) heads.set(key, []);
    heads.get(key).push({ x, y, group });
  }
  return groups;
}

/** Do more than so many points lie within reach of one of them? */
export const isCrowded = (numbers, pointOf, reach, most) => grouped(numbers, pointOf, reach).some(({ length }) => length > most);

const cell = (column, row) => row * 2 ** 26 + column; // more columns than the map has pixels

function nearestHead(heads, column, row, x, y, reach) {
  let best = null;
  let least = reach * reach;
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (const head of heads.get(cell(column + dx, row + dy)) ?? []) {
        const far = (head.x - x) ** 2 + (head.y - y) ** 2;
        if (far < least) [best, least] = [head, far];
      }
    }
  }
  return best;
}
