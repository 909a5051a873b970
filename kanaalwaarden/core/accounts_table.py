"""The inventory of accounts as a table, in and out the same: CSV, Excel, or rows pasted from a spreadsheet.

A fixed contract: these columns, in any order; only the first two are required. Choices are written as their key or as their word, in
either language.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kanaalwaarden.core.csv_text import BrokenError, csv_lines
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.intents import CHOICES, clean_fields
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import MOST_ROWS, Account, Session
from kanaalwaarden.core.text import clean_name, defuse, same_name, undefuse

COLUMNS: dict[str, str] = {
    "account": "name", "platform": "platform", "beheerder": "manager", "projectaccount": "project", "doel": "goal", "doelgroep": "audience",
    "in_lijn_met_beleid": "policy", "reacties": "comments", "bedoeling": "aim", "activiteit": "activity", "norm": "norm",
    "verkeer": "traffic", "strategie": "strategies", "effect": "effect", "cijfer": "number", "datum": "date", "opmerking": "note",
}  # fmt: skip
"""The columns by their head, with the field that each fills."""
NEEDED = ("account", "platform")
_WORDS = {"goal": "goal", "policy": "yes_no", "comments": "comments", "aim": "aim", "traffic": "traffic"}
"""Fields with fixed choices, and where their words are in the labels."""
_EXCEL_LIST = 255
"""So long a list of words may be in an Excel cell that offers them."""
_YES = {"", "ja", "nee", "yes", "no", "true", "false", "1", "0"}


def account_rows(session: Session) -> list[tuple[str, ...]]:
    """Header and one row per account, in the order of the list; texts defused for spreadsheets."""
    rows: list[tuple[str, ...]] = [tuple(COLUMNS)]
    for each in session.rows(Account):
        texts = {field: str(getattr(each, field)) for field in COLUMNS.values()}
        texts |= {"platform": session.platform(each.platform).name, "project": "ja" if each.project else "nee"}
        rows.append(tuple(defuse(texts[field]) for field in COLUMNS.values()))
    return rows


def account_choices(session: Session, labels: Labels) -> dict[int, list[str]]:
    """Per column (by its place) the words to choose from."""
    fields = list(COLUMNS.values())
    found = {fields.index(field): [labels(f"choice.{kind}.{key}") for key in CHOICES[field] if key] for field, kind in _WORDS.items()}
    platforms = [each.name for each in session.platforms]
    told = ",".join(platforms)
    # Excel keeps the list as one text between quotes: a name with a quote would end it and go on as a formula, a comma makes two of one.
    if platforms and told.count(",") == len(platforms) - 1 and '"' not in told and len(told.encode("utf-16-le")) // 2 < _EXCEL_LIST:
        found[fields.index("platform")] = platforms
    return found | {fields.index("project"): [labels("choice.yes_no.ja"), labels("choice.yes_no.nee")]}


def pasted_rows(text: str) -> list[tuple[int, list[str]]]:
    """Rows of text from the clipboard: tabs between cells as a spreadsheet puts them there, else as a CSV. `BadInput` when broken."""
    if not text.strip():
        raise Refused("csv_empty")
    try:
        return list(csv_lines(text, "\t" if "\t" in text.split("\n", 1)[0] else ""))
    except BrokenError as problem:
        raise BadInput([problem]) from None


def read_accounts(lines: Iterable[tuple[int, Sequence[str]]], session: Session, languages: Sequence[Labels]) -> list[dict[str, Any]]:
    """The accounts in rows with their line numbers, the header first. Out: the fields of each, ready to be put into the session.

    Every bad line is named in `BadInput`: a platform that the session does not have, a word that is no choice, a figure or date that is
    none, an account twice. Names match after trimming and case-folding.
    """
    rows = iter(lines)
    header = next(((number, row) for number, row in rows if any(cell.strip() for cell in row)), None)
    if header is None:
        raise Refused("csv_empty")
    names = [same_name(cell) for cell in header[1]]
    while names and not names[-1]:
        names.pop()
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or any(name not in names for name in NEEDED) or len(set(names)) < len(names):
        found = ";".join(str(cell) for cell in header[1])[:120]
        raise Refused("accounts_header", wanted=";".join(COLUMNS), needed=", ".join(NEEDED), found=found)
    reader = _Reader(session, languages, [COLUMNS[name] for name in names])
    faults: list[Refused] = []
    made: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
    try:
        for number, row in rows:
            if not any(cell.strip() for cell in row):
                continue
            wrong, account = reader.account(row)
            faults += [Refused("line", line=number, inner=each) for each in wrong]
            if wrong:
                continue
            key = (account["platform"], same_name(account["name"]))
            if key in made:
                faults.append(Refused("line", line=number, inner=Refused("account_twice", first=made[key][0])))
            made.setdefault(key, (number, account))
    except BrokenError as problem:
        faults.append(problem)
    if len(made) > MOST_ROWS:
        faults.append(Refused("too_many", field="accounts", limit=MOST_ROWS))
    if faults:
        raise BadInput(faults)
    return [account for _, account in made.values()]


class _Reader:
    """What the words of this session mean, ready to look up."""

    def __init__(self, session: Session, languages: Sequence[Labels], fields: Sequence[str]) -> None:
        self._fields = fields
        self._platforms = {same_name(each.name): each.id for each in session.platforms}
        self._words: dict[str, dict[str, str]] = {}
        for field, kind in _WORDS.items():
            keys = [key for key in CHOICES[field] if key]
            self._words[field] = {"": "", **{same_name(labels(f"choice.{kind}.{key}")): key for labels in languages for key in keys}}
            self._words[field] |= {key: key for key in keys}

    def account(self, row: Sequence[str]) -> tuple[list[Refused], dict[str, Any]]:
        """What is wrong with a row, and the fields of the account."""
        if any(cell.strip() for cell in row[len(self._fields) :]):
            return [Refused("csv_columns", found=len(row), wanted=len(self._fields))], {}
        cells = {field: undefuse(cell).strip() for field, cell in zip(self._fields, row, strict=False)}
        wrong: list[Refused] = []
        account: dict[str, Any] = {}
        platform = self._platforms.get(same_name(cells.get("platform", "")))
        if platform is None:
            wrong.append(Refused("csv_unknown", field="platform", given=cells.get("platform", "")[:60]))
        if not cells.get("name"):
            wrong.append(Refused("account_nameless"))
        for field, cell in cells.items():
            try:
                account[field] = self._content(field, cell)
            except Refused as problem:
                wrong.append(problem)
        account["platform"] = platform or ""
        return wrong, account

    def _content(self, field: str, cell: str) -> Any:
        if field == "platform":
            return cell
        if field == "project":
            if cell.casefold() not in _YES:
                raise Refused("choice_wrong", field=field, given=cell[:60])
            return cell.casefold() in ("ja", "yes", "true", "1")
        if field in self._words:
            found = self._words[field].get(same_name(cell))
            if found is None:
                raise Refused("choice_wrong", field=field, given=cell[:60])
            return found
        return clean_name(cell) if field == "name" else clean_fields(Account, {field: cell})[field]


def placed(session: Session, accounts: Sequence[Mapping[str, Any]]) -> list[tuple[Account | None, Mapping[str, Any]]]:
    """Every account that was read, with the one in the session that it replaces: the same name on the same platform."""
    there = {(each.platform, same_name(each.name)): each for each in session.rows(Account)}
    return [(there.get((each["platform"], same_name(each["name"]))), each) for each in accounts]
