"""Printing: what was asked for comes out, page by page on its own paper. The printer writes a PDF; only the dialog is not real."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.ui import printing
from tests import samples

A4 = (595.3, 841.9)


def paper(*sizes: tuple[float, float]) -> bytes:
    """A PDF with a page of each size."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.drawString(72, 72, "tekst")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


MIXED = paper(A4, A4[::-1], A4, A4)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QPrinter:
    """What the dialog gives back."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "gedrukt.pdf"))
    monkeypatch.setattr(printing, "choose_printer", lambda parent, pdf, title: made)
    return made


def sizes(printer: QPrinter) -> list[tuple[int, int]]:
    """The pages that came out, in points."""
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(printer.outputFileName()).pages]


UPRIGHT, ACROSS = (595, 842), (842, 595)


def test_pages_come_out_on_their_own_paper(printer: QPrinter) -> None:
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.PRINTED
    assert sizes(printer) == [UPRIGHT, ACROSS, UPRIGHT, UPRIGHT]


def test_the_minutes_of_a_session_can_be_printed(printer: QPrinter) -> None:
    data = export_bytes(samples.example(samples.UTRECHT), "pdf", samples.labels(), samples.prompts())
    printer.setPageRanges(QPageRanges.fromString("1-2"))
    assert printing.print_pdf(None, data, "Verslag") == printing.PRINTED
    pages = PdfReader(printer.outputFileName()).pages
    assert len(pages) == 2
    [image] = pages[0].images
    assert image.image is not None
    assert 2400 < image.image.width < 2500  # A4 at 300 dots to an inch


@pytest.mark.parametrize(("ranges", "wanted"), [("2", [ACROSS]), ("1-2,4", [UPRIGHT, ACROSS, UPRIGHT]), ("3-9", [UPRIGHT] * 2)])
def test_only_the_pages_that_were_asked_for(printer: QPrinter, ranges: str, wanted: list[tuple[int, int]]) -> None:
    printer.setPageRanges(QPageRanges.fromString(ranges))
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.PRINTED
    assert sizes(printer) == wanted


def test_pages_outside_the_document_print_nothing(printer: QPrinter) -> None:
    printer.setPageRanges(QPageRanges.fromString("8-9"))
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.FAILED


@pytest.mark.parametrize(("collate", "wanted"), [(True, [0, 1, 2, 0, 1, 2]), (False, [0, 0, 1, 1, 2, 2])])
def test_copies(printer: QPrinter, collate: bool, wanted: list[int]) -> None:
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert printing.pages_wanted(printer, 3) == wanted
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.PRINTED
    assert len(sizes(printer)) == 8


def test_the_last_page_first(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.pages_wanted(printer, 3) == [2, 1, 0]


def test_on_a_paper_that_was_chosen_the_pages_are_made_to_fit(printer: QPrinter) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.PRINTED
    assert sizes(printer)[:2] == [(420, 595), (595, 420)]


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false", extend=True)  # Qt's own word for what is told to the user
def test_where_nothing_can_be_written_it_says_so(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "no folder" / "x.pdf"))
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.FAILED


def test_what_is_no_pdf_is_not_printed(printer: QPrinter) -> None:
    assert printing.print_pdf(None, b"geen pdf", "Verslag") == printing.NO_PDF


def test_without_a_printer_nothing_is_asked(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", lambda: [])
    assert printing.print_pdf(None, MIXED, "Verslag") == printing.NO_PRINTER


@pytest.mark.parametrize("answer", [True, False])
def test_the_dialog_knows_the_document(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    asked: list[QPrintDialog] = []

    def answered(dialog: QPrintDialog) -> int:
        asked.append(dialog)
        assert (dialog.minPage(), dialog.maxPage(), dialog.windowTitle()) == (1, 4, "Verslag")
        assert dialog.printer().docName() == "Verslag"
        assert dialog.printer().pageLayout().orientation() == QPageLayout.Orientation.Portrait
        return int(answer)

    monkeypatch.setattr(QPrinterInfo, "availablePrinters", lambda: [QPrinterInfo()])
    monkeypatch.setattr(QPrintDialog, "exec", answered)
    monkeypatch.setattr(printing, "_print", lambda pdf, printer: printing.PRINTED)
    assert printing.print_pdf(None, MIXED, "Verslag") == (printing.PRINTED if answer else printing.CANCELLED)
    assert asked


def test_everything_that_can_happen_has_a_sentence() -> None:
    for status in (printing.PRINTED, printing.NO_PRINTER, printing.NO_PDF, printing.FAILED):
        assert printing.sentence(status).endswith(".")
    assert printing.sentence(printing.CANCELLED) == ""
