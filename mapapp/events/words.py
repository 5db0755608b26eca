"""Closed classes of English words, by which sentences are cut into clauses without a parser.

Open classes (nouns, most verbs) cannot be listed; what can be listed carries the structure:
auxiliaries, irregular past forms, conjunctions, relative words, prepositions, determiners.
"""

from functools import lru_cache

RELATIVES = frozenset("which who whom whose where wherein whereby".split())
SUBORDINATORS = frozenset(
    "while whilst when whenever because although though whereas if unless once lest whether".split()
)
# Prepositions too: they open a clause only where a finite verb follows before the next mark.
MAYBE_SUBORDINATORS = frozenset("after before since until till as".split())
COORDINATORS = frozenset("and but or nor yet so then".split())
COMPLEMENT = "that"

_CONTRACTED = frozenset(
    f"{verb}n{mark}t"
    for verb in "was were is are has had have did does do wo would ca could should must".split()
    for mark in "'’"
)
FINITE_AUXILIARIES = _CONTRACTED | frozenset(
    "was were is are am has had did does will would can could might shall should must".split()
)
AUXILIARIES = FINITE_AUXILIARIES | frozenset("be been being have having do may to not".split())
BE = frozenset("was were is are am be been being got gets".split())
PERFECT = frozenset("has have had having".split())

# Past forms that differ from the participle, so that they can only be finite.
STRONG_PAST = frozenset(
    "arose ate bade began befell bore blew broke came became overcame chose drank drew"
    " withdrew drove fell flew forbade forgot forgave forsook froze gave went underwent grew"
    " hid knew lay mistook overran overthrew ran rang rewrote rode rose sang sank saw shone"
    " shook shrank shrunk slew spoke sprang stole strode strove swam swore took undertook"
    " partook retook threw tore trod wore woke wrote got oversaw foresaw overtook awoke"
    " undid outdid outgrew".split()
)
# Past forms that are participles too: finite only with a subject before them.
WEAK_PAST = frozenset(
    "beat bent beset bled bound bought brought built burnt cast burst caught clung cost crept"
    " cut dealt dug dwelt fed felt fled flung fought found ground heard held hit hung hurt"
    " knelt kept laid led left lent lit lost made meant met paid put read rebuilt said sat"
    " sent set shot shut slept slid sold sought spent split spread stood stuck struck swept"
    " swung taught thought told understood upheld wept won withheld withstood wound quit sped"
    " misled foretold retold resold overheard beheld leapt learnt spun stung".split()
)
# Participles that differ from the past form, so that they are never finite.
PARTICIPLES = frozenset(
    "taken given driven shown drawn thrown known seen chosen broken written spoken stolen born"
    " borne fallen grown flown begun sunk sung worn torn sworn forgotten frozen hidden bitten"
    " beaten eaten ridden risen shaken withdrawn overthrown undertaken done gone sewn woken"
    " mistaken retaken overrun forbidden slain strewn blown".split()
)
# They end in -ed and are no verbs, or hardly ever finite ones.
NOT_VERBS = frozenset(
    "armed armoured armored combined hundred indeed naked need red sacred seed shed speed"
    " united unmanned allied"
    " so-called wounded assorted experienced skilled advanced limited renewed increased bed feed"
    " deed weed sled breed creed greed mixed exhausted determined fortified detailed bearded"
    " talented supposed aforementioned mentioned retired dated called named known compared aged"
    " based unscathed unprecedented".split()
)
# Those of them that are no verbs either before an object: `a unit called the Lions`.
LABELS = frozenset("called named known dated so-called hundred".split())

PREPOSITIONS = frozenset(
    "in at near on around within inside outside throughout across along over off above below beside"
    " between beyond under through to into towards toward onto for against from by with without"
    " about regarding concerning of during among amid amongst upon via despite like than as"
    " following after before since until till per behind past opposite".split()
)
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no both all"
    " several many few other another such said same one two three four five six seven eight nine"
    " ten".split()
)
PRONOUNS = frozenset("he she it they we i you who there these those this that one".split())
DEMONSTRATIVES = frozenset("this that these those such said".split())

OPENERS = COORDINATORS | SUBORDINATORS | MAYBE_SUBORDINATORS | RELATIVES | {COMPLEMENT}
LEAD_ADVERBS = frozenset(
    "however meanwhile thus also therefore moreover furthermore similarly finally eventually then"
    " today currently especially particularly indeed nevertheless additionally subsequently later"
    " already still soon again once instead consequently afterwards only even just initially"
    " first earlier now nonetheless likewise accordingly elsewhere".split()
)

NOT_ADVERBS = frozenset(
    "family july italy sicily thessaly assembly ally supply reply rally monopoly anomaly bully"
    " belly folly homily lily only".split()
)

