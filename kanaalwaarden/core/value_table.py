"""The value table: what leaves the room, as format-free blocks and as rows for a CSV file.

Nothing in here puts several disciplines' levels into one figure; whoever stands apart is in it by name, with the reason.
People's names are never in it: only disciplines.
"""

from collections.abc import Sequence

from kanaalwaarden.core.blind import BlindProgress, hidden_values, open_blind_round
from kanaalwaarden.core.blocks import Block, Bullets, Document, Heading, Legend, Paragraph, Section, Table, TableCell
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.divergence import Cell, cell_of, discuss_first
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import NO_JUDGEMENT, RULED_OUT, DefinitionChange, Discipline, MinorityNote, Rating, Session, Value
from kanaalwaarden.core.picture import picture
from kanaalwaarden.core.progress import reason_wanted
from kanaalwaarden.core.talk_table import layer_note, rounds_in_words, talk_blocks
from kanaalwaarden.core.text import capital, defuse

_UNDECIDED = "geen_conclusie"  # the symbol of a conclusion that was not spoken yet


def value_table(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None = None) -> Document:
    """The whole document: the picture, the conclusions, everybody who stands apart, and what the values mean.

    While a round is blind, `session` is what may be seen of it and `progress` how far everybody is; it stands in place of the
    answers that are hidden.
    """
    sections = [
        Section(opening(session, labels, progress)),
        *later_rounds(session, labels, progress),
        Section(_rest(session, labels, progress)),
    ]
    return document_of(session, labels, f"{labels('table.title')} · {session.case.title or labels('table.untitled')}", sections)


def document_of(session: Session, labels: Labels, title: str, sections: Sequence[Section]) -> Document:
    """Sections as a document of this session: with what its file says about itself, its footer, and the words that a writer needs."""
    return Document(
        title=title,
        language=labels.language,
        sections=sections,
        organisation=session.case.organisation,
        subject=session.case.occasion,
        footer=" · ".join(part for part in (session.case.title or labels("table.untitled"), session.case.organisation) if part),
        words={
            "page": labels("table.page"),
            "page_number": labels("table.page_number"),
            "replaced": labels("table.replaced"),
            "open": labels("conclusion.none_short"),
            "part": labels("table.part"),
            "skip": labels("table.skip"),
        },
    )


# While a round is blind


def _hidden(session: Session, progress: Sequence[BlindProgress] | None) -> frozenset[str]:
    return frozenset() if progress is None else hidden_values(session)


def _blind(session: Session, labels: Labels, progress: Sequence[BlindProgress]) -> list[Block]:
    """That a round is still blind, on which values, and how many cells each discipline has answered: never what."""
    number = open_blind_round(session) or 1
    values = "; ".join(each.name for each in session.values if each.id in hidden_values(session))
    lines = [labels("blind.line", name=each.discipline.name, done=each.answered, total=each.total) for each in progress]
    told = Paragraph(labels("blind.progress", number=number), "strong")
    return [told, Paragraph(f"{values}.", lead=capital(labels("blind.state"))), Bullets(lines)]


# The table of each round


def opening(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None, *, alone: bool = True) -> list[Block]:
    """The table of round 1 with what explains it. `alone` is for a document of its own: with its title, and who was at the table."""
    case = session.case
    rounds = session.rounds
    facts = [case.title or labels("table.untitled"), case.organisation, date_in_words(case.date, labels)]
    facts += [labels("table.round", number=1)] if len(rounds) == 1 and not session.undivided else []
    told = labels("table.question") if session.undivided else f"{labels('table.question')} {labels('table.per_cell')}"
    blocks: list[Block] = [Paragraph(told, "muted")]
    if alone:
        blocks = [Heading(1, labels("table.title")), Paragraph(f"{' · '.join(part for part in facts if part)}\n{told}", "muted")]
        blocks += [Paragraph(labels("table.fictional"), "strong")] if case.fictional else []
    if progress is not None:
        blocks += _blind(session, labels, progress)
    if not session.values or not session.platforms:
        return [*blocks, Paragraph(labels("table.empty")), *composition(session, labels, progress)]
    if session.undivided:
        platforms = ", ".join(each.name for each in session.platforms)
        blocks += [Paragraph(labels("table.one_voice")), Paragraph(platforms, lead=labels("table.platforms"))]
        return [*blocks, legend(session, labels), conclusions_of_values(session, labels), *composition(session, labels, progress)]
    if len(rounds) > 1:
        blocks.append(Heading(2, capital(labels("table.round", number=1))))
    return [*blocks, *_round(session, labels, 1, progress)]


