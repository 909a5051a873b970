"""Tagged PDF out of reportlab: every stroke belongs to an element that a screen reader reads, or is marked as decoration.

The canvas knows two targets, one for text and one for graphics. Nothing is written when a target changes: the operators that open and
close marked content are put in by the list of drawing operators, at the moment something that paints arrives for another target than
the one that is open. So sequences never nest, none is empty, and what was forgotten raises an error instead of being left untagged.

Pages are kept back until all are drawn, because 'page 3 of 20' and the table of contents need what comes after. Sources: ISO 32000-1
14.7 and 14.8 (marked content, structure), ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas


def reference(document: Any, obj: Any) -> str:
    """'12 0 R': how one object of a PDF names another. Takes the object, or its `PDFObjectReference`."""
    if not isinstance(obj, PDFObjectReference):
        obj = document.Reference(obj)
    return "{} {} R".format(*document.idToObjectNumberAndVersion[obj.name])


def pdf_string(text: str) -> str:
    """A text as it stands in a PDF, unencrypted."""
    return str(PDFString(text).format(_PLAIN).decode("latin-1"))


class _Plain:
    """What PDFString asks of a document: here, that it is not encrypted."""

    class encrypt:  # noqa: N801
        encode = staticmethod(lambda content: content)


_PLAIN = _Plain()


class Artifact:
    """Decoration: there for the eye only."""

    __slots__ = ("properties",)

    def __init__(self, properties: str) -> None:
        self.properties = properties


LAYOUT = Artifact("/Type /Layout")
REPEATED = Artifact("/Type /Pagination")
HEADER = Artifact("/Type /Pagination /Subtype /Header /Attached [/Top]")
FOOTER = Artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]")


class Element(PDFObject):  # type: ignore[misc]
    """One element of the structure: a paragraph, a cell, a figure. It joins its parent when something of it is first drawn."""

    __RefOnly__ = 1

    def __init__(
        self, role: str, parent: "Element | None" = None, *, alt: str = "", lang: str = "", **attributes: Mapping[str, str]
    ) -> None:
        """`role` is a standard structure type (ISO 32000-1 14.8.4); `attributes` are owners with their entries, as in PDF."""
        self.role, self.parent, self.alt, self.lang = role, parent, alt, lang
        self.attributes = {owner: of for owner, of in attributes.items() if of}
        self.placed = False
        self.kids: list[Any] = []
        """Elements; (page, number of the marked content) for what was drawn; (page, annotation, None) for a link's place."""

    def format(self, document: Any) -> bytes:
        """This element as a PDF dictionary."""
        parts = [f"<< /S /{self.role} /P {reference(document, self.parent)}"]
        pages = [kid[0] for kid in self.kids if type(kid) is tuple and len(kid) == 2]
        if pages:
            parts.append(f"/Pg {reference(document, pages[0])}")
        kids = [self._kid(document, kid, pages) for kid in self.kids]
        if kids:
            parts.append(f"/K [{' '.join(kids)}]")
        entries = {owner: " ".join(f"/{name} {value}" for name, value in of.items()) for owner, of in self.attributes.items()}
        owners = [f"<< /O /{owner} {inside} >>" for owner, inside in entries.items()]
        if owners:
            parts.append(f"/A [{' '.join(owners)}]")
        parts += [f"/{name} {pdf_string(text)}" for name, text in (("Alt", self.alt), ("Lang", self.lang)) if text]
        return " ".join([*parts, ">>"]).encode("latin-1")

    def _kid(self, document: Any, kid: Any, pages: list[Any]) -> str:
        if type(kid) is not tuple:
            return reference(document, kid)
        if len(kid) == 3:
            return f"<< /Type /OBJR /Pg {reference(document, kid[0])} /Obj {reference(document, kid[1])} >>"
        if kid[0].name == pages[0].name:
            return str(kid[1])
        return f"<< /Type /MCR /Pg {reference(document, kid[0])} /MCID {kid[1]} >>"


class _Elements(PDFObject):  # type: ignore[misc]
    """The elements of one page, by the numbers of its marked content."""

    __RefOnly__ = 1

    def __init__(self, elements: list[Element]) -> None:
        self._elements = elements

    def format(self, document: Any) -> bytes:
        return f"[{' '.join(reference(document, each) for each in self._elements)}]".encode("latin-1")