# Finite forms that tell no past event.
PRESENT = frozenset(
    "is are am has have does do will would can could may might shall should must".split()
) | frozenset(
    f"{verb}n{mark}t" for verb in "is are has have does do wo ca".split() for mark in "'’"
)
SAYING = frozenset(
    "said says told tells added stated reported reports announced declared claimed insisted noted"
    " wrote explained confirmed warned".split()
)

NEGATIONS = _CONTRACTED | frozenset("not never neither nor cannot n't hardly scarcely".split())

LOCATION = frozenset(
    "in at near on around within inside throughout across along off above below beside under"
    " through upon outside beyond behind opposite over past via".split()
)
DESTINATION = frozenset("to into towards toward onto".split())
# `To` names a goal only of movement and giving, not in `belonging to`, `due to`.
NO_GOAL = frozenset(
    "belonging compared according due opposed related similar relation respect response contrast"
    " ambassador envoy minister threat close next prior access opposition addition attention key"
    " ties links relations link thanks owing subject loyal attributed equal relative"
    " reference".split()
)
# And `for` only of leaving.
DEPARTING = frozenset(
    "left leave leaves leaving sailed sail sails departed depart bound headed heading set embarked"
    " started made route way en turned steered steamed".split()
)
ORIGIN = frozenset("from".split())
TOPIC = frozenset("about regarding concerning".split())
PARTY = frozenset("by with between among amongst against without like than as".split())

# Verbs whose direct object is the place where the thing happens; stems, see `stem_of`.
ACT_ON_PLACE = frozenset(
    "abandon annex approach assault assail attack besiege blockade bomb bombard burn capture cede"
    " cross destroy encircle enter evacuate garrison hit hold invade invest leave liberate loot"
    " occupy pass raid raze reach recapture reoccupy retake sack seize shell storm strike surround"
    " take threaten tour visit win lose defend fortify found establish open free secure control"
    " join reinforce rejoin regain sweep inspect shake ravage devastate flood".split()
)
# Nouns of which a place is the where: `the siege of X`, `the city of X`.
HAPPENS_OF = frozenset(
    "battle siege capture fall city town village port liberation occupation bombing bombardment"
    " invasion evacuation seizure annexation relief recapture defense defence loss massacre raid"
    " storming sack surrender burning surroundings outskirts suburbs vicinity north south east west"
    " northeast northwest southeast southwest miles kilometers kilometres km side bank banks shore"
    " coast mouth streets blockade encirclement island province region state district centre center"
    " front outside part parts territory county crossing control visit short".split()
)
# Nouns whose `of` names whose they are and not where: `the Army of the Tennessee`.
BELONGS_OF = frozenset(
    "army armies department commander governor president king queen prince duke earl count bishop"
    " archbishop mayor minister ministry secretary bank university college government parliament"
    " people citizens son daughter native ambassador consul emperor sultan shah tsar republic"
    " kingdom empire union confederation members member friend friends lord treaty peace".split()
)
# Nouns of bodies of people: a place in their names says whose they are and not where.
ORGANISATIONS = frozenset(
    "council organization organisation treaty alliance union league association federation"
    " confederation community commission committee agency authority bureau board office ministry"
    " department service services company corporation group bank fund foundation party movement"
    " front army navy fleet force forces corps division brigade regiment battalion guard guards"
    " guardsmen legion militia infantry cavalry artillery volunteers police club team university"
    " college institute school society press times post herald tribune journal news assembly"
    " parliament congress senate court tribunal partnership initiative pact airlines airways"
    " railway railroad".split()
)
COMPASS = frozenset("north south east west orient occident".split())
IRREGULAR_STEMS = {
    "took": "take", "taken": "take", "left": "leave", "held": "hold", "hit": "hit",
    "struck": "strike", "won": "win", "lost": "lose", "retook": "retake", "retaken": "retake",
    "swept": "sweep", "shook": "shake", "shaken": "shake", "founded": "found", "found": "discover",
}  # fmt: skip


def is_adverb(word: str) -> bool:
    """Is a word in lower case an adverb by its form: `quickly`, not `family` or `Italy`?"""
    return word.endswith("ly") and word not in NOT_ADVERBS


@lru_cache(maxsize=4096)
def stem_of(word: str) -> str:
    """A rough stem of an inflected verb, lower case: enough to look it up in a list of stems.

    Examples
    --------
    >>> [stem_of(word) for word in ("captured", "occupies", "entering", "took", "shelled")]
    ['capture', 'occupy', 'enter', 'take', 'shell']
    """
    known = IRREGULAR_STEMS.get(word)
    if known:
        return known
    for stem in _stems(word):
        if stem in ACT_ON_PLACE:
            return stem
    return word


def _stems(word: str) -> list[str]:
    if word.endswith(("ied", "ies")):
        return [word[:-3] + "y"]
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            undoubled = bare[:-1] if bare[-2:-1] == bare[-1:] else bare
            return [bare, bare + "e", undoubled]
    return [word]
