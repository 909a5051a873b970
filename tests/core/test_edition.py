"""The public edition: what may not be published is in no format, and what is left out is told."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from kanaalwaarden.core.edition import people_of, public, traceable
from kanaalwaarden.core.model import (
    PERSONS,
    Account,
    Action,
    Argument,
    Decision,
    Discipline,
    MinorityNote,
    Publication,
    Rating,
    ReadBack,
    Risk,
    Session,
    Stance,
    session_of,
)  # fmt: skip
from kanaalwaarden.export.formats import FORMATS, Options, export_bytes
from tests import samples
from tests.exported import packed

NAME, OTHER = "Wilhelmina Zonderland", "Kwibus van Planteren"
VIEW = "dit vind ik onverstandig kwartelei"
FACT = "er kwamen 140 vragen binnen"


def planted(**publication: Any) -> Session:
    """A session with names in every field that can hold one, and in texts."""
    base = samples.rated(["geen", "geen", "geen", "veel"])
    records: list[Any] = []
    for each in base.records():
        if isinstance(each, Discipline):
            each = replace(each, people=NAME if each.id == "d1" else OTHER if each.id == "d4" else "")
        if isinstance(each, Rating):
            reason = f"{VIEW}, zegt wilhelmina  zonderland" if each.discipline == "d4" else FACT
            each = replace(each, reason=reason, reason_kind="feit" if each.discipline == "d1" else "zienswijze")
        records.append(each)
    records += [
        Account("k1", 1, "p1", "@wij", manager=NAME), Action("t1", 1, f"Bel Zonderland over {OTHER}", owner=OTHER),
        Risk("s1", 1, "p1", "privacy", "iets", owner=NAME), Decision("p1", outcome="inzetten", decider=OTHER, sentence=f"Vraag {NAME}."),
        MinorityNote("w1", "p1", "d4", VIEW, True), Argument("a1", "w1", "p1", "d4", "zienswijze", text=VIEW, at="2026-01-01"),
        Stance("p1", "d4", "niet", text=VIEW), Publication(withheld="Geheimwoord", **publication),
        ReadBack("d4", "bevestigd", "2026-01-01T10:00:00+01:00", f"namens {OTHER}"),
    ]  # fmt: skip
    return session_of(records)


def everything(data: bytes, format_: str) -> str:
    """All text of a file: pages, metadata, attachments, parts of a package."""
    if format_ in ("pdf", "table"):
        reader = PdfReader(io.BytesIO(data))
        inside = [part.decode() for files in reader.attachments.values() for part in files]
        return " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.xmp_metadata and data), *inside])
    if format_ in ("odt", "docx", "ods", "xlsx", "accounts-xlsx"):
        return packed(data)
    return data.decode("utf-8-sig")


def test_a_team_or_body_stays_named_where_no_person_is() -> None:
    """Of owners and deciders only persons go: a discipline, and what the facilitator says is a body, stay."""
    records = [*planted(bodies="Team Web\nCollege van B en W").records()]
    records += [
        Action("t2", 2, "iets", owner="team web"), Action("t3", 3, "iets", owner=f"Team Web en {NAME}"),
        Action("t4", 4, "iets", owner="discipline 1, Team Web"), Decision("p2", outcome="niet", decider="College van B en W"),
    ]  # fmt: skip
    shown, _ = public(session_of(records), samples.labels())
    assert [each.owner for each in shown.rows(Action)] == ["", "team web", "", "discipline 1, Team Web"]
    found = shown.decision("p2")
    assert found is not None
    assert found.decider == "College van B en W"
    assert "team" not in " ".join(people_of(session_of(records))).casefold()


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_planted_name_is_in_any_format(format_: str, language: str) -> None:
    data = export_bytes(planted(), format_, samples.labels(language), samples.prompts(language), Options("public"))
    told = " ".join(everything(data, format_).split()).casefold()
    for part in ("wilhelmina", "zonderland", "kwibus", "planteren", "geheimwoord"):
        assert part not in told


def test_the_same_scan_finds_the_names_in_the_internal_edition() -> None:
    data = export_bytes(planted(), "json", samples.labels(), samples.prompts(), Options("internal"))
    assert "Zonderland" in everything(data, "json")


def test_names_are_known_from_every_field_and_a_discipline_is_no_person() -> None:
    assert people_of(planted())[:2] == [NAME, OTHER]
    session = session_of([replace(each, people="discipline 1") if isinstance(each, Discipline) else each for each in planted().records()])
    assert "discipline 1" not in people_of(session)


def test_without_a_formal_decision_views_are_left_out_and_facts_stay() -> None:
    session, out = public(planted(), samples.labels())
    told = json.dumps([str(each) for each in session.records()], ensure_ascii=False)
    assert VIEW not in told
    assert FACT in told
    assert out.views["discipline 4"] >= 4
    assert any("discipline 4" in line for line in out.lines(samples.labels()))
    assert session.rating(1, "d4", "p1", "w1").reason == "[zienswijze weggelaten]"  # type: ignore[union-attr]


@pytest.mark.parametrize(("consent", "formal", "there"), [
    ("", "", False), ("ja", "", True), ("nee", "ja", False), ("", "ja", True), ("", "nee", False), ("ja", "nee", True),
])  # fmt: skip
def test_when_views_are_published(consent: str, formal: str, there: bool) -> None:
    records = [replace(each, consent=consent) if isinstance(each, ReadBack) else each for each in planted(formal=formal).records()]
    session, _ = public(session_of(records), samples.labels())
    assert (VIEW in str(session.minority_notes("w1", "p1"))) is there


@pytest.mark.parametrize("how", ["samen", "weg"])
def test_who_is_not_named_still_stands_alone_in_its_cell(how: str) -> None:
    records = [replace(each, shown=how, consent="ja") if isinstance(each, ReadBack) else each for each in planted().records()]
    before = session_of(records)
    session, out = public(before, samples.labels())
    assert "discipline 4" not in {each.name for each in session.disciplines}
    assert len(session.disciplines) == len(before.disciplines)
    assert sorted(each.effect for each in session.ratings) == sorted(each.effect for each in before.ratings)
    assert session.disciplines[-1].name.startswith("kleine discipline" if how == "samen" else "discipline niet genoemd")
    assert (VIEW in str(list(session.records()))) is (how == "samen")
    assert (out.together, out.unnamed) == ((1, 0) if how == "samen" else (0, 1))


def test_the_session_itself_is_not_changed() -> None:
    session = planted()
    before = list(session.records())
    public(session, samples.labels())
    assert list(session.records()) == before


@pytest.mark.parametrize("persons", PERSONS)
def test_who_can_be_traced(persons: str) -> None:
    records = [replace(each, persons=persons) if isinstance(each, ReadBack) else each for each in planted().records()]
    session = session_of(records)
    assert traceable(session, session.discipline("d4")) is (persons != "meer")
    assert not traceable(session, session.discipline("d2"))
