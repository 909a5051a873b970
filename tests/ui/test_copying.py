"""Tables on the clipboard: what Word and Excel get as a table, and other programs as text, says the same."""

from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from kanaalwaarden.ui.lenses import LensesScreen
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.prepare_lists import RowList
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.rows import RowsTable
from tests.ui.conftest import example
from tests.ui.walks import settle, tabs_of


class _Cells(HTMLParser):
    """The cells of the one table of a page, row by row; lines of a cell are joined as the text joins them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "br":
            self.rows[-1][-1] += "; "

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


def copy(view: QAbstractItemView) -> list[list[str]]:
    """Ctrl+C; the cells as a spreadsheet reads them from the page, which must be those of the text."""
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    page = _Cells(mime.html())
    assert page.tags == {"html", "head", "meta", "body", "table", "tr", "td", *(["th"] if "th" in page.tags else []),
                         *(["br"] if "br" in page.tags else [])}  # fmt: skip
    lines = [line.split("\t") for line in mime.text().rstrip("\n").split("\n")]
    assert [[cell.replace("\n", " ") for cell in row] for row in page.rows] == [[cell.removeprefix("'") for cell in row] for row in lines]
    assert len({len(row) for row in page.rows}) == 1
    return page.rows


def test_lists_and_tables_are_copied_whole(window: MainWindow, tmp_path: Path, qapp: QApplication) -> None:
    session = example()
    assert window.workspace.new(tmp_path / "zaak.kanaal", session) is None
    window.show_screen("rate")
    settle(qapp)
    rate = window.current
    assert isinstance(rate, RateScreen)
    grid = copy(rate.grid)
    assert grid[0] == ["", *(each.name for each in session.platforms)]
    assert [row[0] for row in grid[1:]] == [each.label for each in session.values]
    first = session.rating(1, rate.discipline_id, session.platforms[0].id, session.values[0].id)
    assert first is not None
    assert grid[1][1].startswith(window.workspace.labels.short(first.effect))
    assert first.reason in grid[1][1]
    window.show_screen("lenses")
    settle(qapp)
    lenses = window.current
    assert isinstance(lenses, LensesScreen)
    pivots = copy(lenses.pivots)
    assert pivots[0] == list(lenses.pivots.lines.heads)
    assert len(pivots) == lenses.pivots.lines.rowCount() + 1
    cell = (session.values[0].id, session.platforms[0].id)
    window.show_screen("discuss", cell)
    settle(qapp)
    lanes = next(each for each in window.current.findChildren(RowsTable) if each.isVisible())
    said = copy(lanes)
    assert {row[0] for row in said[1:]} >= {each.name for each in session.disciplines}
    assert any(first.reason in part for row in said for part in row)
    window.show_screen("prepare")
    for _ in tabs_of(window):
        settle(qapp)
        shown = [each for each in window.current.findChildren(RowList) if each.isVisible()]
        for each in shown:
            rows = copy(each)
            assert len(rows) == each.model().rowCount()
            assert all(row[0] for row in rows)
