/** One marker a place: a disc whose area tells how many of its events show. */

import { AS_BUTTON, asButton } from "./buttons.mjs";
import { createCrowd } from "./crowd.mjs";
import { h } from "./dom.mjs";
import { isCrowded } from "./groups.mjs";
import { ngettext } from "./messages.mjs";
import { spread } from "./spread.mjs";

const CROWD = 400; // places; more would hide each other
const CLUSTER = 12; // places that markers beside each other can stand for,
const ASIDE = 46; // pixels, as far as they step aside
const LARGEST = 30; // radius in pixels of the place with most events
const SMALLEST = 6;
const PER_EVENT = 9; // radius of a single event where no place has many
const ROOM_FOR_NUMBER = 9;
const LEAST_LEAD = 4; // pixels; a shorter line would hide under the marker
const LOOSE = ["district", "region", "country"]; // their spot is nominal
const LEAST_TARGET = 24; // pixels across, for fingers (WCAG 2.2, criterion 2.5.8)
const LEAST_ROOM = 17; // half the diagonal of that square: two targets never cover each other

/** Radius in pixels of a disc whose area stands for `count`, `most` being the largest count. */
export function radiusOf(count, most) {
  const unit = Math.min(PER_EVENT, LARGEST / Math.sqrt(Math.max(most, 1)));
  return Math.max(SMALLEST, unit * Math.sqrt(count));
}

/**
 * Draw the markers; of very many places, or of many that lie together, some share one.
 *
 * @param {{onOpen: function(number), onChoose: function(number[], function)}} handlers called with
 *   the place's number; with those on one spot, and what tells how many events show at each
 */
export function createPins(map, story, { onOpen, onChoose }) {
  const numbers = [...story.places.keys()].filter(
    (number) => story.places[number].lon !== null && story.eventsAt(number).length > 0,
  );
  const classesOf = (number) => [shapeOf(story, number), doubtOf(story, number)].filter(Boolean);
  const pointOf = (number) => map.project([story.places[number].lat, story.places[number].lon]);
  const isCrowd = numbers.length > CROWD || isCrowded(numbers, pointOf, ASIDE, CLUSTER);
  const create = isCrowd ? createCrowd : createSingle;
  const marks = new Set(numbers.flatMap(classesOf));
  if (numbers.some((number) => story.eventsAt(number).length > 1)) marks.add("many");
  if (numbers.length > 0) marks.add(isCrowd ? "pin-group" : "category");
  return { ...create(map, story, numbers, { onOpen, onChoose, classesOf }), marks };
}

