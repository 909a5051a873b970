"""The shipped fonts in a PDF: which face has which character, and what to do with characters that none has.

reportlab has no fallback of its own: a character that a face lacks becomes an empty box and cannot be searched for. So every text
is cut into runs by coverage: Kanaal Sans, else DejaVu Sans, else U+FFFD, and the caller can ask what was replaced.
"""

import html
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics, ttfonts

from kanaalwaarden import paths

REGULAR = "KanaalSans-Regular"
BOLD = "KanaalSans-Bold"
ITALIC = "KanaalSans-Italic"
BOLD_ITALIC = "KanaalSans-BoldItalic"
REPLACEMENT = "\ufffd"
_SOFT = "\u00ad"  # a soft hyphen: a wish of the program it was copied from

_PLAIN_FALLBACK, _BOLD_FALLBACK = "DejaVuSans", "DejaVuSans-Bold"
_FALLBACK = {REGULAR: _PLAIN_FALLBACK, ITALIC: _PLAIN_FALLBACK, BOLD: _BOLD_FALLBACK, BOLD_ITALIC: _BOLD_FALLBACK}
_FAMILIES = {
    REGULAR: (REGULAR, ITALIC, BOLD, BOLD_ITALIC),
    _PLAIN_FALLBACK: (_PLAIN_FALLBACK, _PLAIN_FALLBACK, _BOLD_FALLBACK, _BOLD_FALLBACK),  # DejaVu is shipped without italics
}


Run = tuple[str, str]
"""A face, and the characters that it draws."""


def one_line(text: str) -> str:
    """`text` as it is drawn: composed, white space folded, without soft hyphens."""
    return " ".join(unicodedata.normalize("NFC", text.replace(_SOFT, "")).split())


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """reportlab's `makeToUnicodeCMap`, mended: UTF-16BE above U+FFFF (it wrote five digits), no entries for unused codes."""
    pairs = [(code, character) for code, character in enumerate(subset) if character]
    lines = ["/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo", "<< /Registry (Adobe)"]
    lines += ["/Ordering (UCS)", "/Supplement 0", ">> def", "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def"]
    lines += ["1 begincodespacerange", "<00> <FF>", "endcodespacerange"]
    for start in range(0, len(pairs), 100):  # at most 100 in one block, says the CMap specification
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>" for code, character in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


@cache
def _coverage() -> dict[str, frozenset[str]]:
    """Register the shipped faces with reportlab, once; out: the characters of each."""
    rl_config.useA85 = 0  # else every stream is a quarter larger for the sake of seven-bit mail
    ttfonts.makeToUnicodeCMap = _to_unicode
    found: dict[str, frozenset[str]] = {}
    for name in (*_FALLBACK, _PLAIN_FALLBACK, _BOLD_FALLBACK):
        font = ttfonts.TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
        found[name] = frozenset(map(chr, font.face.charToGlyph))
    for family, faces in _FAMILIES.items():
        for place, face in enumerate(faces):
            addMapping(family, place // 2, place % 2, face)
    return found


class Faces:
    """The fonts of one document. `missing` gathers the characters that no face has, in the order they were met."""

    def __init__(self) -> None:
        self._coverage = _coverage()
        self._runs: dict[tuple[str, str], tuple[Run, ...]] = {}
        self.missing: dict[str, None] = {}

    def runs(self, text: str, face: str = REGULAR) -> tuple[Run, ...]:
        """One line of text as (face, characters) runs that can be drawn as they are."""
        key = (face, text)
        if key not in self._runs:
            line = one_line(text)
            self._runs[key] = ((face, line),) if self._coverage[face].issuperset(line) else tuple(self._cut(line, face))
        return self._runs[key]

    def _cut(self, line: str, face: str) -> Iterator[tuple[str, str]]:
        fallback = _FALLBACK[face]
        own, other = self._coverage[face], self._coverage[fallback]
        pieces: list[list[str]] = []  # face, characters
        for character in line:
            wanted = face if character in own else fallback
            if character not in own and character not in other:
                self.missing[character] = None
                character = REPLACEMENT
            elif wanted == fallback and unicodedata.combining(character) and pieces and pieces[-1][0] == face:
                # An accent goes with its letter, or it would stand beside it. DejaVu has every letter that Kanaal Sans has.
                letter, pieces[-1][1] = pieces[-1][1][-1], pieces[-1][1][:-1]
                pieces.append([fallback, letter])
            if pieces and pieces[-1][0] == wanted:
                pieces[-1][1] += character
            else:
                pieces.append([wanted, character])
        yield from ((name, characters) for name, characters in pieces if characters)

    def markup(self, text: str, face: str = REGULAR) -> str:
        """`text` for a reportlab Paragraph: nothing in it is obeyed as markup, line ends are kept, every character can be drawn."""
        return "<br/>".join("".join(self._tagged(run, face) for run in self._line(line, face)) for line in text.split("\n"))

    def _line(self, line: str, face: str) -> tuple[Run, ...]:
        line = unicodedata.normalize("NFC", line.replace(_SOFT, "")).replace("\t", " ")
        return ((face, line),) if self._coverage[face].issuperset(line) else tuple(self._cut(line, face))

    @staticmethod
    def _tagged(run: tuple[str, str], face: str) -> str:
        name, characters = run
        escaped = html.escape(characters, quote=False)
        return escaped if name == face else f'<font name="{name}">{escaped}</font>'

    def width(self, text: str, face: str, size: float) -> float:
        """How wide one line is, in points."""
        return sum(float(pdfmetrics.stringWidth(characters, name, size)) for name, characters in self.runs(text, face))

    def draw(self, canvas: Any, x: float, y: float, text: str, face: str, size: float) -> None:
        """One line with its baseline at (x, y), in the current fill colour."""
        for name, characters in self.runs(text, face):
            canvas.setFont(name, size)
            canvas.drawString(x, y, characters)
            x += pdfmetrics.stringWidth(characters, name, size)

    def replaced(self) -> str:
        """The names of the characters that were replaced, for people: 'U+4E2D CJK UNIFIED IDEOGRAPH-4E2D, ...'."""
        return ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, '')}".strip() for each in self.missing)
