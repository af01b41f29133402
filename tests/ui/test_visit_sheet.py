"""The home-visit sheet on a tablet: room for fingers, no mouse, children first, no alarm on it."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScroller,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.ids import PersonId, VisitId
from app.domain.visit import OwnWords, Visit
from tests.ui.desk_audit import cut_off, hard_to_use, seen, settle_layout, tab_stays_in, told
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    settle,
    show_dialog,
)
from ui.dialogs.sheet_form import TWO_COLUMNS
from ui.dialogs.visit_dialog import VisitDialog
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)
TARGET = 44  # pixels


def sheet_for(office: OpenDesk, **given: Any) -> VisitDialog:
    record = office.record()
    children = frozenset(p.id for p in record.people if p.under_age(TODAY))
    people: dict[str, str] = {
        p.id: p.name for p in record.people if p.died is None and not p.unborn
    }
    return VisitDialog(office.desk, FAMILY_A, people=people, today=TODAY, first=children, **given)


@pytest.fixture
def sheet(qtbot: QtBot, office: OpenDesk) -> VisitDialog:
    """Give the sheet as it is on a small laptop."""
    sheet = sheet_for(office)
    show_dialog(qtbot, sheet)
    sheet.resize(1366, 720)
    settle_layout()
    return sheet


def test_everything_to_touch_has_room_for_a_finger(qtbot: QtBot, sheet: VisitDialog) -> None:
    sheet.seen.choose(frozenset(sheet._people))
    settle_layout()

    small = [
        (told(widget), widget.width(), widget.height())
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in seen(sheet, kind)
        if widget.height() < TARGET or widget.width() < TARGET
    ]

    assert small == []


def test_a_finger_scrolls_it(sheet: VisitDialog) -> None:
    assert QScroller.hasScroller(sheet.form.viewport())


@pytest.mark.parametrize(("width", "columns"), [(1366, 2), (820, 1)])
def test_it_has_two_columns_on_a_laptop_and_one_on_a_small_tablet(
    sheet: VisitDialog, width: int, columns: int
) -> None:
    sheet.resize(width, 720)
    settle_layout()

    beside = sheet.worry.mapTo(sheet, sheet.worry.rect().topLeft()).x() > width // 3
    assert beside is (columns == 2)
    assert (sheet.form.width() >= TWO_COLUMNS) is (columns == 2)


def test_all_of_it_is_seen_at_once_on_a_laptop(sheet: VisitDialog) -> None:
    sheet.seen.box("A4").click()
    settle_layout()

    assert sheet.form.verticalScrollBar().maximum() == 0


def test_childrens_words_are_asked_for_first(sheet: VisitDialog) -> None:
    sheet.seen.choose(frozenset({"A1", "A4"}))
    settle_layout()
    tops = {person: field.mapTo(sheet, field.pos()).y() for person, field in sheet.words.items()}
    sheet.seen.box("A5").click()
    settle_layout()

    tops = {person: sheet.form.row(f"words-{person}").y() for person in sheet.words}
    assert sorted(tops, key=lambda person: tops[person]) == ["A4", "A5", "A1"]


def test_a_visit_is_written_with_keys_alone_in_reading_order(
    qtbot: QtBot, sheet: VisitDialog
) -> None:
    sheet.seen.box("A1").click()
    sheet.seen.box("A4").click()
    sheet.on.setFocus()
    order = []
    while QApplication.focusWidget() is not sheet.buttons.save:
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
        assert len(order) < 40
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    expected = [
        sheet.on,
        sheet.place,
        *(sheet.seen.box(person) for person in sheet._people),
        sheet.others,
        sheet.words["A4"],
        sheet.words["A1"],
        sheet.worry,
        sheet.well,
        sheet.note,
        sheet.agreed,
        sheet.next_on,
        *sheet.weeks.values(),
    ]
    assert order == expected


@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_the_next_visit_is_one_touch_away(sheet: VisitDialog, weeks: int) -> None:
    sheet.on.setText("20/11/2026")

    sheet.weeks[weeks].click()

    assert sheet.next_on.day() == date(2026, 11, 20) + timedelta(weeks=weeks)
    assert sheet.weeks[weeks].accessibleName().startswith("Next visit in ")


def test_a_day_that_cannot_be_read_counts_from_today(sheet: VisitDialog) -> None:
    sheet.on.setText("31/2/")

    sheet.weeks[1].click()

    assert sheet.next_on.day() == TODAY + timedelta(weeks=1)


def test_an_address_typed_beside_a_guarded_home_is_warned_of(
    qtbot: QtBot, office: OpenDesk
) -> None:
    sheet = sheet_for(office, guarded=True)
    show_dialog(qtbot, sheet)
    sheet.seen.box("A4").click()
    caution = sheet._caution
    assert caution is not None

    sheet.words["A4"].setPlainText("We live at 14 Alder Road now")
    in_own_words = caution.isVisible()
    sheet.words["A4"].clear()
    sheet.note.setPlainText("ring 01632 960123")

    assert in_own_words
    assert caution.accessibleName().startswith("This looks like a phone number.")


def test_words_are_kept_though_whoever_said_them_is_not_ticked(
    qtbot: QtBot, office: OpenDesk
) -> None:
    heard = Visit(
        id=VisitId("heard"),
        household=FAMILY_A,
        on=TODAY,
        seen=(PersonId("A1"),),
        words=(OwnWords(person=PersonId("A4"), words="Through the door: go away."),),
    )
    sheet = sheet_for(office, visit=heard)
    show_dialog(qtbot, sheet)

    assert sheet.form.row("words-A4").isVisible()
    assert sheet.draft().words == heard.words


def test_the_sheet_of_the_room_says_nothing_of_staff_safety(
    office: OpenDesk, window: MainWindow
) -> None:
    window.open_household(FAMILY_B)
    settle(office.qtbot, office.desk)
    presented = window.household.presented
    assert presented is not None

    window.errands.add("visit", presented, "")
    sheet = window.errands.dialog
    assert isinstance(sheet, VisitDialog)
    said = " ".join(
        [label.text() for label in sheet.findChildren(QLabel)]
        + [part.accessibleName() for part in sheet.findChildren(QWidget)]
    )

    assert presented.record.flags
    assert any(person.contact.code_word == "tulip" for person in presented.record.people)
    for hidden in ("MARAC", "Two-person", "Staff safety", "tulip", "Confidential"):
        assert hidden not in said


def test_sixty_people_open_without_a_wait(qtbot: QtBot, office: OpenDesk) -> None:
    people = {f"p{n}": f"Person Number{n}" for n in range(60)}

    def make() -> float:
        start = perf_counter()
        sheet = VisitDialog(office.desk, FAMILY_A, people=people, today=TODAY)
        took = perf_counter() - start
        qtbot.addWidget(sheet)
        return took

    assert min(make() for _ in range(4)) < 0.050


def test_every_control_is_named_large_and_reached(qtbot: QtBot, sheet: VisitDialog) -> None:
    sheet.seen.choose(frozenset({"A4", "A5"}))

    assert hard_to_use(qtbot, sheet) == {}
    assert tab_stays_in(sheet, qtbot) == []


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    def full() -> VisitDialog:
        sheet = sheet_for(office, guarded=True)
        sheet.seen.choose(frozenset({"A4"}))
        sheet.note.setPlainText("14 Alder Road, 01632 960123")
        sheet.show_sentences({"others": "This is too long to keep. Shorten it, or split it."})
        return sheet

    assert cut_off(qtbot, full) == {}
    current_theme().use(text_percent=100)
