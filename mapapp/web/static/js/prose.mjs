/** The article: a very long one comes in parts, each when the reader comes near it. */

import { unpacked } from "./packing.mjs";

const NEAR = "1500px"; // from the part that is seen to one that is fetched

/**
 * @param prose the element that holds the article's blocks, or its parts
 * @param {function(Element)} onPart told of a part that has come
 */
export function createProse(prose, onPart = () => {}) {
  const parts = [...prose.querySelectorAll(":scope > .part")];
  const lengthOf = (part) => part.dataset.end - part.dataset.start;
  const coming = new Map();
  const watch = new IntersectionObserver(
    (seen) => seen.filter((each) => each.isIntersecting).forEach((each) => fetchPart(each.target)),
    { rootMargin: NEAR },
  );
  if (parts.length > 0) {
    // As high as it will be, by the first one, so that the scroll bar tells where the reader is.
    const perLetter = parts[0].offsetHeight / lengthOf(parts[0]);
    for (const part of parts.filter(isAway)) {
      part.style.height = `${perLetter * lengthOf(part)}px`;
      watch.observe(part);
    }
  }

  /** Fetch a part unless it is there; where the server does not answer, its link stays. */
  function fetchPart(part) {
    if (!isAway(part)) return Promise.resolve();
    if (!coming.has(part)) coming.set(part, load(part).finally(() => coming.delete(part)));
    return coming.get(part);
  }

  async function load(part) {
    const html = part.dataset.packed ? await unpacked(part.dataset.packed) : await textAt(part.dataset.src);
    if (html === null) return;
    const page = new DOMParser().parseFromString(html, "text/html");
    part.replaceChildren(...page.querySelector(".part").childNodes);
    delete part.dataset.src;
    delete part.dataset.packed;
    part.style.height = "";
    watch.unobserve(part);
    onPart(part);
  }

  return {
    /** Have the part in the page that holds a place in the text, in code points. */
    async reach(start) {
      const part = parts.findLast((each) => Number(each.dataset.start) <= start);
      if (part) await fetchPart(part);
    },
    /** Is all of the text in the page? */
    isWhole: () => !parts.some(isAway),
  };
}

const isAway = (part) => part.dataset.src !== undefined || part.dataset.packed !== undefined;

/** The text at an address; null where no answer comes. */
async function textAt(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : null;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

/** The block that a line across the window meets, by its height in pixels; null where none does. */
export function blockAt(prose, line) {
  const meets = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top <= line && bottom >= line;
  };
  // By parts first: to ask a block of a part that is far away would lay it out.
  const found = [...prose.children].find(meets) ?? null;
  return found?.matches(".part") ? ([...found.children].find(meets) ?? null) : found;
}
