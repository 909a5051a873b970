"""Printing a PDF through the printer dialog of the system.

The pages go to the printer as pictures, as they are in the PDF: on their own paper and at their own size, unless
another paper is chosen in the dialog; then they are made to fit it.
"""

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from kanaalwaarden.ui.pdf_pages import BadPdf, PdfPages

PRINTED, CANCELLED, NO_PRINTER, NO_PDF, FAILED = "printed", "cancelled", "no_printer", "no_pdf", "failed"
_MOST_DOTS = 300
"""Per inch. Finer cannot be seen in text and tables, and takes a printer long."""


def print_pdf(parent: QWidget | None, data: bytes, title: str) -> str:
    """Ask for a printer and print there; what became of it is one of the words above."""
    try:
        pdf = PdfPages(data)
    except BadPdf:
        return NO_PDF
    try:
        printer = choose_printer(parent, pdf, title)
        if isinstance(printer, str):
            return printer
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return _print(pdf, printer)
        finally:
            QApplication.restoreOverrideCursor()
    except BadPdf:
        return FAILED
    finally:
        pdf.close()


def sentence(status: str) -> str:
    """What to tell a person; '' where there is nothing to tell."""
    return {
        PRINTED: QCoreApplication.translate("Printing", "The document has been sent to the printer."),
        NO_PRINTER: QCoreApplication.translate("Printing", "No printer was found. Connect one, or save the PDF and print it elsewhere."),
        NO_PDF: QCoreApplication.translate("Printing", "There is no document to print. Make it again."),
        FAILED: QCoreApplication.translate("Printing", "The printer did not take the document. See whether it is on and has paper."),
    }.get(status, "")


def choose_printer(parent: QWidget | None, pdf: PdfPages, title: str) -> QPrinter | str:
    """The printer as it was set in the dialog; CANCELLED or NO_PRINTER."""
    if not QPrinterInfo.availablePrinters():
        return NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(layout(pdf.sizes[0], None))
    dialog = QPrintDialog(printer, parent)
    try:
        dialog.setWindowTitle(title)
        dialog.setMinMax(1, len(pdf))
        dialog.setFromTo(1, len(pdf))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        return printer if dialog.exec() else CANCELLED
    finally:
        dialog.deleteLater()


def layout(size: QSizeF, paper: QPageSize | None) -> QPageLayout:
    """The paper of one page, upright or across as the page is; `paper` if one was chosen. Without margins: those are in the page."""
    across = size.width() > size.height()
    upright = size.transposed() if across else size
    own = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    made = QPageLayout(paper or own, orientation, QMarginsF())
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, in the order and as often as was asked of us; copies that the printer makes itself count once."""
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        pages = [page for page in range(count) if ranges.contains(page + 1)]
    elif printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = list(range(printer.fromPage() - 1, min(printer.toPage() or count, count)))
    else:
        pages = list(range(count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _print(pdf: PdfPages, printer: QPrinter) -> str:
    """Every page that was asked for, each on its own paper."""
    asked = printer.pageLayout().pageSize()
    paper = None if asked.isEquivalentTo(layout(pdf.sizes[0], None).pageSize()) else asked
    pages = pages_wanted(printer, len(pdf))
    printer.setFullPage(True)
    painter = QPainter()
    for place, page in enumerate(pages):
        printer.setPageLayout(layout(pdf.sizes[page], paper))  # before the page begins: after that it holds for the next one
        taken = printer.newPage() if place else painter.begin(printer)
        if taken:
            _draw(pdf, page, printer, painter)
        if not taken or printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            if painter.isActive():
                painter.end()
            return FAILED
    return PRINTED if pages and painter.end() else FAILED


def _draw(pdf: PdfPages, page: int, printer: QPrinter, painter: QPainter) -> None:
    """One page: as large as it is, smaller if the paper is, in the middle."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / 72
    size = pdf.sizes[page]
    scale = min(dots, sheet.width() / size.width(), sheet.height() / size.height())
    image = pdf.image(page, min(scale, _MOST_DOTS / 72))
    image.setDevicePixelRatio(1)
    box = QRectF(QPointF(), size * scale)
    box.moveCenter(QPointF(sheet.width() / 2, sheet.height() / 2))
    painter.drawImage(box, image)
