"""Reading back and editions on the report screen: what a discipline says of its text, and what the public edition is told of it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.model import ReadBack
from tests.ui.test_report import Opener, example, saved, shown


def test_a_discipline_confirms_puts_right_and_consents(qtbot: QtBot, open_workspace: Opener) -> None:
    workspace = open_workspace(example())
    screen = shown(qtbot, workspace)
    screen.show_page("read_back")
    page = screen.read_back
    assert page.isVisible()
    assert not screen.side.isVisible()
    first, second = workspace.session.disciplines[:2]
    assert page.form.discipline == first.id
    page.form.verdict.chosen.emit("rechtgezet")
    kept = workspace.session.read_back(first.id)
    assert kept.verdict == "rechtgezet"
    assert kept.at
    page.list.setCurrentRow(1)
    assert page.form.discipline == second.id
    assert workspace.read_back(second.id, consent="ja") is None
    assert workspace.session.read_back(second.id) == ReadBack(second.id, consent="ja")
    assert f"1 of {len(workspace.session.disciplines)}" in screen.minutes._read_back.text()
    workspace.undo()
    workspace.undo()
    assert not workspace.session.tables[ReadBack.TABLE]


def test_the_public_edition_is_told_of_before_it_is_saved(
    qtbot: QtBot, open_workspace: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace = open_workspace(example())
    first = workspace.session.disciplines[0]
    workspace.read_back(first.id, persons="een")
    screen = shown(qtbot, workspace)
    assert not screen.publication.isVisible()
    screen.edition._radios["public"].click()
    assert screen.publication.isVisible()
    assert f"One person speaks for: {first.name}" in screen.side.left_out.text()
    target = tmp_path / "uit.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    saved(qtbot, screen, "json")
    assert "[zienswijze weggelaten]" in target.read_text(encoding="utf-8")
