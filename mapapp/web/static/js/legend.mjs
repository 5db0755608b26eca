/** The key to the map: of its lines those that stand for something on this map. */

/**
 * @param {HTMLElement} legend each of whose lines names in `data-mark` what it explains
 * @param {Set<string>} marks what the markers show
 */
export function showKey(legend, marks) {
  for (const line of legend.children) line.hidden = !marks.has(line.dataset.mark);
  legend.hidden = marks.size === 0;
}
