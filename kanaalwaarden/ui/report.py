"""Verslag: what leaves the room, and what is still open before it does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kanaalwaarden import paths
from kanaalwaarden.core.blind import hidden_values, open_blind_round
from kanaalwaarden.core.divergence import DIFFERING, discuss_first
from kanaalwaarden.core.edition import may_publish, traceable
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Publication, Session
from kanaalwaarden.core.progress import cell_count, expected
from kanaalwaarden.core.text import capital
from kanaalwaarden.export.formats import FORMATS, Options, export_bytes, file_name
from kanaalwaarden.ui.prepare_editors import Choice, Form, document_languages, yielding
from kanaalwaarden.ui.report_read_back import NARROW, ReadBackPage
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, Segments, breakable, button, icon_button, label
from kanaalwaarden.ui.workspace import Changed, Workspace

_SIDE = 340


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can leave the room: its format, its name, what it holds, the word on its button and in its file name."""

    format: str
    name: str
    holds: str
    act: str
    stem: str


class ExportCard(Card):
    """One export: its word, what it holds and the button."""

    def __init__(self, theme: Theme, offer: Offer, *, primary: bool = False, icon: str = "file-down") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        row.setSpacing(theme.space(6))
        words = QVBoxLayout()
        words.setSpacing(theme.space(0))
        words.addWidget(label(theme, offer.name, bold=True))
        words.addWidget(label(theme, offer.holds, "secondary", muted=True))
        row.addLayout(words, 1)
        self.button = button(theme, offer.act, icon, primary=primary, tall=True)
        self.button.setAccessibleName(f"{offer.act} {offer.name}")
        self.button.setAccessibleDescription(offer.holds)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)


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