def later_rounds(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None) -> list[Section]:
    if not session.values or not session.platforms or session.undivided:
        return []
    return [
        Section(
            [Heading(2, capital(labels("table.round", number=number))), *_round(session, labels, number, progress)], new_page=True
        )
        for number in session.rounds[1:]
    ]


def _round(session: Session, labels: Labels, number: int, progress: Sequence[BlindProgress] | None) -> list[Block]:
    """Legend, picture and who was at the table: these three belong on one page."""
    values = [each for each in session.values if each.id not in _hidden(session, progress)]
    pictures: list[Block] = [legend(session, labels), _pictures(session, labels, number, values)] if values else []
    return [*pictures, *composition(session, labels, progress)]


def legend(session: Session, labels: Labels) -> Legend:
    entries = [(level, labels(f"effect.legend.{session.case.scale}.{level}")) for level in session.levels]
    if session.undivided:
        return Legend(entries)
    entries.append((NO_JUDGEMENT, labels("effect.geen_oordeel")))
    if any(each.effect == RULED_OUT for each in session.ratings):
        entries.append((RULED_OUT, labels("effect.onbespreekbaar")))
    return Legend(entries, labels("table.lone_legend"))


def _pictures(session: Session, labels: Labels, number: int, values: Sequence[Value]) -> Table:
    rows = []
    for value in values:
        cells = [_picture_cell(session, labels, cell_of(session, value, platform, number)) for platform in session.platforms]
        rows.append([_row_header(session, labels, value), *cells])
    heads = [labels("table.value"), *(each.name for each in session.platforms)]
    return Table([TableCell(head, header=True, strong=True) for head in heads], rows)


def _row_header(session: Session, labels: Labels, value: Value) -> TableCell:
    spoken = session.conclusion(value.id)
    effect = spoken.effect if spoken else ""
    return TableCell(
        value.label,
        header=True,
        strong=True,
        note=labels.short(effect) if effect else labels("conclusion.none_short"),
        note_symbol=effect or _UNDECIDED,
        axis=[*session.levels, NO_JUDGEMENT],
    )


def _picture_cell(session: Session, labels: Labels, cell: Cell) -> TableCell:
    """The picture, and in words what it shows for whoever cannot see it."""
    drawn = picture(session, labels, cell)
    parts = [drawn.conclusion_word, drawn.divergence_word, labels.alone(cell), labels.sentence(session, cell)]
    return TableCell("; ".join(part for part in parts if part), picture=drawn, symbol=drawn.conclusion or _UNDECIDED)


def composition(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None) -> list[Block]:
    """Who was there, who was not and who has not finished, and the rules that held. It stands at every table."""
    scale = f"{labels(f'scale.{session.case.scale}')}."
    if session.undivided:
        names = labels.names(session.disciplines) or labels("table.nobody")
        return [Paragraph(f"{names}.", "muted", labels("table.who")), Paragraph(scale, "muted", labels("table.scale"))]
    here = [each for each in session.disciplines if not each.absent]
    absent = [each for each in session.disciplines if each.absent]
    told = [f"{_with_codes(here) or labels('table.nobody')}.", labels("table.absent", names=_with_codes(absent) or labels("table.nobody"))]
    cells = len(session.values) * len(session.platforms)
    behind = [(each.name, session.answers(1, each.id)) for each in here]
    missing = [labels("table.missing_one", name=name, answers=answers, cells=cells) for name, answers in behind if answers < cells]
    if missing and progress is None:
        told.append(labels("table.missing", names=", ".join(missing)))
    rules = f"{scale} {labels('table.not_averaged')}" if cells else scale
    who = " ".join([*told, labels("table.same_seat")])
    rounds = rounds_in_words(session, labels)
    held = [Paragraph(rounds, "muted", labels("talk_table.rounds"))] if rounds else []
    return [
        Paragraph(who, "muted", labels("table.who"), _codes_in(who, [*here, *absent])),
        Paragraph(rules, "muted", labels("table.scale")),
        *held,
    ]


def _with_codes(disciplines: Sequence[Discipline]) -> str:
    """Codes with their names; a no-break space keeps the two on one line."""
    return " · ".join(f"{each.code}\u00a0{each.name}" for each in disciplines)


def _codes_in(text: str, disciplines: Sequence[Discipline]) -> list[tuple[int, int]]:
    """Where in `text` the codes of these disciplines stand, which are in it in this order."""
    found, end = [], 0
    for each in disciplines:
        start = text.index(f"{each.code}\u00a0{each.name}", end)
        found.append((start, len(each.code)))
        end = start + len(each.code) + 1 + len(each.name)
    return found


# What follows the picture


