"""The canvas that writes SVG: everything that is drawn comes out, the right way up, and what it does not know fails."""

import pytest
from lxml import etree

from kanaalwaarden import paths
from kanaalwaarden.export.pdf_marks import _SYMBOLS, Marks
from kanaalwaarden.export.svg import SvgCanvas, WebFaces, WebInks


def drawn(canvas: SvgCanvas) -> etree._Element:
    return etree.fromstring(canvas.svg('role="img"', 0.1))


def test_a_method_that_is_not_there_fails() -> None:
    canvas = SvgCanvas(10, 10)
    for name in ("wedge", "bezier", "drawCentredString", "setFillAlpha", "rotate", "drawImage"):
        with pytest.raises(AttributeError):
            getattr(canvas, name)
    with pytest.raises(AttributeError):
        canvas.beginPath().curveTo  # type: ignore[attr-defined]  # noqa: B018


def test_y_runs_upward_as_on_paper_and_scaling_turns_it() -> None:
    canvas = SvgCanvas(10, 20)
    canvas.rect(1, 2, 3, 4, stroke=0, fill=1)
    canvas.saveState()
    canvas.translate(0, 20)
    canvas.scale(2, -2)
    canvas.rect(1, 2, 3, 4, stroke=0, fill=1)
    canvas.restoreState()
    canvas.circle(1, 2, 1)
    first, second, dot = drawn(canvas)
    assert [first.get(each) for each in ("x", "y", "width", "height")] == ["1", "14", "3", "4"]
    assert [second.get(each) for each in ("x", "y", "width", "height")] == ["2", "4", "6", "8"]
    assert (dot.get("cx"), dot.get("cy")) == ("1", "18")


def test_the_lower_half_of_matig_is_filled() -> None:
    tokens = paths.read_json("look/tokens.json")
    marks = Marks(tokens, WebFaces(), "open")
    marks.ink = WebInks(tokens)
    canvas = SvgCanvas(10, 10)
    marks.symbol(canvas, "matig", 5, 5, 10)
    path = drawn(canvas)[1].get("d", "")
    assert path == "M8.9 5A3.9 3.9 0 0 1 1.1 5Z"  # from right to left, clockwise on the screen: through the bottom


@pytest.mark.parametrize("key", _SYMBOLS)
def test_every_symbol_is_drawn_in_colours_of_the_stylesheet(key: str) -> None:
    tokens = paths.read_json("look/tokens.json")
    marks = Marks(tokens, WebFaces(), "open")
    marks.ink = WebInks(tokens)
    canvas = SvgCanvas(10, 10)
    marks.symbol(canvas, key, 5, 5, 10)
    found = drawn(canvas)
    assert len(found)
    inks = {ink for each in found for ink in (each.get("fill"), each.get("stroke")) if ink and ink != "none"}
    assert inks == {f"var(--symbol_ink-{key})"}


def test_text_is_escaped_and_as_wide_as_measured() -> None:
    faces = WebFaces()
    canvas = SvgCanvas(100, 20)
    canvas.setFillColor("red")
    faces.draw(canvas, 0, 5, "<b> & \u4f60", "KanaalSans-Bold", 10)
    (text,) = drawn(canvas)
    assert text.text == "<b> & \u4f60"
    assert float(text.get("textLength", "0")) == pytest.approx(faces.width("<b> & \u4f60", "KanaalSans-Bold", 10), abs=0.01)
    assert not faces.missing
