/** The table, the article and the map light each other, and follow what is chosen. */

const idsOf = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean);

/** Elements of the page by the event or place that they stand for. */
function byId(root, selector, name) {
  const found = new Map();
  for (const element of root.querySelectorAll(selector)) {
    for (const id of idsOf(element, name)) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(element);
    }
  }
  return found;
}

/** Hover and focus on any of the three lights the others. */
export function createLights(story, pins, root = document) {
  const events = byId(root, "#article [data-event-id]", "eventId");
  const marks = byId(root, "mark[data-place-id]", "placeId");
  /** Where an event stands; rows come and go as the list is scrolled. */
  const standing = (id) => {
    const row = root.querySelector(`tr[data-event-id="${CSS.escape(id)}"]`);
    return [...(events.get(id) ?? []), ...(row ? [row] : [])];
  };
  let lit = [];

  function light(eventIds, placeIds) {
    for (const element of lit) element.classList.remove("lit");
    const pin = (id) => pins.element(story.placeNumber(id));
    lit = [
      ...eventIds.flatMap(standing),
      ...placeIds.flatMap((id) => [...(marks.get(id) ?? []), pin(id)]),
    ].filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  }

  function follow(pointer) {
    const mark = pointer.target.closest?.("[data-place-id]");
    if (mark) {
      light([], idsOf(mark, "placeId"));
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
    sentence: (id) => (events.get(id) ?? []).find((element) => element.closest("#article")) ?? null,
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
