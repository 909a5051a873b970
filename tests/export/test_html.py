"""The web page read back: text, structure, names of pictures, and nothing that runs or is fetched."""

import html
import re
from collections.abc import Callable

import pytest
from lxml import etree
from lxml import html as lxml_html

from kanaalwaarden.core.blocks import Document, MarkPlot, Section, Table, TableCell
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.core.value_table import value_table
from kanaalwaarden.export.html import POLICY, html_bytes
from tests import samples
from tests.export.test_office import HOSTILE, hostile, texts, waterrijk, words
from tests.export.test_pdf_valid import torture


def utrecht() -> Document:
    return minutes(samples.example(samples.UTRECHT), samples.labels("en"), samples.prompts("en"))


def tortured() -> Document:
    return minutes(torture(), samples.labels(), samples.prompts())


def table() -> Document:
    return value_table(samples.example(samples.WATERRIJK), samples.labels())


EVERY = pytest.mark.parametrize("made", [waterrijk, hostile, utrecht, tortured, table])


def page(document: Document) -> etree._Element:
    return lxml_html.document_fromstring(html_bytes(document).decode())


def plain(text: str) -> str:
    return words(re.sub(r"[\x7f-\x9f]", "", text))


@EVERY
def test_no_text_is_lost_and_the_same_document_gives_the_same_bytes(made: Callable[[], Document]) -> None:
    document = made()
    data = html_bytes(document)
    root = page(document)
    told = plain("".join(root.itertext()) + "".join(each.get("aria-label", "") for each in root.iter()))
    for text in texts(document):
        for line in text.split("\n"):
            assert plain(line) in told
    assert html_bytes(document) == data


@EVERY
def test_nothing_runs_and_nothing_is_fetched(made: Callable[[], Document]) -> None:
    document = made()
    root = page(document)
    tags = {each.tag for each in root.iter() if isinstance(each.tag, str)}
    assert not tags & {"script", "link", "iframe", "object", "embed", "img", "form", "input", "base", "b", "para", "font", "foreignobject"}
    for each in root.iter():
        for name, value in each.attrib.items():
            assert not name.startswith("on")
            if name in ("href", "src", "action", "data", "srcset", "xlink:href"):
                assert value.startswith("#")
    style = "".join(root.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", html_bytes(document).decode())


@EVERY
def test_ids_are_unique_and_every_reference_leads_somewhere(made: Callable[[], Document]) -> None:
    root = page(made())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    wanted = {each.removeprefix("#") for each in root.xpath("//@href")} | set(root.xpath("//@aria-labelledby"))
    assert wanted <= set(ids)


@EVERY
def test_headings_skip_no_level_and_the_contents_are_nested(made: Callable[[], Document]) -> None:
    root = page(made())
    depth = 0
    for heading in root.xpath("//h1|//h2|//h3|//h4"):
        assert int(heading.tag[1]) <= depth + 1
        depth = int(heading.tag[1])
    for each in root.xpath("//nav//ul"):
        assert {child.tag for child in each} == {"li"}
        assert each.getparent().tag in ("nav", "li")


@EVERY
def test_tables_have_heads_and_names(made: Callable[[], Document]) -> None:
    document = made()
    root = page(document)
    tables = root.xpath("//table")
    blocks = [each for section in document.sections for each in section.blocks if isinstance(each, Table) and each.rows]
    assert len(tables) == len(blocks)
    for found, block in zip(tables, blocks, strict=True):
        assert found.xpath("caption") or found.get("aria-label") or found.get("aria-labelledby")
        assert len(found.xpath("thead//th[@scope='col']")) == sum(bool(cell.text) for cell in block.head)
        assert len(found.xpath("tbody//th[@scope='row']")) == sum(bool(row) and row[0].header and bool(row[0].text) for row in block.rows)
    for each in root.xpath("//div[@class='wide']"):
        assert each.get("tabindex") == "0"
        assert each.get("aria-label") or each.get("aria-labelledby")


@EVERY
def test_every_picture_says_what_it_shows(made: Callable[[], Document]) -> None:
    document = made()
    root = page(document)
    for each in root.xpath("//svg"):
        assert each.get("aria-hidden") == "true" or each.get("aria-label")
    named = {plain(each) for each in root.xpath("//svg/@aria-label")}
    for block in (each for section in document.sections for each in section.blocks):
        if isinstance(block, MarkPlot):
            assert plain(block.text) in named
            for seat in block.picture.seats:
                assert plain(seat.name) in plain(block.text)
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row if cell.picture):
                assert plain(cell.text) in named


def test_languages_and_landmarks() -> None:
    root = page(waterrijk())
    assert root.get("lang") == "nl-NL"
    assert page(utrecht()).get("lang") == "en-GB"
    assert page(hostile()).xpath("//*[@lang='en-GB']")
    assert root.xpath("//title/text()")[0].startswith("Verslag")
    assert [each.tag for each in root.xpath("/html/body/*")] == ["a", "header", "main", "footer"]
    assert root.xpath("/html/body/a/text()") == ["Naar de inhoud"]
    assert page(utrecht()).xpath("/html/body/a/text()") == ["Skip to the content"]
    assert root.xpath("//main//nav")


def test_hostile_strings_stay_text() -> None:
    data = html_bytes(hostile()).decode()
    assert "<b>" not in data
    assert html.escape(HOSTILE[:10], quote=False) in data
    assert page(hostile()).xpath("//h1")[0].text_content() == HOSTILE
    table = Table([], [[TableCell('"><script>', symbol="veel")]], summary='"><script>')
    document = Document('"><script>', 'x"><script>', [Section([table])])
    assert "<script" not in html_bytes(document).decode()


def test_an_empty_document_is_a_page() -> None:
    assert page(Document("", "nl", [])).xpath("//main")
