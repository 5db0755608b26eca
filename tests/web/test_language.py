import pytest
from flask.testing import FlaskClient

FILES = ["/stories/caucasus/story.html", "/stories/caucasus/story.svg"]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    ("query", "accepted", "tag"),
    [
        ("?lang=az", "ru", "az"),
        ("", "ru;q=0.9, fr", "ru"),
        ("?lang=fr", "de", "en"),
        ("", "", "en"),
    ],
)
def test_files_for_people_speak_the_language_asked_for(
    client: FlaskClient, path: str, query: str, accepted: str, tag: str
) -> None:
    answer = client.get(path + query, headers={"Accept-Language": accepted})
    assert answer.headers["Content-Language"] == tag
    assert answer.headers["Vary"] == "Accept-Language"
    said = {"en": "15 events", "az": "15 hadisə", "ru": "15 событий"}
    assert [each for each in said if said[each] in answer.text] == [tag]


def test_data_are_the_same_in_every_language(client: FlaskClient) -> None:
    answers = [client.get(f"/stories/caucasus/events.csv?lang={tag}") for tag in ("en", "tr")]
    assert answers[0].data == answers[1].data
    assert "Content-Language" not in answers[1].headers
