"""The form for a meeting: nobody is asked by default, what to think of is said, all is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.agency import InvolvementDraft
from app.domain.ids import AgencyId, HouseholdId
from app.domain.plan import Invited, Invitee, Meeting
from app.domain.staff import ProfessionalDraft
from app.usecases.keep_staff import add_professional
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    FAMILY_C,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from tests.ui.plan_builders import DANA, LEO, keep_plan
from ui.dialogs.action_dialog import ActionDialog, ReviewDialog
from ui.dialogs.goal_dialog import GoalDialog, MarkDialog
from ui.dialogs.meeting_dialog import MeetingDialog
from ui.dialogs.need_dialog import NeedDialog
from ui.widgets.invitees import InviteeRow

pytestmark = pytest.mark.timeout(90)


def make(
    office: OpenDesk, household: HouseholdId = FAMILY_A, meeting: Meeting | None = None
) -> MeetingDialog:
    presented = office.presented(household)
    names: dict[str, str] = {one.id: one.name for one in presented.family.people}
    return MeetingDialog(office.desk, presented, names=names, meeting=meeting)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> MeetingDialog:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def row(dialog: MeetingDialog, name: str) -> InviteeRow:
    return next(one for one in dialog.invitees.rows if one.tick.accessibleName() == name)


def test_nobody_is_asked_by_default(dialog: MeetingDialog) -> None:
    assert dialog.invitees.invitees() == ()
    assert len(dialog.invitees.rows) > 6


def test_family_and_professionals_can_be_asked_but_nobody_unborn_or_dead(
    qtbot: QtBot, office: OpenDesk, dialog: MeetingDialog
) -> None:
    names = [one.tick.accessibleName() for one in dialog.invitees.rows]

    assert names[:3] == ["Dana Whitfield", "Tunde Okafor", "Callum Reid"]
    assert "Grace Okonjo, Health visitor, Northmarsh Health Visiting" in names
    assert "A7" not in [one.invitee.person for one in dialog.invitees.rows]
    assert "C5" not in [one.invitee.person for one in make(office, FAMILY_C).invitees.rows]


def test_a_service_that_is_somebodys_own_is_not_offered(office: OpenDesk) -> None:
    office.run(
        add_professional(
            AgencyId("sexual-health"), ProfessionalDraft(name="Kay Moss", role="Nurse")
        )
    )

    names = " ".join(one.tick.accessibleName() for one in make(office, FAMILY_C).invitees.rows)

    assert "Kay Moss" not in names
    assert InvolvementDraft().safety == "ordinary"


def test_what_is_typed_is_what_is_kept(
    qtbot: QtBot, office: OpenDesk, dialog: MeetingDialog
) -> None:
    dialog.on.setText("20/11/2026")
    dialog.place.setText("Marsh Academy")
    row(dialog, "Dana Whitfield").choose(Invited.CAME)
    row(dialog, "Grace Okonjo, Health visitor, Northmarsh Health Visiting").choose(
        Invited.APOLOGIES
    )
    qtbot.keyClicks(dialog.invitees.other, "Gran")
    qtbot.keyClick(dialog.invitees.other, Qt.Key.Key_Return)
    dialog.views[LEO].setPlainText("I want to come in by the side door.")
    dialog.decisions.setPlainText("A quiet start.")
    dialog.next_on.setText("8 Jan 2027")
    dialog.add_action()
    dialog.agreed[0].text.setText("Ring the head of year")
    dialog.agreed[0].owner.choose(DANA)
    dialog.agreed[0].due_on.setText("27/11/2026")

    kept = keep(qtbot, dialog)

    assert [(one.name, one.person, one.professional, one.state) for one in kept.invitees] == [
        ("", DANA, None, "came"),
        ("", None, "okonjo", "apologies"),
        ("Gran", None, None, "invited"),
    ]
    assert [(view.person, view.words) for view in kept.views] == [
        (LEO, "I want to come in by the side door.")
    ]
    assert (kept.on, kept.next_on, kept.by) == (date(2026, 11, 20), date(2027, 1, 8), "kw-test")
    actions = office.record().actions
    assert [(one.text, one.owner, one.due_on) for one in actions] == [
        ("Ring the head of year", DANA, date(2026, 11, 27))
    ]


def test_who_must_be_protected_is_said_beside_each_of_the_two(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make(office, FAMILY_B)
    show_dialog(qtbot, dialog)
    samira, daniel = row(dialog, "Samira Begum"), row(dialog, "Daniel Hale")

    samira.tick.click()
    before = samira.advice.text()
    daniel.tick.click()

    assert before == ""
    assert samira.advice.text() == (
        "Samira Begum must be protected from Daniel Hale, who is asked too. Think of two meetings."
    )
    assert daniel.advice.text() == (
        "An order keeps Daniel Hale from Samira Begum, Aisha Hale, Yusuf Hale and Nadia Begum. "
        "Think whether this meeting is safe."
    )
    assert daniel.tick.accessibleDescription() == daniel.advice.text()
    daniel.tick.click()
    assert (samira.advice.text(), daniel.advice.text()) == ("", "")


def test_every_problem_is_said_beside_its_field(
    qtbot: QtBot, office: OpenDesk, dialog: MeetingDialog
) -> None:
    dialog.on.setText("1 December 2026")
    dialog.next_on.setText("30 November 2026")
    row(dialog, "Dana Whitfield").choose(Invited.CAME)
    dialog.views[LEO].setPlainText("x" * 20_001)
    dialog.add_action()
    dialog.add_action()
    dialog.agreed[1].text.setText("Ring")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "invitees": "The meeting is still to come, so nobody came yet.",
        "views-A4": "This is too long to keep. Shorten it, or split it.",
        "next_on": "The next time is after this one. Choose a later day.",
        "action-1": "Say who does it: choose somebody, or write a name.",
    }
    assert office.record().meetings == ()
    assert dialog.isVisible()


def test_a_day_of_an_action_that_is_no_date_is_said_before_anything_is_sent(
    qtbot: QtBot, office: OpenDesk, dialog: MeetingDialog
) -> None:
    dialog.on.set_day(TODAY)
    dialog.add_action()
    dialog.agreed[0].text.setText("Ring")
    dialog.agreed[0].owner.choose(DANA)
    dialog.agreed[0].due_on.setText("31/2/2027")
    before = office.journal()

    dialog.save()

    assert list(said_beside(dialog)) == ["action-0"]
    assert office.journal() == before


def test_an_edit_keeps_whoever_was_asked_even_if_they_are_offered_no_more(
    qtbot: QtBot, office: OpenDesk
) -> None:
    keep_plan(office)
    before = office.record().meetings[0]
    dialog = make(office, meeting=before)
    show_dialog(qtbot, dialog)

    kept = keep(qtbot, dialog)

    assert kept == before
    assert Invitee(name="Robin Ashby") in kept.invitees


def forms(office: OpenDesk) -> list[Any]:
    """Return makers of every form of the plan, filled."""
    goal = keep_plan(office)
    presented = office.presented()
    record = presented.record
    names: dict[str, str] = {one.id: one.name for one in presented.family.people}
    titles = {one.key: one.title for one in office.catalogue.outcomes}

    def meeting() -> QWidget:
        dialog = make(office, meeting=record.meetings[0])
        dialog.add_action()
        dialog.show_sentences({"on": "This is not a date. Write it like 3 March 2027."})
        return dialog

    return [
        lambda: NeedDialog(
            office.desk,
            FAMILY_A,
            names=names,
            outcomes=titles,
            today=TODAY,
            need=record.needs[0],
        ),
        lambda: GoalDialog(
            office.desk, FAMILY_A, names=names, outcomes=titles, today=TODAY, goal=goal
        ),
        lambda: MarkDialog(office.desk, record.scale_marks[0], names=names),
        lambda: ActionDialog(
            office.desk,
            FAMILY_A,
            names=names,
            goals={goal.id: goal.text},
            action=record.actions[0],
        ),
        lambda: ReviewDialog(office.desk, FAMILY_A, today=TODAY, review=record.reviews[0]),
        meeting,
        lambda: warned(office),
    ]


def warned(office: OpenDesk) -> QWidget:
    """Return the form for a meeting with everything to think of in sight."""
    dialog = make(office, FAMILY_B)
    for one in dialog.invitees.rows[:3]:
        one.tick.setChecked(True)
    return dialog


@pytest.mark.parametrize("number", range(7))
def test_every_control_of_every_form_is_named_large_and_reached(
    qtbot: QtBot, office: OpenDesk, number: int
) -> None:
    dialog = forms(office)[number]()
    show_dialog(qtbot, dialog)

    assert hard_to_use(qtbot, dialog) == {}


@pytest.mark.parametrize("number", range(7))
def test_nothing_of_any_form_is_cut_off(qtbot: QtBot, office: OpenDesk, number: int) -> None:
    assert cut_off(qtbot, forms(office)[number]) == {}
