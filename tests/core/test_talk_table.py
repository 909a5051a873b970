"""What paper says about the conversation: arguments, movement, who ruled it out, conditions, reasons that are missing, open questions."""

from dataclasses import replace

import pytest

from kanaalwaarden.core import intents
from kanaalwaarden.core.blocks import Bullets, Document, Heading, Legend, Paragraph, Table
from kanaalwaarden.core.model import RULED_OUT, Case, Change, Platform, Rating, Session, Value, session_of
from kanaalwaarden.core.picture import picture_of
from kanaalwaarden.core.value_table import value_table, value_table_rows
from tests import samples

NL, EN = samples.labels("nl"), samples.labels("en")
NAMES = ("communicatie", "griffie", "ICT", "juridische zaken", "privacy")
OWNER = "Wilhelmina van Geheimen"


def do(session: Session, *changes: Change) -> None:
    for change in changes:
        session.apply(change.edits)


def two_rounds() -> Session:
    """Two values, two platforms, five disciplines; round 1 blind and revealed in two steps, round 2 for one cell."""
    base = samples.grid(0, 0, NAMES, "tweezijdig")
    session = session_of(
        [
            Case(
                title="Sociale media van Proefstad",
                organisation="Gemeente Proefstad",
                date="2026-11-14",
                scale="tweezijdig",
                fictional=True,
            ),
            *base.disciplines,
            Value("w1", 1, "Privacy", "", "Bezoekers geven niet meer prijs dan nodig.", "Wat levert de bezoeker in?"),
            Value("w2", 2, "Transparantie", "", "Inwoners kunnen zien wat wij doen.", "Gaat het om ons of om het platform?"),
            Platform("p1", 1, "Vriendenplein"),
            Platform("p2", 2, "Filmhoek"),
        ]
    )
    session.apply(intents.opening(session, "2026-11-14T19:42:10+01:00"))
    first = {
        ("w1", "p1"): ("geen", "veel", "matig", RULED_OUT, "veel"),
        ("w1", "p2"): ("geen", "geen", "geen", "geen", "veel"),
        ("w2", "p1"): ("versterkt", "versterkt", "matig", "geen_oordeel", "veel"),
        ("w2", "p2"): ("geen", "geen", "geen", "geen", "geen"),
    }
    reasons = {"veel": "Elke bezoeker wordt gevolgd.", "versterkt": "", RULED_OUT: "De wet staat dit niet toe."}
    for (value, platform), effects in first.items():
        for each, effect in zip(session.disciplines, effects, strict=True):
            layer = "platform" if effect == "veel" else ""
            condition = "er geen advertenties bij staan" if effect == "matig" else ""
            given = Rating(1, each.id, platform, value, effect, reasons.get(effect, "Valt mee."), condition, layer=layer)
            do(session, Change("rate", tuple(intents.import_ratings(session, [given]).edits)))
    at = "2026-11-14T20:0{}:00+01:00"
    do(session, intents.reveal(session, 1, at.format(1), "w1"))
    do(session, intents.reveal(session, 1, at.format(5)))
    argue = {"value": "w1", "platform": "p1"}
    said = (
        ("d5", "feit", "oordeel", "platform", "De maker van het platform ziet wie de pagina bekijkt."),
        ("d1", "zienswijze", "oordeel", "eigen", "Wij plaatsen zelf niets over personen."),
        ("", "zienswijze", "formulering", "", "Met bezoekers bedoelen we ook wie geen account heeft."),
    )
    for number, (who, kind, about, layer, text) in enumerate(said):
        more = {"discipline": who, "kind": kind, "about": about, "layer": layer, "text": text}
        do(session, intents.argue(session, at=at.format(6 + number), **argue, **more))
    do(session, intents.ask(session, "w1", "p1", text="Is een account nodig om te lezen?", owner=OWNER, date="2026-12-01"))
    do(session, intents.ask(session, "", "", text="Wie beheert de wachtwoorden?", owner=OWNER))
    do(session, intents.next_round(session, [("w1", "p1")], "2026-11-14T20:40:00+01:00"))
    second = {
        "d1": ("geen", "Onze berichten zijn zo."),
        "d2": ("veel", ""),
        "d5": ("matig", "Uitleg op de pagina helpt."),
        "d3": ("veel", ""),
    }
    for who, (effect, reason) in second.items():
        do(session, intents.import_ratings(session, [Rating(2, who, "p1", "w1", effect, reason)]))
    return session


def told(document: Document) -> str:
    """Every text of the document, one block or row to a line."""
    lines: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Heading() | Paragraph():
                    lines.append(f"{getattr(block, 'lead', '')} {block.text}".strip())
                case Bullets():
                    lines += block.items
                case Legend():
                    lines += [word for _, word in block.entries]
                case Table():
                    rows = [block.head, *block.rows]
                    lines += [" | ".join(f"{each.text} ({each.note})" if each.note else each.text for each in row) for row in rows]
    return "\n".join(lines)


def test_what_was_said_stands_apart_by_kind() -> None:
    text = told(value_table(two_rounds(), NL))
    fact = "privacy | De maker van het platform ziet wie de pagina bekijkt. (gaat over de werking van het platform)"
    assert f"Discipline | Feit of gevolg\n{fact}" in text
    assert "Discipline | Zienswijze\ncommunicatie | Wij plaatsen zelf niets over personen. (gaat over ons eigen gedrag)" in text
    wording = "de tafel | Met bezoekers bedoelen we ook wie geen account heeft. (zienswijze)"
    assert f"Discipline | Over de formulering van de waarde\n{wording}" in text
    assert "veel afbreuk (gaat over de werking van het platform)" in text


