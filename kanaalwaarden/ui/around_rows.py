"""The lists of one platform, and the actions: figures, risks, thresholds, actions and the ways by which a message arrives."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.model import (
    ACCEPTED,
    ACTION_KINDS,
    FAILURES,
    IMPORTANCES,
    MEDIA,
    NECESSITIES,
    THRESHOLD_KINDS,
    YES_NO,
    Action,
    Figure,
    Risk,
    Route,
    Threshold,
)
from kanaalwaarden.core.reach import way_name
from kanaalwaarden.core.trend import Series, in_figures, places, series_of, series_words
from kanaalwaarden.core.weigh import ordered_actions
from kanaalwaarden.ui.prepare_editors import Editor
from kanaalwaarden.ui.prepare_lists import Row
from kanaalwaarden.ui.row_pages import RowEditor, RowsPage, joined
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import label
from kanaalwaarden.ui.workspace import Changed, Workspace


class FigureEditor(RowEditor):
    """The fields of one measured figure."""

    KIND = Figure

    def _build(self) -> None:
        self.name = self.form.line("measure", self.tr("What was measured"), words=self.workspace.prompts.lists.get("measures", ()))
        self.form.line("number", self.tr("Figure"), self.tr("For example 12.450 or 4,2; no unit."), at_end=True)
        self.form.day("date", self.tr("Measured on"))
        self.form.text("note", self.tr("Note"), 2)


class PlotView(QWidget):
    """A small line of figures over time, from ready-made points; what it says stands beside it in words."""

    def __init__(self, theme: Theme, series: Series, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points = places([point for point in series.points if point[0]])
        self.setAccessibleName(f"{series.measure}: {words}")
        self.setFixedSize(QSize(round(theme.scaled(150)), round(theme.scaled(40))))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(5, 6, -5, -5)
            painter.setPen(QPen(self._theme.color("border_strong"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            points = [QPointF(box.left() + x * box.width(), box.bottom() - y * box.height()) for x, y in self._points]
            painter.setPen(QPen(self._theme.color("text"), self._theme.scaled(1.6)))
            painter.drawPolyline(points)
            painter.setBrush(self._theme.color("text"))
            for point in points:
                painter.drawEllipse(point, self._theme.scaled(2), self._theme.scaled(2))


class Trends(QWidget):
    """The measures of a platform over time: a line for each with two dates or more, and in words what it says."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._shown: list[Series] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_platform(self, platform: str) -> None:
        """Show what was measured of this platform."""
        found = [each for each in series_of(self._workspace.session, platform) if len({date for date, _ in each.points if date}) > 1]
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.setParent(None)
                line.deleteLater()
        for series in found:
            words = series_words(series, self._workspace.labels)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.space(4))
            row.addWidget(PlotView(self._theme, series, words))
            row.addWidget(label(self._theme, f"{series.measure}: {words}", "secondary"), 1)
            self._column.addWidget(line)
        self.setVisible(bool(found))


class FiguresPage(RowsPage):
    """The measured figures of a platform, over a small plot of each measure."""

    KIND = Figure
    OF_PLATFORM = True
    INSIDE = True
    LINES = 1

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.trends = Trends(workspace, theme)
        inner = self._left.layout()
        assert inner is not None, "the list has a layout"
        inner.addWidget(self.trends)

    def make_editor(self) -> Editor:
        return FigureEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Figures")

    def add_word(self) -> str:
        return self.tr("Add figure")

    def empty_sentence(self) -> str:
        return self.tr("There are no figures yet. Followers, for example, with the day on which they were counted.")

    def row(self, number: int, record: Any) -> Row:
        labels = self.workspace.labels
        told = joined(in_figures(record.number, labels) if record.number else "", date_in_words(record.date, labels), record.note)
        return self.made(number, record, record.measure, [(told, False)], "")

    def show_session(self, changed: Changed) -> None:
        super().show_session(changed)
        if hasattr(self, "trends"):
            self.trends.show_platform(self.platform)


class RiskEditor(RowEditor):
    """The fields of a risk."""

    KIND = Risk

    def _build(self) -> None:
        self.name = self.form.line("area", self.tr("Area"), words=self.workspace.prompts.lists.get("areas", ()))
        self.form.text("text", self.tr("Risk"), 2)
        self.form.choice("accepted", self.tr("Do we accept it?"), self.words("accepted", ACCEPTED))
        self.form.text("measure", self.tr("Measure"), 2)
        self.form.line("owner", self.tr("Owner"), self.tr("A team or a role, not a person."))
        self.form.day("date", self.tr("Ready by"))


class RisksPage(RowsPage):
    """The risks of a platform, accepted or not."""

    KIND = Risk
    OF_PLATFORM = True
    INSIDE = True
    ASIDE = 170.0

    def make_editor(self) -> Editor:
        return RiskEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Risks")

    def add_word(self) -> str:
        return self.tr("Add risk")

    def empty_sentence(self) -> str:
        return self.tr("There are no risks yet. Say what can go wrong, and whether we accept that.")

    def row(self, number: int, record: Any) -> Row:
        lines = [(record.text, False), (joined(record.measure, record.owner, date_in_words(record.date, self.workspace.labels)), True)]
        return self.made(number, record, record.area or record.text, lines, self.word("accepted", record.accepted))


class ThresholdEditor(RowEditor):
    """The fields of a threshold."""

    KIND = Threshold

    def _build(self) -> None:
        self.form.choice("kind", self.tr("Kind"), self.words("threshold_kind", THRESHOLD_KINDS))
        self.name = self.form.line("rule", self.tr("Rule"), self.tr("For example: hate is the rule and no longer the exception."))
        self.form.text("sign", self.tr("How we see it"), 2, self.tr("Something that anybody can observe or count."))
        self.form.day("date", self.tr("Looked at on"))
        words = [("", self.workspace.labels("choice.none")), *((key, self.workspace.labels(f"minutes.met_{key}")) for key in YES_NO if key)]
        self.form.choice("met", self.tr("Met?"), words)
        self.form.text("note", self.tr("Note"), 1)


