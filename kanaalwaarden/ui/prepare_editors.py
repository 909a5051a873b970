"""The fields of Voorbereiden: what one value, platform, discipline or the case says. What is typed goes straight to the workspace."""

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import LANGUAGES, Case, DefinitionChange, Discipline, Listed, Platform, Value
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, Combo, Labelled, LineField, TextField, icon_button, label
from kanaalwaarden.ui.workspace import Workspace

_MOST_LINES = 8
_LOW = 400


def document_languages() -> list[tuple[str, str]]:
    """The languages in which documents can be made, each by its own name."""
    names = {"nl": "Nederlands", "en": "English"}
    return [(key, names[key]) for key in LANGUAGES if (paths.resources() / "labels" / f"{key}.json").is_file()]


_Label = TypeVar("_Label", bound=QLabel)


def yielding(text: _Label) -> _Label:
    """Let a label be narrower than its longest word: a name without spaces must not push a panel wider than its place."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(text.wordWrap())
    text.setSizePolicy(policy)
    return text


class Choice(QWidget):
    """One of several words. Read-only it is the word alone, without an edge."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, words: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = Combo()
        self._combo.setAccessibleName(name)
        self._combo.setFont(theme.font("body"))
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        self._combo.setMinimumHeight(round(theme.size("field")))
        self._offered: list[tuple[str, str]] = []
        self.offer(words)
        self._word = LineField(theme, name)
        _set_read_only(self._word, True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._combo)
        self._stack.addWidget(self._word)
        self.setFocusProxy(self._combo)
        self._combo.activated.connect(lambda place: self.chosen.emit(self._combo.itemData(place)))

    @property
    def key(self) -> str:
        """The choice that is shown."""
        return str(self._combo.currentData())

    def offer(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, word), without telling anyone."""
        if self._offered == list(words):
            return
        self._offered = list(words)
        self._combo.clear()
        for key, word in words:
            self._combo.addItem(word, key)

    def show_key(self, key: str) -> None:
        """Show this choice, without telling anyone."""
        self._combo.setCurrentIndex(max(0, self._combo.findData(key)))
        self._word.show_text(self._combo.currentText())

    def set_read_only(self, read_only: bool) -> None:
        """Show the word alone."""
        self._stack.setCurrentIndex(1 if read_only else 0)
        self.setFocusProxy(self._word if read_only else self._combo)


class Check(QCheckBox):
    """A check box that can be read-only and still be read: not grey, but it does not change."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.font("body"))
        self.setMinimumHeight(round(theme.size("hit_min")))
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        """Whether it stays as it is."""
        self._read_only = read_only

    def nextCheckState(self) -> None:
        if not self._read_only:
            super().nextCheckState()

    def show_checked(self, checked: bool) -> None:
        """Show what is kept, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(checked)


class Radio(QRadioButton):
    """A radio button that can be read-only and still be read."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        """Whether it stays as it is."""
        self._read_only = read_only

    def nextCheckState(self) -> None:
        if not self._read_only:
            super().nextCheckState()


class Keys(QWidget):
    """Some of several words, as check boxes under each other. `chosen` tells the keys, with a space between them."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, words: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._boxes: dict[str, Check] = {}
        self._unknown: list[str] = []
        for key, word in words:
            box = Check(theme, word.replace("&", "&&"))
            box.setAccessibleName(f"{name}: {word}")
            box.toggled.connect(lambda _: self.chosen.emit(self.keys))
            self._boxes[key] = box
            column.addWidget(box)

    @property
    def keys(self) -> str:
        """What is chosen, in the order of the words; keys that nobody knows here stay."""
        return " ".join([*(key for key, box in self._boxes.items() if box.isChecked()), *self._unknown])

    def show_keys(self, keys: str) -> None:
        """Show what is kept, without telling anyone."""
        wanted = keys.split()
        self._unknown = [key for key in wanted if key not in self._boxes]
        for key, box in self._boxes.items():
            box.show_checked(key in wanted)

    def set_read_only(self, read_only: bool) -> None:
        """Whether it stays as it is."""
        for box in self._boxes.values():
            box.set_read_only(read_only)


