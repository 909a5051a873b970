"""Ratings as CSV: in and out the same, and every bad line is named."""

import pytest
from hypothesis import given

from kanaalwaarden.ballots.sheet import table_lines
from kanaalwaarden.core import intents
from kanaalwaarden.core.accounts_table import read_accounts
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import NO_JUDGEMENT, Rating, Session, session_of
from kanaalwaarden.core.ratings_csv import HEADER, ratings_rows, read_ratings
from kanaalwaarden.export.csv import csv_bytes
from tests import samples

HEAD = ";".join(HEADER)
SESSION = samples.grid(2, 2, ["privacy", "ICT"])


def told(data: bytes | str, session: Session = SESSION) -> list[str]:
    """What is refused, line by line; told in both languages."""
    with pytest.raises(Refused) as refused:
        read_ratings(data.encode() if isinstance(data, str) else data, session)
    assert samples.labels("en").problem(refused.value)
    lines = samples.labels("nl").problem(refused.value).split("\n")
    return lines[1:] if isinstance(refused.value, BadInput) else lines


@given(samples.sessions())
def test_there_and_back(session: Session) -> None:
    out = csv_bytes(ratings_rows(session))
    assert read_ratings(out, session) == session.ratings
    empty = session_of(each for each in session.records() if not isinstance(each, Rating))
    empty.apply(intents.import_ratings(empty, read_ratings(out, empty)).edits)
    assert csv_bytes(ratings_rows(empty)) == out


def test_the_example_there_and_back() -> None:
    session = samples.example(samples.WATERRIJK)
    out = csv_bytes(ratings_rows(session))
    assert out.startswith(HEAD.encode() + b"\r\n")
    assert out.count(b"\r\n") == len(session.ratings) + 1
    assert read_ratings(out, session) == session.ratings


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", '""', 'a "b"; c', "a\n\nb", "'", "-", "  begin", "\ttab", "a,b"])
def test_difficult_texts(text: str) -> None:
    session = samples.rated(["geen"], reason=text, condition=text)
    assert read_ratings(csv_bytes(ratings_rows(session)), session) == session.ratings


def test_commas_a_mark_at_the_start_and_loose_names() -> None:
    data = "\ufeffRonde,Discipline,PLATFORM,waarde,effect\n1, Privacy ,platform  1,WAARDE 1,VEEL\n\n".encode()
    assert read_ratings(data, SESSION) == [Rating(1, "d1", "p1", "w1", "veel")]


def test_the_kind_of_a_reason_is_kept() -> None:
    session = session_of([*SESSION.records(), Rating(1, "d1", "p1", "w1", "geen", "x", "", "feit")])
    assert read_ratings(csv_bytes(ratings_rows(session)), session)[0].reason_kind == "feit"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "UTF-8"), ("", "leeg"), (" \n ", "leeg"), ("x;y\n", "kolommen"), ("ronde;discipline;platform;waarde\n", "kolommen"),
        (f"{HEAD}\n1;privacy;platform 1;waarde 1\n", "Regel 2: er zijn 4 kolommen"),
        (f"{HEAD}\n0;privacy;platform 1;waarde 1;geen;;\n", "rondenummer"),
        (f"{HEAD}\nx;privacy;platform 1;waarde 1;geen;;\n", "'x' is geen rondenummer"),
        (f"{HEAD}\n10;privacy;platform 1;waarde 1;geen;;\n", "rondenummer"),
        (f"{HEAD}\n3;privacy;platform 1;waarde 1;geen;;\n", "ronde 2 is er niet"),
        (f"{HEAD}\n1;bakker;platform 1;waarde 1;geen;;\n", "'bakker'"),
        (f"{HEAD}\n1;privacy;TikTok;waarde 1;geen;;\n", "'TikTok'"),
        (f"{HEAD}\n1;privacy;platform 1;eer;geen;;\n", "'eer'"),
        (f"{HEAD}\n1;privacy;platform 1;waarde 1;versterkt;;\n", "geen, matig, veel, geen_oordeel"),
        (f"{HEAD}\n1;privacy;platform 1;waarde 1;;;\n", "effect"),
        (f"{HEAD}\n1;privacy;platform 1;waarde 1;geen;{'x' * 20_001};\n", "20001"),
        (f'{HEAD}\n1;privacy;platform 1;waarde 1;geen;"open;\n', "niet te lezen"),
    ],
)  # fmt: skip
def test_every_refusal_has_its_sentence(data: bytes | str, said: str) -> None:
    assert any(said in line for line in told(data))


def test_every_bad_line_is_named_with_its_number() -> None:
    row = "1;privacy;platform 1;waarde 1;geen;{};\n"
    data = f"{HEAD}\n" + row.format('"twee\nregels"') + row.format("") + "1;x;y;z;q;;\n"
    lines = told(data)
    assert lines[0].startswith("Regel 4: deze cel stond ook al op regel 2")
    assert len([line for line in lines if line.startswith("Regel 5:")]) == 4


def test_no_judgement_is_read() -> None:
    data = f"{HEAD}\n1;ICT;platform 2;waarde 2;geen_oordeel;buiten mijn vak;\n".encode()
    assert read_ratings(data, SESSION) == [Rating(1, "d2", "p2", "w2", NO_JUDGEMENT, "buiten mijn vak")]


@pytest.mark.parametrize("data", [b'"a', b'"ronde;discipline\n', b'\xef\xbb\xbf"'])
def test_a_head_whose_quotes_never_close_is_refused_in_one_sentence(data: bytes) -> None:
    """Found by .ci/reliability/fuzz.py in the list of accounts."""
    session = samples.grid(1, 1, 2)
    for read in (lambda: read_ratings(data, session), lambda: read_accounts(table_lines(data), session, [samples.labels()])):
        with pytest.raises(Refused) as told:
            read()
        assert "1" in samples.labels().problem(told.value)
