/**
 * The map in a frame of somebody else's page: how high it would like to be, and where links lead.
 *
 * WordPress gives a frame without rights (`sandbox="allow-scripts"`) a secret behind its `#`; who
 * knows it may ask for a height and for the reader to be taken to an address of its own host.
 * Pages with Pym.js name the frame by `childId`.
 */

const WIDE = 0.56; // of its width, the height of a map that is looked at with ease
const [LEAST, MOST] = [240, 460]; // pixels

/** The secret behind the `#`, or null. */
export const secretOf = (hash) => /[?&#]secret=([0-9A-Za-z]+)$/.exec(hash)?.[1] ?? null;

/** Pixels that a page wants whose map is one part of it. */
export const wantedHeight = ({ width, whole, map }) =>
  Math.ceil(whole - map + Math.max(LEAST, Math.min(MOST, width * WIDE)));

/** What is sent to the page around, for those among the two that are there. */
export function heightMessages(height, { secret, child }) {
  return [
    secret === null ? null : { message: "height", value: height, secret },
    child === null ? null : ["pym", child, "height", height].join("xPYMx"),
  ].filter(Boolean);
}

/** Speak with the page around, if it is one that listens. */
export function createGuest(map, host = window.parent) {
  const secret = secretOf(location.hash);
  const child = new URLSearchParams(location.search).get("childId");
  if (host === window || (secret === null && child === null)) return;
  let told = null;

  function tell() {
    const height = wantedHeight({
      width: document.body.clientWidth,
      whole: document.body.scrollHeight,
      map: map.clientHeight,
    });
    if (height === told) return;
    told = height;
    // To whomever it is: the frame cannot know the host's origin, and a height is no secret.
    for (const message of heightMessages(height, { secret, child })) host.postMessage(message, "*");
  }

  /** The page around may have begun to listen after we spoke. */
  function onMessage({ source, data }) {
    if (source !== host || data?.message !== "ready" || data.secret !== secret) return;
    told = null;
    tell();
  }

  /** A frame without rights opens no window: the page around is asked to go there. */
  function onClick(click) {
    const link = click.target.closest?.("a[target=_blank]");
    if (secret === null || click.defaultPrevented || !link || new URL(link.href).host !== location.host) return;
    click.preventDefault();
    host.postMessage({ message: "link", value: link.href, secret }, "*");
  }

  addEventListener("message", onMessage);
  document.addEventListener("click", onClick);
  new ResizeObserver(tell).observe(document.body);
  tell();
}
