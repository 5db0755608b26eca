/** Places that lie on one spot, which no zoom parts: a dialog to choose among them. */

import { h } from "./dom.mjs";
import { _, ngettext } from "./messages.mjs";

/**
 * @param {function(number)} onChoose called with the number of the place that the reader chose
 * @returns {function(number[], function(number): number)} opens the dialog for some places;
 *   `countAt` tells how many events show at each
 */
export function createChooser(map, story, onChoose) {
  const { L } = globalThis;
  const title = h("h2", { class: "popup-title" });
  const list = h("ul", { class: "popup-events places" });
  const close = h("button", { type: "button", class: "popup-close", "aria-label": _("Close"), onclick: shut }, "×");
  const box = h("section", { class: "popup chooser", role: "dialog", tabindex: "-1", hidden: true }, h("header", {}, title, close), list);
  map.getContainer().append(box);
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);
  box.addEventListener("click", (click) => click.stopPropagation());
  box.addEventListener("keydown", (key) => {
    key.stopPropagation();
    if (key.key === "Escape") shut();
  });
  let opener = null;

  function shut() {
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) (opener?.isConnected ? opener : map.getContainer()).focus({ preventScroll: true });
  }
  map.on("click movestart", () => { box.hidden = true; });

  function choice(number, shown) {
    const { name } = story.places[number];
    const choose = () => {
      shut(); // where the focus goes back to, the popup gives it back to
      onChoose(number);
    };
    return h("li", {}, h("button", { type: "button", class: "link", "data-choice": story.places[number].id, onclick: choose },
      ngettext("{place}: {count} event", "{place}: {count} events", shown, { place: name })));
  }

  return (numbers, countAt) => {
    opener = document.activeElement;
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const sorted = [...numbers].sort((a, b) => compare(story.places[a].name, story.places[b].name));
    title.textContent = ngettext("{count} place on one spot", "{count} places on one spot", numbers.length);
    box.setAttribute("aria-label", title.textContent);
    list.replaceChildren(...sorted.map((number) => choice(number, countAt(number))));
    list.scrollTop = 0;
    box.hidden = false;
    box.focus({ preventScroll: true });
  };
}
