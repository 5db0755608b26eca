/**
 * What is seen, as a value and as the address's parameters:
 * `?from=&to=&category=&certainty=&status=&at=&q=&sort=&place=&event=&view=&follow=&lang=`; unknown parameters are carried along untouched.
 */

import { parseDate, shortIso } from "./days.mjs";
import { COLUMNS } from "./sorting.mjs";
import { parseView, viewText } from "./view.mjs";

/** Nothing narrowed besides time; of each list, none chosen means that all show. */
export const UNFILTERED = Object.freeze({
  categories: Object.freeze([]),
  certainties: Object.freeze([]),
  statuses: Object.freeze([]),
  spots: Object.freeze([]), // ids of the places at which events show
  words: "", // what the reader searches for
});

export const EVERYTHING = Object.freeze({
  first: null,
  last: null,
  ...UNFILTERED,
  sort: "date",
  place: null,
  event: null,
  view: null, // of the map, where the reader has moved it
  follows: false, // do window and map follow the text that is read?
});

/** Read `location.search`; what cannot be read is left at its default. */
export function fromQuery(search) {
  const query = new URLSearchParams(search);
  const from = parseDate(query.get("from") ?? "");
  const to = parseDate(query.get("to") ?? "");
  const upsideDown = from !== null && to !== null && from.first > to.last;
  return {
    first: upsideDown || from === null ? null : from.first,
    last: upsideDown || to === null ? null : to.last,
    categories: listed(query.get("category")),
    certainties: listed(query.get("certainty")),
    statuses: listed(query.get("status")),
    spots: listed(query.get("at")),
    words: (query.get("q") ?? "").trim(),
    sort: COLUMNS.includes((query.get("sort") ?? "").replace(/^-/, "")) ? query.get("sort") : EVERYTHING.sort,
    place: query.get("place") || null,
    event: query.get("event") || null,
    view: readView(query.get("view")),
    follows: query.get("follow") === "text",
  };
}

const listed = (text) => (text ?? "").split(",").map((key) => key.trim()).filter(Boolean);

function readView(text) {
  const view = parseView(text ?? "");
  return view && viewText(view);
}

/** The query of a state, beginning with `?`, or empty; keeps foreign parameters of `search`. */
export function toQuery(state, search = "") {
  const query = new URLSearchParams(search);
  const put = (name, value) => (value ? query.set(name, value) : query.delete(name));
  put("from", state.first === null ? null : shortIso(state.first, "first"));
  put("to", state.last === null ? null : shortIso(state.last, "last"));
  put("category", [...state.categories].sort().join(","));
  put("certainty", [...state.certainties].sort().join(","));
  put("status", [...state.statuses].sort().join(","));
  put("at", [...state.spots].sort().join(","));
  put("q", state.words);
  put("sort", state.sort === EVERYTHING.sort ? null : state.sort);
  put("place", state.place);
  put("event", state.event);
  put("view", state.view);
  put("follow", state.follows ? "text" : null);
  put("page", null); // of the table, for those without a program
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "";
}

/**
 * Keeps the state and tells those who listen.
 *
 * @returns {{get, set, listen}} `set(patch, how)` calls each listener with the new state, the
 *   old one and `how` ("drag" while a gesture goes on, "done" at its end, "history" from Back, "view" where
 *   only the map was moved).
 */
export function createStore(initial) {
  let state = Object.freeze({ ...EVERYTHING, ...initial });
  const listeners = [];
  return {
    get: () => state,
    set(patch, how = "done") {
      const before = state;
      state = Object.freeze({ ...state, ...patch });
      for (const listener of listeners) listener(state, before, how);
    },
    listen: (listener) => listeners.push(listener),
  };
}
