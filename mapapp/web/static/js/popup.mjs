/**
 * The popup: a dialog named by the place, listing only the events that show. It stays open while
 * the window moves, and follows it.
 */

import { addressOf, createCopy, kept } from "./address.mjs";
import { h } from "./dom.mjs";
import { humanWindow } from "./days.mjs";
import { _, ngettext, nodesOf } from "./messages.mjs";
import { roleInWords } from "./terms.mjs";
import { closed, isDated } from "./window.mjs";

const GAP = 12;
const PART = 200; // events that are listed at once
const FEW = 50; // the same where the server must be asked for their words
const LEAD = 5; // events before the chosen one
const EDGE = 36; // pixels that a marker keeps from the map's edge

/** Does the popup lie at the foot of the map? As the style sheet has it. */
export const docked = () => matchMedia("(max-width: 600px)").matches;

/**
 * @param {{onClose, onWhole, onEvent, onPlace, tools}} handlers closing, asking for the whole span,
 *   following an event into the text, and going to another place; `tools` gives what stands under
 *   an event, or null
 * @param {function(): boolean} calm whether the reader wants no motion
 */
export function createPopup(map, story, pins, handlers, calm) {
  const { L } = globalThis;
  const title = h("h2", { class: "popup-title" });
  const about = h("p", { class: "popup-about" });
  const some = h("p", { class: "popup-some" });
  const list = h("ol", { class: "popup-events" });
  const link = h("a", { class: "popup-link" }, _("Copy link"));
  createCopy(link, () => link.href);
  const close = h("button", { type: "button", class: "popup-close", "aria-label": _("Close"), onclick: () => shut() }, "×");
  const box = h(
    "section",
    { class: "popup", role: "dialog", tabindex: "-1", hidden: true },
    h("header", {}, title, close),
    about,
    h("div", { class: "popup-line" }, some, link),
    list,
    story.source ? h("footer", { class: "popup-source" }, _("Source: {source}", { source: story.source })) : null,
  );
  map.getContainer().append(box);
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);
  // A button that its own click removes is no longer inside the box when Leaflet asks.
  box.addEventListener("click", (click) => click.stopPropagation());
  box.addEventListener("keydown", (key) => {
    key.stopPropagation(); // arrows scroll the list and do not pan the map
    if (key.key === "Escape") shut();
  });
  // Also from a marker that the popup lies over.
  map.getContainer().addEventListener("keydown", (key) => key.key === "Escape" && shut());

  let number = null;
  let opener = null;
  let current = null; // stands for what is listed
  const part = story.isWhole ? PART : FEW;

  function shut() {
    if (number === null) return;
    const back = opener?.isConnected && !opener.hidden ? opener : map.getContainer();
    const inside = box.contains(document.activeElement);
    handlers.onClose();
    if (inside) back.focus({ preventScroll: true });
  }

  function show(place, state, { focus }) {
    if (place === null) {
      hide();
      return;
    }
    const isNew = place !== number;
    if (isNew) {
      if (focus) opener = document.activeElement;
      number = place;
      head(story.places[place]);
      box.hidden = false;
      pins.open(place);
    }
    fill(state);
    settle();
    if (isNew && docked()) clear(place);
    if (isNew && focus) box.focus({ preventScroll: true });
  }

  function hide() {
    if (number !== null) pins.open(null);
    number = null;
    box.hidden = true;
  }

  function head(place) {
    title.textContent = place.name;
    box.setAttribute("aria-label", place.name);
    const names = place.names.map((name) =>
      h("span", { lang: name.language || null, class: "also", dir: "auto" }, name.days ? `${name.text} (${name.days})` : name.text),
    );
    about.replaceChildren(
      [place.kind, ...(place.precision === "region" ? [_("drawn as an area, no exact spot")] : [])].join(", "),
      ...(names.length ? [" · ", ...nodesOf(_("also {names}"), { names: joined(names) })] : []),
    );
  }

  function fill(state) {
    const all = story.eventsAt(number);
    const shown = all.filter((event) => story.passes(event, state));
    const days = isDated(state) && story.domain ? words(closed(state, story.domain)) : null;
    some.replaceChildren(countInWords(shown.length, all.length, days), " ");
    if (shown.length < all.length) {
      some.append(h("button", { type: "button", class: "link", onclick: handlers.onWhole }, _("Show all")));
    }
    link.href = addressOf({ ...state, place: story.places[number].id, event: null });
    enlist(shown, state);
  }

  /** List some of the events: of many the first, or those around the chosen one. */
  async function enlist(shown, state) {
    const chosenAt = state.event === null ? -1 : shown.findIndex((event) => event.id === state.event);
    let from = chosenAt < part ? 0 : chosenAt - LEAD;
    let to = Math.min(from + part, shown.length);
    const mine = (current = {});
    const isLate = () => mine !== current; // the window has moved, or the popup
    const coming = story.told(shown.slice(from, to));
    if (coming !== null) {
      if (list.dataset.place !== String(number)) list.replaceChildren();
      list.setAttribute("aria-busy", "true");
      await coming;
      if (isLate()) return;
      list.removeAttribute("aria-busy");
    }
    list.dataset.place = number;
    const before = list.scrollTop;
    const items = (events) => events.filter((event) => story.isTold([event])).map((event) => item(event, state));
    const earlier = moreButton(_("Earlier ones"), async () => {
      const next = shown.slice(Math.max(0, from - part), from);
      await story.told(next);
      if (isLate()) return;
      from -= next.length;
      earlier.after(...items(next));
      if (from === 0) earlier.remove();
    });
    const later = moreButton(_("More"), async () => {
      const next = shown.slice(to, to + part);
      await story.told(next);
      if (isLate()) return;
      to += next.length;
      later.before(...items(next));
      if (to === shown.length) later.remove();
    });
    list.replaceChildren(...items(shown.slice(from, to)));
    if (from > 0) list.prepend(earlier);
    if (to < shown.length) list.append(later);
    list.scrollTop = before;
    const chosen = list.querySelector("[aria-current]");
    if (chosen) list.scrollTop = Math.max(0, chosen.offsetTop - list.offsetTop - GAP);
    if (coming !== null) settle();
  }

  function item(event, state) {
    const others = event.ties.filter(([tied]) => tied !== number);
    return h(
      "li",
      { "data-event-id": event.id, class: story.looks[event.category], "aria-current": event.id === state.event ? "true" : null },
      h(
        "p",
        { class: "popup-date" },
        h("time", {}, event.date),
        event.written && !sameDate(event.written, event.date)
          ? h("span", { class: "as-written", lang: story.language }, ` “${event.written}”`)
          : null,
      ),
      saysTheSame(event.title, event.quote) ? null : h("h3", { dir: "auto", lang: story.language }, event.title),
      h("blockquote", { dir: "auto", lang: story.language }, event.quote),
      h(
        "p",
        { class: "popup-facts" },
        h("span", { class: "category" }, story.categories[event.category]),
        others.length ? h("span", {}, ...nodesOf(_("with {places}"), { places: joined(others.map(tie)) })) : null,
        h("span", { class: `doubt doubt-${event.certainty}` }, event.doubt),
        inArticle(event),
      ),
      handlers.tools(event),
    );
  }

  function tie([tied, role]) {
    const place = story.places[tied];
    const name = `${place.name} (${roleInWords(role)})`;
    if (!pins.has(tied)) return h("span", {}, name);
    return h("button", { type: "button", class: "link", onclick: () => handlers.onPlace(tied) }, name);
  }

  function inArticle(event) {
    const address = kept(`${story.address}?event=${encodeURIComponent(event.id)}`);
    const away = document.getElementById("article") === null;
    if (away && !story.address) return null;
    return h(
      "a",
      {
        href: address,
        target: away ? "_blank" : null,
        rel: away ? "noopener" : null,
        onclick: (click) => {
          if (away) return;
          click.preventDefault();
          handlers.onEvent(event);
        },
      },
      _("In the article"),
    );
  }

  /** On a narrow screen the popup lies over the lower part of the map: the marker moves above. */
  function clear(place) {
    const { lat, lon } = story.places[place];
    map.panInside([lat, lon], {
      paddingTopLeft: [EDGE, EDGE],
      paddingBottomRight: [EDGE, box.offsetHeight + EDGE],
      animate: !calm(),
    });
  }

  /** Beside the marker where there is room; the style sheet docks it on narrow screens. */
  function settle() {
    if (number === null) return;
    const at = pins.point(number);
    const size = map.getSize();
    const { offsetWidth: width, offsetHeight: height } = box;
    const off = pins.radius(number) + GAP;
    const right = at.x + off + width <= size.x;
    const x = right ? at.x + off : at.x - off - width;
    box.style.left = `${clamp(x, GAP, size.x - width - GAP)}px`;
    box.style.top = `${clamp(at.y - height / 2, GAP, size.y - height - GAP)}px`;
  }
  map.on("move zoomend resize", settle);

  return { show, element: box };
}

