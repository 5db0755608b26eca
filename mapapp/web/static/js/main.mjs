/** Puts the page's parts together: what happens in one is told to the others by the store. */

import { createCopy, followAddress, readAddress } from "./address.mjs";
import { drawAreas, drawBasemap } from "./basemap.mjs";
import { createChips, createSearch } from "./chips.mjs";
import { createChooser } from "./chooser.mjs";
import { humanWindow } from "./days.mjs";
import { calm } from "./dom.mjs";
import { createFrame } from "./frame.mjs";
import { stayNear } from "./globe.mjs";
import { createNote, readGround } from "./ground.mjs";
import { createGuest } from "./guest.mjs";
import { showKey } from "./legend.mjs";
import { createLights, followClicks } from "./links.mjs";
import { closeMenus } from "./menus.mjs";
import { _, ngettext } from "./messages.mjs";
import { createMoves } from "./moves.mjs";
import { createNames } from "./names.mjs";
import { createPaper } from "./paper.mjs";
import { createPins } from "./pins.mjs";
import { createPopup } from "./popup.mjs";
import { createReview } from "./review.mjs";
import { createProse } from "./prose.mjs";
import { createReading } from "./reading.mjs";
import { readStory } from "./source.mjs";
import { createStore, UNFILTERED } from "./state.mjs";
import { createTable } from "./table.mjs";
import { createTimeline } from "./timeline.mjs";
import { createView } from "./view.mjs";
import { closed } from "./window.mjs";

function describe(story, state, events, places) {
  const what = ngettext("{count} event", "{count} events", events.length);
  const where = ngettext("at {count} place", "at {count} places", places);
  const count = _("{events} {places}", { events: what, places: where });
  if (story.domain === null) return count;
  const { first, last } = closed(state, story.domain);
  return `${count}, ${humanWindow(first, last)}`;
}

/** Not the next frame, which a hidden page never draws. */
const nextTask = () => new Promise((done) => { setTimeout(done); });

/** Run at once, or with the next frame and only for the last of many calls. */
function inTurn(act) {
  let frame = null;
  return (argument, mayWait) => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = mayWait ? requestAnimationFrame(() => { frame = null; act(argument); }) : null;
    if (!mayWait) act(argument);
  };
}

