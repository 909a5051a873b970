"""The questions of a group, one open at a time: the list as the room sees it, and the fields of the one that is open."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import Answer
from kanaalwaarden.core.prompts import Group, Prompt, answer_words, loose_answers
from kanaalwaarden.ui.prepare_editors import Check, Form, Radio
from kanaalwaarden.ui.texts import PlainText, draw_layout, lay_out, lay_out_most, text_height
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import ENTER, Column, button, label, show_checked, when_chosen
from kanaalwaarden.ui.workspace import Workspace

_LINES = 2


class QuestionHead(QAbstractButton):
    """One question with its answer in short. Pressed, it opens; checked, it is open."""

    def __init__(self, theme: Theme, number: int, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._number, self.prompt = theme, number, prompt
        self._answer = ""
        self._open_word = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_answer(self, answer: str, none: str) -> None:
        """Say this as the answer, or `none`."""
        self._answer, self._open_word = answer, none
        self.setAccessibleName(f"{self._number}. {self.prompt.question}")
        self.setAccessibleDescription(answer or none)
        self._fit()
        self.update()

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return bool(self._answer)

    @property
    def _left(self) -> float:
        return self._theme.scaled(50)

    def _room(self) -> float:
        return max(40.0, self.width() - self._left - self._theme.scaled(14))

    def _laid(self) -> tuple[Any, Any]:
        question = lay_out(self.prompt.question, self._theme.font("body", bold=True), self._room())
        told = "" if self.isChecked() else (self._answer or self._open_word).replace("\n", " ")
        return question, lay_out_most(told, self._theme.font("body"), self._room(), _LINES) if told else None

    def _fit(self) -> None:
        question, answer = self._laid()
        high = text_height(question) + (text_height(answer) if answer else 0.0) + self._theme.scaled(16)
        self.setFixedHeight(round(max(high, self._theme.scaled(44))))

    def nextCheckState(self) -> None:
        """Opening and closing is the list's affair."""

    def show_open(self, opened: bool) -> None:
        """Whether its fields stand under it."""
        show_checked(self, opened)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.scaled(320)), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        question, answer = self._laid()
        with QPainter(self) as painter:
            rect = QRectF(self.rect())
            if self.isChecked():
                painter.fillRect(rect, theme.color("selection"))
            elif self.underMouse():
                painter.fillRect(rect, theme.color("sunken"))
            top = theme.scaled(8)
            self._badge(painter, QRectF(theme.scaled(14), top, theme.scaled(24), theme.scaled(24)))
            draw_layout(painter, question, QPointF(self._left, top), theme.color("text"))
            if answer is not None:
                ink = theme.color("text" if self._answer else "text_muted")
                draw_layout(painter, answer, QPointF(self._left, top + text_height(question)), ink)
            if not self.isChecked():
                painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.color("border"))
            if self.hasFocus():
                width = theme.stroke("field_focus")
                painter.setPen(QPen(theme.color("focus"), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _badge(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if self._answer else "border_strong"), 1))
        painter.setBrush(theme.color("accent" if self._answer else "raised"))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._answer:
            theme.draw_icon(painter, "check", box.adjusted(5, 5, -5, -5), theme.color("on_accent"))
        else:
            painter.setFont(theme.font("secondary", bold=True))
            painter.setPen(theme.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))


