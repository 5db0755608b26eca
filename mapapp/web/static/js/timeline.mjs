/** The time control: histogram, brush, two native ranges, two text fields, play and step. */

import { histogram } from "./counts.mjs";
import { humanEdge, parseDate } from "./days.mjs";
import { svg } from "./dom.mjs";
import { _ } from "./messages.mjs";
import { createPlayer } from "./player.mjs";
import { createPresets } from "./presets.mjs";
import { edgesOf, stepFor, ticksOf } from "./ticks.mjs";
import { closed, ofUnit, opened, shift, toUnit, unitOf } from "./window.mjs";

const HEIGHT = 56; // of the bars, in pixels
const AXIS = 20;
const BAR = 7; // least width of a bar
const GRAB = 14; // pixels on either side of an end that take hold of it

/** Mount on the markup of templates/elements/time.html. */
export function createTimeline(root, story, store) {
  const { domain } = story;
  if (domain === null) {
    for (const part of root.querySelectorAll(".strip, .time-tools, .rule")) part.hidden = true;
    return { update() {} };
  }
  const unit = unitOf(domain);
  const strip = root.querySelector(".strip");
  const picture = svg("svg", { class: "histogram", "aria-hidden": "true" });
  strip.prepend(picture);
  const ends = { first: root.querySelector(".range-start"), last: root.querySelector(".range-end") };
  const fields = { first: root.querySelector("[name=from]"), last: root.querySelector("[name=to]") };
  const problem = root.querySelector(".field-problem");
  const player = createPlayer(root, { domain, unit, store });

  const choose = (window, how) => store.set(opened(window, domain), how);
  const now = () => closed(store.get(), domain);

  // --- the native ranges -------------------------------------------------------------------
  for (const [side, input] of Object.entries(ends)) {
    input.min = toUnit(domain.first, unit);
    input.max = toUnit(domain.last, unit);
    input.step = 1;
    const move = (how) => {
      const days = ofUnit(Number(input.value), unit);
      const window = { ...now(), [side]: days[side] };
      // An end that is pushed past the other takes it along.
      if (window.first > window.last) window[side === "first" ? "last" : "first"] = days[side === "first" ? "last" : "first"];
      choose(window, how);
    };
    input.addEventListener("input", () => move("drag"));
    input.addEventListener("change", () => move("done"));
  }

  // --- the text fields -----------------------------------------------------------------------
  for (const [side, input] of Object.entries(fields)) {
    const take = () => {
      if (input.value === input.dataset.shown) return;
      const days = input.value.trim() === "" ? domain : parseDate(input.value);
      const label = input.labels[0].textContent.trim();
      input.setAttribute("aria-invalid", String(days === null));
      problem.textContent = days
        ? ""
        : _("{field}: “{words}” is not a date. Write 1990, March 1990, 1990-03-14 or 44 BCE.", { field: label, words: input.value });
      if (days === null) return;
      const window = { ...now(), [side]: days[side] };
      if (window.first > window.last) window[side === "first" ? "last" : "first"] = domain[side === "first" ? "last" : "first"];
      if (window.first > window.last) window[side === "first" ? "last" : "first"] = window[side];
      choose(window, "done");
    };
    input.addEventListener("change", take);
    input.addEventListener("blur", take);
    input.addEventListener("keydown", (key) => {
      if (key.key === "Enter") take();
    });
  }

  // --- the picture ---------------------------------------------------------------------------
  let width = 0;
  const xOf = (day) => ((day - domain.first) / (domain.last + 1 - domain.first)) * width;
  const dayAt = (x) => Math.floor(domain.first + (x / width) * (domain.last + 1 - domain.first));

  function draw(state) {
    width = strip.clientWidth;
    if (width === 0) return;
    picture.setAttribute("width", width);
    picture.setAttribute("height", HEIGHT + AXIS);
    const edges = edgesOf(domain, stepFor(domain, width / BAR));
    const bins = histogram(story.dated(state), edges);
    const most = Math.max(...bins.map((bin) => bin.firm + bin.vague)) || 1;
    const bars = bins.flatMap(({ firm, vague }, index) => {
      const x = Math.max(0, xOf(edges[index]));
      const wide = Math.max(1, Math.min(width, xOf(edges[index + 1])) - x - 1);
      const bar = (value, under, className) => {
        const high = (value / most) * (HEIGHT - 4);
        const y = HEIGHT - ((under + value) / most) * (HEIGHT - 4);
        return value > 0 ? [svg("rect", { class: className, x, y, width: wide, height: Math.max(high, 1) })] : [];
      };
      return [...bar(firm, 0, "bar"), ...bar(vague, firm, "bar bar-vague")];
    });
    picture.replaceChildren(
      svg("g", { class: "bars" }, bars),
      svg("line", { class: "axis", x1: 0, x2: width, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 }),
      svg("g", { class: "ticks" }, ticksOf(domain, width / 70).flatMap(tick)),
      shade,
    );
    brush(state);
  }

  function tick({ day, text }) {
    const x = xOf(day);
    const anchor = x < 16 ? "start" : x > width - 24 ? "end" : "middle";
    return [
      svg("line", { x1: x, x2: x, y1: HEIGHT, y2: HEIGHT + 4 }),
      svg("text", { x, y: HEIGHT + AXIS - 4, "text-anchor": anchor }, text),
    ];
  }

  const shade = svg("g", { class: "brush" });
  function brush(state) {
    const window = closed(state, domain);
    const [left, right] = [xOf(window.first), xOf(window.last + 1)].map((x) => Math.max(0, Math.min(x, width)));
    const end = (x, side) => [
      svg("line", { class: "end", x1: x, x2: x, y1: 0, y2: HEIGHT }),
      svg("rect", { class: `grip grip-${side}`, x: x - 4, y: HEIGHT / 2 - 11, width: 8, height: 22, rx: 4 }),
    ];
    shade.replaceChildren(
      svg("rect", { class: "outside", x: 0, y: 0, width: left, height: HEIGHT }),
      svg("rect", { class: "outside", x: right, y: 0, width: Math.max(0, width - right), height: HEIGHT }),
      svg("rect", { class: "inside", x: left, y: 0, width: Math.max(0, right - left), height: HEIGHT }),
      ...end(Math.max(4, left), "start"),
      ...end(Math.min(width - 4, right), "end"),
    );
  }

  // --- dragging ------------------------------------------------------------------------------
  let drag = null;
  const place = (pointer) => pointer.clientX - strip.getBoundingClientRect().left;
  strip.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0) return;
    player.pause();
    const x = place(pointer);
    const window = now();
    const near = { first: Math.abs(x - xOf(window.first)), last: Math.abs(x - xOf(window.last + 1)) };
    const side = near.first <= near.last ? "first" : "last";
    const whole = window.first === domain.first && window.last === domain.last;
    const inside = x > xOf(window.first) && x < xOf(window.last + 1);
    if (near[side] <= GRAB) drag = { side };
    else if (inside && !whole) drag = { middle: window, from: toUnit(dayAt(x), unit) };
    else drag = { anchor: toUnit(dayAt(x), unit) };
    drag.start = x;
    strip.setPointerCapture(pointer.pointerId);
  });
  strip.addEventListener("pointermove", (pointer) => {
    if (drag === null) return;
    const x = place(pointer);
    if (Math.abs(x - drag.start) < 3 && !drag.moved) return;
    drag.moved = true;
    follow(Math.max(0, Math.min(x, width - 1)), "drag");
  });
  const release = (pointer) => {
    if (drag === null) return;
    const { moved, side, anchor } = drag;
    if (moved) follow(Math.max(0, Math.min(place(pointer), width - 1)), "done");
    else if (anchor !== undefined || !side) clickBar(place(pointer));
    drag = null;
  };
  strip.addEventListener("pointerup", release);
  strip.addEventListener("pointercancel", () => { drag = null; });
  strip.addEventListener("dblclick", () => choose(domain, "done"));

  function follow(x, how) {
    const value = toUnit(dayAt(x), unit);
    if (drag.middle) {
      choose(shift(drag.middle, domain, unit, value - drag.from), how);
    } else if (drag.side) {
      const other = drag.side === "first" ? toUnit(now().last, unit) : toUnit(now().first, unit);
      const kept = drag.side === "first" ? Math.min(value, other) : Math.max(value, other);
      choose({ ...now(), [drag.side]: ofUnit(kept, unit)[drag.side] }, how);
    } else {
      const [low, high] = [Math.min(value, drag.anchor), Math.max(value, drag.anchor)];
      choose({ first: ofUnit(low, unit).first, last: ofUnit(high, unit).last }, how);
    }
  }

  function clickBar(x) {
    const edges = edgesOf(domain, stepFor(domain, width / BAR));
    const index = edges.findLastIndex((edge) => edge <= dayAt(x));
    choose({ first: edges[index], last: edges[index + 1] - 1 }, "done");
  }

  const presets = createPresets(root.querySelector(".presets"), { domain, unit, store });

  let drawnFor = null;
  new ResizeObserver(() => draw(store.get())).observe(strip);

  return {
    update(state) {
      const window = closed(state, domain);
      for (const side of ["first", "last"]) {
        const words = humanEdge(window[side], side);
        ends[side].value = toUnit(window[side], unit);
        ends[side].setAttribute("aria-valuetext", words);
        if (document.activeElement !== fields[side] || fields[side].value === fields[side].dataset.shown || parseDate(fields[side].value)) {
          fields[side].value = words;
          fields[side].dataset.shown = words;
          fields[side].setAttribute("aria-invalid", "false");
        }
      }
      presets.update(state);
      const drawn = [state.categories, state.certainties, state.statuses, state.spots, state.words, story.revision()].join("|");
      if (drawnFor !== drawn) draw(state);
      else brush(state);
      drawnFor = drawn;
    },
  };
}
