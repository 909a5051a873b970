"""What holds for everything that leaves the room: the edition, the language; and the minutes in their forms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kanaalwaarden.core.edition import may_publish, traceable
from kanaalwaarden.core.errors import Refused
from kanaalwaarden.core.house import House, house_colour
from kanaalwaarden.core.model import Publication
from kanaalwaarden.ui.prepare_editors import Check, Choice, Form, Radio, document_languages, yielding
from kanaalwaarden.ui.report_files import Offer
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.widgets import Card, Column, Labelled, LineField, button, label, show_checked, when_chosen
from kanaalwaarden.ui.workspace import Workspace


class PublicationForm(Form):
    """What holds for the public edition."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, lambda group, **given: workspace.fill(Publication, (1,), group, **given), parent)
        kinds = [("", self.tr("not filled in")), ("ja", self.tr("yes: views are published too")), ("nee", self.tr("no: facts only"))]
        self.choice("formal", self.tr("Is this for a formal decision of the executive? (Woo, article 5.2)"), kinds)
        self.text("withheld", self.tr("Names and words to leave out as well"), 2, self.tr("One on each line."))
        text = self.tr("Teams and bodies that may be named as owner or decider")
        self.text("bodies", text, 2, self.tr("One on each line; never the name of a person. Disciplines are named already."))
        self.day("names_until", self.tr("Keep names of people until (the program warns afterwards)"))

    def show_publication(self, another: bool) -> None:
        """Show what is kept."""
        self.show_fields(self._workspace.session.publication, another=another)
        self.set_read_only(self._workspace.read_only)


class EditionChoice(QWidget):
    """For whom it is: two cards with a radio button, of which one holds."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Edition"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        self._group = QButtonGroup(self)
        self._radios: dict[str, Radio] = {}
        words = {
            "internal": (self.tr("Internal"), self.tr("all ratings, reasons and names that are filled in")),
            "public": (self.tr("Public"), self.tr("views not traceable to persons; what is left out is listed")),
        }
        for key, (name, about) in words.items():
            card = Card()
            inside = QVBoxLayout(card)
            inside.setContentsMargins(*[theme.space(3)] * 4)
            inside.setSpacing(0)
            radio = Radio(name)
            radio.setFont(theme.font("body", bold=True))
            radio.setMinimumHeight(round(theme.size("hit_min")))
            radio.setAccessibleDescription(about)
            told = yielding(label(theme, about, "secondary", muted=True))
            told.setContentsMargins(round(theme.scaled(26)), 0, 0, 0)
            inside.addWidget(radio)
            inside.addWidget(told)
            self._group.addButton(radio)
            when_chosen(radio, partial(self.chosen.emit, key))
            self._radios[key] = radio
            column.addWidget(card)
        self.show_key("internal")

    @property
    def key(self) -> str:
        """The edition that holds."""
        return next(key for key, radio in self._radios.items() if radio.isChecked())

    def show_key(self, key: str) -> None:
        """Make this one hold, without telling anyone."""
        show_checked(self._radios[key], True)


class HouseForm(QWidget):
    """The organisation's own logo and colour, for every session on this computer."""

    changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(3), 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(label(theme, self.tr("House style"), "section", bold=True))
        self.colour = LineField(theme, self.tr("Colour of the headings"))
        self.colour.setPlaceholderText("#154273")
        self.colour.editingFinished.connect(self._take_colour)
        self._colour = Labelled(theme, self.tr("Colour of the headings"), self.colour)
        column.addWidget(self._colour)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        self.logo = button(theme, self.tr("Logo…"), "file-input")
        self.logo.clicked.connect(self._take_logo)
        row.addWidget(self.logo)
        self.remove = button(theme, self.tr("Remove logo"), "x")
        self.remove.clicked.connect(lambda: self._use(replace(workspace.house, logo=b"")))
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        self.told = yielding(label(theme, "", "secondary"))
        column.addWidget(self.told)
        self.show_house()

    def show_house(self, problem: Refused | None = None) -> None:
        """Show what is set, and what went wrong with a logo."""
        house = self._workspace.house
        self.colour.show_text(house.colour)
        self.remove.setVisible(bool(house.logo))
        self.told.setText(self._workspace.labels.problem(problem) if problem else "")
        self.told.setProperty("ink", "danger" if problem else "")
        self.told.setVisible(problem is not None)

    def _take_colour(self) -> None:
        try:
            colour = house_colour(self.colour.text())
        except Refused as problem:
            self._colour.show_problem(problem, self._workspace.labels)
            return
        self._colour.show_problem(None, self._workspace.labels)
        if colour != self._workspace.house.colour:
            self._use(replace(self._workspace.house, colour=colour))

    def _take_logo(self) -> None:
        given, _ = QFileDialog.getOpenFileName(self, self.tr("Logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg)"))
        if not given:
            return
        logo = self._workspace.logo_of(Path(given))
        if isinstance(logo, Refused):
            self.show_house(logo)
        else:
            self._use(replace(self._workspace.house, logo=logo))

    def _use(self, house: House) -> None:
        self.show_house(self._workspace.use_house(house))
        self.changed.emit()


