/** The table, the article and the map light each other, and follow what is chosen. */

const idsOf = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean);

const MOST = 100; // events that one marker lights: each is looked for in the whole page

/**
 * Hover and focus on any of the three lights the others.
 *
 * @param {function(number): object[]} shownAt the events at a place that show
 */
export function createLights(story, pins, shownAt, root = document) {
  // Asked for each time: rows and parts of the article come and go as they are scrolled to.
  const told = (id) => [...root.querySelectorAll(`#article [data-event-id~="${CSS.escape(id)}"]`)];
  const marks = (id) => [...root.querySelectorAll(`mark[data-place-id="${CSS.escape(id)}"]`)];
  const rows = (id) => [...root.querySelectorAll(`tr[data-event-id="${CSS.escape(id)}"]`)];
  const standing = (id) => [...told(id), ...rows(id)];
  let lit = [];

  function light(eventIds, placeIds, find = standing) {
    for (const element of lit) element.classList.remove("lit");
    const pin = (id) => pins.element(story.placeNumber(id));
    lit = [
      ...eventIds.flatMap(find),
      ...placeIds.flatMap((id) => [...marks(id), pin(id)]),
    ].filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  }

  function follow(pointer) {
    const mark = pointer.target.closest?.("[data-place-id]");
    if (mark) {
      const ids = idsOf(mark, "placeId");
      const events = ids.map(story.placeNumber).filter((number) => number !== null).flatMap(shownAt).slice(0, MOST);
      // A name in the text is read on: lighting sentences all over would pull the reader away.
      light(events.map(({ id }) => id), ids, mark.matches("mark") ? rows : standing);
      return;
    }
    const part = pointer.target.closest?.("[data-event-id]");
    const ids = part ? idsOf(part, "eventId") : [];
    const places = ids.map((id) => story.event(id)?.place).filter((place) => place != null);
    light(ids, places.map((place) => story.places[place].id));
  }
  root.addEventListener("pointerover", follow);
  root.addEventListener("focusin", follow);
  return {
    /** Mark the chosen event where it stands. */
    choose(id) {
      for (const element of root.querySelectorAll(".chosen")) element.classList.remove("chosen");
      for (const element of id === null ? [] : standing(id)) element.classList.add("chosen");
    },
    /** The first words of the article that tell of an event, as far as they are in the page. */
    sentence: (id) => told(id)[0] ?? null,
  };
}

/** Clicks in the list and the text, wherever on a row or a sentence they fall. */
export function followClicks({ onEvent, onPlace }, root = document) {
  root.addEventListener("click", (click) => {
    const { target } = click;
    const link = target.closest("[data-choose]");
    const row = target.closest("tr[data-event-id]");
    const sentence = target.closest("#article [data-event-id]");
    const mark = target.closest("mark[data-place-id]");
    const inText = target.closest("#article") !== null;
    if (link || row) {
      click.preventDefault();
      onEvent(link?.dataset.choose ?? row.dataset.eventId, { inText });
    } else if (sentence) {
      onEvent(idsOf(sentence, "eventId")[0], { inText });
    } else if (mark) {
      onPlace(mark.dataset.placeId);
    }
  });
}
