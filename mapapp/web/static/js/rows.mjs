/**
 * The rows of a long list, made as they come near: a browser takes seconds to lay out ten thousand.
 * Of a large story they come once the server has sent their words.
 */

import { h, put } from "./dom.mjs";
import { _ } from "./messages.mjs";

const NEAR = 600; // pixels from the end at which more are added
const LEAD = 5; // rows before one that is jumped to
const REST = 100; // milliseconds that a list must stay before its words are asked for

/**
 * @param {number} few rows that the list begins with
 * @param {number} chunk rows that are added at once
 * @param story tells which events have their words, and has them fetched
 * @param {function(object): Element} rowOf
 */
export function createRows(body, scroller, { few, chunk, story, rowOf }) {
  let list = null;
  let first = 0; // number in the list of the first row
  let turn = 0; // what comes for an earlier one is too late
  let isNear = false; // has the reader come to the end while others were on their way?
  const earlier = h("button", { type: "button", class: "link earlier", hidden: true, onclick: back }, _("Earlier in the list"));
  scroller.prepend(earlier);

  const end = () => first + body.rows.length;

  /** Make rows of some events, now or once their words are there. */
  function make(events, act) {
    const coming = story.told(events);
    if (coming === null) {
      scroller.removeAttribute("aria-busy");
      act(events.map(rowOf));
      return null;
    }
    scroller.setAttribute("aria-busy", "true");
    const mine = turn;
    return coming.then(() => {
      if (mine !== turn) return;
      scroller.removeAttribute("aria-busy");
      if (!story.isTold(events)) return;
      act(events.map(rowOf));
      if (isNear) near();
    });
  }

  function replace(from) {
    turn += 1;
    const part = list.slice(from, from + few);
    return make(part, (rows) => {
      first = from;
      earlier.hidden = from === 0;
      put(body, rows);
    });
  }

  function grow(to) {
    if (list === null || to <= end() || end() >= list.length) return;
    isNear = scroller.hasAttribute("aria-busy");
    if (!isNear) make(list.slice(end(), to), (rows) => body.append(...rows));
  }

  function back() {
    const from = Math.max(0, first - chunk);
    make(list.slice(from, first), (rows) => {
      const above = body.rows[0];
      const before = above?.getBoundingClientRect().top ?? 0;
      first = from;
      earlier.hidden = from === 0;
      body.prepend(...rows);
      if (above) scroller.scrollTop += above.getBoundingClientRect().top - before;
    });
  }

  /** On a narrow screen the page scrolls and not the list, so both are asked. */
  function near() {
    const { bottom } = body.getBoundingClientRect();
    const { bottom: edge } = scroller.getBoundingClientRect();
    if (bottom < Math.min(edge, innerHeight) + NEAR) grow(end() + chunk);
  }
  scroller.addEventListener("scroll", near, { passive: true });
  addEventListener("scroll", near, { passive: true });

  let resting = null;
  return {
    /** Show these, from the first on; the same again leave the reader where they are. */
    show(events) {
      if (list !== null && same(events, list)) return;
      list = events;
      clearTimeout(resting);
      if (story.isTold(list.slice(0, few))) replace(0);
      else resting = setTimeout(replace, REST, 0);
    },
    /** Make rows up to the last, as far as their words are there. */
    all() {
      if (story.isTold(list)) grow(list.length);
    },
    /** Have a row for the event of that number in the list; true once it is there. */
    async reach(number) {
      clearTimeout(resting);
      if (number < first || number >= end() + chunk) await replace(Math.max(0, number - LEAD));
      else grow(number + chunk);
      return number < end();
    },
  };
}

/** Are these the same events in the same order? */
export const same = (a, b) => a.length === b.length && a.every((event, index) => event === b[index]);