def _rest(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None) -> list[Block]:
    blocks: list[Block] = []
    whole = bool(session.values and session.platforms)
    if whole and not session.undivided:
        blocks += [Heading(2, labels("table.conclusions_values")), conclusions_of_values(session, labels)]
    if whole:
        blocks += _conclusions_of_cells(session, labels)
        blocks += _dissent(session, labels, progress)
        blocks += talk_blocks(session, labels)
    if session.case.source:
        blocks.append(Paragraph(labels("table.source", source=session.case.source), "muted"))
    if session.values:
        blocks += [Heading(2, labels("table.definitions")), definitions(session, labels)]
    return blocks


def _head(labels: Labels, *keys: str) -> list[TableCell]:
    return [TableCell(labels(f"table.{key}"), header=True, strong=True) for key in keys]


def _conclusion_cell(session: Session, labels: Labels, effect: str) -> TableCell:
    word = capital(labels.word(session.case.scale, effect)) if effect else labels("conclusion.none")
    return TableCell(word, symbol=effect or _UNDECIDED)


def conclusions_of_values(session: Session, labels: Labels) -> Table:
    rows = []
    for value in session.values:
        spoken = session.conclusion(value.id)
        effect, text = (spoken.effect, spoken.text) if spoken else ("", "")
        rows.append([TableCell(value.name, header=True, strong=True), _conclusion_cell(session, labels, effect), TableCell(text)])
    return Table(_head(labels, "value", "conclusion", "reason"), rows, widths=(0.2, 0.2, 0.6))


def _conclusions_of_cells(session: Session, labels: Labels) -> list[Block]:
    """Only cells for which the group found words: the levels alone are in the picture."""
    rows = []
    for value in session.values:
        for platform in session.platforms:
            spoken = session.conclusion(value.id, platform.id)
            if spoken is not None and spoken.text:
                conclusion = _conclusion_cell(session, labels, spoken.effect)
                rows.append([TableCell(value.name, header=True, strong=True), TableCell(platform.name), conclusion, TableCell(spoken.text)])
    if not rows:
        return []
    table = Table(_head(labels, "value", "platform", "conclusion", "reason"), rows, widths=(0.2, 0.14, 0.2, 0.46))
    return [Heading(2, labels("table.conclusions_cells")), table]


def _dissent(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None) -> list[Block]:
    """Per cell in which disciplines differ: the sentence, everybody outside the largest group with the reason, and minority notes.

    Of a later round only the cells that were rated again: the others stand under the round in which they were rated.
    """
    rerated = {(each.round, each.value, each.platform) for each in session.ratings}
    listed = [
        [cell for cell in discuss_first(session, number) if number == 1 or (number, cell.value.id, cell.platform.id) in rerated]
        for number in session.rounds
    ]
    notes = {
        (value.id, platform.id): session.minority_notes(value.id, platform.id) for value in session.values for platform in session.platforms
    }
    blocks: list[Block] = []
    last = {(cell.value.id, cell.platform.id): cell.round for cells in listed for cell in cells}
    for number, cells in zip(session.rounds, listed, strict=True):
        if session.undivided:
            break
        title = labels("table.dissent")
        blocks.append(Heading(2, f"{title}, {labels('table.round', number=number)}" if len(listed) > 1 else title))
        none = (
            labels("blind.progress", number=open_blind_round(session) or 1) if _hidden(session, progress) else labels("table.dissent_none")
        )
        blocks.append(Paragraph(labels("table.dissent_intro") if cells else none))
        for cell in cells:
            key = (cell.value.id, cell.platform.id)
            blocks += _dissent_of_cell(session, labels, cell)
            if last[key] == number:
                blocks += [minority(session, labels, note) for note in notes.pop(key)]
    others = [note for each in notes.values() for note in each if note.text]
    if others:
        blocks.append(Heading(2, labels("table.minorities")))
    blocks += [minority(session, labels, note, where=True) for note in others]
    return blocks


def _cell_name(session: Session, labels: Labels, value: str, platform: str) -> str:
    return labels("table.cell", value=session.value(value).name, platform=session.platform(platform).name)


def _dissent_of_cell(session: Session, labels: Labels, cell: Cell) -> list[Block]:
    conditions = any(rating.condition for _, rating in cell.dissenting)  # an empty column would only narrow the reasons
    rows = [_position(session, labels, each.name, rating, conditions) for each, rating in cell.dissenting]
    keys = ["discipline", "judgement", "reason", *(["condition"] if conditions else [])]
    return [
        Heading(3, _cell_name(session, labels, cell.value.id, cell.platform.id)),
        Paragraph(labels.sentence(session, cell), lead=capital(labels.state(cell))),
        Table(_head(labels, *keys), rows, widths=(0.15, 0.18, 0.43, 0.24) if conditions else (0.15, 0.18, 0.67)),
    ]


