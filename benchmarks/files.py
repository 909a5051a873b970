"""Figures of files: open, import, export, merge, compare, list."""

import functools
import io
import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pypdf import PdfReader
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as PlainTable

from benchmarks.figures import OWN, Figure, Wish, once, side_by_side
from kanaalwaarden.ballots.forms import all_forms, read_forms
from kanaalwaarden.core import blocks
from kanaalwaarden.core.ballot import make_forms, merge, report
from kanaalwaarden.core.compare import compare, comparison
from kanaalwaarden.core.exchange import from_exchange, to_exchange
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.core.model import Rating, Session, session_of
from kanaalwaarden.core.ratings_csv import ratings_rows
from kanaalwaarden.export.csv import csv_bytes
from kanaalwaarden.export.formats import export_bytes
from kanaalwaarden.export.pdf import pdf_bytes
from kanaalwaarden.store.log import row_of
from kanaalwaarden.store.session_file import SessionFile
from kanaalwaarden.tagged.fonts import Faces
from kanaalwaarden.ui.workspace import Workspace
from tests import samples

AT = "2026-01-01T10:00:00+01:00"
OFFICE = ("xlsx", "odt", "docx", "html", "csv", "json")


def opening(wish: Wish, folder: Path) -> Iterator[Figure]:
    """A file with the largest session: all of it checked, its log too, and a working copy made."""
    path = folder / "open.kanaal"
    SessionFile.create(path, wish.large, AT).close()

    def rows() -> None:
        with closing(sqlite3.connect(path)) as link:
            for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                link.execute(f"SELECT * FROM {name}").fetchall()

    taken, base = side_by_side(wish.runs, lambda: SessionFile.open(path, AT).abandon(), rows)
    yield Figure(f"open a session of {wish.ratings} with reasons", "sqlite3 reads the same rows", taken, base, most=3, alarm=60)


def importing(wish: Wish, folder: Path) -> Iterator[Figure]:
    """A list of ratings: read, checked, compared with what is there, and committed with its entry in the log."""
    full = wish.large
    data = csv_bytes(ratings_rows(full))
    empty = session_of([each for each in full.records() if not isinstance(each, Rating)])
    rows = [row_of(each) for each in full.ratings]
    number = itertools.count()

    lines = folder / "ratings.csv"
    lines.write_bytes(data)

    def ours() -> None:
        assert workspace.import_ratings(lines) == len(rows)

    def base() -> None:
        with closing(sqlite3.connect(folder / f"base-{next(number)}.sqlite")) as link:
            names = ", ".join(f"c{place}" for place in range(len(rows[0])))
            link.executescript(f"PRAGMA synchronous=FULL; CREATE TABLE t ({names}, PRIMARY KEY (c0, c1, c2, c3))")
            with link:
                link.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(rows[0]))})", rows)

    taken, based = [], []
    for _ in range(wish.runs):
        workspace = Workspace(samples.labels())
        assert workspace.new(folder / f"import-{next(number)}.kanaal", empty) is None
        based.append(once(base))
        taken.append(once(ours))
        workspace.abandon()
    yield Figure(f"import {wish.ratings} from CSV", "sqlite3 executemany of the same rows", taken, based, most=3, alarm=30)


def plain(document: blocks.Document) -> bytes:
    """The same texts, in reportlab's own paragraphs and tables, without tags, pictures or attachments."""
    faces, out = Faces(), io.BytesIO()
    story = []
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, blocks.Table):
                rows = [[Paragraph(faces.markup(f"{cell.text} {cell.note}")) for cell in row] for row in (block.head, *block.rows)]
                widths = [500 * share for share in block.widths] or None
                story.append(PlainTable(rows, colWidths=widths, repeatRows=1, splitInRow=1))
            else:
                texts = [getattr(block, "text", ""), getattr(block, "sentence", ""), *getattr(block, "items", ())]
                story += [Paragraph(faces.markup(text)) for text in texts if text]
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def minutes_cost(wish: Wish, folder: Path) -> Iterator[Figure]:
    """The minutes of 12 x 7 x 10, tagged, with every picture drawn."""
    document = minutes(samples.full(7, 12, 10), samples.labels(), samples.prompts())
    taken, base = side_by_side(wish.runs, lambda: pdf_bytes(document), lambda: plain(document), OWN)
    yield Figure("minutes PDF of 12 x 7 x 10, tagged", "the same texts in plain reportlab", taken, base, most=1.6, alarm=5)


