/** Chips and the search: what narrows the events besides time, and the sentence that says so. */

import { h } from "./dom.mjs";
import { UNFILTERED } from "./state.mjs";

const CERTAINTIES = { certain: "Certain", "less-certain": "Less certain", uncertain: "Uncertain" };
const STATUSES = { machine: "Read by machine", confirmed: "Confirmed", edited: "Edited" };

/** Category chips, and those of certainty and status behind `More filters`. */
export function createChips(root, story, store) {
  const groups = [
    chipsOf(root.querySelector(".chips-category"), story, store, {
      list: "categories", property: "category", labels: story.categories, looks: story.looks,
    }),
    chipsOf(root.querySelector(".chips-certainty"), story, store, {
      list: "certainties", property: "certainty", labels: CERTAINTIES,
    }),
    chipsOf(root.querySelector(".chips-status"), story, store, {
      list: "statuses", property: "status", labels: STATUSES,
    }),
  ];
  const more = root.querySelector(".more-filters");
  more.hidden = !groups.slice(1).some((group) => group.isChoice);
  const { certainties, statuses } = store.get();
  more.open = certainties.length + statuses.length > 0;
  const said = root.querySelector(".filters");
  const sentence = h("span", {});
  // Made once: a button that is replaced between press and release is never clicked.
  const clear = h("button", { type: "button", class: "link", onclick: () => store.set({ ...UNFILTERED }) }, "Clear all");
  said.replaceChildren(sentence, clear);
  return {
    update(state) {
      for (const group of groups) group.update(state);
      const words = inWords(state, story.categories);
      said.hidden = words === "";
      sentence.textContent = `${words} `;
    },
  };
}

/** One group of chips: none pressed shows all; a press narrows to those pressed. */
function chipsOf(box, story, store, { list, property, labels, looks = {} }) {
  const counts = new Map();
  for (const event of story.events) counts.set(event[property], (counts.get(event[property]) ?? 0) + 1);
  const chips = Object.entries(labels).filter(([key]) => counts.has(key)).map(([key, label]) => ({
    key,
    element: h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => toggle(key) },
      h("span", { class: looks[key] ? `category ${looks[key]}` : null }, label),
      h("span", { class: "chip-count" }, ` ${counts.get(key)}`)),
  }));
  box.append(...chips.map((chip) => chip.element));
  box.hidden = chips.length < 2;

  function toggle(key) {
    const chosen = store.get()[list];
    store.set({ [list]: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key] });
  }
  return {
    isChoice: chips.length > 1,
    update(state) {
      for (const { key, element } of chips) element.setAttribute("aria-pressed", String(state[list].includes(key)));
    },
  };
}

/** What is filtered, in one sentence; empty where nothing is. */
export function inWords({ categories, certainties, statuses, words }, labels) {
  const either = (keys, names) => keys.map((key) => (names[key] ?? key).toLowerCase()).join(" or ");
  const parts = [
    categories.length ? `of ${either(categories, labels)}` : "",
    certainties.length ? `that are ${either(certainties, CERTAINTIES)}` : "",
    statuses.length ? `that are ${either(statuses, STATUSES)}` : "",
    words ? `with “${words}”` : "",
  ].filter(Boolean);
  return parts.length ? `Only events ${parts.join(", ")}.` : "";
}

/** The search field. */
export function createSearch(field, store) {
  field.addEventListener("input", () => store.set({ words: field.value.trim() }, "drag"));
  field.addEventListener("change", () => store.set({ words: field.value.trim() }));
  return {
    update(state) {
      if (document.activeElement !== field) field.value = state.words;
    },
  };
}
