import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.told import told


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "However, in [June 1996|1996-06], the Rail Treaty was signed in {Lima}.",
            "The Rail Treaty was signed in Lima",
        ),
        ("On [3 May 1930|1930-05-03] the WHO met in {Lima}.", "The WHO met in Lima"),
        (
            "In [1930|1930], amid the strife between {Peru} and {Chile}, Red Kites, a team of"
            " the guard, flew over {Lima}.",
            "Red Kites flew over Lima",
        ),
        (
            "[The 1930|1930] strike closed the port of {Lima}.",
            "The 1930 strike closed the port of Lima",
        ),
        (
            "On [21 June|1982-06-21], Ruiz indicated that {Peru} would sail, and on"
            " [22 June|1982-06-22], the fleet came.",
            "Ruiz indicated that Peru would sail",
        ),
        (
            "Jessica Kay, 18, of {Lima} died in a hospital on [3 May|1930-05-03].",
            "Jessica Kay died in a hospital",
        ),
        (
            "In [1930], the Free Bakers, Old Smiths, {Peru}, Chile, and twelve much smaller unions"
            " issued a paper.",
            "The Free Bakers … issued a paper",
        ),
        (
            "A stone for the dead, raised in [1888] in {Lima}, was broken in [1946].",
            "Stone for the dead raised in Lima",
        ),
        (
            "In [1930] they spent [the night|1930-05-03] in the streets of {Lima}.",
            "Spent the night in the streets of Lima",
        ),
        ("They spent that [Easter|1930-04-20] in {Lima}.", "Spent that Easter in Lima"),
        (
            "On [3 May 1930|1930-05-03] Maj. Gen. Ada B. Ruiz and Brig. Gen. Juan C. Diaz began the"
            " siege of {Lima}.",
            "Ada B. Ruiz and Juan C. Diaz began the siege of Lima",
        ),
        (
            "On [3 May 1930|1930-05-03] Peruvian Maj. Gen. Ada B. Ruiz led her men out of the small"
            " port near {Lima}.",
            "Peruvian Maj. Gen. Ada B. Ruiz led her men",
        ),
        (
            "When Ruiz learned on [3 May 1930|1930-05-03] that the northern army was in force"
            " southwest of the city of {Lima}, he left.",
            "Ruiz learned that the northern army was in force southwest",
        ),
        (
            "Horse and mule trains under the command of Ada Ruiz and Juan B. Diaz were going to"
            " {Lima} by [May|1930-05].",
            "Horse and mule trains were going to Lima",
        ),
        (
            "The flood of [1930] set off a long quarrel between relatives living in {Lima} and"
            " others in the hills.",
            "The flood set off a long quarrel between relatives",
        ),
        (
            "The firm opened an office in {Lima}, followed by one in {Quito} in [1930].",
            "Office in Lima followed by one in Quito",
        ),
        (
            "Ada praised the law passed in [1930], which was repealed in {Lima} in [1950].",
            "Law passed",
        ),
        (
            "The cross was given back to the heirs and sold by them in {Lima} in [1951].",
            "The cross was sold by them in Lima",
        ),
        (
            "In a judgment given in [1930] the judge quashed the plan in {Lima}.",
            "The judge quashed the plan in Lima",
        ),
        (
            "In {Lima} both sides glared at each other on [3 May|1930-05-03].",
            "Both sides glared at each other",
        ),
        ("In [1930], near {Lima}, the shell hurt three.", "The shell hurt three"),
        ("[Saturday|1930-05-03]'s vote in {Lima} was close.", "Saturday's vote in Lima was close"),
        (
            "Ruiz left {Lima} after [this year|1930]'s vote.",
            "Ruiz left Lima after this year's vote",
        ),
        ("[This year|1930]'s vote in {Lima} was close.", "This year's vote in Lima was close"),
        (
            "Built by Ada Ruiz in [1797], the bridge at {Lima} stood.",
            "Bridge at Lima built by Ada Ruiz",
        ),
        ("The men of {Lima} rested, and so [1987] saw little change.", "1987 saw little change"),
        (
            "On [3 May 1930|1930-05-03] the northern high command of the league ordered the guard"
            " to march north toward {Lima}.",
            "The northern high command of the league ordered the guard to march",
        ),
        ("12. The claimant moved to {Lima} in [1930].", "The claimant moved to Lima"),
        ("The mill in {Lima} opened in [Q4 1999|1999-10/1999-12].", "The mill in Lima opened"),
        (
            "In [1930] six hundred men were laid off, most of them in {Lima}.",
            "Six hundred men were laid off",
        ),
        ("In {Lima} tension built over [1930].", "Lima tension built"),
        (
            "After her father’s death in [1886] she lived with an aunt in {Lima}.",
            "Lived with an aunt in Lima",
        ),
        (
            "Ada Ruiz was born in {Lima}, the third child of a baker, and moved to {Quito} in"
            " [1879].",
            "Ada Ruiz moved to Quito",
        ),
        (
            "The league, which was founded in {Quito} in [1930], grew fast.",
            "The league was founded in Quito",
        ),
        (
            "The ships, which {Peru} bought in [1930], were old.",
            "Peru bought the ships",
        ),
        (
            "Following the {Lima} Summit held in [1994], {Peru} joined the bank.",
            "Lima Summit held",
        ),
        (
            "Later, during the talks, the Blue Band, a choir of nuns, sang in {Lima} in [1994].",
            "The Blue Band sang in Lima",
        ),
        (
            "Ada Brown reached {Lima} and founded a school in [1994].",
            "Ada Brown founded a school",
        ),
        (
            "This long war ended in {Lima} in [1994].",
            "Long war ended in Lima",
        ),
        (
            "{Peru} announced on [3 May 1994|1994-05-03] that it would close its ports.",
            "Peru announced that it would close its ports",
        ),
        (
            "In [May 1846|1846-05] Juan Ruiz, a general of {Peru}, raised an army of farmers.",
            "Juan Ruiz raised an army of farmers",
        ),
        (
            "In [1990] {Peru} imported, by one estimate, ten tons of copper.",
            "Peru imported ten tons of copper",
        ),
        (
            "On [1 March 2001|2001-03-01] the Board of Railways and the Ministry of Works of {Peru}"
            " signed a contract.",
            "The Board of Railways and the Ministry of Works signed a contract",
        ),
        (
            "[2007] also saw a strike in {Lima}.",
            "2007 also saw a strike in Lima",
        ),
        (
            "The attack that burnt the docks of {Lima} in [1930] was met with silence.",
            "The attack burnt the docks of Lima",
        ),
        (
            "Despite this, its guild membership limited its trade with {Peru} in [1930].",
            "Its guild membership limited its trade with Peru",
        ),
        (
            "The family refused to sell, and in [1930] moved to {Lima}.",
            "The family moved to Lima",
        ),
        (
            "The fleet took {Callao}, a large port, but was repulsed in [1930].",
            "The fleet was repulsed",
        ),
        (
            "Trade with {Peru} grew and, especially during the boom in [1930], the bank of {Lima}"
            " opened.",
            "The bank of Lima opened",
        ),
        (
            "In [1930], at a summit in {Rome}, {Georgia}, the league voted for war.",
            "The league voted for war",
        ),
        (
            "[May 1|1930-05-01]-[2|1930-05-02] the army left {Lima}.",
            "The army left Lima",
        ),
        (
            "The discontent of the old Peruvian guards over the plan led to the fall of a cabinet"
            " in {Lima} in [1930].",
            "The discontent led to the fall of a cabinet in Lima",
        ),
        (
            "Having captured {Lima} in [1930], Juan Ruiz rested.",
            "Juan Ruiz captured Lima",
        ),
        (
            "The city was won by the Whigs, who as of [1930] held {Lima}.",
            "The Whigs held Lima",
        ),
        (
            "Ruiz landed in {Peru} and, in a series of battles, drove the army from {Lima} in"
            " [1930].",
            "Ruiz drove the army from Lima",
        ),
        (
            "In [1930] Ruiz proposed social, moral, and other reforms to the guilds of {Lima}.",
            "Ruiz proposed social, moral, and other reforms to the guilds of Lima",
        ),
        (
            "On [3 May 1930|1930-05-03] Ruiz asked for and was given leave in {Lima}.",
            "Ruiz asked for and was given leave in Lima",
        ),
        (
            "{Lima} was tested by the [Easter|1972-04-02] Offensive of [1972].",
            "Lima was tested by the Easter Offensive",
        ),
        (
            "Trade between the two states grew, and in [1930] it reached {Lima}.",
            "Trade between the two states reached Lima",
        ),
        (
            "In [1930] senior officials of the harbour board reported that the old customs house in"
            " {Lima} had burned.",
            "Senior officials reported that the old customs house in Lima had burned",
        ),
        (
            "In [1930] the loss of the northern harbour meant that one further supply road to"
            " {Lima} was shut.",
            "The loss meant that one further supply road to Lima was shut",
        ),
        (
            "In [1930] the council of the port ordered Captain Diego Sanchez Ruiz to clear the"
            " channel of wrecks near {Lima}.",
            "The council ordered Captain Diego Sanchez Ruiz to clear the channel",
        ),
        (
            "In [1930] a strike near {Lima} was the first in years to stop the large southern and"
            " eastern mines.",
            "A strike near Lima was the first in years",
        ),
        (
            "In [1930] Ruiz announced that the guards, who had served the old bank in {Lima}, would"
            " leave.",
            "Ruiz announced that the guards would leave",
        ),
        (
            "In [1930] senior engineers reported that the long stone wall along the harbour of"
            " {Lima} had burst.",
            "Senior engineers reported that the long stone wall had burst",
        ),
        (
            "When the fleet went to {Lima} in [1930] the crowd jeered.",
            "The fleet went to Lima",
        ),
        (
            "In [1930] Ruiz announced that the guards whose pay was cut in {Lima} would leave.",
            "Ruiz announced that the guards would leave",
        ),
        ("According to a report of [1930], the bank of {Lima} failed.", "The bank of Lima failed"),
        (
            "Organising ADEX-[2018] in {Lima} in [2018], a fair in {Quito} in [2020], cost much.",
            "Organising ADEX-2018 in Lima",
        ),
    ],
)
def test_title(marked: str, expected: str) -> None:
    assert told(marked)[0].title == expected


