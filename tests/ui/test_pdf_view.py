"""A PDF on the screen: what the pages hold, where the reader is, and that everything can be done by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.ui.pdf_pages import BadPdf, PdfPages
from kanaalwaarden.ui.pdf_view import STEPS, PdfView
from kanaalwaarden.ui.theme import Theme
from tests import samples

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def minutes() -> bytes:
    """The minutes of the example, of some sixty pages."""
    return export_bytes(samples.example(samples.WATERRIJK), "pdf", samples.labels(), samples.prompts())


@pytest.fixture(scope="module")
def short() -> bytes:
    """Minutes of fewer pages."""
    return export_bytes(samples.grid(1, 1, 2), "pdf", samples.labels(), samples.prompts())


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., PdfView]:
    def made(theme: Theme, width: int = 900, height: int = 600) -> PdfView:
        view = PdfView(theme)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        return view

    return made


@pytest.fixture
def view(show: Callable[..., PdfView], theme: Theme, minutes: bytes) -> PdfView:
    made = show(theme)
    assert made.show_pdf(minutes)
    made.area.setFocus()
    return made


def dark_places(image: QImage) -> int:
    small = image.scaled(60, 80)
    return sum(small.pixelColor(x, y).lightness() < 250 for x in range(60) for y in range(80))


# The pages


def test_the_pages_of_a_document(qapp: QApplication, minutes: bytes) -> None:
    pdf = PdfPages(minutes)
    assert len(pdf) > 20
    assert {(round(size.width()), round(size.height())) for size in pdf.sizes} <= {(595, 842), (842, 595)}
    assert "Gemeente Waterrijk" in pdf.text(0)
    marks = pdf.bookmarks()
    assert marks[0].title.startswith("Verslag")
    assert {mark.level for mark in marks} > {0, 1}
    assert all(0 <= mark.page < len(pdf) for mark in marks)
    pdf.close()
    pdf.close()


def test_a_page_is_as_sharp_as_the_screen(qapp: QApplication, minutes: bytes) -> None:
    pdf = PdfPages(minutes)
    once, twice = pdf.image(0, 1.0), pdf.image(0, 1.0, 2.0)
    assert (once.width(), once.height(), once.devicePixelRatio()) == (596, 842, 1.0)
    assert (twice.width(), twice.devicePixelRatio()) == (1191, 2.0)
    assert once.pixelColor(2, 2) == QColor("white")
    assert dark_places(once) > 50
    vast = pdf.image(0, 50.0)
    assert vast.width() * vast.height() < 25_000_000
    assert vast.deviceIndependentSize().width() == pytest.approx(595 * 50, rel=0.01)
    pdf.close()


def test_words_are_found_where_they_stand(qapp: QApplication, minutes: bytes) -> None:
    pdf = PdfPages(minutes)
    hits = pdf.find(0, "PRIVACY")
    assert hits == pdf.find(0, "privacy") != []
    size = pdf.sizes[0]
    [box] = hits[0]
    assert 0 < box.left() < box.right() < size.width()
    image = pdf.image(0, 2.0).copy(round(box.left() * 2), round(box.top() * 2), round(box.width() * 2), round(box.height() * 2))
    assert dark_places(image) > 50
    assert pdf.find(0, "komt hier niet voor") == pdf.find(0, "  ") == []
    pdf.close()


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(qapp: QApplication, data: bytes) -> None:
    with pytest.raises(BadPdf):
        PdfPages(data)


# Where the reader is


def test_nothing_is_shown_before_there_is_a_pdf(show: Callable[..., PdfView], theme: Theme) -> None:
    view = show(theme)
    view.clear("Er is nog geen verslag.")
    assert (view.page, view.pages, view.bookmarks) == (0, 0, [])
    assert view.empty.sentence.text() == "Er is nog geen verslag."
    assert view.empty.isVisible()
    assert not view.bar.isEnabled()
    view.go_to_page(3)
    view.set_zoom("page")
    view.find_text("x")
    assert not view.show_pdf(b"geen pdf")
    assert view.empty.isVisible()


def test_the_reader_is_told_where_they_are(qtbot: QtBot, view: PdfView) -> None:
    assert (view.page, view.area.accessibleName()) == (1, f"page 1 of {view.pages}")
    assert "Gemeente Waterrijk" in view.area.accessibleDescription()
    with qtbot.waitSignal(view.page_changed) as told:
        view.go_to_page(7)
    assert told.args == [7]
    assert view.area.accessibleName() == view.page_field.accessibleName() == f"page 7 of {view.pages}"
    assert view.page_field.value() == 7
    assert view.page_field.lineEdit().width() > 20
    view.go_to_page(9999)
    assert view.page == view.page_field.value() == view.pages
    assert not view.next.isEnabled()
    view.go_to_page(-3)
    assert view.page == 1


def test_scrolling_tells_the_page(view: PdfView) -> None:
    bar = view.area.verticalScrollBar()
    bar.setValue(view.area._places[4].top() + 20)
    assert view.page == 5
    bar.setValue(bar.maximum())
    assert view.page == view.pages


def test_only_pages_in_sight_are_kept(view: PdfView) -> None:
    for page in range(1, 12):
        view.go_to_page(page)
        view.grab()
    assert 1 <= len(view.area._kept) <= 4


def test_a_new_version_is_shown_at_the_same_place(view: PdfView, minutes: bytes, short: bytes) -> None:
    bar = view.area.verticalScrollBar()
    bar.setValue(view.area._places[5].top() + 100)
    before = (view.page, bar.value())
    assert view.show_pdf(minutes)
    assert (view.page, bar.value()) == before
    view.clear("Even geduld.")
    assert view.page == 0
    assert view.show_pdf(minutes)
    assert (view.page, bar.value()) == before
    assert not view.show_pdf(b"geen pdf")
    assert view.page == before[0]
    view.go_to_page(view.pages)
    assert view.show_pdf(short)
    assert view.page == view.pages < 40


def test_the_page_stays_while_sizes_change(view: PdfView) -> None:
    view.go_to_page(9)
    for zoom in ("page", 2.0, 0.25, "width"):
        view.set_zoom(zoom)  # type: ignore[arg-type]
        assert view.page == 9
    view.resize(500, 400)
    QApplication.processEvents()
    assert view.page == 9


def test_zoom(view: PdfView) -> None:
    area = view.area
    assert view.zoom_field.currentText() == "Fit the width"
    assert area._places[0].width() == pytest.approx(area.viewport().width() - 2 * area._margin, abs=2)
    view.set_zoom("page")
    assert area._places[0].height() <= area.viewport().height()
    view.set_zoom(1.0)
    assert area._places[0].width() == pytest.approx(595.3 * area.logicalDpiX() / 72, abs=1)
    assert view.zoom_field.currentText() == "100 %"
    view.larger.click()
    assert area.zoom == 1.1
    view.smaller.click()
    view.smaller.click()
    assert area.zoom == 0.9
    view.set_zoom(99)
    assert area.zoom == STEPS[-1]
    view.set_zoom(1.37)
    assert view.zoom_field.placeholderText() == "137 %"
    assert view.zoom_field.currentIndex() == -1
    view.zoom_field.setCurrentIndex(1)
    view.zoom_field.activated.emit(1)
    assert area.zoom == "page"


def test_the_wheel_enlarges_with_ctrl_only(view: PdfView) -> None:
    view.set_zoom(1.0)

    def turn(held: Qt.KeyboardModifier, notch: int = 120) -> None:
        place = QPointF(100, 100)
        wheel = QWheelEvent(
            place, place, QPoint(), QPoint(0, notch), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
        )  # fmt: skip
        QApplication.sendEvent(view.area.viewport(), wheel)

    turn(HELD.ControlModifier)
    assert view.area.zoom == 1.1
    turn(HELD.ControlModifier, -60)
    turn(HELD.ControlModifier, -60)
    assert view.area.zoom == 1.0
    turn(HELD.NoModifier, -120)
    assert view.area.zoom == 1.0
    assert view.area.verticalScrollBar().value() > 0


# Keys


def test_the_keys_of_the_pages(qtbot: QtBot, view: PdfView) -> None:
    seen = []
    for key in (KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_End, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_PageUp):
        qtbot.keyClick(view.area, key)
        seen.append(view.page)
    assert seen == [2, 3, 2, view.pages, view.pages, 1, 1]
    qtbot.keyClick(view.area, KEY.Key_Down)
    assert view.area.verticalScrollBar().value() > 0
    before = view.area.verticalScrollBar().value()
    qtbot.keyClick(view.area, KEY.Key_Space)
    after = view.area.verticalScrollBar().value()
    assert after > before
    qtbot.keyClick(view.area, KEY.Key_Space, HELD.ShiftModifier)
    assert view.area.verticalScrollBar().value() == before


def test_a_page_can_be_typed(qtbot: QtBot, view: PdfView) -> None:
    view.page_field.setFocus()
    view.page_field.selectAll()
    qtbot.keyClicks(view.page_field, "12")
    assert view.page == 1
    qtbot.keyClick(view.page_field, KEY.Key_Return)
    assert view.page == 12
    qtbot.keyClick(view.page_field, KEY.Key_PageDown)
    assert view.page == 13


def test_the_size_keys_are_about_the_pages_here(qtbot: QtBot, view: PdfView) -> None:
    """The window has the same keys for all type."""
    taken: list[str] = []
    for keys in ("Ctrl++", "Ctrl+-", "Ctrl+0"):
        QShortcut(QKeySequence(keys), view).activated.connect(lambda keys=keys: taken.append(keys))
    view.set_zoom(1.0)
    sizes = []
    for key in (KEY.Key_Plus, KEY.Key_Minus, KEY.Key_Minus, KEY.Key_0):
        qtbot.keyClick(view.area, key, HELD.ControlModifier)
        sizes.append(view.area.zoom)
    assert sizes == [1.1, 1.0, 0.9, "width"]
    assert taken == []


def test_finding(qtbot: QtBot, view: PdfView) -> None:
    qtbot.keyClick(view.area, KEY.Key_F, HELD.ControlModifier)
    field = view.find_field
    assert field.hasFocus()
    qtbot.keyClicks(field, "privacy")
    places = view._places()
    assert len(places) > 5
    assert view.find_told.text() == field.accessibleDescription() == f"1 of {len(places)}"
    qtbot.keyClick(field, KEY.Key_Return)
    assert view.area.hit == places[1]
    qtbot.keyClick(field, KEY.Key_Return, HELD.ShiftModifier)
    qtbot.keyClick(field, KEY.Key_Return, HELD.ShiftModifier)
    assert view.area.hit == places[-1]
    assert view.page == places[-1][0] + 1
    page, number = places[-1]
    box = view.area._on_screen(page, view.area.hits[page][number][0])
    assert view.area.viewport().rect().contains(box.toAlignedRect())
    shot = view.area.viewport().grab().toImage()
    paper = Theme.load("light")
    assert shot.pixelColor(round(box.left()) - 1, round(box.top()) - 1) == paper.color("selection")
    qtbot.keyClick(field, KEY.Key_Return)
    assert view.area.hit == places[0]
    qtbot.keyClick(field, KEY.Key_Escape)
    assert view.area.hasFocus()
    assert view.find_bar.isHidden()
    assert view.area.hits == {}


def test_what_is_not_found_is_said(qtbot: QtBot, view: PdfView) -> None:
    view.find_button.click()
    qtbot.keyClicks(view.find_field, "bestaat niet")
    assert view.find_told.text() == "not found"
    view.find_next.click()
    assert view.area.hit is None
    view.find_button.click()
    assert view.find_bar.isHidden()


def test_marks_are_found_again_in_a_new_version(view: PdfView, minutes: bytes) -> None:
    view.open_find()
    view.find_field.setText("privacy")
    view.find_more(1)
    before = view.area.hits
    assert view.show_pdf(minutes)
    assert view.area.hits == before != {}
    view.find_more(-1)
    assert view.area.hit == view._places()[-1]


def test_every_control_has_a_name(view: PdfView) -> None:
    view.open_find()
    controls = [each for each in view.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    assert len(controls) > 8
    for control in controls:
        if control is not view.page_field.lineEdit():
            assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control


def test_it_fits_a_small_window_with_large_type(qapp: QApplication, show: Callable[..., PdfView], minutes: bytes) -> None:
    large = Theme.load("dark", zoom=2.0)
    large.apply(qapp)
    view = show(large, 500, 512)
    assert view.show_pdf(minutes)
    view.open_find()
    QApplication.processEvents()
    assert view.width() == 500
    for part in (view.previous, view.next, view.smaller, view.larger, view.find_button, view.find_next, view.zoom_field):
        box = part.rect().translated(part.mapTo(view, QPoint()))
        assert view.rect().contains(box), part.accessibleName()
    assert view.area.viewport().height() > 150
