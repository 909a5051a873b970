"""Every word that stands in a document, a sentence or an error, in one language. The screen's own words are Qt's affair."""

import errno
from collections.abc import Mapping, Sequence
from typing import Any

from kanaalwaarden.core.divergence import Cell
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import Discipline, Session

_SHOWN_PROBLEMS = 50

LOCALES = {"nl": ("nl", "NL"), "en": ("en", "GB")}
"""Language and country of the languages that documents are written in."""


def locale(language: str) -> str:
    """A language with its country, as BCP 47 has it: 'nl-NL'. One that we do not know stays as it is, and '' too."""
    return "-".join(LOCALES.get(language, (language,)))


class Labels:
    """The labels of one language, from `resources/labels/<language>.json`. A missing label is a KeyError: a bug."""

    def __init__(self, texts: Mapping[str, Any]) -> None:
        self._texts = texts
        self.language: str = texts["language"]

    def __call__(self, key: str, /, **details: object) -> str:
        """The label `section.name`, with {details} filled in. With `count` a list of two is [one, other]."""
        text: Any = self._texts
        for part in key.split("."):
            text = text[part]
        if isinstance(text, list):
            text = text[0] if details.get("count") == 1 else text[1]
        return str(text).format(**details) if details else str(text)

    def section(self, key: str) -> Mapping[str, str]:
        """All labels of a section."""
        found: Mapping[str, str] = self._texts[key]
        return found

    def word(self, scale: str, effect: str) -> str:
        """A level (or 'geen oordeel', 'niet eenduidig', nothing yet) as it is said in full."""
        return self(f"effect.{scale}.{effect}") if effect in self._texts["effect"][scale] else self(f"effect.{effect or 'nog_niet'}")

    def short(self, effect: str) -> str:
        """The same as it stands in a cell."""
        return self(f"effect.short.{effect or 'nog_niet'}")

    def conclusion(self, effect: str) -> str:
        """The word of a conclusion as it stands in a cell; '' is 'nog geen conclusie'."""
        return self(f"effect.short.{effect}") if effect else self("conclusion.none")

    def state(self, cell: Cell, one_voice: bool = False) -> str:
        """The divergence word; an unrated cell of a table that has one voice only is 'niet uitgesplitst'."""
        return self("divergence.niet_uitgesplitst") if one_voice and cell.state == "niet_beoordeeld" else self(f"divergence.{cell.state}")

    def names(self, disciplines: Sequence[Discipline]) -> str:
        """'a, b en c'."""
        names = [each.name for each in disciplines]
        return names[0] if len(names) == 1 else self("sentence.and", first=", ".join(names[:-1]), last=names[-1]) if names else ""

    def alone(self, cell: Cell) -> str:
        """'1 afwijkend: privacy', or '' when nobody stands alone."""
        return self("divergence.alone", count=len(cell.alone), names=self.names(cell.alone)) if cell.alone else ""

    def sentence(self, session: Session, cell: Cell) -> str:
        """Who sees what, built from counts: the same for the same counts. One who stands alone is always named."""
        parts: list[str] = []
        counted = False
        for level in cell.levels:
            holders = [each for each, _ in cell.on(level)]
            seen = self(f"sentence.sees.{session.case.scale}.{level}")
            if len(holders) == 1:
                parts.append(self("sentence.one_sees", name=holders[0].name, seen=seen))
            elif holders:
                parts.append(self("sentence.more_see" if counted else "sentence.first_see", number=len(holders), seen=seen))
                counted = True
        if not parts and session.case.one_voice:
            return self("sentence.one_voice")
        if not parts:
            parts.append(self("sentence.nobody"))
        parts += self._others("sentence.ruled_out", cell.ruled_out)
        parts += self._others("sentence.no_judgement", cell.without_judgement)
        if any(cell.counts) or cell.without_judgement or cell.ruled_out:
            parts += self._others("sentence.not_yet", cell.missing)
        sentence = "; ".join(parts) + "."
        return sentence[0].upper() + sentence[1:]

    def _others(self, key: str, who: Sequence[Discipline]) -> list[str]:
        if not who:
            return []
        return [self(key, count=len(who), names=self.names(who), number=len(who))]

    def problem(self, problem: Refused) -> str:
        """What to tell the person who gave the input: one sentence, and for a file with several faults one line for each."""
        details = dict(problem.details)
        if isinstance(details.get("field"), str):
            details["field"] = self._texts["field"].get(details["field"], details["field"])
        for name in ("where", "wanted"):  # what JSON calls it, in words
            details |= {name: self._texts["shape"].get(details[name], details[name])} if isinstance(details.get(name), str) else {}
        inner, why = details.get("inner"), details.get("why")
        if isinstance(inner, Refused):
            details["inner"] = self.problem(inner)
        if isinstance(why, OSError):
            name = errno.errorcode.get(why.errno or 0, "other")
            details["why"] = self(f"error.os.{name if name in self._texts['error']['os'] else 'other'}", number=why.errno)
        sentence = self(f"error.{problem.key}", **details)
        if isinstance(problem, BadInput):
            lines = [sentence, *(self.problem(each) for each in problem.problems[:_SHOWN_PROBLEMS])]
            more = len(problem.problems) - _SHOWN_PROBLEMS
            return "\n".join(lines + ([self("error.more", count=more)] if more > 0 else []))
        return sentence

