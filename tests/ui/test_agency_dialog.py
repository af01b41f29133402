"""The form about an agency."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.agency import Agency, AgencyKind
from app.domain.ids import AgencyId
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_B,
    OpenDesk,
    keep,
    press_save,
    said_beside,
    show_dialog,
)
from ui.dialogs.agency_dialog import AgencyDialog

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> AgencyDialog:
    dialog = AgencyDialog(office.desk)
    show_dialog(qtbot, dialog)
    return dialog


def kept_agency(office: OpenDesk, id_: str) -> Agency | None:
    return office.ask(lambda work: work.kept(Agency).find(id_))


def test_what_is_typed_is_what_is_kept(
    qtbot: QtBot, office: OpenDesk, dialog: AgencyDialog
) -> None:
    dialog.name.setText(" Sample Practice ")
    dialog.agency_kind.choose(AgencyKind.GP_PRACTICE)
    dialog.ods.setText("a99901")
    dialog.mailbox.setText("practice@nhs.example")
    dialog.phone.setText("01632 960123")
    dialog.lines.setPlainText("1 Sample Street\nNorthmarsh")
    dialog.postcode.setText("zz99 3wz")
    dialog.about.choose(frozenset({"listed"}))
    dialog.needs.setPlainText("NHS number")
    dialog.benefit.setPlainText("Fewer missed appointments")

    agency = keep(qtbot, dialog)

    assert kept_agency(office, agency.id) == Agency(
        id=AgencyId(agency.id),
        name="Sample Practice",
        kind=AgencyKind.GP_PRACTICE,
        ods="A99901",
        mailbox="practice@nhs.example",
        phone="01632 960123",
        lines=("1 Sample Street", "Northmarsh"),
        postcode="ZZ99 3WZ",
        listed=True,
        public=False,
        needs="NHS number",
        benefit="Fewer missed appointments",
    )


def test_a_new_agency_is_a_public_one_that_no_other_family_is_offered(
    dialog: AgencyDialog,
) -> None:
    assert dialog.about.chosen() == {"public"}


def test_every_problem_is_said_beside_its_field(
    qtbot: QtBot, office: OpenDesk, dialog: AgencyDialog
) -> None:
    before = office.changes()
    dialog.ods.setText("too long a code")
    dialog.mailbox.setText("not an address")

    press_save(qtbot, dialog)

    assert said_beside(dialog) == {
        "name": "Please fill this in.",
        "ods": "An ODS code is three to six letters and figures.",
        "mailbox": "This is not an e-mail address.",
    }
    assert dialog.mailbox.text() == "not an address"
    assert office.changes() == before


def test_the_summary_leads_to_each_field(qtbot: QtBot, dialog: AgencyDialog) -> None:
    dialog.ods.setText("too long a code")
    press_save(qtbot, dialog)

    dialog.form.summary.links["ods"].click()

    assert dialog.ods.hasFocus()


def test_an_edit_that_changes_nothing_changes_no_agency(qtbot: QtBot, office: OpenDesk) -> None:
    agencies = office.record(FAMILY_B).agencies

    for agency in agencies:
        dialog = AgencyDialog(office.desk, agency)
        show_dialog(qtbot, dialog)
        keep(qtbot, dialog)

    assert office.record(FAMILY_B).agencies == agencies


def test_escape_keeps_nothing(qtbot: QtBot, office: OpenDesk, dialog: AgencyDialog) -> None:
    before = office.journal()
    dialog.name.setText("Sample Practice")

    qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert office.journal() == before


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: AgencyDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    def with_problems() -> AgencyDialog:
        dialog = AgencyDialog(office.desk)
        dialog.show_sentences(
            {
                "name": "Please fill this in.",
                "ods": "An ODS code is three to six letters and figures.",
            }
        )
        return dialog

    assert cut_off(qtbot, with_problems) == {}


def test_a_mailbox_is_told_by_colour_and_words_as_it_is_typed(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = AgencyDialog(office.desk, mail=office.catalogue.mail)
    show_dialog(qtbot, dialog)
    said = []

    for typed in ("mill@nhs", "mill@nhs.met", "mill@nhs.net", ""):
        dialog.mailbox.setText(typed)
        light = dialog.light
        said.append((light.isVisible(), light.property("ground"), light.sentence.text()[:20]))

    assert said[0] == (False, None, "")
    assert said[1] == (True, "stop", "Red: not on the list")
    assert said[2] == (True, "ok", "Green: a secure mail")
    assert not said[3][0]


def test_a_near_miss_of_a_secure_mailbox_is_named_as_it_is_typed(
    qtbot: QtBot, office: OpenDesk
) -> None:
    dialog = AgencyDialog(office.desk, mail=office.catalogue.mail)
    show_dialog(qtbot, dialog)

    dialog.mailbox.setText("mill@nhs.met")

    assert "“nhs.met” looks like “nhs.net”, and is not." in dialog.light.sentence.text()
