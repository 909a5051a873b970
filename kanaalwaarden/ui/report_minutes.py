"""Het verslag: its parts at the left, and the PDF itself in the middle, page by page as it will be printed."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.minutes import CHAPTERS, PARTS
from kanaalwaarden.ui.background import Job, JobBar, refusal
from kanaalwaarden.ui.pdf_view import PdfView
from kanaalwaarden.ui.prepare_editors import yielding
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import button, label, lines_height
from kanaalwaarden.ui.workspace import Workspace, words_in

_PARTS = 286
_QUIET_MS = 300
"""So long nothing has to change before the pages are made anew."""


class PartsList(QTreeWidget):
    """The parts of the minutes with a check box and the page on which they begin. `changed` when one is wanted or not."""

    changed = Signal()
    page_wanted = Signal(int)

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Parts of the minutes"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFont(theme.font("body"))
        self.setWordWrap(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(round(theme.scaled(20)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._later = QTimer(self)  # while a section is being resized the rows cannot be laid out anew
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        self.header().sectionResized.connect(lambda *_: self._later.start())
        self._items: dict[str, QTreeWidgetItem] = {}
        for part in CHAPTERS:
            self._add(self, part, labels(f"minutes.part_{part}"))
        for part in PARTS[len(CHAPTERS) :]:
            self._add(self._items["values"], part, labels(f"minutes.part_{part}"))
        self._add(self, "attachments", self.tr("Data files inside the PDF (JSON, CSV)"))
        title = self._items["title"]
        title.setFlags(title.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)  # there is no document without it
        self.expandAll()
        self._fit()
        self.show_pages({})
        self._wanted = list(self._items)
        self.itemChanged.connect(lambda *_: self._item_changed())
        self.currentItemChanged.connect(self._go)

    def _add(self, parent: QTreeWidget | QTreeWidgetItem, part: str, name: str) -> None:
        item = QTreeWidgetItem(parent, [name, ""])
        item.setCheckState(0, Qt.CheckState.Checked)
        item.setData(0, Qt.ItemDataRole.UserRole, part)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._items[part] = item

    def _fit(self) -> None:
        """Give a name that needs two lines two, and every row the height that a finger needs."""
        theme = self._theme
        for part, item in self._items.items():
            inside = 1 if part in PARTS[len(CHAPTERS) :] else 0
            width = self.columnWidth(0) - inside * self.indentation() - round(theme.scaled(26))
            height = lines_height(self, item.text(0), width) + theme.space(3)
            item.setSizeHint(0, QSize(width, max(height, round(theme.size("hit_min")))))
        self.doItemsLayout()

    def wanted(self, part: str) -> bool:
        """Whether a part is to be in it."""
        return self._items[part].checkState(0) == Qt.CheckState.Checked

    def show_pages(self, pages: dict[str, int]) -> None:
        """On which page each part begins, counted from 1; a part that has nothing in it has none."""
        with QSignalBlocker(self):
            for part, item in self._items.items():
                page = pages.get(part)
                item.setText(1, str(page) if page else "")
                item.setData(1, Qt.ItemDataRole.UserRole, page or 0)
                told = self.tr("page {page}").format(page=page) if page else ""
                item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, told)
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, told or self.tr("no page"))
        self.viewport().update()

    def show_current(self, part: str) -> None:
        """Mark the part that is in view, without going anywhere."""
        with QSignalBlocker(self):
            self.setCurrentItem(self._items[part])

    def _item_changed(self) -> None:
        """Something of an item is another: tell it where that is whether it is wanted."""
        wanted = [part for part in self._items if self.wanted(part)]
        if wanted != self._wanted:
            self._wanted = wanted
            for part in PARTS[len(CHAPTERS) :]:
                self._items[part].setDisabled("values" not in wanted)
            self.changed.emit()

    def _go(self, item: QTreeWidgetItem | None) -> None:
        page = item.data(1, Qt.ItemDataRole.UserRole) if item else 0
        if page:
            self.page_wanted.emit(page)


class MinutesPage(QWidget):
    """The preview. It is made anew, beside the window, when something has changed and it is in view."""

    read_back_wanted = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, making: Callable[[], Callable[[], bytes]], language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`making` gives the work of making the PDF as it is chosen now, `language` the language of it."""
        super().__init__(parent)
        self._workspace, self._theme, self._making, self._language = workspace, theme, making, language
        self.data: bytes | None = None
        """The PDF that is shown; None while there is none."""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.left = QFrame()
        self.left.setProperty("panel", "left")
        column = QVBoxLayout(self.left)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(2), theme.space(4))
        column.setSpacing(theme.space(3))
        column.addWidget(label(theme, self.tr("Parts"), "section", bold=True))
        self.list = PartsList(theme, workspace.labels)
        self.list.changed.connect(self.refresh)
        column.addWidget(self.list, 1)
        self.read_back = QFrame()
        self.read_back.setProperty("band", "quiet")
        inside = QVBoxLayout(self.read_back)
        self._read_back = yielding(label(theme, "", "secondary"))
        inside.addWidget(self._read_back)
        go = button(theme, self.tr("Read back"), "list-checks")
        go.clicked.connect(self.read_back_wanted)
        inside.addWidget(go, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.read_back)
        self._row.addWidget(self.left)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._job = Job(self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._failed)
        middle.addWidget(JobBar(theme, self._job, self.tr("The pages are being made…")))
        self.view = PdfView(theme)
        self.view.page_changed.connect(self._page_shown)
        self.list.page_wanted.connect(self.view.go_to_page)
        middle.addWidget(self.view, 1)
        self._row.addLayout(middle, 1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._make)
        self._pages: dict[str, int] = {}
        self._narrow = False
        self.left.setFixedWidth(round(theme.scaled(_PARTS)))

    # What is chosen

    def parts(self) -> list[str]:
        """The parts that are wanted."""
        return [part for part in PARTS if self.list.wanted(part)]

    def attachments(self) -> bool:
        """Whether the data files go along inside the PDF."""
        return self.list.wanted("attachments")

    # Showing

    def set_narrow(self, narrow: bool, column: QBoxLayout) -> None:
        """Where there is no room beside the pages, the parts stand at the head of the choices: in `column`."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            column.insertWidget(0, self.left)
            self.left.setMaximumWidth(16_777_215)
            self.left.setMinimumWidth(0)
            self.list.setMinimumHeight(self.list.sizeHintForRow(0) * (len(PARTS) + 2))
        else:
            self._row.insertWidget(0, self.left)
            self.left.setFixedWidth(round(self._theme.scaled(_PARTS)))
            self.list.setMinimumHeight(0)
        self.left.show()

    def show_read_back(self, told: str) -> None:
        """How far the reading back is."""
        self._read_back.setText(told)
        self.read_back.setVisible(bool(told))

    def refresh(self) -> None:
        """Make the pages anew, in a moment: typing goes on meanwhile."""
        self._quiet.start()

    def forget(self) -> None:
        """Another session: what is shown is not its minutes."""
        self.stop()
        self.data, self._pages = None, {}
        self.list.show_pages({})
        self.view.clear(self.tr("The pages are being made…"))

    def stop(self) -> None:
        """Nobody looks any more."""
        self._quiet.stop()
        self._job.cancel()

    def _make(self) -> None:
        if not self.isVisible():
            return
        if self.data is None:
            self.view.clear(self.tr("The pages are being made…"))
        words = words_in(self._language())
        self._heads = {part: words(f"minutes.part_{part}") for part in CHAPTERS}
        self._job.start(self._making())

    def _show(self, data: bytes) -> None:
        self.data = data
        self.view.show_pdf(data)
        pages = {"title": 1}
        for mark in self.view.bookmarks:
            if mark.level == 0:
                pages |= {part: mark.page for part, head in self._heads.items() if mark.title.endswith(f" {head}")}
        pages["attachments"] = 0
        self._pages = pages
        self.list.show_pages(pages)
        self._page_shown(self.view.page)

    def _failed(self, problem: Exception) -> None:
        told = self._workspace.labels.problem(refusal(problem))
        self.data = None
        self.view.clear(told)

    def _page_shown(self, page: int) -> None:
        before = [part for part in CHAPTERS if 0 < self._pages.get(part, 0) <= page]
        if before:
            self.list.show_current(before[-1])
