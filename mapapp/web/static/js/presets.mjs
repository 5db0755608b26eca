/** Windows of a usual width: all, and those that make sense for the span of the story. */

import { nextRound, roundOf } from "./decades.mjs";
import { h } from "./dom.mjs";
import { _, pgettext } from "./messages.mjs";
import { closed, ofUnit, opened, shift, toUnit, unitOf, widthIn } from "./window.mjs";

const widths = () => ({
  year: [[_("Century"), 100], [_("Decade"), 10], [_("Year"), 1]],
  month: [[_("Year"), 12], [_("Month"), 1]],
  day: [[_("Month"), 30], [_("Week"), 7], [_("Day"), 1]],
});

/** Fill a group of buttons; a press keeps the window's start as far as it can. */
export function createPresets(root, { domain, store }) {
  // Not by what the strip shows: other buttons would wrap otherwise and move it from under the hand.
  const unit = unitOf(domain);
  const all = h("button", { type: "button", onclick: () => store.set(opened(domain, domain)) }, pgettext("span of time", "All"));
  const buttons = widths()[unit]
    .filter(([, width]) => width * 2 <= widthIn(domain, unit))
    .map(([label, width]) => ({ width, element: h("button", { type: "button", onclick: () => choose(width) }, label) }));
  root.replaceChildren(all, ...buttons.map(({ element }) => element));

  /** The window of that many units in which the chosen one begins. */
  function rounded(width) {
    const start = toUnit(closed(store.get(), domain).first, unit);
    if (unit === "day") return [start, start + width - 1];
    if (unit === "month") {
      const first = Math.floor(start / width) * width;
      return [first, first + width - 1];
    }
    const first = roundOf(start, width);
    return [first, nextRound(first, width) - 1];
  }

  function choose(width) {
    const [start, end] = rounded(width);
    const wanted = { first: ofUnit(start, unit).first, last: ofUnit(end, unit).last };
    store.set(shift(wanted, domain, unit, 0));
  }

  return {
    update(state) {
      const open = state.first === null && state.last === null;
      const width = widthIn(closed(state, domain), unit);
      all.setAttribute("aria-pressed", String(open));
      for (const { element, width: own } of buttons) {
        element.setAttribute("aria-pressed", String(!open && width === own));
      }
    },
  };
}
