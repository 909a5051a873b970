"""The facilitator's guide: true to the program, the same in both languages, found in, and opened where one is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from kanaalwaarden.core.slides import STEPS
from kanaalwaarden.ui.guide import GuideWindow, chapter_of, chapters, folder
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.shortcuts import ShortcutsDialog
from kanaalwaarden.ui.theme import Scheme, Theme
from kanaalwaarden.ui.translator import translators
from kanaalwaarden.ui.workspace import words_in

LANGUAGES = ("nl", "en")
PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((.*?)\)")
KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\w*|[0-9↑↓+-])|\bF\d{1,2}\b")
LARGEST = 120_000


def whole(language: str) -> str:
    return "\n".join(each.text for each in chapters(language))


# The text


def test_both_languages_have_the_same_chapters_and_pictures() -> None:
    dutch, english = (chapters(language) for language in LANGUAGES)
    assert [each.anchor for each in dutch] == [each.anchor for each in english]
    assert [sorted({each.part for each in found}) for found in (dutch, english)] == [
        ["Afronden", "Leiden", "Voorbereiden"], ["Conclude", "Prepare", "Run"],
    ]  # fmt: skip
    for one, other in zip(dutch, english, strict=True):
        pictures = [[file.replace("-nl.", "-en.") for _, file in PICTURE.findall(each.text)] for each in (one, other)]
        assert pictures[0] == pictures[1], one.anchor
        for mark in (r"^\|", r"^- ", r"^\d\. ", r"^> ", r"^### "):
            assert len(re.findall(mark, one.text, re.M)) == len(re.findall(mark, other.text, re.M)), f"{one.anchor}: {mark}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_small_and_told_in_words(language: str) -> None:
    told = PICTURE.findall(whole(language))
    assert len(told) > 8
    for words, name in told:
        file = folder() / name
        assert name.endswith(f"-{language}.png")
        assert len(words.split()) > 4, f"{name} needs words"
        assert 0 < file.stat().st_size < LARGEST
        assert QImage(str(file)).width() > 600
    shipped = {f"images/{each.name}" for each in (folder() / "images").glob(f"*-{language}.png")}
    assert shipped == {name for _, name in told}, "no picture travels along for nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_goes_to_a_chapter(language: str) -> None:
    found = LINK.findall(whole(language))
    assert found
    assert {link.removeprefix("#") for link in found} <= {each.anchor for each in chapters(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_is_that_of_the_program_with_words_to_say(language: str) -> None:
    """The steps and minutes that the projector shows, each with a sentence; in the talk a silent minute, then pairs, then the table."""
    script = next(each for each in chapters(language) if each.anchor == "script").text
    labels = words_in(language)
    rows = re.findall(r"^\| (.+) \| (\d+) \|$", script, re.M)
    assert rows == [(labels(f"step.{step}"), labels(f"step_minutes.{step}")) for step in STEPS]
    assert sum(int(minutes) for _, minutes in rows) == 150
    steps = re.split(r"^### ", script, flags=re.M)[1:]
    assert len(steps) == len(STEPS)
    assert all(re.search(r"^> \*\*(Zeg|Say):\*\* \w+", step, re.M) for step in steps)
    talk = steps[5]
    words = {"nl": ("minuut stil", "tweetallen", "De tafel"), "en": ("silent minute", "pairs", "The table")}[language]
    order = [talk.index(word) for word in words]
    assert order == sorted(order)


def test_why_no_mean_is_told_with_two_disciplines() -> None:
    text = next(each for each in chapters("nl") if each.anchor == "no-average").text
    assert "| platform | communicatie | privacy | het midden |" in text
    assert "tegenpolen" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_the_guide_names_is_in_the_list_of_keys(language: str, theme: Theme, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(None, theme)
    qtbot.addWidget(dialog)
    told = [words for _, entries in dialog._entries() for line in entries for words in line]
    listed = {key for words in told for key in KEY.findall(words)} | {f"Ctrl+{number}" for number in range(1, 8)}
    named = {key for key in KEY.findall(whole(language)) if key not in listed}
    assert named == set()
    assert KEY.findall("Druk op Ctrl+K, of op F4.") == ["Ctrl+K", "F4"], "one that is not there would be seen"


# The window


@pytest.fixture
def guide(theme: Theme, qtbot: QtBot, qapp: QApplication) -> Iterator[GuideWindow]:
    """The Dutch guide, in front."""
    parent = QWidget()
    qtbot.addWidget(parent)
    told = translators("nl", parent)
    for each in told:
        qapp.installTranslator(each)
    made = GuideWindow(parent, theme, "nl")
    made.open_at("discuss")
    qapp.processEvents()
    assert made.page.verticalScrollBar().maximum() > 0
    assert made.page.verticalScrollBar().value() == 0, "a chapter begins at its title"
    made.open_at("first")
    qapp.processEvents()
    yield made
    for each in told:
        qapp.removeTranslator(each)


def keys(guide: GuideWindow, text: str) -> None:
    """Find this, by the keyboard."""
    guide.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(guide, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert guide.find_field.hasFocus()
    QTest.keyClicks(guide.find_field, text)


def test_it_finds_counts_marks_and_goes_on(guide: GuideWindow, qapp: QApplication) -> None:
    keys(guide, "draaipunten")
    assert guide.told.text() == "1 keer gevonden"
    assert [each.anchor for each in guide._listed] == ["discuss"]
    assert guide.chapter.anchor == "discuss"
    [mark] = guide.page.extraSelections()
    assert mark.cursor.selectedText().lower() == "draaipunten"  # type: ignore[attr-defined]

    keys(guide, "tweetallen")
    assert guide.told.text() == "2 keer gevonden"
    assert guide.find_field.accessibleDescription() == "2 keer gevonden"
    seen = []
    for _ in range(3):
        QTest.keyClick(guide.find_field, Qt.Key.Key_Return)
        seen.append((guide.chapter.anchor, guide.told.text()))
        now = [each for each in guide.page.extraSelections() if not each.format.fontUnderline()]  # type: ignore[attr-defined]
        assert [each.cursor.selectedText() for each in now] == ["tweetallen"]  # type: ignore[attr-defined]
        place = guide.page.cursorRect(now[0].cursor)  # type: ignore[attr-defined]
        assert guide.page.viewport().rect().intersects(place), "it is scrolled to"
    assert seen == [("discuss", "plaats 2 van 2"), ("script", "plaats 1 van 2"), ("discuss", "plaats 2 van 2")]
    QTest.keyClick(guide.find_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide.told.text() == "plaats 1 van 2"

    keys(guide, "KABEL  projector")  # words that stand apart: each of them
    assert [each.anchor for each in guide._listed] == ["trouble"]
    assert {each.cursor.selectedText().lower() for each in guide.page.extraSelections()} == {"kabel", "projector"}  # type: ignore[attr-defined]

    keys(guide, "kwallenbak")
    assert guide.told.text() == "Niets gevonden"
    assert guide.nothing.isVisible()
    assert "kwallenbak" in guide.nothing.sentence.text()
    assert not guide.next.isEnabled()
    QTest.keyClick(guide.find_field, Qt.Key.Key_Return)  # and nothing happens
    guide.nothing.button.click()
    assert guide.page.isVisible()
    assert len(guide._listed) == len(guide.chapters)
    assert guide.page.extraSelections() == []
    keys(guide, "acht")
    QTest.keyClick(guide.find_field, Qt.Key.Key_Escape)
    assert guide.find_field.text() == ""
    assert guide.isVisible()
    QTest.keyClick(guide.find_field, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_nothing_from_elsewhere_is_loaded_and_no_link_leads_out(guide: GuideWindow, tmp_path: Path) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    secret = tmp_path / "geheim.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(secret))
    outside = ("http://voorbeeld.nl/a.png", str(secret), secret.as_uri(), "../nl.md", "images/../nl.md", "../../icons/x.svg")
    for name in (*outside, "images/nee.png"):
        assert guide.page.loadResource(kind, QUrl(name)) is None, name
    assert guide.page.loadResource(kind, QUrl("images/overview-nl.png")).width() > 100
    assert not guide.page.openLinks()
    before = guide.chapter
    guide.page.anchorClicked.emit(QUrl("https://voorbeeld.nl/#reveal"))
    guide.page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert guide.chapter is before
    guide.page.anchorClicked.emit(QUrl("#reveal"))
    assert guide.chapter.anchor == "reveal"
    found = "\n".join((folder() / f"{language}.md").read_text(encoding="utf-8") for language in LANGUAGES)
    assert "://" not in found
    plain = re.sub(r'<a id="[a-z0-9-]+"></a>|<!--.*-->', "", found)
    assert re.findall(r"<[a-z/!]", plain) == [], "no markup in the text"


def pictures(page: QTextBrowser) -> list[float]:
    """How wide the pictures of the page are."""
    found, block = [], page.document().begin()
    while block.isValid():
        form = block.begin().fragment().charFormat() if not block.begin().atEnd() else None
        if form is not None and form.isImageFormat():
            found.append(form.toImageFormat().width())
        block = block.next()
    return found


@pytest.mark.parametrize(("scheme", "zoom"), [("dark", 1.0), ("light", 2.0)])
def test_text_tables_and_pictures_fit_and_headings_are_the_themes(
    scheme: Scheme, zoom: float, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    """However small the window and large the type."""
    theme = Theme.load(scheme, zoom=zoom)
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = GuideWindow(parent, theme, "nl")
    guide.show()
    guide.resize(683, 512)
    qapp.processEvents()
    assert guide.width() == 683, "nothing makes it wider"
    assert guide.pick.isVisible()
    assert not guide.list.isVisible(), "the list is a choice above the text"
    for each in guide.chapters:
        guide.show_chapter(each.anchor)
        room = guide.page.viewport().width()
        assert guide.page.document().documentLayout().documentSize().width() <= room, each.anchor
        assert all(width <= room for width in pictures(guide.page))
        head = guide.page.document().begin().begin().fragment().charFormat()
        assert head.font().pointSizeF() == pytest.approx(theme.font("h1").pointSizeF())
        assert head.foreground().color() == theme.color("text")


def test_it_opens_at_the_chapter_of_the_screen_and_follows_look_and_language(
    window: MainWindow, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {each.anchor for each in chapters("nl")}
    assert {chapter_of(name) for name in window.screens} <= known
    window.activateWindow()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    guide = window.guide
    assert guide is not None
    assert guide.chapter.anchor == "first"
    assert guide.windowTitle() == "Handleiding"
    assert not guide.isModal()
    assert window.workspace.new(tmp_path / "zaak.kanaal", window.workspace.from_template("quickscan")) is None
    for screen in ("rate", "lenses", "decide"):
        window.show_screen(screen)
        window.show_guide()
        assert window.guide is guide
        assert guide.chapter.anchor == chapter_of(screen)

    keys(guide, "besluit")
    window.choose_language("en")
    qapp.processEvents()
    english = window.guide
    assert english is not None
    assert english is not guide
    assert (english.windowTitle(), english.chapter.anchor, english.find_field.text()) == ("Guide", "decide", "besluit")
    asked: list[int] = []
    english.zoomed.disconnect()
    english.zoomed.connect(asked.append)
    english.activateWindow()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(english, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1, -1, 0]

    # The list of keys has a way to the guide; what is closed stays closed in another look.
    english.close()
    window._renew_guide()
    assert window.guide is None
    monkeypatch.setattr(ShortcutsDialog, "exec", lambda dialog: dialog.reject() or dialog.result())
    window._show_keys()
    assert window.guide is None
    monkeypatch.setattr(ShortcutsDialog, "exec", lambda dialog: dialog.guide.click() or dialog.result())
    window._show_keys()
    assert window.guide.isVisible()


def test_a_chapter_has_its_title_on_top() -> None:
    first = chapters("nl")[0]
    assert first.text.startswith("## In tien minuten\n")
    assert "<a id" not in whole("nl")