def test_movement_names_who_moved_why_and_who_stayed() -> None:
    text = told(value_table(two_rounds(), NL))
    line = next(line for line in text.splitlines() if line.startswith("Ronde 2 "))
    assert "ICT: van matig naar veel, waarom is niet vastgelegd" in line
    assert "privacy: van veel naar matig, omdat: Uitleg op de pagina helpt;" in line
    assert "communicatie blijft bij geen" in line
    assert "griffie blijft bij veel" in line
    assert "juridische zaken gaf in deze ronde geen nieuw antwoord" in line


def test_who_ruled_it_out_is_named_with_the_reason_and_in_the_legend() -> None:
    session = two_rounds()
    text = told(value_table(session, NL))
    assert "Privacy × Vriendenplein (ronde 1) | juridische zaken | De wet staat dit niet toe." in text
    assert "voor ons onbespreekbaar" in text.splitlines()
    assert "onbespreekbaar=1" in [row[5].split(" ")[-1] for row in value_table_rows(session, NL)]
    without = session_of([each for each in session.records() if not (isinstance(each, Rating) and each.effect == RULED_OUT)])
    plain = told(value_table(without, NL))
    assert "voor ons onbespreekbaar" not in plain.splitlines()
    assert "Voor wie dit onbespreekbaar is" not in plain
    assert not any("onbespreekbaar" in row[5] for row in value_table_rows(without, NL))


def test_ruled_out_without_a_reason_says_so() -> None:
    text = told(value_table(samples.rated(["geen", "geen", RULED_OUT]), NL))
    assert "waarde 1 × platform 1 | discipline 3 | toelichting ontbreekt" in text
    assert "discipline 3: waarde 1 × platform 1" in text.splitlines()


def test_reasons_that_are_missing_and_conditions_of_the_majority() -> None:
    text = told(value_table(two_rounds(), NL))
    lines = text.splitlines()
    assert "communicatie: Transparantie × Vriendenplein" in lines
    assert "griffie: Privacy × Vriendenplein; Transparantie × Vriendenplein" in lines
    session = samples.rated(["geen"] * 3, condition="het kort blijft")
    assert "waarde 1 × platform 1 | discipline 2 | geen negatieve invloed | het kort blijft" in told(value_table(session, NL))


@pytest.mark.parametrize("labels", [NL, EN], ids=["nl", "en"])
def test_open_questions_have_a_date_and_never_a_person(labels: object) -> None:
    session = two_rounds()
    for each in (NL, EN):
        assert OWNER not in told(value_table(session, each))
    text = told(value_table(session, NL))
    assert "Is een account nodig om te lezen? | 1 december 2026 | nog open" in text
    assert "Wie beheert de wachtwoorden? | geen datum | nog open" in text
    assert "Wie een uitzoekpunt op zich neemt, staat in de sessie." in text


def test_the_rules_say_when_rounds_were_opened_and_revealed() -> None:
    text = told(value_table(two_rounds(), NL))
    assert (
        "Ronden Ronde 1 was blind. Geopend op 14 november 2026 om 19:42. Eerst per waarde onthuld: Privacy op 14 november 2026 om 20:01. "
        "Onthuld op 14 november 2026 om 20:05. Ronde 2 was niet blind. Geopend op 14 november 2026 om 20:40. 1 cel is opnieuw gevraagd."
    ) in text


def test_the_picture_knows_the_round_and_the_place_that_was_left() -> None:
    session = two_rounds()
    value, platform = session.values[0], session.platforms[0]
    drawn = picture_of(session, NL, value, platform, 2)
    assert (drawn.round, drawn.asked_again, drawn.round_word) == (2, True, "R2")
    assert [seat.ghost for seat in drawn.seats] == [None, None, 2, None, 3]
    assert "Ronde 2: ICT ging van matig naar veel; privacy ging van veel naar matig." in drawn.accessible
    before = picture_of(session, NL, value, platform, 1)
    assert (before.round, before.asked_again, before.round_word) == (1, False, "")
    assert not any(seat.ghost is not None for seat in before.seats)
    other = picture_of(session, NL, value, session.platforms[1], 2)
    assert (other.round, other.asked_again) == (1, False)


def test_a_ghost_of_a_first_answer_or_of_no_judgement() -> None:
    session = samples.rated(["geen", "", "geen_oordeel"])
    do(session, intents.next_round(session, [("w1", "p1")], "2026-11-14T20:40:00+01:00"))
    given = [Rating(2, who, "p1", "w1", "veel") for who in ("d2", "d3")]
    do(session, intents.import_ratings(session, given))
    drawn = picture_of(session, NL, session.values[0], session.platforms[0], 2)
    assert [seat.ghost for seat in drawn.seats] == [None, None, 3]
    assert "discipline 2 gaf voor het eerst een antwoord: veel" in drawn.accessible


def test_a_session_without_a_conversation_has_no_such_part() -> None:
    session = samples.rated(["geen", "geen", "geen"])
    text = told(value_table(session_of([replace(session.case, blind=False), *list(session.records())[1:]]), NL))
    for title in ("Het gesprek", "Voor wie dit onbespreekbaar is", "Toelichting ontbreekt", "Voorwaarden van wie niet apart staat"):
        assert title not in text
    assert "Ronden Ronde 1 was niet blind." in text
