"""Numbers that look like years and are none: T-72, 1918 people, room 1912, a 1995 Honda."""

from mapapp.times.match import Match

_NUMBERING = frozenset(
    "no nos nr article articles art section sections chapter page pages p pp vol volume room route"
    " highway hwy flight paragraph line lines resolution law code zip box number numbers $ £ € # §"
    " figure table phone tel fax ext fm fr cr post hill unit lot serial size model apartment apt"
    " suite bus train kilometre kilometer km".split()
)
_COUNTED = frozenset(
    "people men women children soldiers troops dollars euros pounds percent per km miles metres"
    " meters feet tons tonnes acres hectares % ° kg m ft mm cm million billion square refugees"
    " prisoners casualties deaths dead wounded killed inhabitants houses homes students officers"
    " civilians volunteers members block".split()
)
_STREETS = frozenset(
    "street st avenue ave road rd highway drive dr lane parkway boulevard blvd court square".split()
)
_PREFIXES = frozenset("post pre".split())
_BEFORE_YEARS = frozenset("after before toward towards into circa".split())
_POSSESSIVES = frozenset("my your his her its our their".split())
_MEASURES = frozenset(
    "score total population number height altitude elevation length distance depth speed weight"
    " cost price rate maximum minimum average sum capacity range".split()
)
_BODIES = frozenset(
    "army audience band column congregation contingent crew crowd detachment fleet force garrison"
    " mob party workforce".split()
)
# Makers whose things are told apart by the year in which they were made.
_MAKERS = frozenset(
    "Acura Audi BMW Buick Cadillac Chevrolet Chevy Chrysler Citroën Dodge Fiat Ford GMC Harley"
    " Holden Honda Hyundai Jaguar Jeep Kawasaki Kia Lada Lexus Mauser Mazda Mercedes Mitsubishi"
    " Nissan Oldsmobile Opel Peugeot Plymouth Pontiac Porsche Renault Saab Skoda Subaru Suzuki"
    " Tesla Toyota Vauxhall Volkswagen Volvo Winchester Yamaha".split()
)
_REACHING = frozenset("reached totaled totalled numbered exceeded surpassed topped".split())
_DATING = ("in", "since", "until", "by", "from", "during")


def names_no_year(match: Match) -> bool:
    """Is what looks like a year a number of something, or that of a thing: `a 1995 Honda`?"""
    first, last = match.first, match.last
    if is_numbered(match) or match.after.lower() in _COUNTED:
        return True
    if last - first > 1:
        return False
    if match.before in _REACHING:
        return True  # cases reached 1004
    if _sums_up(match) or (match.after in _MAKERS and not match.has(first - 1, *_DATING)):
        return True
    if _counts(match) or _in_address(match) or _ends_numbers(match):
        return True
    if match.touches(first) and match.before in "-/+–:" and not _dated(match, first - 2):
        # 90089-0043, T-1972; names with years are told apart before
        return match.word(first - 2).lower() not in _PREFIXES
    if match.touches(last) and match.after in "-/+" and not _joins(match):
        return True
    return match.before == "," and match.touches(first) and match.word(first - 2).isdigit()


def is_numbered(match: Match) -> bool:
    """`article 1949`, `No. 1922`."""
    before = match.word(match.first - 2) if match.before == "." else match.before
    return before.lower() in _NUMBERING


def _sums_up(match: Match) -> bool:
    """`a score of 1270`, `a garrison of 1700`; but not `the fleet of 1588`."""
    if match.before != "of":
        return False
    noun = match.word(match.first - 2).lower()
    return noun in _MEASURES or (noun in _BODIES and match.has(match.first - 3, "a"))


def _ends_numbers(match: Match) -> bool:
    """`pp. 1789–1799`"""
    if match.before not in ("-", "–") or not match.word(match.first - 2).isdigit():
        return False
    behind = match.word(match.first - 3)
    if behind == ".":
        behind = match.word(match.first - 4)
    return behind.lower() in _NUMBERING


def _counts(match: Match) -> bool:
    """`butchered 1400 victims`, `over 1000 cases`."""
    if not (match.after.islower() and match.after.endswith("s") and match.has(match.last, "OTHER")):
        return False
    if match.has(match.first - 1, "OVER", "MORE", "THAN", "LEAST", "ALMOST", "AROUND", "FEW"):
        return True
    if match.before in _BEFORE_YEARS or match.before in _POSSESSIVES:  # its 2006 highs
        return False
    listed = match.word(match.first - 2)
    if match.before == "and" and (listed in _COUNTED or listed.endswith("s")):
        return match.word(match.first - 3).replace(",", "").isdigit()  # 1,500 men and 2000 horses
    return match.has(match.first - 1, "OTHER")


def _in_address(match: Match) -> bool:
    """`1424 John Bragg Highway`; but not `in 1914 Wall Street`."""
    if match.has(match.first - 1, *_DATING):
        return False
    words = [match.word(n) for n in range(match.last, match.last + 4)]
    names = [word for word in words if word[:1].isupper()]
    return words[:1] == names[:1] and any(word.lower() in _STREETS for word in names[1:])


def _dated(match: Match, n: int) -> bool:
    return match.has(n, "YEAR", "MONTH", "MAY", "SEASON", "DECADE", "EARLY")


def _joins(match: Match) -> bool:
    """Does a year or a word follow the hyphen?"""
    following = match.word(match.last + 1)
    return not following.isdigit() or len(following) in (1, 2, 4)
