"""The family plan in the real window: read, added to, corrected and ticked off by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.household import Office
from app.domain.plan import Goal
from app.usecases.keep_household import keep_office
from tests.ui.desk_audit import clipped, nameless, settle_layout, too_low
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    TODAY,
    OpenDesk,
    keep,
    open_household,
    open_window,
    settle,
    show,
)
from tests.ui.plan_builders import DANA, LEO, keep_plan
from ui.pages.plan_pane import PlanPane
from ui.theme import current_theme
from ui.windows.main_window import MainWindow

pytestmark = pytest.mark.timeout(90)
PARTS = ("needs", "goals", "scale_marks", "actions", "reviews", "meetings")


def calm(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is answered and every part of the plan is built."""
    settle(qtbot, window.desk)
    qtbot.waitUntil(lambda: not window.household.plan._timer.isActive(), timeout=10_000)
    settle_layout()


@pytest.fixture
def goal(office: OpenDesk) -> Goal:
    return keep_plan(office)


@pytest.fixture
def desk(qtbot: QtBot, office: OpenDesk, goal: Goal, tmp_path: Path) -> MainWindow:
    """Give the window with the plan of family A in it."""
    window = open_window(office, tmp_path, FAMILY_A)
    window.household.header.tabs.choose("plan")
    calm(qtbot, window)
    return window


def said(part: QWidget) -> list[str]:
    return [label.accessibleName() or label.text() for label in part.findChildren(QLabel)]


def cells(part: Any) -> list[tuple[str, ...]]:
    model = part.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def button(part: QWidget, name: str) -> QPushButton:
    found = [b for b in part.findChildren(QPushButton) if b.accessibleName() == name]
    assert len(found) == 1, [b.accessibleName() for b in part.findChildren(QPushButton)]
    return found[0]


def press(qtbot: QtBot, window: MainWindow, widget: QWidget) -> None:
    """Go to a button as Tab would, and press it with the space bar."""
    show(qtbot, window)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    calm(qtbot, window)


def form(window: MainWindow) -> Any:
    dialog = window.errands.dialog
    assert dialog is not None
    return dialog


def test_the_plan_says_everything_that_is_in_it(desk: MainWindow) -> None:
    plan = desk.household.plan

    needs = said(plan.needs)
    assert "Getting a good education" in needs
    assert "Leo is late most days." in needs
    assert "In the family’s own words: I can’t face the corridor" in needs
    assert "Leo cooks." in needs
    assert "Leo Reid · Noted on 22 November 2026" in needs
    assert cells(plan.actions_part) == [
        ("Ring the school", "Grace", "Overdue by 4 days: it was due on 18 November 2026", ""),
        ("Lay out clothes", "Leo Reid", "By 27 November 2026", "I want quiet mornings"),
    ]
    assert cells(plan.reviews) == [("17 November 2026", "Calmer", "“Better”", "30 November 2026")]
    assert cells(plan.meetings) == [
        ("24 November 2026", "Marsh Academy", "Asked: Dana Whitfield, Robin Ashby", "", "")
    ]


def test_worry_and_strength_stand_side_by_side(desk: MainWindow) -> None:
    needs = desk.household.plan.needs
    worry = button(needs, "Correct: Leo is late most days.")
    strength = button(needs, "Correct: Leo cooks.")

    left, right = (one.mapTo(needs, one.rect().topLeft()) for one in (worry, strength))

    assert left.y() == right.y()
    assert left.x() < right.x()


def test_the_figures_of_the_plot_are_in_words_and_in_a_table(desk: MainWindow, goal: Goal) -> None:
    card = desk.household.plan.goals.cards[goal.id]

    assert card.plot.accessibleName() == "How near: I want quiet mornings"
    assert card.plot.accessibleDescription() == (
        "Leo Reid: 3 on 14 September 2026, 5 on 12 October 2026. "
        "Dana Whitfield: 4 on 12 October 2026."
    )
    assert card.table is None
    card.figures_button.click()
    assert card.table is not None
    assert card.table.isVisible()
    assert cells(card) == [
        ("12 October 2026", "Leo Reid", "5", ""),
        ("12 October 2026", "Dana Whitfield", "4", ""),
        ("14 September 2026", "Leo Reid", "3", ""),
    ]


