"""The command line around the table: accounts in, accounts, actions and a calendar out."""

import csv
import io
from pathlib import Path

import pytest

from kanaalwaarden import paths
from kanaalwaarden.cli import main
from kanaalwaarden.core.model import Account
from kanaalwaarden.store.session_file import read_session
from tests import samples

WATERRIJK = paths.examples() / "gemeente-waterrijk-fictief.json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "zaak.kanaal"
    assert main(["new", str(path), "--template", "gemeente"]) == 0
    return path


def accounts(count: int, **bad: str) -> str:
    lines = ["account;platform;reacties"] + [f"@account{n};Facebook;uit" for n in range(count)]
    for place, line in bad.items():
        lines[int(place[1:]) - 1] = line
    return "\n".join(lines) + "\n"


def test_three_hundred_accounts_come_in(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(accounts(300), encoding="utf-8")
    assert main(["import", str(file), str(tmp_path / "a.csv"), "--accounts"]) == 0
    assert "300 accounts" in capsys.readouterr().out
    assert len(read_session(file).rows(Account)) == 300


def test_twelve_bad_lines_are_all_named_and_nothing_is_taken_in(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = {f"l{line}": f"@fout{line};Hyves;uit" for line in (2, 30, 31, 77, 100, 101, 150, 200, 250, 270, 299, 301)}
    (tmp_path / "a.csv").write_text(accounts(300, **bad), encoding="utf-8")
    before = file.read_bytes()
    capsys.readouterr()
    assert main(["import", str(file), str(tmp_path / "a.csv"), "--accounts"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "12 fouten" in said.err
    assert [f"Regel {line[1:]}:" for line in bad if f"Regel {line[1:]}: " not in said.err] == []
    assert said.err.count("Regel ") == 12
    assert file.read_bytes() == before


def test_accounts_there_and_back_as_csv_and_excel(tmp_path: Path, file: Path) -> None:
    for format_, name in (("accounts", "a.csv"), ("accounts-xlsx", "a.xlsx")):
        out = tmp_path / name
        assert main(["export", str(WATERRIJK), "--format", format_, "--output", str(out)]) == 0
        assert main(["import", str(file), str(out), "--accounts"]) == 0
    found = {each.name for each in read_session(file).rows(Account)}
    assert found == {each.name for each in samples.example(samples.WATERRIJK).rows(Account)}


def test_actions_and_calendar_of_the_example(tmp_path: Path) -> None:
    assert main(["export", str(WATERRIJK), "--format", "actions", "--output", str(tmp_path / "acties.csv")]) == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "acties.csv").read_text(encoding="utf-8")), delimiter=";"))
    assert rows[1][0] == "Meldlijst per e-mail en sms bouwen voor spoedmeldingen"
    assert main(["export", str(WATERRIJK), "--format", "ics", "--output", str(tmp_path / "acties.ics"), "--lang", "en"]) == 0
    assert "Yearly evaluation of the channels" in (tmp_path / "acties.ics").read_text(encoding="utf-8")


def test_excel_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(WATERRIJK), "--format", "accounts-xlsx"])
    assert ended.value.code == 2
    assert "--output" in capsys.readouterr().err