def _position(session: Session, labels: Labels, name: str, rating: Rating, conditions: bool) -> list[TableCell]:
    row = [
        TableCell(name, header=True, strong=True),
        TableCell(labels.word(session.case.scale, rating.effect), symbol=rating.effect, note=layer_note(labels, rating.layer)),
        _reason(session, labels, rating),
    ]
    return [*row, TableCell(rating.condition)] if conditions else row


def _reason(session: Session, labels: Labels, rating: Rating) -> TableCell:
    """The reason, or that there is none; where it was asked for that is said apart."""
    wanted = not rating.reason and reason_wanted(session, rating.effect)
    return TableCell(rating.reason or labels("table.no_reason"), note=labels("talk_table.reason_missing") if wanted else "")


def minority(session: Session, labels: Labels, note: MinorityNote, where: bool = False) -> Paragraph:
    name = labels("table.minority", name=session.discipline(note.discipline).name)
    place = f"{_cell_name(session, labels, note.value, note.platform)}: " if where else ""
    agreed = labels("table.confirmed" if note.confirmed else "table.not_confirmed")
    return Paragraph(note.text, "quote", f"{place}{name} ({agreed})")


def definitions(session: Session, labels: Labels) -> Table:
    rows = []
    for value in session.values:
        changes = [each for each in session.definition_changes if each.value == value.id]
        origin = ", ".join([labels(f"kind.{value.kind}"), labels(f"origin.{value.origin}")])
        rows.append(
            [
                TableCell(value.name, header=True, strong=True),
                TableCell(value.definition, note=_changed(labels, changes, "definition")),
                TableCell(value.question, note=_changed(labels, changes, "question")),
                TableCell(origin, note=labels("table.source", source=value.source) if value.source else ""),
            ]
        )
    return Table(_head(labels, "value", "definition", "question_head", "origin"), rows, widths=(0.22, 0.33, 0.23, 0.22))


def _changed(labels: Labels, changes: list[DefinitionChange], field: str) -> str:
    """When a text was altered, whether somebody had rated by then, and what it was before."""
    key = "table.changed_question" if field == "question" else "table.changed"
    told = []
    for each in changes:
        if each.field == field:
            moment = labels("table.changed_after" if each.after_first_rating else "table.changed_before")
            told += [labels(key, at=date_in_words(each.at, labels), moment=moment), labels("table.changed_from", before=each.before)]
    return "\n".join(told)


# CSV


def value_table_rows(session: Session, labels: Labels, progress: Sequence[BlindProgress] | None = None) -> list[tuple[str, ...]]:
    """The CSV contract (docs: command line): header, then value by value its platforms and the conclusion over all of them.

    Levels are keys, the divergence is the word of the language; marks are those of the latest round. Texts are defused.
    With `progress` (see `value_table`) a value that is still blind has that as its state, and no counts.
    """
    hidden = _hidden(session, progress)
    rows: list[tuple[str, ...]] = [tuple(labels("csv.table").split(";"))]
    for value in session.values:
        rated = False
        for platform in session.platforms:
            cell = cell_of(session, value, platform, session.rounds[-1])
            rated = rated or any(rating is not None and rating.effect for _, rating in cell.ratings)
            spread = [*zip(cell.levels, cell.counts, strict=True), (NO_JUDGEMENT, len(cell.without_judgement))]
            spread += [(RULED_OUT, len(cell.ruled_out))] if cell.ruled_out else []
            texts = (
                labels.state(cell, session.case.one_voice),
                " ".join(f"{level}={count}" for level, count in spread),
                ", ".join(each.name for each in cell.alone),
                _notes(session, value.id, platform.id),
            )
            if value.id in hidden:
                texts = (labels("blind.state"), "", "", texts[-1])
            rows.append(_row(session, value, platform.id, platform.name, *texts))
        state = labels("divergence.niet_uitgesplitst") if session.case.one_voice and not rated else ""
        rows.append(_row(session, value, "", labels("csv.all"), state, "", "", ""))
    return rows


def _row(session: Session, value: Value, platform: str, name: str, *texts: str) -> tuple[str, ...]:
    spoken = session.conclusion(value.id, platform)
    effect, text = (spoken.effect, spoken.text) if spoken else ("", "")
    return (defuse(value.name), defuse(name), effect, *(defuse(each) for each in (text, *texts)))


def _notes(session: Session, value: str, platform: str) -> str:
    notes = [note for note in session.minority_notes(value, platform) if note.text]
    return " | ".join(f"{session.discipline(note.discipline).name}: {note.text}" for note in notes)
