/** Markers as buttons: pressed by pointer, Enter or Space, and brought into view for the keyboard. */

import { calm } from "./dom.mjs";

/**
 * What Leaflet is told of such a marker. Its own way to bring a focused one into view answers the
 * pointer too: at the map's edge a marker that stands aside of its spot moved from under the press,
 * and the click went to the map.
 */
export const AS_BUTTON = Object.freeze({ riseOnHover: true, autoPanOnFocus: false });

/** Let a marker that is on the map act as a button does; returns its element. */
export function asButton(map, marker, act) {
  const element = marker.getElement();
  element.setAttribute("role", "button");
  marker.on("click", act);
  element.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" && key.key !== " ") return;
    key.preventDefault();
    act();
  });
  element.addEventListener("focus", () => {
    if (element.matches(":focus-visible")) map.panInside(marker.getLatLng(), { animate: !calm() });
  });
  return element;
}
