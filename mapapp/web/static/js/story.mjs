/** The story as the page's parts ask for it: events by place, counts in a window, the domain. */

import { hasBit } from "./columns.mjs";
import { countPlaces } from "./counts.mjs";
import { nearest } from "./globe.mjs";
import { memoEach, memoLast } from "./memo.mjs";
import { holdingAll, textOf } from "./searching.mjs";
import { domainOf, isDated, meets, shows } from "./window.mjs";

/**
 * @param data the JSON that mapapp/maps/view.py describes
 * @param remote where the words of the events are fetched from; null where they are there
 */
export function createStory(data, remote = null) {
  const middle = (data.focus[0] + data.focus[2]) / 2;
  const places = data.places.map((place) => (place.lon === null ? place : { ...place, lon: nearest(place.lon, middle) }));
  const eventById = new Map(remote ? [] : data.events.map((event) => [event.id, event]));
  const placeById = new Map(data.places.map((place, number) => [place.id, number]));
  const byPlace = groupBy(data.events, (event) => event.place);
  const haystack = memoEach((event) => textOf(event, places));
  const idOf = (number) => (number === null ? null : places[number].id);
  let answer = { words: "", bits: null }; // of the server, to what was searched last
  const holds = (words) => {
    const isFound = holdingAll(words);
    if (isFound === null) return () => true;
    if (remote) return ({ number }) => answer.bits === null || hasBit(answer.bits, number);
    return (event) => isFound(haystack(event));
  };
  const fits = ({ categories, certainties, statuses, spots, words }) => {
    const isFound = holds(words);
    return (event) =>
      takes(categories, event.category) &&
      takes(certainties, event.certainty) &&
      takes(statuses, event.status) &&
      takes(spots, idOf(event.place)) &&
      isFound(event);
  };
  let revision = 0;
  // Called with the revision too, so that what a review changed is filtered anew.
  const filter = memoLast((categories, certainties, statuses, spots, words) => {
    const isNarrowed = words !== "" || [categories, certainties, statuses, spots].some(({ length }) => length > 0);
    const events = isNarrowed ? data.events.filter(fits({ categories, certainties, statuses, spots, words })) : data.events;
    const within = memoLast((first, last) => {
      const window = { first, last };
      return isDated(window) ? events.filter((event) => event.dated && meets(event, window)) : events;
    });
    return {
      dated: memoLast(() => events.filter((event) => event.dated)),
      undated: memoLast(() => events.filter((event) => !event.dated)),
      within,
      counts: memoLast((first, last) => countPlaces(within(first, last), places.length)),
    };
  });
  const filtered = ({ categories, certainties, statuses, spots, words }) =>
    filter(categories, certainties, statuses, spots, words, revision, answer);
  const passes = (event, state) => shows(event, state) && fits(state)(event);

  const domain = memoLast(() => domainOf(data.events));
  const isTold = (events) => remote === null || !events.some(isBare);

  function name(id, number) {
    data.events[number].id = id;
    eventById.set(id, data.events[number]);
  }

  return {
    ...data,
    /** The map's middle meridian; the places lie at most half a world from it. */
    middle,
    places,
    get domain() { return domain(); },
    event: (id) => eventById.get(id) ?? null,
    /** Number of the place with that id, or null. */
    placeNumber: (id) => placeById.get(id) ?? null,
    /** Events drawn at a place, in order of time, whatever the window. */
    eventsAt: (number) => byPlace.get(number) ?? [],
    passes,
    /** Counts up whenever an event was changed by `amend`. */
    revision: () => revision,
    /** Change what is known of an event: its status, how certain it is. */
    amend(event, known) {
      Object.assign(event, known);
      revision += 1;
    },
    /** Do all events have their words, and do these? */
    isWhole: remote === null,
    isTold,
    /** Have the words of these events come: null where they are there, else the promise of them. */
    told: (events) => (isTold(events) ? null : remote.tell(events.filter(isBare))),
    /** Null where what a state searches for is answered, else the promise of an answer. */
    searched({ words }) {
      if (remote === null || words === answer.words) return null;
      answer = { words, bits: answer.bits };
      if (words === "") return null;
      return remote.search(words).then((bits) => {
        const isLast = words === answer.words;
        if (isLast && bits) answer = { words, bits };
        return isLast;
      });
    },
    /** Events go by their ids from when this resolves on. */
    named: async () => (await remote?.ids())?.forEach(name),
    // Each is worked out once a filter or a window, and asked for by several parts of the page.
    shown: (state) => filtered(state).within(state.first, state.last),
    undated: (state) => filtered(state).undated(),
    dated: (state) => filtered(state).dated(),
    /** For places by number: the look of the category that all their shown events have, or empty. */
    looksIn(state) {
      const isFit = fits(state);
      return (number) => {
        let found = null;
        for (const event of byPlace.get(number) ?? []) {
          if (event.category === found || !shows(event, state) || !isFit(event)) continue;
          if (found !== null) return "";
          found = event.category;
        }
        return data.looks[found] ?? "";
      };
    },
    /** Counts in the state's window: `at(number)` of a place. */
    counts: (state) => filtered(state).counts(state.first, state.last),
  };
}

/** Has the event no words yet? */
export const isBare = (event) => event.title === undefined;

/** None chosen takes all. */
const takes = (chosen, value) => chosen.length === 0 || chosen.includes(value);

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const at = key(item);
    if (!groups.has(at)) groups.set(at, []);
    groups.get(at).push(item);
  }
  return groups;
}
