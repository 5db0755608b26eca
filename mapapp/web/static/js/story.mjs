/** The story as the page's parts ask for it: events by place, counts in a window, the domain. */

import { countIn, indexPlaces } from "./counts.mjs";
import { domainOf, shows } from "./window.mjs";

/** @param data the JSON that mapapp/maps/view.py describes */
export function createStory(data) {
  const eventById = new Map(data.events.map((event) => [event.id, event]));
  const placeById = new Map(data.places.map((place, number) => [place.id, number]));
  const byPlace = groupBy(data.events, (event) => event.place);
  const haystack = memoEach(data.events, (event) => folded(textOf(event, data.places)));
  const fits = ({ categories, words }) => {
    const needles = folded(words).split(" ").filter(Boolean);
    return (event) =>
      (!categories.length || categories.includes(event.category)) &&
      (!needles.length || needles.every((needle) => haystack(event).includes(needle)));
  };
  const chosen = memoLast((categories, words) => data.events.filter(fits({ categories, words })));
  const index = memoLast((categories, words) => indexPlaces(chosen(categories, words)));
  const passes = (event, state) => shows(event, state) && fits(state)(event);

  return {
    ...data,
    domain: domainOf(data.events),
    event: (id) => eventById.get(id) ?? null,
    /** Number of the place with that id, or null. */
    placeNumber: (id) => placeById.get(id) ?? null,
    /** Events drawn at a place, in order of time, whatever the window. */
    eventsAt: (number) => byPlace.get(number) ?? [],
    passes,
    shown: (state) => chosen(state.categories, state.words).filter((event) => shows(event, state)),
    undated: (state) => chosen(state.categories, state.words).filter((event) => !event.dated),
    dated: (state) => chosen(state.categories, state.words).filter((event) => event.dated),
    /** Counts in the state's window: `total`, and `at(number)` of a place. */
    counts(state) {
      const { all, places } = index(state.categories, state.words);
      const at = (number) => (places.has(number) ? countIn(places.get(number), state) : 0);
      return { total: countIn(all, state), at };
    },
  };
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const at = key(item);
    if (!groups.has(at)) groups.set(at, []);
    groups.get(at).push(item);
  }
  return groups;
}

/** Remembers the last answer; arguments are compared by identity. */
function memoLast(compute) {
  let before = null;
  let value;
  return (...args) => {
    if (before === null || args.some((arg, index) => arg !== before[index])) {
      [before, value] = [args, compute(...args)];
    }
    return value;
  };
}

/** Computes the answer for each item once, when it is first asked for. */
function memoEach(items, compute) {
  const known = new Map();
  return (item) => {
    if (!known.has(item)) known.set(item, compute(item));
    return known.get(item);
  };
}

const textOf = (event, places) =>
  [
    event.title, event.quote, event.date, event.written,
    ...event.ties.flatMap(([number]) => [places[number].name, ...places[number].names.map((name) => name.text)]),
  ].join(" ");

/** Without case and marks: `susa` finds Şuşa. */
export const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replaceAll("ə", "e").trim();
