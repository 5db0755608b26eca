/** Gets the base map, and tells on the map what there is to wait for or to miss. */

import { h } from "./dom.mjs";
import { _ } from "./messages.mjs";

/** A line of text in the middle of the map; empty text takes it away. */
export function createNote(map) {
  const note = h("p", { class: "map-note", role: "note", hidden: true });
  map.getContainer().append(note);
  return (text, { later = false } = {}) => {
    note.textContent = text;
    note.hidden = text === "";
    note.classList.toggle("later", later); // what comes soon needs no hint that it comes
  };
}

/** The base map with towns and outlines; null where it cannot be had, which the note then says. */
export async function readGround(note) {
  const tag = document.getElementById("basemap-data");
  if (!tag.dataset.src) return JSON.parse(tag.textContent);
  note(_("The map is being drawn …"), { later: true });
  try {
    const answer = await fetch(tag.dataset.src);
    if (!answer.ok) throw new TypeError(answer.statusText);
    const ground = await answer.json();
    note("");
    return ground;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    note(_("Land and borders could not be loaded. The places are where they belong."));
    return null;
  }
}
