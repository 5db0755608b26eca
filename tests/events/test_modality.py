import pytest
from msgspec.structs import replace

from mapapp.events import relate
from mapapp.model import day_number

from tests.events.told import read, told


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("No ships reached {Lima} in [1930].", "negated"),
        ("No fewer than forty ships reached {Lima} in [1930].", "asserted"),
        ("Plans for a port at {Lima} were dropped in [1930].", "negated"),
        ("Ruiz declined a call to {Lima} in [1930].", "negated"),
        ("Reports of a landing at {Lima} in [1930] were denied.", "negated"),
        ("The vote in {Lima} was postponed in [1930].", "negated"),
        ("The town of {Lima} was abandoned in [1930].", "asserted"),
        ("They were supposed to land at {Lima} in [1930].", "planned"),
        ("The pact was to be signed in {Lima} in [1930].", "planned"),
        ("Ruiz was to become mayor of {Lima} in [1930].", "asserted"),
        ("They wanted me in {Lima} for [1930].", "planned"),
        ("Ruiz, believed to be living in {Lima} since [1930], was tried.", "hypothetical"),
        ("It was said that the fleet had burned {Lima} in [1930].", "hypothetical"),
        ("If the dam broke, {Lima} would be flooded in [1930].", "hypothetical"),
        ("In [1918] a pact envisaged that {Lima} would get aid if it asked.", "asserted"),
        ("The firm will expand its works, bought in {Lima} in [1930].", "asserted"),
        ("The firm will expand its works, planned in {Lima} in [1930].", "planned"),
        ("Police held two men, accused of planning a raid on {Lima} in [1930].", "hypothetical"),
        ("Neither army entered {Lima} in [1930].", "negated"),
        ("There were no trials in {Lima} in [1930].", "negated"),
        ("They didn't enter {Lima} in [1930].", "negated"),
        ("The fair in {Lima} was called off in [1930].", "negated"),
        ("Ruiz failed to reach {Lima} in [1930].", "negated"),
        ("Ruiz failed to take {Lima} in [1930].", "asserted"),
        ("He left {Lima} in [1930] and never came back.", "asserted"),
        ("The fire in {Lima} killed nobody in [1930].", "asserted"),
        ("A fair is planned for {Lima} in [2031].", "planned"),
        ("The station at {Lima} is to be rebuilt in [2031].", "planned"),
        ("The talks are due in {Lima} in [2031].", "planned"),
        ("The firm wants to build a port at {Lima} by [2031].", "planned"),
        ("The trial was scheduled for [May 1921|1921-05] in {Lima}.", "planned"),
        ("Ruiz said that the dam at {Lima} would be done in [1930].", "planned"),
        ("She would return to {Lima} in [1930].", "asserted"),
        ("The dam at {Lima} was planned by Ruiz in [1930].", "asserted"),
        ("As planned, the ship reached {Lima} in [1930].", "asserted"),
        ("Ruiz honoured his pledge to visit {Lima} in [1930].", "asserted"),
        ("The ship is believed to have sunk off {Lima} in [1930].", "hypothetical"),
        ("According to rumours, the queen fled to {Lima} in [1930].", "hypothetical"),
        ("They claimed that Ruiz had burned {Lima} in [1930].", "hypothetical"),
        ("They deny that Ruiz had burned {Lima} in [1930].", "hypothetical"),
        ("Had the fleet reached {Lima} in [1930], trade was safe.", "hypothetical"),
        ("Did the fleet sail from {Lima} in [1930]?", "hypothetical"),
        ("Police accuse him of killing two men in {Lima} in [1930].", "hypothetical"),
        ("In [1930] a court in {Lima} accused him of killing two men.", "asserted"),
        ("The likely heir visited {Lima} in [1930].", "asserted"),
        ("Legend has it that the saint preached in {Lima} in [1930].", "hypothetical"),
        ("The pope is known to have visited {Lima} in [1930].", "asserted"),
        ("Ruiz, who could not read, ruled {Lima} in [1930].", "asserted"),
    ],
)
def test_what_did_not_happen_is_told_apart(marked: str, modality: str) -> None:
    assert told(marked)[0].modality == modality


def test_a_chronicle_in_the_present_goes_on_in_it() -> None:
    events = told(
        "[5 May 1930|1930-05-05]: The army enters {Quito}. The mayor flees to {Lima}.\n\n"
        "[6 May 1930|1930-05-06]: Boats bring food to {Callao}. A crew visits {Trujillo}.\n\n"
        "[7 May 1930|1930-05-07]: Rain stops the search in {Lima}."
    )
    assert [event.place.name for event in events if event.place] == [
        "Quito",
        "Lima",
        "Callao",
        "Trujillo",
        "Lima",
    ]


def test_what_lies_behind_the_day_of_writing_is_planned() -> None:
    article, toponyms, times = read(
        "They left {Lima} on [5 May 1930|1930-05-05] and go on to {Callao} on [9 May|1930-05-09]."
    )
    article = replace(article, published=day_number(1930, 5, 6))
    assert [event.modality for event in relate(article, toponyms, times)] == ["asserted", "planned"]
