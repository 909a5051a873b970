"""The command line while a round is blind: progress only, unless `--include-blind` is said."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kanaalwaarden import cli
from kanaalwaarden.core import intents
from kanaalwaarden.core.model import Change, Round, Session
from kanaalwaarden.export.formats import FORMATS, WITHOUT_ANSWERS
from kanaalwaarden.store.session_file import SessionFile, read_session
from tests.exported import packed
from tests.samples import grid

AT = "2026-11-14T19:00:00+01:00"
REASON = "zevenklapper-74613"
HEADER = "ronde;discipline;platform;waarde;effect;toelichting;voorwaarde"


@pytest.fixture(autouse=True)
def in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_LANG", "nl")


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Out: exit status, standard output (bytes), standard error."""

    def call(*arguments: object) -> tuple[int, bytes, str]:
        status = cli.main([str(each) for each in arguments])
        found = capsysbinary.readouterr()
        return status, found.out, found.err.decode()

    return call


def blind_session() -> Session:
    """Four disciplines, two values, one platform; round 1 is blind and one stands alone with a reason."""
    session = grid(2, 1, ["archief", "burgerzaken", "communicatie", "dierenwelzijn"], "tweezijdig", title="Blind")
    session.apply(intents.opening(session, AT))
    for each in session.disciplines:
        session.apply(intents.rate(session, 1, each.id, "p1", "w1", "veel" if each.id == "d4" else "geen").edits)
    session.apply(intents.explain(session, 1, "d4", "p1", "w1", reason=REASON).edits)
    session.apply(intents.rate(session, 1, "d1", "p1", "w2", "matig").edits)
    session.apply(intents.conclude(session, "w1", "p1", effect="geen").edits)
    return session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "blind.kanaal"
    SessionFile.create(made, blind_session(), AT).close()
    return made


def change(path: Path, make: Any) -> None:
    file = SessionFile.open(path, AT)
    made: Change = make(file.session)
    file.append(made, AT)
    file.close()


def as_text(data: bytes, format_: str) -> str:
    if format_ in ("pdf", "table"):
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())
    if format_ in ("odt", "docx", "ods", "xlsx"):
        return packed(data)
    return data.decode("utf-8-sig")


def test_info_gives_progress_only(path: Path, run: Any) -> None:
    status, out, error = run("info", path)
    told = out.decode()
    assert (status, error) == (0, "")
    assert "archief (AR), ronde 1: 2 van 2" in told
    assert "dierenwelzijn (DI), ronde 1: 1 van 2" in told
    assert "Ronde 1 is nog blind: alleen de voortgang is te zien." in told
    for word in ("Verschil", "Conclusies", "tegenpolen", "nuance", "verschil", "eensgezind", REASON):
        assert word not in told
    facts = json.loads(run("info", path, "--json")[1])
    assert facts["blind_round"] == 1
    assert facts["rounds"] == [{"round": 1, "answers": {"AR": 2, "BU": 1, "CO": 1, "DI": 1}, "divergence": None}]
    assert facts["conclusions"] is None


def test_info_with_the_blind_answers(path: Path, run: Any) -> None:
    told = run("info", path, "--include-blind")[1].decode()
    assert "Verschil in ronde 1: tegenpolen 0, verschil 1" in told
    assert "Conclusies: 1 van 2 cellen" in told
    facts = json.loads(run("info", path, "--json", "--include-blind")[1])
    assert facts["rounds"][0]["divergence"]["verschil"] == 1
    assert facts["conclusions"] == {"cells": 1, "values": 0}


