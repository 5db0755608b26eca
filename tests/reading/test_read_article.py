import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.errors import EmptyInput, InputTooLarge, NotText, ReadingError
from mapapp.model import day_number
from mapapp.reading import read_article
from mapapp.settings import Settings

PLAIN = "A short title\n\nOfficers met in Bakı on 5 May 1992. Şuşa fell later.\n"
WESTERN = "Café society\n\nThe naïve “coup” of São Tomé – it cost €5 – failed in 2003.\n"
TURKISH = "Ağrı Dağı\n\nİstanbul'da görüşme 5 Mayıs günü yapıldı; Şişli'den geçildi.\n"
POLISH = (
    "Łódź i Kraków\n\nW maju 1945 roku żołnierze weszli do miasta, a ludność wyszła na ulice."
    " Później wiele rodzin przesiedlono na zachód, gdzie zajęły opuszczone gospodarstwa."
    " Książki, które przetrwały wojnę, można dziś oglądać w muzeum przy głównej ulicy.\n"
)
RUSSIAN = (
    "Сражение\n\nВ мае 1992 года войска вошли в город, и жители покинули свои дома."
    " Позднее переговоры продолжились в столице, но договор так и не был подписан.\n"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAIN, "utf-8"),
        (PLAIN, "utf-8-sig"),
        (PLAIN, "utf-16"),
        (PLAIN, "utf-16-le"),
        (PLAIN, "utf-16-be"),
        (PLAIN, "utf-32"),
        (WESTERN, "cp1252"),
        ("Été à Nîmes\n\nL'évêque arriva à Orléans le 3 août 1429.", "latin-1"),
        ("Die Würde\n\nÖsterreichs Außenminister reiste 1955 nach Köln.", "latin-1"),
        (TURKISH, "cp1254"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        ("Jaro\n\nV květnu 1945 vstoupila armáda do Prahy.", "cp1250"),
        ("Őszi csata\n\nA hadsereg 1849-ben elérte Győrt, és öt napig üldözte őket.", "cp1250"),
        ("Kovas\n\n1990 m. Lietuva paskelbė nepriklausomybę, o žmonės džiaugėsi.", "cp1257"),
        ("Мир\n\nПрез 1912 година войските превзеха Одрин.", "cp1251"),
        ("Η μάχη\n\nΗ μάχη της Κρήτης άρχισε στις 20 Μαΐου 1941.", "iso8859-7"),
        (
            "戦争\n\n一九四五年八月、広島に原子爆弾が投下された。その後、戦争は終わった。",
            "shift_jis",
        ),
        ("战争\n\n1937年7月7日，卢沟桥事变爆发。同年12月，南京失守。", "gb18030"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(text.encode(encoding))
    article = read_article(file)
    assert article.text == text
    assert article.title == text.partition("\n")[0]


def test_web_page_in_the_encoding_that_it_declares() -> None:
    page = "<html><head><meta charset='windows-1251'></head><body><p>Баку, 1992 год.</p></body>"
    assert "Баку, 1992 год." in read_article(page.encode("cp1251"), name="page.html").text


def test_one_broken_byte_costs_one_letter() -> None:
    data = PLAIN.encode() + b"\xff end"
    assert read_article(data).text == PLAIN + "\ufffd end"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_offsets_do_not_depend_on_ends_of_lines(ends: str) -> None:
    assert read_article(PLAIN.replace("\n", ends).encode()).text == PLAIN


@pytest.mark.parametrize("text", ["", " \n\t ", "...\n---\n", "\ufeff"])
def test_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "empty.txt"
    file.write_text(text, "utf-8")
    with pytest.raises(EmptyInput, match=r"empty\.txt holds no word"):
        read_article(file)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture"),
        (b"PK\x03\x04....", "OpenDocument"),
        (b"\xd0\xcf\x11\xe0....", "an old Word or Excel file"),
        (b"\xff\xd8\xff\xe0 JFIF", "a JPEG picture"),
        (b"text\x00with a zero", "no letter"),
        (bytes(range(256)) * 40, "photo.txt"),
        (b"\x01\x02\x03 word", "no letter"),
    ],
)
def test_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "photo.txt"
    file.write_bytes(data)
    with pytest.raises(NotText, match=message) as caught:
        read_article(file)
    assert "photo.txt" in str(caught.value)
    assert "Word (.docx) or PDF" in str(caught.value)


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    with pytest.raises(InputTooLarge, match=r"huge\.txt has 200,000,000 bytes"):
        read_article(file)


def test_huge_standard_input_is_not_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(b"word " * 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    with pytest.raises(InputTooLarge, match="standard input"):
        read_article("-", settings=Settings(max_input_bytes=100))
    assert stream.tell() < 5000


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode())))
    assert read_article("-").text == PLAIN


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.txt", "missing.txt: No such file"),
        (".", "Is a directory"),
        ("https://example.org/a", "save the page"),
    ],
)
def test_nothing_to_open(source: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        read_article(source)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Siege of Vienna\n\nIt began in 1683.", "Siege of Vienna"),
        ("It began in 1683.\nThen it ended.", ""),
        ("Only one line", ""),
        ("word " * 60 + "\nNext.", ""),
    ],
)
def test_title_of_plain_text(text: str, title: str) -> None:
    assert read_article(text.encode()).title == title


