/** The state in the address, and Back. */

import { EVERYTHING, fromQuery, toQuery } from "./state.mjs";

/** A page from disk may not change its query: there the state goes behind the `#`. */
const fromDisk = () => location.protocol === "file:";

export function readAddress() {
  return fromQuery(fromDisk() ? location.hash.replace(/^#/, "") : location.search);
}

/** Write the state into the address; a gesture in progress replaces, its end adds an entry. */
export function followAddress(store) {
  let settled = address(store.get());
  store.listen((state, _before, how) => {
    if (how === "history") return;
    const next = address(state);
    if (how === "drag") {
      return;
    }
    if (next === settled) return;
    settled = next;
    history.pushState(null, "", next);
  });
  addEventListener("popstate", () => {
    const state = { ...EVERYTHING, ...readAddress() };
    settled = address(state);
    store.set(state, "history");
  });
}

function address(state) {
  if (fromDisk()) return toQuery(state).replace(/^\?/, "#?") || "#";
  return location.pathname + toQuery(state, location.search) + location.hash;
}
