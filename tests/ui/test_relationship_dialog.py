"""The form for who is what to whom."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.relationship import Contact, Relation, Relationship
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.relationship_dialog import RelationshipDialog

pytestmark = pytest.mark.timeout(60)


def make(
    office: OpenDesk, person: str = "", known: Relationship | None = None
) -> RelationshipDialog:
    people: dict[str, str] = {p.id: p.name for p in office.record().people}
    return RelationshipDialog(
        office.desk, FAMILY_A, people=people, person=person, relationship=known
    )


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> RelationshipDialog:
    dialog = make(office, "A2")
    show_dialog(qtbot, dialog)
    return dialog


def test_what_is_chosen_is_what_is_kept(
    qtbot: QtBot, office: OpenDesk, dialog: RelationshipDialog
) -> None:
    dialog.relation.choose(Relation.FRIEND)
    dialog.other.choose("A3")
    dialog.since.setText("3/4/2020")
    dialog.until.setText("1 May 2026")

    kept = keep(qtbot, dialog)

    assert kept in office.record().relationships
    assert (kept.person, kept.kind, kept.other) == ("A2", Relation.FRIEND, "A3")
    assert (kept.since, kept.until) == (date(2020, 4, 3), date(2026, 5, 1))


@pytest.mark.parametrize(
    ("person", "relation", "other", "sentence"),
    [
        ("A2", Relation.FRIEND, "A2", "Choose two different people."),
        ("A1", Relation.MOTHER, "A4", "This is recorded already."),
        ("A4", Relation.PARENT, "A1", "This would make somebody their own ancestor."),
        ("A3", Relation.MOTHER, "A4", "There is one already. Correct that one instead."),
    ],
)
def test_what_cannot_be_is_said_beside_the_other_person(
    qtbot: QtBot,
    office: OpenDesk,
    dialog: RelationshipDialog,
    person: str,
    relation: Relation,
    other: str,
    sentence: str,
) -> None:
    before = office.changes()
    dialog.person.choose(person)
    dialog.relation.choose(relation)
    dialog.other.choose(other)

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"other": sentence}
    assert office.changes() == before
    assert dialog.other.key() == other


def test_dates_that_cannot_be_are_said_beside_them(
    qtbot: QtBot, dialog: RelationshipDialog
) -> None:
    dialog.other.choose("A3")
    dialog.relation.choose(Relation.FRIEND)
    dialog.since.setText("3 April 2020")
    dialog.until.setText("3 April 2019")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {"until": "This is before the start. Check both dates."}


def test_two_dates_that_cannot_be_read_are_both_said(dialog: RelationshipDialog) -> None:
    dialog.since.setText("soon")
    dialog.until.setText("later")

    dialog.save()

    assert sorted(said_beside(dialog)) == ["since", "until"]


def test_an_edit_that_changes_nothing_changes_nothing(qtbot: QtBot, office: OpenDesk) -> None:
    before = office.record().relationships
    dialog = make(office, known=before[0])
    show_dialog(qtbot, dialog)

    kept = keep(qtbot, dialog)

    assert kept == before[0]
    assert set(office.record().relationships) == set(before)


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: RelationshipDialog) -> None:
    before = office.journal()
    dialog.other.choose("A3")

    qtbot.keyClick(dialog.other, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: RelationshipDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office)) == {}


def test_everything_about_two_people_is_kept_and_shown_again(
    qtbot: QtBot, office: OpenDesk, dialog: RelationshipDialog
) -> None:
    dialog.relation.choose(Relation.FRIEND)
    dialog.other.choose("A3")
    dialog.carer.choose(frozenset({"carer"}))
    dialog.contact.choose(Contact.SUPERVISED)
    dialog.view_of_person.setPlainText("We get on.")
    dialog.view_of_other.setPlainText("نتحدث 👋")
    dialog.note.setPlainText("By text only")

    kept = keep(qtbot, dialog)
    again = make(office, known=kept)
    show_dialog(qtbot, again)

    assert keep(qtbot, again) == kept
    assert (kept.carer, kept.contact, kept.note) == (True, Contact.SUPERVISED, "By text only")
    assert (kept.view_of_person, kept.view_of_other) == ("We get on.", "نتحدث 👋")


def test_each_view_is_asked_for_by_name(dialog: RelationshipDialog) -> None:
    dialog.other.choose("A3")

    assert dialog.view_of_person.accessibleName() == "How Tunde Okafor sees it (optional)"
    assert dialog.view_of_other.accessibleName() == "How Callum Reid sees it (optional)"
    assert dialog.carer.box("carer").text() == "Tunde Okafor looks after Callum Reid"


@pytest.mark.parametrize(
    ("person", "other", "begins"),
    [
        ("A6", "A3", "The child is older than the parent."),
        ("A4", "A5", "The parent is less than ten years older than the child."),
    ],
)
def test_a_parent_who_is_too_young_is_said(
    person: str, other: str, begins: str, qtbot: QtBot, dialog: RelationshipDialog
) -> None:
    dialog.person.choose(person)
    dialog.relation.choose(Relation.PARENT)
    dialog.other.choose(other)

    press_save(qtbot, dialog)

    said = said_beside(dialog)
    assert list(said) == ["other"]
    assert said["other"].startswith(begins)


def test_a_choice_is_reached_by_its_first_letters(qtbot: QtBot, dialog: RelationshipDialog) -> None:
    dialog.relation.setFocus()
    qtbot.keyClicks(dialog.relation, "special")
    dialog.other.setFocus()
    qtbot.keyClicks(dialog.other, "leo")

    assert (dialog.relation.key(), dialog.other.key()) == (Relation.SPECIAL_GUARDIAN, "A4")