class Number(QSpinBox):
    """A whole number within bounds. `changed` tells it when a person is done with it; the mouse wheel scrolls past it."""

    changed = Signal(int)

    def __init__(self, theme: Theme, name: str, least: int, most: int, step: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(theme.font("body"))
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(round(theme.size("field")))
        self.setMinimumWidth(round(theme.scaled(170)))  # its label stands above it on one line
        self.lineEdit().setTextMargins(round(theme.scaled(7)), 0, 0, 0)
        self.valueChanged.connect(self.changed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_number(self, number: int) -> None:
        """Show what is kept, without telling anyone."""
        if self.value() != number:
            with QSignalBlocker(self):
                self.setValue(number)


def _set_read_only(field: LineField | TextField, read_only: bool) -> None:
    if field.isReadOnly() != read_only:
        field.setReadOnly(read_only)
        field.style().unpolish(field)
        field.style().polish(field)


class GrowingField(TextField):
    """A text field as high as its text, within reason, so that it seldom scrolls inside a page that scrolls."""

    def __init__(self, theme: Theme, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, lines=lines, parent=parent)
        self._least = lines
        self._rest = self.minimumHeight() - lines * self.fontMetrics().lineSpacing()
        self.setFixedHeight(self.minimumHeight())
        self.textChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = math.ceil(self.document().size().height())
        lines = max(self._least, min(_MOST_LINES, needed))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        height = self._rest + lines * self.fontMetrics().lineSpacing()
        if height != self.height():
            self.setFixedHeight(height)


class Form(QWidget):
    """Fields of one record under each other. `send` passes a change on and tells why it was refused."""

    def __init__(self, workspace: Workspace, theme: Theme, send: Callable[..., Refused | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._send = send
        self._fields: dict[str, Labelled] = {}
        self._kept: dict[str, Any] = {}
        self._dates: set[str] = set()
        self._checks: dict[str, Check] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space(4))

    def line(
        self, name: str, text: str, hint: str = "", *, at_end: bool = False, words: Sequence[str] = (), layout: Any = None
    ) -> LineField:  # fmt: skip
        """A field of one line. `at_end` passes on only when somebody is done: for what is wrong as long as it is half typed.

        `words` are offered while somebody types; any other word does as well.
        """
        field = LineField(self._theme, text)
        if words:
            offer = QCompleter(list(words), field)
            offer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offer.setFilterMode(Qt.MatchFlag.MatchContains)
            offer.activated.connect(lambda word: self._pass(name, word, ""))
            field.setCompleter(offer)
        if at_end:
            field.editingFinished.connect(lambda: self._finished(name, field))
        else:
            field.edited.connect(lambda typed, group: self._pass(name, typed, group))
        self._place(name, text, field, hint, layout)
        return field

    def day(self, name: str, text: str, layout: Any = None) -> LineField:
        """A date as people write it; what is kept is shown in words."""
        field = self.line(name, text, at_end=True, layout=layout)
        field.setPlaceholderText(self.tr("14-11-2026"))
        self._dates.add(name)
        return field

    def keys(self, name: str, text: str, words: Sequence[tuple[str, str]]) -> Keys:
        """Some of several words."""
        field = Keys(self._theme, text, words)
        field.chosen.connect(lambda keys: self._pass(name, keys, ""))
        self._place(name, text, field, "", None)
        return field

    def text(self, name: str, text: str, lines: int, hint: str = "") -> TextField:
        """A field of running text."""
        field = GrowingField(self._theme, text, lines)
        field.edited.connect(lambda typed, group: self._pass(name, typed, group))
        self._place(name, text, field, hint, None)
        return field

    def choice(self, name: str, text: str, words: Sequence[tuple[str, str]], layout: Any = None) -> Choice:
        """One of several words."""
        field = Choice(self._theme, text, words)
        field.chosen.connect(lambda key: self._pass(name, key, ""))
        self._place(name, text, field, "", layout)
        return field

    def check(self, name: str, text: str) -> Check:
        """Yes or no."""
        field = Check(self._theme, text)
        field.toggled.connect(lambda checked: self._send("", **{name: checked}))
        self._checks[name] = field
        self.column.addWidget(field)
        return field

    def _place(self, name: str, text: str, field: QWidget, hint: str, layout: Any) -> None:
        labelled = Labelled(self._theme, text, field, hint)
        for each in labelled.findChildren(QLabel):
            yielding(each)
        self._fields[name] = labelled
        (layout or self.column).addWidget(labelled)

    def _finished(self, name: str, field: LineField) -> None:
        field.pass_on()
        if not field.isReadOnly() and field.text().strip() != self._kept.get(name, ""):
            self._pass(name, field.text(), "")

    def _pass(self, name: str, content: str, group: str) -> None:
        refused = self._send(group, **{name: content})
        self._fields[name].show_problem(refused, self._workspace.labels)

    def show_fields(self, record: Any, *, another: bool, shown: dict[str, str] | None = None) -> None:
        """Show what is kept of a record. What was typed and refused stays until the record or what is kept is another."""
        for name, labelled in self._fields.items():
            content = (shown or {}).get(name, getattr(record, name))
            if name in self._dates:
                content = date_in_words(content, self._workspace.labels)
            if labelled.field.property("danger") and not another and self._kept.get(name) == content:
                continue
            if labelled.field.property("danger"):
                labelled.show_problem(None, self._workspace.labels)
            self._kept[name] = content
            field = labelled.field
            if isinstance(field, Choice):
                field.show_key(content)
            elif isinstance(field, Keys):
                field.show_keys(content)
            elif isinstance(field, LineField | TextField):
                field.show_text(content)
            if isinstance(field, LineField) and another and not field.hasFocus():
                field.setCursorPosition(0)  # of a long name the beginning
        for name, check in self._checks.items():
            check.show_checked(getattr(record, name))

    def set_read_only(self, read_only: bool) -> None:
        """Whether the fields can only be read: they lose their edge, never their contrast."""
        for labelled in self._fields.values():
            if isinstance(labelled.field, Choice | Keys):
                labelled.field.set_read_only(read_only)
            elif isinstance(labelled.field, LineField | TextField):
                _set_read_only(labelled.field, read_only)
        for check in self._checks.values():
            check.set_read_only(read_only)

    def pass_on(self) -> None:
        """Hand over now what was typed and not yet passed on."""
        for labelled in self._fields.values():
            if isinstance(labelled.field, LineField):
                labelled.field.pass_on()
                if labelled.field.hasFocus():
                    labelled.field.editingFinished.emit()
            elif isinstance(labelled.field, TextField):
                labelled.field.pass_on()


class Editor(Card):
    """The panel at the right of a list: the fields of the current record, with its place and the ways to move and remove it."""

    removing = Signal()
    moving = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        self._id = ""
        self._place = 0
        self.form = Form(workspace, theme, self._send)
        self.name: LineField
        self._build()
        self.form.column.addStretch(1)
        self._column = QVBoxLayout(self)
        gap = theme.space(6)
        self._column.setContentsMargins(gap, theme.space(5), gap, gap)
        self._column.setSpacing(theme.space(4))
        self._head = label(theme, "", "section", bold=True, wrap=False)
        self._column.addLayout(self._head_row())
        scroll = Column(theme)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.column.setContentsMargins(2, 0, theme.space(1), 2)
        scroll.column.addWidget(self.form)
        scroll.viewport().setAutoFillBackground(False)
        if inner := scroll.widget():
            inner.setAutoFillBackground(False)
        self._column.addWidget(scroll, 1)
        self.below()

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(1))
        row.addWidget(self._head, 1)
        self._order = icon_button(self.theme, "arrow-up-down", self.tr("Move"))
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._order)
        self._up = QAction(self.tr("Up\tAlt+Up"), menu)
        self._down = QAction(self.tr("Down\tAlt+Down"), menu)
        self._up.triggered.connect(lambda: self.moving.emit(self._place - 1))
        self._down.triggered.connect(lambda: self.moving.emit(self._place + 1))
        menu.addActions([self._up, self._down])
        self._order.setMenu(menu)
        self._bin = icon_button(self.theme, "trash-2", self.tr("Remove"), role="danger")
        self._bin.clicked.connect(self.removing.emit)
        row.addWidget(self._order)
        row.addWidget(self._bin)
        return row

    def _build(self) -> None:
        """Make the fields; `self.name` is the first."""
        raise NotImplementedError

    def below(self) -> None:
        """What stands under the fields, if anything."""

    def heading(self, number: int, count: int) -> str:
        """'Value 7 of 8'."""
        raise NotImplementedError

    def record(self) -> Listed | None:
        """The record that is shown, as it is now."""
        raise NotImplementedError

    def also(self, record: Any) -> None:
        """Show what is more than fields."""

    def offer(self) -> None:
        """Bring choices up to date that depend on the session, before a record is shown."""

    @property
    def record_id(self) -> str:
        """The id of the record that is shown."""
        return self._id

    def _send(self, group: str, **given: Any) -> Refused | None:
        record = self.record()
        return self.workspace.update(record, group, **given) if record is not None else None

    def show_record(self, key: str, place: int, count: int) -> None:
        """Show this record of the session."""
        another = key != self._id
        if another and self._id:
            self.form.pass_on()
        self._id, self._place = key, place
        record = self.record()
        if record is None:
            return
        self._head.setText(self.heading(place + 1, count))
        self.offer()
        self.form.show_fields(record, another=another)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self.also(record)

    def set_read_only(self, read_only: bool, why: str) -> None:
        """Fields to read only, buttons off with the reason."""
        self.form.set_read_only(read_only)
        for button, name in ((self._order, self.tr("Move")), (self._bin, self.tr("Remove"))):
            button.setEnabled(not read_only)
            button.setToolTip(why if read_only else name)


class ValueEditor(Editor):
    """The fields of a value, and whether its text is fixed."""

    def _build(self) -> None:
        labels = self.workspace.labels
        self.name = self.form.line("name", self.tr("Name"))
        self.form.text("definition", self.tr("Working definition"), 3)
        self.form.text("question", self.tr("Question for the room"), 2)
        self.form.choice("kind", self.tr("Kind"), list(labels.section("kind").items()))
        self.form.choice("origin", self.tr("Origin"), list(labels.section("origin").items()))
        source = self.form.line("source", self.tr("Source"))
        source.setPlaceholderText(self.tr("Source, version or place"))
        self.form.line("short_name", self.tr("Short name, for tables"))
        self._changes = yielding(label(self.theme, "", "secondary"))
        self._changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._changes.setAccessibleName(self.tr("Recorded changes"))
        self.form.column.addWidget(self._changes)

    def below(self) -> None:
        self._low = False
        band = self._band = QFrame()
        band.setProperty("band", "quiet")
        row = QHBoxLayout(band)
        row.setContentsMargins(*[self.theme.space(4)] * 4)
        row.setSpacing(self.theme.space(4))
        self._icon = QLabel()
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        self.hint = label(self.theme, "", "secondary")
        row.addWidget(self.hint, 1)
        self._column.addWidget(band)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the hint stands at the end of the fields, so that the fields keep their room."""
        super().resizeEvent(event)
        low = self.theme.width_class(self.height()) < _LOW
        if low != self._low:
            self._low = low
            (self.form.column if low else self._column).addWidget(self._band)

    def heading(self, number: int, count: int) -> str:
        return self.tr("Value {number} of {count}").format(number=number, count=count)

    def record(self) -> Value | None:
        found: Value | None = self.workspace.session.get(Value, (self._id,))
        return found

    def also(self, record: Any) -> None:
        session = self.workspace.session
        icon = self.theme.icon("lock" if session.rated else "lock-open", "on_accent_soft")
        self._icon.setPixmap(icon.pixmap(self.theme.icon_size("button"), self.devicePixelRatioF()))
        if session.rated:
            self.hint.setText(self.tr("Ratings have been given. Every change is recorded with its moment."))
        else:
            self.hint.setText(self.tr("Settle the text before the first rating. Every change is recorded with its moment."))
        told = [self._told(each) for each in session.definition_changes if each.value == record.id]
        self._changes.setText("\n\n".join(told))
        self._changes.setVisible(bool(told))

    def _told(self, change: DefinitionChange) -> str:
        labels = self.workspace.labels
        moment = labels("table.changed_after" if change.after_first_rating else "table.changed_before")
        at = f"{date_in_words(change.at, labels)} {change.at[11:16]}".strip()
        if change.field == "question":
            return self.tr("Question changed on {at}, {moment}. It was: ‘{text}’").format(at=at, moment=moment, text=change.before)
        return self.tr("Definition changed on {at}, {moment}. It was: ‘{text}’").format(at=at, moment=moment, text=change.before)


class PlatformEditor(Editor):
    """The fields of a platform, an open alternative or a channel of one's own."""

    def _build(self) -> None:
        self.name = self.form.line("name", self.tr("Name"))
        self.form.choice("kind", self.tr("Kind"), list(self.workspace.labels.section("platform_kind").items()))
        self.form.text("practice", self.tr("How we use it now"), 6, self.tr("For example: what for, how often, for whom, who answers."))

    def heading(self, number: int, count: int) -> str:
        return self.tr("Platform {number} of {count}").format(number=number, count=count)

    def record(self) -> Platform | None:
        found: Platform | None = self.workspace.session.get(Platform, (self._id,))
        return found


class DisciplineEditor(Editor):
    """The fields of a discipline."""

    def _build(self) -> None:
        self.name = self.form.line("name", self.tr("Name"))
        code = self.form.line("code", self.tr("Code"), self.tr("Two letters, on the marks in the table."), at_end=True)
        code.setMaxLength(8)
        self.absent = self.form.check("absent", self.tr("Absent"))
        self.absent.setToolTip(self.tr("Absent disciplines are named beside the table."))
        self.form.line("people", self.tr("Names of people"), self.tr("Not required. Names never stand in a public document."))

    def heading(self, number: int, count: int) -> str:
        return self.tr("Discipline {number} of {count}").format(number=number, count=count)

    def record(self) -> Discipline | None:
        found: Discipline | None = self.workspace.session.get(Discipline, (self._id,))
        return found


class CaseForm(Form):
    """What the session is about."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, lambda group, **given: workspace.set_case(group, **given), parent)
        self.title = self.line("title", self.tr("Title"))
        self.line("organisation", self.tr("Organisation"))
        self.text("occasion", self.tr("Case"), 2, self.tr("Which question is on the table, and why now?"))
        self.text("aim", self.tr("Aim"), 2)
        row = QHBoxLayout()
        row.setSpacing(theme.space(5))
        self.column.addLayout(row)
        self.date = self.day("date", self.tr("Date"), layout=row)
        self.line("place", self.tr("Place"), layout=row)
        for place, name in enumerate(("date", "place")):
            row.setStretch(place, 1)
            row.setAlignment(self._fields[name], Qt.AlignmentFlag.AlignTop)
        self.line("source", self.tr("Source"))
        self.check("fictional", self.tr("Fictional example: this is printed on every document"))
        self.column.addStretch(1)

    def show_case(self, case: Case, *, another: bool) -> None:
        """Show the case."""
        self.show_fields(case, another=another)
