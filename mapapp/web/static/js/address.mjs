/** The state in the address, and Back. */

import { _ } from "./messages.mjs";
import { EVERYTHING, fromQuery, toQuery } from "./state.mjs";

/** A page from disk may not change its query: there the state goes behind the `#`. */
const fromDisk = () => location.protocol === "file:";

export function readAddress() {
  return fromQuery(fromDisk() ? location.hash.replace(/^#/, "") : location.search);
}

/** In a frame of another page Back is that page's, so no entry is added there. */
const write = (next, how) =>
  window.parent === window && how === "done" ? history.pushState(null, "", next) : history.replaceState(null, "", next);

/** A frame that was written into its page, as notebooks have them, has no address of its own. */
const hasNone = () => location.protocol === "about:";

/** Write the state into the address; the end of a gesture adds an entry. */
export function followAddress(store) {
  if (hasNone()) return;
  let settled = addressOf(store.get());
  store.listen((state, _before, how) => {
    const next = addressOf(state);
    // A map that is panned is no step to go back by: its view goes with the step that it follows.
    if (!["done", "view"].includes(how) || next === settled) return;
    settled = next;
    write(next, how);
  });
  followLanguages(store);
  addEventListener("popstate", () => {
    const state = { ...EVERYTHING, ...readAddress() };
    settled = addressOf(state);
    store.set(state, "history");
  });
}

/** The address of the page in a state. */
export function addressOf(state) {
  if (fromDisk()) return toQuery(state).replace(/^\?/, "#?") || "#";
  return location.pathname + toQuery(state, location.search) + location.hash;
}

/** The ways to the same view in other languages, written when somebody looks at them. */
function followLanguages(store) {
  const list = document.querySelector(".languages details");
  function write() {
    for (const link of list.querySelectorAll("a")) {
      const query = new URLSearchParams(location.search);
      query.set("lang", link.lang);
      link.search = toQuery(store.get(), query);
      link.hash = location.hash;
    }
  }
  list?.addEventListener("toggle", write);
  store.listen(() => { if (list?.open) write(); });
}

/** An address of ours, with the language that this page's address asks for. */
export function kept(address) {
  const language = new URLSearchParams(location.search).get("lang");
  if (!language) return address;
  return `${address}${address.includes("?") ? "&" : "?"}lang=${encodeURIComponent(language)}`;
}

/** The button or link that copies an address; where the clipboard is closed, the address is shown. */
export function createCopy(button, addressOf = () => location.href) {
  const label = button.textContent;
  button.addEventListener("click", async (click) => {
    click.preventDefault(); // of a link too, which can still be opened elsewhere, or shared
    try {
      await navigator.clipboard.writeText(addressOf());
      button.textContent = _("Copied");
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      prompt(_("The link to this view"), addressOf()); // a frame without permission, or plain http
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
