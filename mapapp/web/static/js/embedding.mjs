/** The page that makes the code of an embed: follows the form at once, and copies. */

import { closeMenus } from "./menus.mjs";
import { _ } from "./messages.mjs";

closeMenus();

const form = document.querySelector("form");
const PAUSE = 400; // ms after the last key

let timer = null;
let latest = null;

/** The server makes the code; here its answer is put in the place of the old one. */
async function follow() {
  clearTimeout(timer);
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  if (address === latest) return; // leaving a field changes nothing
  latest = address;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (address !== latest) return; // a later one is on its way
  history.replaceState(null, "", address);
  for (const problem of page.querySelectorAll(".problem")) tell(problem);
  if (!answer.ok) return;
  document.querySelector(".made").replaceWith(page.querySelector(".made"));
  begin();
}

function tell(problem) {
  document.getElementById(problem.id).textContent = problem.textContent;
  const input = form.elements[problem.id.replace("problem-", "")];
  if (problem.textContent) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

function begin() {
  const button = document.querySelector(".copy");
  const code = document.querySelector(".snippet");
  const status = document.querySelector(".made [role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = _("Copied");
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      status.textContent = _("Selected: copy it with the keyboard"); // plain http has no clipboard
    }
  });
}

form.addEventListener("submit", (submit) => {
  submit.preventDefault();
  follow();
});
form.addEventListener("change", follow);
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(follow, PAUSE);
});
begin();