class PublicationForm(Form):
    """What holds for the public edition."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, lambda group, **given: workspace.fill(Publication, (1,), group, **given), parent)
        kinds = [("", self.tr("not filled in")), ("ja", self.tr("yes: views are published too")), ("nee", self.tr("no: facts only"))]
        self.choice("formal", self.tr("Is this for a formal decision of the executive? (Woo, article 5.2)"), kinds)
        self.text("withheld", self.tr("Names and words to leave out as well"), 2, self.tr("One on each line."))

    def show_publication(self, another: bool) -> None:
        """Show what is kept."""
        self.show_fields(self._workspace.session.publication, another=another)
        self.set_read_only(self._workspace.read_only)


class ReportScreen(Screen):
    """The last phase: export, and a summary of what is in it."""

    NAME = "report"

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._folder: Path | None = None
        self._written: Path | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.space(5), 0, 0)
        whole.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        head.setSpacing(theme.space(4))
        head.addWidget(label(theme, self.tr("Report"), "h1", bold=True, wrap=False))
        head.addWidget(label(theme, self.tr("What leaves the room"), muted=True), 1)
        whole.addLayout(head)
        self.band = MessageBand(theme, self.tr("Open folder"), self.tr("Close"))
        self.band.folder.clicked.connect(self._open_folder)
        whole.addWidget(self.band)
        pages = [("files", self.tr("Files")), ("read_back", self.tr("Read-back"))]
        self.page = Segments(theme, pages, self.tr("Part of the report"))
        self.page.show_key("files")
        self.page.chosen.connect(self.show_page)
        head.addWidget(self.page)
        self.read_back = ReadBackPage(workspace, theme)
        self.read_back.show_wanted.connect(lambda discipline: self.go.emit("show", ("read_back", discipline)))
        self.read_back.hide()
        whole.addWidget(self.read_back, 1)
        area = self._area = Column(theme)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.column.setContentsMargins(theme.space(7), theme.space(1), theme.space(7), theme.space(6))
        whole.addWidget(area, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.space(6))
        area.column.addLayout(self._sides)
        area.column.addStretch(1)
        self._sides.addWidget(self._build_exports(), 1)
        self._summary = self._build_summary()
        self._sides.addWidget(self._summary)
        self._sides.setAlignment(self._summary, Qt.AlignmentFlag.AlignTop)

    # Building

    def show_page(self, key: str) -> None:
        """Show the files, or the reading back."""
        self.page.show_key(key)
        if key == "read_back":
            self.read_back.refresh()
        self._area.setVisible(key == "files")
        self.read_back.setVisible(key == "read_back")

    def _offers(self) -> list[Offer]:
        save = self.tr("Save…")
        return [
            Offer(
                "pdf", self.tr("Minutes as PDF"),
                self.tr("The value table with all marks, who stands alone and the reasons; then practice, decisions and actions."),
                save, self.tr("minutes", "file name"),
            ),
            Offer(
                "odt", self.tr("Minutes as ODT"),
                self.tr("The same minutes to edit, in the open format that a public body has to offer."),
                save, self.tr("minutes", "file name"),
            ),
            Offer(
                "docx", self.tr("Minutes as Word (DOCX)"), self.tr("The same minutes to edit in Word."),
                save, self.tr("minutes", "file name"),
            ),
            Offer(
                "html", self.tr("Minutes as a web page (HTML)"),
                self.tr("The same minutes in one file for a website or an intranet, with all marks; readable on a telephone and aloud."),
                save, self.tr("minutes", "file name"),
            ),
            Offer(
                "md", self.tr("Minutes as Markdown"), self.tr("The same minutes as plain text, the pictures in words."),
                save, self.tr("minutes", "file name"),
            ),
            Offer(
                "table", self.tr("Value table as PDF"),
                self.tr("Only the value table, with who stands alone and what the values say."),
                save, self.tr("value table", "file name"),
            ),
            Offer(
                "ods", self.tr("All tables as ODS"),
                self.tr("One sheet for each table: value table, ratings, conclusions, decisions, actions. Nothing in it is a formula."),
                save, self.tr("tables", "file name"),
            ),
            Offer("xlsx", self.tr("All tables as Excel"), self.tr("The same sheets for Excel."), save, self.tr("tables", "file name")),
            Offer(
                "csv", self.tr("Value table as CSV"),
                self.tr("One row per value and platform, for a spreadsheet: conclusion, difference, counts, who stands alone."),
                save, self.tr("value table", "file name"),
            ),
            Offer(
                "ratings", self.tr("Ratings as CSV"),
                self.tr("One row per answer: round, discipline, platform, value, level and reason. Can be taken in again."),
                save, self.tr("ratings", "file name"),
            ),
            Offer(
                "json", self.tr("Exchange file (JSON)"),
                self.tr("The whole session, for other programs and for archives. Names of people are in it as well."),
                save, self.tr("session", "file name"),
            ),
            Offer(
                "actions", self.tr("Actions as CSV"),
                self.tr("One row per action, what is necessary first, with owner, date and how it stands."),
                save, self.tr("actions", "file name"),
            ),
            Offer(
                "ics", self.tr("Actions as a calendar"),
                self.tr("Every action and review with a day, and the yearly evaluation, for Outlook and other calendars (.ics)."),
                save, self.tr("calendar", "file name"),
            ),
            Offer(
                "accounts-xlsx", self.tr("Accounts as Excel"),
                self.tr("One row per account. Can be filled in further and taken in again."),
                save, self.tr("accounts", "file name"),
            ),
        ]  # fmt: skip

    def _build_exports(self) -> QWidget:
        theme = self.theme
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        text = self.tr("Language of the document")
        self.language = Choice(theme, text, document_languages())
        self.language.setMaximumWidth(round(theme.scaled(180)))
        name = label(theme, text, wrap=False)
        name.setBuddy(self.language)
        row.addWidget(name)
        row.addWidget(self.language, 1)
        row.addStretch(1)
        column.addLayout(row)
        text = self.tr("Edition")
        editions = [("internal", self.tr("internal: everything")), ("public", self.tr("public: may be published"))]
        self.edition = Choice(theme, text, editions)
        self.edition.setMaximumWidth(round(theme.scaled(300)))
        self.edition.chosen.connect(lambda _: self._show_edition())
        name = label(theme, text, wrap=False)
        name.setBuddy(self.edition)
        line = QHBoxLayout()
        line.setSpacing(theme.space(4))
        line.addWidget(name)
        line.addWidget(self.edition, 1)
        line.addStretch(1)
        column.addLayout(line)
        self.left_out = label(theme, "", "secondary")
        column.addWidget(self.left_out)
        self.publication = PublicationForm(self.workspace, theme)
        column.addWidget(self.publication)
        self.blind = label(theme, "")
        self.blind.hide()
        column.addWidget(self.blind)
        self.exports: dict[str, ExportCard] = {}
        for offer in self._offers():
            card = ExportCard(theme, offer, primary=offer.format == "pdf")
            card.button.clicked.connect(self._exporter(offer))
            self.exports[offer.format] = card
            column.addWidget(card)
        column.addSpacing(theme.space(4))
        column.addWidget(label(theme, self.tr("What comes in"), "section", bold=True))
        taking = Offer(
            "ratings", self.tr("Import ratings (CSV)"),
            self.tr("Answers of a file in the same columns, all or nothing. What stood in the same cells is replaced."),
            self.tr("Import…"), "",
        )  # fmt: skip
        card = ExportCard(theme, taking, icon="import")
        self.take_in = card.button
        self.take_in.clicked.connect(self.import_ratings)
        column.addWidget(card)
        column.addStretch(1)
        return side

    def _build_summary(self) -> Card:
        theme = self.theme
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(1))
        self._parts: dict[str, QLabel] = {}
        titles = {
            "answers": self.tr("Answers"),
            "who": self.tr("Who is missing"),
            "conclusions": self.tr("Conclusions"),
            "differences": self.tr("Differences"),
            "alone": self.tr("Who stands alone"),
        }
        for key, title in titles.items():
            column.addWidget(label(theme, title, bold=True))
            self._parts[key] = yielding(label(theme, "", "secondary"))
            self._parts[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._parts[key].setAccessibleName(title)
            column.addWidget(self._parts[key])
            column.addSpacing(theme.space(3))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.theme.width_class(self.width()) < NARROW
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._summary.setMinimumWidth(0 if narrow else round(self.theme.scaled(_SIDE)))
        self._summary.setMaximumWidth(16_777_215 if narrow else round(self.theme.scaled(_SIDE)))
        self._sides.setAlignment(self._summary, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop)

    # Showing

    def refresh(self, changed: Changed) -> None:
        if not changed.what - {"kept", "trouble"}:
            return
        session, labels = self.session, self.labels
        if "opened" in changed.what:
            self.band.hide()
            self._folder = None
        if "opened" in changed.what or any(edit.record.TABLE == "session" for edit in changed.edits):
            self.language.show_key(session.case.language)
        self.take_in.setEnabled(not self.workspace.read_only)
        self.take_in.setToolTip(labels.problem(Refused("session_read_only")) if self.workspace.read_only else "")
        self._show_blind(session)
        self.publication.show_publication("opened" in changed.what)
        if self.page.key == "read_back":
            self.read_back.refresh()
        self._show_edition()
        cells = discuss_first(session, session.rounds[-1])
        states = [(state, sum(1 for cell in cells if cell.state == state)) for state in DIFFERING]
        told = ", ".join(f"{count} × {labels(f'divergence.{state}')}" for state, count in states if count)
        alone = [f"{cell.value.label} × {cell.platform.name}: {labels.names(cell.alone)}" for cell in cells if cell.alone]
        undivided = labels("divergence.niet_uitgesplitst") if session.undivided else ""
        self._show("answers", self._answers(session))
        self._show("who", self._missing(session))
        blind = self.labels("blind.state") if hidden_values(session) else ""
        self._show("differences", told or undivided or blind or self.tr("No cells in which disciplines differ."))
        self._show("alone", "\n".join(alone) or undivided or blind or self.tr("Nobody stands alone."))
        self._show("conclusions", self._without_conclusion(session))

    def _show_edition(self) -> None:
        """What the public edition leaves out and whom it shows, before anything is saved; the form for it only where it matters."""
        public = self.edition.key == "public"
        self.publication.setVisible(public)
        session = self.session
        told = [self.read_back.told()]
        if public:
            alone = [each.name for each in session.disciplines if traceable(session, each) and not session.read_back(each.id).shown]
            silent = [each.name for each in session.disciplines if not may_publish(session, each.id)]
            together = [each for each in session.disciplines if session.read_back(each.id).shown == "samen"]
            told.append(self.tr("Names of people are left out, in every format."))
            if alone:
                text = self.tr("One person speaks for: {names}. That person can be traced. Under Read-back you choose how it is shown.")
                told.append(text.format(names=", ".join(alone)))
            if len(together) == 1:
                told.append(self.tr("Only one discipline stands under the common name: who knows the table, knows which."))
            if silent:
                told.append(self.tr("The views of these are left out: {names}.").format(names=", ".join(silent)))
        self.left_out.setText("\n".join(each for each in told if each))
        self.left_out.setVisible(bool(self.left_out.text()))

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

    def _show(self, part: str, text: str) -> None:
        self._parts[part].setText(breakable(text))

    def _answers(self, session: Session) -> str:
        if session.undivided:
            return self.labels("sentence.one_voice")
        done = sum(self.workspace.session.answers(1, each.id) for each in session.disciplines)  # a count of answers is progress
        total = cell_count(session) * len(expected(session))
        return self.tr("{done} of {total} answers are in.").format(done=done, total=total)

    def _missing(self, session: Session) -> str:
        absent = [each for each in session.disciplines if each.absent]
        lines = [self.labels("table.absent", names=self.labels.names(absent))] if absent else []
        cells = cell_count(session)
        if not session.undivided:
            left = [(each.name, cells - self.workspace.session.answers(1, each.id)) for each in expected(session)]
            lines += [self.tr("{name}: %n answer(s) to go", "", count).format(name=name) for name, count in left if count > 0]
        if session.undivided:
            lines.append(self.labels("divergence.niet_uitgesplitst"))
        return "\n".join(lines) or self.tr("Everybody is there and has answered.")

    def _without_conclusion(self, session: Session) -> str:
        open_ = [value.name for value in session.values if not ((found := session.conclusion(value.id)) and found.effect)]
        if not open_:
            return self.tr("Every value has a conclusion.") if session.values else self.tr("There are no values yet.")
        return self.tr("Without a conclusion: {names}").format(names=", ".join(open_))

    def enter(self, what: object) -> None:
        self.exports["pdf"].button.setFocus()

    # Doing

    def _exporter(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.export(offer)

    def _here(self) -> Path:
        """Where files go: where the last one went, beside the session, or among the documents."""
        if self._folder is not None:
            return self._folder
        if self.workspace.path is not None and not self.workspace.is_example:
            return self.workspace.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def export(self, offer: Offer) -> None:
        """Ask where, and write the file."""
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
        from kanaalwaarden.export.files import write_new

        try:
            words = Labels(paths.read_json(f"labels/{self.language.key}.json"))
            prompts = self.workspace.prompts_in(words.language)
            options = Options(self.edition.key)  # what is blind is left out in either
            data = export_bytes(self.workspace.session, offer.format, words, prompts, options)
            write_new(path, data, overwrite=asked)
        except Refused as problem:
            self.band.tell(self.labels.problem(problem), trouble=True)
            return
        self._folder, self._written = path.parent, path
        self.band.tell(self.tr("Saved: {name}").format(name=path.name), folder=True)
        self.status.emit("", "")

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