class ReportSide(QFrame):
    """The panel at the right: for whom, in which language, and in which form."""

    changed = Signal()
    """Another edition or language was chosen."""
    save_wanted = Signal(object)
    """Somebody wants this offer as a file."""

    def __init__(self, workspace: Workspace, theme: Theme, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self.setProperty("panel", "right")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = Column(theme)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(area, 1)
        self.column = column = area.column
        column.setSpacing(theme.space(4))
        column.addWidget(label(theme, self.tr("Edition"), "section", bold=True))
        self.edition = EditionChoice(theme)
        self.edition.chosen.connect(lambda _: self._chosen())
        column.addWidget(self.edition)
        self.left_out = yielding(label(theme, "", "secondary"))
        column.addWidget(self.left_out)
        self.publication = PublicationForm(workspace, theme)
        column.addWidget(self.publication)
        text = self.tr("Language of the document")
        self.language = Choice(theme, text, document_languages())
        self.language.chosen.connect(lambda _: self.changed.emit())
        name = yielding(label(theme, text))
        name.setBuddy(self.language)
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addWidget(name, 1)
        row.addWidget(self.language)
        column.addLayout(row)
        self.forms = QWidget()
        column.addWidget(self.forms)
        self.buttons = self._build_forms(offers)
        self.house = HouseForm(workspace, theme)
        self.house.changed.connect(self.changed)
        column.addWidget(self.house)
        self.mdto = Check(theme, self.tr("Metadata for the archive too"))
        self.mdto.setToolTip(self.tr("Two small files beside what is saved (MDTO 1.0)."))
        self.mdto.setAccessibleDescription(self.mdto.toolTip())
        column.addWidget(self.mdto)
        column.addStretch(1)
        self.foot = QWidget()
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(*[theme.space(6)] * 4)
        self.print = button(theme, self.tr("Print…"), "printer", tall=True)
        self.print.setToolTip("Ctrl+P")
        foot.addWidget(self.print)
        whole.addWidget(self.foot)

    def _build_forms(self, offers: Sequence[Offer]) -> dict[str, QPushButton]:
        theme = self._theme
        column = QVBoxLayout(self.forms)
        column.setContentsMargins(0, theme.space(3), 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(label(theme, self.tr("Save as"), "section", bold=True))
        made: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.space(3))
        for place, offer in enumerate(offers):
            each = button(theme, offer.act, "file-down" if place == 0 else "", primary=place == 0, tall=True)
            each.setAccessibleName(offer.name)
            each.setAccessibleDescription(offer.holds)
            each.setToolTip(offer.holds)
            each.clicked.connect(self._saver(offer))
            made[offer.format] = each
            if place == 0:
                column.addWidget(each)
                column.addLayout(grid)
            else:
                grid.addWidget(each, (place - 1) // 2, (place - 1) % 2)
        return made

    def _saver(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.save_wanted.emit(offer)

    def _chosen(self) -> None:
        self.show_edition()
        self.changed.emit()

    def show_edition(self) -> None:
        """What the public edition leaves out and whom it shows, before anything is saved; the form for it only where it matters."""
        public = self.edition.key == "public"
        self.publication.setVisible(public)
        session = self._workspace.shown
        told: list[str] = []
        if public:
            alone = [each.name for each in session.disciplines if traceable(session, each) and not session.read_back(each.id).shown]
            silent = [each.name for each in session.disciplines if not may_publish(session, each.id)]
            together = [each for each in session.disciplines if session.read_back(each.id).shown == "samen"]
            told.append(self.tr("Names of people are left out, in every format."))
            if alone:
                text = self.tr("One person speaks for: {names}. That person can be traced. Under Read-back you choose how it is shown.")
                told.append(text.format(names=", ".join(alone)))
            if len(together) == 1:
                told.append(self.tr("Only one discipline stands under the common name: who knows the table, knows which."))
            if silent:
                told.append(self.tr("The views of these are left out: {names}.").format(names=", ".join(silent)))
        self.left_out.setText("\n".join(told))
        self.left_out.setVisible(bool(told))
