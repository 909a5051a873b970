"""Having session files opened with this program, from the menu: first what is written, then a button; and the way back."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.ui.association import AssociationDialog
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.tell import ProblemDialog


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="on Windows it would be this user's own registry")
def test_from_the_menu_and_back(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(share))
    told: list[str] = []
    monkeypatch.setattr(ProblemDialog, "tell", lambda parent, theme, labels, problem, ways=(): told.append(problem.key))
    window.associate()  # a checkout has no program that could be pointed to
    assert told == ["association_no_program"]

    (tmp_path / "kanaalwaarden").touch()
    monkeypatch.setenv("KANAALWAARDEN_PROGRAM", str(tmp_path))
    entry = share / "applications" / "kanaalwaarden.desktop"
    seen: list[list[str]] = []

    def press(dialog: AssociationDialog) -> int:
        assert str(entry) in dialog.planned.toPlainText()
        buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisibleTo(dialog)]
        seen.append([each.text() for each in buttons])
        next(each for each in buttons if each.text() == wanted).click()
        return dialog.result()

    monkeypatch.setattr(AssociationDialog, "exec", press)
    wanted = "Annuleren"
    window.associate()
    assert not share.exists()
    wanted = "Instellen"
    window.associate()
    assert entry.exists()
    assert "voortaan met dit programma" in window._status.accessibleName()
    wanted = "Ongedaan maken"
    window.associate()
    assert not entry.exists()
    assert [sorted(each) for each in seen] == [
        ["Annuleren", "Instellen"], ["Annuleren", "Instellen"], ["Annuleren", "Ongedaan maken", "Opnieuw instellen"],
    ]  # fmt: skip

    monkeypatch.setattr(type(window.workspace), "associate", lambda self, wanted: Refused("disk_full"))
    dialog = AssociationDialog(window, window.theme, window.workspace, "plan")
    dialog.go.click()
    assert not dialog.problem.isHidden()
    assert "schijf" in dialog.problem.text()
    assert dialog.result() != QDialog.DialogCode.Accepted
