"""Nothing leaks before the reveal: a planted answer is looked for in every word of every widget, every file, the log and the streams.

The scan knows no screen: it asks every widget and model for all that it can say, and listens to all that is painted. The same scan
after the reveal must find the planted answer, or it would prove nothing.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QFileDialog, QMenu, QTabBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kanaalwaarden.ballots.sheet import sheet_rows
from kanaalwaarden.core.labels import Labels
from kanaalwaarden.core.model import RULED_OUT, Round, Session, Value
from kanaalwaarden.export.formats import BINARY, FORMATS, Options, export_bytes
from kanaalwaarden.store.session_file import SessionFile
from kanaalwaarden.ui.main_window import MainWindow
from kanaalwaarden.ui.overview import OverviewScreen
from kanaalwaarden.ui.overview_model import ALL, DISCIPLINE, PLATFORM, VALUE
from kanaalwaarden.ui.rate import RateScreen
from kanaalwaarden.ui.screens import SCREENS
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import install_fonts
from kanaalwaarden.ui.workspace import Workspace
from tests.exported import packed
from tests.samples import grid, labels, prompts

REASON, CONDITION = "zevenklapper-74613", "kanonslag-90277"
PLANTED = (REASON, CONDITION)
PLANTER = "d4"
"""Who gave the planted answer: the only one on its level, in the cell w2 x p1."""
ROLES = [*range(16), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 8)]
ASKED = ("text", "title", "toPlainText", "currentText", "placeholderText", "sentence", "toolTip", "statusTip", "whatsThis",
         "windowTitle", "accessibleName", "accessibleDescription", "prefix", "suffix")  # fmt: skip


# What a window says


def said_by_model(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()  # no model of this program has a second floor
    rows, columns = model.rowCount(top), 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, top)
            yield from (str(found) for role in ROLES if (found := model.data(index, role)) is not None)
    for orientation, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        for section in range(count):
            yield from (str(found) for role in ROLES if (found := model.headerData(section, orientation, role)) is not None)


def said_to_a_screen_reader(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    if interface is None or not interface.isValid() or depth > 12:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield interface.text(kind)
    for place in range(min(interface.childCount(), 4000)):
        yield from said_to_a_screen_reader(interface.child(place), depth + 1)


def said_by(widget: QObject) -> Iterator[str]:
    for asked in ASKED:
        found = getattr(widget, asked, None)
        try:
            found = found() if callable(found) else found
        except TypeError:
            continue
        if isinstance(found, str):
            yield found
    for name in widget.dynamicPropertyNames():
        try:
            yield str(widget.property(bytes(name.data()).decode()))
        except RuntimeError:
            continue  # a property of Qt's own, of a kind that Python has no word for
    if isinstance(widget, QTextEdit):
        yield widget.toHtml()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
        yield from (str(widget.itemData(place, role)) for place in range(widget.count()) for role in ROLES)
    if isinstance(widget, QTabBar):
        yield from (f"{widget.tabText(place)} {widget.tabToolTip(place)}" for place in range(widget.count()))
    if isinstance(widget, QTextDocument):
        yield widget.toPlainText()


def said_everywhere() -> list[str]:
    """All that any widget of the program can be made to say, shown or not."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.processEvents()
    copied: Any = app.clipboard().mimeData()  # None before anything was copied, whatever its stub says
    found: list[str] = [app.applicationDisplayName(), *([copied.text(), copied.html()] if copied is not None else [])]
    things: dict[int, QObject] = {}  # each once: what belongs to a part belongs to its window too
    for window in app.topLevelWidgets():
        things |= {id(each): each for each in (window, *window.findChildren(QObject))}
    for widget in [each for each in things.values() if isinstance(each, QWidget)]:
        things |= {id(each): each for each in widget.actions()}
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            things[id(widget.model())] = widget.model()
    for each in things.values():
        if isinstance(each, QAbstractItemModel):
            found += said_by_model(each) if isValid(each) else []
        elif isinstance(each, QWidget | QAction):
            found += said_by(each)
    for window in app.topLevelWidgets():
        found += said_to_a_screen_reader(QAccessible.queryAccessibleInterface(window))
    return [each for each in found if each]


