"""The facilitator's guide: chapters at the left, the text at the right, and a field that finds words in all of it.

The text is Markdown in `resources/guide`, with its pictures; nothing from elsewhere is ever loaded and no link leads out of the window.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.ui.mark_widgets import PickList
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, EmptyState, LineField, icon_button, label

ANCHOR = re.compile(r'^<a id="([a-z0-9-]+)"></a>\n## (.+)$', re.MULTILINE)
_PART = re.compile(r"^# (.+)$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[(.+)\]\((.+)\)$", re.MULTILINE)
_ELSEWHERE = {"start": "first", "lenses": "discuss", "compare": "next-year"}
"""The chapter of a screen has the name of the screen, except of these."""
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_ONLY_GIVEN = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
_NARROW = 760.0
_WIDEST = 720.0
"""Lines longer than this are hard to read."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its anchor, the part that it is in, its title, and its Markdown with the title on top."""

    anchor: str
    part: str
    title: str
    text: str


def folder() -> Path:
    """Where the guide is."""
    return paths.resources() / "guide"


def chapters(language: str) -> list[Chapter]:
    """The guide in this language ('nl' or 'en'), in order. Raises OSError if it is not shipped."""
    whole = (folder() / f"{language}.md").read_text(encoding="utf-8")
    parts = [(each.start(), each[1]) for each in _PART.finditer(whole)]
    heads = list(ANCHOR.finditer(whole))
    ends = sorted([*(at for at, _ in parts), *(each.start() for each in heads), len(whole)])
    found = []
    for head in heads:
        end = next(at for at in ends if at > head.start())
        part = [name for at, name in parts if at < head.start()][-1]
        found.append(Chapter(head[1], part, head[2], f"## {head[2]}\n{whole[head.end() : end].rstrip()}\n"))
    return found


def chapter_of(screen: str) -> str:
    """The anchor of the chapter about a screen, by the screen's name."""
    return _ELSEWHERE.get(screen, screen)


def _with_captions(text: str) -> str:
    """What a picture shows is said under it as well: the alternative text is for everybody."""
    return _PICTURE.sub(lambda found: f"{found[0]}\n\n{found[1]}", text)


