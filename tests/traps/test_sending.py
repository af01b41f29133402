"""Traps about where a paper goes: an old address, a mistyped mailbox, the dead, a typed place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.home import Stay
from app.domain.ids import AgencyId, PersonId
from app.domain.sending import ways_out
from app.domain.sending_rules import Care, Stop
from app.domain.sharing import LeavesBy, PaperKind
from app.errors import Refused
from app.usecases.note_paper import MadePaper
from app.view.form import project_forms
from app.view.leaving import Goes, Leaving, Look, Sight
from tests.builders import TODAY, catalogue, family, law
from tests.ui.conftest import collected_here as collected_here
from tests.ui.desk_builders import (
    FAMILY_A,
    NOTHING_SAID,
    OpenDesk,
    choose_way,
    open_desk,
    show_dialog,
)
from ui.dialogs.preview_dialog import PreviewDialog
from ui.press import Press

pytestmark = pytest.mark.timeout(60)
DANA, SAMIRA, SEAN = PersonId("A1"), PersonId("B1"), PersonId("C5")
LEO, CAMHS, SCHOOL = PersonId("A4"), AgencyId("camhs"), AgencyId("secondary")


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    with open_desk(qtbot) as office:
        yield office


def form(*readers: PersonId) -> MadePaper:
    """Return a form of the first reader, made already."""
    return MadePaper(
        household=FAMILY_A,
        number="CF-7K3Q-D9XM",
        kind=PaperKind.CONSENT_FORM,
        content=b"%PDF",
        pages=1,
        person=readers[0],
        readers=readers,
    )


def letter(agency: AgencyId) -> MadePaper:
    """Return a letter about Leo, made already."""
    return replace(
        form(LEO),
        kind=PaperKind.WITHDRAWAL_NOTICE,
        number="WN-7K3Q-D9XM",
        readers=(),
        agency=agency,
    )


def preview_of(
    qtbot: QtBot, office: OpenDesk, made: MadePaper, leaving: Leaving = NOTHING_SAID
) -> PreviewDialog:
    """Show a paper and wait until the ways out are offered."""
    content = project_forms(office.record(), law(), DANA, TODAY)[0]
    pdf = Press(office.catalogue).consent_form(content.view, number=made.number, made_on=TODAY)
    preview = PreviewDialog(
        office.desk,
        office.catalogue,
        replace(made, content=pdf),
        title="A paper",
        about="For somebody.",
        file_name="form.pdf",
        leaving=leaving,
    )
    show_dialog(qtbot, preview)
    qtbot.waitUntil(lambda: bool(preview.pages and preview.before.ways.cards), timeout=10_000)
    return preview


def told(preview: PreviewDialog) -> str:
    """Return everything that can be read in the panel."""
    return "\n".join(label.text() for label in preview.before.findChildren(QLabel))


# --- Trap 4: an old address.


def test_trap_04_no_letter_goes_to_an_address_somebody_has_left() -> None:
    record = family("B")
    left = tuple(s for s in record.stays if s.person != SAMIRA or s.until is not None)
    made = form(SAMIRA)

    posted = next(
        way
        for way in ways_out(replace(record, stays=left), made.for_whom(), TODAY)
        if way.by is LeavesBy.POST
    )

    assert posted.lines[1] == "40 Quay Lane"
    assert Stop.OLD_ADDRESS in posted.stops
    assert Stop.UNSAFE_THERE in posted.stops  # he lives there still


def test_trap_04_a_letter_to_where_the_abuser_lives_is_stopped_however_it_is_recorded() -> None:
    record = family("B")
    back = Stay(
        id="wrong",
        household=record.household.id,
        person=SAMIRA,
        home=next(home.id for home in record.homes if home.label == "Daniel’s home"),
    )
    elsewhere = tuple(s for s in record.stays if s.person != SAMIRA)

    ways = ways_out(replace(record, stays=(*elsewhere, back)), form(SAMIRA).for_whom(), TODAY)

    assert [Stop.UNSAFE_THERE in way.stops for way in ways] == [False, True]
    assert Care.GIVE_ELSEWHERE in ways[0].cares


def test_trap_04_the_worker_sees_the_whole_address_block_before_it_is_used(
    qtbot: QtBot, office: OpenDesk
) -> None:
    preview = preview_of(qtbot, office, form(DANA))

    said = told(preview)

    assert "Dana Whitfield\n12 Saltmarsh Row\nNorthmarsh\nZZ99 1AA" in said
    assert "Weir Cottages" not in said


def test_trap_04_nothing_can_be_printed_or_saved_until_an_open_way_is_chosen(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    preview = preview_of(qtbot, office, form(DANA))

    able = [button.isEnabled() for button in (preview.print_button, preview.save_button)]
    preview.save_to(tmp_path / "form.pdf")

    assert able == [False, False]
    assert preview.trouble.accessibleName() == "Choose how it goes first."
    assert list(tmp_path.iterdir()) == []
    assert office.record().papers == ()


# --- Trap 33: the dead.


def test_trap_33_no_way_out_is_open_to_somebody_who_has_died() -> None:
    record = family("C")
    made = form(SEAN)

    ways = ways_out(record, made.for_whom(), TODAY)

    assert ways
    assert all(Stop.RECIPIENT_DIED in way.stops for way in ways)


def test_trap_33_no_form_is_made_for_somebody_who_has_died() -> None:
    with pytest.raises(Refused, match="deceased"):
        project_forms(family("C"), law(), SEAN, TODAY)


# --- Trap 38: a mistyped mailbox.


def test_trap_38_a_mailbox_that_is_not_secure_is_told_by_colour_and_words(
    qtbot: QtBot, office: OpenDesk
) -> None:
    preview = preview_of(qtbot, office, letter(SCHOOL))

    card = next(c for c in preview.before.ways.cards if c.way.by is LeavesBy.EMAIL)

    said = {label.text(): label.parentWidget() for label in card.findChildren(QLabel)}
    red = next(text for text in said if text.startswith("Red: not on the list of secure"))
    assert "office@marshacademy.example" in said
    frame = said[red]
    assert frame is not None
    assert frame.property("ground") == "stop"


def test_trap_38_a_red_mailbox_needs_a_second_look_before_anything_leaves(
    qtbot: QtBot, office: OpenDesk
) -> None:
    preview = preview_of(qtbot, office, letter(SCHOOL))
    choose_way(qtbot, preview, "email:secondary")
    before = preview.missing.text(), preview.save_button.isEnabled()
    card = preview.before.ways.chosen()
    assert card is not None

    card.second_look.setChecked(True)

    assert before == ("Check the mailbox with them first, and tick that you did.", False)
    assert preview.save_button.isEnabled()
    confirmed = preview.before.confirmed()
    assert confirmed is not None
    assert "mailbox-red" in confirmed.let_go


def test_trap_38_a_near_miss_of_a_secure_mailbox_is_named() -> None:
    mail = catalogue().mail

    looks = {box: mail.look(box).near for box in ("a@nhs.met", "a@trust.nhs.uk", "a@nhs.net")}

    assert looks == {"a@nhs.met": "nhs.net", "a@trust.nhs.uk": "nhs.net", "a@nhs.net": ""}


# --- Trap 3: a place typed into a text, once more before it goes out.


def test_trap_03_a_typed_place_stops_a_paper_until_a_person_has_let_it_go(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    leaving = Leaving(
        goes=(Goes(person="Leo Reid", fact="why", text="At 3 Weir Cottages", why="decision"),),
        looks=(
            Look(fact="why", sight=Sight.STREET, said="3 Weir Cottages"),
            Look(fact="why", sight=Sight.POSTCODE, said="ZZ99 2BB"),
        ),
    )
    preview = preview_of(qtbot, office, letter(CAMHS), leaving)
    choose_way(qtbot, preview)
    first, second = preview.before.looks.ticks.values()

    first.click()
    after_one = preview.save_button.isEnabled(), preview.missing.text()
    second.click()
    with qtbot.waitSignal(preview.left, timeout=10_000) as heard:
        preview.save_to(tmp_path / "letter.pdf")

    assert after_one == (False, "Look at each marked text first, and tick it if it may go.")
    assert heard.args[0].let_go[:2] == ("1-why-street", "2-why-postcode")
    assert "Weir" not in str(heard.args[0])  # the register keeps codes, never the words


def test_trap_03_what_is_typed_is_shown_with_the_words_that_were_found(
    qtbot: QtBot, office: OpenDesk
) -> None:
    leaving = Leaving(goes=(), looks=(Look(fact="why", sight=Sight.HIDDEN, said="Larkfield"),))

    preview = preview_of(qtbot, office, letter(CAMHS), leaving)

    assert "This gives away what they must not learn: “Larkfield”. In: Why we ask." in told(preview)
