"""Forms: words where the eye and the ear expect them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.forms import Form
from ui.widgets.fields import DateField


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    form.add("first", "First name", QLineEdit())
    form.add("born", "Date of birth", DateField(), hint="For example 3 April 2017")
    form.add("nick", "Called", QLineEdit(), optional="(optional)")
    qtbot.addWidget(form)
    form.resize(400, 300)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def spoken(form: Form, name: str, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(form.row(name).field)
    return str(interface.text(kind))


def test_every_field_has_its_label_as_its_name(form: Form) -> None:
    names = [spoken(form, name, QAccessible.Text.Name) for name in ("first", "born", "nick")]

    assert names == ["First name", "Date of birth", "Called (optional)"]


def test_a_hint_is_the_fields_description(form: Form) -> None:
    described = spoken(form, "born", QAccessible.Text.Description)

    assert described == "For example 3 April 2017"


def test_one_problem_takes_the_focus_to_its_field(form: Form, qtbot: QtBot) -> None:
    form.show_problems({"first": "Please fill this in."})

    assert form.row("first").problem.text() == "Please fill this in."
    assert form.row("first").problem.isVisible()
    assert form.row("first").field.hasFocus()
    assert not form.summary.isVisible()
    assert spoken(form, "first", QAccessible.Text.Description) == "Please fill this in."


def test_several_problems_have_a_summary_with_a_way_to_each(form: Form, qtbot: QtBot) -> None:
    form.show_problems(
        {"first": "Please fill this in.", "born": "This has not happened yet."},
        heading="There are 2 things to put right",
    )
    had_focus = form.summary.hasFocus()

    qtbot.mouseClick(form.summary.links["born"], Qt.MouseButton.LeftButton)

    assert had_focus
    assert form.summary.links["first"].text() == "First name: Please fill this in."
    assert form.summary.heading.text() == "There are 2 things to put right"
    assert form.row("born").field.hasFocus()


def test_a_problem_of_no_field_is_still_said(form: Form) -> None:
    form.show_problems({"household": "This family is closed."}, heading="One thing")

    assert form.summary.isVisible()
    assert form.summary.links["household"].text() == "This family is closed."
    assert not form.summary.links["household"].isEnabled()


def test_typing_takes_the_sentence_away_and_keeps_the_text(form: Form, qtbot: QtBot) -> None:
    form.show_problems({"first": "Please fill this in."})
    field = form.row("first").field

    qtbot.keyClicks(field, "Leah")

    assert form.row("first").problem.text() == ""
    assert isinstance(field, QLineEdit)
    assert field.text() == "Leah"
    assert spoken(form, "first", QAccessible.Text.Description) == ""


def test_problems_can_be_taken_away(form: Form) -> None:
    form.show_problems({"first": "Please.", "born": "Please."})

    form.clear_problems()

    assert not form.summary.isVisible()
    assert form.row("first").problem.text() == ""


def test_tab_goes_from_field_to_field_in_order(form: Form, qtbot: QtBot) -> None:
    form.row("first").field.setFocus()

    qtbot.keyClick(form.row("first").field, Qt.Key.Key_Tab)

    assert form.row("born").field.hasFocus()


def test_fields_are_40_high(form: Form) -> None:
    height = form.row("first").field.height()

    assert height >= 40


def test_a_date_field_writes_the_day_out_on_leaving(form: Form, qtbot: QtBot) -> None:
    field = form.row("born").field
    assert isinstance(field, DateField)
    field.setFocus()
    qtbot.keyClicks(field, "3/4/2017")

    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "3 April 2017"
    assert field.day() == date(2017, 4, 3)
    assert not field.is_unreadable()


def test_a_date_that_cannot_be_read_stays_as_typed(form: Form, qtbot: QtBot) -> None:
    field = form.row("born").field
    assert isinstance(field, DateField)
    field.setFocus()
    qtbot.keyClicks(field, "31/2/2017")

    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "31/2/2017"
    assert field.is_unreadable()
