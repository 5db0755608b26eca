"""Cyrillic and Armenian names in Latin letters, only to hear whether two are one name."""

# Letters by their usual English transcription (BGN/PCGN), without its marks.
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        (
            "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f"
            " ev"
        ).split(" "),
        strict=True,
    )
)
_LATIN = str.maketrans(_CYRILLIC | _ARMENIAN)


def romanised(text: str) -> str:
    """The text in small letters, those of Cyrillic and Armenian as Latin ones.

    >>> romanised("Степанакерт"), romanised("Շուշի")
    ('stepanakert', 'shushi')
    """
    return text.casefold().replace("ու", "u").translate(_LATIN)
