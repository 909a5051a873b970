"""Verslag: real files come out, what is wrong is told in one sentence, and ratings go in."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.ballots.sheet import sheet_rows
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.follow_up import days
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Account, Action, Session
from kanaalwaarden.core.ratings_csv import HEADER
from kanaalwaarden.export.formats import FORMATS, export_bytes
from kanaalwaarden.ui.report import ReportScreen
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import Theme, install_fonts
from kanaalwaarden.ui.workspace import Changed, Workspace
from tests.exported import packed
from tests.samples import grid, labels
from tests.ui.conftest import example

OPENED = Changed(frozenset({"opened"}))
Opener = Callable[[Session], Workspace]


def shown(qtbot: QtBot, workspace: Workspace) -> ReportScreen:
    install_fonts()
    screen = ReportScreen(workspace, Theme.load())
    qtbot.addWidget(screen)
    workspace.changed.connect(screen.refresh)
    screen.resize(1096, 694)
    screen.refresh(OPENED)
    screen.show()
    screen.enter(None)
    return screen


def saved(qtbot: QtBot, screen: ReportScreen, format_: str) -> None:
    """Press the button of a format, and wait for what becomes of it: the file is made beside the window."""
    button = screen.exports[format_]
    screen.show_page("minutes" if button.parent() is screen.side.forms else "files")
    screen.band.hide()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(screen.band.isVisible, timeout=20_000)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answer the native dialog; what it suggested is kept."""
    suggested: list[str] = []

    def answer(_parent: Any, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        suggested.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return suggested


@pytest.mark.parametrize("format_", [each for each in FORMATS if each != "accounts"])  # that one is saved where the accounts are
def test_each_button_writes_a_real_file(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, format_: str
) -> None:
    session = example()
    screen = shown(qtbot, open_workspace(session))
    target = tmp_path / f"uit{FORMATS[format_]}"
    suggested = save_as(monkeypatch, target)
    saved(qtbot, screen, format_)
    data = target.read_bytes()
    assert Path(suggested[0]).suffix == FORMATS[format_]
    assert Path(suggested[0]).parent == tmp_path
    assert screen.band.isVisible()
    assert target.name in screen.band.sentence.text()
    assert screen.band.folder.isVisible()
    if format_ in ("odt", "docx", "ods", "xlsx"):
        text = packed(data)
        assert session.case.title in text if format_ in ("odt", "docx") else session.platforms[0].name in text
    elif format_ in ("pdf", "table"):
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        assert session.case.title in " ".join(text.split())
    elif format_ in ("html", "md"):
        assert session.platforms[0].name in data.decode()
    elif format_ == "accounts-xlsx":
        assert len(sheet_rows(data)) == 1 + len(session.rows(Account))
    elif format_ == "ics":
        assert data.count(b"BEGIN:VEVENT") == len(days(session, labels()))
    elif format_ == "actions":
        assert data.decode("utf-8").count("\r\n") == 1 + len(session.rows(Action))
    elif format_ == "json":
        assert to_exchange(from_exchange(json.loads(data))) == to_exchange(session)
    else:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        cells = len(session.values) * len(session.platforms)
        assert len(rows) == 1 + (cells + len(session.values) if format_ == "csv" else len(session.ratings))
        if format_ == "ratings":
            assert tuple(rows[0]) == HEADER


def test_a_name_without_extension_gets_one_and_replaces_nothing_unasked(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = shown(qtbot, open_workspace(example()))
    save_as(monkeypatch, tmp_path / "tabel")
    (tmp_path / "tabel.json").write_text("van mij", encoding="utf-8")
    saved(qtbot, screen, "json")
    assert (tmp_path / "tabel.json").read_text(encoding="utf-8") == "van mij"
    assert screen.band.property("band") == "danger"
    save_as(monkeypatch, tmp_path / "tabel.json")  # now the dialog itself has asked
    saved(qtbot, screen, "json")
    assert screen.band.property("band") == "quiet"
    assert (tmp_path / "tabel.json").read_text(encoding="utf-8").startswith("{")


def test_trouble_is_one_sentence_in_the_screen(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = shown(qtbot, open_workspace(example()))
    save_as(monkeypatch, tmp_path / "geen map" / "tabel.csv")
    saved(qtbot, screen, "csv")
    assert screen.band.isVisible()
    assert screen.band.property("band") == "danger"
    assert "geen map" in screen.band.sentence.text()
    assert "\n" not in screen.band.sentence.text()
    assert not screen.band.folder.isVisible()


def test_cancel_writes_nothing(qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(qtbot, open_workspace(example()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for card in screen.exports.values():
        card.click()
    assert not screen.band.isVisible()


def test_the_summary_says_what_is_still_open(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    screen.show_page("files")
    text = {name: part.text() for name, part in screen.files._parts.items()}
    assert text["answers"].startswith("378 of 378")
    assert "privacy" in text["alone"]
    assert "tegenpolen" in text["differences"]
    first, value, platform = workspace.session.disciplines[0], workspace.session.values[0], workspace.session.platforms[0]
    workspace.rate(1, first.id, platform.id, value.id, "")
    workspace.conclude(value.id, "", effect="", text="")
    workspace.update(workspace.session.disciplines[1], absent=True)
    text = {name: part.text() for name, part in screen.files._parts.items()}
    assert first.name in text["who"]
    assert workspace.session.disciplines[1].name in text["who"]
    assert value.name in text["conclusions"]


def test_a_table_with_one_voice_asks_nobody_for_answers(qtbot: QtBot, workspace_of_utrecht: Workspace) -> None:
    screen = shown(qtbot, workspace_of_utrecht)
    screen.show_page("files")
    assert screen.files._parts["answers"].text() == workspace_of_utrecht.labels("sentence.one_voice")
    assert not screen.files.take_in.isEnabled()
    assert screen.files.take_in.toolTip()


@pytest.fixture
def workspace_of_utrecht(qtbot: QtBot) -> Workspace:
    made = Workspace(Labels(paths.read_json("labels/nl.json")))
    assert made.open(paths.examples() / "provincie-utrecht-2025.json") is None
    return made


def test_ratings_come_in_and_can_be_undone(qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    screen.show_page("files")
    file = tmp_path / "in.csv"
    file.write_bytes(export_bytes(workspace.session, "ratings", workspace.labels, workspace.prompts))
    first = workspace.session.disciplines[0]
    before = workspace.session.answers(1, first.id)
    for value in workspace.session.values:
        workspace.rate(1, first.id, workspace.session.platforms[0].id, value.id, "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    screen.files.take_in.click()
    assert screen.band.property("band") == "quiet"
    assert "378" in screen.band.sentence.text()
    assert workspace.session.answers(1, first.id) == before
    workspace.undo()
    assert workspace.session.answers(1, first.id) == before - len(workspace.session.values)


def test_every_bad_line_of_a_file_is_named(qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    before = list(workspace.session.records())
    file = tmp_path / "fout.csv"
    file.write_text(";".join(HEADER) + "\n1;niemand;X;Privacy;geen;;\n1;griffie;X;Verbinding;heel veel;;\n", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(ProblemDialog, "tell", lambda _parent, _theme, labels, problem, _ways=(): told.append(labels.problem(problem)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    screen.files.take_in.click()
    assert len(told) == 1
    assert "2" in told[0]
    assert "3" in told[0]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "weg.csv"), ""))
    screen.files.take_in.click()
    assert "weg.csv" in screen.band.sentence.text()
    assert list(workspace.session.records()) == before


def test_the_language_of_the_document_is_that_of_the_session_at_first(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    assert screen.language.key == workspace.session.case.language


def test_a_source_with_one_voice_is_not_said_to_have_answers(qtbot: QtBot, open_workspace: Opener) -> None:
    screen = shown(qtbot, open_workspace(example("provincie-utrecht-2025")))
    screen.show_page("files")
    parts = {name: part.text() for name, part in screen.files._parts.items()}
    assert parts["who"] == parts["differences"] == parts["alone"] == "niet uitgesplitst"
    assert parts["answers"].startswith("Niet uitgesplitst")
def test_while_a_round_is_blind_the_screen_and_its_files_tell_progress_only(
    qtbot: QtBot, open_workspace: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(grid(1, 1, ["archief", "burgerzaken", "communicatie"]))
    screen = shown(qtbot, workspace)
    assert not screen.blind.isVisible()
    for discipline, effect in (("d1", "geen"), ("d2", "geen"), ("d3", "veel")):
        assert workspace.rate(1, discipline, "p1", "w1", effect) is None
    screen.show_page("files")
    assert screen.blind.isVisible()
    assert screen.blind.text().startswith("Ronde 1 is nog blind: alleen de voortgang is te zien. 3 van 3 disciplines klaar.")
    assert screen.files._parts["answers"].text() == "3 of 3 answers are in."
    assert screen.files._parts["differences"].text() == screen.files._parts["alone"].text() == "nog blind"
    save_as(monkeypatch, tmp_path / "uit.json")
    saved(qtbot, screen, "json")
    assert '"ratings": []' in (tmp_path / "uit.json").read_text(encoding="utf-8")
    assert workspace.reveal(1) is None
    assert not screen.blind.isVisible()
    assert "communicatie" in screen.files._parts["alone"].text()
    saved(qtbot, screen, "json")
    assert '"effect": "veel"' in (tmp_path / "uit.json").read_text(encoding="utf-8")


# The minutes


def preview(qtbot: QtBot, screen: ReportScreen) -> str:
    """The words of the pages that are shown, once they have been made."""
    qtbot.waitUntil(lambda: screen.minutes.data is not None and not screen.minutes._job.running, timeout=20_000)
    data = screen.minutes.data
    assert data is not None
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def test_the_preview_is_the_pdf_itself_and_follows_what_changes(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    assert workspace.session.case.title in preview(qtbot, screen)
    made = export_bytes(workspace.session, "pdf", labels(), workspace.prompts_in("nl"))
    assert screen.minutes.data == made
    assert screen.minutes.view.pages == len(PdfReader(io.BytesIO(made)).pages)
    before = screen.minutes.data
    workspace.update(workspace.session.case, title="Nieuwe titel")
    qtbot.waitUntil(lambda: screen.minutes.data not in (None, before), timeout=20_000)
    assert "Nieuwe titel" in preview(qtbot, screen)


def test_a_part_that_is_not_wanted_goes_and_each_part_leads_to_its_page(qtbot: QtBot, open_workspace: Opener) -> None:
    screen = shown(qtbot, open_workspace(example()))
    preview(qtbot, screen)
    parts = screen.minutes.list
    item = parts._items["table"]
    page = int(item.text(1))
    parts.setCurrentItem(item)
    assert screen.minutes.view.page == page
    words = PdfReader(io.BytesIO(screen.minutes.data or b"")).pages[page - 1].extract_text()
    assert item.text(0) in words, "the chapter begins on that page"
    before = screen.minutes.data
    item.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: screen.minutes.data not in (None, before), timeout=20_000)
    assert "Niet in dit verslag opgenomen." in preview(qtbot, screen)
    assert item.text(1) == ""
    assert "table" not in screen.options().parts
    assert not parts._items["title"].flags() & Qt.ItemFlag.ItemIsUserCheckable
    parts._items["values"].setCheckState(0, Qt.CheckState.Unchecked)
    assert parts._items["reasons"].isDisabled()
    parts._items["attachments"].setCheckState(0, Qt.CheckState.Unchecked)
    assert screen.options().attachments is False


def test_another_session_never_shows_the_pages_of_the_last(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    preview(qtbot, screen)
    assert workspace.open(paths.examples() / "provincie-utrecht-2025.json") is None
    assert screen.minutes.data is None
    assert screen.minutes.view.pages == 0
    assert "Waterrijk" not in preview(qtbot, screen)


def test_the_public_edition_is_what_the_preview_shows_and_what_is_saved(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = shown(qtbot, open_workspace(example()))
    preview(qtbot, screen)
    before = screen.minutes.data
    QTest.mouseClick(screen.edition._radios["public"], Qt.MouseButton.LeftButton, pos=screen.edition._radios["public"].rect().center() / 4)
    qtbot.waitUntil(lambda: screen.minutes.data not in (None, before), timeout=20_000)
    assert "openbare uitgave" in preview(qtbot, screen)
    save_as(monkeypatch, tmp_path / "uit.pdf")
    saved(qtbot, screen, "pdf")
    assert (tmp_path / "uit.pdf").read_bytes() == screen.minutes.data


def test_metadata_for_the_archive_come_beside_the_file(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = shown(qtbot, open_workspace(example()))
    folder = tmp_path / "uit"
    folder.mkdir()
    save_as(monkeypatch, folder / "uit.csv")
    saved(qtbot, screen, "csv")
    assert [each.name for each in folder.iterdir()] == ["uit.csv"]
    screen.side.mdto.click()
    saved(qtbot, screen, "csv")
    assert sorted(each.name for each in folder.iterdir()) == ["uit.csv", "uit.csv.bestand.mdto.xml", "uit.csv.mdto.xml"]


def test_own_colour_and_logo(qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    screen = shown(qtbot, open_workspace(example()))
    form = screen.side.house
    form.colour.setText("#ffff00")
    form.colour.editingFinished.emit()
    assert form.colour.accessibleDescription()
    assert not screen.workspace.house.colour
    form.colour.setText("154273")
    form.colour.editingFinished.emit()
    assert screen.options().house.colour == "#154273"
    assert not form.colour.accessibleDescription()
    bad = tmp_path / "logo.png"
    bad.write_bytes(b"geen plaatje")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    form.logo.click()
    assert form.told.isVisible()
    good = tmp_path / "goed.png"
    Image.new("RGB", (40, 20), "navy").save(good)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
    form.logo.click()
    assert not form.told.isVisible()
    assert screen.options().house.logo
    form.remove.click()
    assert not screen.options().house.logo


def test_print_hands_the_pages_to_the_printer(qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(qtbot, open_workspace(example()))
    preview(qtbot, screen)
    printed: list[bytes] = []
    monkeypatch.setattr("kanaalwaarden.ui.report.print_pdf", lambda _parent, data, _title: printed.append(data) or "no_printer")
    screen.side.print.click()
    assert printed == [screen.minutes.data]
    assert screen.band.property("band") == "danger"
