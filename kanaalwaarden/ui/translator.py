"""The screen's Dutch, read straight from the Qt Linguist file: no compiled copy that can be forgotten (docs/adr/0003)."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

from kanaalwaarden import paths


class TsTranslator(QTranslator):
    """A translator over one .ts file that we ship ourselves (never a file of somebody else).

    Source strings are English. Dutch and English have the same two plural forms: one, and all other numbers.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[str, str, str], tuple[str, ...]] = {}
        for context in ElementTree.parse(path).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None:
                    continue
                forms = tuple(each.text or "" for each in translation.iter("numerusform")) or (translation.text or "",)
                if all(forms):
                    self._texts[name, message.findtext("source", ""), message.findtext("comment", "")] = forms

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The translation, or None: then Qt asks the next translator and at last shows the source."""
        forms = self._texts.get((context, source, disambiguation or ""))
        if forms is None:
            return None
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]

    def isEmpty(self) -> bool:
        return not self._texts


class QtGaps(QTranslator):
    """What Qt's own Dutch lacks: two words of its file dialog, which is shown where the desktop has none of its own."""

    TEXTS: ClassVar = {("QFileDialog", "&Look in:"): "&Zoeken in:", ("QFileDialog", "Files of &type:"): "Bestands&type:"}

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return self.TEXTS.get((context, source))

    def isEmpty(self) -> bool:
        return False


def translators(language: str, parent: QObject) -> list[QTranslator]:
    """What a screen in this language needs: our own texts, and Qt's ('Annuleren') where they are not English."""
    found: list[QTranslator] = [TsTranslator(paths.resources() / "translations" / f"kanaalwaarden_{language}.ts", parent)]
    if language != "en":
        qt = QTranslator(parent)
        if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            found.append(qt)
    if language == "nl":
        found.append(QtGaps(parent))
    return found
