"""What the product owes its users: one table of every row of the checklist, and what holds each.

A row that is filled in by a facilitator is filled through the workspace here, in a real session file, and found back in the blocks of the
minutes. A row that was built before, or belongs to another issue, names the test or the issue; a row without a holder fails.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kanaalwaarden import paths
from kanaalwaarden.core.blocks import Block, Document, Heading
from kanaalwaarden.core.cards import starter_cards
from kanaalwaarden.core.minutes import minutes
from kanaalwaarden.core.model import (
    Account,
    Action,
    Card,
    Decision,
    Figure,
    Fit,
    FollowUp,
    Purpose,
    Risk,
    Route,
    Session,
    Stance,
    Threshold,
)
from kanaalwaarden.core.prompts import Prompt
from kanaalwaarden.ui.workspace import Workspace
from tests import samples

TESTS = Path(__file__).parent.parent
IDS = """
000-1 000-2 000-3 000-4 000-5 000-6 000-7 000-8 000-C1a 000-C1b 000-C1c 000-C1d 000-C2a 000-C2b 000-C2c 000-C3a 000-C3b 000-C4a 000-C4b
000-C4c 000-C5 000-C6a 000-C6b 000-C7a 000-C7b 000-C8a 000-C8b 000-C8c 000-C8d 000-C9a 000-C9b 000-C10 000-G1 000-G2 000-G3 000-Q1 000-Q2
000-Q3 000-Q4 000-Q5 000-Q6 000-S1 000-S2 001-1 001-2 001-3 001-O1 001-O2 001-O3 001-O4 001-T1 001-T2 001-T3 001-T4 001-T5 001-T6 002-P1
002-P2 002-P3 002-P4 002-P5 002-P6 002-P7 002-P8 002-D1 002-D2 002-R1 002-R2 002-R3 002-R4 002-V1 002-V2 002-V3 002-V4 002-V5 002-V6
002-V7 002-V8 002-V9 002-V10 002-V11 002-M1 002-M2 002-M3 002-M4 002-M5 002-M6 003-1 003-2 003-3 003-4 003-5 003-6 003-7 003-8 003-9
004-1 004-2 004-3 004-4 004-5 004-6 004-7 004-8 004-9 004-10 004-11 004-12 004-13 004-14 004-15 004-16 004-17 004-18 004-19 004-20 004-21
004-22 004-23 004-24 004-25 004-26 004-27 004-28 004-29 004-30 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14 b15 b16 b17 b18 b19 b20 b21
b22 b23 b24 b25 b26 b27 b28 b29 b30 b31 b32 b33 b34 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 c13 c14 c15 c16
""".split()  # noqa: SIM905 - read as the table that it is

BEFORE = {
    "000-1": "ui/test_prepare.py::test_add_puts_the_focus_in_a_name_that_is_free",
    "000-C1a": "core/test_value_table.py::test_who_is_absent_and_who_has_not_finished",
    "002-V1": "core/test_value_table.py::test_the_example_has_every_part",
    "002-V5": "test_cli.py::test_the_value_table_of_the_province",
    "002-V6": "test_resources.py::test_utrecht_template_is_the_published_table",
    "002-V7": "test_resources.py::test_utrecht_template_is_the_published_table",
    "002-M1": "test_resources.py::test_utrecht_template_is_the_published_table",
    "002-M2": "core/test_value_table.py::test_who_stands_alone_is_in_the_document_and_in_the_csv",
    "002-M3": "test_architecture.py::test_what_lies_in_resources_promises_no_mean_either",
    "002-M4": "core/test_value_table.py::test_a_session_with_one_voice_has_no_pictures_and_says_why",
    "b1": "ui/test_blind.py::test_nothing_of_a_blind_answer_is_anywhere",
    "b2": "core/test_talk.py::test_the_lowest_and_the_highest_speak_first_the_smaller_camp_before_the_larger",
    "b3": "core/test_talk_table.py::test_movement_names_who_moved_why_and_who_stayed",
    "b4": "core/test_divergence.py::test_no_judgement_is_no_level_and_not_absence",
    "b5": "ui/test_rate.py::test_a_reason_is_asked_for_at_the_end_of_the_scale",
    "b6": "core/test_talk_table.py::test_the_rules_say_when_rounds_were_opened_and_revealed",
    "b7": "ui/test_discuss.py::test_discuss_first_in_the_order_of_the_method",
    "b8": "core/test_talk_table.py::test_reasons_that_are_missing_and_conditions_of_the_majority",
    "b9": "core/test_talk_table.py::test_who_ruled_it_out_is_named_with_the_reason_and_in_the_legend",
    "b10": "ui/test_prepare.py::test_values_from_a_template",
    "b11": "ui/test_overview.py::test_one_discipline",
    "b12": "core/test_talk_table.py::test_what_was_said_stands_apart_by_kind",
    "b16": "ui/test_forms.py::test_a_second_reading_shows_nothing_of_the_first_and_then_what_differs",
    "b17": "core/test_edition.py::test_when_views_are_published",
    "b18": "ui/test_read_back.py::test_a_discipline_confirms_puts_right_and_consents",
    "b19": "ui/test_report.py::test_the_preview_is_the_pdf_itself_and_follows_what_changes",
    "b20": "test_resources.py::test_quickscan_has_four_values",
    "b21": "core/test_slides.py::test_the_agenda_says_where_we_are",
    "b24": "ui/test_report.py::test_the_public_edition_is_what_the_preview_shows_and_what_is_saved",
    "b25": "core/test_practice.py::test_every_discipline_has_a_card_in_both_languages",
    "b27": "core/test_value_table.py::test_who_is_absent_and_who_has_not_finished",
    "b28": "core/test_compare.py::test_who_moved_from_where_to_where",
    "b29": "ui/test_talk.py::test_planned_minutes_are_set_beside_the_actual",
    "b30": "ballots/test_forms.py::test_the_pdf_form_is_accessible",
    "b31": "ui/test_talk.py::test_facts_to_check_have_owner_date_and_tick",
    "b32": "core/test_divergence.py::test_state_is_always_a_known_word",
    "b33": "ui/test_blind.py::test_the_overview_draws_no_mark_and_counts_no_hidden_cell",
    "b34": "ui/test_guide.py::test_the_script_is_that_of_the_program_with_words_to_say",
    "c1": "ui/test_evening.py::test_a_whole_evening_in_two_windows",
    "c2": "test_architecture.py::test_what_lies_in_resources_promises_no_mean_either",
    "c3": "core/test_value_table.py::test_every_reason_outside_the_largest_group_and_every_minority_note_is_there",
    "c4": "core/test_slides.py::test_a_note_says_whose_it_is_and_whether_it_is_confirmed",
    "c5": "core/test_edition.py::test_no_planted_name_is_in_any_format",
    "c9": "core/test_compare.py::test_what_was_decided_met_and_done_then_and_now",
    "c10": "core/test_value_table.py::test_a_changed_definition_is_told_with_its_moment",
    "c11": "ui/test_rate.py::test_own_conduct_and_the_platform_are_told_apart",
    "c12": "core/test_compare.py::test_levels_of_another_scale_are_not_compared",
    "c13": "test_resources.py::test_utrecht_session_repeats_the_published_outcome_and_invents_nothing",
    "c14": "core/test_reach.py::test_without_a_platform_it_is_plain_who_is_missed",
    "c15": "core/test_divergence.py::test_eight_against_one_is_not_agreement",
    "c16": "export/test_pdf_valid.py::test_every_pdf_conforms",
}
"""Rows that another test holds: its file and name."""

LATER: dict[str, str] = {}
"""Rows that an open issue owns."""


# Rows that are held by records: what a facilitator does, and the words that must be in the minutes afterwards

P, D, V = "p1", "d1", "w1"
Recipe = Callable[[Workspace], list[str]]


def card(workspace: Workspace) -> list[str]:
    given = {"maker": "MAKER", "date": "2024-03-01", "source": "BRON", "status": "aangekondigd", "text": "TEKST", "meaning": "BETEKENIS"}
    workspace.add_row(Card, title="KAART", platform=P, **given)
    return ["KAART", "MAKER", "1 maart 2024", "BRON", "aangekondigd", "TEKST", "BETEKENIS", "ouder dan een jaar"]


def choice_of_another(workspace: Workspace) -> list[str]:
    workspace.add_row(Card, kind="keuze", title="ANDER", maker="OVERHEID", date="2026-02-01", outcome="pauze", text="WAAROM")
    return ["Keuzes van andere overheden", "ANDER", "OVERHEID", "1 februari 2026", "pauze", "WAAROM"]


def shipped_cards(*titles: str) -> Recipe:
    def take(workspace: Workspace) -> list[str]:
        rows = starter_cards(paths.read_json("cards.json"), workspace.session, "nl")
        workspace.add_rows(Card, rows)
        return [*titles]

    return take


def risk(workspace: Workspace) -> list[str]:
    given = {"area": "GEBIED", "text": "RISICO", "accepted": "nee", "measure": "MAATREGEL", "owner": "EIGENAAR", "date": "2027-01-01"}
    workspace.add_row(Risk, platform=P, **given)
    return ["GEBIED", "RISICO", "niet aanvaard", "MAATREGEL", "EIGENAAR", "1 januari 2027"]


def fit(workspace: Workspace) -> list[str]:
    workspace.add_row(Purpose, name="GEBRUIK", kind="gebruik")
    workspace.add_row(Purpose, name="GROEP", kind="doelgroep", note="VERSCHIL")
    first, second = (each.id for each in workspace.session.rows(Purpose)[-2:])
    workspace.fill(Fit, (first, P), suits="nee", text="VERTROUWELIJK")
    workspace.fill(Fit, (second, P), suits="mits", text="SAMEN")
    return ["GEBRUIK", "GROEP", "VERSCHIL", "nee", "ja, mits", "VERTROUWELIJK", "SAMEN"]


def ways(workspace: Workspace) -> list[str]:
    workspace.add_row(Route, message="BERICHT", audience="MENSEN", platform=P, crisis=True)
    workspace.add_row(Route, message="BERICHT", audience="MENSEN", channel="BALIE", medium="fysiek", without="stroom telecom", crisis=True)
    workspace.add_row(Route, message="ENKEL", audience="JONGEREN", platform=P)
    return [
        "BERICHT", "MENSEN", "BALIE (fysiek; werkt zonder stroom, telefoon en internet)", "Hangt aan één weg: • ENKEL → JONGEREN",
        "Als platform 1 wegvalt", "BERICHT → MENSEN: alleen nog via BALIE.", "ENKEL → JONGEREN: komt niet meer aan.",
    ]  # fmt: skip


def outcome(key: str, word: str, scope: str) -> Recipe:
    def decide(workspace: Workspace) -> list[str]:
        workspace.fill(Decision, (P,), outcome=key, scope=scope)
        return [f"{word}: {scope}"]

    return decide


def decision(workspace: Workspace) -> list[str]:
    given = {"can": "mits", "can_text": "WET", "want": "nee", "want_text": "WAARDEN", "outcome": "afbouwen", "conditions": "EERST\nDAARNA"}
    who = {"decider": "COLLEGE", "capacity": "ORGAAN", "decided": "2026-04-07", "review": "2027-04-07", "sentence": "ZIN"}
    workspace.fill(Decision, (P,), **given, **who)
    return [
        "Afbouwen", "Kan het? ja, mits. WET", "Willen we het? nee. WAARDEN", "EERST", "DAARNA",
        "Wie besluit: COLLEGE, ORGAAN, 7 april 2026", "Aan het publiek: ZIN", "Opnieuw wegen op: 7 april 2027",
    ]  # fmt: skip


def threshold(kind: str, word: str) -> Recipe:
    def agree(workspace: Workspace) -> list[str]:
        given = {"rule": f"REGEL {kind}", "sign": "TEKEN", "date": "2027-05-01", "met": "ja", "note": "GEZIEN"}
        workspace.add_row(Threshold, platform=P, kind=kind, **given)
        return [f"REGEL {kind}", word, "TEKEN", "1 mei 2027", "bereikt", "GEZIEN"]

    return agree


def action(workspace: Workspace) -> list[str]:
    workspace.add_row(Action, text="LATER", necessity="wenselijk", importance="groot")
    given = {"kind": "gedrag", "necessity": "noodzakelijk", "importance": "gewoon", "owner": "TEAM", "date": "2027-02-01"}
    workspace.add_row(Action, text="EERST DIT", platform=P, value=V, **given)
    return ["EERST DIT", "platform 1", "waarde 1", "eigen gedrag", "noodzakelijk", "TEAM", "1 februari 2027", "LATER"]


def conflicting_reasons(workspace: Workspace) -> list[str]:
    workspace.fill(Stance, (P, "d1"), stance="mee", value="w1", text="REDEN EEN")
    workspace.fill(Stance, (P, "d2"), stance="mits", value="w2", text="REDEN TWEE")
    return ["Zelfde besluit, andere redenen: discipline 1 noemt waarde 1; discipline 2 noemt waarde 2.", "REDEN EEN", "REDEN TWEE"]


def figures(workspace: Workspace) -> list[str]:
    for number, date in (("12.450", "2026-11-01"), ("11.900", "2025-11-01")):
        workspace.add_row(Figure, platform=P, measure="volgers", number=number, date=date)
    workspace.add_row(Figure, platform=P, measure="reacties", number="310", date="2026-11-01")
    return ["volgers 12.450 (1 november 2026); eerder 11.900 (1 november 2025).", "reacties 310"]


def account(workspace: Workspace) -> list[str]:
    workspace.add_row(
        Account, platform=P, name="@ACCOUNT", manager="BEHEER", project=True, goal="werk", audience="LEZERS", policy="nee", comments="uit",
        aim="participatie", activity="ACTIVITEIT", norm="NORM", traffic="netwerk", strategies="dialoog", effect="EFFECT", number="61",
        date="2025-12-31",
    )  # fmt: skip
    return [
        "@ACCOUNT", "projectaccount", "BEHEER", "ons werk laten zien", "LEZERS", "niet in lijn met beleid", "reacties uit", "participatie",
        "ACTIVITEIT", "norm: NORM", "in een netwerk", "in gesprek gaan", "EFFECT 61 (31 december 2025)",
    ]  # fmt: skip


def evaluation(workspace: Workspace) -> list[str]:
    workspace.fill(FollowUp, (1,), date="2027-03-11", owner="WIE")
    return ["Wij evalueren op: 11 maart 2027, WIE"]


RECIPES: dict[str, tuple[Recipe, ...]] = {
    "000-4": (card, shipped_cards("DPIA en mensenrechtentoets op Facebookpagina's", "Eigendom van TikTok staat onder toezicht",
                                  "Het Rijk blijft op Facebook en Instagram", "Toezicht op moderatie bij X loopt nog")),
    "000-C1c": (risk,),
    "000-C2a": (fit,),
    "000-C2b": (fit,),
    "000-C2c": (fit,),
    "000-C3a": (ways,),
    "000-C3b": (ways,),
    "000-C5": (evaluation,),
    "000-C9a": (ways,),
    "000-C9b": (ways,),
    "000-G1": (outcome("beperkt", "Beperkt gebruik", "eigen kanalen eerst"),),
    "000-G2": (outcome("niet", "Niet inzetten", "voor jongeren"),),
    "000-Q4": (risk,),
    "000-S2": (decision,),
    "001-1": (decision,),
    "001-3": (ways,),
    "001-O3": (account,),
    "001-T1": (account,),
    "001-T3": (account,),
    "002-P5": (figures,),
    "002-P7": (figures,),
    "002-D1": (choice_of_another, shipped_cards("Overijssel stopt op X", "Provincies zetten reacties op X uit")),
    "002-R1": (shipped_cards("Oproep om TikTok niet te gebruiken", "Nog geen advies van het Rijk over X en Meta",
                             "Voorlichtingsraad (VoRa)", "Werkagenda Waardengedreven Digitaliseren"),),
    "002-R2": (shipped_cards("Digitalemarktenverordening (DMA)", "Digitaledienstenverordening (DSA)", "Voorlopig oordeel over X"),),
    "002-R3": (shipped_cards("CODIO in de eigen visie", "Concept beleidskader digitale autonomie", "Advies van de VNG aangekondigd"),),
    "002-R4": (card,),
    "002-V3": (threshold("uitstap", "uitstapdrempel"),),
    "002-V4": (threshold("instap", "instapdrempel"),),
    "002-V9": (action,),
    "004-1": (account,),
    "004-5": (account,),
    "004-21": (figures,),
    "b13": (action,),
    "b14": (action,),
    "b22": (decision,),
    "b26": (card,),
    "c6": (conflicting_reasons,),
    "c7": (threshold("uitstap", "uitstapdrempel"), threshold("instap", "instapdrempel")),
    "c8": (outcome("pauze", "Pauze", "tot de zomer"), outcome("plaatshouder", "Alleen plaatshouder", "tegen nabootsing")),
}  # fmt: skip

PROMPTS = samples.prompts()
ASKED = {row: [each for each in PROMPTS.prompts() if row in each.rows] for row in IDS}


@pytest.fixture
def workspace(open_workspace: Callable[[Session], Workspace]) -> Workspace:
    return open_workspace(samples.grid(2, 2, 2, title="Sessie", date="2026-03-12"))


def words(thing: Any) -> Iterator[str]:
    """Every text of a document, block by block."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from words(each)
    elif hasattr(thing, "items") and not isinstance(thing, dict):
        yield from (f"• {each}" for each in thing.items)
    elif isinstance(thing, Document | Block) or hasattr(thing, "__dataclass_fields__"):
        fields = list(thing.__dataclass_fields__)
        for name in sorted(set(fields) - {"style", "symbol", "note_symbol"}, key=lambda each: (each != "lead", fields.index(each))):
            yield from words(getattr(thing, name))


