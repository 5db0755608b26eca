/** Words looked for in events; mapapp/maps/finding.py finds the same on the server. */

/** Without case and marks: `susa` finds Şuşa. */
export const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replaceAll("ə", "e").trim();

/** What is searched of an event that has its words. */
export const textOf = (event, places) =>
  folded(
    [
      event.title, event.quote, event.date, event.written,
      ...event.ties.flatMap(([number]) => [places[number].name, ...places[number].names.map((name) => name.text)]),
    ].join(" "),
  );

/** Does a folded text hold every one of these words? Null where there are none. */
export function holdingAll(words) {
  const needles = folded(words).split(" ").filter(Boolean);
  return needles.length === 0 ? null : (text) => needles.every((needle) => text.includes(needle));
}
