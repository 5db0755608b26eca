/** The order of the list: `date`, `title` or `place`, with a hyphen before it the other way round. */

export const COLUMNS = ["date", "title", "place"];

const named = (sort) => ({ column: sort.replace(/^-/, ""), down: sort.startsWith("-") });

/** The order that a press on a column's head asks for: the column, and from there back and forth. */
export const pressed = (sort, column) => (sort === column ? `-${column}` : column);

/** What `aria-sort` says of a column, or null. */
export function direction(sort, column) {
  const { column: by, down } = named(sort);
  if (by !== column) return null;
  return down ? "descending" : "ascending";
}

/**
 * Events in an order; those without a date or a place come last either way.
 *
 * @param {object[]} events in order of time, the undated last
 * @param {{name: string}[]} places
 * @param {string} language whose order of letters counts, BCP 47
 */
export function sorted(events, sort, places, language) {
  const { column, down } = named(sort);
  const sign = down ? -1 : 1;
  if (column === "date") return down ? backwards(events) : events;
  const { compare } = new Intl.Collator(language, { numeric: true });
  if (column === "title") return [...events].sort((a, b) => sign * compare(a.title, b.title));
  const somewhere = events.filter((event) => event.place !== null);
  const nameOf = (event) => places[event.place].name;
  return [
    ...somewhere.sort((a, b) => sign * compare(nameOf(a), nameOf(b))),
    ...events.filter((event) => event.place === null),
  ];
}

const backwards = (events) => [
  ...events.filter((event) => event.dated).reverse(),
  ...events.filter((event) => !event.dated),
];
