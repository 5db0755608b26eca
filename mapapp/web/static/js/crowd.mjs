/**
 * The markers of a story with thousands of places: one for those that lie together, telling how
 * many of their events show, and one a place where the reader is near enough. Only what is in view
 * has a marker. Speaks as pins.mjs does.
 */

import { AS_BUTTON, asButton } from "./buttons.mjs";
import { calm, h } from "./dom.mjs";
import { grouped } from "./groups.mjs";
import { memoEach } from "./memo.mjs";
import { language, ngettext } from "./messages.mjs";

const REACH = 52; // pixels between the markers of two groups
const LARGEST = 25; // radius of the group with most events
const SMALLEST = 12;
const ALONE = 60; // so few places in view have a marker each
const LEAST_REACH = 25; // between these: fingers must tell them apart
const MARGIN = 0.2; // of the view, in which markers stand ready

export function createCrowd(map, story, numbers, { onOpen, onChoose, classesOf }) {
  const { L } = globalThis;
  const total = new Map(numbers.map((number) => [number, story.eventsAt(number).length]));
  const ranked = [...numbers].sort((a, b) => total.get(b) - total.get(a) || a - b);
  const known = new Set(numbers);
  let markers = new Map(); // by the place after which each is named
  let markerOf = new Map(); // by every place that it stands for
  const points = []; // pixels at the present zoom, by place
  let most = 1;
  let counts = { at: () => 0 };
  let opened = null;

  const spot = (number) => [story.places[number].lat, story.places[number].lon];
  const sum = (members) => members.reduce((events, number) => events + counts.at(number), 0);

  /** Work out where places lie at this zoom, and what the largest marker of it stands for. */
  function project() {
    for (const number of numbers) points[number] = map.project(spot(number));
    const whole = grouped(ranked, (number) => points[number], REACH);
    most = Math.max(...whole.map((members) => members.reduce((events, number) => events + total.get(number), 0)));
  }

  function draw() {
    const { min, max } = map.getPixelBounds();
    const [across, down] = [(max.x - min.x) * MARGIN, (max.y - min.y) * MARGIN];
    const inView = ({ x, y }) => x > min.x - across && x < max.x + across && y > min.y - down && y < max.y + down;
    const pointOf = (number) => points[number];
    const shown = ranked.filter((number) => counts.at(number) > 0 && inView(points[number]));
    const alone = shown.length > ALONE ? null : grouped(shown, pointOf, LEAST_REACH);
    // Where few could stand alone but some may not, all keep the distance that groups need.
    const groups = alone?.every(({ length }) => length === 1) ? alone : grouped(shown, pointOf, REACH);
    const heads = new Set(groups.map(([head]) => head));
    const free = [...markers.values()].filter(({ number }) => !heads.has(number));
    const focused = free.find(({ element }) => element === document.activeElement);
    // Made anew only where none is free: a marker takes Leaflet longer than all the rest.
    markers = new Map(groups.map(([head]) => [head, markers.get(head) ?? moved(free.pop(), head) ?? marker(head)]));
    markerOf = new Map();
    for (const members of groups) {
      const each = markers.get(members[0]);
      fill(each, members);
      for (const number of members) markerOf.set(number, each);
    }
    for (const each of free) each.marker.remove();
    if (focused) (markerOf.get(focused.was)?.element ?? map.getContainer()).focus({ preventScroll: true });
  }

  /** Let a marker stand for another place. */
  function moved(each, number) {
    if (!each) return null;
    each.marker.setLatLng(spot(number));
    each.element.dataset.placeId = story.places[number].id;
    return Object.assign(each, { number, was: each.number });
  }

  function marker(number) {
    const count = h("span", { class: "count" });
    const disc = h("span", { class: "disc" }, count);
    const made = L.marker(spot(number), { icon: L.divIcon({ className: "pin", html: disc, iconSize: null }), ...AS_BUTTON }).addTo(map);
    const element = asButton(map, made, () => act(each));
    element.dataset.placeId = story.places[number].id;
    const each = { marker: made, element, disc, count, number, was: number, members: [], radius: 0, label: null };
    return each;
  }

  function fill(each, members) {
    const { element, disc, count, number } = each;
    const shown = sum(members);
    const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(Math.min(1, shown / most)));
    Object.assign(each, { members, radius });
    element.classList.toggle("pin-open", members.includes(opened));
    const label = nameOf(number, members.length - 1, shown);
    if (label === each.label) return;
    each.label = label;
    const kind = members.length > 1 ? ["pin-group"] : classesOf(number);
    element.classList.remove("pin-group", "pin-point", "pin-area", "pin-hollow", "pin-doubt");
    element.classList.add(...kind);
    if (members.length > 1) element.removeAttribute("aria-haspopup");
    else element.setAttribute("aria-haspopup", "dialog");
    element.setAttribute("aria-label", label);
    element.title = label;
    const size = `${2 * radius}px`;
    disc.style.width = disc.style.height = size;
    element.style.width = element.style.height = size;
    element.style.marginLeft = element.style.marginTop = `${-radius}px`;
    count.textContent = shown > 1 ? inShort(shown) : "";
  }

  function nameOf(number, others, events) {
    const head = story.places[number].name;
    const place = others === 0
      ? head
      : ngettext("{place} and {count} more place", "{place} and {count} more places", others, { place: head });
    return ngettext("{place}: {count} event", "{place}: {count} events", events, { place });
  }

  /** Open the one place, or come so near that the group falls apart; if it never does, let choose. */
  function act({ number, members }) {
    const box = L.latLngBounds(members.map(spot));
    const zoom = Math.max(map.getZoom() + 1, Math.floor(map.getBoundsZoom(box, false, L.point(2 * REACH, 2 * REACH))));
    if (members.length === 1) onOpen(number);
    else if (isOneSpot(box)) onChoose(members, counts.at);
    else map.setView(box.getCenter(), Math.min(zoom, map.getMaxZoom()), { animate: !calm() });
  }

  /** Do places so far apart share a marker from the nearest too, or is that where the reader is? */
  function isOneSpot(box) {
    const nearest = map.getMaxZoom();
    const [a, b] = [box.getNorthWest(), box.getSouthEast()].map((corner) => map.project(corner, nearest));
    return map.getZoom() >= nearest || a.distanceTo(b) < LEAST_REACH;
  }

  map.on("zoomend", project);
  map.on("moveend", draw);
  project();

  return {
    numbers,
    has: (number) => known.has(number),
    shows: (number) => counts.at(number) > 0,
    update(found) {
      counts = found;
      draw();
    },
    settle() {},
    element: (number) => markerOf.get(number)?.element ?? null,
    open(number) {
      opened = number;
      for (const { element, members } of markers.values()) element.classList.toggle("pin-open", members.includes(opened));
    },
    point: (number) => map.latLngToContainerPoint(spot(markerOf.get(number)?.number ?? number)),
    /** What is written beside the marker that is named after a place. */
    caption(number) {
      const others = (markers.get(number)?.members.length ?? 1) - 1;
      return others > 0 ? `${story.places[number].name} +${others}` : story.places[number].name;
    },
    /** Of the marker that is named after a place; 0 for one that stands under another's. */
    radius: (number) => markers.get(number)?.radius ?? 0,
  };
}

const shortener = memoEach((digits) => new Intl.NumberFormat(language(), { maximumFractionDigits: digits }));

/** `12`, `1.2k`: what finds room in a marker. */
function inShort(count) {
  if (count < 1000) return String(count);
  return `${shortener(count < 10000 ? 1 : 0).format(count / 1000)}k`;
}
