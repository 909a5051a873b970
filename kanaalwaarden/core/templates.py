"""What a new session starts from: a template. (From an earlier session: `series`.)"""

from typing import Any

from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import BadInput, Refused
from kanaalwaarden.core.model import SCALES, Discipline, Platform, Session, Value
from kanaalwaarden.core.text import clean_name

_ALLOWED: dict[type[Any], set[str]] = {
    Value: {"name", "short_name", "definition", "question", "kind", "origin", "source"},
    Platform: {"name", "kind", "practice"},
    Discipline: {"name", "code"},
}
_LISTS: dict[str, type[Any]] = {"values": Value, "platforms": Platform, "disciplines": Discipline}
_TEXTS = ("occasion", "aim", "source")
_TOP = {"$schema", "title", "description", "language", "scale", *_TEXTS, *_LISTS}


def session_from_template(data: Any, title: str = "") -> Session:
    """A session that starts from template data (design: strings alone are enough for names). All faults at once in `BadInput`."""
    if not isinstance(data, dict):
        raise Refused("json_shape", where="{}", wanted="{…}")
    faults: list[Refused] = [Refused("json_missing", where="{}", key=key) for key in ("title", *_LISTS) if key not in data]
    faults += [Refused("json_unknown_key", where="{}", key=str(key)[:60]) for key in data if key not in _TOP]
    texts = ("title", "description", "language", "scale", *_TEXTS)
    faults += [Refused("json_shape", where=key, wanted="str") for key in texts if not isinstance(data.get(key, ""), str)]
    faults += [Refused("json_shape", where=key, wanted="[…]") for key in _LISTS if not isinstance(data.get(key, []), list)]
    if str(data.get("scale", "eenzijdig")) not in SCALES:
        faults.append(Refused("choice_wrong", field="scale", given=str(data["scale"])[:60]))
    if faults:
        raise BadInput(faults)
    session = Session()
    try:
        given = {key: data[key] for key in ("language", "scale", *_TEXTS) if key in data}
        session.apply(intents.set_case(session, title=title or data["title"], **given).edits)
        clean_name(data["title"], "title")
    except Refused as problem:
        faults.append(problem)
    for name, kind in _LISTS.items():
        for place, row in enumerate(data[name]):
            try:
                session.apply(_add_edits(session, kind, f"{name}[{place}]", row))
            except Refused as problem:
                told_where = "where" in problem.details
                faults.append(problem if told_where else Refused("inside", where=f"{name}[{place}]", inner=problem))
    if faults:
        raise BadInput(faults)
    return session


def _add_edits(session: Session, kind: type[Any], where: str, row: Any) -> Any:
    fields = {"name": row} if isinstance(row, str) else row
    if not isinstance(fields, dict):
        raise Refused("json_shape", where=where, wanted="{…}")
    for key, content in fields.items():
        if key not in _ALLOWED[kind]:
            raise Refused("json_unknown_key", where=where, key=str(key)[:60])
        if not isinstance(content, str):
            raise Refused("json_shape", where=f"{where}.{key}", wanted="str")
    if "name" not in fields:
        raise Refused("json_missing", where=where, key="name")
    given = {key: content for key, content in fields.items() if key != "name"}
    return intents.add(session, kind, fields["name"], **given).edits
