"""The command line as scripts use it: what it writes where, its exit status, and that a refusal changes nothing."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kanaalwaarden import __version__, cli, paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.export.files import write_new
from kanaalwaarden.store import work
from kanaalwaarden.store.session_file import SessionFile, check, read_session

MUNICIPALITY = paths.examples() / "gemeente-waterrijk-fictief.json"
PROVINCE = paths.examples() / "provincie-utrecht-2025.json"
HEADER = "ronde;discipline;platform;waarde;effect;toelichting;voorwaarde"


@pytest.fixture(autouse=True)
def in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_LANG", "nl")


class Ran:
    def __init__(self, status: int, out: str, error: str) -> None:
        self.status, self.out, self.error = status, out, error

    @property
    def sentence(self) -> str:
        """The one sentence with which it refused."""
        assert self.status == 1
        assert self.out == ""
        assert self.error.endswith("\n")
        assert self.error.count("\n") == 1, self.error
        assert "Traceback" not in self.error
        return self.error.strip()


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Any:
    def call(*arguments: object) -> Ran:
        try:
            status = cli.main([str(each) for each in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        found = capsysbinary.readouterr()
        return Ran(status, found.out.decode(), found.err.decode())

    return call


@pytest.fixture
def session(tmp_path: Path, run: Any) -> Path:
    path = tmp_path / "zaak.kanaal"
    assert run("import", path, MUNICIPALITY, "--as-session").status == 0
    return path


@pytest.fixture
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """What a refusal must not do: leave a file, or a working copy."""
    yield
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    assert [each.name for each in work.work_folder().iterdir() if each.name != "turn.lock"] == []


# Every command


def test_version(run: Any) -> None:
    ran = run("--version")
    assert (ran.status, ran.out, ran.error) == (0, f"kanaalwaarden {__version__}\n", "")


def test_templates(run: Any) -> None:
    ran = run("templates")
    assert ran.status == 0
    names = [line.split(":")[0] for line in ran.out.splitlines()]
    assert names == sorted(each.stem for each in (paths.resources() / "templates").glob("*.json"))
    assert "provincie-utrecht-2025: Provincie Utrecht 2025 (8 waarden, 5 platforms, 9 disciplines, eenzijdig" in ran.out


@pytest.mark.parametrize("template", [each.stem for each in sorted((paths.resources() / "templates").glob("*.json"))])
def test_new_from_every_template(run: Any, tmp_path: Path, template: str) -> None:
    path = tmp_path / "nieuw.kanaal"
    ran = run("new", path, "--template", template, "--title", "Onze zaak")
    assert (ran.status, ran.out, ran.error) == (0, f"Gemaakt: {path}\n", "")
    made = read_session(path)
    assert made.case.title == "Onze zaak"
    assert made.values
    assert made.ratings == []


def test_new_from_a_file(run: Any, tmp_path: Path) -> None:
    template = tmp_path / "eigen.json"
    template.write_text('{"title": "T", "values": ["Waarde"], "platforms": ["Plek"], "disciplines": ["Recht"]}', encoding="utf-8")
    assert run("new", tmp_path / "a.kanaal", "--template", template).status == 0
    assert read_session(tmp_path / "a.kanaal").case.title == "T"


def test_new_refuses_to_overwrite(run: Any, session: Path, nothing_left: None) -> None:
    before = session.read_bytes()
    assert run("new", session, "--template", "gemeente").sentence == f"Het bestand {session} bestaat al en wordt niet overschreven."
    assert session.read_bytes() == before


def test_info(run: Any, session: Path) -> None:
    for file in (session, MUNICIPALITY):
        ran = run("info", file)
        assert ran.status == 0
        assert "7 waarden, 6 platforms, 9 disciplines, 1 ronde(n)" in ran.out
        assert "communicatie (CO), ronde 1: 42 van 42" in ran.out
        assert "Verschil in ronde 1: tegenpolen" in ran.out
    assert "één uitkomst per waarde" in run("info", PROVINCE).out


def test_info_for_programs(run: Any, session: Path) -> None:
    facts = json.loads(run("info", session, "--json").out)
    assert facts == json.loads(run("info", MUNICIPALITY, "--json").out)
    assert (facts["values"], facts["platforms"], facts["cells"], len(facts["disciplines"])) == (7, 6, 42, 9)
    assert facts["rounds"][0]["answers"]["CO"] == 42
    assert sum(facts["rounds"][0]["divergence"].values()) == 42


def test_check(run: Any, session: Path) -> None:
    ran = run("check", session)
    assert (ran.status, ran.out) == (0, f"{session} is in orde: 1 vastgelegde wijzigingen.\n")
    assert run("check", MUNICIPALITY).status == 0


def test_ratings_come_back_to_the_byte(run: Any, session: Path, tmp_path: Path) -> None:
    out = tmp_path / "oordelen.csv"
    assert run("export", session, "--format", "ratings", "--output", out).status == 0
    data = json.loads(MUNICIPALITY.read_text(encoding="utf-8"))
    assert len(out.read_bytes().splitlines()) == 1 + len(data["ratings"])
    data["ratings"] = []
    (tmp_path / "leeg.json").write_text(json.dumps(data), encoding="utf-8")
    other = tmp_path / "leeg.kanaal"
    assert run("import", other, tmp_path / "leeg.json", "--as-session").status == 0
    assert read_session(other).ratings == []
    ran = run("import", other, out)
    assert (ran.status, ran.out) == (0, f"378 oordelen ingelezen in {other}.\n")
    assert run("export", other, "--format", "ratings", "--output", tmp_path / "weer.csv").status == 0
    assert (tmp_path / "weer.csv").read_bytes() == out.read_bytes()
    assert check(other) == 2


def test_the_exchange_format_comes_back_to_the_byte(run: Any, session: Path) -> None:
    first = run("export", session, "--format", "json").out
    assert first == run("export", MUNICIPALITY, "--format", "json").out
    assert json.loads(first)["ratings"]


def test_the_value_table_of_the_province(run: Any) -> None:
    expected = ["geen", "geen", "geen", "geen", "matig", "geen", "veel", "matig"]
    rows = list(csv.DictReader(io.StringIO(run("export", PROVINCE, "--format", "csv", "--lang", "nl").out), delimiter=";"))
    assert [row["conclusie"] for row in rows if row["platform"] == "alle"] == expected


def test_pdf(run: Any, session: Path, tmp_path: Path) -> None:
    out = tmp_path / "tabel.pdf"
    ran = run("export", session, "--format", "pdf", "--output", out)
    assert (ran.status, ran.out, ran.error) == (0, f"Geschreven: {out}\n", "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_export_overwrites_only_by_force(run: Any, session: Path, tmp_path: Path, nothing_left: None) -> None:
    out = tmp_path / "tabel.csv"
    out.write_text("van iemand")
    told = f"Het bestand {out} bestaat al. Met --force wordt het overschreven."
    assert run("export", session, "--format", "csv", "--output", out).sentence == told
    assert out.read_text() == "van iemand"
    assert run("export", session, "--format", "csv", "--output", out, "--force").status == 0
    assert out.read_text(encoding="utf-8").startswith("waarde;platform;")


def test_export_never_overwrites_the_session_itself(run: Any, session: Path, nothing_left: None) -> None:
    before = session.read_bytes()
    assert "bestaat al" in run("export", session, "--format", "csv", "--output", session, "--force").sentence
    assert session.read_bytes() == before


def test_language(run: Any, session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "terug" not in run("--lang", "en", "info", session).out
    assert run("info", session, "--lang", "en").out == run("--lang", "en", "info", session).out != run("info", session).out
    monkeypatch.delenv("KANAALWAARDEN_LANG")
    for system, words in {"en_GB.UTF-8": "does not exist", "nl_NL.UTF-8": "bestaat niet", "de_DE.UTF-8": "bestaat niet"}.items():
        monkeypatch.setenv("LC_ALL", system)
        assert words in run("check", "weg.kanaal").sentence
    # A document is in the language of its session, unless asked otherwise.
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run("export", session, "--format", "csv").out == run("export", session, "--format", "csv", "--lang", "nl").out


# Usage


@pytest.mark.parametrize(
    "arguments",
    [
        ["nieuw", "a", "b"],
        ["new", "a.kanaal"],
        ["export", "a.kanaal"],
        ["export", "a.kanaal", "--format", "docx"],
        ["export", "a.kanaal", "--format", "pdf"],
        ["export", "a.kanaal", "--format", "pdf", "--output", "-"],
        ["--weet-niet"],
        ["--lang", "fr", "templates"],
        ["info"],
    ],
)
def test_usage_is_status_2(run: Any, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.error.startswith("usage: kanaalwaarden")
    assert ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "file"),
    [([], None), (["zaak.kanaal"], "zaak.kanaal"), (["./info"], "info"), (["--lang", "en", "x"], "x"), (["--", "-x"], "-x")],
)
def test_without_a_command_the_window_opens(run: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], file: str | None) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr(cli, "_window", lambda given, labels: opened.append(given.file) or 0)
    assert run(*arguments).status == 0
    assert opened == [None if file is None else Path(file)]


def test_no_display_is_told(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "beeldscherm" in run("zaak.kanaal").sentence


# Input that cannot be


def first_names() -> tuple[str, str, str]:
    data = json.loads(MUNICIPALITY.read_text(encoding="utf-8"))
    return tuple(data[key][0]["name"] for key in ("disciplines", "platforms", "values"))  # type: ignore[return-value]


_D, _P, _V = first_names()
_GOOD = f"1;{_D};{_P};{_V};veel;;"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"{HEADER}\n{_GOOD}\n1;onbekend;{_P};{_V};veel;;\n1;{_D};nergens;{_V};veel;;",
            ["Regel 3: discipline 'onbekend'", "Regel 4: platform"],
        ),
        (f"{HEADER}\n1;{_D};{_P};{_V};reuze;;", ["Regel 2: het effect 'reuze' bestaat niet"]),
        (f"{HEADER}\n{_GOOD}\n{_GOOD}", ["Regel 3: deze cel stond ook al op regel 2."]),
        (f"{HEADER}\n2;{_D};{_P};{_V};veel;;\n9;{_D};{_P};{_V};veel;;", ["ronde 9 kan niet"]),
        (f"{HEADER}\nx;{_D};{_P};{_V};veel;;", ["'x' is geen rondenummer"]),
        (f"{HEADER}\n{_GOOD}" + ";" * 10_000, ["Regel 2: er zijn 10007 kolommen; 7 mogen er zijn."]),
        (f'{HEADER}\n{_GOOD}"', ["Regel 2"]),
        (f"{HEADER}\n1;{_D};{_P};{_V};\x1b[31mveel;;", ["Regel 2: het effect '\N{REPLACEMENT CHARACTER}[31mveel'"]),
    ],
)
def test_a_bad_ratings_file_names_every_line_and_changes_nothing(
    run: Any, session: Path, tmp_path: Path, nothing_left: None, text: str, words: list[str]
) -> None:
    before = session.read_bytes()
    source = tmp_path / "fout.csv"
    source.write_text(text, encoding="utf-8")
    ran = run("import", session, source)
    assert (ran.status, ran.out) == (1, "")
    lines = ran.error.splitlines()
    assert len(lines) == 1 + len(words)
    assert "er is niets ingelezen" in lines[0]
    for line, word in zip(lines[1:], words, strict=True):
        assert word in line
    assert session.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (HEADER.encode() + "\n1;caf\xe9".encode("latin-1"), "niet in UTF-8"),
        (HEADER.encode("utf-16"), "niet in UTF-8"),
        (b";".join([b"kolom"] * 10_000), "De eerste regel moet deze kolommen hebben"),
    ],
)
def test_a_file_that_is_no_ratings_file_is_told_in_one_sentence(
    run: Any, session: Path, tmp_path: Path, nothing_left: None, data: bytes, words: str
) -> None:
    before = session.read_bytes()
    source = tmp_path / "fout.csv"
    source.write_bytes(data)
    assert words in run("import", session, source).sentence
    assert session.read_bytes() == before


def test_a_large_input_is_not_read(run: Any, session: Path, tmp_path: Path) -> None:
    source = tmp_path / "groot.csv"
    with source.open("wb") as file:
        file.truncate(70 * 2**20)
    assert "te groot" in run("import", session, source).sentence
    source = source.rename(tmp_path / "groot.json")
    assert "te groot" in run("info", source).sentence


@pytest.mark.parametrize("command", [["info"], ["check"], ["export", "--format", "csv"], ["export", "--format", "json"]])
def test_what_is_no_session_is_told(run: Any, tmp_path: Path, nothing_left: None, command: list[str]) -> None:
    path = tmp_path / "zaak.kanaal"
    assert run(command[0], path, *command[1:]).sentence == f"Het bestand {path} bestaat niet."
    assert run(command[0], tmp_path, *command[1:]).sentence == f"{tmp_path} is een map en geen bestand."
    path.write_bytes(b"geen sessie")
    assert run(command[0], path, *command[1:]).sentence == f"{path} is geen sessiebestand van Kanaalwaarden."
    path.write_bytes(b'{"format": "iets anders"}')
    assert "uitwisselformaat" in run(command[0], path, *command[1:]).sentence
    path.write_bytes(b'{"format": ')
    assert "geen geldige JSON (regel 1)" in run(command[0], path, *command[1:]).sentence
    path.write_bytes(b"[" * 200_000)
    path = path.rename(path.with_suffix(".json"))
    assert "geen geldige JSON" in run(command[0], path, *command[1:]).sentence
    path.write_bytes(b'{\n"title": "caf\xe9"}')
    assert "geen geldige JSON (regel 2)" in run(command[0], path, *command[1:]).sentence


def altered(path: Path, place: int, value: int) -> None:
    data = bytearray(path.read_bytes())
    data[place : place + 4] = value.to_bytes(4, "big")
    path.write_bytes(data)


@pytest.mark.parametrize("command", ["info", "check", "export", "import"])
def test_a_newer_or_altered_file_is_told_and_not_touched(run: Any, session: Path, tmp_path: Path, nothing_left: None, command: str) -> None:
    (tmp_path / "een.csv").write_text(f"{HEADER}\n{_GOOD}", encoding="utf-8")
    more = {"export": ["--format", "csv", "--output", tmp_path / "uit.csv"], "import": [tmp_path / "een.csv"]}.get(command, [])
    altered(session, 60, 7)
    before = session.read_bytes()
    assert "nieuwere versie van Kanaalwaarden (bestandsversie 7)" in run(command, session, *more).sentence
    altered(session, 60, 1)
    data = session.read_bytes()
    session.write_bytes(data.replace(b'"veel"', b'"geen"', 1))
    assert "buiten Kanaalwaarden om gewijzigd" in run(command, session, *more).sentence
    session.write_bytes(data[:9000])
    assert "Het bestand is niet aangeraakt" in run(command, session, *more).sentence
    assert session.read_bytes() == data[:9000]
    assert before[60:64] == b"\0\0\0\7"
    assert not (tmp_path / "uit.csv").exists()


def test_a_file_that_is_open_elsewhere_is_told(run: Any, session: Path, tmp_path: Path) -> None:
    (tmp_path / "een.csv").write_text(f"{HEADER}\n{_GOOD}", encoding="utf-8")
    file = SessionFile.open(session, "nu")
    told = run("import", session, tmp_path / "een.csv").sentence
    assert told.startswith(f"{session.name} is al open in een ander venster op deze computer (sinds ")
    assert run("info", session).status == 0  # reading is always possible
    file.close()
    assert run("import", session, tmp_path / "een.csv").status == 0


def test_a_read_only_file_is_told(run: Any, session: Path, tmp_path: Path, nothing_left: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "een.csv").write_text(f"{HEADER}\n{_GOOD}", encoding="utf-8")
    session.chmod(0o444)
    if os.access(session, os.W_OK):  # root may write anywhere: say what the system says to others
        real = os.access
        monkeypatch.setattr(os, "access", lambda path, mode, **more: not (mode & os.W_OK) and real(path, mode, **more))
    assert run("import", session, tmp_path / "een.csv").sentence == ("Deze sessie is alleen-lezen. Bewaar een kopie om erin te werken.")
    assert check(session) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, ["Bij 'het bestand' ontbreekt 'title'.", "ontbreekt 'values'", "ontbreekt 'platforms'", "ontbreekt 'disciplines'"]),
        ({"title": "T", "values": [{"definition": "x"}], "platforms": [], "disciplines": []}, ["Bij 'values[0]' ontbreekt 'name'."]),
        ({"title": "T", "values": ["x" * 5000], "platforms": [], "disciplines": []}, ["5000 tekens lang (begint met 'xxx"]),
        ({"title": "x" * 5000, "values": [], "platforms": [], "disciplines": []}, ["5000 tekens lang"]),
        ({"title": "T", "values": ["a", "A "], "platforms": [], "disciplines": []}, ["met de naam 'A'"]),
        ({"title": "T", "values": 5, "platforms": [], "disciplines": []}, ["Bij 'values'"]),
    ],
)
def test_a_bad_template_names_every_fault_and_makes_nothing(
    run: Any, tmp_path: Path, nothing_left: None, data: dict[str, Any], words: list[str]
) -> None:
    template = tmp_path / "fout.json"
    template.write_text(json.dumps(data), encoding="utf-8")
    ran = run("new", tmp_path / "nieuw.kanaal", "--template", template)
    assert (ran.status, ran.out) == (1, "")
    lines = ran.error.splitlines()[1:]
    assert len(lines) == len(words)
    for line, word in zip(lines, words, strict=True):
        assert word in line
    assert not (tmp_path / "nieuw.kanaal").exists()


def test_an_unknown_template_is_told(run: Any, tmp_path: Path, nothing_left: None) -> None:
    told = run("new", tmp_path / "a.kanaal", "--template", "gemeenten").sentence
    assert told.startswith("Er is geen sjabloon 'gemeenten'. Er zijn: gemeente, ")
    assert "bestaat niet" in run("new", tmp_path / "a.kanaal", "--template", tmp_path / "weg.json").sentence
    assert run("new", tmp_path / "a.kanaal", "--template", "x" * 5000).sentence.startswith("Er is geen sjabloon 'xxx")
    assert "te lang" in run("new", tmp_path / "a.kanaal", "--template", "x" * 5000 + ".json").sentence
    assert "bestaat niet" in run("import", tmp_path / "a.kanaal", tmp_path / "weg.json", "--as-session").sentence


_ODD = ["عربي \u202e abc", "👩\u200d👩\u200d👧 🏛", "<b>vet</b> & <i>", "=1+1", "'=1+1", "@SUM(A1)", "-2", "a;b\"c'd", "a\tb\nc"]


def test_odd_text_in_every_field_comes_through_every_format(run: Any, tmp_path: Path) -> None:
    names = [f"{odd} {place}" for place, odd in enumerate(_ODD)]
    data = {
        "title": " ".join(_ODD),
        "occasion": " ".join(_ODD),
        "values": [{"name": name, "definition": name, "question": name, "source": name} for name in names],
        "platforms": [{"name": name, "practice": name} for name in names],
        "disciplines": names,
    }
    template = tmp_path / "raar.json"
    template.write_text(json.dumps(data), encoding="utf-8")
    path = tmp_path / "raar.kanaal"
    assert run("new", path, "--template", template).status == 0
    session = read_session(path)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(HEADER.split(";"))
    for each in session.disciplines:
        for platform in session.platforms:
            for value in session.values:
                names_ = [f"'{name}" if name.lstrip("'")[0] in "=@-+" else name for name in (each.name, platform.name, value.name)]
                writer.writerow(["1", *names_, "veel", "<b>&</b> 👍", "عربي"])
    source = tmp_path / "raar.csv"
    source.write_text(buffer.getvalue(), encoding="utf-8", newline="")
    assert run("import", path, source).status == 0
    assert len(read_session(path).ratings) == len(_ODD) ** 3
    assert run("info", path).status == 0
    first = run("export", path, "--format", "ratings").out
    assert not any(cell.startswith(("=", "@", "-", "+")) for row in csv.reader(io.StringIO(first), delimiter=";") for cell in row)
    source.write_text(first, encoding="utf-8", newline="")
    assert run("import", path, source).status == 0
    assert run("export", path, "--format", "ratings").out == first
    for format_ in ("csv", "json"):
        assert run("export", path, "--format", format_).status == 0
    assert run("export", path, "--format", "pdf", "--output", tmp_path / "raar.pdf").status == 0


# Where the output cannot go


def test_output_that_cannot_be_written_is_told(run: Any, session: Path, tmp_path: Path, nothing_left: None) -> None:
    def told(output: object) -> str:
        sentence: str = run("export", session, "--format", "csv", "--output", output).sentence
        return sentence

    assert told(tmp_path) == f"{tmp_path} is een map en geen bestand."
    assert told(tmp_path / "weg" / "uit.csv").endswith("de map bestaat niet.")
    assert told(session / "uit.csv").endswith("een deel van het pad is geen map.")
    assert told(tmp_path / ("a" * 300)).endswith("de bestandsnaam is te lang.")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["zaak.kanaal"]


def test_write_new(tmp_path: Path) -> None:
    path = tmp_path / "uit"
    write_new(path, b"een", overwrite=False)
    assert path.read_bytes() == b"een"
    path.chmod(0o640)
    with pytest.raises(Refused) as caught:
        write_new(path, b"twee", overwrite=False)
    assert caught.value.key == "file_exists"
    assert path.read_bytes() == b"een"
    write_new(path, b"twee", overwrite=True)
    assert path.read_bytes() == b"twee"
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(Refused) as caught:
        write_new(tmp_path / "a\0b", b"", overwrite=False)
    assert caught.value.key == "file_unwritable"
    assert [each.name for each in tmp_path.iterdir()] == ["uit"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and devices of POSIX")
def test_write_new_leaves_links_and_devices_alone(tmp_path: Path) -> None:
    real, link, round_ = tmp_path / "echt", tmp_path / "link", tmp_path / "rond"
    real.write_bytes(b"een")
    link.symlink_to(real)
    round_.symlink_to(round_)
    write_new(link, b"twee", overwrite=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"twee"
    os.mkfifo(tmp_path / "pijp")
    for path in (round_, tmp_path / "pijp"):
        with pytest.raises(Refused) as caught:
            write_new(path, b"", overwrite=True)
        assert caught.value.key == "file_unwritable"
    assert (tmp_path / "pijp").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_leaves_no_half_export(session: Path, tmp_path: Path) -> None:
    """The system refuses to let files grow beyond 4 kB, as a full disk does."""
    out = tmp_path / "uit.json"
    out.write_bytes(b"van eerst")
    code = "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    code += "from kanaalwaarden.cli import main\nsys.exit(main())"
    command = [sys.executable, "-c", code, "export", str(session), "--format", "json", "--output", str(out), "--force"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1], check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Naar {out} kan niet worden geschreven")
    assert out.read_bytes() == b"van eerst"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["uit.json", "zaak.kanaal"]


# As a process


def test_as_a_process_in_any_locale(session: Path) -> None:
    def process(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-m", "kanaalwaarden", *map(str, arguments)]
        # The interpreter's own UTF-8 mode would hide what a plain 'C' locale does.
        environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environment}
        return subprocess.run(command, capture_output=True, cwd=Path(__file__).parents[1], env=environment, check=False)

    done = process("info", session)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "één stem".encode() in done.stdout
    done = process("check", session.parent / "één.kanaal", LC_ALL="C.UTF-8")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "één.kanaal bestaat niet.".encode() in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such names")
def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff.kanaal"
    command = [os.fsencode(sys.executable), b"-m", b"kanaalwaarden", b"check", odd]
    done = subprocess.run(command, capture_output=True, cwd=Path(__file__).parents[1], check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert b"bestaat niet" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_away_gets_no_traceback(session: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [sys.executable, "-m", "kanaalwaarden", "export", str(session), "--format", "json"]
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=Path(__file__).parents[1], check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
