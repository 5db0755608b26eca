/** Make elements; text only ever becomes text. */

/**
 * An element with attributes and children. Attributes that are null, undefined or false are left
 * out; `onclick` and its like are listeners; strings among the children become text nodes.
 */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Make these elements the children of another. What is there already stays where it is: what is
 * taken out between press and release, if only to be put back, is never clicked.
 */
export function put(parent, children) {
  const staying = new Set(children);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

/** Does the reader want no motion? */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
