"""The practice session on the screen: a fresh file each time, the card of who you play, and the band with the next step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.practice import STEPS
from kanaalwaarden.ui import practice
from kanaalwaarden.ui.practice import PracticeBand, RoleCard, forget_practice, is_practice, open_practice, practice_path, role_card
from kanaalwaarden.ui.start import StartScreen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace
from tests.ui.conftest import example

Open = Callable[[Session], Workspace]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "data"))


def test_it_is_made_anew_every_time_and_forgotten(open_workspace: Open) -> None:
    workspace = open_workspace(Session())
    path = practice_path()
    assert open_practice(workspace, "nl") is None
    assert workspace.path == path
    assert workspace.trouble is None
    who = next(each for each in workspace.session.disciplines if not workspace.session.answers(1, each.id))
    assert workspace.rate(1, who.id, workspace.session.platforms[0].id, workspace.session.values[0].id, "veel") is None
    workspace.show_start()
    assert open_practice(workspace, "en") is None
    assert is_practice(workspace.session)
    assert workspace.session.case.language == "en"
    assert sorted(workspace.session.answers(1, each.id) for each in workspace.session.disciplines) == [0, 0, 6, 6, 6]
    workspace.show_start()
    forget_practice()
    forget_practice()
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_told(open_workspace: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace(Session())
    (tmp_path / "taken").write_text("in the way")
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "taken"))
    told = open_practice(workspace, "nl")
    assert isinstance(told, Refused)
    assert told.key == "file_unwritable"
    assert workspace.path != practice_path()


def test_the_card_says_who_you_play(qtbot: QtBot, theme: Theme, open_workspace: Open) -> None:
    workspace = open_workspace(Session())
    assert open_practice(workspace, "nl") is None
    session = workspace.session
    card = RoleCard(theme)
    qtbot.addWidget(card)
    card.show_card(role_card(session, session.disciplines[1].id, "nl"))
    assert not card.isHidden()
    assert card.accessibleName() == "Role card: dienstverlening"
    assert "Inwoners stellen vragen waar wij niet kijken" in card.accessibleDescription()
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in (card.title, card.worry, card.knows, card.tip))
    card.show_card(role_card(session, session.disciplines[1].id, "en"))
    assert "Residents ask questions" in card.worry.text()
    card.show_card(role_card(example(), "communicatie", "nl"))
    assert card.isHidden()


def test_the_band_goes_along_and_can_be_closed(qtbot: QtBot, theme: Theme, open_workspace: Open) -> None:
    workspace = open_workspace(example())
    band = PracticeBand(workspace, theme)
    qtbot.addWidget(band)
    assert band.isHidden()
    assert open_practice(workspace, "nl") is None
    assert not band.isHidden()
    assert band.sentence.text().startswith(f"Practice, step 1 of {len(STEPS)}: Fill in the two disciplines")
    session = workspace.session
    for each in session.disciplines:
        for value in session.values:
            for platform in session.platforms:
                if session.rating(1, each.id, platform.id, value.id) is None:
                    assert workspace.rate(1, each.id, platform.id, value.id, "geen") is None
    assert "step 2" in band.sentence.text()
    assert workspace.reveal(1) is None
    assert "step 3" in band.sentence.text()
    band.dismiss()
    assert band.isHidden()
    assert workspace.next_round([(session.values[0].id, session.platforms[0].id)]) is None
    assert band.isHidden()
    workspace.show_start()
    assert open_practice(workspace, "nl") is None
    assert not band.isHidden()


def test_the_band_has_words_for_every_step(qtbot: QtBot, theme: Theme, open_workspace: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = open_workspace(Session())
    assert open_practice(workspace, "nl") is None
    band = PracticeBand(workspace, theme)
    qtbot.addWidget(band)
    for number, step in enumerate(STEPS, 1):
        monkeypatch.setattr(practice.practice, "practice_step", lambda _session, step=step: step)
        band._show()
        assert band.sentence.text().startswith(f"Practice, step {number} of 6: ")


def test_the_start_screen_asks_for_it(qtbot: QtBot, theme: Theme, open_workspace: Open) -> None:
    screen = StartScreen(open_workspace(Session()), theme)
    qtbot.addWidget(screen)
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    QTest.keyClick(screen.practice, Qt.Key.Key_Space)
    assert asked == [("practice", None)]
    assert screen.practice.accessibleName() == "Practice session"
