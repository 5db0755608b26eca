/** Markers that overlap step aside, if they stand for areas: their spot is nominal anyway. */

const ROUNDS = 40;
const FARTHEST = 46; // pixels from the spot
const GAP = 1;

/**
 * @param {{x: number, y: number, radius: number, loose: boolean}[]} discs in pixels
 * @returns {{dx: number, dy: number}[]} how far each moves; discs that are not loose stay
 */
export function spread(discs) {
  const at = discs.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < discs.length; i += 1) {
      for (let j = i + 1; j < discs.length; j += 1) moved = part(discs, at, i, j) || moved;
    }
    if (!moved) break;
  }
  return at.map(({ x, y }, index) => {
    const [dx, dy] = [x - discs[index].x, y - discs[index].y];
    const far = Math.hypot(dx, dy);
    const share = far > FARTHEST ? FARTHEST / far : 1;
    return { dx: dx * share, dy: dy * share };
  });
}

function part(discs, at, i, j) {
  const [a, b] = [discs[i], discs[j]];
  if (!a.loose && !b.loose) return false;
  let [dx, dy] = [at[j].x - at[i].x, at[j].y - at[i].y];
  let distance = Math.hypot(dx, dy);
  const lacking = a.radius + b.radius + GAP - distance;
  if (lacking <= 0) return false;
  if (distance < 0.01) [dx, dy, distance] = [0, 1, 1]; // one above the other
  const [ux, uy] = [dx / distance, dy / distance];
  const [moveA, moveB] = a.loose && b.loose ? [lacking / 2, lacking / 2] : a.loose ? [lacking, 0] : [0, lacking];
  at[i].x -= ux * moveA;
  at[i].y -= uy * moveA;
  at[j].x += ux * moveB;
  at[j].y += uy * moveB;
  return true;
}
