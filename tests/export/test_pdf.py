"""The PDF as a reader sees it: read back with pypdf."""

import io
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from kanaalwaarden import paths
from kanaalwaarden.core.blocks import Bullets, Document, Heading, Legend, Paragraph, Section, Table, TableCell
from kanaalwaarden.core.divergence import cells_of
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, SCALES, Conclusion, MinorityNote, Rating, Session, session_of
from kanaalwaarden.core.picture import picture_of
from kanaalwaarden.core.value_table import value_table
from kanaalwaarden.export.formats import Options, export_bytes
from kanaalwaarden.export.pdf import pdf_bytes
from kanaalwaarden.export.pdf_marks import Grid, Marks
from kanaalwaarden.tagged.fonts import BOLD, REGULAR, Faces
from tests import samples
from tests.core.test_talk_table import OWNER, two_rounds

WORDS = {
    "page": "bladzijde {page} van {pages}", "page_number": "bladzijde", "replaced": "Vervangen door {shown}: {names}.", "open": "open",
    "part": "{first}-{last}",
}  # fmt: skip


def made(session: Session, language: str = "nl") -> PdfReader:
    return PdfReader(io.BytesIO(pdf_bytes(value_table(session, samples.labels(language)))))


def page_texts(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def text(reader: PdfReader) -> str:
    return " ".join(page_texts(reader))


def squeezed(told: str) -> str:
    """Without white space: names are broken over lines where a column is narrow."""
    return "".join(told.split())


def document(*blocks: object, **more: object) -> Document:
    return Document("Proef", "nl", [Section(list(blocks))], footer="Proef", words=WORDS, **more)  # type: ignore[arg-type]


def fonts(reader: PdfReader) -> dict[str, bool]:
    """Every font of every page, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            loaded = font.get_object()
            found[str(loaded["/BaseFont"])] = "/FontFile2" in loaded.get("/FontDescriptor", {})
    return found


@pytest.fixture(scope="module")
def waterrijk() -> PdfReader:
    return made(samples.example(samples.WATERRIJK))


def test_paper_title_and_language(waterrijk: PdfReader) -> None:
    for page in waterrijk.pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (842, 595)
    assert waterrijk.metadata
    assert waterrijk.metadata.title == "Waardentabel · Sociale media 2026 (fictieve gemeente)"
    assert waterrijk.metadata.author == "Gemeente Waterrijk (fictief)"
    assert waterrijk.root_object["/Lang"] == "nl-NL"
    assert waterrijk.root_object["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


def test_every_font_is_embedded_and_ours(waterrijk: PdfReader) -> None:
    found = fonts(waterrijk)
    assert all(found.values())
    assert all("KanaalSans" in name or "DejaVu" in name for name in found)


def test_all_names_reasons_and_notes_are_in_it(waterrijk: PdfReader) -> None:
    session = samples.example(samples.WATERRIJK)
    told = squeezed(text(waterrijk))
    for each in [*session.values, *session.platforms, *session.disciplines]:
        assert squeezed(each.name) in told
    for cell in cells_of(session):
        for _, rating in cell.dissenting:
            assert squeezed(rating.reason) in told
    for note in session.tables[MinorityNote.TABLE].values():
        assert squeezed(note.text) in told


def test_the_first_page_is_the_picture(waterrijk: PdfReader) -> None:
    first = page_texts(waterrijk)[0]
    for word in ("Waardentabel", "Transparantie", "Mastodon", "tegenpolen", "privacy"):
        assert word in first
    for word in ("Wie zat aan tafel", "Afwezig: niemand", "Er is niet gemiddeld"):
        assert word in first


def test_every_page_has_its_number(waterrijk: PdfReader) -> None:
    pages = page_texts(waterrijk)
    for number, told in enumerate(pages, 1):
        assert f"bladzijde {number} van {len(pages)}" in told
        assert "Gemeente Waterrijk (fictief)" in told


def test_no_page_is_nearly_empty(waterrijk: PdfReader) -> None:
    assert min(len(told) for told in page_texts(waterrijk)) > 400


def test_parts_in_bold_are_drawn_in_bold_and_obeyed_as_nothing_else() -> None:
    reader = PdfReader(io.BytesIO(pdf_bytes(document(Paragraph("<b>A</b> & B", "muted", bold=[(0, 8), (11, 1)])))))
    faces: dict[str, str] = {}

    def visit(told: str, _cm: object, _tm: object, font: dict[str, object] | None, _size: float) -> None:
        faces[str((font or {}).get("/BaseFont", ""))] = faces.get(str((font or {}).get("/BaseFont", "")), "") + told

    reader.pages[0].extract_text(visitor_text=visit)
    bold = "".join(told for face, told in faces.items() if "Bold" in face)
    assert squeezed(bold).startswith("<b>A</b>B")
    assert "&" in "".join(told for face, told in faces.items() if "Bold" not in face)


def test_bookmarks_lead_to_their_pages(waterrijk: PdfReader) -> None:
    found = []

    def walk(entries: Sequence[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                found.append((entry.title, waterrijk.get_destination_page_number(entry)))  # type: ignore[attr-defined, arg-type]

    walk(waterrijk.outline)
    pages = page_texts(waterrijk)
    assert found[0] == ("Waardentabel", 0)
    assert len(found) > 30
    for title, page in found:
        assert page is not None
        assert title in pages[page]


@pytest.mark.parametrize("name", [samples.WATERRIJK, samples.UTRECHT])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_session_gives_the_same_bytes(name: str, language: str) -> None:
    document = value_table(samples.example(name), samples.labels(language))
    assert pdf_bytes(document) == pdf_bytes(document)


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests import samples; from kanaalwaarden.core.value_table import value_table;"
        "from kanaalwaarden.export.pdf import pdf_bytes;"
        "print(hashlib.sha256(pdf_bytes(value_table(samples.example(samples.WATERRIJK), samples.labels()))).hexdigest())"
    )
    hashes = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(hashes) == 1


def test_one_voice_has_its_three_columns() -> None:
    told = text(made(samples.example(samples.UTRECHT)))
    assert "Waarde Conclusie Toelichting" in told
    assert "Niet uitgesplitst" in told
    assert "Veel negatieve invloed" in told


def test_reportlab_is_not_imported_before_it_is_needed() -> None:
    code = "import sys, kanaalwaarden.export, kanaalwaarden.export.csv, kanaalwaarden.core.value_table; print('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


scales = st.sampled_from(sorted(SCALES))


@settings(max_examples=40)
@given(st.data())
def test_who_stands_alone_is_on_paper_by_name(data: st.DataObject) -> None:
    scale = data.draw(scales)
    answers = data.draw(st.lists(st.sampled_from([*SCALES[scale], NO_JUDGEMENT, ""]), min_size=3, max_size=9))
    names = [f"{name} van de gemeente" for name in ("abt", "bode", "cijfers", "duin", "erf", "fiets", "gras", "haven", "ijs")]
    session = samples.rated(answers, scale, names[: len(answers)], reason="vanwege het uitzicht")
    told = squeezed(text(made(session)))
    for each in cells_of(session)[0].alone:
        assert squeezed(each.name) in told.split(squeezed("Wie er anders over denkt"))[1]
        assert squeezed("vanwege het uitzicht") in told


TORTURE = [
    "R&D <optie> & </b> <b>onaf &amp; <img src='file:///etc/passwd'/> <font size=900>",
    "x" * 300,
    "שלום مرحبا Привет Ελληνικά → ≤ ✓ 日本",
    "😀 \U0001f600 e\u0301 a\u0300\u0301 👩\u200d💻 \ufe0f",
    "regel 1\n\nregel 3\ttab",
    "=1+1 ' \" ; {page} %s \\n \\(",
    "Ōŗŝŭŋ ĳ ș ț € – ‘’ “”",
]


def tortured() -> Session:
    session = samples.full(3, 3, 7, reason="Reden {n}")
    records = []
    for each in session.records():
        if isinstance(each, Rating):
            number = int(each.discipline[1:]) - 1
            each = replace(each, reason=TORTURE[number], condition=TORTURE[-number])
        records.append(each)
    session = session_of(records)
    for table in ("value", "platform", "discipline"):
        for key, each in list(session.tables[table].items()):
            number = each.position - 1
            session.tables[table][key] = replace(each, name=" ".join((TORTURE[number] + str(number)).split())[:200])
    session.tables["conclusion"][("w1", "")] = Conclusion("w1", "", "veel", TORTURE[0])
    session.tables["minority_note"][("w1", "p1", "d1")] = MinorityNote("w1", "p1", "d1", "Lang. " * 3000)
    session.tables["rating"][(1, "d7", "p2", "w2")] = Rating(1, "d7", "p2", "w2", "veel", "Lange reden. " * 1600, "W" * 20_000)
    session._ordered.clear()
    return session


@pytest.fixture(scope="module")
def torture() -> PdfReader:
    return made(tortured())


def test_markup_is_text(torture: PdfReader) -> None:
    told = squeezed(text(torture))
    assert squeezed(TORTURE[0]) in told
    assert squeezed(TORTURE[5]) in told
    assert squeezed(TORTURE[6]) in told


def test_nothing_is_dropped(torture: PdfReader) -> None:
    told = squeezed(text(torture))
    assert "x" * 300 in told
    assert told.count("Lange") >= 1600  # a page may end between the two words
    assert told.count("reden.") >= 1600
    assert told.count("Lang.") >= 3000
    assert told.count("W") >= 20_000
    for word in ("→", "≤", "✓", "Привет", "Ελληνικά", "😀"):
        assert word in told
    for word in ("שלום", "مرحبا"):  # pypdf takes their order from the paper, where they are drawn from the left
        assert word[::-1] in told


def test_what_no_font_has_is_named(torture: PdfReader) -> None:
    last = page_texts(torture)[-1]
    assert "U+65E5 CJK UNIFIED IDEOGRAPH-65E5" in last
    assert "U+1F469 WOMAN" in last
    assert "\ufffd" in text(torture)
    assert all(fonts(torture).values())


def test_a_session_of_names_that_fill_the_paper() -> None:
    session = samples.full(2, 2, 3)
    for table in ("value", "platform", "discipline"):
        for key, each in list(session.tables[table].items()):
            session.tables[table][key] = replace(each, name="W" * 199 + str(each.position))
    session._ordered.clear()
    told = squeezed(text(made(session)))
    assert told.count("W" * 199 + "1") >= 3


@pytest.mark.parametrize("disciplines", [1, 2, 20, 60])
@pytest.mark.parametrize("scale", sorted(SCALES))
def test_any_number_of_seats(disciplines: int, scale: str) -> None:
    session = samples.full(2, 3, disciplines, scale)
    told = text(made(session))
    for each in session.disciplines:
        assert each.code in told


def test_a_large_session() -> None:
    session = samples.full(12, 8, 20)
    reader = made(session)
    pages = page_texts(reader)
    told = squeezed(" ".join(pages))
    assert f"bladzijde {len(pages)} van {len(pages)}" in pages[-1]
    assert all(squeezed(each.name) in told for each in [*session.values, *session.platforms, *session.disciplines])


# Any document


def test_all_blocks_on_both_kinds_of_paper() -> None:
    blocks = [
        Heading(1, "Titel"), Heading(3, "Te diep"), Paragraph("Lopend", lead="Vooraf"), Bullets(["een", "twee & drie"]),
        Legend([("geen", "geen")] * 30, "een toelichting"), Paragraph("Citaat", "quote"),
        Table([], [[TableCell("los")]], caption="Bijschrift"),
        Table([TableCell("leeg")], []), Paragraph("Sterk", "strong"), Heading(4, "Dieper"),
    ]  # fmt: skip
    sections = [Section(blocks), Section([Paragraph("staand")], landscape=False), Section([Paragraph("nieuw")], True, False)]
    reader = PdfReader(io.BytesIO(pdf_bytes(Document("T", "nl", sections, words=WORDS))))
    told = text(reader)
    words = ("Titel", "Te diep", "Vooraf Lopend", "twee & drie", "een toelichting", "Citaat", "los", "Bijschrift", "Sterk", "Dieper")
    assert [word for word in (*words, "staand", "nieuw") if word not in told] == []
    assert [round(float(page.mediabox.width)) for page in reader.pages] == [842, 595, 595]
    assert all(fonts(reader).values())


def test_an_empty_document() -> None:
    assert len(PdfReader(io.BytesIO(pdf_bytes(Document("T", "nl", [], words=WORDS)))).pages) == 1


@settings(max_examples=30)
@given(st.text(max_size=400))
def test_any_text_can_be_printed(told: str) -> None:
    table = Table([TableCell(told)], [[TableCell(told, note=told)]])
    blocks = (Heading(1, told), Paragraph(told, "muted"), Paragraph(told, lead=told), table, Paragraph(told, "quote", told))
    reader = PdfReader(io.BytesIO(pdf_bytes(document(*blocks, Bullets([told]), Legend([("geen", told)], told)))))
    assert all(fonts(reader).values())


def test_the_seven_bit_detour_is_off(waterrijk: PdfReader) -> None:
    filters = waterrijk.pages[0]["/Contents"].get_object()["/Filter"]  # type: ignore[index]
    assert list(filters if isinstance(filters, ArrayObject) else [filters]) == ["/FlateDecode"]


def test_runs_by_coverage() -> None:
    faces = Faces()
    assert faces.runs("kort") == ((REGULAR, "kort"),)
    assert faces.runs("a → b", BOLD) == ((BOLD, "a "), ("DejaVuSans-Bold", "→"), (BOLD, " b"))
    assert faces.runs("日") == (("DejaVuSans", "\ufffd"),)
    assert faces.replaced() == "U+65E5 CJK UNIFIED IDEOGRAPH-65E5"
    assert faces.markup("a<b>\nc") == "a&lt;b&gt;<br/>c"


def test_a_session_of_two_rounds_tells_what_was_said_and_no_name_of_a_person() -> None:
    reader = made(two_rounds())
    told = text(reader)
    for part in (
        "R2",
        "Het gesprek",
        "Feit of gevolg",
        "Over de formulering van de waarde",
        "Voor wie dit onbespreekbaar is",
        "Geopend op 14",
    ):
        assert part in told
    assert "privacy: van veel naar matig, omdat: Uitleg op de pagina helpt" in told
    assert OWNER not in told
    assert OWNER not in str(reader.metadata)
    assert "R2" not in page_texts(reader)[0]
    english = text(made(two_rounds(), "en"))
    assert "The conversation" in english
    assert "For whom this is not up for discussion" in english


class Recorder:
    """Stands in for a canvas of reportlab: notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[object, ...], dict[str, object]]] = []

    def __getattr__(self, name: str) -> object:
        def note(*given: object, **more: object) -> "Recorder":
            self.asked.append((name, given, more))
            return self

        return note


