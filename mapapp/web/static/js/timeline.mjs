/** The time control: the strip, two native ranges, two text fields, play, step and zoom. */

import { isLong } from "./axis.mjs";
import { fieldEdge, humanEdge, parseDate, whyNoDate } from "./days.mjs";
import { _ } from "./messages.mjs";
import { createPlayer } from "./player.mjs";
import { createPresets } from "./presets.mjs";
import { createStrip } from "./strip.mjs";
import { closed, ofUnit, opened, toUnit, unitOf } from "./window.mjs";

/** Mount on the markup of templates/elements/time.html. */
export function createTimeline(root, story, store) {
  const { domain } = story;
  if (domain === null) {
    for (const part of root.querySelectorAll(".strip, .time-tools, .rule")) part.hidden = true;
    return { update() {} };
  }
  const ends = { first: root.querySelector(".range-start"), last: root.querySelector(".range-end") };
  const fields = { first: root.querySelector("[name=from]"), last: root.querySelector("[name=to]") };
  const problem = root.querySelector(".field-problem");
  const choose = (window, how) => store.set(opened(window, domain), how);
  const now = () => closed(store.get(), domain);
  const strip = createStrip(root.querySelector(".strip"), story, store, {
    domain,
    choose,
    onGrab: () => player.pause(),
    onScale: settle,
  });
  const { unit } = strip;
  const player = createPlayer(root, { domain, unit, store });
  const presets = createPresets(root.querySelector(".presets"), { domain, store });

  // By the whole span: what grows with what is shown would move the strip from under the hand.
  root.querySelector(".fields").classList.toggle("exact", unitOf(domain) !== "year");

  // --- the scale of the strip ----------------------------------------------------------------
  const zoom = root.querySelector(".zoom-time");
  zoom.hidden = !isLong(domain);
  zoom.querySelector(".zoom-in").addEventListener("click", strip.zoomIn);
  zoom.querySelector(".zoom-out").addEventListener("click", strip.zoomOut);

  /** What moves in other steps once the strip shows more or less. */
  function settle() {
    zoom.querySelector(".zoom-out").disabled = strip.isWhole();
    for (const input of Object.values(ends)) {
      input.min = toUnit(domain.first, unit());
      input.max = toUnit(domain.last, unit());
    }
    setEnds(store.get());
  }

  function setEnds(state) {
    const window = closed(state, domain);
    for (const [side, input] of Object.entries(ends)) {
      input.value = toUnit(window[side], unit());
      input.setAttribute("aria-valuetext", humanEdge(window[side], side));
    }
  }

  // --- the native ranges -------------------------------------------------------------------
  for (const [side, input] of Object.entries(ends)) {
    input.step = 1;
    const move = (how) => {
      const days = ofUnit(Number(input.value), unit());
      const window = { ...now(), [side]: days[side] };
      // An end that is pushed past the other takes it along.
      if (window.first > window.last) window[side === "first" ? "last" : "first"] = days[side === "first" ? "last" : "first"];
      choose(window, how);
      strip.reveal(window[side]);
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
        : [
            _("{field}: “{words}” is not a date. Write 1990, March 1990, 1990-03-14 or 44 BCE.", { field: label, words: input.value }),
            whyNoDate(input.value),
          ].filter(Boolean).join(" ");
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

  settle();
  let drawnFor = null;
  let shown = null;

  return {
    update(state) {
      const window = closed(state, domain);
      if (shown !== null && (window.first !== shown.first || window.last !== shown.last)) {
        if (state.first === null && state.last === null) strip.showAll();
        else strip.follow(window);
      }
      shown = window;
      setEnds(state);
      for (const [side, field] of Object.entries(fields)) {
        const words = fieldEdge(window[side], side);
        if (document.activeElement !== field || field.value === field.dataset.shown || parseDate(field.value)) {
          field.value = words;
          field.dataset.shown = words;
          field.setAttribute("aria-invalid", "false");
        }
      }
      presets.update(state);
      const drawn = [state.categories, state.certainties, state.statuses, state.spots, state.words, story.revision()].join("|");
      if (drawnFor !== drawn) strip.draw(state);
      else strip.brush(state);
      drawnFor = drawn;
    },
  };
}
