"""Which of the old one-byte encodings a text in Latin letters is in.

Statistics over bytes take short texts for Baltic or Maltese ones. But a language has few letters
beyond a to z: the encoding is right under which nearly all of a text's belong to one language.
"""

# The letters beyond a to z of languages, by the encodings that they were written in; on a tie
# the first one wins. Windows-1252 stands for Latin-1 too, which lacks only its quotation marks.
_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüßé",  # German
    "áéíñóúü",  # Spanish
    "áâãàçéêíóôõúü",  # Portuguese
    "àèéìíîòóùú",  # Italian
    "åäöæøéèüô",  # Danish, Norwegian, Swedish, Finnish
    "áæðéíóöúýþ",  # Icelandic
    "éëïóöüèê",  # Dutch
    "àçéèíïóòúü",  # Catalan
)
_CENTRAL = (
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "ąćęłńóśźż",  # Polish
    "áéíóöőúüű",  # Hungarian
    "ăâîşţ",  # Romanian
    "čćđšž",  # Croatian, Slovenian
)
_BALTIC = (
    "āčēģīķļņšūž",  # Latvian
    "ąčęėįšųūž",  # Lithuanian
    "äõöüšž",  # Estonian
)
_ENCODINGS = {
    "cp1252": _WESTERN,
    "cp1254": ("çğıİöşüâîû",),  # Turkish
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1257": _BALTIC,
}
_MARKS = frozenset("“”„‘’‚«»‹›–—…€£§°•·©®™ª²³º½¼¾¡¿±×´\u00a0\u00ad")
_ENOUGH = 0.9  # share of letters and marks that must be at home
_SAMPLE = 200_000  # bytes
_FOREIGN = 0.35  # share of high bytes that no language in Latin letters reaches


def latin_encoding(data: bytes) -> str | None:
    """Name of the encoding; None where no language is at home in any of them."""
    sample = data[:_SAMPLE]
    high = bytes(byte for byte in sample if byte > 0x7F)
    if b"\0" in sample or not high or len(high) > _FOREIGN * len(sample):
        return None
    found = {
        encoding: _at_home(high, encoding, alphabets) for encoding, alphabets in _ENCODINGS.items()
    }
    best = max(found, key=lambda encoding: found[encoding])
    if found[best] >= _ENOUGH:
        return best
    # English has few such letters of its own and borrows from all its neighbours.
    return "cp1252" if _at_home(high, "cp1252", ("".join(_WESTERN),)) >= _ENOUGH else None


def _at_home(high: bytes, encoding: str, alphabets: tuple[str, ...]) -> float:
    """Largest share of the bytes that are letters of one alphabet, or marks."""
    text = high.decode(encoding, errors="replace")
    letters = [c for c in text if c not in _MARKS]
    marks = len(text) - len(letters)
    best = max(
        sum(c in alphabet or c.lower() in alphabet for c in letters) for alphabet in alphabets
    )
    return (best + marks) / len(text)
