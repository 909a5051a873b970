"""Forms of a session as files, and files as filled forms: one door for the window and the command line."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from kanaalwaarden.core.ballot import FilledForm, Sheet, sheet_of
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.file_names import file_name
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import Session

FORMATS = ("pdf", "xlsx")
MOST_FORMS = 200
"""Files that are read in one go."""


def form_bytes(sheet: Sheet, labels: Labels, format_: str, *, large: bool = False) -> bytes:
    """The form of one discipline as a file of one of `FORMATS`; `large` in large print (PDF). KeyError for another format."""
    if format_ == "pdf":
        from kanaalwaarden.ballots.pdf_form import pdf_form  # reportlab is slow to import

        return pdf_form(sheet, labels, large=large)
    if format_ != "xlsx":
        raise KeyError(format_)
    from kanaalwaarden.ballots.xlsx_form import xlsx_form

    return xlsx_form(sheet, labels)


def all_forms(
    session: Session, labels: Labels, format_: str, *, large: bool = False, only: Collection[str] | None = None
) -> dict[str, bytes]:
    """The form of every discipline (or of those in `only`, by id) by the name of its file: the names sort as the disciplines do.

    Their keys have been made. KeyError for a discipline without one.
    """
    word = labels("form.file")
    made = {}
    for place, each in enumerate(session.disciplines, 1):
        if only is None or each.id in only:
            name = file_name(f"{place:02d} {each.name} - {word}", word, f".{format_}")
            made[name] = form_bytes(sheet_of(session, labels, each.id), labels, format_, large=large)
    return made


def read_form(data: bytes, languages: Sequence[Labels]) -> FilledForm:
    """A filled form out of the bytes of a file, by what is in it and not by its name. `Refused` where that is none."""
    from kanaalwaarden.ballots.pdf_read import is_pdf, read_pdf_form
    from kanaalwaarden.ballots.sheet import is_xlsx

    if is_pdf(data):
        return read_pdf_form(data)
    if is_xlsx(data):
        from kanaalwaarden.ballots.xlsx_form import read_xlsx_form

        return read_xlsx_form(data, list(languages))
    raise Refused("form_none")


def form_files(paths: Iterable[Path]) -> list[Path]:
    """The files, and those in the folders that may be forms. `Refused` for too many."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [each for each in path.iterdir() if each.suffix.lower() in (".pdf", ".xlsx")]
            files += sorted(each for each in inside if not each.name.startswith((".", "~")))  # '~$name.xlsx': Excel has it open
        else:
            files.append(path)
    if len(files) > MOST_FORMS:
        raise Refused("forms_many", limit=MOST_FORMS)
    return files


def read_forms(files: Iterable[tuple[str, bytes | Refused]], languages: Sequence[Labels]) -> list[tuple[str, FilledForm | Refused]]:
    """Every file by its name with what was read, or why it was not."""
    found: list[tuple[str, FilledForm | Refused]] = []
    for name, data in files:
        if isinstance(data, Refused):
            found.append((name, data))
            continue
        try:
            found.append((name, read_form(data, languages)))
        except Refused as problem:
            found.append((name, problem))
    return found
