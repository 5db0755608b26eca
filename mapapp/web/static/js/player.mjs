/** Play and step: the window wanders by its own width. Never starts by itself. */

import { _ } from "./messages.mjs";
import { closed, opened, shift, toUnit, widthIn } from "./window.mjs";

const BEAT = 1600; // milliseconds a step at speed 1
const PARTS = 12; // a window over the whole span would stand still: play a part of it instead

export function createPlayer(root, { domain, unit, store }) {
  const play = root.querySelector(".play");
  const speed = root.querySelector("[name=speed]");
  let timer = null;

  function step(direction) {
    const state = store.get();
    let window = closed(state, domain);
    const whole = widthIn(domain, unit());
    if (widthIn(window, unit()) === whole) {
      const width = Math.max(1, Math.round(whole / PARTS));
      window = shift({ first: domain.first, last: domain.first }, domain, unit(), 0);
      const end = shift({ first: domain.first, last: domain.first }, domain, unit(), width - 1);
      window = direction > 0 ? { first: window.first, last: end.last } : lastPart(width);
    } else {
      window = shift(window, domain, unit(), direction * widthIn(window, unit()));
    }
    // The ends stay set, or the window would open by itself where it touches the domain's ends.
    store.set(widthIn(window, unit()) === whole ? opened(window, domain) : window);
    return toUnit(window.last, unit()) < toUnit(domain.last, unit());
  }

  function lastPart(width) {
    const end = { first: domain.last, last: domain.last };
    return { first: shift(end, domain, unit(), 1 - width).first, last: domain.last };
  }

  function pause() {
    clearTimeout(timer);
    timer = null;
    play.setAttribute("aria-pressed", "false");
    play.setAttribute("aria-label", _("Play"));
  }

  function beat() {
    const goesOn = step(1);
    if (goesOn) timer = setTimeout(beat, BEAT / Number(speed.value));
    else pause();
  }

  play.addEventListener("click", () => {
    if (timer !== null) {
      pause();
      return;
    }
    play.setAttribute("aria-pressed", "true");
    play.setAttribute("aria-label", _("Pause"));
    const { last } = closed(store.get(), domain);
    // From the end it begins anew.
    if (toUnit(last, unit()) >= toUnit(domain.last, unit()) && store.get().first !== null) rewind();
    beat();
  });
  function rewind() {
    const window = closed(store.get(), domain);
    const width = widthIn(window, unit());
    store.set(shift(window, domain, unit(), toUnit(domain.first, unit()) - toUnit(window.first, unit()) - width));
  }
  root.querySelector(".step-back").addEventListener("click", () => {
    pause();
    step(-1);
  });
  root.querySelector(".step-on").addEventListener("click", () => {
    pause();
    step(1);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) pause();
  });
  return { pause };
}
