"""The household picture: choosing, keys, zoom, screen readers, and what is painted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.family_map.family import Family
from app.family_map.picture import Picture
from tests.ui.widgets.families import an_ash_family, its_picture
from tests.ui.widgets.shown_picture import drawn, has_near, look_near, place_of
from ui.widgets.family_map_view import FamilyMapView


def test_a_click_chooses_a_person(view: FamilyMapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.person_chosen) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "kim"))

    assert heard.args == ["kim"]
    assert view.selected() == "kim"


def test_a_click_chooses_an_agency(view: FamilyMapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.agency_chosen) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "gp"))

    assert heard.args == ["gp"]


def test_a_click_beside_everybody_chooses_nobody(view: FamilyMapView, qtbot: QtBot) -> None:
    heard: list[str] = []
    view.person_chosen.connect(heard.append)
    view.agency_chosen.connect(heard.append)

    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(QPointF(600, 250))
    )

    assert heard == []


def test_selecting_from_outside_is_silent(view: FamilyMapView) -> None:
    heard: list[str] = []
    view.person_chosen.connect(heard.append)

    view.select("alex")

    assert view.selected() == "alex"
    assert heard == []


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("alex", Qt.Key.Key_Up, "robin"),
        ("robin", Qt.Key.Key_Down, "alex"),
        ("alex", Qt.Key.Key_Right, "kim"),
        ("kim", Qt.Key.Key_Left, "alex"),
        ("robin", Qt.Key.Key_Right, "sam"),
        ("alex", Qt.Key.Key_Left, "school"),
        ("school", Qt.Key.Key_Down, "gp"),
        ("school", Qt.Key.Key_Right, "alex"),
        ("robin", Qt.Key.Key_Up, "robin"),
    ],
)
def test_arrow_keys_follow_the_family(
    view: FamilyMapView, qtbot: QtBot, start: str, key: Qt.Key, end: str
) -> None:
    view.select(start)

    qtbot.keyClick(view, key)

    assert view.selected() == end


def test_enter_opens_who_has_the_focus(view: FamilyMapView, qtbot: QtBot) -> None:
    view.select("kim")

    with qtbot.waitSignal(view.opened) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert heard.args == ["kim"]


def test_tab_goes_through_everybody_and_out_again(qtbot: QtBot) -> None:
    page = QWidget()
    before, view, after = QLineEdit(), FamilyMapView(name="Household picture"), QLineEdit()
    row = QHBoxLayout(page)
    for part in (before, view, after):
        row.addWidget(part)
    qtbot.addWidget(page)
    view.show_family(an_ash_family(), its_picture())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    before.setFocus()
    seen = []

    for _ in range(8):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if view.hasFocus():
            seen.append(view.spoken_current())

    assert seen == ["robin", "sam", "alex", "kim", "school", "gp"]
    assert after.hasFocus() or before.hasFocus()


def test_a_screen_reader_is_told_every_person_and_agency(view: FamilyMapView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)

    names = [
        interface.child(nth).text(QAccessible.Text.Name) for nth in range(interface.childCount())
    ]

    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Household picture"
    assert names == [
        "Robin Ash, 36 · mum",
        "Sam Ash, 38 · dad",
        "Alex Ash, 12 · Year 7",
        "Kim Ash, 4 years",
        "Oakfield School, Alex",
        "Dr Shah, GP, Alex",
    ]


def test_a_screen_reader_is_told_relations_and_sharing(view: FamilyMapView) -> None:
    view.select("alex")
    interface = QAccessible.queryAccessibleInterface(view)

    alex = interface.child(2)

    described = alex.text(QAccessible.Text.Description)
    assert alex.role() == QAccessible.Role.ListItem
    assert alex.parent().role() == QAccessible.Role.List
    assert interface.indexOfChild(alex) == 2
    assert alex.state().selected
    assert described == (
        "Child of Robin Ash and Sam Ash. Lives at: Home. Oakfield School: Agreed. "
        "Dr Shah, GP: Ran out 2 Nov"
    )


def test_a_screen_reader_finds_people_where_they_are(view: FamilyMapView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    where = view.viewport().mapToGlobal(place_of(view, "kim"))

    found = interface.childAt(where.x(), where.y())

    assert found.text(QAccessible.Text.Name) == "Kim Ash, 4 years"
    assert found.rect().contains(where)
    assert interface.child(99) is None


def test_a_person_who_is_gone_is_no_longer_spoken_of(view: FamilyMapView) -> None:
    family, picture = an_ash_family(), its_picture()
    interface = QAccessible.queryAccessibleInterface(view)
    kim = interface.child(3)

    view.show_family(
        replace(family, people=family.people[:3], unions=(), ties=()),
        replace(picture, nodes=tuple(n for n in picture.nodes if n.id != "kim"), lines=()),
    )

    assert interface.childCount() == 5
    assert not kim.isValid()
    assert kim.text(QAccessible.Text.Name) == ""


def test_the_selection_stays_when_the_family_is_shown_again(view: FamilyMapView) -> None:
    view.select("alex")

    view.show_family(an_ash_family(), its_picture())

    assert view.selected() == "alex"


def test_the_selection_goes_with_who_is_gone(view: FamilyMapView) -> None:
    view.select("alex")

    view.show_family(Family(people=()), Picture(width=1, height=1, nodes=(), lines=()))

    assert view.selected() == ""


def test_only_the_selected_persons_sharing_is_coloured(view: FamilyMapView) -> None:
    look_near(view, QPointF(220, 270))
    badge = view.mapFromScene(QPointF(220, 240))
    nobody = drawn(view)

    view.select("alex")

    somebody = drawn(view)
    assert not has_near(nobody, badge, "ok")
    assert not has_near(nobody, badge, "control")
    assert has_near(somebody, badge, "ok")
    assert has_near(somebody, view.mapFromScene(QPointF(220, 300)), "warn")


def test_choosing_an_agency_marks_each_of_its_people(view: FamilyMapView) -> None:
    under_alex = QPointF(250, 254)
    look_near(view, under_alex)
    before = has_near(drawn(view), view.mapFromScene(under_alex), "ok", reach=30)

    view.select("school")

    look_near(view, under_alex)
    assert not before
    assert has_near(drawn(view), view.mapFromScene(under_alex), "ok", reach=30)


def test_selecting_moves_nothing(view: FamilyMapView) -> None:
    before = [place_of(view, id_) for id_ in view.spoken_ids()]

    for id_ in view.spoken_ids():
        view.select(id_)

    assert [place_of(view, id_) for id_ in view.spoken_ids()] == before


def test_an_agency_that_concerns_the_selected_person_is_outlined(view: FamilyMapView) -> None:
    edge = QPointF(109, 200)
    look_near(view, edge)
    before = has_near(drawn(view), view.mapFromScene(edge), "edu", reach=2)

    view.select("alex")

    look_near(view, edge)
    assert not before
    assert has_near(drawn(view), view.mapFromScene(edge), "edu", reach=2)