def test_a_shared_verb_is_said_of_both() -> None:
    events = told(
        "On [15 May 1835|1835-05-15] she reached {Lima}, and on [2 June 1835|1835-06-02] the old"
        " port of {Quito}."
    )
    assert [event.title for event in events] == [
        "Reached Lima",
        "Reached the old port of Quito",
    ]


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Juan Ruiz hated {Quito}.", "In [1930] he left for {Lima}.", "Juan Ruiz left for Lima"),
        ("Gen. Juan de la Ruiz lost.", "In [1930] he left {Lima}.", "Ruiz left Lima"),
        (
            "Juan Ruiz lost. He slept.",
            "In [1930] his son left {Lima}.",
            "Juan Ruiz’s son left Lima",
        ),
        ("The rebels lost.", "In [1930] they left {Lima}.", "The rebels left Lima"),
        ("Fighters came.", "In [1930] they left {Lima}.", "Fighters left Lima"),
        ("Rogers lost.", "In [1930] he left {Lima}.", "Rogers left Lima"),
        ("The bank failed.", "In [1930] it left {Lima}.", "The bank left Lima"),
        ("{Peru} lost.", "In [1930] he left {Lima}.", "Left Lima"),
        ("The rebels lost.", "In [1930] he left {Lima}.", "Left Lima"),
        ("Juan Ruiz lost.\n", "In [1930] he left {Lima}.", "Juan Ruiz left Lima"),
        ("It rained. Juan Ruiz lost.\n", "In [1930] he left {Lima}.", "Left Lima"),
        ("The old frigate lay there.", "In [1930] she left {Lima}.", "The old frigate left Lima"),
        ("In [1929] Ruiz lay", "there, and in [1930] he left {Lima}.", "Ruiz left Lima"),
        ("It rained.", "In [1930] he was shot in {Lima}.", "Shot in Lima"),
    ],
)
def test_a_pronoun_gives_way_to_whom_it_plainly_means(
    before: str, sentence: str, expected: str
) -> None:
    assert told(f"{before} {sentence}")[-1].title == expected


