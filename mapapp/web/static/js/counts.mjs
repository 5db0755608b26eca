/** Counting events: by places, and over time. */

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

/**
 * How many of some events lie at each place: `at(number)`, null for those at none.
 *
 * @param {{place: ?number}[]} events
 * @param {number} count of places, which are numbered from 0
 */
export function countPlaces(events, count) {
  const found = new Int32Array(count + 1); // the last for those at no place
  for (const { place } of events) found[place ?? count] += 1;
  return { at: (number) => found[number ?? count] };
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
