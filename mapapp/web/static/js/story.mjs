/** The story as the page's parts ask for it: events by place, counts in a window, the domain. */

import { countIn, indexPlaces } from "./counts.mjs";
import { domainOf, shows } from "./window.mjs";

/** @param data the JSON that mapapp/maps/view.py describes */
export function createStory(data) {
  const eventById = new Map(data.events.map((event) => [event.id, event]));
  const placeById = new Map(data.places.map((place, number) => [place.id, number]));
  const byPlace = groupBy(data.events, (event) => event.place);
  const chosen = (categories) =>
    categories.length
      ? data.events.filter((event) => categories.includes(event.category))
      : data.events;
  const index = memoLast((categories) => indexPlaces(chosen(categories)));
  const passes = (event, state) =>
    shows(event, state) && (!state.categories.length || state.categories.includes(event.category));

  return {
    ...data,
    domain: domainOf(data.events),
    event: (id) => eventById.get(id) ?? null,
    /** Number of the place with that id, or null. */
    placeNumber: (id) => placeById.get(id) ?? null,
    /** Events drawn at a place, in order of time, whatever the window. */
    eventsAt: (number) => byPlace.get(number) ?? [],
    passes,
    shown: (state) => data.events.filter((event) => passes(event, state)),
    undated: (state) => chosen(state.categories).filter((event) => !event.dated),
    dated: (state) => chosen(state.categories).filter((event) => event.dated),
    /** Counts in the state's window: `total`, and `at(number)` of a place. */
    counts(state) {
      const { all, places } = index(state.categories);
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

function memoLast(compute) {
  let argument;
  let value;
  return (next) => {
    if (argument !== next) [argument, value] = [next, compute(next)];
    return value;
  };
}
