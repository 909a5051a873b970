"""The weighing of a platform in words: which action first, who stands behind a decision, and whether for the same reasons.

Counts and names only: nothing in here adds disciplines up to a figure, and whoever stands alone is named.
"""

from kanaalwaarden.core.divergence import cell_of
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import IMPORTANCES, NECESSITIES, STANCES, Action, Discipline, Session, Stance
from kanaalwaarden.core.text import capital

SUPPORTING = ("mee", "mits")


def ordered_actions(session: Session, platform: str | None = None) -> list[Action]:
    """The actions, of one platform or all: open ones first, by necessity, then importance, then date; done ones last.

    Necessity x importance is an order of two words (method, step 9), not a product.
    """

    def order(action: Action) -> tuple[bool, int, int, str, int]:
        words = (_place(NECESSITIES, action.necessity), _place(IMPORTANCES, action.importance))
        return (action.done, *words, action.date or "9999", action.position)

    return sorted((each for each in session.rows(Action) if platform is None or each.platform == platform), key=order)


def _place(words: tuple[str, ...], word: str) -> int:
    """The place of a word in its list; what was not said comes last."""
    return words.index(word) if word else len(words)


def _held(session: Session, platform: str) -> list[tuple[Discipline, Stance]]:
    return [(session.discipline(each.discipline), each) for each in session.stances(platform) if each.stance]


def stance_sentence(session: Session, labels: Labels, platform: str) -> str:
    """'7 disciplines steunen het besluit; privacy steunt het niet.'; '' while nobody has said anything."""
    held = _held(session, platform)
    groups = {stance: [who for who, each in held if each.stance == stance] for stance in STANCES if stance}
    # The largest group by its number, everybody else by name: a dissenter is never a figure.
    largest = max(groups, key=lambda stance: len(groups[stance])) if held else ""
    parts = []
    for stance, who in groups.items():
        if not who:
            continue
        by_number = stance == largest and len(who) > 2 and len(who) > len(held) / 2
        count = len(who)
        names = labels("weigh.disciplines", count=count) if by_number else labels.names(who)
        parts.append(labels(f"weigh.stance.{stance}", count=count, names=names))
    silent = [each for each in session.disciplines if not each.absent and each.id not in {who.id for who, _ in held}]
    if parts and silent:
        parts.append(labels("weigh.silent", count=len(silent), names=labels.names(silent)))
    sentence = "; ".join(parts)
    return f"{capital(sentence)}." if sentence else ""


def same_decision(session: Session, labels: Labels, platform: str) -> str:
    """That those who support a decision do so for different values, or judged a cell of this platform at opposite ends; else ''.

    The reasons may even contradict each other (checklist, c6): the decision is the same, what it rests on is not.
    """
    supporters = [(who, each) for who, each in _held(session, platform) if each.stance in SUPPORTING]
    if len(supporters) < 2:
        return ""
    told = []
    grounds: dict[str, list[Discipline]] = {}
    for who, each in supporters:
        if each.value:
            grounds.setdefault(each.value, []).append(who)
    if len(grounds) > 1:
        ordered = [(value, grounds[value.id]) for value in session.values if value.id in grounds]
        parts = [labels("weigh.ground", count=len(who), names=labels.names(who), value=value.name) for value, who in ordered]
        told.append(labels("weigh.same_other_reasons", parts="; ".join(parts)))
    opposed = _opposed(session, labels, platform, [who for who, _ in supporters])
    if opposed:
        told.append(labels("weigh.same_opposed", parts="; ".join(opposed)))
    return " ".join(told)


def _opposed(session: Session, labels: Labels, platform: str, supporters: list[Discipline]) -> list[str]:
    """Per value the supporters at either end of the scale, where there are some at both."""
    ids = {each.id for each in supporters}
    found = []
    for value in session.values:
        cell = cell_of(session, value, session.platform(platform), session.rounds[-1])
        ends = [
            [who for who, rating in cell.ratings if who.id in ids and rating is not None and rating.effect == level]
            for level in (cell.levels[0], cell.levels[-1])
        ]
        if all(ends):
            low, high = (labels.names(who) for who in ends)
            words = (labels.short(cell.levels[0]), labels.short(cell.levels[-1]))
            found.append(labels("weigh.opposed", value=value.name, low=low, low_word=words[0], high=high, high_word=words[1]))
    return found
