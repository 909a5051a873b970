"""How an ODT looks: styles, pages, header and footer, as the part `styles.xml` of ODF 1.3. No text of the session but header and footer.

The names of the styles are those of LibreOffice ('Text body' is kept as 'Text_20_body'), so that a secretary finds them where they
always are.
"""

from html import escape

from kanaalwaarden.core.blocks import Document
from kanaalwaarden.core.labels import LOCALES
from kanaalwaarden.export.office import fit, page_words
from kanaalwaarden.export.outline import has_title_page

FONT = "Arial"
INK, MUTED, RULE = "#18212A", "#4A5763", "#C9D1D8"
PORTRAIT, LANDSCAPE, FIRST = "Standard", "Landscape", "First_20_Page"
"""Names of master pages; pages after the first follow with PORTRAIT or LANDSCAPE."""
SIZES = {PORTRAIT: (21.0, 29.7), LANDSCAPE: (29.7, 21.0)}
MARGIN = 2.0
"""Sizes in centimetres."""

NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    }.items()
)

# Style of a paragraph: name, parent, what comes after it, of the paragraph, of the letters.
_BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
_SMALL = f'fo:font-size="9pt" fo:color="{MUTED}"'
_CELL = 'fo:font-size="9.5pt"'
_HEAD = 'fo:keep-with-next="always" fo:orphans="2" fo:widows="2"'
_BAR = f'fo:margin-left="0.5cm" fo:border-left="2.5pt solid {INK}" fo:padding="0.05cm" fo:padding-left="0.3cm"'
_FRAME = f'fo:border="0.75pt solid {INK}" fo:padding="0.2cm" fo:margin-left="0.22cm" fo:margin-right="0.22cm"'
_TAB = '<style:tab-stops><style:tab-stop style:position="{position}cm" style:type="right"/></style:tab-stops>'
_STYLES: list[tuple[str, str, str, str, str]] = [
    ("Standard", "", "", "", ""),
    ("Text body", "Standard", "", 'fo:margin-bottom="0.2cm" fo:line-height="120%" fo:orphans="2" fo:widows="2"', ""),
    ("Heading", "Standard", "Text body", _HEAD, _BOLD),
    ("Title", "Heading", "Text body", 'fo:margin-bottom="0.3cm"', 'fo:font-size="24pt"'),
    ("Heading 1", "Heading", "Text body", 'fo:margin-top="0.6cm" fo:margin-bottom="0.25cm"', 'fo:font-size="18pt"'),
    ("Heading 2", "Heading", "Text body", 'fo:margin-top="0.55cm" fo:margin-bottom="0.2cm"', 'fo:font-size="13.5pt"'),
    ("Heading 3", "Heading", "Text body", 'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm"', 'fo:font-size="11pt"'),
    ("Muted", "Text body", "", "", _SMALL),
    ("Strong line", "Text body", "Text body", 'fo:keep-with-next="always"', _BOLD),
    ("Question", "Text body", "", "", 'fo:font-style="italic"'),
    ("Quotations", "Text body", "", f'{_BAR} fo:margin-bottom="0cm"', ""),
    ("Quotation lead", "Quotations", "Quotations", _HEAD, ""),
    ("Box lead", "Standard", "Box text", f'{_FRAME} fo:keep-with-next="always"', _BOLD),
    ("Box text", "Standard", "Text body", _FRAME, ""),
    ("List", "Text body", "", 'fo:margin-bottom="0.1cm"', ""),
    ("Caption", "Standard", "", f'{_HEAD} fo:margin-top="0.2cm" fo:margin-bottom="0.1cm"', f'{_BOLD} {_CELL}'),
    ("Table Contents", "Standard", "", "", _CELL),
    ("Table Heading", "Table Contents", "", "", _BOLD),
    ("Cell note", "Table Contents", "", 'fo:margin-top="0.08cm"', f'fo:font-style="italic" fo:font-size="8.5pt" fo:color="{MUTED}"'),
    ("Figure", "Standard", "Text body", 'fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', ""),
    ("Contents Heading", "Heading", "", 'fo:margin-bottom="0.2cm"', 'fo:font-size="13.5pt"'),
    ("Index", "Standard", "", "", ""),
    ("Contents 1", "Index", "", 'fo:margin-top="0.1cm"', _BOLD),
    ("Contents 2", "Index", "", 'fo:margin-left="0.6cm"', ""),
    ("Header", "Standard", "", "", _SMALL),
    ("Header landscape", "Header", "", "", ""),
    ("Footer", "Standard", "", f'fo:border-top="0.5pt solid {RULE}" fo:padding-top="0.1cm"', _SMALL),
    ("Footer landscape", "Footer", "", "", ""),
]  # fmt: skip
_TABBED = {
    "Header": PORTRAIT, "Footer": PORTRAIT, "Header landscape": LANDSCAPE, "Footer landscape": LANDSCAPE, "Contents 1": PORTRAIT,
    "Contents 2": PORTRAIT, "Box lead": PORTRAIT,
}  # fmt: skip
_INSET = {"Contents 2": 0.6, "Box lead": 0.84}  # where the line begins or ends inside the margins


