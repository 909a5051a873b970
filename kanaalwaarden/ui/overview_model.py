"""What stands in the overview.

The model makes value objects (a CellPicture per cell, or an Answer of one discipline) once and keeps them until their cell changes; the
delegate of `overview_table` only draws them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt

from kanaalwaarden.core.blind import hidden
from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.model import OUTSIDE, Conclusion, Discipline, Edit, MinorityNote, Platform, Rating, Session, Value
from kanaalwaarden.core.picture import CellPicture, picture_of
from kanaalwaarden.ui.copying import table_mime
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.widgets import safe_tip
from kanaalwaarden.ui.workspace import Workspace

ALL, DISCIPLINE, VALUE, PLATFORM = "all", "discipline", "value", "platform"
VIEWS = (ALL, DISCIPLINE, VALUE, PLATFORM)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one discipline on one cell, ready to draw."""

    effect: str
    word: str
    alone: bool
    accessible: str


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column header. `picture` is the whole cell that a column stands for, if it stands for one."""

    name: str
    code: str = ""
    conclusion: str = ""
    conclusion_word: str = ""
    text: str = ""
    accessible: str = ""
    picture: CellPicture | None = None
    blind: bool = False


@dataclass(frozen=True, slots=True)
class BlindCell:
    """A cell before the reveal: how many disciplines answered, per seat whether, and never what."""

    given: tuple[bool, ...]
    text: str
    state: str
    accessible: str


class OverviewModel(QAbstractTableModel):
    """Values x platforms with everybody's marks; the same for one discipline; disciplines x platforms of a value; disciplines x values of
    a platform."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = workspace.shown  # the one that is shown: until the next `show` it stays, also when another is opened
        self.view = ALL
        self.which = ""
        self.round = 1
        self.rows: list[Value] | list[Discipline] = []
        self.columns: list[Value] | list[Platform] = []
        self._pictures: dict[tuple[str, str], CellPicture] = {}
        self._answers: dict[tuple[str, str], dict[str, Answer]] = {}
        self._blind: dict[tuple[str, str], BlindCell] = {}
        self.blind: frozenset[str] = frozenset()

    def show(self, view: str, which: str, round_: int) -> None:
        """Show this view of the session as it is now; `which` discipline, value or platform it is of."""
        self.beginResetModel()
        session = self._session = self._workspace.shown
        self.view, self.which, self.round = view, which, round_
        self._pictures, self._answers, self._blind = {}, {}, {}
        self.blind = blind_values(session, round_)
        self.rows = list(session.values) if view in (ALL, DISCIPLINE) else list(session.disciplines)
        self.columns = list(session.values) if view == PLATFORM else list(session.platforms)
        self.endResetModel()

    def touch(self, edits: Iterable[Edit]) -> None:
        """Take in edits of ratings, conclusions and minority notes: only their cells are made again and painted."""
        cells = {(each.record.value, each.record.platform) for each in edits if isinstance(each.record, Rating | Conclusion | MinorityNote)}
        self._session = self._workspace.shown  # while a round is blind every change makes it anew
        for value, platform in cells:
            self._pictures.pop((value, platform), None)
            self._answers.pop((value, platform), None)
            self._blind.pop((value, platform), None)
        for value, platform in cells:
            rows = range(len(self.rows)) if self.view in (VALUE, PLATFORM) else self._places(self.rows, value)
            columns = self._places(self.columns, value if self.view == PLATFORM else platform)
            if not rows or (self.view == VALUE and value != self.which) or (self.view == PLATFORM and platform != self.which):
                continue
            if not platform:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, rows[0], rows[-1])
            elif columns:
                self.dataChanged.emit(self.index(rows[0], columns[0]), self.index(rows[-1], columns[-1]))
                if self.view in (VALUE, PLATFORM):
                    self.headerDataChanged.emit(Qt.Orientation.Horizontal, columns[0], columns[-1])

    @staticmethod
    def _places(records: Sequence[Value | Platform | Discipline], key: str) -> range:
        place = next((place for place, each in enumerate(records) if each.id == key), None)
        return range(0) if place is None else range(place, place + 1)

    def target(self, row: int, column: int) -> tuple[str, str]:
        """The (value, platform) that a cell of the table belongs to."""
        if self.view == VALUE:
            return self.which, self.columns[column].id
        if self.view == PLATFORM:
            return self.columns[column].id, self.which
        return self.rows[row].id, self.columns[column].id

    def picture(self, value: str, platform: str) -> CellPicture:
        """The whole cell, made once."""
        found = self._pictures.get((value, platform))
        if found is None:
            session = self._session
            found = picture_of(session, self._workspace.labels, session.value(value), session.platform(platform), self.round)
            self._pictures[value, platform] = found
        return found

    def blind_cell(self, value: str, platform: str) -> BlindCell:
        """A cell that is still blind, made once."""
        found = self._blind.get((value, platform))
        if found is None:
            session, labels = self._session, self._workspace.labels
            given = self._workspace.given(self.round, value, platform)
            total = sum(1 for each, there in zip(session.disciplines, given, strict=False) if there or not each.absent)
            names = {"value": session.value(value).name, "platform": session.platform(platform).name}
            said = labels("blind.cell_said", done=sum(given), total=total, **names)
            found = BlindCell(given, labels("blind.cell", done=sum(given), total=total), labels("blind.state"), said)
            self._blind[value, platform] = found
        return found

    def item(self, row: int, column: int) -> CellPicture | Answer | BlindCell:
        """What stands in a cell of the table."""
        value, platform = self.target(row, column)
        if value in self.blind:
            return self.blind_cell(value, platform)
        if self.view == ALL:
            return self.picture(value, platform)
        if (value, platform) not in self._answers:
            self._answers[value, platform] = self._answers_on(value, platform)
        return self._answers[value, platform][self.which if self.view == DISCIPLINE else self.rows[row].id]

    def _answers_on(self, value: str, platform: str) -> dict[str, Answer]:
        session, labels = self._session, self._workspace.labels
        cell = cell_of(session, session.value(value), session.platform(platform), self.round)
        alone = {each.id for each in cell.alone}
        found: dict[str, Answer] = {}
        for each, rating in cell.ratings:
            effect = rating.effect if rating else ""
            word = labels.word(session.case.scale, effect)
            if effect in session.levels:
                word = labels(f"effect.legend.{session.case.scale}.{effect}")
            elif effect in OUTSIDE:
                word = labels.short(effect)
            told = [f"{each.name}: {labels.word(session.case.scale, effect)}."]
            if each.id in alone:
                told.append(f"{labels.alone(cell)}.")
            if rating and rating.reason:
                told.append(f"{labels('table.reason')}: {rating.reason}")
            if rating and rating.condition:
                told.append(f"{labels('table.condition')}: {rating.condition}")
            sentence = " ".join(told)
            where = f"{cell.value.name} × {cell.platform.name}"
            found[each.id] = Answer(effect, word, each.id in alone, f"{where}: {sentence}")
        return found

    def row_head(self, row: int) -> Head:
        """The header of a row: a value with its conclusion over all platforms, or a discipline."""
        record = self.rows[row]
        if isinstance(record, Discipline):
            return Head(record.name, record.code, accessible=f"{record.name} ({record.code})")
        labels = self._workspace.labels
        if record.id in self.blind:
            state = labels("blind.state")
            return Head(record.label, "", "", state, accessible=f"{record.name}: {state}", blind=True)
        spoken = self._session.conclusion(record.id)
        effect = spoken.effect if spoken else ""
        said = labels("conclusion.is", word=labels.word(self._session.case.scale, effect)) if effect else labels("conclusion.none_sentence")
        text = spoken.text if spoken else ""
        accessible = f"{record.name}, {labels('table.all_platforms')}: {said} {text}".strip()
        return Head(record.label, "", effect, labels.conclusion(effect), text, accessible)

    def column_head(self, column: int) -> Head:
        """The header of a column: a platform or value, and where the rows are disciplines its conclusion and divergence too."""
        record = self.columns[column]
        name = record.label if isinstance(record, Value) else record.name
        if self.view in (ALL, DISCIPLINE):
            return Head(name, accessible=record.name)
        value, platform = self.target(0, column)
        if value in self.blind:
            return Head(name, accessible=self.blind_cell(value, platform).accessible)
        picture = self.picture(value, platform)
        return Head(name, "", picture.conclusion, picture.conclusion_word, accessible=picture.accessible, picture=picture)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self.rows else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.item(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(item.accessible)
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(item, BlindCell):
                return f"{item.state}, {item.text}"
            return ", ".join(_headline(item)) if isinstance(item, CellPicture) else item.word
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        count = len(self.rows) if orientation == Qt.Orientation.Vertical else self.columnCount()
        if not 0 <= section < count:
            return None
        head = self.row_head(section) if orientation == Qt.Orientation.Vertical else self.column_head(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return head.accessible
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(head.accessible)
        return head.name if role == Qt.ItemDataRole.DisplayRole else None

    # The clipboard

    def cell_lines(self, row: int, column: int) -> list[str]:
        """A cell in words: conclusion and divergence, then who stands on each level; codes, and who stands alone by name."""
        item = self.item(row, column)
        if isinstance(item, Answer):
            return [item.word]
        if isinstance(item, BlindCell):
            return [item.state, item.text]
        labels = self._workspace.labels
        lines = _headline(item)
        for level in [*item.levels, *OUTSIDE]:
            there = [seat.name if seat.alone else seat.code for seat in item.seats if seat.effect == level]
            if there:
                lines.append(f"{labels.short(level)}: {', '.join(there)}")
        return lines

    def clipboard(self, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
        """These rows and columns with their headers, as a table for Word and Excel and as tab-separated text."""
        labels, session = self._workspace.labels, self._session
        corner = labels("table.value" if self.view in (ALL, DISCIPLINE) else "table.discipline")
        heads = [self.column_head(column) for column in columns]
        table: list[list[list[str]]] = [[[corner], *(_head_lines(each) for each in heads)]]
        for row in rows:
            head = self.row_head(row)
            first = [head.name, *([head.conclusion_word] if self.view in (ALL, DISCIPLINE) else [])]
            table.append([first, *(self.cell_lines(row, column) for column in columns)])
        if self.view in (ALL, DISCIPLINE):
            table[0][0].append(labels("table.all_platforms"))
        who = ", ".join(f"{each.code} {each.name}" for each in session.disciplines)
        absent = [each for each in session.disciplines if each.absent]
        foot = f"{labels('table.who')}: {who}." + (f" {labels('table.absent', names=labels.names(absent))}" if absent else "")
        return table_mime(table, foot)


def _head_lines(head: Head) -> list[str]:
    return [head.name, head.conclusion_word, head.picture.divergence_word] if head.picture else [head.name]


def _headline(picture: CellPicture) -> list[str]:
    """Conclusion and divergence in words, with the round in which the cell was asked again."""
    return [picture.conclusion_word, f"{picture.divergence_word} {picture.round_word}".strip()]


def blind_values(session: Session, round_: int) -> frozenset[str]:
    """The values of which a table of this round may show no answer: what stands in it can come from a round before."""
    numbers = [number for number in session.rounds if number <= round_]
    return frozenset(each.id for each in session.values if any(hidden(session, number, each.id) for number in numbers))
