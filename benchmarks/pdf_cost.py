"""What the minutes cost as PDF: 12 platforms x 7 values x 10 disciplines, every answer with a reason.

    .venv/bin/python benchmarks/pdf_cost.py

Prints the processor time and size of the tagged file, those of the same content in plain reportlab (every text of the document as an
untagged paragraph, no pictures), and the ratio: absolute times say nothing on a shared machine.
"""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from kanaalwaarden.core import blocks
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.export.pdf import pdf_bytes
from kanaalwaarden.tagged.fonts import Faces
from tests import samples


def plain(document: blocks.Document) -> bytes:
    """The same texts, in reportlab's own paragraphs and tables."""
    faces, out = Faces(), io.BytesIO()
    story = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, blocks.Table):
                rows = [[Paragraph(faces.markup(f"{cell.text} {cell.note}")) for cell in row] for row in (block.head, *block.rows)]
                widths = [500 * share for share in block.widths] or None
                story.append(Table(rows, colWidths=widths, repeatRows=1, splitInRow=1))
            else:
                texts = [getattr(block, "text", ""), getattr(block, "sentence", ""), *getattr(block, "items", ())]
                story += [Paragraph(faces.markup(text)) for text in texts if text]
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def cost(make: Callable[[], bytes]) -> tuple[float, int]:
    """The least processor time of three runs, and the size."""
    times, data = [], b""
    for _ in range(3):
        start = time.process_time()
        data = make()
        times.append(time.process_time() - start)
    return min(times), len(data)


def main() -> None:
    document = minutes(samples.full(7, 12, 10), samples.labels(), samples.prompts())
    tagged, size = cost(lambda: pdf_bytes(document))
    untagged, plain_size = cost(lambda: plain(document))
    print(f"tagged: {tagged:.2f} s, {size:,} bytes; plain: {untagged:.2f} s, {plain_size:,} bytes; ratio {tagged / untagged:.2f}")


if __name__ == "__main__":
    main()
