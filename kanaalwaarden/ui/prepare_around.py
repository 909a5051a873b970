"""What is known before the talk, in lists: accounts, guideline cards, and for which uses and groups a platform suits."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kanaalwaarden import paths
from kanaalwaarden.core.cards import is_old, starter_cards
from kanaalwaarden.core.dates import date_in_words
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.model import (
    AIMS,
    CARD_KINDS,
    CARD_STATES,
    COMMENTS,
    FITS,
    GOALS,
    OUTCOMES,
    PURPOSE_KINDS,
    TRAFFIC,
    YES_NO,
    Account,
    Card,
    Fit,
    Purpose,
)
from kanaalwaarden.core.text import same_name
from kanaalwaarden.ui.prepare_editors import Editor, yielding
from kanaalwaarden.ui.prepare_lists import Row
from kanaalwaarden.ui.row_pages import RowEditor, RowsPage, joined
from kanaalwaarden.ui.tell import ProblemDialog
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.verdict import Verdict
from kanaalwaarden.ui.widgets import Card as CardFrame
from kanaalwaarden.ui.widgets import LineField, Segments, button, label, open_at
from kanaalwaarden.ui.workspace import Workspace

STRATEGY = "doel.strategie"


class AccountEditor(RowEditor):
    """The fields of an account."""

    KIND = Account

    def _build(self) -> None:
        form = self.form
        self.name = form.line("name", self.tr("Account"), self.tr("As it is called on the platform."))
        self._platform = form.choice("platform", self.tr("Platform"), [])
        form.line("manager", self.tr("Manager"), self.tr("A team or a role, not a person."))
        form.check("project", self.tr("Account of a project"))
        form.choice("goal", self.tr("What for"), self.words("goal", GOALS))
        form.line("audience", self.tr("Audience"), words=self.workspace.prompts.lists.get("audiences", ()))
        form.choice("policy", self.tr("In line with our policy"), self.words("yes_no", YES_NO))
        form.choice("comments", self.tr("Comments"), self.words("comments", COMMENTS))
        form.choice("aim", self.tr("Aim"), self.words("aim", AIMS))
        form.line("activity", self.tr("What we do for it"))
        form.line("norm", self.tr("Norm"))
        form.choice("traffic", self.tr("Traffic"), self.words("traffic", TRAFFIC))
        strategy = self.workspace.prompts.prompt(STRATEGY)
        if strategy is not None:
            form.keys("strategies", self.tr("Approach"), [(each.key, each.label) for each in strategy.options])
        form.line("effect", self.tr("Effect that can be shown"))
        form.line("number", self.tr("Figure"), at_end=True)
        form.day("date", self.tr("Measured on"))
        form.text("note", self.tr("Note"), 2)

    def offer(self) -> None:
        self._platform.offer(self.platforms())


class AccountsPage(RowsPage):
    """Every account of ours, project accounts included."""

    KIND = Account

    def make_editor(self) -> Editor:
        return AccountEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Accounts")

    def add_word(self) -> str:
        return self.tr("Add account")

    def empty_sentence(self) -> str:
        return self.tr("There are no accounts yet. Read in a list, paste it from a spreadsheet, or add one.")

    def begins(self) -> dict[str, Any]:
        platforms = self.workspace.session.platforms
        return {"platform": self._only or (platforms[0].id if platforms else "")}

    def more_buttons(self, row: QLayout) -> None:
        self._only = ""
        self._wanted = ""
        self.import_button = button(self.theme, self.tr("Read in…"), "import")
        self.import_button.setToolTip(self.tr("A CSV or Excel file with a row for each account"))
        self.import_button.clicked.connect(self.ask_import)
        self.paste_button = button(self.theme, self.tr("Paste"), "clipboard-list")
        self.paste_button.setToolTip(self.tr("Rows that were copied in a spreadsheet, with their header (Ctrl+V)"))
        self.paste_button.clicked.connect(self.paste)
        self.export_button = button(self.theme, self.tr("Save as…"), "file-down")
        self.export_button.clicked.connect(self.ask_export)
        for each in (self.import_button, self.paste_button, self.export_button):
            row.addWidget(each)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)
        self.filter = LineField(self.theme, self.tr("Find in the accounts"))
        self.filter.setPlaceholderText(self.tr("find"))
        self.filter.setFixedWidth(round(self.theme.scaled(130)))
        self.filter.edited.connect(lambda text, _: self._find(text))
        row.addWidget(self.filter)

    def buttons(self) -> list[Any]:
        return [*super().buttons(), self.import_button, self.paste_button]

    def _find(self, text: str) -> None:
        self._wanted = same_name(text)
        self._refill()

    def records(self) -> list[Any]:
        rows = super().records()
        if not self._wanted:
            return rows
        return [each for each in rows if self._wanted in same_name(f"{each.name} {self._about(each)}")]

    def _about(self, account: Account) -> str:
        return joined(self.platform_name(account.platform), account.manager, account.audience)

    def row(self, number: int, record: Any) -> Row:
        policy = self.workspace.labels(f"minutes.policy_{record.policy}") if record.policy else ""
        project = self.tr("account of a project") if record.project else ""
        lines = [
            (self._about(record), False),
            (joined(self.word("goal", record.goal), self.word("comments", record.comments), policy, project), True),
        ]
        return self.made(number, record, record.name, lines, "")

    # In and out

    def ask_import(self) -> None:
        """Ask for a file and take its accounts in, or tell every line that is wrong."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Read in accounts"), home, self.tr("CSV or Excel (*.csv *.xlsx *.txt)"))
        if given:
            self._took(self.workspace.import_accounts(Path(given)))

    def paste(self) -> None:
        """Take in the rows on the clipboard."""
        if not self.workspace.read_only:
            self._took(self.workspace.paste_accounts(QApplication.clipboard().text()))

    def _took(self, result: Refused | int) -> None:
        if isinstance(result, Refused):
            ProblemDialog.tell(self, self.theme, self.workspace.labels, result)
            return
        self.tell(None)
        self._problem.tell(self.tr("%n account(s) read in. Ctrl+Z takes them back.", "", result))
        if self.model.rows:
            self.list.setFocus()

    def ask_export(self) -> None:
        """Ask where, and write the accounts as CSV or as Excel."""
        from kanaalwaarden.export.files import write_new
        from kanaalwaarden.export.formats import export_bytes

        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        kinds = ";;".join([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        given, kind = QFileDialog.getSaveFileName(self, self.tr("Save the accounts"), str(home / self.tr("accounts.xlsx")), kinds)
        if not given:
            return
        suffix = ".csv" if "csv" in kind.lower() else ".xlsx"
        asked = given.lower().endswith((".csv", ".xlsx"))
        path = Path(given if asked else given + suffix)
        format_ = "accounts" if path.suffix.lower() == ".csv" else "accounts-xlsx"
        try:
            data = export_bytes(self.workspace.session, format_, self.workspace.labels, self.workspace.prompts)
            write_new(path, data, overwrite=asked)
        except Refused as problem:
            self.tell(problem)
            return
        self._problem.tell(self.tr("Saved: {name}").format(name=path.name))


class CardEditor(RowEditor):
    """The fields of a guideline card."""

    KIND = Card

    def _build(self) -> None:
        form = self.form
        self.name = form.line("title", self.tr("Title"))
        form.choice("kind", self.tr("Kind"), self.words("card_kind", CARD_KINDS))
        form.line("maker", self.tr("Made by"))
        form.day("date", self.tr("Date"))
        form.choice("status", self.tr("Status"), self.words("status", CARD_STATES))
        form.text("text", self.tr("What it says"), 3)
        form.text("meaning", self.tr("What it means for us"), 3)
        form.text("source", self.tr("Source"), 1)
        self._platform = form.choice("platform", self.tr("Platform"), [])
        form.choice("outcome", self.tr("What they chose"), self.words("outcome", ("", *OUTCOMES)))
        form.day("checked", self.tr("Checked on"))
        self.today = button(self.theme, self.tr("Checked today"), "check")
        self.today.clicked.connect(lambda: self._send("", checked=datetime.date.today().isoformat()))
        form.column.addWidget(self.today, alignment=Qt.AlignmentFlag.AlignLeft)
        self.old = yielding(label(self.theme, self.tr("This card is over a year old. Look whether it still holds."), "secondary"))
        form.column.addWidget(self.old)

    def offer(self) -> None:
        self._platform.offer(self.platforms(self.tr("no platform in particular")))

    def also(self, record: Any) -> None:
        self.form._fields["outcome"].setVisible(record.kind == "keuze")
        self.today.setEnabled(not self.workspace.read_only)
        self.old.setVisible(is_old(record, on_day(self.workspace)))


def on_day(workspace: Workspace) -> str:
    """The day on which a card is old or not: that of the session, or today."""
    return workspace.session.case.date or datetime.date.today().isoformat()


class CardsPage(RowsPage):
    """Rules, facts and choices of others, each with its date."""

    KIND = Card

    def make_editor(self) -> Editor:
        return CardEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Guideline cards")

    def add_word(self) -> str:
        return self.tr("Add card")

    def empty_sentence(self) -> str:
        return self.tr("There are no cards yet. A card is a dated rule, a fact, or what another authority chose.")

    def more_buttons(self, row: QLayout) -> None:
        self.take_button = button(self.theme, self.tr("Supplied cards…"), "import")
        self.take_button.clicked.connect(self.take)
        row.addWidget(self.take_button)
        choices = [("", self.tr("All")), ("kader", self.tr("Guidelines and facts")), ("keuze", self.tr("Choices of others"))]
        self.part = Segments(self.theme, choices, self.tr("Shown"))
        self.part.show_key("")
        self.part.chosen.connect(lambda _: self._refill())
        row.addWidget(self.part)

    def buttons(self) -> list[Any]:
        return [*super().buttons(), self.take_button]

    def records(self) -> list[Any]:
        rows = super().records()
        return [each for each in rows if not self.part.key or (each.kind == "keuze") == (self.part.key == "keuze")]

    def begins(self) -> dict[str, Any]:
        return {"kind": self.part.key or "kader"}

    def row(self, number: int, record: Any) -> Row:
        labels = self.workspace.labels
        old = self.tr("over a year old") if is_old(record, on_day(self.workspace)) else ""
        chosen = joined(self.word("status", record.status), self.word("outcome", record.outcome))
        lines = [(joined(record.maker, date_in_words(record.date, labels), chosen), False), (record.meaning, True)]
        aside = "\n".join(part for part in (self.word("card_kind", record.kind), old) if part)
        return self.made(number, record, record.title, lines, aside)

    def take(self) -> None:
        """Add the shipped cards that somebody picks."""
        session = self.workspace.session
        there = {each.id for each in session.rows(Card)}
        shipped = starter_cards(paths.read_json("cards.json"), session, self.workspace.labels.language)
        rows = [each for each in shipped if each["id"] not in there]
        title = self.tr("Supplied cards")
        chosen = Picker.ask(self, self.theme, title, [(f"{each['title']} ({each['date'][:4]})", each["text"]) for each in rows])
        if chosen:
            self.tell(self.workspace.add_rows(Card, [rows[place] for place in chosen]))


class Picker(QDialog):
    """Some of several things, each with a line that explains it."""

    @classmethod
    def ask(cls, parent: QWidget, theme: Theme, title: str, offers: Sequence[tuple[str, str]]) -> list[int]:
        """The places of what was picked; none when cancelled."""
        dialog = cls(parent, theme, title, offers)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen if accepted else []
        dialog.deleteLater()
        return chosen

    def __init__(self, parent: QWidget, theme: Theme, title: str, offers: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(4))
        told = self.tr("What do you want to add? You can change every text afterwards.")
        if not offers:
            told = self.tr("Everything is in the list already.")
        column.addWidget(label(theme, told))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, text in offers:
            item = QListWidgetItem(f"{name}\n{text}" if text else name, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(lambda _: self._count())
        card = CardFrame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        column.addWidget(card, 1)
        row = QHBoxLayout()
        self.all = button(theme, self.tr("Choose all"))
        self.all.clicked.connect(self._choose_all)
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)
        self.all.setVisible(bool(offers))
        boxes = QDialogButtonBox()
        self.take = button(theme, self.tr("Add"), primary=True)
        self.take.setEnabled(False)
        boxes.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        boxes.addButton(button(theme, self.tr("Cancel"), tall=True), QDialogButtonBox.ButtonRole.RejectRole)
        boxes.accepted.connect(self.accept)
        boxes.rejected.connect(self.reject)
        column.addWidget(boxes)
        if offers:
            self.list.setCurrentRow(0)
        open_at(self, theme, 580, 440)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _choose_all(self) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked)

    @property
    def chosen(self) -> list[int]:
        """The places of what is checked."""
        return [place for place, item in enumerate(self._items()) if item.checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        self.take.setEnabled(bool(self.chosen))


class FitLine(Verdict):
    """Whether one platform suits a use or a group."""

    def __init__(self, workspace: Workspace, theme: Theme, platform: str, name: str, words: list[tuple[str, str]]) -> None:
        super().__init__(theme, name, words, self.tr("why, or provided that"))
        self._workspace, self._platform = workspace, platform
        self.purpose = ""
        self.chosen.connect(lambda key: self._send("", suits=key))
        self.edited.connect(lambda text, group: self._send(group, text=text))

    def _send(self, group: str, **given: str) -> None:
        self._workspace.fill(Fit, (self.purpose, self._platform), group, **given)

    def show_fit(self, purpose: str) -> None:
        """Show what is kept for this use or group."""
        if purpose != self.purpose:
            self.pass_on()
            self.purpose = purpose
        fit = self._workspace.session.get(Fit, (purpose, self._platform)) or Fit(purpose, self._platform)
        self.show_verdict(fit.suits, fit.text, read_only=self._workspace.read_only)


class PurposeEditor(RowEditor):
    """A use or a target group, and for every platform whether it suits."""

    KIND = Purpose

    def _build(self) -> None:
        self.name = self.form.line("name", self.tr("Use or target group"))
        self.form.choice("kind", self.tr("Kind"), self.words("purpose_kind", PURPOSE_KINDS))
        self.form.text("note", self.tr("What must be known about it"), 2, self.tr("For example: digital differences inside the group."))
        self.lines: dict[str, FitLine] = {}
        self._fits = QVBoxLayout()
        self._fits.setSpacing(self.theme.space(2))
        self.form.column.addLayout(self._fits)

    def also(self, record: Any) -> None:
        platforms = self.workspace.session.platforms
        if [each.id for each in platforms] != list(self.lines):
            for line in self.lines.values():
                line.setParent(None)
                line.deleteLater()
            words = [(key, self.workspace.labels(f"choice.suits.{key}")) for key in FITS if key]
            self.lines = {each.id: FitLine(self.workspace, self.theme, each.id, each.name, words) for each in platforms}
            for line in self.lines.values():
                self._fits.addWidget(line)
        for line in self.lines.values():
            line.show_fit(record.id)


class PurposesPage(RowsPage):
    """Uses and target groups, with for every platform whether it suits."""

    KIND = Purpose

    def make_editor(self) -> Editor:
        return PurposeEditor(self.workspace, self.theme)

    def list_name(self) -> str:
        return self.tr("Uses and target groups")

    def add_word(self) -> str:
        return self.tr("Add use or group")

    def empty_sentence(self) -> str:
        return self.tr("There are no uses or target groups yet. Quick notices, for example, or young people.")

    def more_buttons(self, row: QLayout) -> None:
        self.take_button = button(self.theme, self.tr("Examples…"), "import")
        self.take_button.clicked.connect(self.take)
        row.addWidget(self.take_button)

    def buttons(self) -> list[Any]:
        return [*super().buttons(), self.take_button]

    def row(self, number: int, record: Any) -> Row:
        session = self.workspace.session
        told: dict[str, list[str]] = {}
        for platform in session.platforms:
            found: Fit | None = session.get(Fit, (record.id, platform.id))
            if found is not None and found.suits:
                told.setdefault(found.suits, []).append(platform.name)
        parts = [f"{self.word('suits', key)}: {', '.join(told[key])}" for key in FITS if key in told]
        lines = [(joined(*parts), False), (record.note, True)]
        return self.made(number, record, record.name, lines, self.word("purpose_kind", record.kind))

    def take(self) -> None:
        """Add examples that somebody picks."""
        lists = self.workspace.prompts.lists
        there = {same_name(each.name) for each in self.workspace.session.rows(Purpose)}
        offers = [(name, "gebruik") for name in lists.get("uses", ())] + [(name, "doelgroep") for name in lists.get("audiences", ())]
        offers = [(name, kind) for name, kind in offers if same_name(name) not in there]
        words = [(name, self.word("purpose_kind", kind)) for name, kind in offers]
        chosen = Picker.ask(self, self.theme, self.tr("Examples"), words)
        if chosen:
            self.tell(self.workspace.add_rows(Purpose, [{"name": offers[place][0], "kind": offers[place][1]} for place in chosen]))
