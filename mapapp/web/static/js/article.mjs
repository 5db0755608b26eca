/** What can be said of an article before it is sent. */

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
    return { field: "file", message: "There is a text as well: empty that field, or leave the file out." };
  }
  if (!pasted && !file) {
    return { field: "text", message: "There is nothing to read: paste an article or choose a file." };
  }
  if (file?.size === 0) return { field: "file", message: `${file.name} is empty.` };
  const size = file ? file.size : new TextEncoder().encode(text).length;
  if (size <= most) return null;
  const what = file ? file.name : "The text";
  return {
    field: file ? "file" : "text",
    message: `${what} has ${bytes(size)}, and an article may have ${bytes(most)}; cut it into parts.`,
  };
}

const bytes = (count) => `${count.toLocaleString("en")} bytes`;
