"""Names of the months of other calendars, and the words for counts of years, by class."""

from collections.abc import Mapping

_HIJRI = {
    "Muharram": 1, "Safar": 2, "Rajab": 7, "Shaban": 8, "Sha'ban": 8, "Shaaban": 8, "Ramadan": 9,
    "Ramazan": 9, "Ramadhan": 9, "Shawwal": 10, "Shawal": 10,
}  # fmt: skip
_PERSIAN = (
    "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand"
).split()
_REPUBLICAN = (
    "Vendémiaire Brumaire Frimaire Nivôse Pluviôse Ventôse Germinal Floréal Prairial Messidor"
    " Thermidor Fructidor"
).split()
_HEBREW = ("Tishri Heshvan Kislev Tevet Shevat Adar Nisan Iyar Sivan Tammuz Av Elul").split()
_ACCENTS = str.maketrans("éôè", "eoe")
_NUMERALS = ("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI").split()

NAMES_OF_OTHERS: Mapping[str, Mapping[str, int | str]] = {
    "HIJRI_MONTH": _HIJRI,
    "PERSIAN_MONTH": {name: n for n, name in enumerate(_PERSIAN, 1)},
    "HEBREW_MONTH": {
        **{name: n for n, name in enumerate(_HEBREW, 1)},
        "Tishrei": 1, "Cheshvan": 2, "Marheshvan": 2, "Teveth": 4, "Shvat": 5, "Iyyar": 8,
        "Tamuz": 10,
    },
    "REPUBLICAN_MONTH": {
        form: n
        for n, name in enumerate(_REPUBLICAN, 1)
        for form in (name, name.translate(_ACCENTS))
    },
    "HIJRA": dict.fromkeys(["AH", "A.H.", "A.H", "hijri", "Hijri"], ""),
    "SOLAR": dict.fromkeys(["SH", "S.H."], ""),
    "AUC": dict.fromkeys(["AUC", "A.U.C."], ""),
    "ROMAN": {numeral: n for n, numeral in enumerate(_NUMERALS, 2)},
    "ROMAN_DAY": {"Kalends": 1, "Calends": 1, "Nones": 5, "Ides": 13},
    "OLYMPIAD": {"Olympiad": ""},
    "MILLENNIUM": {"millennium": "", "Millennium": ""},
}  # fmt: skip
