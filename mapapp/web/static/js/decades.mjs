/**
 * Decades, centuries and their like as people count them: the 1990s begin with 1990, the first
 * century with the year 1, and before it 100 BCE begins one that ends with 1 BCE.
 * Years are astronomical: 0 is 1 BCE.
 */

/** The first year of the round of `length` years that holds a year. */
export function roundOf(year, length) {
  if (year < 1) return 1 - Math.ceil((1 - year) / length) * length;
  return Math.max(1, Math.floor(year / length) * length);
}

/** The first year of the next round after the one that begins with `year`. */
export const nextRound = (year, length) => (year === 1 ? length + (length === 1 ? 1 : 0) : year + length);
