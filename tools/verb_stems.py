"""Take the verbs of WordNet, and how often each is a noun, out of the package spacy-lookups-data.

    python -m tools.verb_stems spacy_lookups_data-1.0.5-py2.py3-none-any.whl

Writes geodata/lexicon/verbs.csv: a stem a line with 0 where WordNet knows no such noun, 1 where the
verb prevails and 2 where the noun does. What prevails is told by how much more often the forms in
-ed and -ing are written, which are the verb's, than the form in -s, which is both's.
"""

import csv
import gzip
import json
import math
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mapapp.events.stems import s_form

TARGET = Path(__file__).parents[1] / "geodata" / "lexicon" / "verbs.csv"
_MEMBER = "spacy_lookups_data/data/en_{}.json.gz"
_UNSEEN = -21.0  # logarithm of the frequency of a word outside the table
_RAREST = 2e-8  # frequency below which a verb is left out
_RARE_NOUN = 1e-7  # and one that is a noun, too
_PREVAILS = 1.0  # logarithm of the ratio from which the verb prevails
_HARDLY = -1.0  # and below which it is hardly ever one
# In the news these are nouns, however often they are verbs in talk.
_NOUNS_OF_NEWS = frozenset(
    "talk call share fire mine base trade deal cut train guard post file field board race sentence"
    " tour question cost drill head time score sanction season treat break bill".split()
)


def main(archive: Path) -> None:
    """Write the table."""
    with zipfile.ZipFile(archive) as wheel:
        index, exceptions, logs = (
            json.loads(gzip.decompress(wheel.read(_MEMBER.format(name))))
            for name in ("lemma_index", "lemma_exc", "lexeme_prob")
        )
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("stem", "noun"))
        writer.writerows(sorted(_rows(index, exceptions, logs)))


def _rows(
    index: Mapping[str, Any], exceptions: Mapping[str, Any], logs: Mapping[str, float]
) -> Iterator[tuple[str, int]]:
    nouns = frozenset(index["noun"])
    irregular: dict[str, set[str]] = {}
    for form, stems in exceptions["verb"].items():
        for stem in stems:
            irregular.setdefault(stem, set()).add(form)
    for stem in index["verb"]:
        if not (stem.isascii() and stem.isalpha() and len(stem) > 1) or s_form(stem) not in logs:
            continue
        forms = _past_forms(stem) | irregular.get(stem, set())
        told = sum(math.exp(logs.get(form, _UNSEEN)) for form in forms - {stem, s_form(stem)})
        verbal = math.log(told) - logs[s_form(stem)]
        if told < (_RARE_NOUN if stem in nouns else _RAREST) or verbal < _HARDLY:
            continue
        noun = 0 if stem not in nouns else 1 if verbal > _PREVAILS else 2
        yield stem, 2 if stem in _NOUNS_OF_NEWS else noun


def _past_forms(stem: str) -> set[str]:
    """The regular forms in -ed and -ing."""
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return {f"{stem[:-1]}ied", f"{stem}ing"}
    bare = stem.removesuffix("e")
    return {f"{bare}ed", f"{bare}ing"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
