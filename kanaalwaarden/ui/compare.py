"""Another session beside the open one: what moved, what was decided then and now, what was met and done."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from kanaalwaarden.core.blind import visible
from kanaalwaarden.core.blocks import Block, Bullets, Heading, Paragraph, Table
from kanaalwaarden.core.compare import comparison
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Session
from kanaalwaarden.ui.copying import copied
from kanaalwaarden.ui.report import MessageBand
from kanaalwaarden.ui.rows import Index
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Column, EmptyState, button, label
from kanaalwaarden.ui.workspace import Changed, Workspace


class BlockTable(QAbstractTableModel):
    """A table of a document, as it is."""

    def __init__(self, table: Table, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table, self._theme = table, theme

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.head)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._table.head):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._table.head[section].text if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        text = "\n".join(part for part in (cell.text, cell.note) if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.head[index.column()].text}: {text}"
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font("body", bold=cell.strong)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None


class BlockTableView(QTableView):
    """A table as high as its rows, so that the page scrolls and not the table."""

    def __init__(self, theme: Theme, table: Table, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths = table.widths or [1 / len(table.head)] * len(table.head)
        self.setModel(BlockTable(table, theme, self))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copied(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for place, share in enumerate(self._widths):
                self.horizontalHeader().resizeSection(place, int(self.viewport().width() * share))
            self.resizeRowsToContents()
            self.setFixedHeight(self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 2)


class CompareScreen(Screen):
    """The comparison of the open session with an earlier one."""

    NAME = "compare"

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.old: Session | None = None
        self.path: Path | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.space(5), 0, 0)
        whole.setSpacing(theme.space(4))
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(7), 0, theme.space(7), 0)
        head.setSpacing(theme.space(3))
        head.addWidget(label(theme, self.tr("Comparison"), "h1", bold=True, wrap=False))
        head.addStretch(1)
        self.choose = button(theme, self.tr("Choose another session…"), "folder-open")
        self.choose.clicked.connect(self.ask)
        self.save = button(theme, self.tr("Save the comparison…"), "file-down")
        self.save.clicked.connect(self.ask_save)
        head.addWidget(self.choose)
        head.addWidget(self.save)
        whole.addLayout(head)
        self.band = MessageBand(theme, self.tr("Open folder"), self.tr("Close"))
        self.band.folder.hide()
        whole.addWidget(self.band)
        sentence = self.tr("Choose the session of last year, for example. What moved since, and what was decided, then stands here.")
        self.empty = EmptyState(theme, sentence, self.tr("Choose a session…"), "folder-open")
        self.empty.pressed.connect(self.ask)
        self.page = Column(theme)
        self.page.column.setContentsMargins(theme.space(7), 0, theme.space(7), theme.space(6))
        whole.addWidget(self.page, 1)
        whole.addWidget(self.empty, 1)

    def refresh(self, changed: Changed) -> None:
        if changed.what - {"kept", "trouble"}:
            self._show()

    def _show(self) -> None:
        layout = self.page.column
        while (item := layout.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.setParent(None)
                part.deleteLater()
        self.page.setVisible(self.old is not None)
        self.save.setVisible(self.old is not None)
        self.choose.setVisible(self.old is not None)
        self.empty.setVisible(self.old is None)
        if self.old is None:
            return
        document = comparison(visible(self.old), self.session, self.labels)
        heading = ""
        for block in (each for section in document.sections for each in section.blocks):
            heading = block.text if isinstance(block, Heading) else heading
            for widget in self._widgets(block, heading):
                layout.addWidget(widget)
        layout.addStretch(1)

    def _widgets(self, block: Block, heading: str) -> list[QWidget]:
        theme = self.theme
        if isinstance(block, Heading):
            return [label(theme, block.text, "section", bold=True)] if block.level > 1 else []
        if isinstance(block, Paragraph):
            return [label(theme, " ".join(part for part in (block.lead, block.text) if part))]
        if isinstance(block, Bullets):
            return [label(theme, f"•  {item}") for item in block.items]
        return [BlockTableView(theme, block, heading)] if isinstance(block, Table) else []

    # Choosing and saving

    def ask(self) -> None:
        """Ask for the other session."""
        folder = self.workspace.path.parent if self.workspace.path else Path.home()
        kinds = self.tr("Sessions (*.kanaal *.json)")
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Compare with another session"), str(folder), kinds)
        if given:
            self.compare_with(Path(given))

    def compare_with(self, path: Path) -> None:
        """Show the comparison with the session in this file, or say why it cannot be read."""
        try:
            self.old, self.path = self.workspace.peek(path), path
        except Refused as problem:
            self.band.tell(self.labels.problem(problem), trouble=True)
            return
        self.band.hide()
        self._show()
        self.save.setFocus()

    def ask_save(self) -> None:
        """Ask where, and write the comparison as PDF or CSV."""
        from kanaalwaarden.core.file_names import file_name
        from kanaalwaarden.export.files import write_new
        from kanaalwaarden.export.formats import comparison_bytes

        if self.old is None:
            return
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        word = self.tr("comparison")
        name = file_name(f"{self.workspace.title} - {word}", word, ".pdf")
        kinds = ";;".join([self.tr("PDF (*.pdf)"), self.tr("CSV (*.csv)")])
        given, kind = QFileDialog.getSaveFileName(self, self.tr("Save the comparison"), str(home / name), kinds)
        if not given:
            return
        asked = given.lower().endswith((".pdf", ".csv"))
        path = Path(given if asked else given + (".csv" if "csv" in kind.lower() else ".pdf"))
        try:
            data = comparison_bytes(self.old, self.workspace.session, path.suffix.lower().lstrip("."), self.labels)
            write_new(path, data, overwrite=asked)
        except Refused as problem:
            self.band.tell(self.labels.problem(problem), trouble=True)
            return
        self.band.tell(self.tr("Saved: {name}").format(name=path.name))

    def enter(self, what: object) -> None:
        """Ask for a session if there is none yet; a path is compared with."""
        if isinstance(what, Path):
            self.compare_with(what)
        (self.save if self.old is not None else self.empty.button).setFocus()
