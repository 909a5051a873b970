"""Bestanden: the tables and data that leave the room, what comes in, and what is still open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kanaalwaarden.core.blind import hidden_values
from kanaalwaarden.core.divergence import DIFFERING, discuss_first
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Session
from kanaalwaarden.core.progress import cell_count, expected
from kanaalwaarden.ui.prepare_editors import yielding
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, breakable, button, label
from kanaalwaarden.ui.workspace import Workspace


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

    def __init__(self, theme: Theme, offer: Offer, *, icon: str = "file-down") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        row.setSpacing(theme.space(6))
        words = QVBoxLayout()
        words.setSpacing(theme.space(0))
        words.addWidget(label(theme, offer.name, bold=True))
        words.addWidget(label(theme, offer.holds, "secondary", muted=True))
        row.addLayout(words, 1)
        self.button = button(theme, offer.act, icon, tall=True)
        self.button.setAccessibleName(f"{offer.act} {offer.name}")
        self.button.setAccessibleDescription(offer.holds)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)


class FilesPage(QWidget):
    """Everything but the minutes, one card each; then what is in it and what is still open."""

    save_wanted = Signal(object)
    """Somebody wants this offer as a file."""
    import_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self.theme = workspace, theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = Column(theme)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.column.setContentsMargins(theme.space(7), theme.space(1), theme.space(7), theme.space(6))
        area.column.setSpacing(theme.space(4))
        whole.addWidget(area)
        column = area.column
        self.buttons: dict[str, QPushButton] = {}
        self.offers = self._offers()
        for offer in self.offers:
            card = ExportCard(theme, offer)
            card.button.clicked.connect(self._saver(offer))
            self.buttons[offer.format] = card.button
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
        self.take_in.clicked.connect(self.import_wanted)
        column.addWidget(card)
        column.addSpacing(theme.space(4))
        column.addWidget(label(theme, self.tr("How far it is"), "section", bold=True))
        column.addWidget(self._build_summary())
        column.addStretch(1)

    def _saver(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.save_wanted.emit(offer)

    def _offers(self) -> list[Offer]:
        save = self.tr("Save…")
        return [
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

    def refresh(self) -> None:
        """Show what is kept now."""
        workspace, session, labels = self._workspace, self._workspace.shown, self._workspace.labels
        self.take_in.setEnabled(not workspace.read_only)
        self.take_in.setToolTip(labels.problem(Refused("session_read_only")) if workspace.read_only else "")
        cells = discuss_first(session, session.rounds[-1])
        states = [(state, sum(1 for cell in cells if cell.state == state)) for state in DIFFERING]
        told = ", ".join(f"{count} × {labels(f'divergence.{state}')}" for state, count in states if count)
        alone = [f"{cell.value.label} × {cell.platform.name}: {labels.names(cell.alone)}" for cell in cells if cell.alone]
        undivided = labels("divergence.niet_uitgesplitst") if session.undivided else ""
        self._show("answers", self._answers(session))
        self._show("who", self._missing(session))
        blind = labels("blind.state") if hidden_values(session) else ""
        self._show("differences", told or undivided or blind or self.tr("No cells in which disciplines differ."))
        self._show("alone", "\n".join(alone) or undivided or blind or self.tr("Nobody stands alone."))
        self._show("conclusions", self._without_conclusion(session))

    def _show(self, part: str, text: str) -> None:
        self._parts[part].setText(breakable(text))

    def _answers(self, session: Session) -> str:
        if session.undivided:
            return self._workspace.labels("sentence.one_voice")
        done = sum(self._workspace.session.answers(1, each.id) for each in session.disciplines)  # a count of answers is progress
        total = cell_count(session) * len(expected(session))
        return self.tr("{done} of {total} answers are in.").format(done=done, total=total)

    def _missing(self, session: Session) -> str:
        absent = [each for each in session.disciplines if each.absent]
        lines = [self._workspace.labels("table.absent", names=self._workspace.labels.names(absent))] if absent else []
        cells = cell_count(session)
        if not session.undivided:
            left = [(each.name, cells - self._workspace.session.answers(1, each.id)) for each in expected(session)]
            lines += [self.tr("{name}: %n answer(s) to go", "", count).format(name=name) for name, count in left if count > 0]
        if session.undivided:
            lines.append(self._workspace.labels("divergence.niet_uitgesplitst"))
        return "\n".join(lines) or self.tr("Everybody is there and has answered.")

    def _without_conclusion(self, session: Session) -> str:
        open_ = [value.name for value in session.values if not ((found := session.conclusion(value.id)) and found.effect)]
        if not open_:
            return self.tr("Every value has a conclusion.") if session.values else self.tr("There are no values yet.")
        return self.tr("Without a conclusion: {names}").format(names=", ".join(open_))
