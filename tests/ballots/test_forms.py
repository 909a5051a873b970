"""Forms: made, filled in by other programs, and taken in again, exactly and without showing anything."""

import ctypes
import io
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2.raw as pdfium
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument

from kanaalwaarden.ballots.forms import FORMATS, form_bytes, read_form, read_forms
from kanaalwaarden.cli import main
from kanaalwaarden.core.ballot import Given, make_forms, merge, report, report_line, taken_lines
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.intents import clean_fields, next_round, rate, update
from kanaalwaarden.core.model import SCALES, Form, Rating, Session
from tests import samples
from tests.ballots.filling import AT, cells, fill, form, sheet, with_forms
from tests.verapdf import assert_conform

LANGUAGES = [samples.labels("nl"), samples.labels("en")]
HOSTILE = '<b>&"=1+1 \u2028 ë – € ( ) \\ %\nregel twee \U0001f600'


def answers_of(session: Session, seed: int) -> dict[tuple[str, str], Given]:
    """An answer on every cell, another for each discipline; some with everything that can be said."""
    levels = [*SCALES[session.case.scale], "geen_oordeel"]
    found = {}
    for place, cell in enumerate(cells(session)):
        effect = levels[(place * 7 + seed * 3) % len(levels)]
        reason = HOSTILE if place % 5 == seed % 5 else f"Reden {place} van {seed}." if place % 2 else ""
        kind = "feit" if reason and place % 4 == 1 else "zienswijze"
        found[cell] = Given(effect, reason, kind, "Mits dit." if place % 9 == 0 else "")
    return found


def filled(session: Session, discipline: str, format_: str, answers: dict[tuple[str, str], Given], language: str = "nl") -> bytes:
    return fill(form(session, discipline, format_, language), session, answers, language)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_whole_round_of_nine_disciplines_comes_back_exactly(format_: str) -> None:
    session = with_forms(samples.grid(7, 6, 9, "tweezijdig"))
    wanted = {each.id: answers_of(session, place) for place, each in enumerate(session.disciplines)}
    files: list[tuple[str, bytes | Refused]] = []
    for each in session.disciplines:
        files.append((f"{each.name}.{format_}", filled(session, each.id, format_, wanted[each.id], "en" if each.id == "d2" else "nl")))
    told = report(session, read_forms(files, LANGUAGES))
    assert [each.discipline for each in told] == [each.id for each in session.disciplines]
    assert all(each.ready for each in told), [report_line(session, LANGUAGES[0], each) for each in told]
    session.apply(merge(session, [(each, ()) for each in told], AT).edits)
    for each in session.disciplines:
        for (platform, value), given in wanted[each.id].items():
            rating = session.rating(1, each.id, platform, value)
            assert rating is not None
            text = clean_fields(Rating, {"reason": given.reason})["reason"]  # as if it had been typed in the window
            found = Given(rating.effect, rating.reason, rating.reason_kind, rating.condition)
            assert found == replace(given, reason=text)
    assert len(taken_lines(session, LANGUAGES[0])) == 9
    assert from_exchange(to_exchange(session)).tables[Form.TABLE] == session.tables[Form.TABLE]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_form_knows_its_own_discipline_and_nothing_of_the_others(format_: str) -> None:
    session = with_forms(samples.full(2, 2, 3))
    other = session.disciplines[1]
    for each in session.ratings:
        if each.discipline == "d1":
            assert each.reason
    data = form(session, "d1", format_)
    if format_ == "pdf":
        reader = PdfReader(io.BytesIO(data))
        contents = [str(each.get("/V")) for each in (reader.get_fields() or {}).values()]
        text = " ".join([*(page.extract_text() for page in reader.pages), *contents])
    else:
        book = load_workbook(io.BytesIO(data))
        text = " ".join(str(cell) for page in book.worksheets for row in page.iter_rows(values_only=True) for cell in row if cell)
    assert session.disciplines[0].name in text
    assert other.name not in text
    assert session.tables[Form.TABLE]["d1",].key in text
    assert session.tables[Form.TABLE]["d2",].key not in text
    again = read_form(data, LANGUAGES)
    assert all(given.effect for given in again.answers.values()), "its own answers are on it already"


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_form_gives_the_same_bytes(format_: str) -> None:
    session = with_forms(samples.grid(2, 2, 2))
    assert form(session, "d1", format_) == form(session, "d1", format_)


