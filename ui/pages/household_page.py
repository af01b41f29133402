"""The family desk: header, tabs, picture or table, and the inspector of whoever is chosen."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.dates import ADULT
from app.domain.happening import Line, LineKind
from app.domain.ids import HouseholdId, PersonId
from app.domain.prompts import Due, things_due
from app.domain.record import Record
from app.usecases.open_household import open_household
from app.usecases.show_family import can_look
from ui.chronology_rows import ChronologyRow, chronology_rows
from ui.desk import Desk
from ui.models.tables import (
    PersonLine,
    SharingLine,
    papers_model,
    people_model,
    person_lines,
    sharing_lines,
)
from ui.pages.chronology_pane import ChronologyPane
from ui.pages.household_header import HouseholdHeader
from ui.pages.inspector import Inspector
from ui.pages.missing_pane import MissingPane
from ui.pages.picture_pane import PicturePane
from ui.pages.plan_pane import PlanPane
from ui.pages.sharing_pane import SharingPane
from ui.pages.side_panel import SidePanel
from ui.present import Presented, present
from ui.prompt_words import prompt_sentence
from ui.theme import current_theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.draft_strip import DraftStrip
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_turns import InTurns
from ui.widgets.table_pane import TablePane
from ui.widgets.value_table import ValueTable


class HouseholdPage(QWidget):
    """Shows one household and keeps in step with the store. Actions are told, not done."""

    edit_asked = Signal(str)
    decision_asked = Signal(str, str)
    request_asked = Signal(str, str)
    outcome_asked = Signal(str, str)
    form_asked = Signal(str)
    visit_asked = Signal(str)
    note_asked = Signal(str)
    relationships_asked = Signal(str)
    involvement_asked = Signal(str, str)
    step_asked = Signal(str, str, str)  # what about sharing, person, agency
    add_asked = Signal(str)
    print_asked = Signal()
    back_asked = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._catalogue = catalogue
        self._household: HouseholdId | None = None
        self.presented: Presented | None = None
        self._by_hand = False  # whether the worker chose whoever is chosen
        self._due: tuple[Due, ...] = ()
        self._turns = InTurns(self)  # parts that still show an earlier reading
        self._make_parts()
        self._arrange()
        self._connect()

    def open(self, household: HouseholdId) -> None:
        """Open a household: read it, note that it was looked at, and show it."""
        self._household = household
        self._by_hand = False
        self._forget()
        self.inspector.show_nobody()
        self._desk.do(open_household(household), owner=self, then=self._read)

    def refresh(self) -> None:
        """Read the household again, as something was changed."""
        household = self._household
        if household is not None:
            self._desk.ask(lambda work: work.record(household), owner=self, then=self._read)

    def close_household(self) -> None:
        """Forget the household that is shown."""
        self._household = None
        self._forget()

    def _forget(self) -> None:
        self.presented = None
        self._turns.forget()
        self.chronology.fill((), {}, {})
        self.setUpdatesEnabled(True)

    def choose(self, id_: str) -> None:
        """Choose a person or an agency in the picture, the table and the inspector."""
        self._choose(id_)
        self.side.bring_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.side.fit()

    @property
    def chosen_by_hand(self) -> str:
        """Return the person the worker chose, if they can look at a screen, or "".

        Whom the page itself begins with was chosen by nobody: it may not be who is at the table.
        """
        id_ = self._chosen_person() if self._by_hand else ""
        if self.presented is None or not id_:
            return ""
        return id_ if can_look(self.presented.record.person(PersonId(id_))) else ""

    def _choose(self, id_: str) -> None:
        self._by_hand = True
        self.picture.select(id_)
        if self.presented is not None:
            self.inspector.show_one(id_, self.presented)

    def _make_parts(self) -> None:
        tr = QCoreApplication.translate
        self.header = HouseholdHeader()
        self.drafts = DraftStrip(self._desk)
        self.banner = Banner("", why=tr("Desk", "Show"))
        self.picture = PicturePane()
        self.people = ValueTable(people_model(), name=tr("Desk", "People"))
        self.sharing_pane = SharingPane(self._chosen_person)
        self.sharing = self.sharing_pane.table
        self.chronology = ChronologyPane()
        self.happenings = self.chronology.table
        self.papers = ValueTable(papers_model(), name=tr("Desk", "Papers"))
        self.inspector = Inspector(self._catalogue)
        self.picture_again = Button(tr("Desk", "Show the picture"), icon_name="network")
        self.people_pane = TablePane(self.people, self.picture_again)
        self.papers_pane = TablePane(
            self.papers,
            empty=EmptyState(
                heading=tr("Desk", "No paper yet"),
                sentence=tr("Desk", "Every form, letter and picture you print or save is listed."),
                icon_name="file-text",
            ),
        )
        self.plan = PlanPane(self._catalogue)
        self.missing = MissingPane(self._catalogue)
        self.pages = QStackedWidget()
        self._fills: dict[QWidget, Callable[[Presented], object]] = {
            self.picture: self.picture.show_family,
            self.people_pane: self._show_people,
            self.sharing_pane: self._show_sharing,
            self.chronology: self._show_chronology,
            self.papers_pane: self._show_papers,
            self.plan: self.plan.show_plan,
            self.missing: self.missing.show_questions,
        }
        for page in self._fills:
            self.pages.addWidget(page)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.header)
        self._strip = QFrame()
        self._strip.setProperty("ground", "canvas")
        around = QVBoxLayout(self._strip)
        around.setContentsMargins(16, 12, 16, 4)
        around.addWidget(self.banner)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.drafts)
        body.addWidget(self._strip)
        body.addWidget(self.pages, 1)
        middle.addLayout(body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(self.inspector)
        self.side = SidePanel(self, row, self.header, body, self.inspector)

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self._show_tab)
        self.header.print_asked.connect(self.print_asked)
        self.header.back_asked.connect(self.back_asked)
        self.header.add_asked.connect(self.add_asked)
        self.header.form_asked.connect(self._form_for_chosen)
        self.header.request_asked.connect(self._request_for_chosen)
        self.picture.chosen.connect(self.choose)
        self.picture.opened.connect(self.edit_asked)
        self.picture.table_asked.connect(self._toggle_table)
        self.inspector.edit_asked.connect(self.edit_asked)
        self.inspector.decision_asked.connect(self.decision_asked)
        self.inspector.request_asked.connect(self.request_asked)
        self.inspector.form_asked.connect(self.form_asked)
        self.inspector.chosen.connect(self.choose)
        self.picture_again.clicked.connect(self._back_to_picture)
        self.inspector.relationships_asked.connect(self.relationships_asked)
        self.sharing_pane.decision_asked.connect(self.decision_asked)
        self.sharing_pane.request_asked.connect(self.request_asked)
        self.sharing_pane.outcome_asked.connect(self.outcome_asked)
        self.sharing_pane.involvement_asked.connect(self.involvement_asked)
        self.sharing_pane.step_asked.connect(self.step_asked)
        self.sharing_pane.person_chosen.connect(self._choose)
        self.people.value_chosen.connect(self._line_chosen)
        self.sharing.value_chosen.connect(self._line_chosen)
        self.chronology.opened.connect(self._line_opened)
        self.chronology.note_asked.connect(partial(self.add_asked.emit, "note"))
        self.banner.why_asked.connect(self._show_prompt)
        self.pages.currentChanged.connect(self._fill_current)
        self.missing.chosen.connect(self.choose)
        self._desk.changed.connect(self._changed)

    def _read(self, record: Record) -> None:
        self._desk.ask(lambda work: work.now.date(), owner=self, then=partial(self._draw, record))

    def _draw(self, record: Record, today: date) -> None:
        if record.household.id != self._household:
            return
        faces = tuple(current_theme().font(14).families())
        before = self.presented.picture if self.presented is not None else None

        def make() -> Presented:
            return present(record, self._catalogue, today, faces, before)

        self._desk.make(make, owner=self, then=self._show)

    def _show(self, presented: Presented) -> None:
        if presented.record.household.id != self._household:
            return
        first = self.presented is None
        self.presented = presented
        self.setUpdatesEnabled(False)  # until what is seen is of one reading
        pieces: dict[Hashable, Callable[[], object]] = {
            page: partial(fill, presented) for page, fill in self._fills.items()
        }
        seen: dict[Hashable, Callable[[], object]] = {
            self.picture: pieces.pop(self.picture),
            self.header: partial(self._show_around, presented),
            self.inspector: partial(self._show_chosen, presented, first),
        }
        current = self.pages.currentWidget()
        if current in pieces:
            seen = {current: pieces.pop(current)} | seen
        self._turns.begin(seen | pieces)

    def _show_around(self, presented: Presented) -> None:
        self.header.show_household(presented)
        self._show_banner(presented)
        self.drafts.show_for(presented.record.household.id)

    def _show_chosen(self, presented: Presented, first: bool) -> None:
        """Show whoever is chosen: the last of what is seen, so the page may be painted again."""
        if self.inspector.shown or not first:
            self.inspector.show_one(self.inspector.shown, presented)
        else:
            self._choose(self._first_to_show(presented))
            self._by_hand = False
        self.setUpdatesEnabled(True)
        self.shown.emit()

    def _fill_current(self) -> None:
        self._turns.now(self.pages.currentWidget())

    def _show_people(self, presented: Presented) -> None:
        seconds = {person.id: person.second_line for person in presented.family.people}
        words = self._catalogue.picture
        self.people.fill(person_lines(presented.view, words, presented.relations, seconds))

    def _show_sharing(self, presented: Presented) -> None:
        words = self._catalogue.picture
        self.sharing.fill(sharing_lines(presented.record, presented.view, words))
        self.sharing_pane.show_grid(presented.view, words)

    def _show_papers(self, presented: Presented) -> None:
        self.papers.fill(tuple(reversed(presented.record.papers)))

    def _show_banner(self, presented: Presented) -> None:
        self._due = things_due(presented.record, self._catalogue.law, presented.today)
        self._strip.setVisible(bool(self._due))
        if self._due:
            more = len(self._due) - 1
            said = QCoreApplication.translate("Desk", "{0} more").replace("{0}", str(more))
            self.banner.say(
                prompt_sentence(self._due[0], presented.record), more=said if more else ""
            )

    def _first_to_show(self, presented: Presented) -> str:
        """Return whom to begin with: whom the banner is about, else the eldest child at home."""
        if self._due:
            return self._due[0].person
        children = [p for p in presented.view.people if p.age is not None and p.age < ADULT]
        people = children or list(presented.view.people)
        return min(people, key=lambda p: p.born).id if people else ""

    def _show_tab(self, key: str) -> None:
        self.pages.setCurrentWidget(
            {
                "household": self.picture,
                "plan": self.plan,
                "missing": self.missing,
                "sharing": self.sharing_pane,
                "timeline": self.chronology,
                "papers": self.papers_pane,
            }[key]
        )

    def _toggle_table(self) -> None:
        self.pages.setCurrentWidget(self.people_pane)
        self.people.choose(lambda line: line.person == self.inspector.shown)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_picture(self) -> None:
        self.pages.setCurrentWidget(self.picture)

    def _line_chosen(self, line: PersonLine | SharingLine) -> None:
        self._choose(line.person)

    def _show_chronology(self, presented: Presented) -> None:
        """Have the lines put in words behind the window: there can be thousands."""
        names = {person.id: person.name for person in presented.family.people}
        self._desk.make(
            lambda: chronology_rows(presented.record, names),
            owner=self,
            then=partial(self._fill_chronology, presented),
        )

    def _fill_chronology(self, presented: Presented, rows: tuple[ChronologyRow, ...]) -> None:
        if self.presented is presented:
            people = {person.id: person.name for person in presented.family.people}
            agencies = {agency.id: agency.name for agency in presented.view.agencies}
            self.chronology.fill(rows, people, agencies)

    def _line_opened(self, line: Line) -> None:
        """Open what a line is from; where there is no form for it, show whom it is about."""
        first = line.people[0] if line.people else ""
        if line.kind in (LineKind.VISIT, LineKind.WORDS):
            self.visit_asked.emit(line.opens)
        elif line.kind is LineKind.NOTE:
            self.note_asked.emit(line.opens)
        elif line.kind in (LineKind.BORN, LineKind.DIED, LineKind.EXPECTED):
            self.edit_asked.emit(line.opens)
        elif line.kind in (LineKind.BEGAN, LineKind.ENDED):
            self.relationships_asked.emit(first)
        elif line.kind in (LineKind.INVOLVED, LineKind.NOT_INVOLVED) and line.agency is not None:
            self.involvement_asked.emit(first, line.agency)
        elif line.kind is LineKind.PAPER:
            self.header.tabs.choose("papers")
        elif first:
            self.choose(first)

    def _form_for_chosen(self) -> None:
        self.form_asked.emit(self._chosen_person())

    def _request_for_chosen(self) -> None:
        self.request_asked.emit(self._chosen_person(), "")

    def _chosen_person(self) -> str:
        people = self.presented.view.people if self.presented is not None else ()
        return self.inspector.shown if any(p.id == self.inspector.shown for p in people) else ""

    def _show_prompt(self) -> None:
        if self._due:
            self.choose(self._due[0].person)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds:  # a look changes nothing
            self.refresh()