/** `3 of 12 events in 1990 to 2001.`; `days` is null where all of time shows. */
function countInWords(shown, count, days) {
  if (shown === count) {
    return days === null
      ? ngettext("{count} event", "{count} events", count)
      : ngettext("{count} event in {days}", "{count} events in {days}", count, { days });
  }
  return days === null
    ? ngettext("{shown} of {count} event as filtered.", "{shown} of {count} events as filtered.", count, { shown })
    : ngettext("{shown} of {count} event in {days}.", "{shown} of {count} events in {days}.", count, { shown, days });
}

const moreButton = (label, onclick) => h("li", { class: "more" }, h("button", { type: "button", class: "link", onclick }, label));

/** Is the title the whole sentence? Then it is shown once, as a quote. */
const saysTheSame = (title, quote) => bare(title) === bare(quote);
/** `June 4, 1918` is no other date than `4 June 1918`, and need not be shown beside it. */
const sameDate = (a, b) => sorted(a) === sorted(b);
const sorted = (text) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).sort().join(" ");
const bare = (text) => text.replace(/[\s.“”"]+/g, " ").trim().toLowerCase();
const words = ({ first, last }) => humanWindow(first, last);
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));
const joined = (items) => items.flatMap((item, index) => (index ? [", ", item] : [item]));