def test_what_the_caller_says_goes_first() -> None:
    article = read_article(
        b"# One\n\nText of 1990.",
        name="a.md",
        title="Two",
        source_name="Gazette",
        published=7,
        language="az",
    )
    assert (article.title, article.source) == ("Two", "Gazette")
    assert (article.published, article.language) == (7, "az")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (POLISH, "pl"),
        (RUSSIAN, "ru"),
        (WESTERN, "en"),
        ("Գնացքը չեկավ 1990 թվականին։", "hy"),
        ("وصل القطار في ٥ مايو", "und-Arab"),
        ("Τρένο, train", "en"),
        ("1990 😀", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read_article(text.encode()).language == language


MARKDOWN = """---
title: "The Treaty"
author: A. Scribe
date: 1920-08-10
lang: fr
---

# Heading *one*

A wrapped
line with **bold**, `code`, [a link](https://example.org "tip") &amp; an ![image](x.png).

- first item
- second

| a | b |
|---|---|
| Baku | 1992 |

<div>hidden tags</div>

## Part 2
Text\\
broken.
"""


def test_markdown_is_the_text_that_it_shows() -> None:
    article = read_article(MARKDOWN.encode(), name="treaty.md")
    assert article.text.split("\n\n") == [
        "Heading one",
        "A wrapped line with bold, code, a link & an .",
        "first item",
        "second",
        "a\tb",
        "Baku\t1992",
        "Part 2",
        "Text\nbroken.",
    ]
    assert [span.of(article.text) for span in article.headings] == ["Heading one", "Part 2"]
    assert (article.title, article.source, article.language) == ("The Treaty", "A. Scribe", "fr")
    assert article.published == day_number(1920, 8, 10)


def test_markdown_without_front_matter_takes_its_first_heading_as_title() -> None:
    article = read_article(b"# The *siege*\n\ntext\n\n# Other\n", name="a.markdown")
    assert (article.title, article.published) == ("The siege", None)


def test_markdown_that_shows_nothing() -> None:
    with pytest.raises(EmptyInput, match=r"a\.md"):
        read_article(b"<!-- hidden -->\n", name="a.md")


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Bridge opens | The Gazette</title>
<meta property="og:title" content="Bridge opens">
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2019-03-05T23:30:00-05:00">
<style>p {color: red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Bridge opens</h1>
<p>The bridge over the <b>Drina</b> at <a href="/v">Višegrad</a> was opened
again on Monday, said the mayor &amp; his deputy.</p>
<h2>Long wait</h2>
<p>Work began in 2010, after the flood had carried away two of its piers,<br>and it cost more
than anyone had thought when the council met for the first time.</p>
<script>alert("never shown")</script></article>
<footer>Copyright 2024 The Gazette</footer></body></html>"""


def test_web_page_is_its_article() -> None:
    article = read_article(PAGE.encode(), name="page.html")
    assert "Drina at Višegrad was opened again on Monday, said the mayor & his" in article.text
    assert "piers,\nand it cost" in article.text
    assert not any(word in article.text for word in ("Sport", "Copyright", "alert", "color"))
    assert (article.title, article.source) == ("Bridge opens", "The Gazette")
    assert (article.language, article.published) == ("en-GB", day_number(2019, 3, 5))
    headings = [span.of(article.text) for span in article.headings]
    assert headings[-1] == "Long wait"


def test_web_page_is_told_without_a_suffix() -> None:
    assert read_article(PAGE.encode()).title == "Bridge opens"


def test_web_page_without_an_article_gives_all_its_text() -> None:
    page = "<html><title>T</title><body><div>Baku</div><div hidden>x</div><b>1992</b></body></html>"
    article = read_article(page.encode())
    assert article.text.split() == ["Baku", "1992"]


def test_deeply_nested_page_is_read() -> None:
    page = "<html><body>" + "<div>" * 1000 + "Baku" + "</div>" * 1000
    assert "Baku" in read_article(page.encode(), name="deep.html").text


@pytest.mark.parametrize(
    "page", ["<html><body><img src='a.png'></body></html>", "<!-- Baku", "<?xml version='1.0'?>"]
)
def test_page_without_words(page: str) -> None:
    with pytest.raises(EmptyInput, match=r"p\.html"):
        read_article(page.encode(), name="p.html")


def test_a_row_of_comments_makes_no_page_and_takes_no_lifetime() -> None:
    text = "<!---->" * 250 + " Baku"  # two ways to read each, were they not taken at their end
    assert read_article(text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_a_clear_error(data: bytes) -> None:
    try:
        article = read_article(data, name="any.bin")
    except ReadingError as error:
        told = str(error)
    else:
        told = "any.bin"
        article.text.encode()
        assert "\r" not in article.text
    assert "any.bin" in told


@given(st.text(st.characters(exclude_characters="\0")))
def test_any_utf8_text_is_kept_letter_for_letter(text: str) -> None:
    try:
        article = read_article(("x" + text).encode("utf-8", "ignore"))
    except NotText:
        return
    kept = text.encode("utf-8", "ignore").decode()
    assert article.text == "x" + kept.replace("\r\n", "\n").replace("\r", "\n")
