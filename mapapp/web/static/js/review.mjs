/**
 * The review on a story's page: confirm and hide in the popup, correct in a dialog. Without this
 * program the same forms are pages of their own; the dialog shows these very pages.
 */

import { kept } from "./address.mjs";
import { nextToCheck, progressInWords } from "./checking.mjs";
import { h } from "./dom.mjs";
import { _, pgettext } from "./messages.mjs";
import { offerAdding } from "./missed.mjs";
import { statusInWords } from "./terms.mjs";

const KEPT = "mapapp-view"; // what was seen before the page came anew

/**
 * @param bar the element that tells of the review, or null where the reader may not
 * @param {{chosen, refresh, show}} page the chosen event's id; draws the popup anew; shows an event
 * @returns what the popup shows under an event, and a way back to what was seen; or null
 */
export function createReview(bar, map, story, { chosen, refresh, show }) {
  if (bar === null) return null;
  const problem = bar.querySelector("[role=alert]");
  const next = bar.querySelector(".next-event");
  const addressOf = (id) => kept(bar.dataset.events + encodeURIComponent(id));

  /** Send a form, and say in the bar what went wrong; null then. */
  async function send(address, options) {
    problem.textContent = "";
    try {
      const answer = await fetch(address, options);
      if (answer.ok || answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
      problem.textContent = (await answer.json()).detail;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      problem.textContent = _("The server does not answer; nothing was changed.");
    }
    return null;
  }

  async function decide(event, act) {
    const body = new URLSearchParams({ act });
    const answer = await send(addressOf(event.id), { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer === null) return;
    if (act !== "confirm") return anew(null);
    const outcome = await answer.json();
    story.amend(event, { status: outcome.status, doubt: outcome.doubt });
    bar.querySelector(".progress").textContent = progressInWords(outcome);
    for (const mark of document.querySelectorAll(`tr[data-event-id="${CSS.escape(event.id)}"] .status`)) {
      mark.textContent = statusInWords(outcome.status);
      mark.className = `status status-${outcome.status}`;
    }
    bar.querySelector("form").hidden = false;
    settleNext();
    refresh();
    focusTools(event);
  }

  /** The first button under an event in the popup: so Enter confirms, and Enter goes on. */
  function focusTools(event) {
    const first = document.querySelector(`.popup [data-event-id="${CSS.escape(event.id)}"] .popup-tools > *`);
    first?.focus({ preventScroll: true });
  }

  /** Load the page again with another event chosen, and with what is seen kept. */
  function anew(id) {
    const address = new URL(location.href);
    address.searchParams.delete("place");
    if (id === null) address.searchParams.delete("event");
    else address.searchParams.set("event", id);
    keep();
    if (address.href === location.href) location.reload();
    else location.replace(address);
  }

  function keep() {
    const { lat, lng } = map.getCenter();
    const view = { path: location.pathname, lat, lng, zoom: map.getZoom(), y: scrollY, list: list()?.scrollTop };
    sessionStorage.setItem(KEPT, JSON.stringify(view));
  }
  const list = () => document.querySelector(".table-scroll");

  /** What the popup shows under an event. */
  function tools(event) {
    return h(
      "p",
      { class: "popup-tools" },
      event.status === "machine"
        ? h("button", { type: "button", class: "quiet", onclick: () => decide(event, "confirm") }, pgettext("button", "Confirm"))
        : chosen() === event.id && !next.hidden
          ? h("button", { type: "button", class: "quiet", onclick: goOn }, _("Next to check"))
          : null,
      h("a", { class: "quiet check", href: addressOf(event.id) }, pgettext("button", "Correct")),
      h("button", { type: "button", class: "quiet", onclick: () => decide(event, "hide") }, pgettext("button", "Hide")),
    );
  }

  const dialog = h("dialog", { class: "review-dialog", "aria-labelledby": "event-head" });
  document.body.append(dialog);
  // A press on the ground behind it closes it, as in the popup.
  dialog.addEventListener("click", (click) => {
    if (click.target === dialog) dialog.close();
  });

  /** Put the form of a page into the dialog. */
  async function fill(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = page.querySelector(".event-form");
    if (form === null) {
      problem.textContent = page.querySelector("main p")?.textContent ?? _("That could not be opened.");
      dialog.close();
      return;
    }
    const close = h("button", { type: "button", class: "popup-close", "aria-label": _("Close"), onclick: () => dialog.close() }, "×");
    dialog.replaceChildren(close, form);
    if (!dialog.open) dialog.showModal();
    const first = ["[aria-invalid=true]", "#found", "input:checked"].map((what) => dialog.querySelector(what)).find(Boolean);
    first?.focus();
  }

  async function open(address) {
    const answer = await send(address);
    if (answer !== null) await fill(answer);
  }

  dialog.addEventListener("submit", async (submit) => {
    submit.preventDefault();
    const { target: form, submitter } = submit;
    const sent = new URLSearchParams(new FormData(form, submitter));
    if (submitter?.formMethod === "get") return open(`${form.action.split("?")[0]}?${sent}`); // the language is among what is sent
    const answer = await send(form.action, { method: "POST", body: sent, headers: { Accept: "text/html" } });
    if (answer?.redirected) anew(new URL(answer.url).searchParams.get("event"));
    else if (answer) await fill(answer);
  });

  // Before the list's rows and the popup see the click.
  document.addEventListener(
    "click",
    (click) => {
      const link = click.target.closest?.("a.check");
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      click.stopPropagation();
      open(link.href);
    },
    true,
  );
  bar.querySelector("form").addEventListener("submit", keep);
  offerAdding(document.getElementById("article"), bar.querySelector("a.check").href);

  function settleNext() {
    next.hidden = nextToCheck(story.events, null) === null;
  }
  function goOn() {
    const event = nextToCheck(story.events, chosen());
    if (event === null) return;
    show(event);
    if (event.place === null) open(addressOf(event.id)); // no popup tells of it
    else focusTools(event);
  }
  next.addEventListener("click", goOn);
  settleNext();

  return {
    tools,
    /** Go back to what was seen before the page came anew. */
    settle() {
      const view = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
      sessionStorage.removeItem(KEPT);
      if (view?.path !== location.pathname) return;
      map.setView([view.lat, view.lng], view.zoom, { animate: false });
      if (list()) list().scrollTop = view.list;
      scrollTo({ top: view.y, behavior: "instant" });
    },
  };
}
