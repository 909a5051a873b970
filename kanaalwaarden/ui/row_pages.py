"""Lists of rows around the table with the editor of the current one beside it: what accounts, cards, risks and the like share."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Platform
from kanaalwaarden.core.series import gone, mark_of
from kanaalwaarden.ui.prepare_editors import Editor, yielding
from kanaalwaarden.ui.prepare_lists import Row, RowDelegate
from kanaalwaarden.ui.prepare_pages import ListPage
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import label
from kanaalwaarden.ui.workspace import Changed, Workspace

SHOWN = 400  # characters of a long text that are worth measuring for one line


class RowEditor(Editor):
    """The fields of one row."""

    KIND: type[Any]

    def heading(self, number: int, count: int) -> str:
        return self.tr("{number} of {count}").format(number=number, count=count)

    def record(self) -> Any:
        return self.workspace.session.get(self.KIND, (self._id,))

    def _send(self, group: str, **given: Any) -> Refused | None:
        record = self.record()
        return self.workspace.edit_row(record, group, **given) if record is not None else None

    # Choices that several editors have

    def words(self, field: str, keys: Sequence[str]) -> list[tuple[str, str]]:
        """The words of a fixed choice, '' as 'not chosen'."""
        labels = self.workspace.labels
        return [(key, labels(f"choice.{field}.{key}") if key else labels("choice.none")) for key in keys]

    def platforms(self, none: str = "") -> list[tuple[str, str]]:
        """The platforms of the session to choose from, after `none` if that is a word."""
        return [*([("", none)] if none else []), *((each.id, each.name) for each in self.workspace.session.platforms)]


class RowsPage(ListPage):
    """A list of rows, of the whole session or of one platform."""

    LINES = 2
    ASIDE = 150.0
    OF_PLATFORM = False
    """Whether the list is that of the platform that is shown."""
    INSIDE = False
    """Whether it stands inside another page, which has margins already."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        self.platform = ""
        super().__init__(workspace, theme, parent)
        self._gone = yielding(label(theme, "", "secondary", muted=True))
        self._gone.hide()
        inner, whole = self._left.layout(), self.layout()
        assert inner is not None, "the list has a layout"
        assert whole is not None, "the page has a layout"
        inner.addWidget(self._gone)
        if self.INSIDE:
            whole.setContentsMargins(0, 0, 0, 0)

    def make_delegate(self) -> RowDelegate:
        return RowDelegate(self.theme, self.LINES, self.ASIDE, self)

    def show_platform(self, platform: str) -> None:
        """Show the rows of this platform."""
        if platform != self.platform:
            self.platform = platform
            self._refill()

    def _refill(self) -> None:
        """Show the list again after another choice of what is in it."""
        self.show_session(Changed(frozenset()))

    def records(self) -> list[Any]:
        session = self.workspace.session
        return session.of(self.KIND, self.platform) if self.OF_PLATFORM else session.rows(self.KIND)

    def begins(self) -> dict[str, Any]:
        """What a new row has from the beginning."""
        return {"platform": self.platform} if self.OF_PLATFORM else {}

    def add(self) -> None:
        """Add a row, and put the focus in its first field."""
        refused = self.workspace.add_row(self.KIND, **self.begins())
        self.tell(refused)
        if refused is None:
            self._refill()
            self.select(self.records()[-1].id)
            self.show_editor(True)

    def move_to(self, key: str, place: int) -> None:
        """Put a row where the one at this place of the list stands."""
        shown = self.records()
        record = self.workspace.session.get(self.KIND, (key,))
        if record is not None and 0 <= place < len(shown):
            everything = [each.id for each in self.workspace.session.rows(self.KIND)]
            self.tell(self.workspace.move(record, everything.index(shown[place].id)))
            self.list.scrollTo(self.list.currentIndex())

    def show_session(self, changed: Changed) -> None:
        super().show_session(changed)
        names = [each.name for each in gone(self.workspace.session, [self.KIND.TABLE])] if not self.OF_PLATFORM else []
        self._gone.setText(self.tr("Gone since the earlier session: {names}").format(names="; ".join(names)) if names else "")
        self._gone.setVisible(bool(names))

    # How a row is told

    def made(self, number: int, record: Any, name: str, lines: Sequence[tuple[str, bool]], aside: str) -> Row:
        """A row; without a name it says so, and the mark of a session that goes on from another stands at the right."""
        mark = mark_of(self.workspace.session, record)
        word = self.workspace.labels(f"series.{mark}") if mark in ("new", "changed") else ""
        told = tuple((text[:SHOWN], muted) for text, muted in lines)
        return Row(record.id, str(number), name or self.tr("(not filled in yet)"), told, "\n".join(part for part in (aside, word) if part))

    def word(self, field: str, key: str) -> str:
        """The word of a choice, '' where nothing was chosen."""
        return self.workspace.labels(f"choice.{field}.{key}") if key else ""

    def platform_name(self, platform: str) -> str:
        """The name of a platform, '' for none."""
        found: Platform | None = self.workspace.session.get(Platform, (platform,))
        return found.name if found else ""


def joined(*parts: str) -> str:
    """Parts with a dot between them, without the empty ones."""
    return " · ".join(part for part in parts if part)
