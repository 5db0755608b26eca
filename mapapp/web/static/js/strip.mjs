/** The strip of time: bars, axis and brush, and what a pointer does to them. */

import { around, isLong, isWhole, lengthOf, panned, pinched, scaled, withDay } from "./axis.mjs";
import { histogram } from "./counts.mjs";
import { svg } from "./dom.mjs";
import { edgesOf, legible, stepFor, ticksOf } from "./ticks.mjs";
import { closed, meets, ofUnit, shift, toUnit, unitOf } from "./window.mjs";

const HEIGHT = 56; // of the bars, in pixels
const AXIS = 20;
const BAR = 7; // least width of a bar
const GRAB = 14; // pixels on either side of an end that take hold of it
const WHEEL = 300; // pixels of a wheel that double or halve the view
const LINE = 16; // pixels in a line, in which some wheels count
const NEARER = 0.5;

/**
 * @param {HTMLElement} strip
 * @param {{domain, choose: function(window, how), onGrab: function(), onScale: function()}} control
 *   `choose` sets the window; `onGrab` hears that a hand is on it; `onScale` of another view
 */
export function createStrip(strip, story, store, { domain, choose, onGrab, onScale }) {
  const picture = svg("svg", { class: "histogram", "aria-hidden": "true" });
  strip.prepend(picture);
  let view = domain;
  let width = 0;
  const unit = () => unitOf(view);
  const now = () => closed(store.get(), domain);
  const xOf = (day) => ((day - view.first) / lengthOf(view)) * width;
  const dayAt = (x) => view.first + (x / width) * lengthOf(view);
  const wholeDayAt = (x) => Math.floor(dayAt(x));

  function look(next) {
    if (next === null || (next.first === view.first && next.last === view.last)) return;
    view = next;
    draw(store.get());
    onScale();
  }

  // --- the picture ---------------------------------------------------------------------------
  const bins = () => edgesOf(view, stepFor(view, width / BAR));

  function draw(state) {
    width = strip.clientWidth;
    if (width === 0) return;
    picture.setAttribute("width", width);
    picture.setAttribute("height", HEIGHT + AXIS);
    picture.replaceChildren(
      svg("g", { class: "bars" }, bars(story.dated(state))),
      svg("line", { class: "axis", x1: 0, x2: width, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
      svg("g", { class: "ticks" }, ticks()),
      shade,
      ...lens(),
    );
    brush(state);
  }

  function bars(events) {
    const edges = bins();
    const heights = histogram(events, edges, domain);
    const most = Math.max(...heights.map(({ firm, vague }) => firm + vague)) || 1;
    return heights.flatMap(({ firm, vague }, index) => {
      const x = Math.max(0, xOf(edges[index]));
      const wide = Math.max(1, Math.min(width, xOf(edges[index + 1])) - x - 1);
      const bar = (value, under, className) => {
        const high = (value / most) * (HEIGHT - 4);
        const y = HEIGHT - ((under + value) / most) * (HEIGHT - 4);
        return value > 0 ? [svg("rect", { class: className, x, y, width: wide, height: Math.max(high, 1) })] : [];
      };
      return [...bar(firm, 0, "bar"), ...bar(vague, firm, "bar bar-vague")];
    });
  }

  /** A line at each round date, and its words where they have room: the first tells the year. */
  function ticks() {
    const marks = ticksOf(view, width / 70).map(({ day, text }) => {
      const x = xOf(day);
      const half = wide(text) / 2;
      const middle = Math.max(half, Math.min(width - half, x));
      return { x, middle, text, left: middle - half, right: middle + half };
    });
    const clear = legible(marks);
    return marks.flatMap(({ x, middle, text }, index) => [
      svg("line", { x1: x, x2: x, y1: HEIGHT, y2: HEIGHT + 4 }),
      clear[index] ? svg("text", { x: middle, y: HEIGHT + AXIS - 4, "text-anchor": "middle" }, text) : null,
    ]);
  }
  const pen = document.createElement("canvas").getContext("2d");
  function wide(text) {
    pen.font = `11.5px ${getComputedStyle(strip).fontFamily}`; // as the style sheet has the ticks
    return pen.measureText(text).width;
  }

  /** Which part of the whole is shown, where it is a part. */
  function lens() {
    if (isWhole(view, domain)) return [];
    const share = width / lengthOf(domain);
    const part = { x: (view.first - domain.first) * share, width: Math.max(4, lengthOf(view) * share) };
    return [
      svg("rect", { class: "lens-track", x: 0, y: -5, width, height: 3, rx: 1.5 }),
      svg("rect", { class: "lens", ...part, y: -5, height: 3, rx: 1.5 }),
    ];
  }

  const shade = svg("g", { class: "brush" });
  function brush(state) {
    const window = closed(state, domain);
    const [start, end] = [xOf(window.first), xOf(window.last + 1)];
    const [left, right] = [start, end].map((x) => Math.max(0, Math.min(x, width)));
    const handle = (x, side) => [
      svg("line", { class: "end", x1: x, x2: x, y1: 0, y2: HEIGHT }),
      svg("rect", { class: `grip grip-${side}`, x: x - 4, y: HEIGHT / 2 - 11, width: 8, height: 22, rx: 4 }),
    ];
    const inSight = (x) => x > -1 && x < width + 1;
    shade.replaceChildren(
      svg("rect", { class: "outside", x: 0, y: 0, width: left, height: HEIGHT }),
      svg("rect", { class: "outside", x: right, y: 0, width: Math.max(0, width - right), height: HEIGHT }),
      svg("rect", { class: "inside", x: left, y: 0, width: Math.max(0, right - left), height: HEIGHT }),
      ...(inSight(start) ? handle(Math.max(4, left), "start") : []),
      ...(inSight(end) ? handle(Math.min(width - 4, right), "end") : []),
    );
  }

  // --- dragging ------------------------------------------------------------------------------
  let drag = null;
  const fingers = new Map(); // where each pointer is, by its id
  const xIn = (pointer) => pointer.clientX - strip.getBoundingClientRect().left;
  const kept = (x) => Math.max(0, Math.min(x, width - 1));

  strip.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0) return;
    onGrab();
    fingers.set(pointer.pointerId, xIn(pointer));
    strip.setPointerCapture(pointer.pointerId);
    drag = fingers.size === 1 ? grabbed(pointer) : held();
  });

  /** What a pointer takes hold of: the axis, an end, the window, or a new window. */
  function grabbed(pointer) {
    const start = xIn(pointer);
    const window = now();
    const [left, right] = [xOf(window.first), xOf(window.last + 1)];
    const side = Math.abs(start - left) <= Math.abs(start - right) ? "first" : "last";
    const onAxis = pointer.clientY - strip.getBoundingClientRect().top > HEIGHT;
    const isAll = isWhole(window, domain);
    if (onAxis && !isWhole(view, domain)) return { start, pan: view };
    if (Math.abs(start - (side === "first" ? left : right)) <= GRAB) return { start, side };
    const from = toUnit(wholeDayAt(start), unit());
    return start > left && start < right && !isAll ? { start, middle: window, from } : { start, anchor: from };
  }

  /** Two fingers hold two days. */
  function held() {
    const ids = [...fingers.keys()].slice(0, 2);
    return { ids, days: ids.map((id) => dayAt(fingers.get(id))) };
  }

  strip.addEventListener("pointermove", (pointer) => {
    if (drag === null || !fingers.has(pointer.pointerId)) return;
    const x = xIn(pointer);
    fingers.set(pointer.pointerId, x);
    if (drag.ids) {
      look(pinched(domain, drag.days, drag.ids.map((id) => fingers.get(id) / width)));
      return;
    }
    if (Math.abs(x - drag.start) < 3 && !drag.moved) return;
    drag.moved = true;
    follow(kept(x), "drag");
  });

  function release(pointer) {
    const held = drag;
    fingers.delete(pointer.pointerId);
    drag = null;
    if (held === null || held.ids || pointer.type === "pointercancel") return;
    drag = held;
    if (held.moved) follow(kept(xIn(pointer)), "done");
    else if (!held.side && !held.pan) clickBar(xIn(pointer));
    drag = null;
  }
  strip.addEventListener("pointerup", release);
  strip.addEventListener("pointercancel", release);
  strip.addEventListener("dblclick", () => {
    look(domain);
    choose(domain, "done");
  });

  function follow(x, how) {
    if (drag.pan) {
      look(panned(drag.pan, domain, ((drag.start - x) / width) * lengthOf(view)));
      return;
    }
    const value = toUnit(wholeDayAt(x), unit());
    if (drag.middle) {
      choose(shift(drag.middle, domain, unit(), value - drag.from), how);
    } else if (drag.side) {
      const other = toUnit(now()[drag.side === "first" ? "last" : "first"], unit());
      const end = drag.side === "first" ? Math.min(value, other) : Math.max(value, other);
      choose({ ...now(), [drag.side]: ofUnit(end, unit())[drag.side] }, how);
    } else {
      const [low, high] = [Math.min(value, drag.anchor), Math.max(value, drag.anchor)];
      choose({ first: ofUnit(low, unit()).first, last: ofUnit(high, unit()).last }, how);
    }
  }

  function clickBar(x) {
    const edges = bins();
    const index = edges.findLastIndex((edge) => edge <= wholeDayAt(x));
    choose({ first: edges[index], last: edges[index + 1] - 1 }, "done");
  }

  // --- the wheel -----------------------------------------------------------------------------
  // A wheel that began to scroll the page elsewhere goes on to do so: its events are not cancelable.
  strip.addEventListener("wheel", (wheel) => {
    if (!isLong(domain) || !wheel.cancelable) return;
    const pixels = wheel.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const sideways = (wheel.shiftKey ? wheel.deltaY : wheel.deltaX) * pixels;
    const next = wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY)
      ? panned(view, domain, (sideways / width) * lengthOf(view))
      : scaled(view, domain, 2 ** ((wheel.deltaY * pixels) / WHEEL), dayAt(xIn(wheel)));
    if (next.first === view.first && next.last === view.last) return; // the page may scroll
    wheel.preventDefault();
    look(next);
  }, { passive: false });

  new ResizeObserver(() => draw(store.get())).observe(strip);

  return {
    draw,
    brush,
    unit,
    isWhole: () => isWhole(view, domain),
    /** Come nearer: to the window where it is a part of the view, else to the view's middle. */
    zoomIn() {
      const window = now();
      const isPart = lengthOf(window) < lengthOf(view) * NEARER && meets(window, view);
      look(isPart ? around(window, domain) : scaled(view, domain, NEARER, view.first + lengthOf(view) / 2));
    },
    zoomOut: () => look(scaled(view, domain, 1 / NEARER, view.first + lengthOf(view) / 2)),
    showAll: () => look(domain),
    /** Move so far that a day, or a window of which nothing is seen, is in sight. */
    reveal: (day) => look(withDay(view, domain, day)),
    follow: (window) => {
      if (!meets(window, view)) look(lengthOf(window) > lengthOf(view) ? around(window, domain) : withDay(withDay(view, domain, window.first), domain, window.last));
    },
  };
}
