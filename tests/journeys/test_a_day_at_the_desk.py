"""Whole days through the real windows, over a real store on disk: unlock, work, paper, lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from app.domain.agency import AgencyKind
from app.domain.consent import Answer
from app.domain.record import Record
from app.domain.relationship import Relation
from app.domain.sharing import PaperKind, RequestState
from tests.conftest import WORDS, StorePlace
from tests.journeys.worker import CONTROL, LONG, NOTE, Hire
from tests.ui.desk_builders import (
    choose_way,
    fill_place,
    keep,
    reopened,
    show,
)
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.consent_dialog import ConsentDialog
from ui.dialogs.home_dialog import HomeDialog
from ui.dialogs.household_dialog import HouseholdDialog
from ui.dialogs.involvement_dialog import InvolvementDialog
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.relationship_dialog import RelationshipDialog
from ui.dialogs.request_dialog import RequestDialog
from ui.dialogs.visit_dialog import VisitDialog
from ui.pdf_pages import page_count


def state_of(record: Record, request: str) -> RequestState:
    return next(r.state for r in record.requests if r.id == request)


@pytest.mark.timeout(120)
def test_a_day_from_unlocking_to_locking(
    hire: Hire, store_place: StorePlace, tmp_path: Path
) -> None:
    fill_place(store_place)
    worker = hire(store_place)
    assert worker.day.unlock_window is not None
    door = worker.day.unlock_window.pages
    worker.qtbot.keyClicks(door.passphrase, "not this one at all")
    worker.qtbot.keyClick(door.passphrase, Qt.Key.Key_Return)
    worker.qtbot.waitUntil(lambda: bool(door.passphrase_row.problem.text()), timeout=LONG)
    refused = door.passphrase_row.problem.text()
    worker.unlock(store_place.passphrase)
    worker.open_family("Whitfield")
    page = worker.window.household

    visit: VisitDialog = worker.add("visit", VisitDialog)
    visit.seen.box("A4").click()
    visit.note.setPlainText(NOTE)
    worker.keep(visit)
    page.header.tabs.choose("timeline")
    page.chronology.kind.choose("visits")
    first_line = [page.happenings.model().index(0, column).data() for column in range(4)]
    undo_offered = worker.window.notice.undo_button.isVisible()

    page.choose("A4")
    worker.settle()
    worker.click(worker.inspector_button("Record a decision"))
    yes: ConsentDialog = worker.dialog(ConsentDialog)
    yes.agency.choose("camhs")
    yes.answer.box(Answer.GIVEN).click()
    given = worker.keep(yes)
    worker.window.papers.preview = None
    worker.window.errands.request("A4", "camhs", page.presented)  # type: ignore[arg-type]
    ask: RequestDialog = worker.dialog(RequestDialog)
    first_request = worker.keep(ask)
    worker.preview().close_button.click()
    worker.settle()
    open_before = state_of(worker.office.record(), first_request.id)
    worker.click(worker.inspector_button("Record a decision"))
    no: ConsentDialog = worker.dialog(ConsentDialog)
    no.agency.choose("camhs")
    no.answer.box(Answer.WITHDRAWN).click()
    worker.keep(no)
    open_after = state_of(worker.office.record(), first_request.id)

    page.choose("A5")
    worker.click(page.header.request_button)
    request: RequestDialog = worker.dialog(RequestDialog)
    request.agency.choose("P1")
    made = worker.keep(request)
    preview = worker.preview()
    pages = len(preview.pages)
    saved = tmp_path / "request.pdf"
    choose_way(worker.qtbot, preview)
    with worker.qtbot.waitSignal(preview.left, timeout=LONG):
        preview.save_to(saved)
    worker.settle()
    page.header.tabs.choose("papers")
    register = page.papers.model().rowCount()
    noted = worker.office.journal("note_paper")

    changes = worker.office.changes()
    worker.come_back()
    with worker.qtbot.waitSignal(worker.window.desk.undone, timeout=LONG):
        worker.qtbot.keyClick(worker.window, Qt.Key.Key_Z, CONTROL)
    worker.settle()
    past_the_wall, changes_after = worker.notice(), worker.office.changes()

    worker.lock()

    assert refused.startswith("That passphrase is not right.")
    assert first_line == ["22 Nov 2026", "Visit: At home", "Leo Reid", NOTE]
    assert undo_offered
    assert given.decider == "A4"
    assert (open_before, open_after) == (RequestState.OPEN, RequestState.RECALLED)
    assert pages == page_count(saved.read_bytes()) > 1
    assert (register, noted) == (1, [("note_paper", "family-a")])
    assert past_the_wall.startswith("There is nothing to take back.")
    assert changes == changes_after
    assert worker.window.cover.isVisible()
    assert worker.started[0][-2:] == ("--store", str(store_place.path))
    store = reopened(store_place)
    record = store.ask(lambda work: work.record(given.household))
    findings = store.check().findings
    store.close()
    assert record.visits[-1].note == NOTE
    assert [r.number for r in record.requests][-2:] == [first_request.number, made.number]
    assert [(p.number, p.kind) for p in record.papers] == [(made.number, PaperKind.SHARE_REQUEST)]
    assert findings == ()


@pytest.mark.timeout(120)
def test_a_new_family_from_nothing_to_a_printed_form(hire: Hire, tmp_path: Path) -> None:
    place = tmp_path / "records"
    worker = hire(place)
    assert worker.day.unlock_window is not None
    door = worker.day.unlock_window.pages
    worker.click(door.welcome_page.button)
    worker.qtbot.keyClicks(door.new_passphrase, WORDS)
    worker.qtbot.keyClicks(door.again, WORDS)
    worker.click(door.create_page.button)
    worker.qtbot.waitUntil(lambda: door.current() is door.code_page, timeout=LONG)
    code = "-".join(door.code_label.text().split())
    worker.click(door.code_page.button)
    worker.qtbot.keyClicks(door.typed_code, code)
    worker.click(door.confirm_page.button)
    worker.unlock(WORDS)

    worker.click(worker.window.families.nothing_yet.action_button)
    family: HouseholdDialog = worker.dialog(HouseholdDialog)
    family.name.setText("Ash")
    page = worker.window.household
    with worker.qtbot.waitSignal(page.shown, timeout=LONG):
        household = keep(worker.qtbot, family).id
    worker.settle()

    home: HomeDialog = worker.add("home", HomeDialog)
    home.lines.setPlainText("1 Sample Street\nNorthmarsh")
    home.postcode.setText("ZZ99 3WZ")
    worker.keep(home)
    mother: PersonDialog = worker.add("person", PersonDialog)
    mother.names.given.setText("Rowan")
    mother.names.family.setText("Ash")
    mother.names.born.setText("3/4/1990")
    mother.home.setCurrentIndex(1)
    rowan = worker.keep(mother)
    child: PersonDialog = worker.add("person", PersonDialog)
    child.names.given.setText("Alder")
    child.home.setCurrentIndex(1)
    alder = worker.keep(child)
    kin: RelationshipDialog = worker.add("relationship", RelationshipDialog)
    kin.person.choose(rowan.id)
    kin.relation.choose(Relation.MOTHER)
    kin.other.choose(alder.id)
    worker.keep(kin)
    practice: AgencyDialog = worker.add("agency", AgencyDialog)
    practice.name.setText("Sample Practice")
    practice.agency_kind.choose(AgencyKind.GP_PRACTICE)
    agency = worker.keep(practice)
    work: InvolvementDialog = worker.dialog(InvolvementDialog)
    work.person.choose(rowan.id)
    worker.keep(work)

    page.choose(rowan.id)
    worker.click(page.header.form_button)
    preview = worker.preview()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printed = tmp_path / "form.pdf"
    printer.setOutputFileName(str(printed))
    pages = len(preview.pages)
    choose_way(worker.qtbot, preview)
    with worker.qtbot.waitSignal(preview.left, timeout=LONG):
        preview.print_on(printer)
    worker.settle()
    record = worker.office.record(household)
    names = [one.name for one in page.presented.family.people] if page.presented else []

    assert names == ["Rowan Ash", "Alder"]
    assert [home.label for home in record.homes] == ["Home"]
    assert len(record.stays) == 2
    assert [(r.person, r.kind, r.other) for r in record.relationships] == [
        (rowan.id, Relation.MOTHER, alder.id)
    ]
    assert [(i.person, i.agency) for i in record.involvements] == [(rowan.id, agency.id)]
    assert [(p.kind, p.pages) for p in record.papers] == [(PaperKind.CONSENT_FORM, pages)]
    assert page_count(printed.read_bytes()) == pages


@pytest.mark.timeout(60)
def test_locking_hides_an_open_form_and_works_from_inside_it(
    hire: Hire, store_place: StorePlace
) -> None:
    fill_place(store_place)
    worker = hire(store_place)
    worker.unlock(store_place.passphrase)
    worker.open_family("Whitfield")
    visit: VisitDialog = worker.add("visit", VisitDialog)
    show(worker.qtbot, visit)
    visit.note.setFocus()

    worker.lock()

    assert worker.window.cover.isVisible()
    assert not isValid(visit) or not visit.isVisible()
    reopened(store_place).close()  # "in use" if it were not closed


@pytest.mark.timeout(120)
@pytest.mark.parametrize("way", ["lock", "quit"])
def test_a_half_written_visit_waits_behind_the_lock(
    hire: Hire, store_place: StorePlace, way: str
) -> None:
    fill_place(store_place)
    worker = hire(store_place)
    worker.unlock(store_place.passphrase)
    worker.open_family("Whitfield")
    visit: VisitDialog = worker.add("visit", VisitDialog)
    show(worker.qtbot, visit)
    visit.on.setText("31/11/")
    visit.seen.box("A4").click()
    worker.qtbot.keyClicks(visit.words["A4"], "I like chess club.")
    worker.qtbot.keyClicks(visit.note, NOTE)
    typed = visit.draft_content()
    if way == "lock":
        worker.lock()
    else:
        worker.window.closed.emit()
        worker.qtbot.waitUntil(lambda: bool(worker.left), timeout=LONG)
    day = worker.day  # its process would have ended: it covers nothing more
    day._application.focusWindowChanged.disconnect(day._other_window_in_front)

    later = hire(store_place)
    later.unlock(store_place.passphrase)
    later.window.show_families()
    offered = later.window.families.drafts
    later.qtbot.waitUntil(offered.isVisible, timeout=LONG)
    said = offered.banner.sentence.text()
    later.click(offered.banner.action_button)
    again: VisitDialog = later.dialog(VisitDialog)
    carried_on = again.draft_content()
    again.on.setText("20/11/2026")
    kept = later.keep(again)

    assert said.startswith("Whitfield and Okafor: A half-written visit of ")
    assert carried_on == typed
    assert (kept.note, kept.words[0].words) == (NOTE, "I like chess club.")
    assert later.office.ask(lambda work: work.drafts()) == ()
    assert not later.window.household.drafts.isVisible()


@pytest.mark.timeout(60)
def test_two_desks_never_have_the_same_store(hire: Hire, store_place: StorePlace) -> None:
    first, second = hire(store_place), hire(store_place)
    first.unlock(store_place.passphrase)
    assert second.day.unlock_window is not None
    pages = second.day.unlock_window.pages
    second.qtbot.keyClicks(pages.passphrase, store_place.passphrase)

    second.qtbot.keyClick(pages.passphrase, Qt.Key.Key_Return)

    trouble = pages.current().trouble
    second.qtbot.waitUntil(trouble.isVisible, timeout=LONG)
    assert "open" in trouble.sentence.text()
    assert second.day.window is None
    assert isinstance(first.day.window, QObject)
