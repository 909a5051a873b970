"""Tables as a workbook, one sheet for each: ODS, the format that a Dutch public body must offer, and XLSX.

In: (name, rows) for every table; the first row is the header. Out: the bytes of a file. Every cell is text: nothing in it is a formula,
a link, a date or a figure, whatever it begins with. The same tables give the same bytes. Source: OASIS ODF 1.3, part 3.
"""

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import zip_longest

from kanaalwaarden.core.labels import LOCALES
from kanaalwaarden.export.office import fit

Tables = Sequence[tuple[str, Sequence[Sequence[str]]]]

_WIDEST, _NARROWEST = 60, 10  # characters
_EPOCH = datetime.datetime(2000, 1, 1)
_LONGEST_NAME = 31  # Excel's limit, in UTF-16 units
_LONGEST_CELL = 32_767  # Excel's limit; ODS has none
_NO_NAME = str.maketrans(dict.fromkeys("[]:*?/\\\n\t", " "))


def sheet_names(names: Sequence[str]) -> list[str]:
    """The names made fit for sheets: without characters that Excel forbids, short, and no two alike. A number where nothing is left."""
    found: list[str] = []
    taken = {"history"}  # Excel keeps this one for itself
    for number, name in enumerate(names, 1):
        base = " ".join(fit(name).translate(_NO_NAME).split()).strip("' ") or str(number)
        made, again = _shortened(base, ""), 1
        while made.casefold() in taken:
            again += 1
            made = _shortened(base, f" ({again})")
        taken.add(made.casefold())
        found.append(made)
    return found