@pytest.mark.parametrize(
    "marked",
    [
        "In [1990], the very old and very long and rather broken bridge of stones and of iron over"
        " the wide river near {Lima} fell down with a loud noise in the night of the great storm.",
        "{Lima}, [1990].",
        "And which, in [1990], in {Lima}.",
        "(In [1990] in {Lima})",
    ],
)
def test_titles_are_short_and_never_empty(marked: str) -> None:
    for event in told(marked):
        assert 1 <= len(event.title.split()) <= 13
        assert event.title[0].isupper() or not event.title[0].isalpha()


@pytest.mark.parametrize("last", ["in", "of", "the", "and", ","])
def test_no_loose_end(last: str) -> None:
    [event] = told("In {Lima} the oldest hall of the town burnt down in the night of [1990].")
    assert event.title.split()[-1] != last


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The guard went on and, after finding one bridge burnt, started before dawn on [6 March"
            "|1930-03-06] to cross the river at {Lima}.",
            "The guard started before dawn to cross the river at Lima",
        ),
        (
            "Ruiz gave up his ship [the next day|1930-05-03] and the day after saw the end of the"
            " war in {Lima}.",
            "Ruiz gave up his ship",
        ),
        (
            "On [3 May|1930-05-03] hundreds of women – some visibly old and others carrying"
            " children – marched along the sea front in {Lima}.",
            "Hundreds of women marched along the sea front in Lima",
        ),
        (
            "On [3 May|1930-05-03] more than 200 people packed the hall of {Lima} to weigh in on"
            " the plan.",
            "More than 200 people packed the hall of Lima to weigh in",
        ),
        (
            "The court had called for the books after the owners (Ada and Bo) moved an appeal in"
            " {Lima} on [3 May|1930-05-03].",
            "The owners moved an appeal in Lima",
        ),
        (
            "In [1930] a large majority of the old guards of the northern gate went on to oppose"
            " any open fight with the men of {Lima}.",
            "A large majority … went on to oppose any open fight",
        ),
        (
            "The head of the bank in {Lima}, Ada Ruiz, said on [3 May|1930-05-03] the vault had"
            " been opened by more than ten men.",
            "Ada Ruiz said the vault had been opened",
        ),
        (
            "Ships, docks and mills in {Lima}, which were closed in [1930], reopened.",
            "Ships, docks and mills in Lima were closed",
        ),
        (
            "[1930]: A ship, taken at {Callao}, is brought to {Lima}.",
            "A ship is brought to Lima",
        ),
        (
            "The port fell; {Lima} was spared in [1930].",
            "Lima was spared",
        ),
        ("In [1930] the plan for {Lima} was called off because of rain.",
         "The plan for Lima was called off because of rain"),
        ("The bank of {Lima} lost money from [2002|2002] on, and trade fell from 1,036 to 896"
         " tons in [2007].", "Trade fell from 1,036 to 896 tons"),
    ],
)  # fmt: skip
def test_a_title_is_a_whole_statement(marked: str, expected: str) -> None:
    assert expected in [event.title for event in told(marked)]


