/** Puts the page's parts together: what happens in one is told to the others by the store. */

import { createCopy, followAddress, readAddress } from "./address.mjs";
import { drawAreas, drawBasemap } from "./basemap.mjs";
import { createChips, createSearch } from "./chips.mjs";
import { humanWindow } from "./days.mjs";
import { plural, readJson } from "./dom.mjs";
import { createFrame } from "./frame.mjs";
import { createLights, createTable } from "./links.mjs";
import { createNames } from "./names.mjs";
import { createPins } from "./pins.mjs";
import { createPopup } from "./popup.mjs";
import { createStore } from "./state.mjs";
import { createStory } from "./story.mjs";
import { createTimeline } from "./timeline.mjs";
import { closed } from "./window.mjs";

const root = document.documentElement;

async function readBasemap() {
  const tag = document.getElementById("basemap-data");
  return tag.dataset.src ? (await fetch(tag.dataset.src)).json() : JSON.parse(tag.textContent);
}

function describe(story, state, events, places) {
  const count = `${plural(events.length, "event")} at ${plural(places, "place")}`;
  if (story.domain === null) return count;
  const { first, last } = closed(state, story.domain);
  return `${count}, ${humanWindow(first, last)}`;
}

function mount(story, { base, areas: outlines }) {
  const map = window[document.querySelector(".folium-map").id];
  const store = createStore(readAddress());
  const goTo = (place) => {
    const { lat, lon } = story.places[place];
    map.panInside([lat, lon], { padding: [64, 64], animate: !calm() });
  };
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const [west, south, east, north] = story.focus;
  const overview = (animate) => map.fitBounds([[south, west], [north, east]], { padding: [36, 36], animate });
  map.invalidateSize(); // the page has grown since Folium made the map
  overview(false);
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());

  drawBasemap(map, base);
  const pins = createPins(map, story, {
    onOpen: (place) => store.set({ place: story.places[place].id, event: null }),
  });
  const areas = drawAreas(map, story, pins.numbers, outlines);
  const frame = createFrame(map, story, pins, { overview, calm });
  const names = createNames(map, story, pins, base.labels);
  const lights = createLights(story, pins);
  const popup = createPopup(map, story, pins, {
    onClose: () => store.set({ place: null, event: null }),
    onWhole: () => store.set({ first: null, last: null, categories: [], words: "" }),
    onPlace: (place) => {
      store.set({ place: story.places[place].id, event: null });
      goTo(place);
    },
    onEvent: (event) => {
      store.set({ event: event.id });
      read(event.id);
    },
  });
  map.on("click", () => store.set({ place: null, event: null }));

  const time = createTimeline(document.querySelector(".time"), story, store);
  const chips = createChips(document.querySelector(".chips"), story, store);
  const events = document.getElementById("events");
  const table = events && createTable(events, story);
  const search = events && createSearch(events, story, store);
  const status = document.querySelector(".shown");
  createCopy(document.querySelector(".copy-link"));

  // A pin that is pointed at shows the area that it stands for.
  const point = (event) => {
    const pin = event.target.closest?.(".pin");
    areas.mark("area-lit", pin ? [story.placeNumber(pin.dataset.placeId)] : []);
  };
  map.getContainer().addEventListener("pointerover", point);
  map.getContainer().addEventListener("focusin", point);

  function read(id) {
    lights.sentence(id)?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  /** Choose an event from the table or the text: its popup opens, and a window that hid it opens. */
  function choose(id) {
    const event = story.event(id);
    if (event === null) return;
    const state = store.get();
    const widened = story.passes(event, state) ? {} : { first: null, last: null, categories: [], words: "" };
    const place = event.place === null ? null : story.places[event.place].id;
    store.set({ ...widened, event: id, place });
    if (event.place !== null) goTo(event.place);
  }

  document.addEventListener("click", (click) => {
    const link = click.target.closest("[data-choose]");
    const row = click.target.closest("tr[data-event-id]");
    const sentence = click.target.closest("#article [data-event-id]");
    const mark = click.target.closest("mark[data-place-id]");
    if (link || row) {
      click.preventDefault();
      const id = link?.dataset.choose ?? row.dataset.eventId;
      choose(id);
      if (!click.target.closest("#article")) read(id);
    } else if (sentence) {
      choose(sentence.dataset.eventId.split(" ")[0]);
    } else if (mark) {
      const place = story.placeNumber(mark.dataset.placeId);
      if (place !== null && pins.element(place)) {
        store.set({ place: story.places[place].id, event: null });
        goTo(place);
      }
    }
  });

  /** The place whose popup is open: the one named, or the chosen event's. */
  function openPlace(state) {
    const number = story.placeNumber(state.place ?? "") ?? story.event(state.event)?.place ?? null;
    return number !== null && pins.element(number) ? number : null;
  }

  function update(state, before, how) {
    const shown = story.shown(state);
    const counts = story.counts(state);
    pins.update(counts);
    areas.update(counts);
    names.redraw();
    frame.update();
    time.update(state);
    chips.update(state);
    search?.update(state);
    table?.update(state, shown);
    const places = pins.numbers.filter((number) => counts.at(number) > 0).length;
    status.textContent = describe(story, state, shown, places);
    const open = openPlace(state);
    areas.mark("area-open", [open]);
    popup.show(open, state, { focus: how === "done" });
    if (state.event !== before?.event) {
      lights.choose(state.event);
      table?.reveal(state.event);
    }
  }
  store.listen(update);
  update(store.get(), null, "history");
  followAddress(store);
  const { place, event } = store.get();
  if (event !== null) read(event);
  const open = openPlace(store.get());
  if (open !== null && (place || event)) goTo(open);
}

const story = createStory(readJson("story-data"));
mount(story, await readBasemap());
root.dataset.ready = "true";