def test_a_place_that_was_left_is_a_hollow_dashed_box_and_what_is_ruled_out_is_filled() -> None:
    session = two_rounds()
    tokens = paths.read_json("look/tokens.json")
    marks, grid, canvas = Marks(tokens, Faces(), "open"), Grid.of(tokens, 4), Recorder()
    drawn = picture_of(session, samples.labels("nl"), session.values[0], session.platforms[0], 2)
    marks._ghosts(canvas, drawn, grid, 0, 100)
    boxes = [more for name, _, more in canvas.asked if name == "roundRect"]
    assert boxes == [{"stroke": 1, "fill": 0}] * 2
    assert [given for name, given, _ in canvas.asked if name == "setDash"] == [([1.8, 1.2],), ([],)]
    assert [given[2:4] for name, given, _ in canvas.asked if name == "roundRect"] == [grid.mark] * 2
    seat = next(seat for seat in drawn.seats if seat.effect == RULED_OUT)
    assert seat.lane == grid.lanes
    canvas = Recorder()
    marks._chip(canvas, seat, grid, 0, 100)
    fills = [given[0] for name, given, _ in canvas.asked if name == "setFillColor"]
    assert fills[0] == marks.ink("text")
    assert next(more for name, _, more in canvas.asked if name == "roundRect") == {"stroke": 1, "fill": 1}


def test_paper_has_every_symbol_of_the_tokens() -> None:
    tokens = paths.read_json("look/tokens.json")
    marks = Marks(tokens, Faces(), "open")
    for key in tokens["color"]["light"]["symbol_ink"]:
        canvas = Recorder()
        marks.symbol(canvas, key, 5, 5, 10)
        assert len(canvas.asked) > 5, key


def test_marks_of_many_disciplines_go_to_the_next_page_where_they_do_not_fit() -> None:
    """The picture of a cell with 50 disciplines is high: wherever it comes on the page, the file is made."""
    session = samples.full(3, 12, 50)
    data = export_bytes(session, "pdf", samples.labels(), samples.prompts(), Options(parts=("values",), attachments=False))
    assert len(PdfReader(io.BytesIO(data)).pages) > 20
