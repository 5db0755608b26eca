/** Story mode: window and view follow the paragraph that is being read, until switched off. */

import { blockAt } from "./prose.mjs";

const LINE = 0.4; // part of the window's height at which a reader is taken to read

/** The window from the first to the last day of some events; null where none is dated. */
export function windowOf(events) {
  const dated = events.filter((event) => event.dated);
  if (dated.length === 0) return null;
  const firsts = dated.map((event) => event.first ?? event.last);
  const lasts = dated.map((event) => event.last ?? event.first);
  return { first: Math.min(...firsts), last: Math.max(...lasts) };
}

/**
 * @param {function(number[])} show moves the map to places, by their numbers
 * @returns {{update: function(object)}} to be told of every state: the address can switch it too
 */
export function createReading(button, story, store, show) {
  const prose = document.querySelector("#article .prose");
  let current = null;
  let isOn = false;
  let before = null; // the window that comes back once it is switched off
  let waiting = false;

  function look() {
    waiting = false;
    if (!isOn) return;
    const read = blockAt(prose, innerHeight * LINE);
    if (read === null || read === current || !read.querySelector("[data-event-id]")) return;
    current = read;
    follow(read);
  }

  function follow(block) {
    const ids = [...block.querySelectorAll("[data-event-id]")].flatMap((part) => part.dataset.eventId.split(" "));
    const events = [...new Set(ids)].map(story.event).filter(Boolean);
    const days = windowOf(events);
    // A gesture that goes on: reading a page must not fill the browser's history.
    store.set({ ...(days ?? { first: null, last: null }), place: null, event: null }, "drag");
    show([...new Set(events.map((event) => event.place))].filter((place) => place !== null));
  }

  function onScroll() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  }

  button.hidden = prose.querySelector("[data-event-id]") === null;
  button.addEventListener("click", () => {
    store.set(isOn ? { follows: false, first: before.first, last: before.last } : { follows: true });
  });

  return {
    update(state) {
      if (state.follows === isOn) return;
      isOn = state.follows;
      button.setAttribute("aria-pressed", String(isOn));
      current = null;
      if (isOn) {
        before = state;
        addEventListener("scroll", onScroll, { passive: true });
        onScroll(); // with the next frame: this state is still being told
      } else {
        removeEventListener("scroll", onScroll);
      }
    },
  };
}