def test_a_mark_takes_one_press_after_walking_with_the_arrows(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, goal: Goal
) -> None:
    show(qtbot, desk)
    card = desk.household.plan.goals.cards[goal.id]
    card.viewer.choose(LEO)
    first = card.scale.buttons[0]
    first.setFocus()
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Right)
    seventh = QApplication.focusWidget()
    assert seventh is card.scale.buttons[7]

    qtbot.keyClick(seventh, Qt.Key.Key_Return)
    calm(qtbot, desk)

    marks = office.record().scale_marks
    assert [(m.value, m.person, m.on) for m in marks][-1] == (7, LEO, TODAY)
    assert desk.notice.sentence.text() == "7 of 10 is kept."
    again = desk.household.plan.goals.cards[goal.id]
    assert again.plot.accessibleDescription().startswith(
        "Leo Reid: 3 on 14 September 2026, 5 on 12 October 2026, 7 on 22 November 2026."
    )
    assert again.viewer.key() == LEO  # the next mark is often of the same person


def test_every_number_is_large_and_named(desk: MainWindow, goal: Goal) -> None:
    buttons = desk.household.plan.goals.cards[goal.id].scale.buttons

    assert [b.accessibleName() for b in buttons][3] == "3 of 10. I want quiet mornings"
    assert {(b.width() >= 44, b.height() >= 44) for b in buttons} == {(True, True)}


def test_an_action_is_ticked_off_and_taken_back(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow
) -> None:
    part = desk.household.plan.actions_part
    part.table.choose(lambda line: line.cells[0] == "Lay out clothes")

    press(qtbot, desk, part.done_button)

    assert cells(part)[1][2] == "Done on 22 November 2026"
    assert part.done_button.accessibleName() == "Not done after all: Lay out clothes"
    assert part.done_button.hasFocus()
    with qtbot.waitSignal(office.desk.undone):
        qtbot.keyClick(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    calm(qtbot, desk)
    assert cells(part)[1][2] == "By 27 November 2026"


def test_a_worry_is_over_and_the_focus_stays_where_it_was(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow
) -> None:
    needs = desk.household.plan.needs

    press(qtbot, desk, button(needs, "No longer worrying: Leo is late most days."))

    assert office.record().needs[0].met_on == TODAY
    assert "Leo Reid · Better since 22 November 2026" in said(needs)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Correct: Leo is late most days."
    press(qtbot, desk, button(needs, "Worrying again: Leo is late most days."))
    assert office.record().needs[0].met_on is None


def test_a_goal_is_reached_and_asks_for_no_more_marks(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, goal: Goal
) -> None:
    goals = desk.household.plan.goals

    press(qtbot, desk, button(goals, "We reached this: I want quiet mornings"))

    assert office.record().goals[0].reached_on == TODAY
    card = goals.cards[goal.id]
    assert card.scale.isHidden()
    assert "Reached on 22 November 2026" in " ".join(said(card))


def test_a_strength_is_added_by_keyboard(qtbot: QtBot, office: OpenDesk, desk: MainWindow) -> None:
    press(qtbot, desk, desk.household.plan.needs.strength_button)
    dialog = form(desk)
    show(qtbot, dialog)
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "Mia reads to Ada.")

    keep(qtbot, dialog)
    calm(qtbot, desk)

    kept = office.record().needs[-1]
    assert (kept.kind, kept.text, kept.outcome) == ("strength", "Mia reads to Ada.", "education")
    assert "Mia reads to Ada." in said(desk.household.plan.needs)
    assert desk.notice.sentence.text() == "The plan is kept."


@pytest.mark.parametrize(
    ("what", "kept"),
    [
        ("add-goal", "goals"),
        ("add-action", "actions"),
        ("add-review", "reviews"),
        ("add-meeting", "meetings"),
    ],
)
def test_an_empty_form_of_the_plan_keeps_nothing_and_says_why(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, what: str, kept: str
) -> None:
    before = getattr(office.record(), kept)
    desk.plans.carry_out(what, "")
    dialog = form(desk)

    dialog.save()
    settle(qtbot, office.desk)

    assert dialog.isVisible()
    assert [row for row in dialog.form._rows.values() if row.problem.text()]
    assert getattr(office.record(), kept) == before
    dialog.reject()


@pytest.mark.parametrize(
    "part", ["needs", "goals", "scale_marks", "actions", "reviews", "meetings"]
)
def test_an_edit_that_changes_nothing_changes_nothing(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, part: str
) -> None:
    what = {"scale_marks": "edit-mark"}.get(part, f"edit-{part.removesuffix('s')}")
    for entry in getattr(office.record(), part):
        desk.plans.carry_out(what, entry.id)
        keep(qtbot, form(desk))
        settle(qtbot, office.desk)

        assert entry in getattr(office.record(), part)