def encoded(name: str) -> str:
    """The name of a style as XML wants it."""
    return name.replace(" ", "_20_")


def text_width(page: str) -> float:
    """The width of the text on a page, in centimetres."""
    return SIZES[page][0] - 2 * MARGIN


def _style(name: str, parent: str, following: str, paragraph: str, letters: str) -> str:
    links = f' style:parent-style-name="{encoded(parent)}"' if parent else ""
    links += f' style:next-style-name="{encoded(following)}"' if following else ""
    if name.startswith("Heading ") or name == "Title":
        level = 1 if name == "Title" else int(name[-1])
        links += f' style:default-outline-level="{level}"'
    tabs = _TAB.format(position=round(text_width(_TABBED[name]) - _INSET.get(name, 0.0), 2)) if name in _TABBED else ""
    return (
        f'<style:style style:name="{encoded(name)}" style:display-name="{name}" style:family="paragraph"{links}>'
        f"<style:paragraph-properties {paragraph}>{tabs}</style:paragraph-properties><style:text-properties {letters}/></style:style>"
    )


def _page_number(document: Document) -> str:
    number, count = '<text:page-number text:select-page="current">1</text:page-number>', "<text:page-count>1</text:page-count>"
    fields = {"{page}": number, "{pages}": count}
    return "".join(fields.get(part) or escape(part) for part in page_words(document))


def _layout(name: str, page: str) -> str:
    width, height = SIZES[page]
    turned = "landscape" if page == LANDSCAPE else "portrait"
    foot = '<style:header-footer-properties fo:min-height="0.6cm" fo:margin-{side}="0.4cm"/>'
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm"'
        f' style:print-orientation="{turned}" fo:margin="{MARGIN}cm" fo:margin-top="1.5cm" fo:margin-bottom="1.2cm"/>'
        f"<style:header-style>{foot.format(side='bottom')}</style:header-style>"
        f"<style:footer-style>{foot.format(side='top')}</style:footer-style></style:page-layout>"
    )


def _line_of(style: str, left: str, right: str) -> str:
    """A line of a header or footer: `left`, and `right` (XML already) at the right margin."""
    return f'<text:p text:style-name="{encoded(style)}">{escape(" ".join(fit(left).split()))}<text:tab/>{right}</text:p>'


def _master(name: str, layout: str, document: Document, suffix: str, header: bool, following: str = "") -> str:
    after = f' style:next-style-name="{following}"' if following else ""
    left, right = document.header
    above = _line_of(f"Header{suffix}", left, escape(" ".join(fit(right).split()))) if header and (left or right) else ""
    below = _line_of(f"Footer{suffix}", document.footer, _page_number(document))
    return (
        f'<style:master-page style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:page-layout-name="{layout}"{after}>'
        f"{f'<style:header>{above}</style:header>' if above else ''}<style:footer>{below}</style:footer></style:master-page>"
    )


def styles_xml(document: Document) -> bytes:
    """The part `styles.xml` of a document: its language, its styles, and its pages with header and footer."""
    language, country = LOCALES.get(document.language, (document.language, "none"))
    turned = bool(document.sections) and document.sections[0].landscape and has_title_page(document)
    first = ("Liggend", " landscape", LANDSCAPE) if turned else ("Staand", "", PORTRAIT)
    accent = f' fo:color="{document.accent}"' if document.accent else ""
    outline = "".join(f'<text:outline-level-style text:level="{level}" style:num-format=""/>' for level in range(1, 11))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {NAMESPACES} office:version="1.3">'
        f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}" style:font-family-generic="swiss"'
        ' style:font-pitch="variable"/></office:font-face-decls><office:styles>'
        '<style:default-style style:family="paragraph">'
        '<style:paragraph-properties style:writing-mode="page" style:tab-stop-distance="1.25cm"/>'
        f'<style:text-properties style:font-name="{FONT}" style:font-name-asian="{FONT}" style:font-name-complex="{FONT}"'
        f' fo:font-size="10.5pt" style:font-size-asian="10.5pt" style:font-size-complex="10.5pt" fo:color="{INK}"'
        f' fo:language="{escape(language)}" fo:country="{country}"/></style:default-style>'
        + '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>'
        + "".join(_style(*each[:4], f"{each[4]}{accent if each[0] == 'Heading' else ''}") for each in _STYLES)
        + '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text">'
        f"<style:text-properties {_BOLD}/></style:style>"
        '<style:style style:name="Graphics" style:family="graphic"><style:graphic-properties text:anchor-type="as-char" fo:border="none"'
        ' style:wrap="none" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>'
        f'<text:outline-style style:name="Outline">{outline}</text:outline-style>'
        '<text:list-style style:name="List_20_1" style:display-name="List 1">'
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
        ' text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>'
        "</style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>"
        f"<office:automatic-styles>{_layout('Staand', PORTRAIT)}{_layout('Liggend', LANDSCAPE)}</office:automatic-styles>"
        "<office:master-styles>"
        + _master(PORTRAIT, "Staand", document, "", True)
        + _master(LANDSCAPE, "Liggend", document, " landscape", True)
        + _master(FIRST, first[0], document, first[1], False, first[2])
        + "</office:master-styles></office:document-styles>"
    ).encode()
