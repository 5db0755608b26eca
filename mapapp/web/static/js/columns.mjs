/**
 * The events of a large story out of columns; mirrors mapapp/maps/columns.py. They come without
 * words: those are fetched for the events that are shown.
 */

const [CLOSED, OPEN_START, OPEN_END, , UNDATED] = [0, 1, 2, 3, 4];

/** An event whose words are not there yet: `title` is undefined until then. */
class ColumnEvent {
  constructor(number, first, last, dated, place, role, category, certainty, status) {
    this.number = number;
    this.id = null;
    this.first = first;
    this.last = last;
    this.dated = dated;
    this.place = place;
    this.role = role;
    this.category = category;
    this.certainty = certainty;
    this.status = status;
    this.title = undefined;
  }
}

/** @returns {ColumnEvent[]} as many events as the columns are long */
export function eventsOf(columns) {
  const { sides, days, lengths, place, role, category, certainty, status } = columns;
  let day = 0;
  return sides.map((side, number) => {
    day += days[number];
    return new ColumnEvent(
      number,
      side === CLOSED || side === OPEN_END ? day : null,
      side === CLOSED || side === OPEN_START ? day + lengths[number] : null,
      side !== UNDATED,
      place[number] < 0 ? null : place[number],
      role[number] < 0 ? null : columns.roles[role[number]],
      columns.categories[category[number]],
      columns.certainties[certainty[number]],
      columns.statuses[status[number]],
    );
  });
}

/** Rising numbers in short: `3-5,9`. */
export function inRuns(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

/** Is the bit of that number set? A bit an event, the lowest of each byte first. */
export const hasBit = (bits, number) => ((bits[number >> 3] >> (number & 7)) & 1) === 1;
