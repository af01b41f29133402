"""The first family of the caseload, put in through the forms: nothing of it cannot be entered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.home import Home, Stay
from app.domain.household import HouseholdDraft
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Person
from app.domain.record import Record
from app.domain.relationship import Relationship
from app.usecases.keep_household import add_household
from tests.builders import family
from tests.ui.desk_builders import TODAY, OpenDesk, empty_store, keep, open_desk, show_dialog
from ui.dates import long_date
from ui.dialogs.home_dialog import HomeDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.relationship_dialog import RelationshipDialog
from ui.dialogs.stay_dialog import StayDialog
from ui.partial_dates import partial_words

pytestmark = pytest.mark.timeout(100)


@pytest.fixture
def new_office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk over a store with nobody in it."""
    with open_desk(qtbot, empty_store) as office:
        yield office


def day(on: date | None) -> str:
    return "" if on is None else long_date(on)


class Typist:
    """Puts what a record holds into forms, as somebody with a file on paper would."""

    def __init__(self, qtbot: QtBot, office: OpenDesk, paper: Record) -> None:
        self.qtbot, self.office, self.paper = qtbot, office, paper
        self.household = office.run(add_household(HouseholdDraft(name=paper.household.name))).id
        self.people: dict[str, str] = {}
        self.homes: dict[str, str] = {}

    def keep(self, dialog: Any) -> Any:
        show_dialog(self.qtbot, dialog)
        return keep(self.qtbot, dialog)

    def labels(self) -> dict[str, str]:
        return {self.homes[h.id]: h.label for h in self.paper.homes if h.id in self.homes}

    def names(self) -> dict[str, str]:
        return {self.people[p.id]: p.name for p in self.paper.people if p.id in self.people}

    def home(self, home: Home) -> None:
        dialog = HomeDialog(self.office.desk, self.household, people={})
        dialog.label.setText(home.label)
        dialog.lines.setPlainText("\n".join(home.lines))
        dialog.postcode.setText(home.postcode.lower())
        self.homes[home.id] = self.keep(dialog).id

    def person(self, person: Person) -> None:
        dialog = PersonDialog(self.office.desk, self.household, homes=self.labels())
        dialog.names.given.setText(person.given)
        dialog.names.family.setText(person.family)
        dialog.names.known_as.setText(person.known_as)
        dialog.names.born.setText(partial_words(person.born))
        dialog.names.due.setText(day(person.due))
        dialog.identity.gender.choose(person.gender)
        dialog.identity.sex.choose(person.sex)
        dialog.needs.help.choose(frozenset({"easy_read"} if person.needs.easy_read else ()))
        dialog.needs.print_points.choose(str(person.needs.print_points))
        dialog.needs.paper.setText(person.needs.paper)
        dialog.needs.note.setPlainText(person.needs.note)
        for way, choice in dialog.reach.ways.items():
            choice.choose(getattr(person.contact, way))
        dialog.reach.times.setText(person.contact.times)
        dialog.school.school_year.setText(person.school_year)
        for number in self.paper.identifiers:
            if number.person == person.id:
                row = dialog.numbers.single[number.system]
                row.value.setText(number.value)
                row.source.setText(number.source)
                row.verified_on.setText(day(number.verified_on))
        for point in self.paper.contact_points:
            if point.person == person.id:
                card = dialog.reach.points.add_card()
                card.value.setText(point.value)
                card.label.setText(point.label)
        self.people[person.id] = self.keep(dialog).id

    def stay(self, stay: Stay) -> None:
        person = PersonId(self.people[stay.person])
        dialog = StayDialog(self.office.desk, person, name="them", homes=self.labels())
        dialog.home.choose(self.homes[stay.home])
        dialog.main.choose(frozenset({"main"} if stay.main else ()))
        dialog.nights.setText("" if stay.nights is None else str(stay.nights))
        dialog.since.setText(day(stay.since))
        self.keep(dialog)

    def kin(self, fact: Relationship) -> None:
        dialog = RelationshipDialog(self.office.desk, self.household, people=self.names())
        dialog.person.choose(self.people[fact.person])
        dialog.relation.choose(fact.kind)
        dialog.other.choose(self.people[fact.other])
        dialog.since.setText(day(fact.since))
        dialog.until.setText(day(fact.until))
        self.keep(dialog)


def told_apart_from_ids(record: Record, known: dict[str, str]) -> dict[str, list[Any]]:
    """Return the lists of a record with the ids of the paper, and none of their own."""

    def same(item: Any) -> Any:
        values = {f.name: getattr(item, f.name) for f in fields(item)}
        renamed = {
            name: known[value]
            for name, value in values.items()
            if isinstance(value, str) and value in known
        }
        own = {} if "id" in renamed else {"id": ""}
        return replace(item, household=HouseholdId(""), **renamed, **own)

    parts = ("people", "identifiers", "contact_points", "homes", "stays", "relationships")
    return {part: [same(item) for item in getattr(record, part)] for part in parts}


def test_the_family_can_be_put_in_exactly_as_it_is(qtbot: QtBot, new_office: OpenDesk) -> None:
    paper = family("a")
    typist = Typist(qtbot, new_office, paper)

    for home in paper.homes:
        typist.home(home)
    for person in paper.people:
        typist.person(person)
    for stay in paper.stays:
        typist.stay(stay)
    for fact in paper.relationships:
        typist.kin(fact)

    typed = new_office.record(typist.household)
    ids = {new: old for old, new in (*typist.people.items(), *typist.homes.items())}
    assert date(2026, 11, 22) <= TODAY
    assert told_apart_from_ids(typed, ids) == told_apart_from_ids(
        paper, {old: old for old in ids.values()}
    )
