"""Who is reached by which way, and the rehearsal: switch a platform off, and see what no longer reaches whom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from kanaalwaarden.core.model import FAILURES
from kanaalwaarden.core.reach import GONE, MORE, ONE, Reached, dependent, switch_off, way_name
from kanaalwaarden.ui.around_rows import RoutesPage
from kanaalwaarden.ui.flow import Flow
from kanaalwaarden.ui.prepare_lists import Row, RowDelegate, RowsModel
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, EmptyState, Segments, label
from kanaalwaarden.ui.workspace import Changed, Workspace


class Rehearsal(QWidget):
    """What is switched off, and what is left of every message to every group."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._platform = ""
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self._offered: list[tuple[tuple[str, str], str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(label(theme, self.tr("Switched off, for this rehearsal only:"), "secondary", bold=True))
        self._choices = QWidget()
        self._flow = Flow(self._choices, theme.space(5), 0)
        column.addWidget(self._choices)
        self.told = label(theme, "")
        column.addWidget(self.told)
        self._rows = RowsModel(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setItemDelegate(RowDelegate(theme, 1, 140, self))
        self.view.setAccessibleName(self.tr("What is left of every message"))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.empty = EmptyState(theme, self.tr("There are no ways yet. Note them under Ways; then see here what is lost."))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        inside.addWidget(self.empty)
        column.addWidget(card, 1)

    def show_platform(self, platform: str) -> None:
        """Begin with this platform switched off."""
        if platform != self._platform:
            self._platform = platform
            self._offer()
            for (kind, key), box in self.boxes.items():
                box.setChecked(kind == "platform" and key == platform)

    def _offer(self) -> None:
        labels = self._workspace.labels
        offered = [(("platform", each.id), each.name) for each in self._workspace.session.platforms]
        offered += [(("failure", key), labels(f"choice.failure.{key}")) for key in FAILURES]
        if offered == self._offered:
            return
        self._offered = offered
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.setParent(None)
            box.deleteLater()
        self.boxes = {}
        for key, name in offered:
            box = QCheckBox(name.replace("&", "&&"))
            box.setFont(self._theme.font("body"))
            box.setMinimumHeight(round(self._theme.size("hit_min")))
            box.toggled.connect(lambda _: self.refresh())
            self.boxes[key] = box
            self._flow.addWidget(box)

    def refresh(self) -> None:
        """Read again what is left."""
        self._offer()
        session = self._workspace.session
        off = {key for (kind, key), box in self.boxes.items() if kind == "platform" and box.isChecked()}
        failing = {key for (kind, key), box in self.boxes.items() if kind == "failure" and box.isChecked()}
        found = switch_off(session, off, failing)
        hanging = {(each.message, each.audience) for each in dependent(session)}
        order = {GONE: 0, ONE: 1, MORE: 2}
        found.sort(key=lambda each: (not each.lost, order[each.state]))
        self._rows.show_rows([self._row(number, each, hanging) for number, each in enumerate(found, 1)])
        gone = [each for each in found if each.state == GONE]
        if not (off or failing):
            told = self.tr("%n message(s) hang on a single way.", "", len(hanging))
        elif gone:
            what = "; ".join(f"{each.message} → {each.audience}" for each in gone[:4])
            told = self.tr("%n message(s) no longer arrive: {what}.", "", len(gone)).format(what=what + ("; …" if len(gone) > 4 else ""))
        else:
            told = self.tr("Every message still arrives by some way.")
        self.told.setText(told)
        self.told.setVisible(bool(found))
        self.view.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _row(self, number: int, reached: Reached, hanging: set[tuple[str, str]]) -> Row:
        session = self._workspace.session
        left = ", ".join(way_name(session, each) for each in reached.left)
        words = {GONE: self.tr("no longer arrives"), ONE: self.tr("one way left"), MORE: self.tr("more ways left")}
        aside = [words[reached.state] if reached.lost else self.tr("as it was")]
        aside += [self.tr("hangs on one way")] if (reached.message, reached.audience) in hanging else []
        told = self.tr("by {ways}").format(ways=left) if left else self.tr("was by {ways}").format(
            ways=", ".join(way_name(session, each) for each in reached.ways)
        )
        crisis_word = self.tr("crisis")
        crisis = f" ({crisis_word})" if reached.crisis else ""
        badge = "✗" if reached.state == GONE else "!" if reached.state == ONE and reached.lost else "✓"
        key = f"{reached.message}\n{reached.audience}"
        return Row(key, badge, f"{reached.message} → {reached.audience}{crisis}", ((told, False),), "\n".join(aside))


class ReachPanel(QWidget):
    """The rehearsal, and the ways that it works on."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = Segments(theme, [("off", self.tr("Switch off")), ("ways", self.tr("Ways"))], self.tr("Part of reach"))
        self.part.show_key("off")
        self.part.chosen.connect(lambda _: self._show())
        self.rehearsal = Rehearsal(workspace, theme)
        self.routes = RoutesPage(workspace, theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.rehearsal)
        self.pages.addWidget(self.routes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self.part)
        column.addWidget(self.pages, 1)

    def _show(self) -> None:
        self.pages.setCurrentIndex(1 if self.part.key == "ways" else 0)

    def show_platform(self, platform: str) -> None:
        """Begin with this platform."""
        self.routes.show_platform(platform)
        self.rehearsal.show_platform(platform)

    def refresh(self, changed: Changed) -> None:
        """Read again what is kept."""
        self.routes.show_session(changed)
        self.rehearsal.refresh()

    def pass_on(self) -> None:
        """Hand over what was typed."""
        self.routes.editor.form.pass_on()
