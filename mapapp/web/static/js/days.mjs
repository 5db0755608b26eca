/**
 * Days as integers: days since 1970-01-01 in the proleptic Gregorian calendar, negative before.
 * Years are astronomical (0 is 1 BCE). No Date object: it knows instants and time zones, and a
 * calendar day must be the same day for every reader. Mirrors mapapp/model/day.py.
 */

import { _, calendar, fill, lowered } from "./messages.mjs";

const DAYS_BEFORE_1970 = 719468; // from 0000-03-01, where the eras below begin
const DAYS_IN_ERA = 146097; // 400 Gregorian years
const ENGLISH = "january february march april may june july august september october november december".split(" ");

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
const ERA = /(?<!\p{L})(bce|bc|ce|ad)(?!\p{L})\.?/iu;
const WORDS = /-?\d+|\p{L}{3,}/gu;

/**
 * The days that a reader's words denote, or null where they denote none: `1990`, `1990-03`,
 * `1990-03-14`, `March 1990`, `14 March 1990`, `44 BCE`, `-43`; months and era also as the language
 * of the page has them.
 */
export function parseDate(words) {
  const parts = partsOf(words);
  return parts === null || lackOf(parts) !== null ? null : stretch(...parts);
}

/** What is wrong with a reader's words where they look like a date: a sentence, or empty. */
export function whyNoDate(words) {
  const parts = partsOf(words);
  if (parts === null) return "";
  const [year, month, day] = parts;
  const lack = lackOf(parts);
  if (lack === "year") return _("There is no year 0 before the common era.");
  if (lack === "month") return _("There is no month {month}.", { month: String(month) });
  return lack === "day" ? _("There is no day {day} in {month}.", { day: String(day), month: humanMonth(dayNumber(year, month)) }) : "";
}

/** Which part of a date does not exist, or null. */
function lackOf([year, month, day]) {
  if (year === null) return "year";
  if (month !== null && (month < 1 || month > 12)) return "month";
  return day !== null && (day < 1 || day > daysInMonth(year, month)) ? "day" : null;
}

/** Year, month and day that words name, whether they exist or not; null where they name none. */
function partsOf(words) {
  let text = lowered(words.trim().replace(MINUS, "-"));
  let before = text.includes(lowered(calendar().bce));
  if (before) text = text.replace(lowered(calendar().bce), " ");
  const era = ERA.exec(text);
  if (era) {
    before = /^b/i.test(era[1]);
    text = text.replace(ERA, " ");
  }
  const parts = numeric(text.trim()) ?? inWords(text);
  if (parts === null) return null;
  const [year, ...rest] = parts;
  if (!era && !before) return parts;
  if (year < 1) return [null, ...rest]; // there is no year 0 or -5 BCE
  return [before ? 1 - year : year, ...rest];
}

function numeric(text) {
  const found = NUMERIC.exec(stripped(text));
  if (!found) return null;
  return [Number(found[1]), ...found.slice(2).map((part) => (part ? Number(part) : null))];
}

/** Without what the language writes around a year: `1992 г.` is 1992. */
const stripped = (text) => text.replace(/(?<=\d)\s*\p{L}{1,2}[.\u2024]?$/u, "").trim();

/** A month's name, a year, and perhaps a day, in any order that tells them apart. */
function inWords(text) {
  const plain = text.replace(/(?<=\d)(?:st|nd|rd|th)\b/g, "");
  const words = plain.match(WORDS) ?? [];
  const names = words.filter((word) => !/\d/.test(word));
  const numbers = words.filter((word) => /\d/.test(word));
  const month = names.length === 1 ? monthOf(names[0]) : null;
  if (month === null || numbers.length < 1 || numbers.length > 2) return null;
  if (numbers.length === 1) return [Number(numbers[0]), month, null];
  // Of two numbers the longer is the year; of two short ones the last.
  const [first, second] = numbers;
  const [year, day] = first.length > Math.max(2, second.length) ? [first, second] : [second, first];
  return day.length > 2 ? null : [Number(year), month, Number(day)];
}

/** Number of the month with that name or beginning, in the language of the page or in English. */
function monthOf(word) {
  const { months, months_of: governed, months_short: short } = calendar();
  for (const names of [months, governed, short, ENGLISH]) {
    const index = names.findIndex((name) => lowered(name).startsWith(word));
    if (index >= 0) return index + 1;
  }
  return null;
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
export function humanYear(year) {
  const { era, bce } = calendar();
  return year < 1 ? fill(era, { year: String(1 - year), era: bce }) : fill(calendar().year, { year: String(year) });
}

/** A template of the language filled with a date; before the common era with the era's word. */
function dated(template, { year, month, day }) {
  const { era, bce, months, months_of: governed, months_short: short } = calendar();
  const eraFirst = era.indexOf("{era}") < era.indexOf("{year}");
  const whole = year > 0 ? template : eraFirst ? template.replace("{year}", "{era} {year}") : `${template} {era}`;
  return fill(whole, {
    day: String(day),
    day_of_two: String(day).padStart(2, "0"),
    month: months[month - 1],
    month_of: governed[month - 1],
    month_short: short[month - 1],
    year: String(year > 0 ? year : 1 - year),
    era: bce,
  });
}

/** `14 March 1992`. */
export const humanDay = (number) => dated(calendar().day, civil(number));

const humanMonth = (number) => dated(calendar().month, civil(number));

/** `14 Mar 1992`. */
export const shortDate = (number) => dated(calendar().date_short, civil(number));

/** `14 Mar`. */
export const shortDay = (number) => dated(calendar().day_short, { ...civil(number), year: 1 });

/** `Mar 1992`. */
export const shortMonthOf = (number) => dated(calendar().month_short, civil(number));

/** `Mar`. */
export const shortMonth = (month) => calendar().months_short[month - 1].replace(/\.$/, "");

/** The shortest human date that begins (or ends) on that day: `1992`, `March 1992`, `14 March 1992`. */
export function humanEdge(number, side) {
  const { year, month } = civil(number);
  if (stretch(year)[side] === number) return humanYear(year);
  return stretch(year, month)[side] === number ? humanMonth(number) : humanDay(number);
}

const FITS = 12; // letters that a date field has room for

/** The same for a field, with the month cut short where the whole would be cut off. */
export function fieldEdge(number, side) {
  const whole = humanEdge(number, side);
  if (whole.length <= FITS) return whole;
  const { year, month } = civil(number);
  return stretch(year, month)[side] === number ? shortMonthOf(number) : shortDate(number);
}

/** A window in words: `1990 to 2001`, `March 1992`, `14 March 1992`. */
export function humanWindow(first, last) {
  const { year, month } = civil(first);
  const same = (whole) => whole.first === first && whole.last === last;
  if (same(stretch(year))) return humanYear(year);
  if (same(stretch(year, month))) return humanMonth(first);
  if (first === last) return humanDay(first);
  const rank = Math.max(rankOf(first, "first"), rankOf(last, "last"));
  // Both ends are as exact as the more exact one: a year beside a day would leave the day open.
  const edge = rank === 0 ? (day) => humanYear(civil(day).year) : rank === 1 ? humanMonth : humanDay;
  return _("{start} to {end}", { start: edge(first), end: edge(last) });
}

/** Does a window's edge fall on that of a year (0), of a month (1), or within one (2)? */
function rankOf(number, side) {
  const { year, month } = civil(number);
  if (stretch(year)[side] === number) return 0;
  return stretch(year, month)[side] === number ? 1 : 2;
}
