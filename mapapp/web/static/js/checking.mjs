/** How far a review is, and what comes next. */

import { ngettext } from "./messages.mjs";

/** The first event that nobody looked at after the one with id `from`, around the end; or null. */
export function nextToCheck(events, from) {
  const at = events.findIndex((event) => event.id === from);
  const order = [...events.slice(at + 1), ...events.slice(0, at + 1)];
  return order.find((event) => event.status === "machine" && event.id !== from) ?? null;
}

/** `12 of 65 events checked`. */
export const progressInWords = ({ checked, total }) =>
  ngettext("{checked} of {count} event checked", "{checked} of {count} events checked", total, { checked });
