"""Accounts as a table: out and in is the same, and every bad line is named while nothing is taken in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanaalwaarden.core import around
from kanaalwaarden.core.accounts_table import COLUMNS, account_choices, account_rows, pasted_rows, placed, read_accounts
from kanaalwaarden.core.csv_text import csv_lines
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import Account, Session
from kanaalwaarden.export.csv import csv_bytes
from tests import samples

BOTH = [samples.labels("nl"), samples.labels("en")]


def take(session: Session, text: str) -> Session:
    accounts = read_accounts(csv_lines(text), session, BOTH)
    session.apply(around.take_accounts(session, placed(session, accounts)).edits)
    return session


def told(text: str) -> str:
    with pytest.raises(Refused) as refused:
        read_accounts(csv_lines(text), samples.grid(1, 2, 1), BOTH)
    lines = [labels.problem(refused.value) for labels in BOTH]
    assert all(lines)
    return lines[0]


@given(samples.around_sessions())
def test_there_and_back(session: Session) -> None:
    accounts: dict[tuple[str, str], Account] = {}
    for each in session.rows(Account):
        accounts.setdefault((each.platform, each.name.casefold()), each)
    fresh = samples.grid(2, 2, 2)
    wanted = [{name: getattr(each, name) for name in (*COLUMNS.values(),)} for each in accounts.values() if each.name]
    fresh.apply(around.add_rows(fresh, Account, wanted).edits)
    back = take(samples.grid(2, 2, 2), csv_bytes(account_rows(fresh)).decode())
    strip = {"activity", "norm", "effect", "note"}  # a spreadsheet keeps no blanks at the ends of a cell

    def plain(each: Account) -> list[Any]:
        return [text.strip() if name in strip else text for name in COLUMNS.values() for text in [getattr(each, name)]]

    assert [plain(each) for each in back.rows(Account)] == [plain(each) for each in fresh.rows(Account)]


def test_columns_in_any_order_and_words_in_either_language() -> None:
    text = "Platform, ACCOUNT ,reacties,doel,projectaccount,cijfer\nplatform 2,@ons,Comments off,praktische informatie,JA,12.450\n"
    [account] = take(samples.grid(1, 2, 1), text).rows(Account)
    assert (account.platform, account.name, account.comments, account.goal) == ("p2", "@ons", "uit", "informatie")
    assert (account.project, account.number) == (True, "12450")


def test_what_is_there_is_brought_up_to_date_and_the_rest_of_it_stays() -> None:
    session = take(samples.grid(1, 2, 1), "account;platform;beheerder;opmerking\n@ons;platform 1;team A;let op\n")
    take(session, "account;platform;beheerder\n @ONS ;Platform 1;team B\n@ons;platform 2;team C\n")
    first, second = session.rows(Account)
    assert (first.id, first.manager, first.note, first.name) == ("k1", "team B", "let op", "@ONS")
    assert (second.platform, second.manager) == ("p2", "team C")


def test_three_hundred_accounts_with_twelve_bad_lines() -> None:
    lines = ["account;platform;reacties;cijfer;datum"] + [f"@account{n};platform 1;uit;{n};2026-01-01" for n in range(300)]
    bad = {
        3: "@a;Hyves;uit;1;2026", 20: ";platform 1;uit;1;2026", 45: "@b;platform 1;soms;1;2026", 60: "@c;platform 1;uit;veel;2026",
        99: "@d;platform 1;uit;1;ooit", 100: "@account0;platform 1;uit;1;2026", 150: "@e;platform 1;uit;1;2026;te;veel",
        151: "@f;;uit;1;2026", 200: f"{'n' * 201};platform 1;uit;1;2026", 222: "@g;platform 1;uit;-5;2026",
        299: "@h;platform 1;uit;1;31-02-2026", 301: "@i;platform3;x;y;z",
    }  # fmt: skip
    for line, text in bad.items():
        lines[line - 1] = text
    with pytest.raises(BadInput) as found:
        read_accounts(csv_lines("\n".join(lines)), samples.grid(1, 2, 1), BOTH)
    assert {int(str(each.details["line"])) for each in found.value.problems} == set(bad)
    sentence = samples.labels().problem(found.value)
    assert all(f"Regel {line}:" in sentence for line in bad)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "leeg"), ("\n\n", "leeg"), ("naam;platform\n", "account"), ("account\n@a\n", "platform"), ("account;platform;x\n", "x"),
        ("account;platform;account\n", "account"), ('account;platform\n"open', "Regel 2"), (";".join(["x"] * 10_000), "kolommen"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_accounts(text: str, word: str) -> None:
    assert word in told(text)


def test_rows_from_a_spreadsheet_have_tabs_between_cells() -> None:
    assert pasted_rows('account\tplatform\n"regel 1\nregel 2"\tx\n') == [(1, ["account", "platform"]), (2, ["regel 1\nregel 2", "x"])]
    assert pasted_rows("account;platform\r\n@a;x\r\n") == [(1, ["account", "platform"]), (2, ["@a", "x"])]
    with pytest.raises(Refused, match="csv_empty"):
        pasted_rows(" \n")


@given(st.text(max_size=60))
def test_rubbish_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_accounts(pasted_rows(text), samples.grid(1, 1, 1), BOTH)
    assert samples.labels().problem(refused.value)


def test_what_excel_offers_can_be_read_back() -> None:
    session = samples.grid(1, 2, 1)
    for place, words in account_choices(session, BOTH[0]).items():
        head = list(COLUMNS)[place]
        for word in words:
            cells = {"account": "@a", "platform": "platform 1"} | {head: word}
            take(session, ";".join(cells) + "\n" + ";".join(cells.values()) + "\n")
