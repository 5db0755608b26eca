"""Word and PDF documents, made by programs that write them."""

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from mapapp.errors import EmptyInput, NotText, ReadingError
from mapapp.pipeline import annotate
from mapapp.reading import read_article
from mapapp.reading.lines import Line, paragraphs, without_furniture

STORY = (
    "On 5 May 1992 delegates met in Tabriz and spoke of a truce between the parties to the war.",
    "Three days later the well-known envoy flew to Baku. He left Tbilisi on 12 May, and nobody"
    " would say whether the talks had come to anything, or whether they would go on in the autumn.",
)


def pdf(*paragraphs: str, title: str = "", key: StandardEncryption | None = None) -> bytes:
    """A document with a running head and page numbers, its text over several pages."""
    styles = getSampleStyleSheet()
    out = io.BytesIO()

    def furnish(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(72, A4[1] - 40, "Journal of Borders, volume 12")
        canvas.drawCentredString(A4[0] / 2, 30, str(document.page))

    story = [Paragraph("Truce and Talks", styles["Heading1"])] if not title else []
    for words in paragraphs:
        story += [Paragraph(words, styles["Normal"]), Spacer(1, 12)]
    document = SimpleDocTemplate(out, pagesize=A4, title=title, encrypt=key)
    document.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def test_pdf_is_its_paragraphs() -> None:
    article = read_article(pdf(*STORY), name="talks.pdf")
    # On one page nobody can tell a running head.
    head = "Journal of Borders, volume 12"
    assert article.text.split("\n\n") == [head, "Truce and Talks", *STORY]
    assert [span.of(article.text) for span in article.headings] == [head, "Truce and Talks"]


def test_pdf_without_running_heads_and_over_the_ends_of_pages() -> None:
    names = [f"{first}{second}rov" for first in "ABDGKMNRST" for second in ("a", "e", "i", "o")]
    told = [f"{words} So {name} wrote to {name[::-1]}." for name in names for words in STORY]
    article = read_article(pdf(*told, title="Of borders"), name="talks.pdf")
    assert article.title == "Of borders"
    assert article.text.split("\n\n") == told


def test_pdf_gives_the_same_events_as_its_text() -> None:
    told = annotate(read_article(pdf(*STORY), name="talks.pdf")).events
    plain = annotate(read_article("\n\n".join(STORY).encode(), name="talks.txt")).events
    assert [(event.title, event.when) for event in told] == [
        (event.title, event.when) for event in plain
    ]
    assert told


def test_pdf_that_nobody_can_read() -> None:
    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.rect(100, 100, 300, 300)
    canvas.save()
    with pytest.raises(EmptyInput, match=r"scan\.pdf holds no text.*OCR"):
        read_article(blank.getvalue(), name="scan.pdf")
    with pytest.raises(NotText, match=r"secret\.pdf wants a password"):
        read_article(pdf(*STORY, key=StandardEncryption("abc")), name="secret.pdf")
    with pytest.raises(NotText, match=r"torn\.pdf is a damaged PDF"):
        read_article(b"%PDF-1.7 and no more", name="torn.pdf")


@pytest.mark.parametrize("title", ["report_final_v3.docx", "Microsoft Word - notes", "untitled"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read_article(pdf(*STORY * 40, title=title), name="talks.pdf").title == ""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("The mili-", "tary talks."), "The military talks."),
        (("The Turkish-", "Azerbaijani talks."), "The Turkish-Azerbaijani talks."),
        (("A long-", "term plan, long-term as ever."), "A long-term plan, long-term as ever."),
        (("From 1992-", "94 they met."), "From 1992-94 they met."),
        (("They met", "in Baku."), "They met in Baku."),
    ],
)
def test_words_broken_at_the_margin(printed: tuple[str, ...], expected: str) -> None:
    (only,) = paragraphs([[Line(text) for text in printed]])
    assert only.text == expected


def test_a_table_of_numbers_keeps_those_within_the_page() -> None:
    page = [Line(text) for text in ("Losses", "by year", "12", "14", "by month", "the end")]
    assert [line.text for line in without_furniture([page])[0]] == [line.text for line in page]


def word(tmp_path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "Word Document"
    document.add_heading("Truce and Talks", level=0)
    document.add_paragraph(STORY[0])
    document.add_heading("Later", level=1)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "12 May 1994"
    table.rows[0].cells[1].text = "Ceasefire in Bishkek"
    file = tmp_path / "talks.docx"
    document.save(str(file))
    return file


def test_word_document_with_headings_and_a_table(tmp_path: Path) -> None:
    article = read_article(word(tmp_path))
    assert article.title == "Truce and Talks"
    assert [span.of(article.text) for span in article.headings] == ["Truce and Talks", "Later"]
    assert STORY[0] in article.text
    assert "12 May 1994" in article.text
    assert "Ceasefire in Bishkek" in article.text


def test_word_document_whatever_it_is_called(tmp_path: Path) -> None:
    assert read_article(word(tmp_path).read_bytes(), name="article.txt").title == "Truce and Talks"


def test_damaged_word_document(tmp_path: Path) -> None:
    data = bytearray(word(tmp_path).read_bytes())
    at = data.index(b"word/document.xml") + 30
    data[at : at + 200] = bytes(200)
    with pytest.raises(NotText, match=r"talks\.docx is a damaged Word document"):
        read_article(bytes(data), name="talks.docx")


@settings(max_examples=60)
@given(st.sampled_from([pdf(*STORY)]), st.data())
def test_any_damage_ends_in_text_or_a_clear_error(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(5, len(whole) - 1))
    torn = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + 4 :]
    try:
        text = read_article(torn, name="torn.pdf").text
    except ReadingError as error:
        text = str(error)
    assert "torn.pdf" in text or "Journal" in text or "delegates" in text
