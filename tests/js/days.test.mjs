import assert from "node:assert/strict";
import test from "node:test";

import {
  civil, dayNumber, humanEdge, humanWindow, isoDate, parseDate, shortIso, stretch, whyNoDate,
} from "../../mapapp/web/static/js/days.mjs";

test("day numbers agree with the platform's calendar from year 1 to 9999", () => {
  for (let day = -719162; day < 2932896; day += 997) {
    const there = new Date(day * 86400000);
    const here = civil(day);
    assert.deepEqual(here, {
      year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate(),
    });
    assert.equal(dayNumber(here.year, here.month, here.day), day);
  }
});

test("years before the first keep their order and their leap days", () => {
  assert.equal(dayNumber(-43, 3, 15), -735160);
  assert.deepEqual(civil(dayNumber(0, 2, 29)), { year: 0, month: 2, day: 29 });
  assert.equal(dayNumber(1) - dayNumber(0), 366);
});

const YEAR = stretch(1990);
for (const [words, expected] of [
  ["1990", YEAR],
  [" 1990 ", YEAR],
  ["1990-03", stretch(1990, 3)],
  ["1990-3-4", stretch(1990, 3, 4)],
  ["March 1990", stretch(1990, 3)],
  ["14 mar 1990", stretch(1990, 3, 14)],
  ["March 14, 1990", stretch(1990, 3, 14)],
  ["44 BCE", stretch(-43)],
  ["15 March 44 BC", stretch(-43, 3, 15)],
  ["-43", stretch(-43)],
  ["\u221243", stretch(-43)],
  ["14 CE", stretch(14)],
  ["1990-02-30", null],
  ["1990-13", null],
  ["0 BCE", null],
  ["Smarch 1990", null],
  ["soon", null],
  ["", null],
]) {
  test(`a reader's "${words}"`, () => assert.deepEqual(parseDate(words), expected));
}

test("what is shown in a field is understood when it comes back", () => {
  for (const day of [dayNumber(1990), dayNumber(1990, 3), dayNumber(1990, 3, 14), dayNumber(-43)]) {
    assert.equal(parseDate(humanEdge(day, "first")).first, day);
    assert.equal(parseDate(shortIso(day, "first")).first, day);
  }
});

for (const [first, last, words] of [
  [dayNumber(1990), dayNumber(2001, 12, 31), "1990 to 2001"],
  [dayNumber(1990), dayNumber(1990, 12, 31), "1990"],
  [dayNumber(1990, 2), dayNumber(1990, 2, 28), "February 1990"],
  [dayNumber(1992, 3, 14), dayNumber(1992, 3, 14), "14 March 1992"],
  [dayNumber(1992, 3), dayNumber(1996, 6, 30), "March 1992 to June 1996"],
  [dayNumber(1992), dayNumber(1996, 6, 15), "1 January 1992 to 15 June 1996"],
  [dayNumber(-99), dayNumber(-42, 12, 31), "100 BCE to 43 BCE"],
]) {
  test(`a window reads "${words}"`, () => assert.equal(humanWindow(first, last), words));
}

test("ISO dates have four digits and a sign", () => {
  assert.equal(isoDate(dayNumber(-43, 3, 15)), "-0043-03-15");
  assert.equal(isoDate(dayNumber(800, 12, 25)), "0800-12-25");
});

test("a reader is told which part of a date does not exist", () => {
  assert.equal(whyNoDate("1990-13"), "There is no month 13.");
  assert.equal(whyNoDate("29 February 1991"), "There is no day 29 in February 1991.");
  assert.equal(whyNoDate("0 BCE"), "There is no year 0 before the common era.");
  assert.equal(whyNoDate("sometime"), "");
  assert.equal(whyNoDate("1990-12"), "");
});