_SUBJECTS = [
    "the old fleet", "Ruiz", "Ada Ruiz, who knew {Quito} well,", "the men of the northern guard",
    "Peruvian Maj. Gen. Juan B. Ruiz and his staff", "three of the ships that had left {Quito}",
    "the council (of nine)", "“the brave”", "hundreds of women – some old – from {Quito}",
]  # fmt: skip
_VERBS = [
    "left", "was driven out of", "had begun to besiege", "said that it would not give up",
    "took and held", "sent forty men to", "is closing", "marched to", "voted to leave",
    "was not the first to enter", "asked the guard to open", "put down a rising at",
]  # fmt: skip
_TAILS = [
    "", ", but soon came back", " and the port nearby", " because of the flood in the hills",
    " for the first time since the fall of the old wall", ", Callao and the islands",
    " with 4,000 picked men and the last of the horses", " (the capital)", " which later burnt",
    " while the mills of the north stood still and nobody came", " between the river and the sea",
]  # fmt: skip
_NEVER_LAST = frozenset(
    "the a an of and or in on at to for with from by that which who , ;".split()
)


@given(
    st.sampled_from(["In [1930] ", "On [3 May 1930|1930-05-03], near the sea, ", "However, "]),
    st.sampled_from(_SUBJECTS),
    st.sampled_from(_VERBS),
    st.sampled_from(_TAILS),
    st.sampled_from([" in [1931]", ""]),
)
def test_titles_keep_to_their_sentence(
    lead: str, subject: str, verb: str, tail: str, date: str
) -> None:
    marked = f"{lead}{subject} {verb} {{Lima}}{tail}{date}."
    said = set(re.findall(r"\w+", marked.lower()))
    for event in told(marked):
        words = re.findall(r"[\w’',.-]*\w", event.title)
        assert len(words) <= 12
        assert set(re.findall(r"\w+", event.title.lower())) <= said
        last = event.title.removesuffix("…").split()[-1].lower()
        assert last not in _NEVER_LAST or last == "to"
        for opening, closing in ("()", "“”", "[]"):
            assert event.title.count(opening) == event.title.count(closing)
