"""The question set: what the facilitator is helped to ask around the table, in the words of the organisation.

A set is a JSON file (published schema: resources/schema/prompts.schema.json). Ours is resources/prompts.json; an organisation
may put its own in its place. Answers keep the question as it was put, so they stay readable with another set.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import LANGUAGES, MEDIA, Answer, Session
from kanaalwaarden.core.text import NAME_LIMIT, capital, clean_text

PHASES = ("prepare", "talk", "decide", "after")
PER = ("platform", "session")
LISTS = ("measures", "areas", "uses", "audiences", "channels", "messages")
"""Words to choose from in fields that take any word."""
SIX = "zes_vragen"
"""The group with the six questions: it stands first on the screen of the decision."""
_MOST = 500
_ID = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)?")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a question."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question. It can always be answered in words; with `options` also by choosing one, or several if `many`.

    `date` and `owner` are the labels of two more fields, or ''. `rows` says which promises of the project it fulfils.
    """

    id: str
    question: str
    help: str = ""
    options: Sequence[Option] = ()
    many: bool = False
    date: str = ""
    owner: str = ""
    rows: Sequence[str] = ()

    def chosen(self, choice: str) -> list[str]:
        """The labels of the chosen keys, in the order of the options; a key that the set does not know stands for itself."""
        keys = choice.split()
        known = {each.key for each in self.options}
        return [each.label for each in self.options if each.key in keys] + [each for each in keys if each not in known]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together: in which phase they are asked, and of every platform or once for the session."""

    id: str
    phase: str
    per: str
    title: str
    intro: str
    prompts: Sequence[Prompt]


@dataclass(frozen=True, slots=True)
class PromptSet:
    """A question set in one language."""

    title: str
    version: str
    groups: Sequence[Group]
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    """Per channel of `lists` whether it is 'digitaal' or 'fysiek'."""

    def of(self, phase: str, per: str) -> list[Group]:
        """The groups of a phase, per platform or per session, in the order of the set."""
        return [each for each in self.groups if (each.phase, each.per) == (phase, per)]

    def group(self, id_: str) -> Group | None:
        """The group with this id."""
        return next((each for each in self.groups if each.id == id_), None)

    def prompts(self) -> Iterator[Prompt]:
        """Every question, in order."""
        for group in self.groups:
            yield from group.prompts

    def prompt(self, id_: str) -> Prompt | None:
        """The question with this id."""
        return next((each for each in self.prompts() if each.id == id_), None)


def answer_words(answer: Answer, prompt: Prompt | None, labels: Labels) -> str:
    """An answer in words: what was chosen, what was said, the date and who; without a prompt the keys stand for themselves."""
    chosen = prompt.chosen(answer.choice) if prompt else answer.choice.split()
    told = ", ".join(chosen)
    parts = [f"{told}." if told and (answer.text or answer.date or answer.owner) else told, answer.text]
    for name, content in (("date", date_in_words(answer.date, labels)), ("owner", answer.owner)):
        head = (getattr(prompt, name) if prompt else "") or labels(f"answer.{name}")
        parts.append(labels("answer.more", head=head.rstrip("?: "), content=content) if content else "")
    words = " ".join(part for part in parts if part)
    return capital(words)


def answered(session: Session, group: Group, platform: str = "") -> int:
    """How many questions of a group have an answer."""
    return sum(1 for each in group.prompts if session.answer(each.id, platform) is not None)


def loose_answers(session: Session, prompts: PromptSet, platform: str = "") -> list[Answer]:
    """Answers to questions that this set does not have: they were asked with another one, and are shown all the same."""
    known = {each.id for each in prompts.prompts()}
    found = [each for each in session.tables[Answer.TABLE].values() if each.platform == platform and each.question not in known]
    return sorted(found, key=lambda each: each.question)


# Reading a set


def read_prompts(data: Any, language: str) -> PromptSet:
    """The question set in parsed JSON, in one language, or where a text is not in that, in the one that is there.

    All faults at once in `BadInput`.
    """
    reader = _Reader(language)
    made = reader.whole(data)
    if reader.faults or made is None:
        raise BadInput(reader.faults)
    return made


class _Reader:
    """Plain data to a set; faults are gathered, so that all are told at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.faults: list[Refused] = []
        self.ids: set[str] = set()

    def wrong(self, where: str, wanted: str) -> None:
        self.faults.append(Refused("json_shape", where=where, wanted=wanted))

    def keys(self, where: str, row: Any, required: Sequence[str], allowed: Sequence[str]) -> bool:
        if not isinstance(row, dict):
            self.wrong(where or "{}", "{…}")
            return False
        missing = [key for key in required if key not in row]
        self.faults += [Refused("json_missing", where=where or "{}", key=key) for key in missing]
        self.faults += [
            Refused("json_unknown_key", where=where or "{}", key=str(key)[:60]) for key in row if key not in (*required, *allowed)
        ]
        return not missing

    def rows(self, where: str, rows: Any) -> list[tuple[str, Any]]:
        """The rows of a list, each with its place in words."""
        if not isinstance(rows, list) or len(rows) > _MOST:
            self.wrong(where, f"[…] (0–{_MOST})")
            return []
        return [(f"{where}[{place}]", row) for place, row in enumerate(rows)]

    def text(self, where: str, given: Any) -> str:
        """A text for every language, or one per language."""
        if isinstance(given, dict):
            if not given or set(given) - set(LANGUAGES):
                self.wrong(where, "{nl, en}")
                return ""
            given = given.get(self.language, next(iter(given.values())))
        if not isinstance(given, str):
            self.wrong(where, "str")
            return ""
        try:
            return clean_text(given, where).strip()
        except Refused as problem:
            self.faults.append(problem)
            return ""

    def id(self, where: str, given: Any, known: set[str]) -> str:
        if not isinstance(given, str) or len(given) > 60 or not _ID.fullmatch(given):
            self.wrong(where, "a-z 0-9 _")
            return ""
        if given in known:
            self.faults.append(Refused("json_duplicate", where=where, key=given))
        known.add(given)
        return given

    def whole(self, data: Any) -> PromptSet | None:
        if not self.keys("", data, ("title", "groups"), ("$schema", "version", "lists")):
            return None
        lists = data.get("lists", {})
        if not self.keys("lists", lists, (), LISTS):
            return None
        groups = [self.group(where, row) for where, row in self.rows("groups", data["groups"])]
        channels = [self.channel(where, row) for where, row in self.rows("lists.channels", lists.get("channels", []))]
        words = {
            name: [self.name(where, row) for where, row in self.rows(f"lists.{name}", lists.get(name, []))]
            for name in LISTS
            if name != "channels"
        }
        words["channels"] = [name for name, _ in channels]
        version = self.text("version", data.get("version", ""))
        return PromptSet(self.text("title", data["title"]), version, [each for each in groups if each], words, dict(channels))

    def name(self, where: str, given: Any) -> str:
        text = self.text(where, given)
        if not text or len(text) > NAME_LIMIT or "\n" in text:
            self.wrong(where, f"1–{NAME_LIMIT}")
        return text

    def channel(self, where: str, row: Any) -> tuple[str, str]:
        if not self.keys(where, row, ("name", "medium"), ()):
            return "", ""
        if row["medium"] not in MEDIA:
            self.wrong(f"{where}.medium", " | ".join(MEDIA))
        return self.name(f"{where}.name", row["name"]), str(row["medium"])

    def group(self, where: str, row: Any) -> Group | None:
        if not self.keys(where, row, ("id", "phase", "per", "title", "prompts"), ("intro",)):
            return None
        for key, allowed in (("phase", PHASES), ("per", PER)):
            if row[key] not in allowed:
                self.wrong(f"{where}.{key}", " | ".join(allowed))
        id_ = self.id(f"{where}.id", row["id"], self.ids)
        prompts = [self.prompt(at, each) for at, each in self.rows(f"{where}.prompts", row["prompts"])]
        title, intro = self.text(f"{where}.title", row["title"]), self.text(f"{where}.intro", row.get("intro", ""))
        return Group(id_, str(row["phase"]), str(row["per"]), title, intro, [each for each in prompts if each])

    def prompt(self, where: str, row: Any) -> Prompt | None:
        if not self.keys(where, row, ("id", "question"), ("help", "options", "many", "date", "owner", "rows")):
            return None
        known: set[str] = set()
        options = []
        for at, each in self.rows(f"{where}.options", row.get("options", [])):
            if self.keys(at, each, ("key", "label"), ()):
                options.append(Option(self.id(f"{at}.key", each["key"], known), self.text(f"{at}.label", each["label"])))
        if not isinstance(row.get("many", False), bool):
            self.wrong(f"{where}.many", "true | false")
        question = self.text(f"{where}.question", row["question"])
        if not question:
            self.wrong(f"{where}.question", "str")
        return Prompt(
            id=self.id(f"{where}.id", row["id"], self.ids),
            question=question,
            help=self.text(f"{where}.help", row.get("help", "")),
            options=options,
            many=bool(row.get("many", False)),
            date=self.text(f"{where}.date", row.get("date", "")),
            owner=self.text(f"{where}.owner", row.get("owner", "")),
            rows=tuple(str(each) for _, each in self.rows(f"{where}.rows", row.get("rows", []))),
        )
