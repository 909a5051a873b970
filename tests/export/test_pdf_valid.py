"""Every PDF against veraPDF: PDF/UA-1 and PDF/A-3a."""

from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from kanaalwaarden.core.model import Discipline, Platform, Rating, Session, Value, session_of
from kanaalwaarden.export.formats import Options, export_bytes
from tests import samples
from tests.verapdf import assert_conform

TORTURE = (
    '<b>&"=1+1 <para> </font> zacht\u00adkoppel\u00adteken \U0001f600 \u0627\u0644\u0633\u0644\u0627\u0645 e\u0301 \u4f60 \x07 ' + "x" * 300
)


def torture() -> Session:
    """Names and reasons that break what is careless, many disciplines, and a reason that is longer than a page."""
    records = samples.full(2, 2, 24).records()
    changed = []
    for each in records:
        if isinstance(each, Rating):
            each = replace(each, reason="lang woord " * 1_800 if each.discipline == "d1" and each.value == "w1" else TORTURE)
        elif isinstance(each, Value | Platform | Discipline):
            each = replace(each, name=f"{each.name} {TORTURE[:90]}".replace("\x07", ""))
        changed.append(each)
    return session_of(changed)


def empty() -> Session:
    return Session()


def test_every_pdf_conforms(tmp_path: Path) -> None:
    files = []
    sessions = {"leeg": empty(), "marteling": torture(), "utrecht": samples.example(samples.UTRECHT)}
    sessions["waterrijk"] = samples.example(samples.WATERRIJK)
    every = [(edition, language) for edition in ("internal", "public") for language in ("nl", "en")]
    for name, session in sessions.items():
        # All four of one session, two that differ in both of the others: largest.py has all four of the largest.
        for edition, language in every if name == "waterrijk" else (every[0], every[3]):
            path = tmp_path / f"{name}-{edition}-{language}.pdf"
            path.write_bytes(export_bytes(session, "pdf", samples.labels(language), samples.prompts(language), Options(edition)))
            files.append(path)
    path = tmp_path / "tabel.pdf"
    path.write_bytes(export_bytes(sessions["waterrijk"], "table", samples.labels(), samples.prompts()))
    assert_conform([*files, path])


def test_what_veraPDF_does_not_see(tmp_path: Path) -> None:
    """Spaces at line ends, the attachments, and that the contents lead to the pages that they name."""
    path = tmp_path / "verslag.pdf"
    path.write_bytes(export_bytes(samples.example(samples.WATERRIJK), "pdf", samples.labels(), samples.prompts()))
    reader = PdfReader(path)
    assert set(reader.attachments) == {"sessie.json", "waardentabel.csv", "beoordelingen.csv"}
    links = [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]
    assert len(links) > 20
    assert all("bladzijde" in each["/Contents"] for each in links)
    numbers = [int(str(each["/Contents"]).rsplit(" ", 1)[1]) for each in links]
    assert numbers == sorted(numbers)
