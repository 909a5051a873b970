"""ODT, DOCX, ODS and XLSX read back: structure, languages, text, and nothing that runs."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree

from kanaalwaarden.core.blocks import Block, Box, Bullets, Contents, Document, Heading, MarkPlot, Paragraph, Plot, Section, Table, TableCell
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.export.odt import odt_bytes
from kanaalwaarden.export.sheets import ods_bytes, xlsx_bytes
from kanaalwaarden.export.word import docx_bytes
from tests import samples

HOSTILE = '<b>&"=1+1 \u202e\u0627\u0644 e\u0301 \U0001f600 ' + "x" * 300
ROWS = [("kop", "=1+1"), ("=1+1", "+3"), ("@x", "http://x.example"), ("-2", HOSTILE)]


def waterrijk() -> Document:
    return minutes(samples.example(samples.WATERRIJK), samples.labels(), samples.prompts())


def hostile() -> Document:
    blocks: list[Block] = [
        Heading(1, HOSTILE, title=True), Contents("Inhoud"), Heading(1, "1 een"), Paragraph(f"{HOSTILE}\x07\ntweede regel", lang="en"),
        Bullets([HOSTILE, "twee"]), Box("Conclusie", "geen", "geen", HOSTILE), Paragraph(HOSTILE, "quote", HOSTILE),
        Table([TableCell("kop", header=True)], [[TableCell(HOSTILE, header=True, note="lang woord " * 1_800)]]),
    ]  # fmt: skip
    return Document("Proef", "nl", [Section(blocks, landscape=False)], words={"page": "{page} van {pages}", "open": "open"})


def texts(document: Document) -> Iterator[str]:
    """Every text of the blocks."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in [block.head, *block.rows]:
                    yield from (text for cell in row for text in (cell.text, cell.note))
            elif isinstance(block, Bullets):
                yield from block.items
            elif isinstance(block, MarkPlot):
                yield block.sentence
            elif isinstance(block, Plot):
                continue  # the paragraph before it has the same figures, and office files say them once
            else:
                yield from (getattr(block, name, "") for name in ("lead", "text"))


def words(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f]+", "", text)


def text_of(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(part))
    return words("".join(root.itertext()))


@pytest.mark.parametrize("made", [waterrijk, hostile])
@pytest.mark.parametrize(("write", "part"), [(odt_bytes, "content.xml"), (docx_bytes, "word/document.xml")])
def test_no_text_is_lost_and_the_same_document_gives_the_same_bytes(made, write, part: str) -> None:  # type: ignore[no-untyped-def]
    document = made()
    data = write(document)
    told = text_of(data, part)
    for text in texts(document):
        for line in text.split("\n"):
            assert words(line) in told
    assert write(document) == data


def test_docx_has_real_headings_heads_and_languages() -> None:
    read = docx.Document(io.BytesIO(docx_bytes(waterrijk())))
    names = {paragraph.style.name for paragraph in read.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3"} <= names
    whole = read.element.xml
    assert whole.count("<w:tblHeader") >= len(read.tables) - 20
    assert 'descr="' in whole
    assert {round(section.page_width.mm) for section in read.sections} == {210, 297}
    assert "nl-NL" in read.styles.element.xml


def test_odt_has_real_headings_heads_and_languages() -> None:
    with zipfile.ZipFile(io.BytesIO(odt_bytes(waterrijk()))) as package:
        assert package.namelist()[0] == "mimetype"
        content, styles = package.read("content.xml").decode(), package.read("styles.xml").decode()
    assert {f'text:outline-level="{level}"' in content for level in (1, 2, 3)} == {True}
    assert "table:table-header-rows" in content
    assert "<svg:desc>" in content
    assert 'fo:language="nl"' in styles


def test_sheets_run_nothing_and_keep_their_heads() -> None:
    tables = [("Tabel [1]: een/twee", ROWS), ("Tabel [1]: een/twee", ROWS)]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tables)))
    assert len(set(book.sheetnames)) == 2
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [list(row) for row in ROWS]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    ods = ods_bytes(tables, "nl")
    assert ods == ods_bytes(tables, "nl")
    with zipfile.ZipFile(io.BytesIO(ods)) as package:
        content = package.read("content.xml").decode()
    assert "table:formula" not in content
    assert "office:value-type=\"string\"" in content


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("format_", ["odt", "docx", "ods", "xlsx"])
def test_libreoffice_opens_it(tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"verslag.{format_}"
    path.write_bytes(export_bytes(samples.example(samples.WATERRIJK), format_, samples.labels(), samples.prompts()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profiel"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path / "uit"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    assert (tmp_path / "uit" / "verslag.pdf").stat().st_size > 20_000