def pages(wish: Wish, folder: Path) -> Iterator[Figure]:
    """Time for a page of a long PDF against that of one a quarter as long."""

    def made(session: Session) -> tuple[blocks.Document, int]:
        document = minutes(session, samples.labels(), samples.prompts())
        return document, len(PdfReader(io.BytesIO(pdf_bytes(document))).pages)

    sizes = ((4, 5, 10), (8, 10, 10)) if wish.fast else ((14, 20, 22), (30, 37, 22))
    (short, few), (long, many) = (made(samples.full(*size)) for size in sizes)
    taken, base = side_by_side(wish.runs, lambda: pdf_bytes(long), lambda: pdf_bytes(short), OWN)
    per_page = [each / many for each in taken], [each / few for each in base]
    yield Figure(f"a page of a PDF of {many:,} pages", f"a page of one of {few:,}", *per_page, most=1.25, alarm=3)


def formats(wish: Wish, folder: Path) -> Iterator[Figure]:
    """Each format of 12 x 7 x 10."""
    session, labels, prompts = samples.full(7, 12, 10), samples.labels(), samples.prompts()
    for name in OFFICE:
        make = functools.partial(export_bytes, session, name, labels, prompts)
        yield Figure(f"{name} of 12 x 7 x 10", "", [once(make, OWN) for _ in range(wish.runs)], [], limit=1)


def merging(wish: Wish, folder: Path) -> Iterator[Figure]:
    """Fifty filled forms (PDF): read, told about, merged and committed."""
    session = samples.full(7, 6, 50)
    file = SessionFile.create(folder / "merge.kanaal", session, AT)
    file.append(make_forms(session, {each.id: f"sleutel-{each.id}" for each in session.disciplines}, AT), AT)
    files = list(all_forms(file.session, samples.labels(), "pdf").items())
    nobody = [each for each in file.session.records() if not isinstance(each, Rating)]

    def ours() -> None:
        into = session_of(nobody)
        told = report(into, read_forms(files, [samples.labels()]))
        change = merge(into, [(each, []) for each in told if each.ready], AT)
        assert len([each for each in change.edits if isinstance(each.after, Rating)]) == 7 * 6 * 50
        into.apply(change.edits)

    taken = [once(ours, OWN) for _ in range(wish.runs)]
    file.abandon()
    yield Figure("merge 50 ballots of 6 x 7 (PDF)", "", taken, [], limit=5)


def comparing(wish: Wish, folder: Path) -> Iterator[Figure]:
    """Two sessions of the largest size, where one answer in seven changed."""
    old = wish.large
    moved = itertools.cycle([False] * 6 + [True])
    answers = [*old.levels]
    new = session_of(
        Rating(each.round, each.discipline, each.platform, each.value, answers[len(each.effect) % len(answers)], each.reason)
        if isinstance(each, Rating) and next(moved)
        else each
        for each in from_exchange(to_exchange(old)).records()
    )
    taken = [once(lambda: compare(old, new), OWN) for _ in range(wish.runs)]
    yield Figure(f"compare two sessions of {wish.ratings}", "", taken, [], limit=1)
    words = samples.labels()
    taken = [once(lambda: comparison(old, new, words), OWN) for _ in range(wish.runs)]
    yield Figure(f"the whole comparison of {wish.ratings} in words", "", taken, [], limit=1)
