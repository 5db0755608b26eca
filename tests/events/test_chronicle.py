from tests.events.told import gist, gists, told


def test_no_entry_of_a_chronicle_takes_the_place_of_another() -> None:
    marked = (
        "[Jan. 1|1915-01-01]. Towns near {Lima} are shelled, and {Lima} burns.\n\n"
        "[Jan. 2|1915-01-02]. A minister is appointed.\n\n"
        "[Jan. 3|1915-01-03]. Ships leave {Callao}.\n\n"
        "[Jan. 4|1915-01-04]. A colonel surrendered."
    )
    assert gists(marked) == [
        ("1915-01-01", "Lima"),
        ("1915-01-02", ""),
        ("1915-01-03", "Callao"),
        ("1915-01-04", ""),
    ]


def test_a_day_that_heads_lines_dates_each_of_them() -> None:
    events = told(
        "[2 January 1915|1915-01-02]\n"
        "• Ships leave {Callao}.\n"
        "• The first raid on {Lima}. Nobody knows more.\n\n"
        "[5 January 1915|1915-01-05]\n\n"
        "The army entered {Cusco}.\n\n"
        "[1916]\n\n"
        "Of {Arica} little is told."
    )
    assert [gist(event) for event in events] == [
        ("1915-01-02", "Callao"),
        ("1915-01-02", "Lima"),
        ("1915-01-05", "Cusco"),
    ]
    assert [event.when.text for event in events if event.when][-1] == "5 January 1915"


def test_the_day_at_the_head_of_a_report_dates_nothing_by_itself() -> None:
    events = told(
        "[24 December 2019|2019-12-24]\n\n"
        "Ministers met in {Lima} on [23 December|2019-12-23].\n\n"
        "The minister of {Peru} attended the meeting."
    )
    assert [gist(event)[0] for event in events] == ["2019-12-23"]


def test_a_sentence_that_is_only_a_date_dates_its_paragraph() -> None:
    marked = (
        "[A.D. 106|0106]. A road was begun at {Lima}. The army took {Callao}.\n\n"
        "Later a bridge was built at {Quito}."
    )
    assert gists(marked)[:2] == [("0106", "Lima"), ("0106", "Callao")]
    assert all(date == "" for date, _ in gists(marked)[2:])


def test_the_line_that_says_when_a_text_was_published_tells_nothing() -> None:
    assert gists("Published on [5 May 2017|2017-05-05]\n\nRain fell in {Lima}.") == [("", "Lima")]


def test_an_entry_goes_on_in_the_present() -> None:
    events = told(
        "[4 May 1920|1920-05-04]: Shells fall on {Lima}. Forces advance near {Callao}. Martial law"
        " is declared in {Ica}.\n"
        "[6 May|1920-05-06]: Rockets strike {Lima}.\n"
        "[9 May|1920-05-09]: A ceasefire takes effect in {Ica}."
    )
    assert [(one.when.edtf, one.place.name) for one in events if one.when and one.place] == [
        ("1920-05-04", "Lima"),
        ("1920-05-04", "Callao"),
        ("1920-05-04", "Ica"),
        ("1920-05-06", "Lima"),
        ("1920-05-09", "Ica"),
    ]
