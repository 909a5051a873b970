"""Asking how a new session starts: from a template, from an earlier session, or empty. Nothing is written here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.file_names import file_name
from kanaalwaarden.core.model import SCALES, Session
from kanaalwaarden.paths import SUFFIX
from kanaalwaarden.ui.prepare_editors import Choice, yielding
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Column, Labelled, LineField, TroubleLine, button, label, open_at, show_checked, when_chosen
from kanaalwaarden.ui.workspace import Workspace

EMPTY = "-"
EARLIER = "earlier"


class NewSessionDialog(QDialog):
    """How the session starts, its title and organisation, and where its file goes."""

    @classmethod
    def ask(cls, parent: QWidget | None, theme: Theme, workspace: Workspace, folder: Path, template: str) -> tuple[Path, Session] | None:
        """The file and the session to begin with, or None. `template` is chosen at first: a name, '-' for empty, '' for the first."""
        dialog = cls(parent, theme, workspace, folder, template)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        made = dialog.made if accepted else None
        dialog.deleteLater()
        return made

    def __init__(self, parent: QWidget | None, theme: Theme, workspace: Workspace, folder: Path, template: str) -> None:
        super().__init__(parent)
        self.made: tuple[Path, Session] | None = None
        self._theme = theme
        self._workspace = workspace
        self._path_folder = folder
        self._chosen: Path | None = None
        self._earlier: Path | None = None
        self.setWindowTitle(self.tr("New session"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = Column(theme)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = area.column
        self._column.setSpacing(theme.space(4))
        whole.addWidget(area, 1)
        self._build_names()
        self._build_starts()
        self._build_place()
        self._column.addStretch(1)
        whole.addWidget(self._build_buttons())
        self._choose(template if template in self.starts else next(iter(self.starts)))
        open_at(self, theme, 600, 460)

    # Building

    def _build_starts(self) -> None:
        theme = self._theme
        self._column.addWidget(label(theme, self.tr("Begin with"), bold=True))
        self._group = QButtonGroup(self)
        self.starts: dict[str, QRadioButton] = {}
        self._more: dict[str, QLabel] = {}
        for file in paths.templates().values():
            try:
                template = self._workspace.read_json(file)
                title, what = str(template["title"]), str(template.get("description", ""))
            except (Refused, KeyError, TypeError, AttributeError):
                continue
            self._add_start(file.stem, title, what)
        what = self.tr("Takes its values, platforms and disciplines along, but no answers and no names of people.")
        self._add_start(EARLIER, self.tr("An earlier session"), what)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(9), 0, 0, 0)
        row.setSpacing(theme.space(4))
        self.pick = button(theme, self.tr("Choose file…"), "folder-open")
        self.pick.clicked.connect(self._pick_earlier)
        self._earlier_name = label(theme, "", "secondary")
        row.addWidget(self.pick)
        row.addWidget(self._earlier_name, 1)
        self._column.addLayout(row)
        self._earlier_problem = self._problem_line()
        self._add_start(EMPTY, self.tr("Empty session"), self.tr("You fill in everything yourself."))

    def _add_start(self, key: str, title: str, what: str) -> None:
        radio = QRadioButton(title.replace("&", "&&"))
        radio.setFont(self._theme.font("body"))
        radio.setMinimumHeight(round(self._theme.size("hit_min")))
        radio.setAccessibleDescription(what)
        self._group.addButton(radio)
        when_chosen(radio, self._chooser(key))
        self.starts[key] = radio
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(radio)
        more = yielding(label(self._theme, what, "secondary", muted=True))
        more.setContentsMargins(self._theme.space(9), 0, 0, 0)
        box.addWidget(more)
        self._more[key] = more
        self._column.addLayout(box)

    def _build_names(self) -> None:
        theme = self._theme
        self.title_field = LineField(theme, self.tr("Title"))
        self.title_field.setPlaceholderText(self.tr("for example: Social media 2026"))
        self.title_field.textChanged.connect(lambda _: self._show_place())
        self._title = Labelled(theme, self.tr("Title"), self.title_field)
        self.organisation_field = LineField(theme, self.tr("Organisation"))
        self._organisation = Labelled(theme, self.tr("Organisation"), self.organisation_field)
        row = QHBoxLayout()
        row.setSpacing(theme.space(5))
        for place, (each, share) in enumerate(((self._title, 3), (self._organisation, 2))):
            row.addWidget(each)
            row.setStretch(place, share)
            row.setAlignment(each, Qt.AlignmentFlag.AlignTop)
            for text in each.findChildren(QLabel):
                yielding(text)
        self._column.addLayout(row)

    def _build_place(self) -> None:
        theme = self._theme
        words = [(scale, self._workspace.labels(f"scale.{scale}")) for scale in SCALES]
        self.scale = Choice(theme, self.tr("Scale"), words)
        self.scale.show_key(next(iter(SCALES)))
        self._scale = Labelled(theme, self.tr("Scale"), self.scale, self.tr("Can be changed until the first rating."))
        self._column.addWidget(self._scale)
        self._column.addWidget(label(theme, self.tr("The file"), "secondary", bold=True))
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        self.place = yielding(label(theme, "", "secondary"))
        self.change = button(theme, self.tr("Change…"))
        self.change.clicked.connect(self._pick_place)
        row.addWidget(self.place, 1)
        row.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._place_problem = self._problem_line()

    def _problem_line(self) -> TroubleLine:
        line = yielding(TroubleLine(self._theme, "secondary"))
        self._column.addWidget(line)
        return line

    def _build_buttons(self) -> QWidget:
        theme = self._theme
        box = QDialogButtonBox()
        box.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(5))
        self.create_button = button(theme, self.tr("Make session"), primary=True)
        self.create_button.setDefault(True)
        box.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = button(theme, self.tr("Cancel"), tall=True)
        cancel.setAutoDefault(False)
        for each in (self.pick, self.change):
            each.setAutoDefault(False)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # Choosing

    @property
    def start(self) -> str:
        """What the session starts from: the name of a template, 'earlier' or '-'."""
        return next(key for key, radio in self.starts.items() if radio.isChecked())

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self._choose(key)

    def _choose(self, key: str) -> None:
        show_checked(self.starts[key], True)
        for name, more in self._more.items():
            more.setVisible(name == key)
        self.pick.setVisible(key == EARLIER)
        self._earlier_name.setVisible(key == EARLIER)
        self._scale.setVisible(key == EMPTY)
        self._say(self._earlier_problem, None)
        self._show_place()
        if key != EARLIER:
            self.title_field.setFocus()

    def _pick_earlier(self) -> None:
        kinds = self.tr("Sessions (*.kanaal *.json);;All files (*)")
        given, _ = QFileDialog.getOpenFileName(self, self.tr("An earlier session"), str(self._path_folder), kinds)
        if not given:
            return
        self._earlier = Path(given)
        self._earlier_name.setText(self._earlier.name)
        try:
            earlier = self._workspace.from_earlier(self._earlier)
        except Refused as problem:
            self._say(self._earlier_problem, problem)
            return
        self._say(self._earlier_problem, None)
        if not self.title_field.text().strip():
            self.title_field.setText(earlier.case.title)
        if not self.organisation_field.text().strip():
            self.organisation_field.setText(earlier.case.organisation)
        self.title_field.setFocus()

    def _pick_place(self) -> None:
        given, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where does the session go?"), str(self.path), self.tr("Sessions (*.kanaal)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if given:
            self._chosen = Path(given if given.lower().endswith(SUFFIX) else given + SUFFIX)
            self._show_place()

    @property
    def path(self) -> Path:
        """Where the file goes: as chosen, or a name made from the title that is still free."""
        if self._chosen is not None:
            return self._chosen
        stem = file_name(self.title_field.text(), self.tr("session", "file name"))
        path, number = self._path_folder / f"{stem}{SUFFIX}", 1
        while path.exists():
            number += 1
            path = self._path_folder / f"{stem} {number}{SUFFIX}"
        return path

    def _show_place(self) -> None:
        # A path has no spaces to break at; after a separator it may.
        self.place.setText(str(self.path).replace("/", "/\u200b").replace("\\", "\\\u200b"))
        exists = self._chosen is not None and self._chosen.exists()
        self._say(self._place_problem, Refused("file_exists", path=str(self.path)) if exists else None)

    def _say(self, line: TroubleLine, problem: Refused | None) -> None:
        line.tell(self._workspace.labels.problem(problem) if problem else "")

    # Done

    def accept(self) -> None:
        """Make the session that was asked for; what is wrong is said where it was typed."""
        labels = self._workspace.labels
        title, organisation = self.title_field.text().strip(), self.organisation_field.text().strip()
        problems: list[tuple[Labelled, Refused]] = []
        for labelled, given in ((self._title, {"title": title}), (self._organisation, {"organisation": organisation})):
            labelled.show_problem(None, labels)
            try:
                intents.set_case(Session(), **given)
                if "title" in given and not title:
                    raise Refused("title_empty")
            except Refused as problem:
                problems.append((labelled, problem))
        for labelled, found in problems:
            labelled.show_problem(found, labels)
        if problems:
            problems[0][0].field.setFocus()
            return
        if self.start == EARLIER and self._earlier is None:
            self._earlier_problem.tell(self.tr("Choose the file of the earlier session first."))
            self.pick.setFocus()
            return
        path = self.path
        if path.exists():
            self._say(self._place_problem, Refused("file_exists", path=str(path)))
            return
        try:
            session = self._session(title)
            given_case = {"title": title} | ({"organisation": organisation} if organisation else {})
            session.apply(intents.set_case(session, **given_case).edits)
        except Refused as problem:
            self._say(self._earlier_problem, problem)
            self.starts[self.start].setFocus()
            return
        self.made = (path, session)
        super().accept()

    def _session(self, title: str) -> Session:
        if self.start == EMPTY:
            session = Session()
            session.apply(intents.set_case(session, scale=self.scale.key).edits)
            return session
        if self.start == EARLIER:
            assert self._earlier is not None, "checked before"
            return self._workspace.from_earlier(self._earlier, title)
        return self._workspace.from_template(self.start, title)