class Tree(PDFObject):  # type: ignore[misc]
    """The root of the structure, with the way back from pages and links to elements."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.document = Element("Document")
        self.document.parent, self.document.placed = self, True
        self._back: list[Any] = []

    def key(self, target: Any) -> int:
        """The number under which a page or a link finds its elements again."""
        self._back.append(target)
        return len(self._back) - 1

    def page(self, elements: list[Element]) -> int:
        """The same for the marked content of a whole page."""
        return self.key(_Elements(elements))

    def format(self, document: Any) -> bytes:
        numbers = " ".join(f"{key} {reference(document, target)}" for key, target in enumerate(self._back))
        root = reference(document, self.document)
        return (
            f"<< /Type /StructTreeRoot /K {root} /ParentTree << /Nums [{numbers}] >> /ParentTreeNextKey {len(self._back)} >>"
        ).encode("latin-1")


# Operators that change the state and paint nothing, by their last letters.
_STATE_2 = {" w", " J", " j", " d", " M", " g", " G", " i", " k", " K"}
_STATE_3 = {" cm", " rg", " RG", " gs", " cs", " CS", " sc", " SC", " Tr", "scn", "SCN"}
_NOTHING = {"q", "Q", " ", "", "n"}


class _Operators(list[str]):
    """The drawing operators of a page; opens the right marked content before one that paints."""

    __slots__ = ("canvas",)
    canvas: "TaggedCanvas"

    def append(self, operator: str) -> None:
        canvas = self.canvas
        if operator not in _NOTHING and operator[-2:] not in _STATE_2 and operator[-3:] not in _STATE_3:
            wanted = canvas.for_text if operator[:2] == "BT" else canvas.for_graphics
            if wanted is not canvas.opened:
                canvas.open_content(wanted)
        elif operator == "q":
            canvas.depth += 1
        elif operator == "Q":
            if canvas.opened is not None and canvas.depth <= canvas.opened_at:
                canvas.close_content()  # keep q..Q and marked content properly nested
            canvas.depth -= 1
        super().append(operator)

    raw = list.append

    def extend(self, operators: Any) -> None:
        for each in operators:
            self.append(each)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which everything that is drawn has a target. It keeps its pages until `save`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self.tree = Tree()
        self.opened: Element | Artifact | None = None
        self.opened_at = self.depth = 0
        self.for_text: Element | Artifact | None = None
        self.for_graphics: Element | Artifact | None = None
        self.silent = False
        self._targets: list[tuple[Any, Any, bool]] = []
        self._kept: list[dict[str, Any]] = []
        super().__init__(*args, **{**options, "pdfVersion": (1, 7), "enforceColorSpace": "rgb"})

    def roundRect(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: int = 1, fill: int = 0
    ) -> None:  # fmt: skip
        """As the canvas' own, in one operator: to write its forty numbers one by one takes a tenth of the time of the minutes."""
        bow = 0.4472 * radius  # reportlab's own factor for a quarter of a circle
        right, top = x + width, y + height
        self._code.append(
            f"{x + radius:.3f} {y:.3f} m {right - radius:.3f} {y:.3f} l"
            f" {right - bow:.3f} {y:.3f} {right:.3f} {y + bow:.3f} {right:.3f} {y + radius:.3f} c {right:.3f} {top - radius:.3f} l"
            f" {right:.3f} {top - bow:.3f} {right - bow:.3f} {top:.3f} {right - radius:.3f} {top:.3f} c {x + radius:.3f} {top:.3f} l"
            f" {x + bow:.3f} {top:.3f} {x:.3f} {top - bow:.3f} {x:.3f} {top - radius:.3f} c {x:.3f} {y + radius:.3f} l"
            f" {x:.3f} {y + bow:.3f} {x + bow:.3f} {y:.3f} {x + radius:.3f} {y:.3f} c h"
        )
        self._strokeAndFill(stroke, fill)

    # Targets

    def place(self, element: Element) -> Element:
        """Join an element, and all above it, to the structure: in the order in which they are drawn."""
        if not element.placed:
            element.placed = True
            if element.parent is None:
                element.parent = self.tree.document
            self.place(element.parent).kids.append(element)
        return element

    @contextmanager
    def drawing(self, text: Element | Artifact | None, graphics: Element | Artifact | None = LAYOUT) -> Iterator[None]:
        """What is drawn inside belongs to these. Inside a repeated table head everything is decoration."""
        self.begin(text, graphics)
        try:
            yield
        finally:
            self.end()

    def begin(self, text: Element | Artifact | None, graphics: Element | Artifact | None = LAYOUT, *, silent: bool = False) -> None:
        """The same for who cannot use `with`: ended by `end`."""
        self._targets.append((self.for_text, self.for_graphics, self.silent))
        self.silent = self.silent or silent
        if self.silent:
            text = graphics = REPEATED
        for each in (text, graphics):
            if isinstance(each, Element):
                self.place(each)
        self.for_text, self.for_graphics = text, graphics
        if self.opened is not text and self.opened is not graphics:
            self.close_content()

    def end(self) -> None:
        """Back to the targets before `begin`."""
        self.for_text, self.for_graphics, self.silent = self._targets.pop()
        if self.opened is not self.for_text and self.opened is not self.for_graphics:
            self.close_content()

    # Marked content

    def open_content(self, wanted: Element | Artifact | None) -> None:
        """Close what is open and open `wanted`. RuntimeError for nothing: something was drawn that belongs nowhere, a bug."""
        if wanted is None:
            raise RuntimeError("something is drawn that belongs to no element and is no decoration")
        if self.opened is not None:
            self._code.raw("EMC")
        self.opened, self.opened_at = wanted, self.depth
        if isinstance(wanted, Artifact):
            self._code.raw(f"/Artifact <<{wanted.properties}>> BDC")
        else:
            wanted.kids.append((self.page_reference(), len(self._content)))
            self._code.raw(f"/{wanted.role} <</MCID {len(self._content)}>> BDC")
            self._content.append(wanted)

    def close_content(self) -> None:
        """Close what is open."""
        if self.opened is not None:
            self._code.raw("EMC")
            self.opened = None

    def page_reference(self) -> Any:
        """The page that is being drawn, which the document does not have yet."""
        name = f"Page{self._pageNumber}"  # as PDFDocument.thisPageName will call it
        if self._page_name != name:
            self._page_name, self._page_object = name, PDFObjectReference(name)
        return self._page_object

    _page_name = ""
    _page_object: Any = None
    _code: Any

    def link(self, element: Element, key: str, words: str, box: tuple[float, float, float, float]) -> None:
        """A link from `box` to the bookmark `key`, as part of `element`; `words` say where it goes."""
        self._link = (element, words)
        self.linkRect("", key, box, relative=0)

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        element, words = self._link
        annotation.permitted = (*annotation.permitted, "StructParent")
        key = self.tree.key(element)
        annotation.otherkw.update(StructParent=key, F=4)
        annotation.Contents = words
        name = f"LINK{key}"  # reportlab's own numbers begin anew on a page that was kept
        super()._addAnnotation(annotation, name, addtopage)
        element.kids.append((self.page_reference(), self._doc.refAnnotation(name), None))

    # Pages

    def _restartAccumulators(self) -> None:
        super()._restartAccumulators()
        if type(self._code) is list:
            operators = _Operators()
            operators.canvas = self
            for each in self._code:
                operators.raw(each)
            self._code = operators
        self._content: list[Element] = []
        self.depth = 0

    def showPage(self) -> None:
        """End the page, and keep it."""
        self.close_content()
        self._kept.append(dict(self.__dict__))
        self.start_page()

    def start_page(self) -> None:
        """What is kept of a page begins anew."""
        self._startPage()

    def finish_page(self, page: int, pages: int) -> None:
        """Draw what needs to know all pages. For subclasses."""

    def write_pages(self) -> None:
        """Give all kept pages to the document, finished."""
        for number, state in enumerate(self._kept, 1):
            self.__dict__.update(state)
            self.finish_page(number, len(self._kept))
            self.close_content()
            content = self._content
            super().showPage()
            page = self._doc.Pages.pages[-1]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.Tabs = "/S"
            if content:
                page.StructParents = self.tree.page(content)
