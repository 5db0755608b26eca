/** Where the story comes from: it stands in the page, is packed into it, or is fetched. */

import { eventsOf } from "./columns.mjs";
import { h } from "./dom.mjs";
import { createPacked } from "./packing.mjs";
import { createRemote } from "./remote.mjs";
import { createStory } from "./story.mjs";

/** The story; null where it could not be fetched, which the page then says. */
export async function readStory() {
  const data = JSON.parse(textIn("#story-data"));
  if (data.remote === null) return createStory(data);
  const remote = remoteOf(data.remote);
  const found = await remote.columns();
  return found && createStory({ ...data, places: found.places, events: eventsOf(found.events) }, remote);
}

const textIn = (name) => document.querySelector(name).textContent;

/** What has the events of a large story; selectors stand for elements of the page. */
function remoteOf(addresses) {
  if (addresses.columns.startsWith("#")) {
    const words = [...document.querySelectorAll(addresses.details)].map((part) => part.textContent);
    return createPacked({ columns: textIn(addresses.columns), ids: textIn(addresses.ids), words });
  }
  const problem = h("p", { class: "field-problem", role: "alert" });
  document.querySelector(".shown").after(problem);
  return createRemote(addresses, (words) => { problem.textContent = words; });
}
