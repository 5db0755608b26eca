/** How far a review is, and what comes next. */

/** The first event that nobody looked at after the one with id `from`, around the end; or null. */
export function nextToCheck(events, from) {
  const at = events.findIndex((event) => event.id === from);
  const order = [...events.slice(at + 1), ...events.slice(0, at + 1)];
  return order.find((event) => event.status === "machine" && event.id !== from) ?? null;
}

/** `12 of 65 events checked`. */
export const progressInWords = ({ checked, total }) =>
  `${checked} of ${total} event${total === 1 ? "" : "s"} checked`;
