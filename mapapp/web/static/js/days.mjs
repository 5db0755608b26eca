/**
 * Days as integers: days since 1970-01-01 in the proleptic Gregorian calendar, negative before.
 * Years are astronomical (0 is 1 BCE). No Date object: it knows instants and time zones, and a
 * calendar day must be the same day for every reader. Mirrors mapapp/model/day.py.
 */

const DAYS_BEFORE_1970 = 719468; // from 0000-03-01, where the eras below begin
const DAYS_IN_ERA = 146097; // 400 Gregorian years

export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

export const isLeap = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year, month) {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day number of a date that exists. */
export function dayNumber(year, month = 1, day = 1) {
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** Year, month and day of the month of a day number. */
export function civil(number) {
  const days = number + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const leaps =
    Math.floor(dayOfEra / 1460) -
    Math.floor(dayOfEra / 36524) +
    Math.floor(dayOfEra / (DAYS_IN_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** All days of a year, of a month or of a day. */
export function stretch(year, month = null, day = null) {
  if (month === null) return { first: dayNumber(year), last: dayNumber(year, 12, 31) };
  if (day === null) {
    return { first: dayNumber(year, month), last: dayNumber(year, month, daysInMonth(year, month)) };
  }
  const exact = dayNumber(year, month, day);
  return { first: exact, last: exact };
}

const MINUS = /[\u2212\u2013]/g; // a minus sign or an en dash where a hyphen is meant
const NUMERIC = /^(-?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const ERA = /\s*\b(bce|bc|ce|ad)\b\.?/i;
const IN_WORDS = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3,})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,)?\s+(-?\d{1,6})$/u;

/**
 * The days that a reader's words denote, or null where they denote none: `1990`, `1990-03`,
 * `1990-03-14`, `March 1990`, `14 March 1990`, `44 BCE`, `-43`.
 */
export function parseDate(words) {
  let text = words.trim().replace(MINUS, "-");
  const era = ERA.exec(text);
  if (era) text = text.replace(ERA, "").trim();
  const parts = numeric(text) ?? inWords(text);
  if (parts === null) return null;
  let [year, month, day] = parts;
  if (era) {
    if (year < 1) return null; // there is no year 0 or -5 BCE
    if (/^b/i.test(era[1])) year = 1 - year;
  }
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return stretch(year, month, day);
}

function numeric(text) {
  const found = NUMERIC.exec(text);
  if (!found) return null;
  return [Number(found[1]), ...found.slice(2).map((part) => (part ? Number(part) : null))];
}

function inWords(text) {
  const found = IN_WORDS.exec(text);
  if (!found) return null;
  const [, before, name, after, year] = found;
  const month = MONTHS.findIndex((known) => known.toLowerCase().startsWith(name.toLowerCase())) + 1;
  if (month === 0 || (before && after)) return null;
  return [Number(year), month, before || after ? Number(before ?? after) : null];
}

/** `YYYY-MM-DD`, the year astronomical and of at least four digits. */
export function isoDate(number) {
  const { year, month, day } = civil(number);
  const pad = (value, width) => String(Math.abs(value)).padStart(width, "0");
  return `${year < 0 ? "-" : ""}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The shortest `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that begins (or ends) on that day. */
export function shortIso(number, side) {
  const { year, month } = civil(number);
  const iso = isoDate(number);
  if (stretch(year)[side] === number) return iso.slice(0, -6);
  return stretch(year, month)[side] === number ? iso.slice(0, -3) : iso;
}

/** `1990`, `44 BCE`. */
export const humanYear = (year) => (year < 1 ? `${1 - year} BCE` : String(year));

/** `14 March 1992`. */
export function humanDay(number) {
  const { year, month, day } = civil(number);
  return `${day} ${MONTHS[month - 1]} ${humanYear(year)}`;
}

/** The shortest human date that begins (or ends) on that day: `1992`, `March 1992`, `14 March 1992`. */
export function humanEdge(number, side) {
  const { year, month } = civil(number);
  if (stretch(year)[side] === number) return humanYear(year);
  if (stretch(year, month)[side] === number) return `${MONTHS[month - 1]} ${humanYear(year)}`;
  return humanDay(number);
}

/** A window in words: `1990 to 2001`, `March 1992`, `14 March 1992`. */
export function humanWindow(first, last) {
  const { year, month } = civil(first);
  const same = (whole) => whole.first === first && whole.last === last;
  if (same(stretch(year))) return humanYear(year);
  if (same(stretch(year, month))) return `${MONTHS[month - 1]} ${humanYear(year)}`;
  if (first === last) return humanDay(first);
  const rank = Math.max(rankOf(first, "first"), rankOf(last, "last"));
  // Both ends are as exact as the more exact one: a year beside a day would leave the day open.
  const edge = rank === 0 ? (day) => humanYear(civil(day).year) : rank === 1 ? humanMonth : humanDay;
  return `${edge(first)} to ${edge(last)}`;
}

/** Does a window's edge fall on that of a year (0), of a month (1), or within one (2)? */
function rankOf(number, side) {
  const { year, month } = civil(number);
  if (stretch(year)[side] === number) return 0;
  return stretch(year, month)[side] === number ? 1 : 2;
}

const humanMonth = (number) => {
  const { year, month } = civil(number);
  return `${MONTHS[month - 1]} ${humanYear(year)}`;
};
