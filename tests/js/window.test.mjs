import assert from "node:assert/strict";
import test from "node:test";

import { dayNumber, stretch } from "../../mapapp/web/static/js/days.mjs";
import { edgesOf, legible, stepFor, ticksOf } from "../../mapapp/web/static/js/ticks.mjs";
import {
  domainOf, meets, ofUnit, opened, shift, shows, toUnit, unitOf,
} from "../../mapapp/web/static/js/window.mjs";

const domain = { first: dayNumber(1918), last: dayNumber(2023, 12, 31) };
const dated = (first, last) => ({ dated: true, first, last });

test("two stretches meet on a single shared day, and an open side reaches for ever", () => {
  assert.ok(meets({ first: 0, last: 5 }, { first: 5, last: 9 }));
  assert.ok(!meets({ first: 0, last: 5 }, { first: 6, last: 9 }));
  assert.ok(meets({ first: null, last: 5 }, { first: -1000000, last: -999999 }));
});

test("undated events show until a side is set", () => {
  const undated = { dated: false, first: null, last: null };
  assert.ok(shows(undated, { first: null, last: null }));
  assert.ok(!shows(undated, { first: null, last: 0 }));
  assert.ok(shows(dated(null, null), { first: 5, last: 6 }));
});

test("the domain is made of whole units and ignores open sides", () => {
  assert.deepEqual(domainOf([dated(dayNumber(1918, 6, 4), null), dated(null, dayNumber(2023, 3, 1))]), domain);
  assert.equal(domainOf([{ dated: false, first: null, last: null }]), null);
  assert.deepEqual(domainOf([dated(10, 12)]), { first: 10, last: 12 });
});

for (const [days, unit] of [[3, "day"], [3000, "month"], [36525, "year"], [1100000, "year"]]) {
  test(`${days} days move by the ${unit}`, () => assert.equal(unitOf({ first: 0, last: days }), unit));
}

test("units number on across the years, before the first too", () => {
  for (const unit of ["day", "month", "year"]) {
    for (const day of [dayNumber(-43, 3, 15), dayNumber(0, 1, 31), dayNumber(1992, 3, 14)]) {
      const { first, last } = ofUnit(toUnit(day, unit), unit);
      assert.ok(first <= day && day <= last);
      assert.equal(toUnit(last + 1, unit), toUnit(day, unit) + 1);
    }
  }
});

test("a window that reaches the domain's ends is open there", () => {
  assert.deepEqual(opened(domain, domain), { first: null, last: null });
  assert.deepEqual(opened({ ...domain, last: stretch(1990).last }, domain), { first: null, last: stretch(1990).last });
});

test("a window keeps its width when it meets the edge", () => {
  const window = { first: dayNumber(1990), last: dayNumber(2001, 12, 31) };
  assert.deepEqual(shift(window, domain, "year", 500), { first: dayNumber(2012), last: domain.last });
  assert.deepEqual(shift(window, domain, "year", -500), { first: domain.first, last: dayNumber(1929, 12, 31) });
});

for (const [first, last] of [[0, 2], [0, 4000], [dayNumber(-3000), dayNumber(100)], [domain.first, domain.last]]) {
  test(`bins cover ${first} to ${last} without gap, and ticks lie inside`, () => {
    const edges = edgesOf({ first, last }, stepFor({ first, last }, 60));
    assert.ok(edges[0] <= first && edges.at(-1) > last && edges.length <= 63);
    assert.ok(edges.every((edge, index) => index === 0 || edge > edges[index - 1]));
    const ticks = ticksOf({ first, last }, 8);
    assert.ok(ticks.length >= 1 && ticks.length <= 9);
    assert.ok(ticks.every(({ day }) => first <= day && day <= last));
  });
}

test("dates under the axis never touch, and the first of them tells its year", () => {
  const box = (left, right) => ({ left, right });
  assert.deepEqual(legible([box(0, 75), box(76, 110), box(83, 120), box(130, 160)]), [true, false, true, true]);
  const weeks = ticksOf({ first: dayNumber(2020, 9, 27), last: dayNumber(2020, 11, 20) }, 9);
  assert.deepEqual(weeks.slice(0, 2).map(({ text }) => text), ["28 Sep 2020", "5 Oct"]);
  const months = ticksOf({ first: dayNumber(2020, 9, 27), last: dayNumber(2020, 12, 20) }, 4);
  assert.deepEqual(months.map(({ text }) => text), ["Oct 2020", "Nov", "Dec"]);
});
