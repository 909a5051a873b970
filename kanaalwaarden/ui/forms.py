"""Invulformulieren: making one for every discipline, and taking filled ones in, with a report before anything is written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.ballot import FormReport, given_words, report_line, told_blind
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.ui.prepare_editors import Check, Radio
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import TroubleLine, button, label, lines_height, open_at
from kanaalwaarden.ui.workspace import Workspace

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Chosen = Sequence[tuple[FormReport, Sequence[tuple[str, str]]]]


class MakeFormsDialog(QDialog):
    """In which form, and where to; all disciplines in one go."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.folder: Path | None = None
        self.made = 0
        self.setWindowTitle(self.tr("Make forms"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(7)] * 4)
        column.setSpacing(theme.space(4))
        text = self.tr("Every discipline gets a form of its own, with nothing of the others on it. What it answered already is filled in.")
        column.addWidget(label(theme, text))
        kinds = {
            "pdf": self.tr("PDF: to fill in on screen or with a pen"),
            "large": self.tr("PDF in large print"),
            "xlsx": self.tr("Excel: with lists to choose from"),
        }
        self.kinds: dict[str, Radio] = {}
        for key, word in kinds.items():
            self.kinds[key] = Radio(word)
            self.kinds[key].setFont(theme.font("body"))
            column.addWidget(self.kinds[key])
        self.kinds["pdf"].setChecked(True)
        self.replace = Check(theme, self.tr("Replace forms that are there already"))
        column.addWidget(self.replace)
        self.problem = TroubleLine(theme)
        column.addWidget(self.problem)
        buttons = QDialogButtonBox()
        make = button(theme, self.tr("Choose a folder and make…"), "folder-open", primary=True)
        make.clicked.connect(self._make)
        buttons.addButton(make, QDialogButtonBox.ButtonRole.ActionRole)
        close = button(theme, self.tr("Cancel"), tall=True)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        open_at(self, theme, 440)

    def _make(self) -> None:
        given = QFileDialog.getExistingDirectory(self, self.tr("Folder for the forms"))
        if not given:
            return
        kind = next(key for key, radio in self.kinds.items() if radio.isChecked())
        format_ = "xlsx" if kind == "xlsx" else "pdf"
        made = self._workspace.make_forms(Path(given), format_, large=kind == "large", overwrite=self.replace.isChecked())
        if isinstance(made, Refused):
            self.problem.tell(self._workspace.labels.problem(made))
            return
        self.folder, self.made = Path(given), made
        self.accept()


class MergeDialog(QDialog):
    """What each form would do. The facilitator chooses which are taken in, and decides where form and session say something else."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace, told: Sequence[FormReport]) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._told = list(told)
        self.problem: Refused | None = None
        self.setWindowTitle(self.tr("Read forms"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(4))
        text = self.tr("Nothing has been taken in yet. Choose the forms, and decide where they say something else.")
        column.addWidget(label(theme, text))
        self.forms = QTreeWidget()
        self.forms.setAccessibleName(self.tr("Forms"))
        self.forms.setHeaderHidden(True)
        self.forms.setRootIsDecorated(False)
        self.forms.setFont(theme.font("body"))
        self.forms.setWordWrap(True)
        column.addWidget(self.forms, 1)
        self.decide = label(theme, self.tr("What counts where they say something else"), "section", bold=True)
        column.addWidget(self.decide)
        self.cells = QTreeWidget()
        self.cells.setAccessibleName(self.decide.text())
        self.cells.setHeaderLabels([self.tr("Cell"), self.tr("Session"), self.tr("Form"), self.tr("Counts")])
        self.cells.setRootIsDecorated(False)
        self.cells.setFont(theme.font("body"))
        self.cells.setWordWrap(True)
        self.cells.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column.addWidget(self.cells, 1)
        self.cells.header().sectionResized.connect(lambda *_: self._fit())
        self._choices: dict[tuple[int, str, str], QComboBox] = {}
        self._items: list[QTreeWidgetItem] = []
        self._fill()
        self.forms.itemChanged.connect(lambda *_: self._ready())
        buttons = QDialogButtonBox()
        self.take = button(theme, self.tr("Take in"), "merge", primary=True)
        self.take.clicked.connect(self._take)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._ready()
        open_at(self, theme, 760, 520)

    def _fill(self) -> None:
        session, labels = self._workspace.session, self._workspace.labels
        for place, told in enumerate(self._told):
            item = QTreeWidgetItem(self.forms, [report_line(session, labels, told)])
            usable = told.problem is None
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable if usable else Qt.ItemFlag.ItemIsEnabled)
            if usable:
                item.setCheckState(0, UNCHECKED if "twice" in told.notes else CHECKED)
            item.setIcon(0, self._theme.icon("check" if told.ready else "triangle-alert", "text" if told.ready else "danger"))
            self._items.append(item)
            if told.conflicts:
                self._fill_conflicts(place, told, labels)
        self.decide.setVisible(bool(self._choices))
        self.cells.setVisible(bool(self._choices))

    def _fill_conflicts(self, place: int, told: FormReport, labels: Labels) -> None:
        """The cells beside each other; while a round is blind no answer, and one choice for the whole form."""
        session = self._workspace.session
        who = session.discipline(told.discipline).name
        if told_blind(session, told):
            count = labels("form.differing", count=len(told.conflicts))
            self._choice(place, "", "", [f"{who}: {count}", labels("blind.state"), labels("blind.state")])
            return
        for each in told.conflicts:
            where = labels("table.cell", value=session.value(each.value).name, platform=session.platform(each.platform).name)
            said = ["\n".join(given_words(given, labels)) for given in (each.session, each.form)]
            self._choice(place, each.platform, each.value, [f"{who}: {where}", *said])

    def _choice(self, place: int, platform: str, value: str, texts: list[str]) -> None:
        item = QTreeWidgetItem(self.cells, texts)
        combo = QComboBox()
        combo.setFont(self._theme.font("body"))
        counts = self.tr("Counts")
        combo.setAccessibleName(f"{texts[0]}: {counts}")
        combo.addItem(self.tr("the session"), False)
        combo.addItem(self.tr("the form"), True)
        self.cells.setItemWidget(item, 3, combo)

        def say() -> None:
            item.setData(3, Qt.ItemDataRole.AccessibleTextRole, combo.currentText())

        say()
        combo.currentTextChanged.connect(say)
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignTop)
        self._choices[place, platform, value] = combo

    def _fit(self) -> None:
        """Every answer is read in full: as many lines as it takes."""
        for row in range(self.cells.topLevelItemCount()):
            item = self.cells.topLevelItem(row)
            for column in range(3) if item else ():
                assert item is not None
                width = self.cells.columnWidth(column) - self._theme.space(4)
                item.setSizeHint(column, QSize(width, lines_height(self.cells, item.text(column), width) + self._theme.space(4)))

    def chosen(self) -> Chosen:
        """The forms that are wanted, each with the cells in which the form counts."""
        found = []
        for place, (told, item) in enumerate(zip(self._told, self._items, strict=True)):
            if told.problem is None and item.checkState(0) == CHECKED:
                whole = self._choices.get((place, "", ""))
                cells = [(each.platform, each.value) for each in told.conflicts]
                counts = [cell for cell in cells if (whole or self._choices[place, *cell]).currentData()]
                found.append((told, counts))
        return found

    def _ready(self) -> None:
        names = [told.discipline for told, _ in self.chosen()]
        self.take.setEnabled(bool(names) and len(set(names)) == len(names))

    def _take(self) -> None:
        self.problem = self._workspace.merge_forms(self.chosen())
        self.accept()

