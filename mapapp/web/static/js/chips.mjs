/** Category chips: none pressed shows all; a press narrows to those pressed. */

import { h } from "./dom.mjs";

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
