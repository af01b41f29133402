"""The form for a decision without agreement: what it asks for, suggests and keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.consent import Category, Purpose
from app.domain.household import Office
from app.domain.ids import AgencyId, PersonId
from app.domain.sharing import Choice, Confidentiality
from app.domain.without_agreement import GroundDraft
from app.usecases.keep_household import keep_office
from tests.builders import law
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    settle,
    show_dialog,
)
from ui.dialogs.ground_dialog import NOTHING_YET, GroundDialog
from ui.widgets.fields import NOBODY

pytestmark = pytest.mark.timeout(90)
SAMIRA, DANIEL, YUSUF, P4 = PersonId("B1"), PersonId("B2"), PersonId("B4"), AgencyId("P4")
BEGUN = GroundDraft(
    choice=Choice.SHARE,
    person=YUSUF,
    agency=P4,
    gateway="CWS16LA",
    confidentiality=Confidentiality.PUBLIC_INTEREST,
)


def make(office: OpenDesk, begin: GroundDraft = NOTHING_YET) -> GroundDialog:
    return GroundDialog(office.desk, office.record(FAMILY_B), law(), today=TODAY, begin=begin)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> GroundDialog:
    dialog = make(office, BEGUN)
    show_dialog(qtbot, dialog)
    return dialog


def fill(dialog: GroundDialog) -> None:
    dialog.categories.choose(frozenset({Category.PHYSICAL_HEALTH}))
    for name in ("relevance", "necessity", "proportionality", "detriment", "alternatives"):
        dialog.texts[name].setPlainText(f" About {name}. ")
    dialog.told.choose(frozenset({SAMIRA}))
    dialog.why_not_told.setPlainText("An order is in force.")


def test_what_is_known_already_is_filled_in(dialog: GroundDialog) -> None:
    assert dialog.draft() == replace(
        BEGUN, not_told=(DANIEL,), decided_on=TODAY, decided_by="Robin Ashby"
    )


def test_nothing_is_ticked_and_no_law_chosen_for_somebody_who_begins_anew(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = make(office)
    show_dialog(qtbot, dialog)
    draft = dialog.draft()

    assert (draft.choice, draft.gateway, draft.confidentiality) == (None, "", None)
    assert (draft.categories, draft.told, draft.agency) == (frozenset(), (), None)


def test_a_decision_to_share_is_kept(qtbot: QtBot, office: OpenDesk, dialog: GroundDialog) -> None:
    fill(dialog)
    dialog.review_on.setText("22 May 2027")

    ground = keep(qtbot, dialog)

    assert ground in office.record(FAMILY_B).grounds
    assert (ground.person, ground.agency, ground.told, ground.not_told) == (
        YUSUF,
        P4,
        (SAMIRA,),
        (DANIEL,),
    )
    assert (ground.necessity, ground.review_on) == ("About necessity.", date(2027, 5, 22))


def test_every_problem_is_said_beside_its_field(
    qtbot: QtBot, office: OpenDesk, dialog: GroundDialog
) -> None:
    before = office.changes()
    dialog.gateway.choose("PUBINT")

    press_save(qtbot, dialog)

    assert list(said_beside(dialog)) == [
        *("categories", "why_not_told", "relevance", "necessity", "proportionality"),
        *("detriment", "alternatives", "authorised_by"),
    ]
    assert said_beside(dialog)["authorised_by"] == (
        "A manager must allow this, not whoever decided. Write who did."
    )
    assert office.changes() == before


def test_the_labels_change_with_the_choice_and_what_does_not_apply_is_not_sent(
    qtbot: QtBot, office: OpenDesk, dialog: GroundDialog
) -> None:
    fill(dialog)
    dialog.choice.box(Choice.NOT_SHARE).click()
    labels = {name: dialog.form.row(name).label.text() for name in ("necessity", "detriment")}
    hidden = [name for name in dialog.form.fields() if dialog.form.row(name).isHidden()]

    ground = keep(qtbot, dialog)

    assert labels == {
        "necessity": "Why it is not shared",
        "detriment": "What may come of not sharing",
    }
    assert hidden == ["gateway", "confidentiality", "relevance", "proportionality", "method"]
    assert (ground.choice, ground.gateway) == (Choice.NOT_SHARE, "")
    assert (ground.relevance, ground.proportionality) == ("", "")


def test_nobody_who_must_not_learn_of_it_is_suggested_as_told(dialog: GroundDialog) -> None:
    offered = [one for one in ("B1", "B2", "B3", "B4", "B5") if one in dialog.told._boxes]

    assert offered == ["B1", "B3", "B4", "B5"]
    assert dialog.not_told.chosen() == {DANIEL}
    assert dialog.form.row("not_told").hint.text() == (
        "Must not learn where Yusuf Hale is: Daniel Hale. Say why."
    )


def test_what_is_optional_depends_on_the_law_and_on_who_was_told(dialog: GroundDialog) -> None:
    def label(name: str) -> str:
        return dialog.form.row(name).label.text()

    nobody = label("why_not_told"), label("authorised_by")
    dialog.told.choose(frozenset({SAMIRA}))
    dialog.not_told.box(DANIEL).click()
    dialog.gateway.choose("PUBINT")

    assert nobody == ("Why not told", "Manager who allowed it (optional)")
    assert (label("why_not_told"), label("authorised_by")) == (
        "Why not told (optional)",
        "Manager who allowed it",
    )


def test_who_is_unsafe_depends_on_whom_it_is_about(dialog: GroundDialog) -> None:
    dialog.told.choose(frozenset({SAMIRA}))
    dialog.person.choose(DANIEL)

    assert "B2" in dialog.told._boxes
    assert SAMIRA in dialog.told.chosen()
    assert dialog.agency.findData("P4") < 0
    assert dialog.agency.findData("P1") >= 0


def test_the_law_says_how_far_it_is_and_what_to_write_down(dialog: GroundDialog) -> None:
    card = dialog.law_card

    assert card.pill.text == "Start announced, not confirmed in law"
    assert card.approval.text() == "Not approved by your council yet."
    assert card.must.text().startswith("Write down: why it matters; why it is needed;")
    dialog.gateway.choose("VITAL")
    assert card.must.text() == "Write down: the time; why it is needed."


def test_any_partner_is_chosen_and_never_taken_for_granted(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make(office, replace(BEGUN, agency=AgencyId("school")))
    show_dialog(qtbot, dialog)
    fill(dialog)
    before = office.changes()
    dialog.save()
    said = said_beside(dialog)
    unchanged = office.changes() == before
    dialog.agency.choose(NOBODY)

    assert said == {"agency": "Choose a partner, or any."}
    assert unchanged
    assert keep(qtbot, dialog).agency is None


def test_a_law_that_has_not_started_is_not_offered(dialog: GroundDialog) -> None:
    assert dialog.gateway.findData("CWS16LC") < 0
    assert dialog.gateway.findData("PUBINT") >= 0


@pytest.mark.parametrize(
    ("gateway", "person", "purpose"),
    [
        ("VITAL", YUSUF, Purpose.CHILD_PROTECTION),
        ("PUBINT", SAMIRA, Purpose.ADULT_CARE),
    ],
)
def test_what_is_urgent_is_filled_in_and_only_the_reason_is_typed(
    qtbot: QtBot, office: OpenDesk, gateway: str, person: PersonId, purpose: Purpose
) -> None:
    dialog = make(office, GroundDraft(person=person))
    show_dialog(qtbot, dialog)
    dialog.decided_on.setText("")
    dialog.urgent[gateway].click()
    draft = dialog.draft()

    assert dialog.texts["necessity"].hasFocus()
    assert (draft.choice, draft.gateway, draft.purpose, draft.decided_on) == (
        Choice.SHARE,
        gateway,
        purpose,
        TODAY,
    )


def test_somebody_who_comes_to_save_a_life_begins_with_why(
    qtbot: QtBot, office: OpenDesk, dialog: GroundDialog
) -> None:
    theirs = make(office, replace(BEGUN, gateway="VITAL"))
    began = dialog.choice.box(Choice.SHARE).hasFocus()
    show_dialog(qtbot, theirs)

    assert began
    assert theirs.texts["necessity"].hasFocus()


def test_a_key_worker_cannot_rely_on_section_47_and_a_social_worker_can(
    qtbot: QtBot, office: OpenDesk, dialog: GroundDialog
) -> None:
    fill(dialog)
    dialog.gateway.choose("CA89-47")
    dialog.authorised_by.setText("Helen Marsh")
    press_save(qtbot, dialog)
    said = said_beside(dialog)
    office.run(keep_office(replace(office.record().office, role="Social worker")))
    theirs = make(office, BEGUN)
    show_dialog(qtbot, theirs)
    fill(theirs)
    theirs.gateway.choose("CA89-47")
    theirs.authorised_by.setText("Helen Marsh")

    assert said == {"gateway": "Only a social worker may rely on this. Hand it to them."}
    assert keep(qtbot, theirs).gateway == "CA89-47"


def test_a_half_written_decision_is_kept_as_a_draft_and_carried_on_with(
    qtbot: QtBot, office: OpenDesk, dialog: GroundDialog
) -> None:
    fill(dialog)
    dialog.person.choose("B3")
    dialog.agency.choose("therapy")
    before = dialog.draft()
    qtbot.keyClick(dialog.decided_by, Qt.Key.Key_Escape)
    settle(qtbot, office.desk)
    (draft,) = office.ask(lambda work: work.drafts(FAMILY_B))
    record = office.record(FAMILY_B)
    again = GroundDialog(office.desk, record, law(), today=TODAY, draft=draft)
    show_dialog(qtbot, again)

    assert draft.kind == "ground"
    assert again.draft() == before


def test_a_family_without_an_office_can_decide_too(qtbot: QtBot, office: OpenDesk) -> None:
    office.run(keep_office(Office()))
    dialog = GroundDialog(office.desk, office.record(FAMILY_A), law(), today=TODAY)
    show_dialog(qtbot, dialog)
    dialog.agency.choose(NOBODY)

    press_save(qtbot, dialog)

    assert {"choice", "decided_by"} <= set(said_beside(dialog))


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: GroundDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: make(office, BEGUN)) == {}
