"""Tables on the clipboard: as a table for Word and Excel, and as tab-separated text for whatever takes only that."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractListModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from kanaalwaarden.core.text import defuse

Lines = list[str]
"""The lines of one cell."""


def table_mime(table: Sequence[Sequence[Lines]], foot: str = "", *, heads: bool = True) -> QMimeData:
    """The rows of a table, with heads in the first row and column where it has them, and a sentence under it."""
    mime = QMimeData()
    text = "\n".join("\t".join(_flat(cell) for cell in line) for line in table)
    mime.setText(f"{text}\n{_flat([foot])}\n" if foot else f"{text}\n")
    mime.setHtml(_html(table, foot, heads))
    return mime


def copied(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """If the key is that for copying, the whole of this list or table goes to the clipboard; out: whether it was."""
    if not event.matches(QKeySequence.StandardKey.Copy):
        return False
    model, show = view.model(), Qt.ItemDataRole.DisplayRole
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    lists = isinstance(model, QAbstractListModel)
    columns = range(1 if lists else model.columnCount())
    spoken = Qt.ItemDataRole.AccessibleTextRole if lists else show  # a row of a list has one name, and says more
    beside = [str(model.headerData(row, down) or "") for row in range(model.rowCount())] if not lists else []
    named = any(each and not each.isdigit() for each in beside)
    table: list[list[Lines]] = []
    heads = [[str(model.headerData(column, across) or "")] for column in columns]
    if not lists:
        table.append([[""], *heads] if named else heads)
    for row in range(model.rowCount()):
        cells = []
        for index in (model.index(row, column) for column in columns):
            more = "" if lists else str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or "")
            text = str(index.data(spoken) or index.data(show) or "")
            cells.append([text, more] if more and more != text else [text])
        table.append([[beside[row]], *cells] if named else cells)
    QGuiApplication.clipboard().setMimeData(table_mime(table, heads=not lists))
    return True


def _flat(lines: Lines) -> str:
    return defuse("; ".join(lines).replace("\t", " ").replace("\n", " "))


def _html(table: Sequence[Sequence[Lines]], foot: str, heads: bool) -> str:
    """The table as HTML; the number format makes a spreadsheet take every cell for text."""
    text = "mso-number-format:'\\@'"

    def cell(tag: str, lines: Lines) -> str:
        return f'<{tag} style="{text}">' + "<br>".join(escape(line) for line in lines) + f"</{tag}>"

    rows = [
        "<tr>" + "".join(cell("th" if heads and (number == 0 or place == 0) else "td", lines) for place, lines in enumerate(line)) + "</tr>"
        for number, line in enumerate(table)
    ]
    under = f"<p>{escape(foot)}</p>" if foot else ""
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{"".join(rows)}</table>{under}</body></html>'
