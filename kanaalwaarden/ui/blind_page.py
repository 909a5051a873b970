"""A cell while its round is still blind: how far everybody is, and nothing about what anybody answered. And the one way out: revealing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.blind import hidden_values, open_blind_round
from kanaalwaarden.core.model import Discipline
from kanaalwaarden.ui.marks import crisp, draw_text
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Column, button, label, open_at
from kanaalwaarden.ui.workspace import Workspace


class Seats(QWidget):
    """Everybody's seat: outlined for who has answered, the code alone for who has not. Never a fill."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seats: list[tuple[str, bool]] = []

    def show_seats(self, seats: list[tuple[str, bool]], told: str) -> None:
        """Show these (code, whether it answered)."""
        self._seats = seats
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def _across(self, width: float) -> int:
        return max(1, int((width + self._theme.scaled(5)) // self._theme.scaled(41)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._seats) // self._across(width))
        return round(max(1, rows) * self._theme.scaled(33))

    def sizeHint(self) -> QSize:
        return QSize(round(len(self._seats) * self._theme.scaled(41)), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.scaled(36)), round(self._theme.scaled(33)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, at = self._theme, self._theme.scaled
        across = self._across(self.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, (code, there) in enumerate(self._seats):
                box = crisp(painter, QRectF(place % across * at(41), place // across * at(33), at(36), at(28)))
                if there:
                    painter.setPen(QPen(theme.color("border_strong"), 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("mark"), theme.radius("mark"))
                draw_text(painter, box, code, theme.font(bold=there), theme.color("text" if there else "text_muted"), centred=True)


class RevealDialog(QDialog):
    """The one question before a reveal, because it cannot be undone."""

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, what: str, waiting: Sequence[str]) -> bool:
        """Whether to reveal `what`; `waiting` are those who have not answered everything."""
        dialog = cls(parent, theme, what, waiting)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return wanted

    def __init__(self, parent: QWidget, theme: Theme, what: str, waiting: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reveal"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(7), theme.space(7), theme.space(7), theme.space(6))
        layout.setSpacing(theme.space(5))
        layout.addWidget(label(theme, what, "section", bold=True))
        layout.addWidget(label(theme, self.tr("What was seen cannot be unseen: revealing cannot be undone. The answers are frozen.")))
        if waiting:
            layout.addWidget(label(theme, self.tr("Not ready yet: {names}.").format(names=", ".join(waiting)), muted=True))
        buttons = QDialogButtonBox()
        self.yes = button(theme, self.tr("Reveal"), "eye", primary=True)
        self.no = button(theme, self.tr("Keep it blind"))
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.no.setFocus()
        layout.addWidget(buttons)
        open_at(self, theme, 420)


class RevealButton(QPushButton):
    """Reveals after one question: everything, or one value from its menu. `revealed` tells that it happened."""

    revealed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, *, one_value: bool = False, primary: bool = True) -> None:
        super().__init__()
        self._workspace, self._theme = workspace, theme
        self.setText(self.tr("Reveal one value…") if one_value else self.tr("Reveal…"))
        self.setFont(theme.font("button", bold=primary))
        self.setProperty("primary", primary or None)
        self.setMinimumHeight(round(theme.size("button_small")))
        self.setIcon(theme.icon("eye", "on_accent" if primary else "text"))
        self.setIconSize(theme.icon_size("button"))
        if one_value:
            self._values = QMenu(self)
            self._values.aboutToShow.connect(self.fill)
            self.setMenu(self._values)
        else:
            self.clicked.connect(lambda: self.reveal(""))

    def fill(self) -> None:
        """Offer the values that are still blind."""
        session = self._workspace.shown
        blind = hidden_values(session)
        self._values.clear()
        for value in session.values:
            if value.id in blind:
                action = self._values.addAction(value.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, key=value.id: self.reveal(key))

    def reveal(self, value: str) -> None:
        """Ask, and reveal one value, or all with ''."""
        session = self._workspace.shown
        number = open_blind_round(session)
        if number is None:
            return
        if value:
            what = self.tr("Reveal the answers on {value}?").format(value=session.value(value).name)
            waiting = self._waiting(number, value)
        else:
            what = self.tr("Reveal all answers of round {number}?").format(number=number)
            waiting = [each.discipline.name for each in self._workspace.blind_progress() if not each.ready]
        if RevealDialog.ask(self.window(), self._theme, what, waiting) and self._workspace.reveal(number, value) is None:
            self.revealed.emit()

    def _waiting(self, number: int, value: str) -> list[str]:
        """Who has not answered every cell of a value."""
        session = self._workspace.shown
        given = [self._workspace.given(number, value, each.id) for each in session.platforms]
        return [each.name for seat, each in enumerate(session.disciplines) if not each.absent and not all(one[seat] for one in given)]


class BlindPage(QWidget):
    """What may be known of a cell, and of the round, before the reveal."""

    revealed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._rows: list[tuple[str, QLabel, QProgressBar, QLabel]] = []
        self.told = label(theme, "", "section", bold=True)
        self.cell = label(theme, "", muted=True)
        self.seats = Seats(theme)
        self.reveal = RevealButton(workspace, theme)
        self.reveal_one = RevealButton(workspace, theme, one_value=True, primary=False)
        for each in (self.reveal, self.reveal_one):
            each.revealed.connect(self.revealed.emit)
        self.warning = label(theme, self.tr("Revealing cannot be undone."), "secondary", muted=True)
        self.ready = label(theme, "", bold=True)
        self.column = Column(theme)
        self.column.column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(5))
        self._grid.setVerticalSpacing(theme.space(2))
        self._grid.setColumnStretch(1, 1)
        self.column.column.addLayout(self._grid)
        self.column.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(3))
        layout.addWidget(self.told)
        layout.addWidget(self.cell)
        layout.addWidget(self.seats)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(self.reveal)
        row.addWidget(self.reveal_one)
        row.addWidget(self.warning, 1)
        layout.addLayout(row)
        layout.addSpacing(theme.space(2))
        layout.addWidget(self.ready)
        layout.addWidget(self.column, 1)

    def show_cell(self, value: str, platform: str) -> None:
        """Show how far everybody is; `platform` '' is the value as a whole."""
        session, labels = self._workspace.shown, self._workspace.labels
        number = open_blind_round(session)
        if number is None:
            return
        self.told.setText(labels("blind.progress", number=number))
        at = [platform] if platform else [each.id for each in session.platforms]
        given = [self._workspace.given(number, value, each) for each in at]
        seats = [(each, all(one[seat] for one in given)) for seat, each in enumerate(session.disciplines) if not each.absent]
        done, total = sum(1 for _, there in seats if there), len(seats)
        name = session.platform(platform).name if platform else labels("table.all_platforms")
        said = labels("blind.cell_said", value=session.value(value).name, platform=name, done=done, total=total)
        self.cell.setText(labels("blind.cell", done=done, total=total))
        self.cell.setAccessibleName(said)
        self.seats.show_seats([(each.code, there) for each, there in seats], said)
        progress = self._workspace.blind_progress()
        self.ready.setText(labels("blind.of", done=sum(1 for each in progress if each.ready), total=len(progress)))
        self._fit([each.discipline for each in progress])
        for (_, name_label, bar, count), each in zip(self._rows, progress, strict=True):
            told = labels("blind.line", name=each.discipline.name, done=each.answered, total=each.total)
            name_label.setText(each.discipline.name)
            count.setText(labels("blind.cell", done=each.answered, total=each.total))
            bar.setMaximum(max(1, each.total))
            bar.setValue(min(each.answered, max(1, each.total)))
            bar.setAccessibleName(told)
        read_only = self._workspace.read_only
        for part in (self.reveal, self.reveal_one, self.warning):
            part.setVisible(not read_only)

    def _fit(self, who: list[Discipline]) -> None:
        """One line per discipline."""
        if [each.id for each in who] == [key for key, *_ in self._rows]:
            return
        for _, *old in self._rows:
            for part in old:
                part.hide()
                part.deleteLater()
        self._rows = []
        for place, each in enumerate(who):
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setFixedHeight(round(self._theme.scaled(8)))
            name, count = label(self._theme, each.name, wrap=False), label(self._theme, "", "secondary", muted=True, wrap=False)
            for column, part in enumerate((name, bar, count)):
                self._grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows.append((each.id, name, bar, count))