/** One marker a place. */
function createSingle(map, story, numbers, { onOpen, classesOf }) {
  const { L } = globalThis;
  const most = Math.max(1, ...numbers.map((number) => story.eventsAt(number).length));
  const pins = new Map(numbers.map((number) => [number, pin(number)]));

  function pin(number) {
    const place = story.places[number];
    const count = h("span", { class: "count" });
    const disc = h("span", { class: "disc" }, count);
    const leader = h("span", { class: "leader", hidden: true });
    const marker = L.marker([place.lat, place.lon], {
      icon: L.divIcon({ className: ["pin", ...classesOf(number)].join(" "), html: disc, iconSize: null }),
      ...AS_BUTTON,
    }).addTo(map);
    const element = asButton(map, marker, () => onOpen(number));
    element.prepend(leader);
    element.dataset.placeId = place.id;
    element.setAttribute("aria-haspopup", "dialog");
    return { marker, element, disc, count, leader, radius: 0, look: "", step: { dx: 0, dy: 0 } };
  }

  /** Put each marker on its spot, or beside it where it overlaps and stands for an area. */
  function settle() {
    const shown = [...pins].filter(([, { element }]) => !element.hidden);
    const discs = shown.map(([number, { radius }]) => {
      const place = story.places[number];
      const { x, y } = map.latLngToLayerPoint([place.lat, place.lon]);
      return { x, y, radius: Math.max(radius, LEAST_ROOM), loose: LOOSE.includes(place.precision) };
    });
    spread(discs).forEach((step, index) => {
      const [number, pin] = shown[index];
      const target = Math.max(pin.radius, LEAST_TARGET / 2);
      pin.element.style.width = pin.element.style.height = `${2 * target}px`;
      pin.element.style.marginLeft = `${step.dx - target}px`;
      pin.element.style.marginTop = `${step.dy - target}px`;
      pin.step = step;
      lead(pin, LOOSE.includes(story.places[number].precision) ? 0 : Math.hypot(step.dx, step.dy));
    });
  }
  map.on("zoomend", settle);

  /** A line from a marker that had to step aside back to its exact spot. */
  function lead({ leader, step }, length) {
    leader.hidden = length < LEAST_LEAD;
    leader.style.width = `${length}px`;
    leader.style.transform = `rotate(${Math.atan2(-step.dy, -step.dx)}rad)`;
  }

  return {
    numbers,
    /** Size, name and presence of each marker for what shows now. */
    update(counts) {
      for (const [number, { marker, element, disc, count }] of pins) {
        const shown = counts.at(number);
        if (pins.get(number).shown === shown) continue; // thousands stay as they are
        pins.get(number).shown = shown;
        element.hidden = shown === 0;
        if (shown === 0) continue;
        const radius = radiusOf(shown, most);
        pins.get(number).radius = radius;
        disc.style.width = disc.style.height = `${2 * radius}px`;
        count.textContent = radius >= ROOM_FOR_NUMBER && shown > 1 ? shown : "";
        const name = ngettext("{place}: {count} event", "{place}: {count} events", shown, { place: story.places[number].name });
        element.setAttribute("aria-label", name);
        element.title = name;
        marker.setZIndexOffset(-Math.round(radius) * 10);
      }
    },
    settle,
    /** Colour and shape of each marker that shows, as `lookOf` its number. */
    paint(lookOf) {
      for (const [number, pin] of pins) {
        if (pin.element.hidden) continue;
        const look = lookOf(number);
        if (look === pin.look) continue;
        if (pin.look) pin.element.classList.remove(...pin.look.split(" "));
        if (look) pin.element.classList.add(...look.split(" "));
        pin.element.classList.toggle("pin-shaped", look !== "");
        pin.look = look;
      }
    },
    /** What is written beside the marker of a place. */
    caption: (number) => story.places[number].name,
    /** The marker that stands for a place; null where none does. */
    element: (number) => pins.get(number)?.element ?? null,
    /** Is something told of the place, and does some of it show now? */
    has: (number) => pins.has(number),
    shows: (number) => pins.has(number) && !pins.get(number).element.hidden,
    /** Mark the place whose popup is open; null for none. */
    open(number) {
      for (const [each, { element }] of pins) element.classList.toggle("pin-open", each === number);
    },
    /** Where a marker stands, in pixels of the map's frame. */
    point(number) {
      const place = story.places[number];
      const { x, y } = map.latLngToContainerPoint([place.lat, place.lon]);
      const { dx, dy } = pins.get(number).step;
      return { x: x + dx, y: y + dy };
    },
    /** Radius in pixels of a marker that shows, 0 of one that does not. */
    radius: (number) => {
      const found = pins.get(number);
      return found && !found.element.hidden ? found.radius : 0;
    },
  };
}

/** Hollow where the pin stands for a whole country or a party, ringed for other areas. */
function shapeOf(story, number) {
  const place = story.places[number];
  const onlyParty = story.eventsAt(number).every((event) => event.role === "party");
  if (place.precision === "country" || onlyParty) return "pin-hollow";
  return ["region", "district"].includes(place.precision) ? "pin-area" : "pin-point";
}

/** Dashed where nothing that happened there is certain. */
function doubtOf(story, number) {
  return story.eventsAt(number).every((event) => event.certainty !== "certain") ? "pin-doubt" : "";
}
