/**
 * Messages, dates and numbers in the language of the page. The words come from the catalogues of
 * mapapp/locale with the page; which form goes with a count the browser knows.
 */

const IN_CONTEXT = "\u0004"; // between context and message, as gettext has it

/** English, which is what messages are looked up by: under Node no page brings words. */
const ENGLISH = {
  language: "en",
  messages: {},
  group: ",",
  calendar: {
    months: [
      "January", "February", "March", "April", "May", "June",
      "July", "August", "September", "October", "November", "December",
    ],
    day: "{day} {month_of} {year}",
    month: "{month} {year}",
    month_short: "{month_short} {year}",
    day_short: "{day} {month_short}",
    date_short: "{day} {month_short} {year}",
    year: "{year}",
    era: "{year} {era}",
    bce: "BCE",
  },
};

let spoken;
let rules;

/** Speak the language whose words are given, as `browser_messages` in Python makes them. */
export function speak(words) {
  const { months } = words.calendar;
  const calendar = { months_of: months, months_short: months.map((name) => name.slice(0, 3)), ...words.calendar };
  spoken = { ...words, calendar };
  rules = new Intl.PluralRules(words.language);
}
speak(globalThis.document?.getElementById("messages") ? JSON.parse(document.getElementById("messages").textContent) : ENGLISH);

/** BCP 47 tag of the language. */
export const language = () => spoken.language;

/** Months and templates of dates; mapapp/locale/dates.py tells of them. */
export const calendar = () => spoken.calendar;

/** A message by its English text, with values for its `{names}`. */
export const _ = (message, values) => fill(spoken.messages[message] ?? message, values);

/** The same where one English text means several things. */
export const pgettext = (context, message, values) =>
  fill(spoken.messages[context + IN_CONTEXT + message] ?? message, values);

/** The message in the form that goes with a count, which is put in as `{count}`. */
export function ngettext(one, many, count, values = {}) {
  const forms = spoken.messages[one] ?? { one, other: many };
  return fill(forms[rules.select(count)] ?? forms.other, { count, ...values });
}

/** A whole number with its groups of three. */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, spoken.group);

/**
 * Text with values for its `{names}`; whole numbers are written as the language groups them. Where
 * a value ends in the point of an abbreviation, the full stop behind it is left out.
 */
export function fill(text, values) {
  if (values === undefined) return text;
  return text.replace(/\{(\w+)\}(\.(?=\s|$))?/g, (whole, name, stop = "") => {
    if (values[name] === undefined) return whole;
    const value = typeof values[name] === "number" ? number(values[name]) : `${values[name]}`;
    return value.endsWith(".") ? value : value + stop;
  });
}

/** The same with nodes put in: a list of strings and nodes. */
export function nodesOf(text, nodes) {
  return text.split(/\{(\w+)\}/).flatMap((part, index) => (index % 2 ? nodes[part] : part ? [part] : []));
}

/** The text with a capital at its beginning. */
export const capitalised = (text) => text.slice(0, 1).toLocaleUpperCase(spoken.language) + text.slice(1);

/** What a reader means by a text, whatever its case: İ and I are two letters to some. */
export const lowered = (text) => text.toLocaleLowerCase(spoken.language);