def told(workspace: Workspace) -> str:
    return " ".join(part for part in words(minutes(workspace.session, workspace.labels, workspace.prompts).sections) if part)


def answer(workspace: Workspace, prompt: Prompt, per: str) -> list[str]:
    """Answer a question with everything that it asks for; the words that must come back."""
    platform = P if per == "platform" else ""
    chosen = list(prompt.options if prompt.many else prompt.options[:1])
    given = {"choice": " ".join(each.key for each in chosen), "text": f"ANTWOORD {prompt.id}"}
    given |= {"date": "2027-01-02"} if prompt.date else {}
    given |= {"owner": "IEMAND"} if prompt.owner else {}
    assert workspace.answer(prompt, platform, **given) is None
    expected = [prompt.question, f"ANTWOORD {prompt.id}", *(each.label for each in chosen[1:])]
    expected += [f"{prompt.date.rstrip('?: ')}: 2 januari 2027"] if prompt.date else []
    return expected + ([f"{prompt.owner.rstrip('?: ')}: IEMAND"] if prompt.owner else [])


PER = {prompt.id: group.per for group in PROMPTS.groups for prompt in group.prompts}


@pytest.mark.parametrize("row", [row for row in IDS if ASKED[row] or row in RECIPES])
def test_what_is_filled_in_is_found_back_in_the_minutes(row: str, workspace: Workspace) -> None:
    expected: list[str] = []
    for prompt in ASKED[row]:
        expected += answer(workspace, prompt, PER[prompt.id])
    found = told(workspace)
    for recipe in RECIPES.get(row, ()):  # one after the other: some write over the same decision
        expected = [*expected, *recipe(workspace)]
        found += told(workspace)
    assert expected
    assert not [text for text in expected if text not in found]


@pytest.mark.parametrize("row", sorted(BEFORE))
def test_what_another_test_holds_is_there(row: str) -> None:
    file, name = BEFORE[row].split("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_every_row_has_somebody_who_holds_it() -> None:
    assert len(IDS) == len(set(IDS)) == 176
    held = {*RECIPES, *BEFORE, *LATER, *(row for row in IDS if ASKED[row])}
    assert [row for row in IDS if row not in held] == []
    assert not held - set(IDS)
    assert not set(LATER) & {*RECIPES, *BEFORE}


def test_every_question_is_of_a_known_row() -> None:
    assert not [each.id for each in PROMPTS.prompts() if not set(each.rows) <= set(IDS)]


def test_an_untouched_session_has_nothing_around_its_table(workspace: Workspace) -> None:
    document = minutes(workspace.session, workspace.labels, workspace.prompts)
    heads = [block.text for section in document.sections for block in section.blocks if isinstance(block, Heading) and block.level == 1]
    assert [head.split(" ", 1)[1] for head in heads[1:]] == [
        workspace.labels(f"minutes.part_{part}") for part in ("rules", "table", "values", "account")
    ]
