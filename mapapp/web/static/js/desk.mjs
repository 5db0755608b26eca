/** The form that adds an article: says at once what is wrong, and that it is being read. */

import { problemOf } from "./article.mjs";
import { closeMenus } from "./menus.mjs";
import { _ } from "./messages.mjs";

closeMenus();

const LONG = 4000; // ms, after which a reader wants to know why it takes so long

const form = document.querySelector(".desk-form");
const button = form.querySelector("[type=submit]");
const status = form.querySelector("[role=status]");
let timer = null;

function tell(field, message) {
  const input = form.elements[field];
  const place = document.getElementById(`problem-${field}`);
  place.textContent = message;
  place.setAttribute("role", "alert");
  input.setAttribute("aria-invalid", "true");
  input.focus();
}

function clear() {
  for (const place of form.querySelectorAll(".problem")) place.textContent = "";
  for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

function busy(is) {
  clearTimeout(timer);
  form.setAttribute("aria-busy", String(is));
  button.setAttribute("aria-disabled", String(is));
  status.textContent = is ? _("Reading …") : "";
  if (!is) return;
  timer = setTimeout(() => {
    status.textContent = _("Still reading. The first article takes up to a minute, since the index of places is made for it.");
  }, LONG);
}

form.addEventListener("submit", (submit) => {
  if (form.getAttribute("aria-busy") === "true") {
    submit.preventDefault(); // once is enough
    return;
  }
  clear();
  const wrong = problemOf(
    { text: form.elements.text.value, file: form.elements.file.files[0] ?? null },
    Number(form.dataset.most),
  );
  if (wrong === null) {
    busy(true);
    return;
  }
  submit.preventDefault();
  tell(wrong.field, wrong.message);
});

const example = document.querySelector(".example");
example.closest("p").hidden = false;
example.addEventListener("click", () => {
  clear();
  form.elements.text.value = document.querySelector(".example-text").content.textContent;
  form.elements.text.focus();
  form.elements.text.setSelectionRange(0, 0);
});

addEventListener("pageshow", () => busy(false)); // back from the story, or stopped