class ThresholdsPage(RowsPage):
    """When we leave a platform, and when we enter one."""

    KIND = Threshold
    OF_PLATFORM = True
    INSIDE = True
    ASIDE = 120.0

    def make_editor(self) -> Editor:
        return ThresholdEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Thresholds")

    def add_word(self) -> str:
        return self.tr("Add threshold")

    def empty_sentence(self) -> str:
        return self.tr("There are no thresholds yet. A threshold says in advance when we stop, or when we begin.")

    def row(self, number: int, record: Any) -> Row:
        labels = self.workspace.labels
        met = labels(f"minutes.met_{record.met}") if record.met else ""
        lines = [(record.sign, False), (joined(date_in_words(record.date, labels), met, record.note), True)]
        return self.made(number, record, record.rule, lines, self.word("threshold_kind", record.kind))


class ActionEditor(RowEditor):
    """The fields of an action."""

    KIND = Action

    def _build(self) -> None:
        form = self.form
        self.name = form.line("text", self.tr("Action"))
        form.line("owner", self.tr("Owner"), self.tr("A discipline, team or role, not a person."))
        form.day("date", self.tr("Ready by"))
        form.choice("necessity", self.tr("Necessity"), self.words("necessity", NECESSITIES))
        form.choice("importance", self.tr("Importance"), self.words("importance", IMPORTANCES))
        form.choice("kind", self.tr("Kind"), self.words("action_kind", ACTION_KINDS))
        self._platform = form.choice("platform", self.tr("Platform"), [])
        self._value = form.choice("value", self.tr("Because of which value"), [])
        form.check("done", self.tr("Done"))
        form.text("note", self.tr("Outcome"), 1)

    def offer(self) -> None:
        self._platform.offer(self.platforms(self.tr("all platforms")))
        values = [(each.id, each.name) for each in self.workspace.session.values]
        self._value.offer([("", self.tr("no value in particular")), *values])


class ActionsPage(RowsPage):
    """What is to be done, what is necessary first."""

    KIND = Action
    INSIDE = True
    ASIDE = 130.0

    def make_editor(self) -> Editor:
        return ActionEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Actions")

    def add_word(self) -> str:
        return self.tr("Add action")

    def empty_sentence(self) -> str:
        return self.tr("There are no actions yet.")

    def advice(self) -> str:
        return self.tr("What is necessary stands first")

    def begins(self) -> dict[str, Any]:
        return {"platform": self.platform}

    def records(self) -> list[Any]:
        return ordered_actions(self.workspace.session)

    def add(self) -> None:
        """Add an action; it gets the focus wherever its place is."""
        before = {each.id for each in self.records()}
        super().add()
        fresh = next((each.id for each in self.records() if each.id not in before), "")
        if fresh:
            self.select(fresh)
            self.show_editor(True)

    def move_to(self, key: str, place: int) -> None:
        """The order is that of necessity and importance: nothing is moved by hand."""

    def row(self, number: int, record: Any) -> Row:
        labels = self.workspace.labels
        value = self.workspace.session.value(record.value).name if record.value else ""
        done = self.tr("done") if record.done else ""
        about = joined(done, record.owner, date_in_words(record.date, labels), self.platform_name(record.platform), value)
        aside = "\n".join(part for part in (self.word("necessity", record.necessity), self.word("importance", record.importance)) if part)
        lines = [(about, False), (joined(self.word("action_kind", record.kind), record.note), True)]
        return self.made(number, record, record.text, lines, aside)


class RouteEditor(RowEditor):
    """The fields of one way."""

    KIND = Route

    def _build(self) -> None:
        form, lists = self.form, self.workspace.prompts.lists
        self.name = form.line("message", self.tr("Message"), words=lists.get("messages", ()))
        form.line("audience", self.tr("For whom"), words=lists.get("audiences", ()))
        self._platform = form.choice("platform", self.tr("By which platform"), [])
        form.line("channel", self.tr("Or by another channel"), words=lists.get("channels", ()))
        form.choice("medium", self.tr("Digital or physical"), self.words("medium", MEDIA))
        form.check("crisis", self.tr("Needed in a crisis"))
        form.keys("without", self.tr("Works without"), [(key, self.workspace.labels(f"choice.failure.{key}")) for key in FAILURES])
        form.text("note", self.tr("Note"), 1)

    def offer(self) -> None:
        self._platform.offer(self.platforms(self.tr("none of the platforms")))


class RoutesPage(RowsPage):
    """By which ways a message reaches a group."""

    KIND = Route
    INSIDE = True
    LINES = 1
    ASIDE = 90.0

    def make_editor(self) -> Editor:
        return RouteEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Ways")

    def add_word(self) -> str:
        return self.tr("Add way")

    def empty_sentence(self) -> str:
        return self.tr("There are no ways yet. Say for each message and group by which channel it arrives.")

    def begins(self) -> dict[str, Any]:
        return {"platform": self.platform}

    def row(self, number: int, record: Any) -> Row:
        survives = [self.word("failure", key) for key in record.without.split()]
        without = self.tr("works without {what}").format(what=", ".join(survives)) if survives else ""
        crisis = self.tr("crisis") if record.crisis else ""
        told = joined(record.audience, way_name(self.workspace.session, record), without)
        return self.made(number, record, record.message, [(told, False)], crisis)
