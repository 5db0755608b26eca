import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

import { dayNumber, fieldEdge, humanEdge, humanWindow, humanYear, parseDate, stretch } from "../../mapapp/web/static/js/days.mjs";
import {
  _, capitalised, fill, lowered, ngettext, nodesOf, number, pgettext, speak,
} from "../../mapapp/web/static/js/messages.mjs";

const ENGLISH = {
  language: "en",
  messages: {},
  group: ",",
  calendar: {
    months: [..."JFMAMJJASOND"].map((letter, index) => `${letter}onth${index}`),
    day: "{day} {month_of} {year}", month: "{month} {year}", month_short: "{month_short} {year}", day_short: "",
    year: "{year}", era: "{year} {era}", bce: "BCE",
  },
};
const RUSSIAN = {
  language: "ru",
  group: "\u00a0",
  messages: {
    "{count} event": { one: "{count} событие", few: "{count} события", many: "{count} событий" },
    "button\u0004Open": "Открыть",
    "{start} to {end}": "{start} – {end}",
    "with {places}": "с {places} вместе",
  },
  calendar: {
    ...ENGLISH.calendar,
    months: ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"],
    months_of: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    months_short: ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."],
    date_short: "{day} {month_short} {year}\u202fг.", month_short: "{month_short} {year}\u202fг.",
    day: "{day} {month_of} {year}\u202fг.", month: "{month} {year}\u202fг.", era: "{year}\u202fг. {era}", bce: "до н. э.",
  },
};
const TURKISH = {
  ...RUSSIAN,
  language: "tr",
  messages: {},
  calendar: {
    ...ENGLISH.calendar,
    months: ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"],
    months_of: undefined,
    months_short: ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
    date_short: "{day} {month_short} {year}",
    era: "{era} {year}", bce: "MÖ",
  },
};
const ARMENIAN = {
  ...RUSSIAN,
  language: "hy",
  calendar: {
    ...ENGLISH.calendar,
    months: ["հունվար", "փետրվար", "մարտ", "ապրիլ", "մայիս", "հունիս", "հուլիս", "օգոստոս", "սեպտեմբեր", "հոկտեմբեր", "նոյեմբեր", "դեկտեմբեր"],
    months_short: ["հնվ", "փտվ", "մրտ", "ապր", "մյս", "հնս", "հլս", "օգս", "սեպ", "հոկ", "նոյ", "դեկ"],
    date_short: "{day} {month_short}, {year} թ.", month_short: "{year} թ․ {month_short}", day: "{day_of_two} {month_of}, {year} թ.", month: "{year} թ․ {month}", era: "{era} {year} թ.", bce: "մ.թ.ա.",
  },
};
for (const words of [TURKISH, ARMENIAN]) words.calendar.months_of = words.calendar.months;

afterEach(() => speak({ ...ENGLISH, calendar: { ...ENGLISH.calendar, months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] } }));

test("the form goes with the count", () => {
  speak(RUSSIAN);
  const said = (count) => ngettext("{count} event", "{count} events", count);
  assert.deepEqual([1, 3, 5, 11, 21, 1012].map(said), ["1 событие", "3 события", "5 событий", "11 событий", "21 событие", "1\u00a0012 событий"]);
});

test("what is in no catalogue is said in English", () => {
  speak(RUSSIAN);
  assert.equal(_("Rain in {place}", { place: "Баку" }), "Rain in Баку");
  assert.equal(ngettext("{count} cat", "{count} cats", 5), "5 cats");
  assert.equal(pgettext("button", "Open"), "Открыть");
  assert.equal(pgettext("door", "Open"), "Open");
});

test("what is put in is text, and no template of its own", () => {
  assert.equal(fill("{a} {b} {c}", { a: "{b}", b: 1200 }), "{b} 1,200 {c}");
  assert.equal(number(999), "999");
  assert.equal(number(1234567), "1,234,567");
});

test("nodes stand where the language wants them", () => {
  speak(RUSSIAN);
  assert.deepEqual(nodesOf(_("with {places}"), { places: ["A", ", ", "B"] }), ["с ", "A", ", ", "B", " вместе"]);
});

test("capitals know the dotted i", () => {
  speak(TURKISH);
  assert.equal(capitalised("iki"), "İki");
  assert.equal(lowered("IŞIK"), "ışık");
});

test("dates in the language of the page", () => {
  speak(RUSSIAN);
  assert.equal(humanEdge(dayNumber(1992, 3, 14), "first"), "14 марта 1992\u202fг.");
  assert.equal(humanWindow(dayNumber(1990), dayNumber(2001, 12, 31)), "1990 – 2001");
  assert.equal(humanEdge(dayNumber(-43, 3, 15), "first"), "15 марта 44\u202fг. до н. э.");
  speak(TURKISH);
  assert.equal(humanYear(-43), "MÖ 44");
});

for (const [words, expected, spoken] of [
  ["14 марта 1992 г.", stretch(1992, 3, 14), RUSSIAN],
  ["МАРТ 1992", stretch(1992, 3), RUSSIAN],
  ["44 г. до н. э.", stretch(-43), RUSSIAN],
  ["March 1992", stretch(1992, 3), RUSSIAN],
  ["5 Ağustos 1990", stretch(1990, 8, 5), TURKISH],
  ["ARALIK 1990", stretch(1990, 12), TURKISH],
  ["MÖ 44", stretch(-43), TURKISH],
  ["04 մարտ, 1992 թ.", stretch(1992, 3, 4), ARMENIAN],
  ["1992 թ․ մարտ", stretch(1992, 3), ARMENIAN],
  ["մ.թ.ա. 44 թ.", stretch(-43), ARMENIAN],
  ["мартобря 1992", null, RUSSIAN],
]) {
  test(`${spoken.language}: "${words}"`, () => {
    speak(spoken);
    assert.deepEqual(parseDate(words), expected);
  });
}

for (const spoken of [RUSSIAN, TURKISH, ARMENIAN]) {
  test(`${spoken.language}: what is shown in a field is understood when it comes back`, () => {
    speak(spoken);
    for (const day of [dayNumber(1990), dayNumber(1990, 3), dayNumber(1990, 3, 14), dayNumber(-43), dayNumber(-43, 3, 15), dayNumber(-43, 3)]) {
      for (const told of [humanEdge(day, "first"), fieldEdge(day, "first")]) {
        assert.equal(parseDate(told).first, day, told);
      }
    }
  });
}
