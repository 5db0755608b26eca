/** Chips and the search: what narrows the events besides time, and the sentence that says so. */

import { h } from "./dom.mjs";
import { _, capitalised, lowered, pgettext } from "./messages.mjs";
import { UNFILTERED } from "./state.mjs";
import { certainties, statuses } from "./terms.mjs";

/** Category chips, and those of certainty, status and place behind `More filters`. */
export function createChips(root, story, store) {
  const groups = [
    chipsOf(root.querySelector(".chips-category"), story, store, {
      list: "categories", property: "category", labels: story.categories, looks: story.looks,
    }),
    chipsOf(root.querySelector(".chips-certainty"), story, store, {
      list: "certainties", property: "certainty", labels: capitals(certainties()),
    }),
    chipsOf(root.querySelector(".chips-status"), story, store, {
      list: "statuses", property: "status", labels: capitals(statuses()),
    }),
    choiceOf(root.querySelector(".only-at"), story, store),
  ];
  const more = root.querySelector(".more-filters");
  const state = store.get();
  more.open = state.certainties.length + state.statuses.length + state.spots.length > 0;
  const said = root.querySelector(".filters");
  const sentence = h("span", {});
  // Made once: a button that is replaced between press and release is never clicked.
  const clear = h("button", { type: "button", class: "link", onclick: () => store.set({ ...UNFILTERED }) }, _("Clear all"));
  said.replaceChildren(sentence, clear);
  let revision = null;
  return {
    update(state) {
      if (revision !== story.revision()) {
        revision = story.revision();
        for (const group of groups) group.count();
        more.hidden = !groups.slice(1).some((group) => group.isChoice());
      }
      for (const group of groups) group.update(state);
      const words = inWords(state, story.categories, story);
      said.hidden = words === "";
      sentence.textContent = `${words} `;
    },
  };
}

/** How many events have each value of a property. */
function tally(events, property) {
  const counts = new Map();
  for (const event of events) counts.set(event[property], (counts.get(event[property]) ?? 0) + 1);
  return counts;
}

/** One group of chips: none pressed shows all; a press narrows to those pressed. */
function chipsOf(box, story, store, { list, property, labels, looks = {} }) {
  const chips = Object.entries(labels).map(([key, label]) => {
    const count = h("span", { class: "chip-count" });
    const element = h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => toggle(key) },
      h("span", { class: looks[key] ? `category ${looks[key]}` : null }, label), count);
    return { key, element, count };
  });
  box.append(...chips.map((chip) => chip.element));

  function toggle(key) {
    const chosen = store.get()[list];
    store.set({ [list]: chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key] });
  }
  return {
    isChoice: () => !box.hidden,
    count() {
      const counts = tally(story.events, property);
      for (const { key, element, count } of chips) {
        element.hidden = !counts.has(key);
        count.textContent = ` ${counts.get(key)}`;
      }
      box.hidden = counts.size < 2;
    },
    update(state) {
      for (const { key, element } of chips) element.setAttribute("aria-pressed", String(state[list].includes(key)));
    },
  };
}

/** The choice of a place, by name; a list, since there may be thousands. */
function choiceOf(label, story, store) {
  const select = label.querySelector("select");
  const around = label.closest("details");
  const chosen = ({ spots }) => (spots.length === 1 ? spots[0] : "");
  let isStale = true;
  select.addEventListener("change", () => store.set({ spots: select.value ? [select.value] : [] }));
  around.addEventListener("toggle", fill);

  /** Thousands of options are made only for those who look. */
  function fill() {
    if (!isStale || !around.open) return;
    isStale = false;
    const counts = tally(story.events, "place");
    counts.delete(null);
    const named = [...counts.keys()].map((number) => story.places[number]);
    const { compare } = new Intl.Collator(document.documentElement.lang);
    const options = named
      .sort((a, b) => compare(a.name, b.name))
      .map((place) => h("option", { value: place.id }, `${place.name} (${counts.get(story.placeNumber(place.id))})`));
    select.replaceChildren(h("option", { value: "" }, _("All places")), ...options);
    select.value = chosen(store.get());
  }
  return {
    isChoice: () => !label.hidden,
    count() {
      const located = story.events.find((event) => event.place !== null);
      label.hidden = !story.events.some(({ place }) => place !== null && place !== located.place);
      isStale = true;
      fill();
    },
    update(state) {
      select.value = chosen(state);
    },
  };
}

const capitals = (labels) => Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, capitalised(label)]));

/** What is filtered, in one sentence; empty where nothing is. */
export function inWords(chosen, labels, story) {
  const either = (words) => words.join(` ${pgettext("between things", "or")} `);
  const named = (keys, names) => either(keys.map((key) => lowered(names[key] ?? key)));
  const placeOf = (id) => story.places[story.placeNumber(id)]?.name ?? id;
  const parts = [
    chosen.categories.length ? _("of {categories}", { categories: named(chosen.categories, labels) }) : "",
    chosen.certainties.length ? _("that are {certainties}", { certainties: named(chosen.certainties, certainties()) }) : "",
    chosen.statuses.length ? _("that are {statuses}", { statuses: named(chosen.statuses, statuses()) }) : "",
    chosen.spots.length ? _("at {places}", { places: either(chosen.spots.map(placeOf)) }) : "",
    chosen.words ? _("with “{words}”", { words: chosen.words }) : "",
  ].filter(Boolean);
  return parts.length ? _("Only events {filters}.", { filters: parts.join(", ") }) : "";
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
