"""Ratings as CSV, in and out the same (contract in design: header, keys of levels, UTF-8, ';' or ',')."""

import functools

from kanaalwaarden.core.csv_text import BrokenError, csv_lines, decoded
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import OUTSIDE, Rating, Session
from kanaalwaarden.core.text import clean_text, defuse, same_name, undefuse

HEADER = ("ronde", "discipline", "platform", "waarde", "effect", "toelichting", "voorwaarde")
_NEEDED = 5
_MOST_ROUNDS = 9


def ratings_rows(session: Session) -> list[tuple[str, ...]]:
    """Header and one row per rating, in the order of the session; texts defused for spreadsheets."""
    rows: list[tuple[str, ...]] = [HEADER]
    for each in session.ratings:
        names = (session.discipline(each.discipline).name, session.platform(each.platform).name, session.value(each.value).name)
        rows.append((str(each.round), *map(defuse, names), each.effect, defuse(each.reason), defuse(each.condition)))
    return rows


def read_ratings(data: bytes, session: Session) -> list[Rating]:
    """The ratings in a CSV file for this session. Nothing is written; every bad line is named in `BadInput`.

    Names match after trimming and case-folding. A reason kind that the session already has for a cell is kept, because
    the file cannot say it.
    """
    lines = csv_lines(decoded(data))
    _, header = next(lines)
    names = tuple(same_name(name) for name in header)
    if names != HEADER[: len(names)] or len(names) < _NEEDED:
        raise Refused("csv_header", wanted=";".join(HEADER), found=";".join(header)[:120])
    faults: list[Refused] = []
    found: dict[tuple[int, str, str, str], tuple[int, Rating]] = {}
    known = _Names(session)
    try:
        for number, row in lines:
            if not any(part.strip() for part in row):
                continue
            wrong, rating = known.rating(row, len(names))
            faults += [Refused("line", line=number, inner=each) for each in wrong]
            if rating is None:
                continue
            key = (rating.round, rating.discipline, rating.platform, rating.value)
            if key in found:
                faults.append(Refused("line", line=number, inner=Refused("csv_duplicate", first=found[key][0])))
            found.setdefault(key, (number, rating))
    except BrokenError as problem:
        faults.append(problem)
    rounds = {1, *session.rounds, *(rating.round for _, rating in found.values())}
    for number, rating in found.values():
        missing = next((each for each in range(1, rating.round) if each not in rounds), None)
        if missing:
            faults.append(Refused("line", line=number, inner=Refused("csv_round_gap", number=rating.round, missing=missing)))
    if faults:
        raise BadInput(sorted(faults, key=lambda each: int(str(each.details["line"]))))
    return [rating for _, rating in found.values()]


class _Names:
    """The names of a session, ready to look up."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = {
            "discipline": {same_name(each.name): each.id for each in session.disciplines},
            "platform": {same_name(each.name): each.id for each in session.platforms},
            "waarde": {same_name(each.name): each.id for each in session.values},
        }
        self._effects = {"", *OUTSIDE, *session.levels}
        self._found = functools.cache(self._find)

    def _find(self, field: str, given: str) -> str | None:
        """The id behind a name as it stands in the file. A list of thousands of lines has the same few names over and over."""
        return self._ids[field].get(same_name(undefuse(given)))

    def rating(self, row: list[str], width: int) -> tuple[list[Refused], Rating | None]:
        """What is wrong with the row, and the rating if nothing is."""
        if not _NEEDED <= len(row) <= width:
            return [Refused("csv_columns", found=len(row), wanted=width)], None
        cells = [*row, "", ""][: len(HEADER)]
        wrong: list[Refused] = []
        number = cells[0].strip()
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:6]) <= _MOST_ROUNDS):
            wrong.append(Refused("csv_round", given=number[:40]))
        ids = []
        for field, given in zip(("discipline", "platform", "waarde"), cells[1:4], strict=True):
            key = self._found(field, given)
            if key is None:
                wrong.append(Refused("csv_unknown", field=field, given=given.strip()[:60]))
            ids.append(key or "")
        effect = cells[4].strip().lower()
        reasoned = bool(cells[5].strip() or cells[6].strip())
        if effect not in self._effects or not (effect or reasoned):
            wrong.append(Refused("csv_level", given=cells[4].strip()[:60], levels=", ".join([*self._session.levels, *OUTSIDE])))
        texts = []
        for field, given in (("reason", cells[5]), ("condition", cells[6])):
            try:
                texts.append(clean_text(undefuse(given), field))
            except Refused as problem:
                wrong.append(problem)
        if wrong:
            return wrong, None
        before = self._session.rating(int(number), ids[0], ids[1], ids[2])
        kept = (before.reason_kind, before.layer) if before else ("zienswijze", "")
        return [], Rating(int(number), ids[0], ids[1], ids[2], effect, texts[0], texts[1], *kept)