@pytest.mark.parametrize("format_", [each for each in FORMATS if each not in WITHOUT_ANSWERS])
def test_export_leaves_the_blind_answers_out_and_says_so(path: Path, run: Any, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "uit"
    status, said, error = run("export", path, "--format", format_, "--output", out)
    assert status == 0
    assert said.decode() == f"Geschreven: {out}\n"
    assert error == "Ronde 1 is nog blind: de oordelen daarvan staan niet in de uitvoer. Met --include-blind komen ze erin.\n"
    told = as_text(out.read_bytes(), format_)
    assert REASON not in told
    if format_ == "csv":
        assert told.splitlines()[1:3] == ["waarde 1;platform 1;;;nog blind;;;", "waarde 1;alle;;;;;;"]
    if format_ == "ratings":
        assert told.splitlines() == [HEADER]
    if format_ == "json":
        assert json.loads(told)["ratings"] == []
    if format_ == "pdf":
        assert "Ronde 1 is nog blind" in told
        assert "archief: 2 van 2" in told
        assert "geen cellen waarin disciplines" not in told

    status, _, error = run("export", path, "--format", format_, "--output", out, "--force", "--include-blind")
    assert (status, error) == (0, "")
    told = as_text(out.read_bytes(), format_)
    assert ("veel=1" if format_ == "csv" else REASON) in told.replace("- ", "-")  # a column may break it there
    assert "nog blind" not in told


@pytest.mark.parametrize("format_", WITHOUT_ANSWERS)
def test_what_carries_no_answers_is_the_same_with_and_without(path: Path, run: Any, tmp_path: Path, format_: str) -> None:
    without, with_ = tmp_path / "zonder", tmp_path / "met"
    assert run("export", path, "--format", format_, "--output", without)[2] == ""
    assert run("export", path, "--format", format_, "--output", with_, "--include-blind")[2] == ""
    assert without.read_bytes() == with_.read_bytes()
    assert REASON.encode() not in without.read_bytes()


def test_export_to_standard_output(path: Path, run: Any) -> None:
    status, out, error = run("export", path, "--format", "ratings")
    assert (status, out.decode("utf-8-sig").splitlines(), error.count("\n")) == (0, [HEADER], 1)
    assert REASON.encode() in run("export", path, "--format", "ratings", "--include-blind")[1]


def test_an_exchange_file_is_masked_in_the_same_way(path: Path, run: Any, tmp_path: Path) -> None:
    whole = tmp_path / "heel.json"
    run("export", path, "--format", "json", "--output", whole, "--include-blind")
    assert REASON in whole.read_text(encoding="utf-8")
    assert REASON.encode() not in run("export", whole, "--format", "ratings")[1]
    assert "Verschil" not in run("info", whole)[1].decode()


def test_a_revealed_value_is_exported_and_the_other_is_not(path: Path, run: Any) -> None:
    change(path, lambda session: intents.reveal(session, 1, AT, "w1"))
    rows = run("export", path, "--format", "csv")[1].decode("utf-8-sig").splitlines()
    assert rows[1] == "waarde 1;platform 1;geen;;verschil;versterkt=0 geen=3 matig=0 veel=1 geen_oordeel=0;dierenwelzijn;"
    assert rows[3] == "waarde 2;platform 1;;;nog blind;;;"
    assert len(run("export", path, "--format", "ratings")[1].decode("utf-8-sig").splitlines()) == 1 + 4
    assert run("info", path)[1].decode().count("nog blind") == 1


def test_after_the_reveal_nothing_is_left_out(path: Path, run: Any) -> None:
    change(path, lambda session: intents.reveal(session, 1, AT))
    status, out, error = run("export", path, "--format", "ratings")
    assert (status, error) == (0, "")
    assert REASON.encode() in out
    assert "Verschil in ronde 1" in run("info", path)[1].decode()


def test_import_into_an_open_blind_round_stays_blind(path: Path, run: Any, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"{HEADER}\n1;burgerzaken;platform 1;waarde 2;veel;;\n", encoding="utf-8")
    assert run("import", path, source)[0] == 0
    kept = read_session(path)
    assert kept.rating(1, "d2", "p1", "w2") is not None
    assert kept.get(Round, (1,)) == Round(1, AT, blind=True)
    assert len(run("export", path, "--format", "ratings")[1].decode("utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize("value", ["", "w1"])
def test_import_into_a_frozen_round_is_refused_in_one_sentence(path: Path, run: Any, tmp_path: Path, value: str) -> None:
    change(path, lambda session: intents.reveal(session, 1, AT, value))
    before = read_session(path)
    source = tmp_path / "in.csv"
    source.write_text(f"{HEADER}\n1;archief;platform 1;waarde 1;veel;;\n", encoding="utf-8")
    status, out, error = run("import", path, source)
    assert (status, out) == (1, b"")
    assert error == "Ronde 1 staat vast. Wat daarin is geantwoord, verandert niet meer.\n"
    assert read_session(path) == before


def test_import_of_what_a_frozen_round_says_already_is_no_change(path: Path, run: Any, tmp_path: Path) -> None:
    change(path, lambda session: intents.reveal(session, 1, AT))
    source = tmp_path / "zelfde.csv"
    source.write_bytes(run("export", path, "--format", "ratings")[1])
    before = read_session(path)
    assert run("import", path, source)[0] == 0
    assert read_session(path).ratings == before.ratings
