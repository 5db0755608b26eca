/** An event that the machine missed, added from words that the reader selects in the article. */

import { h } from "./dom.mjs";
import { _ } from "./messages.mjs";

const LONGEST = 2000; // characters of a selection; a sentence has fewer
const BEFORE = 60; // characters that tell which of two like places is meant
const ROOM = 8; // pixels between the selection and the link

/**
 * Offer to add an event beside what is selected.
 *
 * @param {HTMLElement} article
 * @param {string} address where the event is added
 */
export function offerAdding(article, address) {
  const link = h("a", { class: "quiet check add-here", hidden: true }, _("Add an event"));
  article.append(link);
  let waiting = null;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 120); // a drag selects anew with every letter
  });

  function offer() {
    const selection = getSelection();
    const words = selection.toString().trim();
    const inArticle = [selection.anchorNode, selection.focusNode].every((node) => node && article.contains(node));
    link.hidden = !inArticle || words.length > LONGEST || !/\S\s+\S/.test(words);
    if (link.hidden) return;
    const range = selection.getRangeAt(0);
    const there = new URL(address, location.href);
    there.searchParams.set("words", words);
    there.searchParams.set("before", before(range));
    link.href = there.href;
    const { top, left } = article.getBoundingClientRect();
    const end = range.getBoundingClientRect();
    const most = article.clientWidth - link.offsetWidth - ROOM;
    link.style.top = `${end.bottom - top + article.scrollTop + ROOM}px`;
    link.style.left = `${Math.max(ROOM, Math.min(end.left - left, most))}px`;
  }

  /** What stands before the selection in its paragraph. */
  function before(range) {
    const start = range.startContainer;
    const block = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest("p, h2, h3, h4, li");
    if (block === null) return "";
    const lead = document.createRange();
    lead.setStart(block, 0);
    lead.setEnd(start, range.startOffset);
    return lead.toString().slice(-BEFORE);
  }
}
