"""How a DOCX looks: the styles of python-docx's template made ours, and a few more. No text of the session."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

FONT = "Arial"
INK, MUTED, RULE = "18212A", "4A5763", "C9D1D8"
SIZES = {False: (21.0, 29.7), True: (29.7, 21.0)}
"""The paper, by whether it lies, in centimetres."""
MARGIN = 2.0
_PORTRAIT = round((21.0 - 2 * MARGIN) / 2.54 * 1440)  # the width of the text, in twentieths of a point

_NEXT = '<w:keepNext/>'
_HEAD = "<w:keepNext/><w:keepLines/>"
_RIGHT = '<w:tabs><w:tab w:val="right" w:pos="{pos}"/></w:tabs>'
_SIDES = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{INK}"/>' for side in ("top", "left", "bottom", "right"))
_FRAME, _FRAME_INDENT = f"<w:pBdr>{_SIDES}</w:pBdr>", '<w:ind w:left="130" w:right="130"/>'
_BAR = f'<w:pBdr><w:left w:val="single" w:sz="20" w:space="9" w:color="{INK}"/></w:pBdr>'
_OVER = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
_MUTED = f'<w:color w:val="{MUTED}"/>'
# name: what it is based on, what comes after it, its paragraph (in the order of the schema: keep, borders, tabs, spacing, indent),
# its letters (bold, italic, colour), and their size.
_STYLES: dict[str, tuple[str, str, str, str, float]] = {
    "Normal": ("", "", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>', f'<w:color w:val="{INK}"/>', 10.5),
    "Body Text": ("Normal", "", '<w:spacing w:after="110" w:line="276" w:lineRule="auto"/>', "", 10.5),
    "Title": ("Normal", "Body Text", f'{_HEAD}<w:spacing w:after="170"/><w:outlineLvl w:val="0"/>', "<w:b/>", 24),
    "Heading 1": ("Normal", "Body Text", f'{_HEAD}<w:spacing w:before="340" w:after="140"/><w:outlineLvl w:val="0"/>', "<w:b/>", 18),
    "Heading 2": ("Normal", "Body Text", f'{_HEAD}<w:spacing w:before="310" w:after="110"/><w:outlineLvl w:val="1"/>', "<w:b/>", 13.5),
    "Heading 3": ("Normal", "Body Text", f'{_HEAD}<w:spacing w:before="230" w:after="60"/><w:outlineLvl w:val="2"/>', "<w:b/>", 11),
    "Muted": ("Body Text", "", "", _MUTED, 9),
    "Strong Line": ("Body Text", "Body Text", _NEXT, "<w:b/>", 10.5),
    "Question": ("Body Text", "", "", "<w:i/>", 10.5),
    "Quote": ("Body Text", "", f'{_BAR}<w:spacing w:after="0"/><w:ind w:left="400"/>', '<w:i w:val="0"/>', 10.5),
    "Quote Lead": ("Quote", "Quote", _NEXT, "", 10.5),
    "Box Lead": (
        "Normal", "Box Text", f"{_NEXT}{_FRAME}{_RIGHT.format(pos=_PORTRAIT - 130)}{_FRAME_INDENT}", "<w:b/>", 10.5,
    ),
    "Box Text": ("Normal", "Body Text", f"{_FRAME}{_FRAME_INDENT}", "", 10.5),
    "List Bullet": ("Body Text", "", '<w:spacing w:after="60"/><w:contextualSpacing w:val="0"/>', "", 10.5),
    "Caption": ("Normal", "", f'{_NEXT}<w:spacing w:before="120" w:after="60"/>', f'<w:b/><w:color w:val="{INK}"/>', 9.5),
    "Table Contents": ("Normal", "", "", "", 9.5),
    "Table Heading": ("Table Contents", "", "", "<w:b/>", 9.5),
    "Cell Note": ("Table Contents", "", '<w:spacing w:before="40"/>', f"<w:i/>{_MUTED}", 8.5),
    "After Table": ("Normal", "Body Text", '<w:spacing w:line="120" w:lineRule="exact"/>', "", 4),
    "Figure": ("Normal", "Body Text", f'{_NEXT}<w:spacing w:before="60" w:after="60"/>', "", 10.5),
    "TOC Heading": ("Normal", "", f'{_HEAD}<w:spacing w:after="110"/>', "<w:b/>", 13.5),
    "toc 1": ("Normal", "", f'{_RIGHT.format(pos=_PORTRAIT)}<w:spacing w:before="60"/>', "<w:b/>", 10.5),
    "toc 2": ("Normal", "", f'{_RIGHT.format(pos=_PORTRAIT)}<w:ind w:left="340"/>', "", 10.5),
    "Header": ("Normal", "", "", _MUTED, 9),
    "Footer": ("Normal", "", _OVER, _MUTED, 9),
}  # fmt: skip
IDS = {name: name.replace(" ", "").replace("toc", "TOC") for name in (*_STYLES, "Minutes Table")}
"""The id of every style by its name."""

_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{IDS["Minutes Table"]}"><w:name w:val="Minutes Table"/>
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>
</w:tblBorders><w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/>
<w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""


def add_styles(file: WordDocument, language: str, accent: str = "") -> None:
    """Make our styles in the file, throw out the table styles that it does not use, and say in which language it is ('nl-NL').

    `accent` is the colour of the headings, '#rrggbb'; '' is that of the text.
    """
    styles = file.styles.element
    for style in list(file.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            styles.remove(style.element)
    for name in _STYLES:
        if IDS[name] not in {style.style_id for style in file.styles}:
            file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc")).element.set(qn("w:styleId"), IDS[name])
    for name, how in _STYLES.items():
        style = next(style for style in file.styles if style.style_id == IDS[name])
        based_on, following, paragraph, letters, size = how
        if accent and name.startswith(("Title", "Heading ")):
            letters += f'<w:color w:val="{accent[1:]}"/>'
        _shape(style, based_on, following, paragraph, letters, size)
    styles.append(parse_xml(_TABLE))
    letters = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in (*letters.findall(qn("w:lang")), *letters.findall(qn("w:rFonts"))):
        letters.remove(old)
    letters.insert(0, _fonts())
    letters.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'))


def _fonts() -> Any:
    return parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>')


def _shape(style: Any, based_on: str, following: str, paragraph: str, letters: str, size: float) -> None:
    """Replace how a style looks; what the template says of it is gone, but a list keeps its numbering."""
    element = style.element
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for tag in ("w:pPr", "w:rPr", "w:basedOn", "w:next", "w:semiHidden", "w:unhideWhenUsed", "w:uiPriority"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    for tag, name in (("w:next", following), ("w:basedOn", based_on)):
        if name:
            element.insert(list(element).index(element.find(qn("w:name"))) + 1, parse_xml(f'<{tag} {nsdecls("w")} w:val="{IDS[name]}"/>'))
    if element.find(qn("w:qFormat")) is None:
        element.append(parse_xml(f"<w:qFormat {nsdecls('w')}/>"))
    inside = parse_xml(f"<w:pPr {nsdecls('w')}>{paragraph}</w:pPr>")
    if numbering is not None:
        inside.insert(0, numbering)
    element.append(inside)
    sizes = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    made = parse_xml(f"<w:rPr {nsdecls('w')}>{letters}{sizes}</w:rPr>")
    made.insert(0, _fonts())
    element.append(made)
