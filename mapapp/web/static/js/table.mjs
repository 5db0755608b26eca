/**
 * The table shows what the map shows, one row an event. A long list is made as it is scrolled: the
 * server sends the first rows, the others are made in their likeness when they come near.
 */

import { kept } from "./address.mjs";
import { h } from "./dom.mjs";
import { _, ngettext } from "./messages.mjs";
import { createRows, same } from "./rows.mjs";
import { COLUMNS, direction, pressed, sorted } from "./sorting.mjs";
import { certaintyInWords, roleInWords, statusInWords } from "./terms.mjs";

// Rows that a list begins with, since each is laid out anew with every step of the window, and that
// are added at once; of a large story the server must be asked for their words.
const WHOLE = { few: 60, chunk: 300 };
const LARGE = { few: 20, chunk: 60 };
const UNDATED = 60; // events without a date that are listed

export function createTable(root, story, store) {
  const body = root.querySelector("tbody");
  const scroller = root.querySelector(".table-scroll");
  const made = new Map([...body.rows].map((row) => [row.dataset.eventId, row]));
  const likeness = (body.rows[0] ?? root.querySelector(".likeness")?.content.querySelector("tr"))?.cloneNode(true);
  const undated = root.querySelector(".undated");
  const corrections = root.querySelector(".review-bar")?.dataset.events;
  const heads = headsOf(root.querySelector("thead"), store);
  let shown = [];
  let chosen = null;

  function rowOf(event) {
    if (!made.has(event.id)) made.set(event.id, filled(likeness.cloneNode(true), event, story, corrections));
    const row = made.get(event.id);
    row.classList.toggle("chosen", event.id === chosen);
    return row;
  }

  const rows = createRows(body, scroller, { ...(story.isWhole ? WHOLE : LARGE), story, rowOf });
  addEventListener("beforeprint", rows.all);

  let list = []; // those without a date that the window hides
  let told = []; // the same, as they are listed
  /** Tell which they are; of a large story only once somebody opens the list. */
  async function fill() {
    const part = list.slice(0, UNDATED);
    if (!story.isTold(part) && !undated.open) return;
    await story.told(part);
    if (part[0] !== list[0] || !story.isTold(part) || same(list, told)) return;
    told = list;
    undated.querySelector("ul").replaceChildren(
      ...part.map((event) => h("li", {}, h("a", { href: linkTo(event), "data-choose": event.id }, event.title))),
      ...(list.length > part.length ? [h("li", {}, ngettext("and {count} more; search finds it", "and {count} more; search finds them", list.length - part.length))] : []),
    );
  }
  undated.addEventListener("toggle", fill);

  return {
    update(state, events) {
      chosen = state.event;
      heads.update(state);
      shown = sorted(events, state.sort, story.places, document.documentElement.lang);
      rows.show(shown);
      root.querySelector(".none-shown").hidden = events.length > 0;
      const there = new Set(events);
      const left = story.undated(state).filter((event) => !there.has(event));
      undated.hidden = left.length === 0;
      undated.querySelector("summary").textContent = ngettext("{count} event without a date", "{count} events without a date", left.length);
      list = left;
      fill();
    },
    /** Bring the row of an event into view. */
    async reveal(id) {
      if (id === null) return;
      const index = shown.findIndex((event) => event.id === id);
      if (index < 0 || !(await rows.reach(index))) return;
      const row = made.get(id);
      const [inner, outer] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
      if (inner.top < outer.top + 32 || inner.bottom > outer.bottom) {
        scroller.scrollTop += inner.top - outer.top - outer.height / 3;
      }
    },
  };
}

/** The heads of the columns as buttons that sort. */
function headsOf(head, store) {
  const columns = [...head.rows[0].cells].map((cell, index) => {
    const onclick = () => store.set({ sort: pressed(store.get().sort, COLUMNS[index]) });
    cell.replaceChildren(h("button", { type: "button", class: "sort", onclick }, ...cell.childNodes));
    return { cell, column: COLUMNS[index] };
  });
  return {
    update({ sort }) {
      for (const { cell, column } of columns) {
        const way = direction(sort, column);
        if (way) cell.setAttribute("aria-sort", way);
        else cell.removeAttribute("aria-sort");
      }
    },
  };
}

const linkTo = (event) => kept(`?event=${encodeURIComponent(event.id)}`);

/** A copy of another event's row with this one's words. */
function filled(row, event, story, corrections) {
  const find = (selector) => row.querySelector(selector);
  row.className = story.looks[event.category];
  row.dataset.eventId = event.id;
  find("time").textContent = event.date;
  const title = find(".what a");
  title.href = `${linkTo(event)}#s${event.start}`;
  title.textContent = event.title;
  find(".category").textContent = story.categories[event.category];
  find(".doubt")?.remove();
  if (event.certainty !== "certain") {
    find(".category").after(" ", h("span", { class: `doubt doubt-${event.certainty}` }, certaintyInWords(event.certainty)));
  }
  const status = find(".status");
  if (status) {
    status.textContent = statusInWords(event.status);
    status.className = `status status-${event.status}`;
    const check = find(".check");
    check.href = kept(corrections + encodeURIComponent(event.id));
    check.setAttribute("aria-label", _("Correct: {title}", { title: event.title }));
  }
  const others = event.ties.filter(([tied]) => tied !== event.place).map(([tied, role]) => `${story.places[tied].name} (${roleInWords(role)})`);
  find(".where").replaceChildren(
    event.place === null ? _("not on the map") : story.places[event.place].name,
    ...(others.length ? [" ", h("span", { class: "others" }, others.join(", "))] : []),
  );
  return row;
}
