/** What can be said of an article before it is sent. */

import { _ } from "./messages.mjs";

/**
 * What is wrong with what was written, or null.
 *
 * @param {{text: string, file: {name: string, size: number} | null}} sent
 * @param {number} most bytes that an article may have
 * @returns {{field: "text" | "file", message: string} | null}
 */
export function problemOf({ text, file }, most) {
  const pasted = text.trim() !== "";
  if (pasted && file) {
    return { field: "file", message: _("There is a text as well: empty that field, or leave the file out.") };
  }
  if (!pasted && !file) {
    return { field: "text", message: _("There is nothing to read: paste an article or choose a file.") };
  }
  if (file?.size === 0) return { field: "file", message: _("{file} is empty.", { file: file.name }) };
  const size = file ? file.size : new TextEncoder().encode(text).length;
  if (size <= most) return null;
  const what = file ? file.name : _("The text");
  return {
    field: file ? "file" : "text",
    message: _("{what} has {size} bytes, and an article may have {most} bytes; cut it into parts.", {
      what, size, most,
    }),
  };
}
