/**
 * Windows of time `{ first, last }`, closed, in day numbers; null is an open side. The control's
 * domain `{ first, last }` has no open side, and is made of whole units (days, months or years).
 */

import { civil, stretch } from "./days.mjs";

const isNoLater = (first, last) => first === null || last === null || first <= last;

/** Do two closed stretches share a day? */
export function meets(a, b) {
  return isNoLater(a.first, b.last) && isNoLater(b.first, a.last);
}

/** Is a side of the window set? */
export const isDated = (window) => window.first !== null || window.last !== null;

/** Does an event show in the window? Undated ones show only while no side is set. */
export function shows(event, window) {
  if (!isDated(window)) return true;
  return event.dated && meets(event, window);
}

/** The unit in which the ends of the window move, so that a drag has some hundred stops. */
export function unitOf(domain) {
  const days = domain.last - domain.first + 1;
  if (days <= 800) return "day";
  return days <= 36600 / 3 ? "month" : "year";
}

/** Number of the unit that holds a day; neighbours differ by one. */
export function toUnit(day, unit) {
  if (unit === "day") return day;
  const { year, month } = civil(day);
  return unit === "year" ? year : year * 12 + month - 1;
}

/** All days of the unit with that number. */
export function ofUnit(value, unit) {
  if (unit === "day") return { first: value, last: value };
  if (unit === "year") return stretch(value);
  const year = Math.floor(value / 12);
  return stretch(year, value - year * 12 + 1);
}

const WHOLE_YEARS = 1000; // days; a longer domain begins and ends with a year

/** The days from the first to the last event, widened to whole units; null without any date. */
export function domainOf(events) {
  let first = Infinity;
  let last = -Infinity;
  for (const event of events) {
    if (!event.dated) continue;
    first = Math.min(first, event.first ?? event.last ?? first);
    last = Math.max(last, event.last ?? event.first ?? last);
  }
  if (first > last) return null;
  const span = last - first + 1;
  const unit = span > WHOLE_YEARS ? "year" : unitOf({ first, last });
  return {
    first: ofUnit(toUnit(first, unit), unit).first,
    last: ofUnit(toUnit(last, unit), unit).last,
  };
}

/** The window without its open sides. */
export const closed = (window, domain) => ({
  first: window.first ?? domain.first,
  last: window.last ?? domain.last,
});

/** The window with its sides open where they reach the domain's ends, ends swapped if need be. */
export function opened(window, domain) {
  const first = Math.min(window.first, window.last);
  const last = Math.max(window.first, window.last);
  return {
    first: first <= domain.first ? null : first,
    last: last >= domain.last ? null : last,
  };
}

/** Move a window by its own width, or by whole units, kept inside the domain. */
export function shift(window, domain, unit, units) {
  const from = toUnit(window.first, unit);
  const to = toUnit(window.last, unit);
  const low = toUnit(domain.first, unit) - from;
  const high = toUnit(domain.last, unit) - to;
  const by = Math.min(Math.max(units, low), high);
  return { first: ofUnit(from + by, unit).first, last: ofUnit(to + by, unit).last };
}

/** How many units the window is wide. */
export const widthIn = (window, unit) => toUnit(window.last, unit) - toUnit(window.first, unit) + 1;