@pytest.mark.parametrize(
    "part", ["needs", "goals", "scale_marks", "actions", "reviews", "meetings"]
)
def test_an_entry_is_taken_out_and_brought_back(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, part: str
) -> None:
    before = getattr(office.record(), part)
    what = {"scale_marks": "edit-mark"}.get(part, f"edit-{part.removesuffix('s')}")
    desk.plans.carry_out(what, before[0].id)
    dialog = form(desk)

    dialog.remove_button.click()
    calm(qtbot, desk)

    assert not any(one.id == before[0].id for one in getattr(office.record(), part))
    assert desk.notice.sentence.text() == "It is taken out of the plan."
    with qtbot.waitSignal(office.desk.undone):
        desk.undo()
    calm(qtbot, desk)
    assert getattr(office.record(), part) == before


def test_an_action_without_anybody_says_so_beside_the_name(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow
) -> None:
    desk.plans.carry_out("add-action", "")
    dialog = form(desk)
    dialog.text.setPlainText("Ring")

    dialog.save()
    settle(qtbot, office.desk)

    assert dialog.form.row("owner_name").problem.text() == (
        "Say who does it: choose somebody, or write a name."
    )
    dialog.owner.choose(DANA)
    assert dialog.form.row("owner_name").isHidden()
    keep(qtbot, dialog)
    assert office.record().actions[-1].owner == DANA


def test_a_councils_own_outcomes_replace_the_ten(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow
) -> None:
    office.run(keep_office(Office(outcomes=("Safe at home", "Learning well"))))
    desk.household.refresh()
    calm(qtbot, desk)

    desk.plans.carry_out("add-goal", "")
    dialog = form(desk)

    offered = [dialog.outcome.itemText(n) for n in range(dialog.outcome.count())]
    dialog.reject()
    assert offered == [
        "Safe at home",
        "Learning well",
        "Getting a good education",
        "Improved family relationships",
    ]
    assert "Getting a good education" in said(desk.household.plan.needs)


def test_the_office_writes_its_outcomes_line_by_line(
    qtbot: QtBot, office: OpenDesk, window: MainWindow
) -> None:
    window.errands.keep_office()
    qtbot.waitUntil(lambda: window.errands.dialog is not None)
    dialog = form(window)
    dialog.outcomes.setPlainText("Safe at home\n\nLearning well\nSafe at home\n")

    kept = keep(qtbot, dialog)

    assert kept.outcomes == ("Safe at home", "Learning well")


def test_the_plan_is_built_only_while_it_is_looked_at(window: MainWindow) -> None:
    assert window.household.plan.goals.blocks == {}


def test_another_family_has_its_own_plan(qtbot: QtBot, desk: MainWindow) -> None:
    open_household(qtbot, desk, FAMILY_B)
    calm(qtbot, desk)

    plan = desk.household.plan
    assert "Leo cooks." not in said(plan.needs)
    assert plan.goals.cards == {}
    assert cells(plan.actions_part) == []
    assert plan.actions_part.nothing.isVisible()


def faults(plan: PlanPane) -> dict[str, list[str]]:
    settle_layout()
    found = {"nameless": nameless(plan), "low": too_low(plan), "clipped": clipped(plan)}
    return {what: where for what, where in found.items() if where}


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1093, 534)])
def test_nothing_of_the_plan_is_cut_off_low_or_nameless(
    qtbot: QtBot, office: OpenDesk, desk: MainWindow, size: tuple[int, int], text: int
) -> None:
    current_theme().use(text_percent=text)
    desk.resize(*size)
    calm(qtbot, desk)

    assert faults(desk.household.plan) == {}


def test_tab_reaches_every_part_of_the_plan(qtbot: QtBot, desk: MainWindow, goal: Goal) -> None:
    show(qtbot, desk)
    plan = desk.household.plan
    wanted: set[QWidget] = {
        plan.needs.add_button,
        plan.needs.strength_button,
        plan.goals.add_button,
        plan.goals.cards[goal.id].scale.buttons[0],
        plan.goals.cards[goal.id].figures_button,
        plan.actions_part.table,
        plan.actions_part.done_button,
        plan.reviews.table,
        plan.meetings.table,
        plan.meetings.edit_button,
    }
    desk.household.header.tabs.setFocus()
    met: set[QWidget] = set()
    for _ in range(90):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert [one.accessibleName() for one in wanted - met] == []