@dataclass
class Ear:
    """Everything that the painters of this program put on paper."""

    painted: list[str] = field(default_factory=list)
    chips: list[str] = field(default_factory=list)

    def listen(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from kanaalwaarden.ui import marks, overview_table

        def hearing(paint: Callable[..., Any], place: int) -> Callable[..., Any]:
            def heard(*given: Any, **named: Any) -> Any:
                self.painted.append(str(given[place]))
                return paint(*given, **named)

            return heard

        def chip(*given: Any, **named: Any) -> None:
            self.chips.append(str(given[3]))
            real_chip(*given, **named)

        real_chip = marks.draw_chip
        wrapped: list[tuple[str, Callable[..., Any], int]] = [("draw_text", marks.draw_text, 2)]
        wrapped += [("lay_out", overview_table.lay_out, 0), ("lay_out_most", overview_table.lay_out_most, 0)]
        for name, paint, place in wrapped:
            self._everywhere(monkeypatch, name, paint, hearing(paint, place))
        self._everywhere(monkeypatch, "draw_chip", real_chip, chip)

    @staticmethod
    def _everywhere(monkeypatch: pytest.MonkeyPatch, name: str, before: object, after: object) -> None:
        for module in [each for key, each in sys.modules.items() if key.startswith("kanaalwaarden.ui")]:
            if getattr(module, name, None) is before:
                monkeypatch.setattr(module, name, after)


# The session with something to hide


@dataclass
class Evening:
    """A window on a session of which round 1 is blind, with a planted answer."""

    window: MainWindow
    path: Path
    ear: Ear

    @property
    def session(self) -> Session:
        return self.window.workspace.session

    def scan(self) -> list[str]:
        """All that is said now, and all that is painted when the window is."""
        self.window.grab()
        heard, self.ear.painted = self.ear.painted, []
        return [*said_everywhere(), *heard]

    def walk(self) -> dict[str, list[str]]:
        """What is said on every screen, in every view, at every hidden cell."""
        window, found = self.window, {}
        rate = window.screen_named("rate")
        assert isinstance(rate, RateScreen)
        window.show_screen("rate", PLANTER)  # where the answer was given; the next discipline sits down
        window.show_screen("rate", "d1")
        assert rate.discipline_id == "d1"
        found["rate"] = self.scan()
        window.show_screen("prepare")
        found["prepare"] = self.scan()
        for tab in range(window.screen_named("prepare").findChild(QTabBar).count()):  # type: ignore[union-attr]
            window.screen_named("prepare").findChild(QTabBar).setCurrentIndex(tab)  # type: ignore[union-attr]
            found[f"prepare {tab}"] = self.scan()
        overview = window.screen_named("overview")
        assert isinstance(overview, OverviewScreen)
        for view, choices in ((ALL, [""]), (DISCIPLINE, ["d1", PLANTER]), (VALUE, ["w1", "w2"]), (PLATFORM, ["p1", "p2"])):
            for which in choices:
                window.show_screen("overview")
                overview._choose_view(view)
                if which:
                    overview._choose_which(which)
                for row in range(overview.model.rowCount()):
                    overview.table.setCurrentIndex(overview.model.index(row, 0))
                    found[f"overview {view} {which} {row}"] = [window._status.text()]
                overview.table.copy()
                found[f"overview {view} {which}"] = self.scan()
        for value in self.session.values:
            for platform in [*(each.id for each in self.session.platforms), ""]:
                window.show_screen("discuss", (value.id, platform))
                found[f"discuss {value.id} {platform}"] = self.scan()
        found |= self.project()
        for name in SCREENS:
            window.show_screen(name)
            found[name] = [*found.get(name, []), *self.scan()]
        for menu in window.findChildren(QMenu):
            menu.aboutToShow.emit()
            found.setdefault("menus", []).extend(text for action in menu.actions() for text in said_by(action))
        found["undo"] = [window.workspace.undo_label, window.workspace.redo_label, window.windowTitle()]
        return found

    def project(self) -> dict[str, list[str]]:
        """Every slide that there is, and every one that somebody could ask for, on the projector's own window."""
        stage, projector, found = self.window.stage, self.window.projector, {}
        projector.turn_on()
        cells = [("cell", value.id, platform.id) for value in self.session.values for platform in self.session.platforms]
        asked = [*stage.listed(), *cells, *(("matrix", value.id) for value in self.session.values), ("table",), ("minority",)]
        for key in dict.fromkeys(asked):
            stage.show(key)
            for page in range(max(1, stage.pages)):
                said = [repr(stage.slide), stage.said, projector.windowTitle(), projector.accessibleDescription()]
                projector.grab()
                found[f"projector {' '.join(key)} {page}"] = [*said, *self.scan()]
                stage.next()
        projector.turn_off()
        return found

    def answer(self) -> None:
        """All but the first answer: on the planted cell they see 'geen', and one alone sees 'veel' for a reason of its own.

        The first answers nothing: its entry grid is open all the time, and so may say no level either.
        """
        workspace = self.window.workspace
        for each in self.session.disciplines[1:]:
            for value in self.session.values:
                for platform in self.session.platforms:
                    assert workspace.rate(1, each.id, platform.id, value.id, "geen") is None
        assert workspace.rate(1, PLANTER, "p2", "w1", RULED_OUT) is None
        assert workspace.rate(1, PLANTER, "p1", "w2", "veel") is None
        assert workspace.explain(1, PLANTER, "p1", "w2", reason=REASON) is None
        assert workspace.explain(1, PLANTER, "p1", "w2", condition=CONDITION) is None


def bare() -> Session:
    """Two values, two platforms, five disciplines with names that occur in no other word."""
    session = grid(2, 2, ["archief", "burgerzaken", "communicatie", "dierenwelzijn", "erfgoed"], "tweezijdig", title="Blinde avond")
    assert session.case.blind
    return session


@pytest.fixture
def evening(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Evening]:
    caplog.set_level(logging.DEBUG)
    install_fonts()
    path = tmp_path / "blind.kanaal"
    SessionFile.create(path, bare(), "2026-11-14T19:00:00+01:00").close()
    ear = Ear()
    window = MainWindow(Settings())
    ear.listen(monkeypatch)
    qtbot.addWidget(window)
    window.resize(1500, 900)  # wide enough for the counts per word and the line of seats
    window.show()
    window.open_file(path)
    made = Evening(window, path, ear)
    made.answer()
    yield made
    window.workspace.show_start()


def level_words(words: Labels) -> list[str]:
    """Every way to say a level, a divergence or who stands alone."""
    found = {words.word("tweezijdig", level) for level in ("versterkt", "geen", "matig", "veel", "geen_oordeel", RULED_OUT)}
    found |= {words(f"effect.legend.tweezijdig.{level}") for level in ("versterkt", "geen", "matig", "veel")}
    found |= {words(f"sentence.sees.tweezijdig.{level}") for level in ("versterkt", "geen", "matig", "veel")}
    return sorted(found | {"tegenpolen", "eensgezind", "één stem", "afwijkend", "onbespreekbaar"})


WITH_REASONS = {"pdf", "odt", "docx", "html", "md", "ods", "xlsx", "table", "ratings", "json"}


def exported(session: Session, *, include_blind: bool = False) -> dict[str, str]:
    """Every export as text."""
    found = {}
    for language in ("nl", "en"):
        for format_ in FORMATS:
            data = export_bytes(session, format_, labels(language), prompts(language), Options(include_blind=include_blind))
            if format_ in ("pdf", "table"):
                reader = PdfReader(BytesIO(data))
                pages = [page.extract_text() for page in reader.pages]
                inside = [data.decode() for files in reader.attachments.values() for data in files]
                found[f"{format_} {language}"] = " ".join([*pages, str(reader.metadata), str(reader.trailer), *inside]).replace("- ", "-")
            elif format_ in ("odt", "docx", "ods", "xlsx"):
                found[f"{format_} {language}"] = packed(data)
            elif format_ in BINARY:
                found[f"{format_} {language}"] = " ".join(cell for _, row in sheet_rows(data) for cell in row)
            else:
                found[f"{format_} {language}"] = data.decode("utf-8-sig")
    return found


# The scan


def test_nothing_of_a_blind_answer_is_anywhere(
    evening: Evening, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    assert evening.session.get(Round, (1,)).blind  # type: ignore[union-attr]
    for where, said in evening.walk().items():
        for text in said:
            for planted in PLANTED:
                assert planted not in text, f"{where}: {text}"
    evening.window.workspace.undo()  # redo now has a label too
    evening.window.workspace.undo()
    evening.window.workspace.redo()
    evening.window.workspace.redo()
    evening.window.close_session()
    assert evening.window.current.NAME == "start"
    for text in evening.scan():
        assert not any(planted in text for planted in PLANTED), text
    assert any("Blinde avond" in text for text in evening.scan())  # the list of recent sessions was there to be read
    records = [record.getMessage() + str(record.args) for record in caplog.records]
    streams = capfd.readouterr()
    assert not any(planted in text for planted in PLANTED for text in [*records, streams.out, streams.err])


def test_no_cell_says_a_level_or_a_divergence(evening: Evening) -> None:
    words = level_words(labels())
    cells = [f"{value.name} × {platform.name}" for value in evening.session.values for platform in evening.session.platforms]
    told = 0
    for where, said in evening.walk().items():
        for text in said:
            assert "afwijkend:" not in text, where
            if any(cell in text for cell in cells):
                told += "nog blind" in text
                assert not [word for word in words if word in text.casefold()], f"{where}: {text}"
    assert told > 20


def test_the_overview_draws_no_mark_and_counts_no_hidden_cell(evening: Evening) -> None:
    overview = evening.window.screen_named("overview")
    assert isinstance(overview, OverviewScreen)
    evening.window.show_screen("overview")
    evening.ear.chips.clear()
    evening.scan()
    assert evening.ear.chips == []
    assert {key: badge.accessibleName() for key, badge in overview._counts.items() if not badge.accessibleName().endswith(" 0")} == {}
    first = overview.model.item(0, 0)
    assert (first.text, first.given) == ("4 van 5", (False, True, True, True, True))  # type: ignore[union-attr]
    assert "Ronde 1 is nog blind" in overview.note.text

    # Of a value that is revealed everything is shown, of the other still nothing.
    assert evening.window.workspace.reveal(1, "w1") is None
    evening.ear.chips.clear()
    evening.scan()
    assert evening.ear.chips
    assert "veel" not in evening.ear.chips
    assert overview._counts["eensgezind"].accessibleName().endswith(" 2")
    assert not any(planted in text for said in evening.walk().values() for text in said for planted in PLANTED)


@pytest.mark.parametrize("include", [False, True])
def test_the_exports(evening: Evening, include: bool) -> None:
    for where, text in exported(evening.session, include_blind=include).items():
        for planted in PLANTED:
            assert (planted in " ".join(text.split())) is (include and where.split()[0] in WITH_REASONS), where
        if where.startswith("csv"):
            assert ("veel=1" in text) is include
            assert ("nog blind" in text or "still blind" in text) is not include
        if where.startswith("pdf"):
            assert ("dierenwelzijn: 4 van 4" in text or "dierenwelzijn: 4 of 4" in text) is not include, text


def test_the_report_screen_writes_what_may_be_seen(
    qtbot: QtBot, evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.window.show_screen("report")
    report: Any = evening.window.current
    assert "Ronde 1 is nog blind" in report.blind.text()
    for offer in [*report._minutes_offers(), *report.files.offers]:
        target = tmp_path / f"uit-{offer.format}{FORMATS[offer.format]}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, _to=target, **_k: (str(_to), ""))
        report.band.hide()
        report.export(offer)
        qtbot.waitUntil(report.band.isVisible, timeout=20_000)
        data = target.read_bytes()
        text = data.decode("utf-8-sig") if offer.format not in BINARY else ""
        if offer.format in ("pdf", "table"):
            text = " ".join(page.extract_text() for page in PdfReader(target).pages)
        elif offer.format in ("odt", "docx", "ods", "xlsx"):
            text = packed(data)
        elif offer.format in BINARY:
            text = " ".join(cell for _, row in sheet_rows(data) for cell in row)
        assert not any(planted in text for planted in PLANTED)


def test_the_scan_finds_it_after_the_reveal(evening: Evening) -> None:
    """Sabotage: with nothing to hide, the same scan must see the planted answer on screen, on paper and in the files."""
    assert evening.window.workspace.reveal(1) is None
    found = {where for where, said in evening.walk().items() if any(REASON in text for text in said)}
    assert f"overview {DISCIPLINE} {PLANTER}" in found
    assert "overview value w2" in found or f"overview {VALUE} w2" in found
    assert "discuss w2 p1" in found
    assert any("dierenwelzijn" in text for text in evening.project()["projector cell w2 p1 0"][:2])
    files = exported(evening.session)
    assert {where.split()[0] for where, text in files.items() if REASON in " ".join(text.split())} == WITH_REASONS
    assert "dierenwelzijn" in files["csv nl"]
    evening.window.show_screen("overview")
    overview: Any = evening.window.current
    overview._choose_view(ALL)
    evening.ear.chips.clear()
    evening.scan()
    assert "veel" in evening.ear.chips


def test_the_scan_finds_a_screen_that_shows_too_much(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: hand the whole session to the screens and let them think that nothing is hidden, and the walk sees it.

    Both are needed: a screen that gets too much still knows which values are blind.
    """
    monkeypatch.setattr(Workspace, "shown", property(lambda workspace: workspace.session))
    nothing = {"hidden": lambda *_: False, "hidden_values": lambda *_: frozenset(), "blind_values": lambda *_: frozenset()}
    for module in [each for key, each in sys.modules.items() if key.startswith("kanaalwaarden.ui")]:
        for name, never in nothing.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, never)
    assert any(planted in text for said in evening.walk().values() for text in said for planted in PLANTED)


def test_the_scan_finds_it_where_it_is_entered(evening: Evening) -> None:
    """Sabotage: the screen of the discipline itself says it, so the walk would have seen it had it stayed there."""
    evening.window.show_screen("rate", PLANTER)
    rate: Any = evening.window.current
    rate.grid.setCurrentIndex(rate.grid_model.index_of("w2", "p1"))
    assert any(REASON in text for text in evening.scan())


@pytest.mark.parametrize("later", [False, True])
def test_answers_from_a_file_are_as_blind_as_those_from_keys(
    open_workspace: Callable[[Session], Workspace], tmp_path: Path, later: bool
) -> None:
    workspace = open_workspace(bare())
    source = tmp_path / "archief.csv"
    rows = ["ronde;discipline;platform;waarde;effect;toelichting;voorwaarde", f"1;archief;platform 1;waarde 1;veel;{REASON};"]
    source.write_text("\n".join([*rows, *(["2;archief;platform 1;waarde 1;geen;;"] if later else [])]), encoding="utf-8")
    assert workspace.import_ratings(source) == (2 if later else 1)
    assert bool(workspace.shown.ratings) is later  # a file with a second round tells of an evening that was
    assert bool(workspace.blind_progress()) is not later
    workspace.undo()
    assert workspace.session.get(Round, (1,)) is None
    assert workspace.session.ratings == []


def test_a_reveal_cannot_be_undone_from_the_window(evening: Evening) -> None:
    workspace = evening.window.workspace
    assert workspace.undo_label
    assert workspace.reveal(1, "w2") is None
    assert workspace.undo_label == ""
    workspace.undo()
    assert workspace.shown.rating(1, PLANTER, "p1", "w2") is not None
    assert workspace.shown.rating(1, PLANTER, "p1", "w1") is None


def test_a_blind_session_opened_as_an_exchange_file_stays_blind(evening: Evening, tmp_path: Path) -> None:
    path = tmp_path / "heel.json"
    path.write_bytes(export_bytes(evening.session, "json", labels(), prompts(), Options(include_blind=True)))
    evening.window.open_file(path)
    assert evening.window.workspace.is_example
    assert not any(planted in text for said in evening.walk().values() for text in said for planted in PLANTED)


def test_the_records_are_those_of_the_planted_session(evening: Evening) -> None:
    """What the other tests rely on: the planted one is alone on its level, and all but the first are ready."""
    session = evening.session
    assert isinstance(session.get(Value, ("w2",)), Value)
    assert [each.id for each in session.disciplines] == ["d1", "d2", "d3", "d4", "d5"]
    assert [each.ready for each in evening.window.workspace.blind_progress()] == [False, True, True, True, True]