def test_only_what_may_be_filled_in_is_open_in_the_excel_form() -> None:
    session = with_forms(samples.grid(2, 2, 2))
    book = load_workbook(io.BytesIO(form(session, "d1", "xlsx")))
    page, hidden = book.worksheets[0], book["kanaalwaarden"]
    assert page.protection.sheet
    open_ = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert open_ == {f"{column}{row}" for column in "CDEF" for row in range(8, 12)}
    assert len(page.data_validations.dataValidation) == 2
    assert hidden.sheet_state == "veryHidden"
    assert len(book.worksheets) == 3
    assert not [cell for each in book.worksheets for row in each.iter_rows() for cell in row if cell.data_type == "f"]


def test_conflicts_are_told_and_decided_by_somebody() -> None:
    session = with_forms(samples.grid(1, 2, 2))
    data = filled(session, "d1", "xlsx", {("p1", "w1"): Given("veel", "formulier"), ("p2", "w1"): Given("geen")})
    session.apply(rate(session, 1, "d1", "p1", "w1", "matig").edits)
    (told,) = report(session, read_forms([("a.xlsx", data)], LANGUAGES))
    assert set(told.notes) == {"changed"}
    assert [(each.session.effect, each.form.effect) for each in told.conflicts] == [("matig", "veel")]
    assert not told.ready
    kept = from_exchange(to_exchange(session))
    kept.apply(merge(kept, [(told, ())], AT).edits)
    assert [kept.rating(1, "d1", each, "w1").effect for each in ("p1", "p2")] == ["matig", "geen"]  # type: ignore[union-attr]
    session.apply(merge(session, [(told, [("p1", "w1")])], AT).edits)
    assert session.rating(1, "d1", "p1", "w1").effect == "veel"  # type: ignore[union-attr]
    assert "formulier 1, sessie 0" in taken_lines(session, LANGUAGES[0])[0]
    assert "formulier 0, sessie 1" in taken_lines(kept, LANGUAGES[0])[0]


def test_what_a_form_is_told_of() -> None:
    session = with_forms(samples.grid(1, 2, 2))
    half = filled(session, "d1", "pdf", {("p1", "w1"): Given("veel")})
    strange = samples.grid(1, 2, 2)
    keys = {"d1": "f" * 32}
    strange.apply(make_forms(strange, keys, AT).edits)
    foreign = form(strange, "d1", "pdf")
    files = [("a", half), ("b", half), ("c", foreign), ("d", b"hallo"), ("e", Refused("file_missing", path="e"))]
    told = report(session, read_forms(files, LANGUAGES))
    assert told[0].notes == ["incomplete", "twice"] == told[1].notes
    assert [each.problem.key if each.problem else "" for each in told] == ["", "", "form_other_session", "form_none", "file_missing"]
    with pytest.raises(Refused) as refused:
        merge(session, [(told[0], ()), (told[1], ())], AT)
    assert refused.value.key == "form_twice"
    lines = [report_line(session, LANGUAGES[0], each) for each in told]
    assert "1 van 2 oordelen" in lines[0]
    assert "veel" not in " ".join(lines), "a report names progress, never an answer"


def test_older_list_and_another_round() -> None:
    session = with_forms(samples.grid(1, 1, 2, blind=False))
    data = filled(session, "d1", "pdf", {("p1", "w1"): Given("veel")})
    session.apply(update(session, session.values[0], AT, definition="Anders").edits)
    (told,) = report(session, read_forms([("a", data)], LANGUAGES))
    assert "older_list" in told.notes
    for who in ("d1", "d2"):
        session.apply(rate(session, 1, who, "p1", "w1", "geen").edits)
    session.apply(next_round(session, [("p1", "w1")], AT).edits)
    (told,) = report(session, read_forms([("a", data)], LANGUAGES))
    assert told.problem is not None
    assert told.problem.key == "form_other_round"


