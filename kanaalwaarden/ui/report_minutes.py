"""The minutes as they will be printed: which parts, which edition, the pages themselves, and the ways out."""

from collections.abc import Callable
from typing import Any

import pypdfium2
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kanaalwaarden import paths
from kanaalwaarden.core.edition import may_publish, traceable
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.minutes import PARTS
from kanaalwaarden.core.model import Publication
from kanaalwaarden.export.formats import Options, export_bytes
from kanaalwaarden.ui.background import Job, JobBar
from kanaalwaarden.ui.pdf_view import PdfView
from kanaalwaarden.ui.prepare_editors import Check, Choice, Form, Radio, document_languages
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, Segments, button, label
from kanaalwaarden.ui.workspace import Workspace

_PARTS = 270
_SIDE = 300
_WAIT = 400  # milliseconds without a further change before the pages are made again
MIDDLE = 1000


class PublicationForm(Form):
    """What holds for the editions."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, lambda group, **given: workspace.fill(Publication, (1,), group, **given), parent)
        kinds = [("", self.tr("not filled in")), ("ja", self.tr("yes: views are published too")), ("nee", self.tr("no: facts only"))]
        self.choice("formal", self.tr("Is this for a formal decision of the executive? (Woo, article 5.2)"), kinds)
        self.text("withheld", self.tr("Names and words to leave out of the public edition"), 2, self.tr("One on each line."))
        self.check("people", self.tr("Name the people at the table (internal edition)"))

    def show_publication(self, another: bool) -> None:
        """Show what is kept."""
        self.show_fields(self._workspace.session.publication, another=another)
        self.set_read_only(self._workspace.read_only)


class MinutesPage(QWidget):
    """Parts at the left, the pages in the middle, edition and formats at the right; on a small window one of the three."""

    save_wanted = Signal(str)
    """Save in this format."""
    print_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, formats: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._pdf = b""
        self._stale = True
        self._narrow = False
        self._first = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.space(2))
        self.small = Segments(
            theme, [("pages", self.tr("Pages")), ("parts", self.tr("Parts")), ("edition", self.tr("Edition"))], self.tr("Part of the screen")
        )  # fmt: skip
        self.small.chosen.connect(lambda _: self._arrange())
        self.small.show_key("pages")
        line = QHBoxLayout()
        line.setContentsMargins(theme.space(5), 0, 0, 0)
        line.addWidget(self.small)
        line.addStretch(1)
        outer.addLayout(line)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(0)
        outer.addLayout(row, 1)
        self.parts_side = self._build_parts()
        row.addWidget(self.parts_side)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        row.addLayout(middle, 1)
        self.job = Job(self)
        self.job.done.connect(self._made)
        self.job.failed.connect(self._failed)
        self.bar = JobBar(theme, self.job)
        middle.addWidget(self.bar)
        self.view = PdfView(theme)
        middle.addWidget(self.view, 1)
        self.edition_side = self._build_edition(formats)
        row.addWidget(self.edition_side)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._make)
        self._arrange()

    # Building

    def _build_parts(self) -> Column:
        theme = self._theme
        side = Column(theme)
        side.column.setContentsMargins(theme.space(5), theme.space(2), theme.space(4), theme.space(5))
        side.column.addWidget(label(theme, self.tr("Parts"), "section", bold=True))
        self.parts: dict[str, Check] = {}
        self._numbers: dict[str, Any] = {}
        for part in PARTS:
            line = QHBoxLayout()
            check = Check(theme, self._workspace.labels(f"minutes.part_{part}"))
            check.show_checked(True)
            check.setEnabled(part != "title")  # without it nobody knows what the rest is about
            check.toggled.connect(lambda _: self.changed())
            number = label(theme, "", "secondary", muted=True, wrap=False)
            line.addWidget(check, 1)
            line.addWidget(number)
            side.column.addLayout(line)
            self.parts[part], self._numbers[part] = check, number
        self.attachments = Check(theme, self.tr("Data files inside the PDF (JSON and CSV)"))
        self.attachments.show_checked(True)
        self.attachments.toggled.connect(lambda _: self.changed())
        side.column.addSpacing(theme.space(4))
        side.column.addWidget(self.attachments)
        side.column.addStretch(1)
        self.read_back = label(theme, "", "secondary")
        side.column.addWidget(self.read_back)
        return side

    def _build_edition(self, formats: list[tuple[str, str]]) -> Column:
        theme, labels = self._theme, self._workspace.labels
        side = Column(theme)
        side.column.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(5))
        side.column.addWidget(label(theme, self.tr("Edition"), "section", bold=True))
        self._group = QButtonGroup(self)
        self.editions: dict[str, Radio] = {}
        for key, name in (("internal", self.tr("Internal")), ("public", self.tr("Public"))):
            radio = Radio(name)
            radio.setAccessibleDescription(labels(f"minutes.edition_{key}_is"))
            self._group.addButton(radio)
            self.editions[key] = radio
            side.column.addWidget(radio)
            side.column.addWidget(label(theme, labels(f"minutes.edition_{key}_is"), "secondary", muted=True))
        self.editions["internal"].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.changed())
        self.warning = Card()
        inside = QVBoxLayout(self.warning)
        self.warning_text = label(theme, "")
        inside.addWidget(self.warning_text)
        side.column.addWidget(self.warning)
        self.form = PublicationForm(self._workspace, theme)
        side.column.addWidget(self.form)
        text = self.tr("Language of the minutes")
        name = label(theme, text, wrap=False)
        self.language = Choice(theme, text, document_languages())
        self.language.chosen.connect(lambda _: self.changed())
        name.setBuddy(self.language)
        side.column.addWidget(name)
        side.column.addWidget(self.language)
        side.column.addWidget(label(theme, self.tr("Save as"), "section", bold=True))
        self.save = button(theme, self.tr("PDF, accessible (PDF/A)…"), "file-down", primary=True, tall=True)
        self.save.clicked.connect(lambda: self.save_wanted.emit("pdf"))
        side.column.addWidget(self.save)
        grid = QGridLayout()
        self.formats: dict[str, Any] = {}
        for place, (key, word) in enumerate(formats):
            each = button(theme, word)
            each.clicked.connect(self._saver(key))
            self.formats[key] = each
            grid.addWidget(each, place // 3, place % 3)
        side.column.addLayout(grid)
        self.print = button(theme, self.tr("Print…"), "printer")
        self.print.clicked.connect(self.print_wanted)
        side.column.addWidget(self.print)
        side.column.addStretch(1)
        return side

    def _saver(self, key: str) -> Callable[[], None]:
        return lambda: self.save_wanted.emit(key)

    def _arrange(self) -> None:
        shown = self.small.key or "pages"
        self.small.setVisible(self._narrow)
        for key, side, wide in (("parts", self.parts_side, _PARTS), ("edition", self.edition_side, _SIDE)):
            side.setVisible(not self._narrow or shown == key)
            width = round(self._theme.scaled(wide))
            side.setMinimumWidth(0 if self._narrow else width)
            side.setMaximumWidth(16_777_215 if self._narrow else width)
        self.view.setVisible(not self._narrow or shown == "pages")

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        narrow = self._theme.width_class(self.width()) < MIDDLE
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    # What is wanted

    @property
    def edition(self) -> str:
        """'internal' or 'public'."""
        return next(key for key, radio in self.editions.items() if radio.isChecked())

    @property
    def options(self) -> Options:
        """What an export is to hold."""
        return Options(self.edition, [part for part, check in self.parts.items() if check.isChecked()], self.attachments.isChecked())

    @property
    def pdf(self) -> bytes:
        """The pages that are shown, as a file; b'' before they are made."""
        return self._pdf

    # Showing

    def refresh(self, another: bool, told: str) -> None:
        """Show what is kept now; the pages are made anew a moment later."""
        self.form.show_publication(another)
        if another:
            self.language.show_key(self._workspace.session.case.language)
            self._pdf = b""
        self.read_back.setText(told)
        self._warn()
        self.changed()

    def changed(self) -> None:
        """Something of what is wanted changed: make the pages anew when that is done with."""
        self._warn()
        self._stale = True
        if self.isVisible():
            self._timer.start(0 if not self._pdf else _WAIT)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)

    def _warn(self) -> None:
        session = self._workspace.session
        told = []
        if self.edition == "public":
            alone = [each.name for each in session.disciplines if traceable(session, each) and not session.read_back(each.id).shown]
            if alone:
                text = self.tr("One person speaks for: {names}. By its name that person can be traced. Under Read-back you choose how it stands.")
                told.append(text.format(names=", ".join(alone)))
            together = sum(1 for each in session.disciplines if session.read_back(each.id).shown == "samen")
            if together == 1:
                told.append(self.tr("Only one discipline stands under the common name: who knows the table, knows which."))
            silent = [each.name for each in session.disciplines if not may_publish(session, each.id)]
            if silent:
                told.append(self.tr("Views are left out of: {names}.").format(names=", ".join(silent)))
        self.warning_text.setText("\n\n".join(told))
        self.warning.setVisible(bool(told))

    def _make(self) -> None:
        self._stale = False
        session, options = self._workspace.session, self.options
        words = Labels(paths.read_json(f"labels/{self.language.key or session.case.language}.json"))
        prompts = self._workspace.prompts_in(words.language)
        copy = self._workspace.snapshot()

        def work(report: Callable[[float], None]) -> bytes:
            report(0.1)
            data = export_bytes(copy, "pdf", words, prompts, options)
            report(1.0)
            return data

        self.job.start(work)

    def _made(self, data: Any) -> None:
        self._pdf = bytes(data)
        self.view.show_pdf(self._pdf)
        starts = self._starts()
        for part, number in self._numbers.items():
            number.setText(str(starts[part]) if part in starts else "")

    def _failed(self, problem: Any) -> None:
        self._pdf = b""
        self.view.clear(self.tr("The pages could not be made: {why}").format(why=problem))

    def _starts(self) -> dict[str, int]:
        """On which page each part begins, by the bookmarks of the file."""
        labels = Labels(paths.read_json(f"labels/{self.language.key}.json"))
        names = {labels(f"minutes.part_{part}"): part for part in PARTS}
        found = {"title": 1}
        with pypdfium2.PdfDocument(self._pdf) as document:
            for entry in document.get_toc():
                name = entry.get_title().split(" ", 1)[-1]
                target = entry.get_dest()
                if entry.level == 0 and name in names and target is not None:
                    found[names[name]] = target.get_index() + 1
        return found


