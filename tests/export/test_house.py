"""The organisation's own logo and colour: in every form of the minutes, and what cannot be read is refused."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from kanaalwaarden import paths
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.house import READABLE, House, contrast, house_colour
from kanaalwaarden.export.formats import Options, export_bytes
from kanaalwaarden.export.logo import logo_png
from kanaalwaarden.store.house_style import house_in_use, use_house
from tests import samples
from tests.exported import packed
from tests.verapdf import assert_conform


def picture(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (300, 100)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, (21, 66, 115, 128)[: len(mode)]).save(out, kind)
    return out.getvalue()


HOUSE = House("#154273", logo_png(picture()))


def made(format_: str, house: House = HOUSE) -> bytes:
    options = Options(parts=("title", "rules"), house=house)
    return export_bytes(samples.example(samples.WATERRIJK), format_, samples.labels(), samples.prompts(), options)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # the lightest grey that is readable


@given(st.integers(0, 0xFFFFFF))
def test_only_what_can_be_read_is_a_colour(number: int) -> None:
    text = f"{number:06X}"
    if contrast(f"#{text.lower()}", "#ffffff") >= READABLE:
        assert house_colour(f" #{text} ") == f"#{text.lower()}"
    else:
        with pytest.raises(Refused) as told:
            house_colour(text)
        assert told.value.key == "colour_pale"


@pytest.mark.parametrize("text", ["rood", "#12345", "#1234567", "#gggggg", "url(x)", "#15427３"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        house_colour(text)
    assert house_colour("  ") == ""


def test_a_logo_is_made_a_plain_picture() -> None:
    for data in (picture(), picture("JPEG", "RGB"), picture(size=(5000, 40))):
        found = Image.open(io.BytesIO(logo_png(data)))
        assert found.format == "PNG"
        assert found.mode == "RGB"
        assert found.width <= 1200
        assert not found.info


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nrommel", picture()[:60], b"GIF89a" + b"\0" * 50])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as told:
        logo_png(data)
    assert told.value.key == "logo_unreadable"


def test_a_picture_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 9_000)).save(out, "PNG", optimize=True)  # a small file of 180 million dots
    with pytest.raises(Refused):
        logo_png(out.getvalue())


def test_logo_and_colour_are_in_every_form_of_the_minutes() -> None:
    reader = PdfReader(io.BytesIO(made("pdf")))
    assert len(reader.pages[0].images) == 1
    assert len(PdfReader(io.BytesIO(made("pdf", House()))).pages[0].images) == 0
    assert samples.labels()("minutes.logo", name=samples.example(samples.WATERRIJK).case.organisation) in packed(made("odt"))
    assert "#154273" in packed(made("odt"))
    assert samples.labels()("minutes.logo", name=samples.example(samples.WATERRIJK).case.organisation) in packed(made("docx"))
    assert 'w:val="154273"' in packed(made("docx"))
    page = made("html").decode()
    assert page.count("<img ") == 1
    assert f'alt="{samples.labels()("minutes.logo", name=samples.example(samples.WATERRIJK).case.organisation)}"' in page
    assert "h1,h2,h3{color:#154273}" in page
    for format_ in ("pdf", "odt", "docx", "html", "md"):
        assert made(format_) == made(format_)


def test_a_pdf_with_a_logo_conforms(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(made("pdf"))
    assert_conform([path])


def test_the_look_is_kept_on_this_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path / "gegevens"))
    assert house_in_use() == (House(), None)
    use_house(HOUSE)
    assert house_in_use() == (HOUSE, None)
    use_house(House())
    assert not paths.house_style().exists()


BROKEN = ["", "[]", '{"colour": "#ffffff", "logo": ""}', '{"colour": 1, "logo": ""}', '{"colour": "", "logo": "eA=="}']


@pytest.mark.parametrize("content", BROKEN)
def test_a_look_that_is_broken_is_told_and_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setenv("KANAALWAARDEN_DATA", str(tmp_path))
    paths.house_style().write_text(content, encoding="utf-8")
    found, problem = house_in_use()
    assert found == House()
    assert problem is not None
    assert str(tmp_path) in samples.labels().problem(problem)
