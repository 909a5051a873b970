"""Taking names of people out of a session for good: out of every text and every id, in every state that it ever had.

The store applies this to each entry of the log. It is one function of a text, wherever that stands, so what the log adds up to stays the
same session, only without the names.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kanaalwaarden.core.edition import NO_TEXT, PEOPLE, any_of, names_in
from kanaalwaarden.core.model import Publication, Record, columns
from kanaalwaarden.core.text import NAME_LIMIT, TEXT_LIMIT, slug

_REFERENCES = {"id", "platform", "value", "discipline", "purpose", "question", "key"}
_BY_LINE = {"withheld", "bodies"}


def looks_like_person(name: str) -> bool:
    """Whether it is written as the name of a person: 'Ans de Vries', not 'bestuurssecretariaat' or 'CISO'. A guess, for what is ticked."""
    return any(word[:1].isupper() and not word.isupper() for word in name.split())


class Names:
    """The names to take out, and the word that takes their place in a text."""

    def __init__(self, names: Iterable[str], mark: str) -> None:
        known = [name.strip() for name in names if name.strip()]
        self._names = any_of(known)
        self._slugs = any_of(filter(None, (slug(name, (), "") for name in known)))
        self._mark = mark

    def key(self, text: str) -> str:
        """An id, or a text made of ids."""
        return self._slugs.sub("naam", text)

    def record(self, record: Record) -> Record:
        """The record without the names."""
        changed: dict[str, Any] = {}
        for name in columns(type(record)):
            old = getattr(record, name)
            if not isinstance(old, str) or not old:
                continue
            if name in record.KEY or name in _REFERENCES:
                new = self.key(old)
            elif name in NO_TEXT:
                new = old
            elif name == PEOPLE.get(type(record)):
                new = self._kept(old, names_in(old), ", ")
            elif isinstance(record, Publication) and name in _BY_LINE:
                new = self._kept(old, old.split("\n"), "\n")
            else:
                # The mark may be longer than the name, and a field can be full.
                new = self._names.sub(self._mark, old)[: NAME_LIMIT if len(old) <= NAME_LIMIT else TEXT_LIMIT].rstrip()
            if new != old:
                changed[name] = new
        return replace(record, **changed) if changed else record

    def _kept(self, old: str, names: list[str], between: str) -> str:
        """A field that holds names only, with those that stay."""
        kept = [name for name in names if not self._names.search(name)]
        return old if len(kept) == len(names) else between.join(kept)
