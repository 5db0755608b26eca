/**
 * The part of the whole span that the time axis shows, and its zoom: `{ first, last }` in days,
 * closed, inside the domain. The window of time is another matter, and may reach beyond it.
 */

const LEAST = 7; // days; nothing is told more finely than by the day
const ROOM = 0.08; // of a window's length, kept free around it

export const lengthOf = ({ first, last }) => last - first + 1;

const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

/** Of that length from that day on, as far as the domain allows. */
function fitted(first, length, domain) {
  const whole = lengthOf(domain);
  const days = clamp(Math.round(length), Math.min(LEAST, whole), whole);
  const start = clamp(Math.round(first), domain.first, domain.last + 1 - days);
  return { first: start, last: start + days - 1 };
}

/** Is there anything to come nearer to? */
export const isLong = (domain) => lengthOf(domain) > 4 * LEAST;

export const isWhole = (view, domain) => view.first === domain.first && view.last === domain.last;

/** The view so many times as long, the day `at` staying where it is. */
export function scaled(view, domain, factor, at) {
  const length = clamp(lengthOf(view) * factor, Math.min(LEAST, lengthOf(domain)), lengthOf(domain));
  return fitted(at - ((at - view.first) * length) / lengthOf(view), length, domain);
}

/** The view so many days later. */
export const panned = (view, domain, days) => fitted(view.first + days, lengthOf(view), domain);

/** The view in which two days lie under two fingers, whose places are shares of the width. */
export function pinched(domain, [a, b], [here, there]) {
  if (Math.abs(there - here) < 0.02) return null; // the fingers are one above the other
  const length = (b - a) / (there - here);
  return length > 0 ? fitted(a - here * length, length, domain) : null;
}

/** The view with a window filling most of it. */
export function around(window, domain) {
  const room = lengthOf(window) * ROOM;
  return fitted(window.first - room, lengthOf(window) + 2 * room, domain);
}

/** The view moved so far that a day is in sight. */
export function withDay(view, domain, day) {
  if (day < view.first) return fitted(day, lengthOf(view), domain);
  return day > view.last ? fitted(day - lengthOf(view) + 1, lengthOf(view), domain) : view;
}
