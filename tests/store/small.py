"""A small session in a file, and a change of it: what the tests of the store begin with."""

from kanaalwaarden.core import intents
from kanaalwaarden.core.model import Case, Discipline, Platform, Session, Value, session_of
from kanaalwaarden.store.session_file import SessionFile

AT = "2026-11-14T10:00:00"


def small() -> Session:
    return session_of(
        [
            Case(title="Proef"),
            *(Value(f"w{n}", n, f"Waarde {n}") for n in (1, 2)),
            *(Platform(f"p{n}", n, f"Platform {n}") for n in (1, 2)),
            *(Discipline(f"d{n}", n, f"Discipline {n}", f"D{n}") for n in (1, 2)),
        ]
    )


def rate(file: SessionFile, effect: str = "veel", value: str = "w1") -> None:
    file.append(intents.rate(file.session, 1, "d1", "p1", value, effect), AT)


def same(one: Session, other: Session) -> bool:
    return (one.case, one.tables) == (other.case, other.tables)
