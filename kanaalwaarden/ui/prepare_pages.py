"""The lists of Voorbereiden with the editor of the current record beside them: values, platforms, disciplines."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.core import intents
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Discipline, Listed, Platform, Value
from kanaalwaarden.core.text import same_name
from kanaalwaarden.ui.flow import Flow
from kanaalwaarden.ui.prepare_editors import DisciplineEditor, Editor, PlatformEditor, ValueEditor, yielding
from kanaalwaarden.ui.prepare_lists import Row, RowDelegate, RowList, RowsModel
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, EmptyState, Segments, TroubleLine, button, label, open_at
from kanaalwaarden.ui.workspace import Changed, Workspace

NARROW = 900
_SHOWN = 400  # characters of a long text that are worth measuring for one line


class ListPage(QWidget):
    """A list of records with the editor of the current one beside it, or as a second page where there is no room (F6)."""

    KIND: type[Any]

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        self._narrow = False
        self.model = RowsModel(self)
        self.editor = self.make_editor()
        self.editor.removing.connect(self.remove)
        self.editor.moving.connect(lambda place: self.move_to(self.editor.record_id, place))
        self.list = RowList(theme, self.list_name())
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.make_delegate())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.list.moved.connect(self.move_to)
        self.list.removing.connect(self.remove)
        self.list.adding.connect(self.add)
        self.list.entered_row.connect(lambda: self.show_editor(True))
        self.list.menu_asked.connect(self._menu)
        self.empty = EmptyState(theme, self.empty_sentence(), self.add_word(), "plus")
        self.empty.pressed.connect(self.add)
        self._problem = yielding(TroubleLine(theme, "secondary"))
        self._build()

    # What differs per list

    def make_editor(self) -> Editor:
        raise NotImplementedError

    def make_delegate(self) -> RowDelegate:
        raise NotImplementedError

    def list_name(self) -> str:
        raise NotImplementedError

    def add_word(self) -> str:
        raise NotImplementedError

    def new_name(self) -> str:
        raise NotImplementedError

    def empty_sentence(self) -> str:
        raise NotImplementedError

    def advice(self) -> str:
        """One sentence at the right of the buttons."""
        return ""

    def records(self) -> list[Any]:
        raise NotImplementedError

    def row(self, number: int, record: Any) -> Row:
        raise NotImplementedError

    def more_buttons(self, row: QLayout) -> None:
        """Other ways to fill the list."""

    # Building

    def _build(self) -> None:
        theme = self.theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.space(7), theme.space(4), theme.space(7), theme.space(4))
        whole.setSpacing(theme.space(4))
        self.pages = Segments(theme, [("list", self.tr("List")), ("editor", self.tr("Edit"))], self.tr("Shown"))
        self.pages.chosen.connect(lambda key: self.show_editor(key == "editor"))
        whole.addWidget(self.pages)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.space(6))
        whole.addLayout(self._columns, 1)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.space(4))
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        buttons = QWidget()
        flow = Flow(buttons, theme.space(3), theme.space(2))
        self.add_button = button(theme, self.add_word(), "plus")
        self.add_button.clicked.connect(self.add)
        flow.addWidget(self.add_button)
        self.more_buttons(flow)
        row.addWidget(buttons)
        advice = label(theme, self.advice(), "secondary", muted=True)
        advice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(advice, 1)
        left.addLayout(row)
        left.addWidget(self._problem)
        card = Card()
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        left.addWidget(card, 1)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self.editor)
        self.pages.hide()
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Narrow, also while list and editor stand side by side: they are laid out anew when it gets narrow."""
        return QSize(round(self.theme.scaled(300)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.theme.width_class(self.width()) < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self.pages.show_key("editor" if self._in_editor() else "list")
            self._lay_out()

    def _lay_out(self) -> None:
        """Side by side, or one of the two."""
        shown, narrow = bool(self.model.rows), self._narrow
        self.pages.setVisible(narrow and shown)
        on_editor = narrow and shown and self.pages.key == "editor"
        self._left.setVisible(not on_editor)
        self.editor.setVisible(shown and (on_editor or not narrow))
        self.editor.setMinimumWidth(0 if narrow else round(self.theme.scaled(336)))
        self.editor.setMaximumWidth(16_777_215 if narrow else round(self.theme.scaled(336)))
        self._stack.setCurrentWidget(self.list if shown else self.empty)

    def show_editor(self, wanted: bool) -> None:
        """Go to the fields of the current record, or back to the list."""
        if not self.model.rows:
            return
        self.pages.show_key("editor" if wanted else "list")
        self._lay_out()
        (self.editor.name if wanted else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 goes to the other side; Escape in the fields goes back to the list."""
        in_editor = self._in_editor()
        if event.key() == Qt.Key.Key_F6 or (event.key() == Qt.Key.Key_Escape and in_editor):
            self.show_editor(not in_editor)
        else:
            super().keyPressEvent(event)

    def _in_editor(self) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.editor.isAncestorOf(focus)

    # Showing

    def show_session(self, changed: Changed) -> None:
        """Show the records of the session; the selection stays where it was, or goes to the one that came back."""
        if "opened" in changed.what or changed.edits:
            self.tell(None)
        records = self.records()
        self.model.show_rows([self.row(number, record) for number, record in enumerate(records, 1)])
        read_only = self.workspace.read_only
        why = self.workspace.labels.problem(Refused("session_read_only")) if read_only else ""
        for each in self.buttons():
            each.setEnabled(not read_only)
            each.setToolTip(why)
        self.list.set_movable(not read_only)
        self.editor.set_read_only(read_only, why)
        back = [edit.after.id for edit in changed.edits if edit.before is None and isinstance(edit.after, self.KIND)]
        if back:
            self.select(back[-1])
        elif records and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self._show_current()
        self._lay_out()

    def buttons(self) -> list[Any]:
        """What is off in a session that can only be read."""
        return [self.add_button, *([self.empty.button] if hasattr(self.empty, "button") else [])]

    def _show_current(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.editor.show_record(self.list.key, index.row(), len(self.model.rows))

    def select(self, key: str) -> None:
        """Make this record the current one."""
        place = self.model.place(key)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))

    def tell(self, problem: Refused | None) -> None:
        """Say above the list why something could not be done."""
        self._problem.tell(self.workspace.labels.problem(problem) if problem else "")

    # Doing

    def add(self) -> None:
        """Add a record with a name that is still free, and put the focus in that name."""
        taken = {same_name(each.name) for each in self.records()}
        name = self.new_name()
        if same_name(name) in taken:
            name = next(made for number in range(2, 1000) if same_name(made := f"{name} {number}") not in taken)
        refused = self.workspace.add(self.KIND, name)
        self.tell(refused)
        if refused is None:
            self.show_session(Changed(frozenset()))
            self.select(self.records()[-1].id)
            self.show_editor(True)
            self.editor.name.selectAll()

    def move_to(self, key: str, place: int) -> None:
        """Put a record at another place of the list."""
        record = self.workspace.session.get(self.KIND, (key,))
        if record is not None and 0 <= place < len(self.model.rows):
            self.tell(self.workspace.move(record, place))
            self.list.scrollTo(self.list.currentIndex())

    def remove(self) -> None:
        """Remove the current record; ask first only if answers go with it."""
        record = self.workspace.session.get(self.KIND, (self.list.key,))
        if record is None:
            return
        if self.workspace.read_only:
            self.tell(Refused("session_read_only"))
            return
        answers = intents.answers_with(self.workspace.session, record)
        if answers and not self.may_remove(record, answers):
            return
        self.tell(self.workspace.remove(record))
        if not self.model.rows:
            self._lay_out()
            self.empty.button.setFocus()
        elif not self.list.hasFocus():
            self.show_editor(False)

    def may_remove(self, record: Listed, answers: int) -> bool:
        """Ask whether the answers may go as well."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove"))
        box.setText(self.tr("Remove ‘{name}’?").format(name=record.name))
        box.setInformativeText(self.tr("%n rating(s) will go with it. You can undo this with Ctrl+Z.", "", answers))
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        chosen = box.clickedButton() is yes
        box.deleteLater()
        return chosen

    def _menu(self, at: QPoint) -> None:
        if self.workspace.read_only:
            return
        menu = QMenu(self)
        place = self.list.currentIndex().row()
        choices: list[tuple[str, Callable[[], None], bool]] = [
            (self.tr("Edit\tF2"), lambda: self.show_editor(True), True),
            (self.tr("Up\tAlt+Up"), lambda: self.move_to(self.list.key, place - 1), place > 0),
            (self.tr("Down\tAlt+Down"), lambda: self.move_to(self.list.key, place + 1), place < len(self.model.rows) - 1),
            (self.tr("Remove\tDel"), self.remove, True),
        ]
        for text, act, possible in choices:
            action = menu.addAction(text)
            action.triggered.connect(act)
            action.setEnabled(possible)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


class ValuesPage(ListPage):
    """The values with what they mean."""

    KIND = Value

    def make_editor(self) -> Editor:
        return ValueEditor(self.workspace, self.theme)

    def make_delegate(self) -> RowDelegate:
        return RowDelegate(self.theme, 2, 136, self)

    def list_name(self) -> str:
        return self.tr("Values")

    def add_word(self) -> str:
        return self.tr("Add value")

    def new_name(self) -> str:
        return self.tr("New value")

    def empty_sentence(self) -> str:
        return self.tr("There are no values yet. A value says what you want to stand for.")

    def advice(self) -> str:
        return self.tr("At most eight fit in 150 minutes")

    def records(self) -> list[Any]:
        return self.workspace.session.values

    def row(self, number: int, record: Any) -> Row:
        lines = ((record.definition[:_SHOWN], False), (record.question[:_SHOWN], True))
        labels = self.workspace.labels
        aside = f"{labels(f'kind.{record.kind}')}\n{labels(f'origin.{record.origin}')}"
        return Row(record.id, str(number), record.name, lines, aside)

    def more_buttons(self, row: QLayout) -> None:
        self.template_button = button(self.theme, self.tr("From a template…"), "import")
        self.template_button.clicked.connect(self.take_from_template)
        row.addWidget(self.template_button)

    def buttons(self) -> list[Any]:
        return [*super().buttons(), self.template_button]

    def take_from_template(self) -> None:
        """Add the values that somebody picks from the templates."""
        for value in ValuePicker.ask(self, self.theme, self.workspace):
            refused = self.workspace.add(
                Value, value.name, short_name=value.short_name, definition=value.definition, question=value.question, kind=value.kind,
                origin=value.origin, source=value.source,
            )  # fmt: skip
            if refused is not None:
                self.tell(refused)
                break
        if self.model.rows:
            self.select(self.model.rows[-1].key)
            self.list.setFocus()


class PlatformsPage(ListPage):
    """The platforms and channels with how they are used."""

    KIND = Platform

    def make_editor(self) -> Editor:
        return PlatformEditor(self.workspace, self.theme)

    def make_delegate(self) -> RowDelegate:
        return RowDelegate(self.theme, 1, 150, self)

    def list_name(self) -> str:
        return self.tr("Platforms")

    def add_word(self) -> str:
        return self.tr("Add platform")

    def new_name(self) -> str:
        return self.tr("New platform")

    def empty_sentence(self) -> str:
        return self.tr("There are no platforms yet. Your own channels and open alternatives belong here too.")

    def advice(self) -> str:
        return self.tr("Own channels and open alternatives too")

    def records(self) -> list[Any]:
        return self.workspace.session.platforms

    def row(self, number: int, record: Any) -> Row:
        lines = ((record.practice[:_SHOWN], False),)
        return Row(record.id, str(number), record.name, lines, self.workspace.labels(f"platform_kind.{record.kind}"))


class DisciplinesPage(ListPage):
    """Who judges."""

    KIND = Discipline

    def make_editor(self) -> Editor:
        return DisciplineEditor(self.workspace, self.theme)

    def make_delegate(self) -> RowDelegate:
        return RowDelegate(self.theme, 1, 70, self)

    def list_name(self) -> str:
        return self.tr("Disciplines")

    def add_word(self) -> str:
        return self.tr("Add discipline")

    def new_name(self) -> str:
        return self.tr("New discipline")

    def empty_sentence(self) -> str:
        return self.tr("There are no disciplines yet. A discipline is a subject that judges, not a person.")

    def advice(self) -> str:
        return self.tr("The order is the order of the seats in the table")

    def records(self) -> list[Any]:
        return self.workspace.session.disciplines

    def row(self, number: int, record: Any) -> Row:
        aside = self.tr("absent") if record.absent else ""
        return Row(record.id, record.code, record.name, ((record.people, False),), aside, boxed=True, idle=record.absent)


class ValuePicker(QDialog):
    """Values of the shipped templates, to take along."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Values from a template"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(4))
        self.question = label(theme, self.tr("Which values do you want to add? You can change every text afterwards."))
        column.addWidget(self.question)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Values from templates"))
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.space(0))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        column.addWidget(card, 1)
        boxes = QDialogButtonBox()
        self.take = button(theme, self.tr("Add"), primary=True)
        self.take.setEnabled(False)
        boxes.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        boxes.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        boxes.accepted.connect(self.accept)
        boxes.rejected.connect(self.reject)
        column.addWidget(boxes)
        self._values: list[Value] = []
        self._fill(workspace, theme)
        self.list.itemChanged.connect(lambda _: self._count())
        self.list.setCurrentRow(1)
        open_at(self, theme, 560, 430)

    def _fill(self, workspace: Workspace, theme: Theme) -> None:
        """Every value once, under the first template that has it, if it is not in the session yet."""
        seen = {same_name(each.name) for each in workspace.session.values}
        for file in paths.templates().values():
            try:
                template = workspace.from_template(file)
            except Refused:
                continue  # an administrator may have put a file of his own there
            fresh = [each for each in template.values if same_name(each.name) not in seen]
            if not fresh:
                continue
            seen |= {same_name(each.name) for each in fresh}
            head = QListWidgetItem(template.case.title, self.list)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(theme.font("body", bold=True))
            for value in fresh:
                item = QListWidgetItem(f"{value.name}: {value.definition}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, len(self._values))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self._values.append(value)
        if not self._values:
            self.question.setText(self.tr("Every value of the templates is in the list already."))

    @property
    def chosen(self) -> list[Value]:
        """The values that are checked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        places = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._values[place] for place in places if place is not None]

    def _count(self) -> None:
        self.take.setEnabled(bool(self.chosen))

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, workspace: Workspace) -> list[Value]:
        """The values to add; none when cancelled."""
        dialog = cls(parent, theme, workspace)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen if accepted else []
        dialog.deleteLater()
        return chosen
