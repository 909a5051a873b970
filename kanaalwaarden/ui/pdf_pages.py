"""The pages of a PDF: how large they are, how they look and what stands on them.

A thin layer over pypdfium2, which has no types and may be used by one thread only: the one of the screen.
Pages are counted from 0 here; lengths are points, from the upper left corner of the page as it is read.
"""

from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

_MOST_PIXELS = 24_000_000
"""Of one image: A4 at 400 % on a common screen. What is asked larger comes smaller, to be stretched: one page must not eat the memory."""
_FINE = 100
"""Steps to a point in which a place on a page is asked: PDFium answers in whole ones."""


class BadPdf(Exception):
    """These bytes are no PDF that can be shown."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline: its words, the page it leads to and how deep it stands, from 0."""

    title: str
    page: int
    level: int


class PdfPages:
    """An open PDF. `close` it when it is no longer shown; after that nothing may be asked of it."""

    def __init__(self, data: bytes) -> None:
        """Raises BadPdf for what cannot be read, and for a PDF without pages."""
        try:
            self._pdf: Any = pypdfium2.PdfDocument(data)
            self.sizes = [QSizeF(*self._pdf.get_page_size(page)) for page in range(len(self._pdf))]
        except pypdfium2.PdfiumError as problem:
            raise BadPdf(str(problem)) from problem
        if not all(size.width() > 0 and size.height() > 0 for size in self.sizes) or not self.sizes:
            self.close()
            raise BadPdf("no page to show")

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, page: int, pixels: float, ratio: float = 1.0) -> QImage:
        """The page with `pixels` logical pixels to a point, on a screen with `ratio` real pixels to a logical one."""
        size = self.sizes[page]
        steps = min(pixels * ratio, (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)
        with closing(self._page(page)) as source, closing(source.render(scale=steps, prefer_bgrx=True)) as bitmap:
            # Four bytes to a pixel, blue first: what Qt calls RGB32. The copy lives on when PDFium's memory is gone.
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        image.setDevicePixelRatio(steps / pixels)
        return image

    def text(self, page: int) -> str:
        """What stands on the page, line by line."""
        with closing(self._page(page)) as source, closing(source.get_textpage()) as words:
            return "\n".join(line.strip() for line in str(words.get_text_bounded()).splitlines() if line.strip())

    def find(self, page: int, wanted: str) -> list[list[QRectF]]:
        """Every place on the page where `wanted` stands, in any case; each is one box, or more where it runs on over a line."""
        if not wanted.strip():
            return []
        found: list[list[QRectF]] = []
        with closing(self._page(page)) as source, closing(source.get_textpage()) as words, closing(words.search(wanted)) as search:
            size = self.sizes[page]
            fine = (0, 0, round(size.width() * _FINE), round(size.height() * _FINE), 0)
            place = pypdfium2.PdfPosConv(source, fine)  # knows of turned pages and of boxes that do not begin at 0
            words.count_rects()
            while (hit := search.get_next()) is not None:
                boxes = [words.get_rect(number) for number in range(words.count_rects(*hit))]
                corners = [(place.to_bitmap(left, top), place.to_bitmap(right, bottom)) for left, bottom, right, top in boxes]
                found.append(
                    [QRectF(x / _FINE, y / _FINE, (x2 - x) / _FINE, (y2 - y) / _FINE).normalized() for (x, y), (x2, y2) in corners]
                )
        return found

    def bookmarks(self) -> list[Bookmark]:
        """The outline, top down; lines that lead nowhere are left out."""
        lines = []
        for line in self._pdf.get_toc():
            goal = line.get_dest()
            page = goal.get_index() if goal else None
            if page is not None and 0 <= page < len(self):
                lines.append(Bookmark(line.get_title(), page, line.level))
        return lines

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        self._pdf.close()

    def _page(self, page: int) -> Any:
        try:
            return self._pdf[page]
        except pypdfium2.PdfiumError as problem:
            raise BadPdf(str(problem)) from problem