@pytest.mark.parametrize("large", [False, True])
def test_the_pdf_form_is_accessible(tmp_path: Path, large: bool) -> None:
    session = with_forms(samples.grid(3, 3, 2))
    path = tmp_path / "formulier.pdf"
    path.write_bytes(form_bytes(sheet(session, "d1"), LANGUAGES[0], "pdf", large=large))
    reader = PdfReader(path)
    fields = reader.get_fields() or {}
    assert all(each.get("/TU") for each in fields.values()), "every field says what it is"
    assert_conform([path])


def test_forms_of_both_kinds_are_merged_at_once() -> None:
    """How long fifty take: `dev.py bench --only merge`."""
    session = with_forms(samples.grid(7, 6, 50, "tweezijdig"))
    answers = answers_of(session, 1)
    some = session.disciplines[::7]
    kinds = [(each, "xlsx" if place % 2 else "pdf") for place, each in enumerate(some)]
    files = [(f"{each.id}.{kind}", filled(session, each.id, kind, answers)) for each, kind in kinds]
    told = report(session, read_forms(files, LANGUAGES))
    session.apply(merge(session, [(each, ()) for each in told], AT).edits)
    assert len(session.ratings) == len(some) * 42


# Files of others


def test_a_locked_pdf_is_refused() -> None:
    session = with_forms(samples.grid(1, 1, 2))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form(session, "d1", "pdf"))))
    writer.encrypt("geheim")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Refused) as told:
        read_form(out.getvalue(), LANGUAGES)
    assert told.value.key in ("form_locked", "form_broken")


def test_an_answer_that_is_no_level_and_a_formula_are_refused_or_text() -> None:
    session = with_forms(samples.grid(1, 1, 2))
    book = load_workbook(io.BytesIO(form(session, "d1", "xlsx")))
    book.worksheets[0]["C8"] = "heel erg"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Refused) as told:
        read_form(out.getvalue(), LANGUAGES)
    assert told.value.key == "form_level"
    book.worksheets[0]["C8"] = "veel"
    book.worksheets[0]["D8"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    found = read_form(out.getvalue(), LANGUAGES)
    assert found.answers["p1", "w1"].reason == ""  # no value was saved with it, and nothing is worked out here


@pytest.mark.parametrize("format_", FORMATS)
def test_mutated_forms_do_no_harm(format_: str) -> None:
    """Two hundred files of each kind with bytes changed, cut off or put in: read right or refused, and quick."""
    import random

    session = with_forms(samples.grid(2, 2, 2))
    data = filled(session, "d1", format_, answers_of(session, 1))
    chance = random.Random(6)
    for _ in range(200):
        bad = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            what, at = chance.randrange(4), chance.randrange(len(bad))
            if what == 0:
                bad[at] = chance.randrange(256)
            elif what == 1:
                del bad[at : at + chance.randint(1, 400)]
            elif what == 2:
                bad[at:at] = chance.randbytes(chance.randint(1, 60))
            else:
                bad[at : at + 8] = b"\xff" * 8
        started = time.perf_counter()
        (told,) = report(session, read_forms([("x", bytes(bad))], LANGUAGES))
        assert time.perf_counter() - started < 10
        assert report_line(session, LANGUAGES[0], told)
        if told.problem is None:
            before = to_exchange(session)
            change = merge(session, [(told, [(each.platform, each.value) for each in told.conflicts])], AT)
            copy = session.copy()
            copy.apply(change.edits)
            from_exchange(to_exchange(copy))  # every value is one that the session can hold
            assert to_exchange(session) == before


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "data"))
    file, folder = str(tmp_path / "s.kanaal"), tmp_path / "formulieren"
    assert main(["new", file, "--template", "gemeente"]) == 0
    assert main(["ballot", file, "--format", "xlsx", "--output", str(folder)]) == 0
    from kanaalwaarden.store.session_file import read_session

    session = read_session(Path(file))
    made = sorted(each.name for each in folder.iterdir())
    assert len(made) == len(session.disciplines)
    assert made[0].startswith("01 ")
    assert main(["ballot", file, "--format", "xlsx", "--output", str(folder)]) == 1, "nothing is overwritten unasked"
    assert read_session(Path(file)).tables[Form.TABLE] == session.tables[Form.TABLE]
    answers = answers_of(session, 2)
    for path in folder.iterdir():
        path.write_bytes(fill(path.read_bytes(), session, answers))
    (folder / "rommel.pdf").write_bytes(b"%PDF-1.7 rommel")
    assert main(["merge", file, str(folder), "--dry-run"]) == 0
    assert not read_session(Path(file)).ratings
    assert main(["merge", file, str(folder)]) == 1, "one file is no form"
    told = capsys.readouterr()
    assert "rommel.pdf" in told.out
    assert len(read_session(Path(file)).ratings) == len(session.disciplines) * len(answers)


def test_a_form_that_libreoffice_saved_again_says_the_same(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    session = with_forms(samples.grid(3, 3, 2, "tweezijdig"))
    path = tmp_path / "formulier.xlsx"
    path.write_bytes(filled(session, "d1", "xlsx", answers_of(session, 1)))
    before = read_form(path.read_bytes(), LANGUAGES)
    profile = f"-env:UserInstallation=file://{tmp_path}/profiel"
    out = tmp_path / "uit"
    command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    after = read_form((out / "formulier.xlsx").read_bytes(), LANGUAGES)
    assert after.identity == before.identity
    for cell, given in before.answers.items():
        assert after.answers[cell] == given, cell


def test_a_form_filled_in_with_the_viewer_of_chrome_says_what_was_clicked_and_typed() -> None:
    """PDFium is what Chrome and Edge show a PDF with: the mouse presses buttons, the keys type, and it saves."""
    session = with_forms(samples.grid(1, 2, 2))
    document = PdfDocument(form(session, "d1", "pdf"))
    document.init_forms()
    page = document[0]
    places = {}
    reader = PdfReader(io.BytesIO(form(session, "d1", "pdf")))
    for each in reader.pages[0]["/Annots"]:  # type: ignore[attr-defined]
        widget = each.get_object()
        name = widget.get("/T") or widget["/Parent"].get_object()["/T"]
        on = next((key for key in widget["/AP"]["/N"] if key != "/Off"), "") if "/Parent" in widget else ""
        left, bottom, right, top = (float(number) for number in widget["/Rect"])
        places[f"{name}{on}"] = ((left + right) / 2, (bottom + top) / 2)

    def click(name: str) -> None:
        x, y = places[name]
        height = page.get_height()
        device = int(x), int(height - y)
        px, py = (ctypes.c_double(), ctypes.c_double())
        pdfium.FPDF_DeviceToPage(page, 0, 0, int(page.get_width()), int(height), 0, *device, ctypes.byref(px), ctypes.byref(py))
        for press in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            press(document.formenv, page, 0, px.value, py.value)

    pdfium.FORM_OnAfterLoadPage(page, document.formenv)
    click("c0_answer/veel")
    click("c1_answer/geen_oordeel")
    click("c0_reason")
    for letter in "Omdat het zo is – ë":
        pdfium.FORM_OnChar(document.formenv, page, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(document.formenv)
    out = io.BytesIO()
    document.save(out)
    page.close()
    document.close()
    found = read_form(out.getvalue(), LANGUAGES)
    assert found.answers["p1", "w1"] == Given("veel", "Omdat het zo is – ë")
    assert found.answers["p2", "w1"].effect == "geen_oordeel"