class Page(QTextBrowser):
    """One chapter in the type and the colours of the theme, as wide as reads well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._hits: list[tuple[int, int]] = []
        self._hit = -1
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # it would change the width, and with it the pictures
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show it from the top, without marks."""
        self.setAccessibleName(chapter.title)
        self._text = chapter.text
        self.mark([], -1)
        self._render()
        self.verticalScrollBar().setValue(0)

    def mark(self, hits: list[tuple[int, int]], now: int) -> None:
        """Mark these places (begin, end), and the one with the number `now` more than the others, and scroll there."""
        self._hits, self._hit = hits, now
        if hits and now >= 0:
            cursor = self.textCursor()
            cursor.setPosition(hits[now][0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self._show_marks()

    def _show_marks(self) -> None:
        marks = []
        for number, (begin, end) in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            here = number == self._hit
            form = QTextCharFormat()
            form.setBackground(self._theme.color("accent" if here else "accent_soft"))
            form.setForeground(self._theme.color("on_accent" if here else "on_accent_soft"))
            form.setFontUnderline(not here)
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, form
            marks.append(mark)
        self.setExtraSelections(marks)

    # Pictures: the shipped ones and nothing else

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the guide, as large as it is shown, with a line round it; None for whatever else is asked for."""
        url = QUrl(name)
        file = folder() / "images" / url.fileName()
        if not url.isRelative() or url.path() != f"images/{file.name}" or not file.is_file():
            return None
        image = QImage(str(file))
        ratio = self.devicePixelRatioF()
        shown = image.scaledToWidth(round(self._picture_width(image) * ratio), Qt.TransformationMode.SmoothTransformation)
        shown = shown.convertToFormat(QImage.Format.Format_RGB32)
        with QPainter(shown) as painter:
            painter.setPen(self._theme.color("border_strong"))
            painter.drawRect(0, 0, shown.width() - 1, shown.height() - 1)
        shown.setDevicePixelRatio(ratio)
        return shown

    def _picture_width(self, image: QImage) -> int:
        return min(image.width(), self._line_width())

    def _line_width(self) -> int:
        """How wide text can be."""
        theme = self._theme
        return max(80, min(self.viewport().width() - 2 * theme.space(6), round(theme.scaled(_WIDEST))))

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._text and event.size().width() != event.oldSize().width():
            bar = self.verticalScrollBar()
            part = bar.value() / max(1, bar.maximum())
            self._render()
            bar.setValue(round(part * bar.maximum()))

    def _render(self) -> None:
        document = self.document()
        document.setDefaultFont(self._theme.font("body"))
        document.setIndentWidth(self._theme.scaled(20))
        document.setMarkdown(_with_captions(self._text), _MARKDOWN)
        self._fit_pictures()
        for block in _blocks(document):
            self._dress(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        margins = document.rootFrame().frameFormat()
        margins.setLeftMargin(self._theme.space(6))
        margins.setRightMargin(max(0, self.viewport().width() - self._theme.space(6) - self._line_width()))
        margins.setTopMargin(self._theme.space(4))
        margins.setBottomMargin(self._theme.space(8))
        document.rootFrame().setFrameFormat(margins)
        self.setTextCursor(QTextCursor(document))  # a new text leaves it at the end, and Qt scrolls to it when the window is first shown
        self._show_marks()

    def _fit_pictures(self) -> None:
        """A picture is no wider than the text."""
        for block in _blocks(self.document()):
            if _has_picture(block):  # it stands alone in its paragraph
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                form = cursor.charFormat().toImageFormat()
                image = QImage(str(folder() / form.name()))
                width = self._picture_width(image)
                form.setWidth(width)
                form.setHeight(round(image.height() * width / max(1, image.width())))
                cursor.setCharFormat(form)

    def _dress(self, block: QTextBlock) -> None:
        """Type, colour and room of one paragraph: Qt would take its own."""
        theme = self._theme
        form = QTextBlockFormat(block.blockFormat())
        letters = QTextCharFormat()
        level = form.headingLevel()
        in_table = QTextCursor(block).currentTable() is not None
        if level:
            letters.setFont(theme.font("h1" if level < 3 else "section", bold=True), _ONLY_GIVEN)
            letters.setForeground(theme.color("text"))
            form.setTopMargin(theme.space(2) if level < 3 else theme.space(7))
            form.setBottomMargin(theme.space(3))
        elif _has_picture(block.previous()):
            letters.setFont(theme.font("secondary"), _ONLY_GIVEN)
            letters.setForeground(theme.color("text_muted"))
            form.setBottomMargin(theme.space(5))
        elif form.property(QTextFormat.Property.BlockQuoteLevel):
            form.setBackground(theme.color("accent_soft"))
            letters.setForeground(theme.color("on_accent_soft"))
            form.setLeftMargin(theme.space(7))
            form.setRightMargin(0)
            form.setTopMargin(theme.space(3))
            form.setBottomMargin(theme.space(3))
        elif not in_table:
            letters.setForeground(theme.color("text"))
            form.setBottomMargin(theme.space(4) if block.textList() is None else theme.space(2))
        cursor = QTextCursor(block)
        cursor.setBlockFormat(form)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if level:  # Qt's own size of a heading is a step on the body's, which no merging takes away
            cursor.setCharFormat(letters)
        links = [each for each in _fragments(block) if each.charFormat().isAnchor()]
        cursor.mergeCharFormat(letters)
        for link in links:
            cursor.setPosition(link.position())
            cursor.setPosition(link.position() + link.length(), QTextCursor.MoveMode.KeepAnchor)
            ink = QTextCharFormat()
            ink.setForeground(theme.color("accent"))
            ink.setFontUnderline(True)
            cursor.mergeCharFormat(ink)

    def _dress_table(self, table: QTextTable) -> None:
        theme = self._theme
        form = table.format()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setCellPadding(theme.space(2))
        form.setCellSpacing(0)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(theme.color("border_strong"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setTopMargin(theme.space(2))
        form.setBottomMargin(theme.space(5))
        if table.columns() == 2:  # the first has the keys or the names, which are short
            form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in (36, 64)])
        table.setFormat(form)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            look = cell.format()
            look.setBackground(QColor(theme.color("sunken")))
            cell.setFormat(look)
            cursor = cell.firstCursorPosition()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            bold = QTextCharFormat()
            bold.setFont(theme.font(bold=True), _ONLY_GIVEN)
            cursor.mergeCharFormat(bold)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _has_picture(block: QTextBlock) -> bool:
    return block.isValid() and any(each.charFormat().isImageFormat() for each in _fragments(block))


class GuideWindow(QDialog):
    """The guide in a window of its own, beside the work. `zoomed` asks for type a step larger (1), smaller (-1) or normal (0)."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme, language: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chapters = chapters(language)
        self._plain: list[str] = []
        self._listed = list(self.chapters)
        self._hits: list[tuple[str, int, int]] = []
        """Every place found: the anchor of its chapter, begin and end."""
        self._hit = -1
        self.chapter = self.chapters[0]
        self.setWindowTitle(self.tr("Guide"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # the list would keep the window too wide to become a choice
        self.setMinimumSize(360, 300)
        whole.addWidget(self._top())
        row = QHBoxLayout()
        row.setSpacing(0)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Chapters"))
        self.list.setProperty("framed", True)
        self.list.setFont(theme.font("body"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(round(theme.scaled(230)))
        self.list.currentItemChanged.connect(lambda item, _: self._picked(item))
        row.addWidget(self.list)
        self.page = Page(theme)
        self.list.itemActivated.connect(lambda _: self.page.setFocus())
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.anchorClicked.connect(self._follow)
        self.nothing = EmptyState(theme, "", self.tr("Clear the search"), "x")
        self.nothing.pressed.connect(self.clear_find)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.nothing)
        row.addWidget(self._pages, 1)
        whole.addLayout(row, 1)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.open_find)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.zoomed.emit(step))
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(QSize(1000, 680).boundedTo(screen))
        self._fill()
        self.show_chapter(self.chapter.anchor)

    def _top(self) -> QFrame:
        theme = self._theme
        bar = QFrame()
        bar.setProperty("top", True)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        rows.setSpacing(theme.space(2))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        self.find_field = LineField(theme, self.tr("Find in the guide (Ctrl+F)"))
        self.find_field.setPlaceholderText(self.tr("Find in the guide (Ctrl+F)"))
        self.find_field.setMaximumWidth(round(theme.scaled(300)))
        self.find_field.textChanged.connect(self.find_text)
        self.previous = icon_button(theme, "chevron-left", self.tr("Previous place (Shift+Enter)"))
        self.next = icon_button(theme, "chevron-right", self.tr("Next place (Enter)"))
        self.previous.clicked.connect(lambda: self.find_more(-1))
        self.next.clicked.connect(lambda: self.find_more(1))
        self.told = label(theme, "", "secondary")
        row.addWidget(self.find_field, 2)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.told, 1)
        rows.addLayout(row)
        self.pick = PickList(theme, self.tr("Chapters"))
        self.pick.activated.connect(lambda _: self.show_chapter(str(self.pick.currentData())))
        rows.addWidget(self.pick)
        self._show_told("")
        return bar

    # Chapters

    def open_at(self, anchor: str) -> None:
        """Come to the front at a chapter, with nothing searched for."""
        self.clear_find()
        self.show_chapter(anchor)
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def show_chapter(self, anchor: str) -> None:
        """Show the chapter with this anchor; one that is not there changes nothing."""
        found = next((each for each in self.chapters if each.anchor == anchor), None)
        if found is None:
            return
        self.chapter = found
        self.page.show_chapter(found)
        self._show_place()
        self._mark()

    def like(self, other: "GuideWindow") -> None:
        """Stand where the other one stood, in another look or language."""
        self.setGeometry(other.geometry())
        self.find_field.setText(other.find_field.text())
        self.show_chapter(other.chapter.anchor)

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_chapter(str(item.data(Qt.ItemDataRole.UserRole)))

    def _follow(self, url: QUrl) -> None:
        """A link goes to another chapter; there are no others."""
        if url.isRelative():
            self.clear_find()
            self.show_chapter(url.fragment())

    def _fill(self) -> None:
        """The chapters that are listed, under their parts."""
        with QSignalBlocker(self.list):
            self.list.clear()
            part = ""
            for each in self._listed:
                if each.part != part:
                    part = each.part
                    head = QListWidgetItem(part, self.list)
                    head.setFlags(Qt.ItemFlag.NoItemFlags)
                    head.setFont(self._theme.font("secondary", bold=True))
                    head.setForeground(self._theme.color("text_muted"))
                item = QListWidgetItem(each.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, each.anchor)
        self._show_place()
        self.list.setEnabled(bool(self._listed))
        self.pick.setEnabled(bool(self._listed))

    def _show_place(self) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                if self.list.item(row).data(Qt.ItemDataRole.UserRole) == self.chapter.anchor:
                    self.list.setCurrentRow(row)
        self.pick.show_items([(each.anchor, each.title) for each in self._listed], self.chapter.anchor)

    # Finding

    def open_find(self) -> None:
        """Put the keyboard in the field to find in."""
        self.find_field.setFocus()
        self.find_field.selectAll()

    def clear_find(self) -> None:
        """All chapters again, without marks."""
        self.find_field.clear()

    def find_text(self, text: str) -> None:
        """List the chapters with these words and mark every place; the words as they stand if they do so anywhere, else each of them."""
        wanted = " ".join(text.split())
        if not self._plain:
            self._plain = [_plain(each) for each in self.chapters]
        words = [wanted] if any(_places([wanted], plain) for plain in self._plain) else wanted.split()
        having = [
            (each, plain) for each, plain in zip(self.chapters, self._plain, strict=True) if all(_places([word], plain) for word in words)
        ]
        self._listed = [each for each, _ in having]
        self._hits = [(each.anchor, *place) for each, plain in having for place in _places(words, plain)]
        self._hit = -1
        self._fill()
        self._pages.setCurrentWidget(self.page if self._listed else self.nothing)
        self.previous.setEnabled(bool(self._hits))
        self.next.setEnabled(bool(self._hits))
        if not self._listed:
            sentence = self.tr("‘{words}’ is not in the guide. Try one word, or the beginning of it.")
            self.nothing.sentence.setText(sentence.format(words=wanted))
            self._show_told(self.tr("Nothing found"))
            return
        self._show_told(self.tr("%n time(s) found", "", len(self._hits)) if wanted else "")
        if self.chapter not in self._listed:
            self.show_chapter(self._listed[0].anchor)
        else:
            self._mark()

    def find_more(self, step: int) -> None:
        """The next place (1) or the previous one (-1), in whichever chapter it is; after the last comes the first."""
        if not self._hits:
            return
        if self._hit < 0:  # from the chapter that is shown on
            here = [number for number, (anchor, _, _) in enumerate(self._hits) if anchor == self.chapter.anchor]
            self._hit = (here[0] if step > 0 else here[-1]) if here else 0
        else:
            self._hit = (self._hit + step) % len(self._hits)
        anchor = self._hits[self._hit][0]
        if anchor != self.chapter.anchor:
            self.show_chapter(anchor)
        self._mark()
        self._show_told(self.tr("place {number} of {count}").format(number=self._hit + 1, count=len(self._hits)))

    def _mark(self) -> None:
        here = [(number, begin, end) for number, (anchor, begin, end) in enumerate(self._hits) if anchor == self.chapter.anchor]
        now = next((place for place, (number, _, _) in enumerate(here) if number == self._hit), -1)
        self.page.mark([(begin, end) for _, begin, end in here], now)

    def _show_told(self, text: str) -> None:
        self.told.setText(text)
        self.find_field.setAccessibleDescription(text)

    # Window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._theme.width_class(self.width()) < _NARROW
        self.list.setVisible(not narrow)
        self.pick.setVisible(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field goes to the next place, Escape empties it; a second Escape closes the window."""
        if event.key() in ENTER and self.find_field.hasFocus():
            self.find_more(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.find_field.text():
            self.clear_find()
        else:
            super().keyPressEvent(event)


def _plain(chapter: Chapter) -> str:
    """The text of a chapter as it is shown: a place in it is a place in the document (the guide has no letters beyond 16 bits)."""
    document = QTextDocument()
    document.setMarkdown(_with_captions(chapter.text), _MARKDOWN)
    return document.toPlainText()


def _places(words: list[str], text: str) -> list[tuple[int, int]]:
    """Where one of the words stands, whatever its case; nowhere if there are none."""
    pattern = "|".join(re.escape(word) for word in words)
    return [each.span() for each in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []
