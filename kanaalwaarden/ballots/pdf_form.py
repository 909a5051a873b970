"""The form of one discipline as a PDF to fill in on screen or with a pen, tagged (PDF/UA-1) so that a screen reader can fill it in too.

Each cell has one round button for every answer, a field for the reason, what kind of reason it is, and a condition. Sources: ISO 32000-1
12.7 (interactive forms) and ISO 14289-1 7.18 (annotations). What reportlab's form lacks is mended in `_Form`.
"""

import io
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.acroform import AcroForm, PDFFromString
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFString, PDFZCompress
from reportlab.platypus import Paragraph

from kanaalwaarden import paths
from kanaalwaarden.ballots.pdf_fields import IDENTITY, field
from kanaalwaarden.core.ballot import Given, Sheet, identity_text
from kanaalwaarden.core.labels import Labels, locale
from kanaalwaarden.core.model import NO_JUDGEMENT
from kanaalwaarden.tagged.canvas import FOOTER, LAYOUT, Element, TaggedCanvas
from kanaalwaarden.tagged.file import About, describe
from kanaalwaarden.tagged.fonts import BOLD, ITALIC, REGULAR, Faces

MARGIN = 42.0
LARGE = 1.5
"""How much larger the large print is."""


def pdf_form(sheet: Sheet, labels: Labels, *, large: bool = False) -> bytes:
    """The form as a file; `large` in large print. The same form gives the same bytes."""
    return _Writer(sheet, labels, LARGE if large else 1.0).build()


class _Form(AcroForm):  # type: ignore[misc]
    """reportlab's form with a font that is embedded, bytes in its encoding, and only the appearances that PDF/A knows."""

    def makeFont(self, fontName: str | None) -> tuple[str, str]:  # noqa: N803 (reportlab's own names)
        if "Kanaal" not in self.fonts:
            document = self.canv._doc
            face = pdfmetrics.getFont(REGULAR).face
            data = (paths.resources() / "fonts" / f"{REGULAR}.ttf").read_bytes()
            file = document.Reference(PDFStream(PDFDictionary({"Length1": len(data)}), data, [PDFZCompress]))
            descriptor = PDFDictionary(
                {
                    "Type": "/FontDescriptor", "FontName": f"/{REGULAR}", "Flags": 32, "FontBBox": PDFArray(face.bbox), "ItalicAngle": 0,
                    "Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capHeight, "StemV": face.stemV, "FontFile2": file,
                }
            )  # fmt: skip
            widths = [face.getCharWidth(ord(bytes([code]).decode("cp1252", "replace"))) for code in range(32, 256)]
            font = PDFDictionary(
                {
                    "Type": "/Font", "Subtype": "/TrueType", "BaseFont": f"/{REGULAR}", "FirstChar": 32, "LastChar": 255,
                    "Widths": PDFArray(widths), "Encoding": "/WinAnsiEncoding", "FontDescriptor": document.Reference(descriptor),
                }
            )  # fmt: skip
            self.fonts["Kanaal"] = self.getRefStr(font)
        return self.fonts["Kanaal"], "Kanaal"

    def txAP(self, key: str, value: str, *rest: Any, **more: Any) -> Any:
        # reportlab escapes code points, and knows 256 of them: give it the bytes of the font's encoding.
        return super().txAP(key, value.encode("cp1252", "replace").decode("latin-1"), *rest, **more)

    def makeStream(self, width: float, height: float, stream: str, **more: Any) -> Any:
        made = super().makeStream(width, height, stream, **more)
        made.content = stream.encode("cp1252", "replace")  # reportlab would write UTF-8
        if "/Tx BMC" in stream:
            made._af_refstr += f"#{len(self.fields)}"  # never shared: who fills it in may write it in place
        return made

    def format(self, document: Any) -> Any:
        fields = PDFArray([self.getRef(each) for each in self.fields])
        self.makeFont(None)
        resources = PDFFromString(f"<< /Font << /Kanaal {self.fonts['Kanaal']} >> >>")
        return PDFDictionary({"Fields": fields, "DA": PDFString("/Kanaal 0 Tf 0 g"), "DR": resources}).format(document)


class _Canvas(TaggedCanvas):
    """A canvas whose annotations are fields: each is an element `Form` with words of its own."""

    about: About
    footer = ""
    faces: Faces

    def field_in(self, parent: Element, words: str) -> None:
        """The next field belongs in `parent`; `words` say what it is."""
        self._field = (parent, words)

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        parent, words = self._field
        element = self.place(Element("Form", parent, alt=words))
        key = self.tree.key(element)
        annotation["StructParent"] = key
        annotation["P"] = self.page_reference()
        annotation["AP"] = PDFDictionary({"N": annotation["AP"]["N"]})
        name = f"FIELD{key}"
        super(TaggedCanvas, self)._addAnnotation(annotation, name, addtopage)
        element.kids.append((self.page_reference(), self._doc.refAnnotation(name), None))

    def finish_page(self, page: int, pages: int) -> None:
        with self.drawing(FOOTER, FOOTER):
            self.setFillGray(0.25)
            self.faces.draw(self, MARGIN, 24, f"{self.footer} · {page} / {pages}", REGULAR, 8.5)

    def save(self) -> None:
        self.write_pages()
        describe(self, self.about, self.tree)
        super().save()


class _Writer:
    """Draws one form, top down."""

    def __init__(self, sheet: Sheet, labels: Labels, scale: float) -> None:
        self._sheet, self._labels, self._scale = sheet, labels, scale
        self._faces = Faces()
        self._out = io.BytesIO()
        canvas = self._canvas = _Canvas(self._out, pagesize=A4, invariant=1, initialFontName=REGULAR)
        title = labels("form.title")
        language = locale(labels.language)
        canvas.about = About(f"{title}: {sheet.discipline.name}", sheet.organisation, sheet.title, language)
        canvas.footer, canvas.faces = f"{title} · {sheet.discipline.name}", self._faces
        self._faces.runs(canvas.footer)
        self._form = canvas._doc._catalog.AcroForm = canvas.AcroForm = _Form(canvas)
        self._wide = A4[0] - 2 * MARGIN
        self._y = A4[1] - MARGIN

    def build(self) -> bytes:
        sheet, labels, canvas = self._sheet, self._labels, self._canvas
        self._text(labels("form.title"), "H1", BOLD, 18)
        self._text(" · ".join(part for part in (sheet.title, sheet.organisation) if part), "P", REGULAR, 10.5)
        self._text(labels("form.of", name=sheet.discipline.name), "P", BOLD, 12)
        for key in ("form.how_pdf", "form.help_reason", "form.help_kind", "form.help_condition"):
            self._text(labels(key), "P", REGULAR, 10)
        self._text(labels("form.no_judgement", word=labels.short(NO_JUDGEMENT)), "P", REGULAR, 10)
        self._identity()
        number = 0
        for value in sheet.values:
            self._room(150)
            self._space(10)
            self._text(value.name, "H2", BOLD, 14)
            for text, face in ((value.definition, REGULAR), (value.question, ITALIC)):
                if text:
                    self._text(text, "P", face, 10)
            for platform in sheet.platforms:
                self._cell(number, value.name, platform.name, sheet.answers.get((platform.id, value.id), Given()))
                number += 1
        canvas.showPage()
        canvas.save()
        return self._out.getvalue()

    # Pieces

    def _room(self, height: float) -> None:
        """Go on on the next page where so much does not fit."""
        if self._y - height * self._scale < MARGIN:
            self._new_page()

    def _new_page(self) -> None:
        self._canvas.showPage()
        self._y = A4[1] - MARGIN

    def _space(self, height: float) -> None:
        self._y -= height * self._scale

    def _text(self, text: str, role: str, face: str, size: float) -> None:
        """Running text over the width, on the next page where it does not fit."""
        size *= self._scale
        style = ParagraphStyle("text", fontName=face, fontSize=size, leading=size * 1.3)
        left = [Paragraph(self._faces.markup(text, face), style)]
        element = Element(role)
        while left:
            part = left.pop(0)
            room = self._y - MARGIN
            _, height = part.wrap(self._wide, 10_000)
            if height > room:
                left = [*(part.split(self._wide, room) or [part]), *left]
                if left[0] is part:
                    self._new_page()
                continue
            with self._canvas.drawing(element):
                part.drawOn(self._canvas, MARGIN, self._y - height)
            self._y -= height + 3 * self._scale

    def _identity(self) -> None:
        self._canvas.field_in(self._canvas.tree.document, self._labels("form.mark"))
        self._form.textfield(
            value=identity_text(self._sheet.identity), name=IDENTITY, tooltip=self._labels("form.mark"), x=MARGIN, y=6, width=60, height=8,
            fontSize=4, maxlen=None, borderWidth=0, fieldFlags="readOnly", textColor=white, fillColor=white,  # PDF/A knows no hidden fields
        )  # fmt: skip

    def _cell(self, number: int, value: str, platform: str, given: Given) -> None:
        labels, canvas = self._labels, self._canvas
        self._room(128)
        self._space(6)
        with canvas.drawing(LAYOUT):
            canvas.setStrokeGray(0.6)
            canvas.line(MARGIN, self._y, MARGIN + self._wide, self._y)
        self._space(2)
        self._text(platform, "H3", BOLD, 11.5)
        where = f"{value}, {platform}"
        self._radios(field(number, "answer"), f"{where}: {labels('form.answer')}", where, self._sheet.choices, given.effect)
        self._box(field(number, "reason"), f"{where}: {labels('form.reason')}", labels("form.reason"), given.reason, 34, "multiline")
        kind = given.reason_kind if given.reason else ""
        about = f"{where}: {labels('form.kind')}"
        self._radios(field(number, "kind"), about, about, self._sheet.kinds, kind, labels("form.kind"))
        self._box(field(number, "condition"), f"{where}: {labels('form.condition')}", labels("form.condition"), given.condition, 15, "")
        self._space(2)

    def _radios(self, name: str, tip: str, where: str, choices: Any, chosen: str, lead: str = "") -> None:
        """One round button with a word for each choice, on as many lines as it takes."""
        canvas, scale = self._canvas, self._scale
        size, side = 9.5 * scale, 11 * scale
        self._y -= side + 3
        x = MARGIN
        whole = Element("P")
        if lead:
            with canvas.drawing(whole):
                canvas.setFillGray(0)
                self._faces.draw(canvas, x, self._y + 1.6 * scale, lead, REGULAR, size)
            x += self._faces.width(lead, REGULAR, size) + 10 * scale
        for key, word in choices:
            needed = side + 4 * scale + self._faces.width(word, REGULAR, size) + 14 * scale
            if x + needed > MARGIN + self._wide and x > MARGIN:
                x = MARGIN
                self._y -= side + 4 * scale
            canvas.place(whole)
            canvas.field_in(whole, f"{where}: {word}")
            with canvas.drawing(LAYOUT):
                self._form.radio(
                    name=name, value=key, selected=key == chosen, x=x, y=self._y, size=side, borderWidth=0.8, tooltip=tip,
                    fieldFlags="radio", buttonStyle="circle", shape="circle", fillColor=white,
                )  # fmt: skip
            with canvas.drawing(whole):
                canvas.setFillGray(0)
                self._faces.draw(canvas, x + side + 4 * scale, self._y + 1.6 * scale, word, REGULAR, size)
            x += needed

    def _box(self, name: str, tip: str, lead: str, content: str, height: float, flags: str) -> None:
        """A field to write in, with its name above it."""
        canvas, scale = self._canvas, self._scale
        whole = Element("P")
        size = 8.5 * scale
        self._y -= size + 4 * scale
        with canvas.drawing(whole):
            canvas.setFillGray(0.2)
            self._faces.draw(canvas, MARGIN, self._y, lead, REGULAR, size)
        self._y -= height * scale + 3
        canvas.field_in(whole, tip)
        with canvas.drawing(LAYOUT):
            self._form.textfield(
                value=content, name=name, tooltip=tip, x=MARGIN, y=self._y, width=self._wide, height=height * scale, fontSize=9 * scale,
                maxlen=None, borderWidth=0.8, fieldFlags=flags, fillColor=white,
            )  # fmt: skip
