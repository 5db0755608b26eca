import assert from "node:assert/strict";
import test from "node:test";

import { eventsOf, hasBit, inRuns } from "../../mapapp/web/static/js/columns.mjs";

const CATEGORIES = ["agreement", "visit"];
const CERTAINTIES = ["certain", "less-certain", "uncertain"];
const STATUSES = ["machine", "confirmed"];
const ROLES = ["location", "party"];

/** Numbers that look like chance and are the same in every run. */
function chanceOf(seed) {
  let at = seed;
  return (below) => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return Math.floor((at / 2147483648) * below);
  };
}

/** An event of any kind, and how the columns tell of it. */
function anyEvent(chance) {
  const side = chance(5);
  const day = chance(2_000_000) - 1_000_000;
  const length = side === 0 && chance(2) ? chance(4000) : 0;
  const [place, role] = chance(4) ? [chance(5000), chance(2)] : [-1, -1];
  const [category, certainty, status] = [chance(2), chance(3), chance(2)];
  return {
    row: { side, day: side > 2 ? null : day, length, place, role, category, certainty, status },
    event: {
      first: [0, 2].includes(side) ? day : null,
      last: [0, 1].includes(side) ? day + length : null,
      dated: side !== 4,
      place: place < 0 ? null : place,
      role: role < 0 ? null : ROLES[role],
      category: CATEGORIES[category],
      certainty: CERTAINTIES[certainty],
      status: STATUSES[status],
    },
  };
}

function columnsOf(rows) {
  let before = 0;
  const days = rows.map(({ day }) => {
    const step = day === null ? 0 : day - before;
    before = day ?? before;
    return step;
  });
  const column = (name) => rows.map((row) => row[name]);
  return {
    categories: CATEGORIES, certainties: CERTAINTIES, statuses: STATUSES, roles: ROLES, days,
    sides: column("side"), lengths: column("length"), place: column("place"), role: column("role"),
    category: column("category"), certainty: column("certainty"), status: column("status"),
  };
}

test("events come out of the columns as they went in", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const chance = chanceOf(seed);
    const some = Array.from({ length: chance(40) }, () => anyEvent(chance));
    const found = eventsOf(columnsOf(some.map(({ row }) => row)));
    assert.deepEqual(
      found.map(({ first, last, dated, place, role, category, certainty, status }) => ({ first, last, dated, place, role, category, certainty, status })),
      some.map(({ event }) => event),
    );
    assert.ok(found.every((event, number) => event.number === number && event.title === undefined));
  }
});

test("runs of numbers are told in short, and every number is in them", () => {
  assert.equal(inRuns([]), "");
  assert.equal(inRuns([3, 4, 5, 9]), "3-5,9");
  for (let seed = 1; seed <= 50; seed += 1) {
    const chance = chanceOf(seed);
    const numbers = Array.from({ length: 200 }, (_, number) => number).filter(() => chance(3) > 0);
    const told = inRuns(numbers).split(",").flatMap((run) => {
      const [first, last = first] = run.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, step) => first + step);
    });
    assert.deepEqual(told, numbers);
  }
});

test("bits are counted from the lowest of each byte", () => {
  const bits = Uint8Array.from([0b00000101, 0b10000000]);
  const set = Array.from({ length: 20 }, (_, number) => number).filter((number) => hasBit(bits, number));
  assert.deepEqual(set, [0, 2, 15]);
});
