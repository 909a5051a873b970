"""The value table as blocks and as CSV rows: everybody who stands apart is in it, by name and with the reason."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from kanaalwaarden.core import intents
from kanaalwaarden.core.blocks import Block, Document, Heading, Legend, Paragraph, Table
from kanaalwaarden.core.divergence import cells_of, discuss_first
from kanaalwaarden.core.model import MinorityNote, Rating, Round, Session, session_of
from kanaalwaarden.core.text import undefuse
from kanaalwaarden.core.value_table import value_table, value_table_rows
from kanaalwaarden.export.csv import csv_bytes
from tests import samples

NL, EN = samples.labels("nl"), samples.labels("en")


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def headings(document: Document, level: int = 2) -> list[str]:
    return [block.text for block in blocks(document) if isinstance(block, Heading) and block.level == level]


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


def words(document: Document) -> str:
    """Every text in the document."""
    found: list[str] = []
    for block in blocks(document):
        match block:
            case Heading() | Paragraph():
                found += [getattr(block, "lead", ""), block.text]
            case Legend():
                found += [*(word for _, word in block.entries), block.note]
            case Table():
                found += [part for row in [block.head, *block.rows] for cell in row for part in (cell.text, cell.note)]
    return "\n".join(found)


def test_the_codes_of_the_marks_are_bold_in_the_composition() -> None:
    session = samples.example(samples.WATERRIJK)
    away = session.disciplines[2]
    session.apply([intents.Edit(away, replace(away, absent=True))])
    who = next(block for block in blocks(value_table(session, NL)) if isinstance(block, Paragraph) and block.lead == "Wie zat aan tafel")
    here = [each for each in session.disciplines if not each.absent]
    assert [who.text[start : start + length] for start, length in who.bold] == [each.code for each in [*here, session.disciplines[2]]]
    assert all(who.text[start + length] == "\u00a0" for start, length in who.bold)


def test_the_example_has_every_part() -> None:
    session = samples.example(samples.WATERRIJK)
    document = value_table(session, NL)
    assert headings(document, 1) == ["Waardentabel"]
    assert headings(document) == [
        "Conclusies per waarde", "Conclusies per platform", "Wie er anders over denkt", "Voorwaarden van wie niet apart staat",
        "Waarden en definities",
    ]  # fmt: skip
    pictures = tables(document)[0]
    assert [cell.text for cell in pictures.head] == ["Waarde", *(each.name for each in session.platforms)]
    assert [row[0].text for row in pictures.rows] == [each.label for each in session.values]
    assert all(cell.picture and cell.text for row in pictures.rows for cell in row[1:])
    assert [cell.text for cell in tables(document)[1].head] == ["Waarde", "Conclusie", "Toelichting"]
    assert headings(document, 3) == [f"{cell.value.name} × {cell.platform.name}" for cell in discuss_first(session)]
    told = words(document)
    assert "Fictief voorbeeld" in told
    assert "CO\u00a0communicatie · DV\u00a0dienstverlening" in told
    assert "Afwezig: niemand." in told
    assert "12 maart 2026" in told
    assert "Er is niet gemiddeld" in told
    assert session.case.source in told
    assert document.footer == "Sociale media 2026 (fictieve gemeente) · Gemeente Waterrijk (fictief)"


def test_every_reason_outside_the_largest_group_and_every_minority_note_is_there() -> None:
    session = samples.example(samples.WATERRIJK)
    told = words(value_table(session, NL))
    for cell in discuss_first(session):
        for each, rating in cell.dissenting:
            assert each.name in told
            assert (rating.reason or "geen toelichting gegeven") in told
            assert rating.condition in told
    notes = session.tables[MinorityNote.TABLE].values()
    assert notes
    assert all(note.text in told for note in notes)
    assert "(bevestigd)" in told
    assert "(nog niet bevestigd)" in told


@given(samples.sessions())
def test_who_stands_alone_is_in_the_document_and_in_the_csv(session: Session) -> None:
    open_session = session_of([replace(session.case, one_voice=False), *list(session.records())[1:]])
    for labels in (NL, EN):
        document = value_table(open_session, labels)
        listed = [table for table in tables(document) if table.head[0].text == labels("table.discipline")]
        dissent = [[cell.text for cell in row] for table in listed for row in table.rows]
        for number in open_session.rounds:
            for cell in cells_of(open_session, number):
                for each in cell.alone:
                    rating = open_session.standing(number, each.id, cell.platform.id, cell.value.id)
                    assert rating is not None
                    assert any(row[0] == each.name and row[2] == (rating.reason or labels("table.no_reason")) for row in dissent)
        rows = [row for row in value_table_rows(open_session, labels)[1:] if row[5]]
        for cell, row in zip(cells_of(open_session, open_session.rounds[-1]), rows, strict=True):
            assert undefuse(row[6]) == ", ".join(each.name for each in cell.alone)
        told = words(document)
        assert all(note.text in told for note in open_session.tables[MinorityNote.TABLE].values())


@given(samples.sessions())
def test_the_rows_survive_the_csv(session: Session) -> None:
    rows = value_table_rows(session, NL)
    back = list(csv.reader(io.StringIO(csv_bytes(rows).decode("utf-8"), newline=""), delimiter=";"))
    assert [tuple(row) for row in back] == rows
    assert len(rows) == 1 + len(session.values) * (len(session.platforms) + 1)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_the_rows_of_one_cell() -> None:
    names = ["a", "b", "c", "d", "e", "f", "g", "h", "privacy"]
    session = samples.rated(["geen"] * 8 + ["veel"], names=names)
    session = session_of([*session.records(), MinorityNote("w1", "p1", "d9", "Toch niet.")])
    assert value_table_rows(session, NL) == [
        ("waarde", "platform", "conclusie", "toelichting", "staat", "verdeling", "afwijkend", "minderheid"),
        ("waarde 1", "platform 1", "", "", "tegenpolen", "geen=8 matig=0 veel=1 geen_oordeel=0", "privacy", "privacy: Toch niet."),
        ("waarde 1", "alle", "", "", "", "", "", ""),
    ]
    english = value_table_rows(session, EN)
    assert english[0] == value_table_rows(session, NL)[0]
    assert english[1][4:6] == ("opposites", "geen=8 matig=0 veel=1 geen_oordeel=0")


def test_the_rows_of_one_voice() -> None:
    rows = value_table_rows(samples.example(samples.UTRECHT), NL)
    whole = [row for row in rows if row[1] == "alle"]
    assert [(row[0], row[2], row[4]) for row in whole[:5:4]] == [
        ("Transparantie", "geen", "niet uitgesplitst"),
        ("Betrouwbaarheid", "matig", "niet uitgesplitst"),
    ]
    assert {row[4] for row in rows[1:]} == {"niet uitgesplitst"}


def test_a_session_with_one_voice_has_no_pictures_and_says_why() -> None:
    session = samples.example(samples.UTRECHT)
    document = value_table(session, NL)
    assert not any(cell.picture for table in tables(document) for row in table.rows for cell in row)
    told = words(document)
    assert "Niet uitgesplitst" in told
    assert headings(document) == ["Waarden en definities"]
    assert [row[0].text for row in tables(document)[0].rows] == [each.name for each in session.values]
    assert all(each.name in told for each in [*session.disciplines, *session.platforms])
    assert "Er is niet gemiddeld" not in told  # nobody knows how that one outcome came about


@pytest.mark.parametrize("session", [Session(), samples.grid(2, 0, 1), samples.grid(0, 2, 1)])
def test_an_empty_session_says_so(session: Session) -> None:
    for labels in (NL, EN):
        document = value_table(session, labels)
        assert labels("table.empty") in words(document)
        assert len(value_table_rows(session, labels)) == 1 + len(session.values)


def test_names_of_people_never_leave() -> None:
    session = samples.rated(["geen", "veel", "veel"])
    people = session_of([replace(each, people="Jan Jansen") if hasattr(each, "people") else each for each in session.records()])
    assert "Jan" not in repr(value_table(people, NL))
    assert "Jan" not in repr(value_table_rows(people, NL))


def test_who_is_absent_and_who_has_not_finished() -> None:
    session = samples.rated(["geen", "", ""], names=["privacy", "ICT", "archief"])
    session = session_of([replace(each, absent=True) if getattr(each, "name", "") == "archief" else each for each in session.records()])
    told = words(value_table(session, NL))
    assert "Afwezig: AR\u00a0archief." in told
    assert "Nog niet klaar met beoordelen: ICT (0 van 1)." in told
    assert "AR\u00a0archief · " not in told


def test_a_table_for_every_round_and_nobody_lost_on_the_way() -> None:
    session = samples.rated(["geen", "geen", "veel"], reason="eerst")
    session = session_of([*session.records(), Round(1), Round(2), Rating(2, "d3", "p1", "w1", "geen", "overtuigd")])
    document = value_table(session, NL)
    assert headings(document)[:2] == ["Ronde 1", "Ronde 2"]
    assert document.sections[1].new_page
    pictures = [cell.picture for table in tables(document) for row in table.rows for cell in row if cell.picture]
    assert [picture.divergence for picture in pictures] == ["tegenpolen", "eensgezind"]
    assert "Wie er anders over denkt, ronde 1" in headings(document)
    dissent = next(table for table in tables(document) if table.head[0].text == "Discipline")
    assert [(row[0].text, row[2].text) for row in dissent.rows] == [("discipline 3", "eerst")]


def test_a_note_on_a_cell_without_difference_is_printed_too() -> None:
    session = samples.rated(["geen", "geen"])
    session = session_of([*session.records(), MinorityNote("w1", "p1", "d1", "Met pijn in het hart.")])
    document = value_table(session, NL)
    assert headings(document)[-2] == "Minderheidsstandpunten waar niemand een ander niveau koos"
    assert "waarde 1 × platform 1: Minderheidsstandpunt van discipline 1" in words(document)


def test_a_changed_definition_is_told_with_its_moment() -> None:
    session = samples.rated(["geen"])
    for text in ("Eerst zo.", "Later zo."):
        session.apply(intents.update(session, session.values[0], "2026-11-14T10:00:00", definition=text).edits)
    told = words(value_table(session, NL))
    assert "Definitie gewijzigd op 14 november 2026, na de eerste beoordeling." in told
    assert "Eerder stond er: Eerst zo." in told


@given(samples.sessions())
def test_no_session_breaks_it_and_every_block_has_words(session: Session) -> None:
    for labels in (NL, EN):
        document = value_table(session, labels)
        for table in tables(document):
            assert table.rows
            assert all(len(row) == len(table.head) for row in table.rows)
            assert not table.widths or (len(table.widths) == len(table.head) and abs(sum(table.widths) - 1) < 1e-9)
