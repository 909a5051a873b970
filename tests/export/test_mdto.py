"""Metadata for the archive: what MDTO asks for is there, in the order of its schema, and true of the file.

The schema itself could not be had (no network to nationaalarchief.nl), so the order of the elements stands here, as MDTO-XML 1.0.1 has it.
"""

import hashlib
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from kanaalwaarden.cli import main
from kanaalwaarden.core.model import Case, Session, session_of
from kanaalwaarden.export.formats import FORMATS
from kanaalwaarden.export.mdto import NAMESPACE, Exported, sidecars
from tests import samples
from tests.core.test_edition import NAME, planted

OBJECT = [
    "identificatie", "naam", "aggregatieniveau", "classificatie", "trefwoord", "omschrijving", "raadpleeglocatie", "dekkingInTijd",
    "dekkingInRuimte", "taal", "event", "waardering", "bewaartermijn", "informatiecategorie", "isOnderdeelVan", "bevatOnderdeel",
    "heeftRepresentatie", "aanvullendeMetagegevens", "gerelateerdInformatieobject", "archiefvormer", "betrokkene", "activiteit",
    "beperkingGebruik",
]  # fmt: skip
FILE = ["identificatie", "naam", "omvang", "bestandsformaat", "checksum", "URLBestand", "isRepresentatieVan"]
REQUIRED = {
    "informatieobject": {"identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik"},
    "bestand": {"identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"},
}
AT = "2026-11-14T16:00:00+01:00"


def parts(xml: bytes) -> tuple[str, ET.Element]:
    root = ET.fromstring(xml)
    assert root.tag == f"{{{NAMESPACE}}}MDTO"
    (only,) = root
    return only.tag.removeprefix(f"{{{NAMESPACE}}}"), only


def text(element: ET.Element, path: str) -> str:
    found = element.find("/".join(f"{{{NAMESPACE}}}{tag}" for tag in path.split("/")))
    assert found is not None, path
    return found.text or ""


def made(session: Session, format_: str = "pdf", edition: str = "internal") -> tuple[ET.Element, ET.Element]:
    data = b"inhoud"
    found = sidecars(Exported(f"verslag{FORMATS.get(format_, '.x')}", data, format_, edition, AT), session, samples.labels())
    (one, about), (other, file) = (parts(xml) for xml in found.values())
    assert (one, other) == ("informatieobject", "bestand")
    for kind, element, order in (("informatieobject", about, OBJECT), ("bestand", file, FILE)):
        tags = [each.tag.removeprefix(f"{{{NAMESPACE}}}") for each in element]
        assert tags == sorted(tags, key=order.index)
        assert REQUIRED[kind] <= set(tags)
        assert not [each.tag for each in element.iter() if not len(each) and not (each.text or "").strip()]
    return about, file


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_told_of(format_: str) -> None:
    session = samples.example(samples.WATERRIJK)
    about, file = made(session, format_)
    assert text(file, "checksum/checksumWaarde") == hashlib.sha256(b"inhoud").hexdigest()
    assert text(file, "omvang") == "6"
    assert text(file, "naam") == f"verslag{FORMATS[format_]}"
    assert text(about, "archiefvormer/verwijzingNaam") == session.case.organisation
    assert text(about, "taal") == "nl-NL"
    assert text(about, "event/eventTijd") == AT
    key, other = "identificatie/identificatieKenmerk", "verwijzingIdentificatie/identificatieKenmerk"
    assert text(about, f"heeftRepresentatie/{other}") == text(file, key)
    assert text(file, f"isRepresentatieVan/{other}") == text(about, key)
    assert "csv" in text(file, "bestandsformaat/begripLabel").lower() or FORMATS[format_] != ".csv"


def test_a_session_without_anything_and_one_with_too_much() -> None:
    made(Session())
    bad = replace(Case(), title='<b>&"\x07\ud800 ' + "x" * 300, organisation="\x00 & co", date="nogal laat")
    about, _ = made(session_of([bad]))
    assert len(text(about, "naam")) <= 80
    assert about.find(f"{{{NAMESPACE}}}dekkingInTijd") is None


def test_the_public_edition_says_so_and_names_nobody() -> None:
    session = session_of([replace(each, title=f"Gesprek met {NAME}") if isinstance(each, Case) else each for each in planted().records()])
    about, _ = made(session, edition="public")
    assert text(about, "beperkingGebruik/beperkingGebruikType/begripLabel") == "Geen beperking"
    assert "zonderland" not in ET.tostring(about, encoding="unicode").casefold()
    internal, _ = made(session)
    assert "zonderland" in ET.tostring(internal, encoding="unicode").casefold()
    assert text(internal, "beperkingGebruik/beperkingGebruikType/begripLabel") == "Intern gebruik"


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path
    example = str(Path(__file__).parents[2] / "sessions" / "gemeente-waterrijk-fictief.json")
    out = folder / "tabel.csv"
    arguments = ["export", example, "--format", "csv", "--output", str(out), "--mdto"]
    assert main(arguments) == 0
    names = sorted(each.name for each in folder.iterdir())
    assert names == ["tabel.csv", "tabel.csv.bestand.mdto.xml", "tabel.csv.mdto.xml"]
    _, file = parts((folder / "tabel.csv.bestand.mdto.xml").read_bytes())
    assert text(file, "checksum/checksumWaarde") == hashlib.sha256(out.read_bytes()).hexdigest()
    out.unlink()
    assert main(arguments) == 1  # the metadata are there already: nothing is written
    assert not out.exists()
    assert main([*arguments, "--force"]) == 0
    with pytest.raises(SystemExit):
        main(["export", example, "--format", "csv", "--mdto"])
    capsys.readouterr()
