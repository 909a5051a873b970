"""The form of one discipline as an Excel file: drop-downs to choose from, everything else locked; and reading it back.

One row for each cell of the value table, in the order of the table. What the form is, stands on a hidden sheet; which row is which cell
follows from the order of values and platforms there, so that a renamed value is still the same value.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kanaalwaarden.ballots.sheet import opened
from kanaalwaarden.core.ballot import LONGEST, FilledForm, Given, Sheet, identity_text, read_identity
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, SCALES

_FIRST_ROW = 8
"""The row of the first cell, counted from 1."""
_COLUMNS = ("value", "platform", "answer", "reason", "kind", "condition")
_HIDDEN = "kanaalwaarden"
_MOST = 20_000


def xlsx_form(sheet: Sheet, labels: Labels) -> bytes:
    """The form as a file. The same form gives the same bytes."""
    import xlsxwriter  # slow to import

    out = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, plain)
    book.set_properties({"title": f"{sheet.title} - {sheet.discipline.name}", "created": datetime(2000, 1, 1), "author": ""})
    look = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top"}
    text = book.add_format({**look, "border": 1, "border_color": "#9aa5ad"})
    open_ = book.add_format({**look, "border": 1, "border_color": "#4a5560", "bg_color": "#fff9e5", "locked": False})
    head = book.add_format({**look, "bold": True, "border": 1, "bg_color": "#e8ecef"})
    title = book.add_format({**look, "bold": True, "font_size": 16, "text_wrap": False})
    line = book.add_format({**look, "text_wrap": False})

    page = book.add_worksheet(labels("form.sheet"))
    page.write_string(0, 0, labels("form.title"), title)
    page.write_string(1, 0, " · ".join(part for part in (sheet.title, sheet.organisation) if part), line)
    page.write_string(2, 0, labels("form.of", name=sheet.discipline.name), line)
    page.write_string(3, 0, labels("form.how_xlsx"), line)
    page.write_string(4, 0, labels("form.no_judgement", word=labels.short(NO_JUDGEMENT)), line)
    for column, name in enumerate(_COLUMNS):
        page.write_string(_FIRST_ROW - 2, column, labels(f"form.{name}"), head)
    words, kinds = dict(sheet.choices), dict(sheet.kinds)
    row = _FIRST_ROW - 1
    for value in sheet.values:
        for platform in sheet.platforms:
            given = sheet.answers.get((platform.id, value.id), Given())
            page.write_string(row, 0, value.name, text)
            page.write_string(row, 1, platform.name, text)
            shown = [words.get(given.effect, ""), given.reason, kinds[given.reason_kind] if given.reason else "", given.condition]
            for column, content in enumerate(shown, 2):
                (page.write_string if content else page.write_blank)(row, column, content, open_)
            row += 1
    last = max(row - 1, _FIRST_ROW - 1)
    told = labels("form.choose")
    for column, allowed in ((2, words), (4, kinds)):
        page.data_validation(
            _FIRST_ROW - 1, column, last, column,
            {"validate": "list", "source": list(allowed.values()), "error_title": labels("form.title"), "error_message": told},
        )  # fmt: skip
    for column, width in enumerate((24, 18, 18, 56, 14, 34)):
        page.set_column(column, column, width)
    page.freeze_panes(_FIRST_ROW - 1, 2)
    page.protect("", {"format_rows": True, "format_columns": True})
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_FIRST_ROW - 2)
    # Excel takes 255 characters, and & as a sign of its own: a longer footer would not be there at all.
    page.set_footer(f"&L{sheet.discipline.name[:100].replace('&', '&&')}&R&P / &N")

    help_ = book.add_worksheet(labels("form.help_sheet"))
    help_.set_column(0, 0, 28)
    help_.set_column(1, 1, 90)
    for number, (name, about) in enumerate(_help(sheet, labels)):
        help_.write_string(number, 0, name, head)
        help_.write_string(number, 1, about, text)
    help_.protect()
    hidden = book.add_worksheet(_HIDDEN)
    hidden.write_string(0, 0, identity_text(sheet.identity))
    hidden.protect()
    hidden.very_hidden()
    book.close()
    return out.getvalue()


def _help(sheet: Sheet, labels: Labels) -> Iterator[tuple[str, str]]:
    yield labels("form.answer"), labels("form.help_answer", words=", ".join(word for _, word in sheet.choices))
    yield labels("form.reason"), labels("form.help_reason")
    yield labels("form.kind"), labels("form.help_kind")
    yield labels("form.condition"), labels("form.help_condition")
    for value in sheet.values:
        yield value.name, "\n".join(part for part in (value.definition, value.question) if part) or "–"
    for platform in sheet.platforms:
        if platform.practice:
            yield platform.name, platform.practice


def read_xlsx_form(data: bytes, languages: list[Labels]) -> FilledForm:
    """A filled form, its words in any of these languages. `Refused` with the reason where it is none, is damaged, or tries something."""
    try:
        sheets = dict(_sheets(data))
        hidden = sheets.get(_HIDDEN)
        if not hidden or not hidden[0]:
            raise Refused("form_none")
        identity = read_identity(_text(hidden[0][0]))
        rows = next(rows for name, rows in sheets.items() if name != _HIDDEN)[_FIRST_ROW - 1 :]
        answers: dict[tuple[str, str], Given] = {}
        cells = [(platform, value) for value in identity.values for platform in identity.platforms]
        if len(rows) < len(cells):
            raise Refused("form_rows")
        effects = {word.casefold(): key for words in languages for key in _effects() for word in (words.short(key), key)}
        kinds = {words(f"reason_kind.{key}").casefold(): key for words in languages for key in ("zienswijze", "feit")}
        for cell, row in zip(cells, rows, strict=False):
            texts = [_text(each) for each in (*row[2:6], *[None] * 4)][:4]
            word, reason, kind, condition = texts
            if max(len(reason), len(condition)) > LONGEST:
                raise Refused("form_long", limit=LONGEST)
            effect = effects.get(word.casefold(), "") if word else ""
            if word and not effect:
                raise Refused("form_level", given=word[:40])
            answers[cell] = Given(effect, reason, kinds.get(kind.casefold(), "zienswijze"), condition)
        return FilledForm(identity, "xlsx", answers)
    except Refused:
        raise
    except Exception:  # see `sheet.opened`
        raise Refused("form_broken") from None


def _effects() -> set[str]:
    return {*(level for levels in SCALES.values() for level in levels), NO_JUDGEMENT}


def _sheets(data: bytes) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    with opened(data) as book:
        for page in book.worksheets[:5]:
            rows = []
            for number, row in enumerate(page.iter_rows(values_only=True, max_col=8)):
                if number > _MOST:
                    raise Refused("form_broken")
                rows.append(row)
            yield page.title, rows


def _text(cell: Any) -> str:
    """What stands in a cell, as it was typed. A formula gives what was saved with it, never the formula."""
    return "" if cell is None else str(cell).replace("\r\n", "\n").replace("_x000D_", "").strip()