class Options(QWidget):
    """The options of a question: check boxes where several may hold, else radio buttons with one for 'not chosen'."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, prompt: Prompt, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(prompt.question)
        self._many = prompt.many
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(6))
        self._grid.setVerticalSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not prompt.many)
        self._boxes: dict[str, Check | Radio] = {}
        self._unknown: list[str] = []
        words = [(each.key, each.label) for each in prompt.options]
        for key, word in words if prompt.many else [*words, ("", none)]:
            text = word.replace("&", "&&")
            box: Check | Radio = Check(theme, text) if prompt.many else Radio(text)
            box.setFont(theme.font("body"))
            box.setAccessibleName(word)
            box.setMinimumHeight(round(theme.size("hit_min")))
            self._group.addButton(box)
            when_chosen(box, lambda: self.chosen.emit(self.keys))
            self._boxes[key] = box
        self._across = 0
        self._place(1)

    def _place(self, across: int) -> None:
        if across != self._across:
            self._across = across
            rows = -(-len(self._boxes) // across)
            for place, box in enumerate(self._boxes.values()):
                self._grid.addWidget(box, place % rows, place // rows)
            for column in range(2):
                self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max((box.sizeHint().width() for box in self._boxes.values()), default=0)
        self._place(2 if 2 * widest + self._grid.horizontalSpacing() <= self.width() and len(self._boxes) > 3 else 1)

    @property
    def keys(self) -> str:
        """What is chosen; keys that the question does not have stay."""
        return " ".join([*(key for key, box in self._boxes.items() if key and box.isChecked()), *self._unknown])

    def show_keys(self, keys: str) -> None:
        """Show what is kept, without telling anyone (only a person's click tells)."""
        wanted = keys.split()
        self._unknown = [key for key in wanted if key not in self._boxes] if self._many else []
        for key, box in self._boxes.items():
            show_checked(box, key in wanted if key else not any(each in self._boxes for each in wanted))

    def set_read_only(self, read_only: bool) -> None:
        """Whether it stays as it is: still to be read, but not to be changed."""
        for box in self._boxes.values():
            box.set_read_only(read_only)


class AnswerFields(QFrame):
    """The fields of the open question: explanation on demand, options, words, a date, who."""

    def __init__(self, workspace: Workspace, theme: Theme, prompt: Prompt, platform: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self.prompt, self.platform = workspace, prompt, platform
        self.setAutoFillBackground(True)
        self.setObjectName("answer")
        self.setStyleSheet(f"QFrame#answer {{ background: {theme.color('selection').name()}; border-bottom: 1px solid "
                           f"{theme.color('border').name()}; }}")  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(round(theme.scaled(50)), 0, theme.space(6), theme.space(5))
        column.setSpacing(theme.space(3))
        self.help = PlainText(theme, "body", self, italic=True)  # with a parent: it shows itself when it is given a text
        self.help.show_text(prompt.help)
        self.help.hide()
        self.help_button = button(theme, self.tr("E&xplanation"), "circle-question-mark")
        self.help_button.setCheckable(True)
        self.help_button.toggled.connect(self.help.setVisible)
        row = QHBoxLayout()
        row.addWidget(self.help_button)
        row.addStretch(1)
        column.addLayout(row)
        self.help_button.setVisible(bool(prompt.help))
        column.addWidget(self.help)
        self.options: Options | None = None
        if prompt.options:
            self.options = Options(theme, prompt, workspace.labels("choice.none"))
            self.options.chosen.connect(lambda keys: self._send("", choice=keys))
            column.addWidget(self.options)
        self.form = Form(workspace, theme, self._send)
        name = self.tr("In your own words") if prompt.options else self.tr("Answer")
        self.text = self.form.text("text", name, 2)
        if prompt.date:
            self.form.day("date", prompt.date)
        if prompt.owner:
            self.form.line("owner", prompt.owner)
        column.addWidget(self.form)
        self.show_answer(another=True)

    def _send(self, group: str, **given: Any) -> Refused | None:
        return self._workspace.answer(self.prompt, self.platform, group, **given)

    def show_answer(self, *, another: bool = False) -> None:
        """Show what is kept."""
        answer = self._workspace.session.answer(self.prompt.id, self.platform) or Answer(self.prompt.id, self.platform)
        if self.options is not None:
            self.options.show_keys(answer.choice)
            self.options.set_read_only(self._workspace.read_only)
        self.form.show_fields(answer, another=another)
        self.form.set_read_only(self._workspace.read_only)

    def begin(self) -> None:
        """Put the focus where answering starts."""
        first = next((box for box in self.options.findChildren(QAbstractButton) if box.isChecked()), None) if self.options else None
        first = first or (next(iter(self.options.findChildren(QAbstractButton)), None) if self.options else None)
        (first or self.text).setFocus(Qt.FocusReason.OtherFocusReason)


class QuestionList(Column):
    """The questions of a group about a platform, or about the session. One is open at a time; all is passed on while somebody types."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.workspace, self.theme = workspace, theme
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)  # it stands on a card
        self._inner.setAutoFillBackground(False)
        self.group: Group | None = None
        self.platform = ""
        self.heads: list[QuestionHead] = []
        self.fields: AnswerFields | None = None
        self._intro = label(theme, "", "secondary", muted=True)
        self._intro.setContentsMargins(theme.space(6), theme.space(3), theme.space(6), theme.space(3))
        self._others = label(theme, "", "secondary", muted=True)
        self._others.setContentsMargins(theme.space(6), theme.space(4), theme.space(6), theme.space(4))
        self.column.addWidget(self._intro)
        self.column.addWidget(self._others)
        self.column.addStretch(1)

    # Showing

    def show_group(self, group: Group, platform: str) -> None:
        """Show these questions about this platform ('' is the session)."""
        if self.group is not group or self.platform != platform:
            self.close_open()
            if self.group is not group:
                for head in self.heads:
                    head.setParent(None)
                    head.deleteLater()
                self.heads = [self._head(number, prompt) for number, prompt in enumerate(group.prompts, 1)]
            self.group, self.platform = group, platform
            self.verticalScrollBar().setValue(0)
        self.refresh()

    def _head(self, number: int, prompt: Prompt) -> QuestionHead:
        head = QuestionHead(self.theme, number, prompt)
        when_chosen(head, lambda: self.open_question(prompt.id))
        self.column.insertWidget(number, head)
        return head

    def refresh(self) -> None:
        """Read the answers again."""
        if self.group is None:
            return
        session, labels = self.workspace.session, self.workspace.labels
        none = self.tr("not answered yet")
        for head in self.heads:
            answer = session.answer(head.prompt.id, self.platform)
            head.show_answer(answer_words(answer, head.prompt, labels) if answer else "", none)
        if self.fields is not None:
            self.fields.show_answer()
        self._intro.setText(self.group.intro)
        self._intro.setVisible(bool(self.group.intro))
        loose = [f"{each.asked or each.question} {answer_words(each, None, labels)}" for each in self._loose()]
        self._others.setText("\n".join([self.tr("From another set of questions:"), *loose]) if loose else "")
        self._others.setVisible(bool(loose))

    def _loose(self) -> list[Answer]:
        """Answers to questions of another set; they stand under the first group of their kind."""
        assert self.group is not None, "a group is shown"
        prompts = self.workspace.prompts
        first = next((each for each in prompts.groups if each.per == self.group.per), None)
        return loose_answers(self.workspace.session, prompts, self.platform) if self.group is first else []

    # Opening

    def open_question(self, prompt: str) -> None:
        """Open this question, or close it if it is open; another one closes."""
        opened = self.fields.prompt.id if self.fields is not None else ""
        self.close_open()
        if prompt == opened:
            return
        place = next((place for place, head in enumerate(self.heads) if head.prompt.id == prompt), -1)
        if place < 0:
            return
        head = self.heads[place]
        self.fields = AnswerFields(self.workspace, self.theme, head.prompt, self.platform)
        self.column.insertWidget(place + 2, self.fields)
        head.show_open(True)
        self.fields.show()
        self.fields.begin()
        self.show_child(head)
        self.show_child(self.fields)

    def close_open(self) -> None:
        """Close the open question; what was typed is passed on."""
        if self.fields is None:
            return
        fields, self.fields = self.fields, None
        fields.form.pass_on()
        for head in self.heads:
            head.show_open(False)
        fields.setParent(None)
        fields.deleteLater()

    def pass_on(self) -> None:
        """Hand over now what was typed."""
        if self.fields is not None:
            self.fields.form.pass_on()

    def begin(self) -> None:
        """Put the focus on the first question without an answer, or on the first."""
        if self.heads:
            next((head for head in self.heads if not head.answered), self.heads[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from question to question, Enter opens; Escape closes, Ctrl+Enter opens the next that has no answer."""
        key = event.key()
        place = next((place for place, head in enumerate(self.heads) if head.hasFocus()), -1)
        steps = {Qt.Key.Key_Down: place + 1, Qt.Key.Key_Up: place - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.heads) - 1}
        if key in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._next()
        elif place >= 0 and key in steps:
            head = self.heads[max(0, min(steps[Qt.Key(key)], len(self.heads) - 1))]
            head.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_child(head)
        elif place >= 0 and key in ENTER:
            self.open_question(self.heads[place].prompt.id)
        elif key == Qt.Key.Key_Escape and self.fields is not None:
            opened = self.fields.prompt.id
            self.close_open()
            next(head for head in self.heads if head.prompt.id == opened).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    def _next(self) -> None:
        """Open the next question that has no answer; without one the list has the focus."""
        here = next((place for place, head in enumerate(self.heads) if head.isChecked() or head.hasFocus()), -1)
        self.pass_on()
        order = [*self.heads[here + 1 :], *self.heads[: max(0, here)]]
        wanted = next((head for head in order if not head.answered), None)
        if wanted is not None:
            self.open_question(wanted.prompt.id)
        elif self.fields is not None:
            self.close_open()
            self.heads[here].setFocus(Qt.FocusReason.OtherFocusReason)
