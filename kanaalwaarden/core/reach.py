"""By which ways a message reaches a group, and what is left without a platform or when something fails (000-C3b, C9, c14)."""

from collections.abc import Collection
from dataclasses import dataclass

from kanaalwaarden.core.model import Route, Session
from kanaalwaarden.core.text import same_name

GONE, ONE, MORE = "weg", "een", "meer"


@dataclass(frozen=True, slots=True)
class Reached:
    """One message to one group: every way there is, and those that still work."""

    message: str
    audience: str
    crisis: bool
    ways: tuple[Route, ...]
    left: tuple[Route, ...]

    @property
    def state(self) -> str:
        """'weg' (no way left), 'een' (one left) or 'meer'."""
        return MORE if len(self.left) > 1 else ONE if self.left else GONE

    @property
    def lost(self) -> bool:
        """Whether a way was lost."""
        return len(self.left) < len(self.ways)


def way_name(session: Session, route: Route) -> str:
    """The name of the platform, or of the channel."""
    return session.platform(route.platform).name if route.platform else route.channel


def switch_off(session: Session, platforms: Collection[str], failures: Collection[str] = ()) -> list[Reached]:
    """Every message to every group, with what is left of its ways without these platforms, and where these things fail."""
    groups: dict[tuple[str, str], list[Route]] = {}
    for route in session.rows(Route):
        if (route.message or route.audience) and (route.platform or route.channel):
            groups.setdefault((same_name(route.message), same_name(route.audience)), []).append(route)
    return [
        Reached(
            ways[0].message,
            ways[0].audience,
            any(each.crisis for each in ways),
            tuple(ways),
            tuple(each for each in ways if each.platform not in platforms and set(failures) <= set(each.without.split())),
        )
        for ways in groups.values()
    ]


def dependent(session: Session) -> list[Reached]:
    """What hangs on one way, or on one platform; and in a crisis what has no way outside the big platforms."""
    found = []
    for each in switch_off(session, ()):
        runs_by = {(route.platform, same_name(route.channel) if not route.platform else "") for route in each.ways}
        outside = [route for route in each.ways if not route.platform or session.platform(route.platform).kind != "platform"]
        if len(runs_by) == 1 or (each.crisis and not outside):
            found.append(each)
    return found
