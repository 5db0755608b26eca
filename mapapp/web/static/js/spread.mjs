/**
 * Markers that overlap step aside, so that every one can be reached. Those that stand for areas
 * give way first, since their spot is nominal; towns part only from towns.
 */

const ROUNDS = 120;
const EFFORT = 12000; // discs times rounds: a crowd of thousands is parted roughly
const FARTHEST = { false: 46, true: 72 }; // pixels from the spot; of one that is loose
const GAP = 0.5;
// A push a little to the side, or a disc between two towns would swing between them for ever.
const [COS, SIN] = [Math.cos(0.5), Math.sin(0.5)];

/**
 * @param {{x: number, y: number, radius: number, loose: boolean}[]} discs in pixels
 * @returns {{dx: number, dy: number}[]} how far each moves
 */
export function spread(discs) {
  const at = discs.map(({ x, y }) => ({ x, y }));
  const cell = 2 * Math.max(1, ...discs.map(({ radius }) => radius)) + GAP;
  const rounds = Math.min(ROUNDS, Math.ceil(EFFORT / Math.max(1, discs.length)));
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const [i, j] of neighbours(at, cell)) moved = part(discs, at, i, j) || moved;
    if (!moved) break;
  }
  return at.map(({ x, y }, index) => {
    const [dx, dy] = [x - discs[index].x, y - discs[index].y];
    const far = Math.hypot(dx, dy);
    const most = FARTHEST[discs[index].loose];
    const share = far > most ? most / far : 1;
    return { dx: dx * share, dy: dy * share };
  });
}

/** Pairs near enough to overlap, by a grid: looking at all pairs of 5000 would take seconds. */
function neighbours(at, cell) {
  const grid = new Map();
  const pairs = [];
  at.forEach(({ x, y }, index) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const other of grid.get(`${column + dx},${row + dy}`) ?? []) pairs.push([other, index]);
      }
    }
    const key = `${column},${row}`;
    if (!grid.has(key)) grid.set(key, []);
    grid.get(key).push(index);
  });
  return pairs;
}

function part(discs, at, i, j) {
  const [a, b] = [discs[i], discs[j]];
  let [dx, dy] = [at[j].x - at[i].x, at[j].y - at[i].y];
  let distance = Math.hypot(dx, dy);
  const lacking = a.radius + b.radius + GAP - distance;
  if (lacking <= 0.01) return false;
  if (distance < 0.01) [dx, dy, distance] = [0, 1, 1]; // one above the other
  let [ux, uy] = [dx / distance, dy / distance];
  const share = a.loose === b.loose ? 0.5 : a.loose ? 1 : 0;
  if (a.loose !== b.loose) [ux, uy] = [ux * COS - uy * SIN, ux * SIN + uy * COS];
  at[i].x -= ux * lacking * share;
  at[i].y -= uy * lacking * share;
  at[j].x += ux * lacking * (1 - share);
  at[j].y += uy * lacking * (1 - share);
  return true;
}