/** Puts the page together; the markers are drawn before the rest of it is made. */
async function mount(story) {
  const map = window[document.querySelector(".folium-map").id];
  const store = createStore(readAddress());
  let view = null;
  const moves = createMoves(map, story, { release: () => view?.release(), calm });
  map.invalidateSize(); // the page has grown since Folium made the map
  moves.overview(false);
  view = createView(map, store, moves);
  if (store.get().view !== null) view.restore();
  stayNear(map, story.middle);
  new ResizeObserver(moves.resize).observe(map.getContainer());

  /** Sizes and places of the markers; looks not where one stands for several places. */
  function mark(state) {
    pins.update(story.counts(state));
    pins.paint?.(story.looksIn(state));
    pins.settle();
  }
  const idOf = (number) => story.places[number].id;
  function openPlace(number) {
    view.release(); // what the popup moves, the click moves
    store.set({ place: idOf(number), event: null });
  }
  const goToPlace = (number) => {
    openPlace(number);
    moves.goTo(number);
  };
  function goHome(animate) {
    moves.overview(animate);
    store.set({ view: null }, "view");
  }
  const choosePlace = createChooser(map, story, openPlace);
  const pins = createPins(map, story, { onOpen: openPlace, onChoose: choosePlace });
  mark(store.get());
  await nextTask();
  showKey(document.querySelector(".legend"), pins.marks);
  const frame = createFrame(map, story, pins, { overview: goHome, calm });
  const names = createNames(map, story, pins);
  const lights = createLights(story, pins, (number) => story.eventsAt(number).filter((event) => story.passes(event, store.get())));
  const text = document.querySelector("#article .prose"); // an embed has none
  const prose = text && createProse(text, () => lights.choose(store.get().event));
  /** Scroll to the sentence of an event; of a very long article its part may have to come first. */
  async function read(id) {
    const event = story.event(id);
    if (prose && !prose.isWhole() && event && !lights.sentence(id)) {
      await story.told([event]);
      await prose.reach(event.start);
    }
    // Of a long article parts come while it scrolls, which would end a smooth way too early.
    const far = prose && !prose.isWhole();
    lights.sentence(id)?.scrollIntoView({ block: "center", behavior: calm() || far ? "auto" : "smooth" });
  }
  /** Show what was chosen: beside the map its sentence; where the map scrolls away with the text, the popup with its quote. */
  function present(event) {
    const beside = getComputedStyle(map.getContainer().closest(".stage")).position === "sticky";
    if (beside || event.place === null) read(event.id);
    else map.getContainer().scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  }
  const shut = () => store.set({ place: null, event: null });
  const popup = createPopup(map, story, pins, {
    onClose: shut,
    onWhole: () => store.set({ first: null, last: null, ...UNFILTERED }),
    onPlace: goToPlace,
    onEvent(event) {
      store.set({ event: event.id });
      read(event.id);
    },
    tools: (event) => review?.tools(event) ?? null,
  }, calm);
  const review = createReview(document.querySelector(".review-bar"), map, story, {
    chosen: () => store.get().event,
    refresh: () => store.set({}, "drag"),
    show: (event) => {
      choose(event.id);
      present(event);
    },
  });
  map.on("click", shut);

  const time = createTimeline(document.querySelector(".time"), story, store);
  const chips = createChips(document.querySelector(".narrow"), story, store);
  const list = document.getElementById("events"); // an embed may have no list, and has no text
  const follow = document.querySelector(".follow-text");
  const table = list && createTable(list, story, store);
  const search = list && createSearch(list.querySelector(".search"), store);
  const status = document.querySelector(".shown");
  createCopy(document.querySelector(".copy-link"));
  const reading = follow && createReading(follow, story, store, moves.show);

  /** Choose an event in the list or the text: its popup opens, and a window that hid it opens. */
  function choose(id) {
    const event = story.event(id);
    const widened = story.passes(event, store.get())
      ? {}
      : { first: null, last: null, ...UNFILTERED };
    store.set({ ...widened, event: id, place: event.place === null ? null : idOf(event.place) });
    if (event.place !== null) moves.goTo(event.place);
  }
  followClicks({
    onEvent(id, { inText }) {
      const event = story.event(id);
      if (event === null) return;
      choose(id);
      if (!inText) present(event);
    },
    onPlace(id) {
      const number = story.placeNumber(id);
      if (number !== null && pins.has(number)) goToPlace(number);
    },
  });

  createGuest(map.getContainer());
  createPaper(map, names.draw);

  /** The place whose popup is open: the one named, or the chosen event's. */
  function popupPlace(state) {
    const number = story.placeNumber(state.place ?? "") ?? story.event(state.event)?.place ?? null;
    return number !== null && pins.has(number) ? number : null;
  }

  let areas = null;
  /** What takes long, and may come a frame later while a gesture goes on. */
  const arrange = inTurn((state) => {
    pins.paint?.(story.looksIn(state)); // not where one marker stands for several places
    pins.settle();
    areas?.update(story.counts(state));
    names.redraw();
    frame.update();
    table?.update(state, story.shown(state));
  });

  function update(state, before, how) {
    if (how === "view") return;
    if (how === "history" && before && state.view !== before.view) view.restore();
    // Until the answer is there, what was found last stays.
    story.searched(state)?.then((isLast) => { if (isLast) store.set({}, "drag"); });
    const shown = story.shown(state);
    const counts = story.counts(state);
    pins.update(counts);
    time.update(state);
    chips.update(state);
    search?.update(state);
    arrange(state, how === "drag");
    const places = pins.numbers.filter((number) => counts.at(number) > 0).length;
    status.textContent = describe(story, state, shown, places);
    const open = popupPlace(state);
    areas?.mark("area-open", [open]);
    popup.show(open, state, { focus: how === "done" });
    if (state.event !== before?.event) {
      lights.choose(state.event);
      table?.reveal(state.event);
    }
    reading?.update(state);
  }
  store.listen(update);
  update(store.get(), null, "history");
  followAddress(store);

  const { place, event } = store.get();
  if (event !== null) read(event);
  review?.settle();
  const open = popupPlace(store.get());
  if (open !== null && (place || event)) moves.goTo(open);

  /** The base map comes when it has come; the markers did not wait for it. */
  function ground({ base, labels, areas: outlines }) {
    drawBasemap(map, base);
    names.setLabels(labels);
    areas = drawAreas(map, story, pins.numbers, outlines);
    areas.followPointer((element) => story.placeNumber(element.dataset.placeId));
    areas.update(story.counts(store.get()));
    areas.mark("area-open", [popupPlace(store.get())]);
    if (pins.numbers.length === 0) note(_("No event of this story has a place on the map."));
  }
  const note = createNote(map);
  return { ground, note };
}

async function start() {
  closeMenus();
  const story = await readStory();
  if (story === null) return; // the page says why
  const named = story.named();
  if (readAddress().event !== null) await named;
  const { ground, note } = await mount(story);
  const found = await readGround(note);
  await named;
  if (found !== null) ground(found);
  document.documentElement.dataset.ready = "true";
}
await start();
