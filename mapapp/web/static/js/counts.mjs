/**
 * Counting without touching every event. Of a set of stretches, those that meet a window are all
 * that have begun by its last day, less those that were over before its first; so two sorted
 * arrays a place answer every window in two binary searches.
 */

/** How many of the sorted `values` are <= `limit`. */
export function countUpTo(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorted first and last days of some events; open sides become infinite. */
export function indexDays(events) {
  const dated = events.filter((event) => event.dated);
  const sorted = (days) => Float64Array.from(days).sort();
  return {
    firsts: sorted(dated.map((event) => event.first ?? -Infinity)),
    lasts: sorted(dated.map((event) => event.last ?? Infinity)),
    undated: events.length - dated.length,
  };
}

/** How many of the indexed events show in the window. */
export function countIn(index, window) {
  if (window.first === null && window.last === null) return index.firsts.length + index.undated;
  const begun = window.last === null ? index.firsts.length : countUpTo(index.firsts, window.last);
  const over = window.first === null ? 0 : countUpTo(index.lasts, window.first - 1);
  return begun - over;
}

/** One index for all events and one a place: Map of place number (null: unlocated) to index. */
export function indexPlaces(events) {
  const groups = new Map();
  for (const event of events) {
    if (!groups.has(event.place)) groups.set(event.place, []);
    groups.get(event.place).push(event);
  }
  const places = new Map();
  for (const [place, group] of groups) places.set(place, indexDays(group));
  return { all: indexDays(events), places };
}

/**
 * The counts of an index of places in a window: `total`, and `at(number)` of a place.
 *
 * @param {number} count of places, which are numbered from 0
 */
export function countPlaces({ all, places }, count, window) {
  const found = new Int32Array(count);
  for (const [number, days] of places) if (number !== null) found[number] = countIn(days, window);
  const nowhere = places.has(null) ? countIn(places.get(null), window) : 0;
  return { total: countIn(all, window), at: (number) => (number === null ? nowhere : found[number]) };
}

/**
 * Heights of a histogram. Each event weighs one, spread evenly over its days; what falls on an
 * event no longer than a bin is `firm`, the rest `vague`.
 *
 * @param {{first: ?number, last: ?number, dated: boolean}[]} events
 * @param {number[]} edges first days of the bins, ascending, and the day after the last bin
 * @param {{first: number, last: number}} domain the whole span, at whose ends open sides end;
 *   the bins may cover a part of it
 */
export function histogram(events, edges, domain = { first: edges[0], last: edges[edges.length - 1] - 1 }) {
  const bins = edges.slice(1).map(() => ({ firm: 0, vague: 0 }));
  const start = edges[0];
  const end = edges[edges.length - 1];
  for (const event of events) {
    if (!event.dated) continue;
    const days = Math.max(1, (event.last ?? domain.last) - (event.first ?? domain.first) + 1);
    const first = Math.max(event.first ?? domain.first, start);
    const last = Math.min(event.last ?? domain.last, end - 1);
    if (first > last) continue;
    const from = countUpTo(edges, first) - 1;
    const to = countUpTo(edges, last) - 1;
    if (from === to && last - first + 1 === days) {
      bins[from].firm += 1;
      continue;
    }
    for (let bin = from; bin <= to; bin += 1) {
      const shared = Math.min(last + 1, edges[bin + 1]) - Math.max(first, edges[bin]);
      bins[bin].vague += shared / days;
    }
  }
  return bins;
}
