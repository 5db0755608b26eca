/** What a large story's page does not carry, fetched when it is needed. */

import { inRuns } from "./columns.mjs";
import { _ } from "./messages.mjs";

const AT_ONCE = 300; // events whose words one request asks for
const CHANGED = 409; // the server's word for a page that is older than the story

/**
 * @param addresses as mapapp/maps/view.py describes them under `Remote`
 * @param {function(string)} onProblem told in words what could not be fetched, and "" once it could
 */
export function createRemote(addresses, onProblem) {
  async function get(address) {
    try {
      const answer = await fetch(address);
      if (answer.ok) {
        onProblem("");
        return await answer.json();
      }
      if (answer.status === CHANGED) location.reload(); // what is seen stands in the address
      onProblem((await answer.json()).detail);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      onProblem(_("The server does not answer; what is missing comes once it does."));
    }
    return null;
  }

  const asked = new Map(); // what is on its way, by number

  /** The words of events by their numbers, at most AT_ONCE; null where they did not come. */
  function batch(numbers) {
    const sorted = Int32Array.from(numbers).sort();
    const coming = get(`${addresses.details}&events=${inRuns(sorted)}`).then((found) => {
      for (const number of sorted) asked.delete(number);
      return found && new Map(found.map((words, index) => [sorted[index], words]));
    });
    for (const number of sorted) asked.set(number, coming);
  }

  return {
    columns: () => get(addresses.columns),
    ids: () => get(addresses.ids),
    /** Give events their words; resolves once all have them, or could not get them. */
    async tell(events) {
      const fresh = events.map(({ number }) => number).filter((number) => !asked.has(number));
      for (let at = 0; at < fresh.length; at += AT_ONCE) batch(fresh.slice(at, at + AT_ONCE));
      const coming = events.map(({ number }) => asked.get(number));
      const found = await Promise.all(coming);
      events.forEach((event, index) => Object.assign(event, found[index]?.get(event.number)));
    },
    /** Which events hold these words: a bit an event; null where no answer came. */
    async search(words) {
      const found = await get(`${addresses.search}&q=${encodeURIComponent(words)}`);
      return found && Uint8Array.from(atob(found.bits), (letter) => letter.charCodeAt(0));
    },
  };
}