def _shortened(name: str, ending: str) -> str:
    units = (_LONGEST_NAME - len(ending)) * 2
    return name.encode("utf-16-le")[:units].decode("utf-16-le", errors="ignore").strip("' ") + ending


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of every column in characters, so that most lines stand whole and long ones are wrapped."""
    longest = [max(len(line) for cell in column for line in cell.split("\n")) for column in zip_longest(*rows, fillvalue="")]
    return [min(_WIDEST, max(_NARROWEST, each + 2)) for each in longest]


def xlsx_bytes(tables: Tables, choices: Mapping[int, Sequence[str]] | None = None) -> bytes:
    """The tables as an Excel file, headers bold and frozen. `choices` are the words that a column (by its place) of every sheet offers.

    A text that is longer than Excel can hold ends in '…'.
    """
    import xlsxwriter  # wait until it is wanted

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _EPOCH})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for name, (_, rows) in zip(sheet_names([name for name, _ in tables]), tables, strict=True):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                told = fit(cell)
                shown = told if len(told) <= _LONGEST_CELL else told[: _LONGEST_CELL - 1] + "…"
                sheet.write_string(number, column, shown, text if number else head)
        for column, width in enumerate(_widths(rows)):
            sheet.set_column(column, column, width, text)
        sheet.freeze_panes(1, 0)
        for column, words in (choices or {}).items():
            sheet.data_validation(1, column, 2_000, column, {"validate": "list", "source": list(words), "error_type": "warning"})
    if not tables:
        book.add_worksheet()
    book.close()
    return out.getvalue()


# ODS. The parts are written as text: a workbook is one grid after another, and odfdo makes the file around them.

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{address}:1.0"'
    for name, address in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible", "config": "config",
        "number": "datastyle",
    }.items()
) + ' xmlns:ooo="http://openoffice.org/2004/office"'  # fmt: skip
_PART = '<?xml version="1.0" encoding="UTF-8"?><office:document-{kind} {spaces} office:version="1.3">{inside}</office:document-{kind}>'
_CELL_STYLES = (
    '<number:text-style style:name="N1"><number:text-content/></number:text-style>'
    '<style:style style:name="text" style:family="table-cell" style:data-style-name="N1">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    '<style:style style:name="head" style:family="table-cell" style:data-style-name="N1">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:border-bottom="0.75pt solid #000000"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
)
# The view of a sheet that LibreOffice and Excel take the frozen first row from.
_FROZEN = {"HorizontalSplitMode": 0, "VerticalSplitMode": 2, "HorizontalSplitPosition": 0, "VerticalSplitPosition": 1}
_FROZEN_RANGES = {"ActiveSplitRange": 2, "PositionTop": 0, "PositionBottom": 1}


def ods_bytes(tables: Tables, language: str) -> bytes:
    """The tables as an ODS file in a language ('nl'), headers bold and frozen."""
    from kanaalwaarden.export import odf  # odfdo: wait until it is wanted

    names = sheet_names([name for name, _ in tables]) or ["1"]
    grids = [rows for _, rows in tables] or [[]]
    file = odf.blank("spreadsheet", language, _EPOCH)
    parts = file.container
    assert parts is not None
    parts.set_part("content.xml", _part("content", _content(names, grids)))
    parts.set_part("styles.xml", _part("styles", _styles(language)))
    parts.set_part("settings.xml", _part("settings", _settings(names)))
    return odf.saved(file)


def _part(kind: str, inside: str) -> bytes:
    return _PART.format(kind=kind, spaces=_NAMESPACES, inside=inside).encode()


def _styles(language: str) -> str:
    code, country = LOCALES.get(language, (language, "none"))
    return (
        '<office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial" fo:font-size="10pt"'
        f' fo:language="{escape(code)}" fo:country="{country}"/></style:default-style></office:styles>'
    )


def _content(names: Sequence[str], grids: Sequence[Sequence[Sequence[str]]]) -> str:
    measured = [_widths(rows) for rows in grids]
    columns = "".join(
        f'<style:style style:name="c{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{0.2 * width + 0.3:.2f}cm"/></style:style>'
        for width in sorted({width for widths in measured for width in widths})
    )
    sheets = "".join(map("".join, map(_sheet, names, grids, measured)))
    return (
        f"<office:automatic-styles>{_CELL_STYLES}{columns}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    )


def _sheet(name: str, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    yield f'<table:table table:name="{escape(name)}">'
    for width in widths or [_NARROWEST]:
        yield f'<table:table-column table:style-name="c{width}" table:default-cell-style-name="text"/>'
    for number, row in enumerate(rows or [[""]]):
        style = "text" if number else "head"
        cells = "".join(_cell(fit(cell), style) for cell in [*row, *[""] * (len(widths) - len(row))])
        line = f'<table:table-row table:style-name="row">{cells or "<table:table-cell/>"}</table:table-row>'
        yield line if number else f"<table:table-header-rows>{line}</table:table-header-rows>"
    yield "</table:table>"


def _cell(text: str, style: str) -> str:
    if not text:
        return f'<table:table-cell table:style-name="{style}"/>'
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _spaced(line: str) -> str:
    """A line whose tabs and spaces are kept: XML would fold them (ODF part 3, 6.1.2)."""
    told = escape(line, quote=False).replace("\t", "<text:tab/>")
    pieces = told.split("  ")
    told = " <text:s/>".join(pieces)
    return f"<text:s/>{told[1:]}" if told.startswith(" ") else told


def _settings(names: Sequence[str]) -> str:
    def item(name: str, kind: str, value: object) -> str:
        return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'

    shorts = ("HorizontalSplitMode", "VerticalSplitMode", "ActiveSplitRange")
    view = "".join(item(name, "short" if name in shorts else "int", value) for name, value in (_FROZEN | _FROZEN_RANGES).items())
    sheets = "".join(f'<config:config-item-map-entry config:name="{escape(name)}">{view}</config:config-item-map-entry>' for name in names)
    return (
        '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        f"<config:config-item-map-entry>{item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{sheets}</config:config-item-map-named>'
        f"{item('ActiveTable', 'string', escape(names[0]))}</config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
    )
