"""The home-visit sheet: one screen for a tablet or a keyboard, kept as a draft while it is filled.

What was seen and said, each person’s own words, what worries and what goes well, what was agreed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.draft import Content, Draft
from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Problem
from app.domain.visit import OwnWords, Visit, VisitDraft, VisitPlace
from app.operation import Command
from app.usecases.record_visit import change_visit, record_visit
from ui.choices import places
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.dialogs.sheet_form import SheetForm
from ui.form_content import put_back
from ui.widgets.buttons import Button
from ui.widgets.caution import AddressCaution
from ui.widgets.fields import Choice, NoteField, TickTiles
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import words
from ui.wording import sentences

WIDTH, HEIGHT = 1366, 880
WEEKS = (1, 2, 4)


class VisitDialog(DraftDialog):
    """Collects a `VisitDraft`; the rules about it live with the draft.

    `first` are those whose own words are asked for first: the children. `guarded` warns of
    addresses in what is typed. `draft` is carried on with. Staff safety is not on it: the sheet is
    open in the room (trap 22).
    """

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        today: date,
        visit: Visit | None = None,
        first: frozenset[str] = frozenset(),
        guarded: bool = False,
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        self._sheet = SheetForm()
        super().__init__(
            desk,
            self.command,
            title=tr("Visit", "Edit the visit") if visit else tr("Visit", "Record a visit"),
            save=tr("Visit", "Keep"),
            form=self._sheet,
            touch=True,
            parent=parent,
        )
        self._household = household
        self._visit = visit
        self._people = people
        self._today = today
        self._first = first
        self._caution = AddressCaution() if guarded else None
        if self._caution is not None:
            self._sheet.put_on_top(self._caution)
        self._add_first_half(people, today)
        self._add_second_half()
        self.seen.changed.connect(self._show_fields_for_seen)
        if visit is not None:
            self._fill(visit)
        self._show_fields_for_seen()
        open_at(self, WIDTH, HEIGHT)
        self.keep_as_draft("visit", household, about=visit.id if visit else "", draft=draft)

    def command(self) -> Command[Visit]:
        """Return the command for what the form says now."""
        if self._visit is not None:
            return change_visit(self._visit.id, self.draft())
        return record_visit(self.draft())

    def draft(self) -> VisitDraft:
        """Return what the form says now, people in the family's order."""
        seen = self.seen.chosen()
        said = {person: field.toPlainText() for person, field in self.words.items()}
        return VisitDraft(
            household=self._household,
            on=self.on.day(),
            place=VisitPlace(self.place.key()),
            seen=tuple(PersonId(person) for person in self._people if person in seen),
            words=tuple(
                OwnWords(person=PersonId(person), words=said[person])
                for person in self._people
                if said.get(person, "").strip()
            ),
            note=self.note.toPlainText(),
            agreed=self.agreed.toPlainText(),
            next_on=self.next_on.day(),
            worry=self.worry.toPlainText(),
            well=self.well.toPlainText(),
            others=self.others.text(),
        )

    def draft_content(self) -> Content:
        """Return what every field holds; somebody’s words only where there are any."""
        content = super().draft_content()
        empty = {f"words-{person}" for person, f in self.words.items() if not f.toPlainText()}
        return {name: value for name, value in content.items() if name not in empty}

    def restore(self, content: Content) -> None:
        """Put a draft back; the words of somebody who is not here any more go into the note."""
        for person in self._people:
            if f"words-{person}" in content:
                self._ask_for_words_of(person)
        left = put_back(self.form.fields(), content)
        self._show_fields_for_seen()
        for text in left.values():
            self.note.appendPlainText(text)

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what is wrong; a fault of the words is beside those too long."""
        found = sentences(problems)
        fault = found.pop("words", "")
        if fault:
            longest = max(self.words, key=lambda person: len(self.words[person].toPlainText()))
            found[f"words-{longest}"] = fault
        self.show_sentences(found)

    def _add_first_half(self, people: Mapping[str, str], today: date) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        with self._sheet.side_by_side():
            self.on = self.add_date("on", tr("Visit", "Date"), optional=False)
            self.on.set_day(today)
            hint = tr("Visit", "Or how you spoke with them")
            self.place = add("place", tr("Visit", "Where"), Choice(places()), hint=hint)
        self.seen = add("seen", tr("Visit", "Who was there"), TickTiles(people))
        self.others = add(
            "others", tr("Visit", "Who else was there"), QLineEdit(), optional=optional
        )
        self._words_heading = words(tr("Visit", "In their own words"), "section")
        self.form.put(self._words_heading)
        place = QWidget()
        self._words_place = QVBoxLayout(place)
        self._words_place.setContentsMargins(0, 0, 0, 0)
        self._words_place.setSpacing(12)
        self.form.put(place)
        self.words: dict[str, NoteField] = {}

    def _add_second_half(self) -> None:
        tr = QCoreApplication.translate
        self._sheet.second_column()
        self.worry = self._add_note("worry", tr("Visit", "What is worrying"), 2)
        self.well = self._add_note("well", tr("Visit", "What is going well"), 2)
        self.note = self._add_note("note", tr("Visit", "Note"), 4)
        with self._sheet.side_by_side():
            self.agreed = self._add_note("agreed", tr("Visit", "What was agreed"), 2)
            self.next_on = self.add_date("next_on", tr("Visit", "Next visit"))
        soon = QWidget()
        row = FlowLayout(soon)
        label = words(tr("Visit", "Next visit in"), "label")
        row.addWidget(label)
        self.weeks = {weeks: Button(_weeks(weeks)) for weeks in WEEKS}
        for weeks, button in self.weeks.items():
            said = tr("Visit", "Next visit in {0}").replace("{0}", _weeks(weeks))
            button.setAccessibleName(said)
            button.clicked.connect(partial(self._come_again, weeks))
            row.addWidget(button)
        self.form.put(soon)

    def _add_note(self, name: str, label: str, lines: int) -> NoteField:
        field = self.form.add(name, label, NoteField(lines=lines), optional=self.optional)
        if self._caution is not None:
            self._caution.watch(field)
        return field

    def _ask_for_words_of(self, person: str) -> None:
        """Make the field for somebody's own words, children first; there may be sixty people."""
        if person in self.words:
            return
        order = sorted(self._people, key=lambda one: one not in self._first)
        earlier = [one for one in order[: order.index(person)] if one in self.words]
        with self._sheet.into(self._words_place, len(earlier)):
            self.words[person] = self._add_note(f"words-{person}", self._people[person], 2)
        before: QWidget = self.words[earlier[-1]] if earlier else self.others
        QWidget.setTabOrder(before, self.words[person])

    def _come_again(self, weeks: int) -> None:
        self.next_on.set_day((self.on.day() or self._today) + timedelta(weeks=weeks))
        self.form.row("next_on").clear_problem()

    def _show_fields_for_seen(self) -> None:
        seen = self.seen.chosen()
        for person in seen:
            self._ask_for_words_of(person)
        for person in self.words:
            said = bool(self.words[person].toPlainText().strip())  # never lost by an unticked name
            self.form.row(f"words-{person}").setVisible(person in seen or said)
        asked = (self.form.row(f"words-{person}") for person in self.words)
        self._words_heading.setVisible(any(not row.isHidden() for row in asked))

    def _fill(self, visit: Visit) -> None:
        self.on.set_day(visit.on)
        self.place.choose(visit.place)
        self.seen.choose(frozenset(visit.seen))
        for said in visit.words:
            self._ask_for_words_of(said.person)
            self.words[said.person].setPlainText(said.words)
        self.note.setPlainText(visit.note)
        self.agreed.setPlainText(visit.agreed)
        self.next_on.set_day(visit.next_on)
        self.worry.setPlainText(visit.worry)
        self.well.setPlainText(visit.well)
        self.others.setText(visit.others)


def _weeks(weeks: int) -> str:
    tr = QCoreApplication.translate
    return (
        tr("Visit", "1 week") if weeks == 1 else tr("Visit", "{0} weeks").replace("{0}", str(weeks))
    )
