/** Category chips and the search: what narrows the events besides time. */

import { h } from "./dom.mjs";

/** None pressed shows all; a press narrows to those pressed. */
export function createChips(root, story, store) {
  const counts = new Map();
  for (const event of story.events) counts.set(event.category, (counts.get(event.category) ?? 0) + 1);
  const chips = Object.entries(story.categories).map(([key, label]) => ({
    key,
    element: h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => toggle(key) },
      label, h("span", { class: "chip-count" }, ` ${counts.get(key)}`)),
  }));
  const clear = h("button", { type: "button", class: "link chips-clear", onclick: () => store.set({ categories: [] }) }, "All categories");
  root.replaceChildren(...chips.map((chip) => chip.element), clear);
  root.hidden = chips.length < 2;

  function toggle(key) {
    const { categories } = store.get();
    store.set({
      categories: categories.includes(key) ? categories.filter((each) => each !== key) : [...categories, key],
    });
  }
  return {
    update({ categories }) {
      for (const { key, element } of chips) element.setAttribute("aria-pressed", String(categories.includes(key)));
      clear.hidden = categories.length === 0;
    },
  };
}

/** The search field, and the sentence that says what is filtered. */
export function createSearch(root, story, store) {
  const field = root.querySelector(".search");
  const said = root.querySelector(".filters");
  const sentence = h("span", {});
  // Made once: a button that is replaced between press and release is never clicked.
  const clear = h("button", { type: "button", class: "link", onclick: () => store.set({ categories: [], words: "" }) }, "Clear");
  said.replaceChildren(sentence, clear);
  field.addEventListener("input", () => store.set({ words: field.value.trim() }, "drag"));
  field.addEventListener("change", () => store.set({ words: field.value.trim() }));
  return {
    update(state) {
      if (document.activeElement !== field) field.value = state.words;
      const parts = [
        state.categories.length ? `of ${state.categories.map((key) => (story.categories[key] ?? key).toLowerCase()).join(" or ")}` : "",
        state.words ? `with “${state.words}”` : "",
      ].filter(Boolean);
      said.hidden = parts.length === 0;
      sentence.textContent = `Only events ${parts.join(", ")}. `;
    },
  };
}
