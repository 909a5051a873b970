"""What a session keeps of its cells is what would be worked out anew, whatever changed in between."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from kanaalwaarden.core.divergence import cells_of
from kanaalwaarden.core.model import (
    Case,
    Conclusion,
    Discipline,
    Edit,
    MinorityNote,
    Platform,
    Rating,
    Record,
    RoundCell,
    Session,
    Value,
    session_of,
)
from kanaalwaarden.core.picture import picture_of
from tests import samples

LABELS = samples.labels()


def pictures(session: Session) -> list[object]:
    """Every cell in every round, and its picture."""
    found: list[object] = []
    for number in session.rounds:
        found += cells_of(session, number)
        found += [picture_of(session, LABELS, value, platform, number) for value in session.values for platform in session.platforms]
    return found


@st.composite
def changes(draw: st.DrawFn, session: Session) -> Edit:
    """A change of one record on which a cell may depend."""
    kinds = (Case, Value, Platform, Discipline, Rating, Conclusion, MinorityNote, RoundCell)
    record: Record = draw(st.sampled_from([each for each in session.records() if isinstance(each, kinds)]))
    gone = isinstance(record, Rating | Conclusion | MinorityNote | RoundCell) and draw(st.booleans())
    if gone or isinstance(record, RoundCell):
        return Edit(record, None)
    if isinstance(record, Rating | Conclusion):
        return Edit(record, replace(record, effect=draw(st.sampled_from(["", *session.levels]))))
    if isinstance(record, MinorityNote):
        return Edit(record, replace(record, text=record.text + "!"))
    if isinstance(record, Case):
        return Edit(record, replace(record, one_voice=not record.one_voice))
    return Edit(record, replace(record, name=f"{record.name}x"))


@given(samples.sessions(), st.data())
def test_kept_cells_are_what_they_would_be_anew(session: Session, data: st.DataObject) -> None:
    assume(session.values and session.platforms)
    for _ in range(4):
        pictures(session)  # kept from here on
        session.apply([data.draw(changes(session))])
        assert pictures(session) == pictures(session_of(session.records()))


def test_only_the_cell_that_changed_is_worked_out_again() -> None:
    session = samples.full(3, 3, 4)
    before = cells_of(session)
    rating = session.rating(1, "d1", "p2", "w2")
    session.apply([Edit(rating, replace(rating, effect="versterkt" if rating.effect != "versterkt" else "geen"))])  # type: ignore[type-var, union-attr]
    after = cells_of(session)
    assert [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new] == [4]
