/** Windows of a usual width: all, and those that make sense for the span of the story. */

import { h } from "./dom.mjs";
import { _, pgettext } from "./messages.mjs";
import { closed, ofUnit, opened, shift, toUnit, widthIn } from "./window.mjs";

const widths = () => ({
  year: [[_("Decade"), 10], [_("Year"), 1]],
  month: [[_("Year"), 12], [_("Month"), 1]],
  day: [[_("Month"), 30], [_("Week"), 7], [_("Day"), 1]],
});

/** Fill a group of buttons; a press keeps the window's start as far as it can. */
export function createPresets(root, { domain, unit, store }) {
  const whole = widthIn(domain, unit);
  const choose = (width) => {
    const window = closed(store.get(), domain);
    const round = unit === "day" ? 1 : width; // decades begin with a 0, years with January
    const start = Math.floor(toUnit(window.first, unit) / round) * round;
    const wanted = { first: ofUnit(start, unit).first, last: ofUnit(start + width - 1, unit).last };
    store.set(shift(wanted, domain, unit, 0));
  };
  const all = h("button", { type: "button", onclick: () => store.set(opened(domain, domain)) }, pgettext("span of time", "All"));
  const buttons = widths()[unit]
    .filter(([, width]) => width < whole)
    .map(([label, width]) => ({ width, element: h("button", { type: "button", onclick: () => choose(width) }, label) }));
  root.replaceChildren(all, ...buttons.map(({ element }) => element));
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
