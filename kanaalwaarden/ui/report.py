"""Verslag: what leaves the room, and what is still open before it does."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from kanaalwaarden.core.blind import open_blind_round
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.file_names import file_name
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.text import capital
from kanaalwaarden.export.formats import FORMATS, Options, export_bytes
from kanaalwaarden.ui.background import Job, JobBar, refusal
from kanaalwaarden.ui.prepare_editors import yielding
from kanaalwaarden.ui.printing import PRINTED, print_pdf, sentence
from kanaalwaarden.ui.report_files import FilesPage, Offer
from kanaalwaarden.ui.report_minutes import MinutesPage
from kanaalwaarden.ui.report_read_back import NARROW, ReadBackPage
from kanaalwaarden.ui.report_side import ReportSide
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Segments, button, icon_button, label
from kanaalwaarden.ui.workspace import Changed, Workspace, now, words_in

_SIDE = 300


class MessageBand(QFrame):
    """What became of an export or import: a sentence, perhaps with a way to the folder. It stays until it is closed."""

    def __init__(self, theme: Theme, open_word: str, close_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(7), theme.space(3), theme.space(6), theme.space(3))
        row.setSpacing(theme.space(4))
        self._icon = QLabel()
        row.addWidget(self._icon)
        self.sentence = yielding(label(theme))
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.sentence, 1)
        self.folder = button(theme, open_word, "folder-open")
        row.addWidget(self.folder)
        close = icon_button(theme, "x", close_word)
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    def tell(self, text: str, *, trouble: bool = False, folder: bool = False) -> None:
        """Say it; screen readers hear it as the name of the band."""
        self.setProperty("band", "danger" if trouble else "quiet")
        self.style().unpolish(self)
        self.style().polish(self)
        icon = self._theme.icon("triangle-alert" if trouble else "check", "danger" if trouble else "on_accent_soft")
        self._icon.setPixmap(icon.pixmap(self._theme.icon_size("button"), self.devicePixelRatioF()))
        self.sentence.setText(text)
        self.setAccessibleName(text)
        self.folder.setVisible(folder)
        self.show()


class ReportScreen(Screen):
    """The last phase: the minutes as they will be printed, everything else that can be saved, and the reading back."""

    NAME = "report"
    DENSE = True

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._folder: Path | None = None
        self._written: Path | None = None
        self._saving: tuple[Path, bool, Callable[[bytes], dict[str, bytes]]] | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.space(5), 0, 0)
        whole.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        head.setSpacing(theme.space(4))
        head.addWidget(label(theme, self.tr("Report"), "h1", bold=True, wrap=False))
        self._about = yielding(label(theme, self.tr("What leaves the room"), muted=True))
        head.addWidget(self._about, 1)
        whole.addLayout(head)
        self.band = MessageBand(theme, self.tr("Open folder"), self.tr("Close"))
        self.band.folder.clicked.connect(self._open_folder)
        whole.addWidget(self.band)
        self._job = Job(self)
        self._job.done.connect(self._save)
        self._job.failed.connect(self._failed)
        whole.addWidget(JobBar(theme, self._job, self.tr("The file is being made…")))
        self.blind = label(theme, "")
        self.blind.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        self.blind.hide()
        whole.addWidget(self.blind)
        self._choices = QToolButton()
        self._choices.setText(self.tr("Choices"))
        self._choices.setFont(theme.font("body"))
        self._choices.setProperty("segment", "only")
        self._choices.setCheckable(True)
        self._choices.toggled.connect(lambda _: self._arrange())
        head.addWidget(self._choices)
        pages = [("minutes", self.tr("Minutes")), ("files", self.tr("Files")), ("read_back", self.tr("Read-back"))]
        self.page = Segments(theme, pages, self.tr("Part of the report"))
        self.page.show_key("minutes")
        self.page.chosen.connect(self.show_page)
        head.addWidget(self.page)
        body = QHBoxLayout()
        body.setSpacing(0)
        whole.addLayout(body, 1)
        offers = self._minutes_offers()
        self.side = ReportSide(workspace, theme, offers)
        self.minutes = MinutesPage(workspace, theme, lambda: self.making("pdf"), lambda: self.language.key)
        self.files = FilesPage(workspace, theme)
        self.read_back = ReadBackPage(workspace, theme)
        self._shown: dict[str, MinutesPage | FilesPage | ReadBackPage] = {}
        self._pages = QStackedWidget()
        for key, each in (("minutes", self.minutes), ("files", self.files), ("read_back", self.read_back)):
            self._shown[key] = each
            self._pages.addWidget(each)
        body.addWidget(self._pages, 1)
        body.addWidget(self.side)
        self.exports = {**self.side.buttons, **self.files.buttons}
        self.edition, self.language, self.publication = self.side.edition, self.side.language, self.side.publication
        self.side.changed.connect(self.minutes.refresh)
        self.side.save_wanted.connect(self.export)
        self.side.print.clicked.connect(self.print_minutes)
        self.files.save_wanted.connect(self.export)
        self.files.import_wanted.connect(self.import_ratings)
        self.minutes.read_back_wanted.connect(lambda: self.show_page("read_back"))
        self.read_back.show_wanted.connect(lambda discipline: self.go.emit("show", ("read_back", discipline)))
        QShortcut(QKeySequence.StandardKey.Print, self, activated=self.print_minutes)  # type: ignore[call-overload]

    def _minutes_offers(self) -> list[Offer]:
        """The minutes, in the forms that they can be saved in; the first is the one for most."""
        stem = self.tr("minutes", "file name")
        return [
            Offer(
                "pdf", self.tr("Minutes as PDF"),
                self.tr("The value table with all marks, who stands alone and the reasons; then practice, decisions and actions."),
                self.tr("PDF, accessible (PDF/A)…"), stem,
            ),
            Offer(
                "odt", self.tr("Minutes as ODT"),
                self.tr("The same minutes to edit, in the open format that a public body has to offer."), "ODT…", stem,
            ),
            Offer("docx", self.tr("Minutes as Word (DOCX)"), self.tr("The same minutes to edit in Word."), "DOCX…", stem),
            Offer(
                "html", self.tr("Minutes as a web page (HTML)"),
                self.tr("The same minutes in one file for a website or an intranet, with all marks; readable on a telephone and aloud."),
                "HTML…", stem,
            ),
            Offer(
                "md", self.tr("Minutes as Markdown"), self.tr("The same minutes as plain text, the pictures in words."), "Markdown…", stem,
            ),
        ]  # fmt: skip

    # Showing

    def options(self) -> Options:
        """What is chosen for the minutes. What is still blind is left out of every edition."""
        return Options(self.edition.key, self.minutes.parts(), self.minutes.attachments(), house=self.workspace.house)

    def show_page(self, key: str) -> None:
        """Show the minutes, the files, or the reading back."""
        self.page.show_key(key)
        self._pages.setCurrentWidget(self._shown[key])
        self._refresh_page()
        self._arrange()

    def _arrange(self) -> None:
        """The side beside the pages; where there is no room for it, in their place."""
        narrow = self.theme.width_class(self.width()) < NARROW
        reading = self.page.key == "read_back"
        chosen = self._choices.isChecked()
        self._choices.setVisible(narrow and not reading)
        self._about.setVisible(not narrow)
        self.side.setVisible(not reading and (not narrow or chosen))
        self._pages.setVisible(not (narrow and chosen and not reading))
        self.side.forms.setVisible(self.page.key == "minutes")
        self.side.house.setVisible(self.page.key == "minutes")
        self.side.foot.setVisible(self.page.key == "minutes")
        self.side.setMinimumWidth(0 if narrow else round(self.theme.scaled(_SIDE)))
        self.side.setMaximumWidth(16_777_215 if narrow else round(self.theme.scaled(_SIDE)))
        self.minutes.set_narrow(narrow, self.side.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def refresh(self, changed: Changed) -> None:
        if not changed.what - {"kept", "trouble"}:
            return
        session = self.session
        if "opened" in changed.what:
            self.band.hide()
            self._folder = None
            self.minutes.forget()
        if "opened" in changed.what or any(edit.record.TABLE == "session" for edit in changed.edits):
            self.language.show_key(session.case.language)
        self._show_blind(session)
        self.publication.show_publication("opened" in changed.what)
        self.side.show_edition()
        self._refresh_page()

    def _refresh_page(self) -> None:
        self._shown[self.page.key].refresh()
        self.minutes.show_read_back(self.read_back.told())

    def _show_blind(self, session: Session) -> None:
        """While a round is blind: that every file holds the progress in place of the answers, and how far everybody is."""
        number = open_blind_round(session)
        self.blind.setVisible(number is not None)
        if number is None:
            return
        progress = self.workspace.blind_progress()
        ready = self.labels("blind.of", done=sum(1 for each in progress if each.ready), total=len(progress))
        told = self.tr("Every file, the exchange file too, holds this progress and not the answers that are still hidden.")
        self.blind.setText(f"{self.labels('blind.progress', number=number)} {capital(ready)}. {told}")

    def enter(self, what: object) -> None:
        self.exports["pdf"].setFocus()

    def leave(self) -> None:
        self.minutes.stop()

    # Doing

    def _here(self) -> Path:
        """Where files go: where the last one went, beside the session, or among the documents."""
        if self._folder is not None:
            return self._folder
        if self.workspace.path is not None and not self.workspace.is_example:
            return self.workspace.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def making(self, format_: str) -> Callable[[], bytes]:
        """The work of making a file: of the session as it is now, so that it can be done beside the window. `Refused` may come of it."""
        words = words_in(self.language.key)
        prompts = self.workspace.prompts_in(words.language)
        session, options = self.workspace.session.copy(), self.options()
        return lambda: export_bytes(session, format_, words, prompts, options)

    def export(self, offer: Offer) -> None:
        """Ask where, make the file beside the window, and write it when it is ready."""
        suffix = FORMATS[offer.format]
        suggested = self._here() / file_name(f"{self.workspace.title} - {offer.stem}", offer.stem, suffix)
        kinds = {
            ".pdf": self.tr("PDF (*.pdf)"), ".csv": self.tr("CSV (*.csv)"), ".json": self.tr("JSON (*.json)"),
            ".odt": self.tr("OpenDocument text (*.odt)"), ".docx": self.tr("Word (*.docx)"), ".ods": self.tr("OpenDocument sheets (*.ods)"),
            ".html": self.tr("Web page (*.html)"), ".md": self.tr("Markdown (*.md)"), ".xlsx": self.tr("Excel (*.xlsx)"),
            ".ics": self.tr("Calendar (*.ics)"),
        }  # fmt: skip
        given, _ = QFileDialog.getSaveFileName(self, offer.name, str(suggested), kinds[suffix])
        if not given:
            return
        asked = given.lower().endswith(suffix)  # then the dialog has asked whether the file may be replaced
        path = Path(given if asked else given + suffix)
        self._saving = (path, asked, self._metadata(path.name, offer.format))
        self._job.start(self.making(offer.format))

    def _metadata(self, name: str, format_: str) -> Callable[[bytes], dict[str, bytes]]:
        """The metadata for the archive of a file that will be made, if they are wanted."""
        if not self.side.mdto.isChecked():
            return lambda data: {}
        from kanaalwaarden.export.mdto import Exported, sidecars

        session, edition = self.workspace.session.copy(), self.edition.key
        words = words_in(self.language.key)
        return lambda data: sidecars(Exported(name, data, format_, edition, now()), session, words)

    def _save(self, data: bytes) -> None:
        from kanaalwaarden.export.files import write_new

        if self._saving is None:
            return
        path, asked, beside = self._saving
        try:
            write_new(path, data, overwrite=asked)
            for name, content in beside(data).items():
                write_new(path.with_name(name), content, overwrite=asked)
        except Refused as problem:
            self._failed(problem)
            return
        self._folder, self._written = path.parent, path
        self.band.tell(self.tr("Saved: {name}").format(name=path.name), folder=True)
        self.status.emit("", "")

    def _failed(self, problem: Exception) -> None:
        """Say why no file came of it."""
        self.band.tell(self.labels.problem(refusal(problem)), trouble=True)

    def print_minutes(self) -> None:
        """The minutes through the dialog of the system: what the preview shows is what comes out."""
        data = self.minutes.data
        if data is None or self.page.key != "minutes":
            return
        outcome = print_pdf(self, data, self.workspace.title)
        if told := sentence(outcome):
            self.band.tell(told, trouble=outcome != PRINTED)

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def import_ratings(self) -> None:
        """Ask for a CSV and take its ratings in, all or nothing."""
        kinds = self.tr("Ratings (*.csv);;All files (*)")
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Import ratings"), str(self._here()), kinds)
        if not given:
            return
        taken = self.workspace.import_ratings(Path(given))
        if isinstance(taken, BadInput):  # every bad line is named: too much for a band
            ProblemDialog.tell(self, self.theme, self.labels, taken)
        elif isinstance(taken, Refused):
            self.band.tell(self.labels.problem(taken), trouble=True)
        else:
            self.band.tell(self.tr("%n rating(s) taken in. You can undo this with Ctrl+Z.", "", taken))
