"""What an administrator puts beside the program, and what a portable program keeps there."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanaalwaarden import paths
from kanaalwaarden.core.house import House
from kanaalwaarden.store import backups
from kanaalwaarden.store.house_style import house_in_use, use_house
from kanaalwaarden.store.presets import OFF, Presets, presets_in_use
from kanaalwaarden.store.question_set import prompts_in_use
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.new_session import NewSessionDialog
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.start import StartScreen
from kanaalwaarden.ui.theme import install_fonts
from tests import samples
from tests.ui.conftest import example

SWITCHED = ("formulier", "versies", "met dit programma")
"""What is in the names of menu items that can be switched off."""


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the program."""
    folder = tmp_path / "programma"
    folder.mkdir()
    monkeypatch.setenv("KANAALWAARDEN_PROGRAM", str(folder))
    return folder


def preset(beside: Path, **given: object) -> None:
    (beside / "beheer.json").write_text(json.dumps(given), encoding="utf-8")


def texts(window: MainWindow) -> list[str]:
    """Everything in the menus."""
    menus = [action.menu() for action in window.menuWidget().findChildren(type(window._undo)) if action.menu()]
    return [action.text() for menu in menus for action in menu.actions()]  # type: ignore[union-attr]


def test_a_checkout_has_nothing_beside_it() -> None:
    assert paths.beside_program() is None
    assert presets_in_use() == (Presets(), None)


def test_a_frozen_program_looks_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "kanaalwaarden.exe"))
    assert paths.beside_program() == tmp_path.resolve()


def test_what_was_set_holds_until_the_user_chooses(beside: Path) -> None:
    preset(beside, language="en", scheme="dark", zoom=1.5, folder="/groep/sessies")
    settings = Settings()
    assert (settings.language, settings.text("scheme"), settings.zoom, settings.text("folder")) == ("en", "dark", 1.5, "/groep/sessies")
    settings.put("language", "nl")
    assert Settings().language == "nl"


@pytest.mark.parametrize(
    "content",
    [
        "{", "[]", '{"taal": "nl"}', '{"language": "fy"}', '{"zoom": 9}', '{"zoom": true}', '{"off": "practice"}', '{"off": ["alles"]}',
        '{"folder": 3}', '{"off": [[]]}', '{"off": [{}]}',
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_told_and_sets_nothing(beside: Path, content: str) -> None:
    (beside / "beheer.json").write_text(content, encoding="utf-8")
    found, problem = presets_in_use()
    assert found == Presets()
    assert problem is not None
    assert samples.labels().problem(problem).startswith("De instellingen van de beheerder in ")


def test_what_is_switched_off_is_not_there(beside: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    install_fonts()
    preset(beside, off=list(OFF))
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    start = window.screen_named("start")
    assert isinstance(start, StartScreen)
    assert not start.practice.isVisible()
    assert not any(each.isVisible() for each in start.examples)
    shown = texts(window)
    assert "&Kopie bewaren…" in shown  # the list is of the menus indeed
    assert not [text for text in shown if any(word in text.lower() for word in SWITCHED)]
    assert window.workspace.new(tmp_path / "zaak.kanaal", example()) is None
    window.close_session()
    assert not backups.folder().exists()


def test_without_presets_everything_is_there(qtbot: QtBot, qapp: QApplication) -> None:
    install_fonts()
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    assert len([text for text in texts(window) if any(word in text.lower() for word in SWITCHED)]) == 5


def test_a_template_of_the_organisation(beside: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    install_fonts()
    (beside / "sjablonen").mkdir()
    lists = {"values": ["Eigen waarde"], "platforms": ["Eigen platform"], "disciplines": ["griffie"]}
    template = {"title": "Onze gemeente", "language": "nl", "scale": "eenzijdig", **lists}
    (beside / "sjablonen" / "onze-gemeente.json").write_text(json.dumps(template), encoding="utf-8")
    preset(beside, template="onze-gemeente")
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    dialog = NewSessionDialog(window, window.theme, window.workspace, tmp_path, window.settings.presets.template)
    assert dialog.starts["onze-gemeente"].isChecked()
    assert [each.name for each in window.workspace.from_template("onze-gemeente").values] == ["Eigen waarde"]


def test_the_look_and_questions_of_the_organisation(beside: Path) -> None:
    use_house(House("#0b5c6b", b""))
    paths.house_style().rename(beside / "huisstijl.json")
    assert house_in_use() == (House("#0b5c6b", b""), None)
    use_house(House("#7a1f1f", b""))  # a user's own goes before it
    assert house_in_use()[0].colour == "#7a1f1f"
    use_house(House())
    assert house_in_use()[0].colour == "#0b5c6b"
    (beside / "vragen.json").write_text("{", encoding="utf-8")
    assert prompts_in_use("nl")[1] is not None


def test_a_portable_program_keeps_its_settings_beside_it(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KANAALWAARDEN_CONFIG")
    assert paths.settings() is None
    (beside / "instellingen").mkdir()
    settings = Settings()
    settings.put("language", "en")
    del settings  # Qt writes it then
    assert "language=en" in (beside / "instellingen" / "kanaalwaarden.ini").read_text(encoding="utf-8")
    assert not paths.local_data().is_relative_to(beside)  # live databases never are on a share
