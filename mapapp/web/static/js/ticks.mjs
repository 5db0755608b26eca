/** Bins and ticks of the time axis, at round dates. */

import { civil, dayNumber, humanYear, shortDate, shortDay, shortMonth, shortMonthOf } from "./days.mjs";
import { nextRound, roundOf } from "./decades.mjs";

// Steps in months; below a month in days.
const STEPS = [
  { days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 6 },
  ...[1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000].map((years) => ({
    months: years * 12,
  })),
];

const lengthOf = (step) => step.days ?? step.months * 30.44;

/** The finest step that cuts the domain into no more than `most` parts. */
export function stepFor(domain, most) {
  const days = domain.last - domain.first + 1;
  return STEPS.find((step) => days / lengthOf(step) <= most) ?? STEPS[STEPS.length - 1];
}

/** First days of the parts that cover the domain, and the day after the last part. */
export function edgesOf(domain, step) {
  const edges = [];
  let at = floorTo(domain.first, step);
  while (at <= domain.last) {
    edges.push(at);
    at = next(at, step);
  }
  return [...edges, at];
}

function floorTo(day, step) {
  if (step.days) return day - ((((day + 3) % step.days) + step.days) % step.days); // weeks begin on Monday
  const { year, month } = civil(day);
  if (step.months >= 12) return dayNumber(roundOf(year, step.months / 12));
  return ofMonths(Math.floor((year * 12 + month - 1) / step.months) * step.months);
}

function next(day, step) {
  if (step.days) return day + step.days;
  const { year, month } = civil(day);
  if (step.months >= 12) return dayNumber(nextRound(year, step.months / 12));
  return ofMonths(year * 12 + month - 1 + step.months);
}

function ofMonths(count) {
  const year = Math.floor(count / 12);
  return dayNumber(year, count - year * 12 + 1);
}

/** Round dates inside the domain with what to write there. */
export function ticksOf(domain, most) {
  const step = stepFor(domain, most);
  return edgesOf(domain, step)
    .filter((day) => day >= domain.first && day <= domain.last)
    .map((day, index) => ({ day, text: label(day, step, index === 0) }));
}

function label(day, step, isFirst) {
  const { year, month, day: dayOfMonth } = civil(day);
  if (step.days) return isFirst || (month === 1 && dayOfMonth <= step.days) ? shortDate(day) : shortDay(day);
  if (step.months >= 12 || month === 1) return humanYear(year);
  return isFirst ? shortMonthOf(day) : shortMonth(month);
}

const APART = 8; // pixels between two dates under the axis

/** Those whose words stand clear of the last before them that did, by `{ left, right }` of each in pixels. */
export function legible(boxes) {
  let end = -Infinity;
  return boxes.map(({ left, right }) => {
    if (left < end + APART) return false;
    end = right;
    return true;
  });
}
