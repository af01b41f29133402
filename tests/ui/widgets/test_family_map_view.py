"""The household picture: choosing, keys, zoom, screen readers, and what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGestureEvent,
    QHBoxLayout,
    QLineEdit,
    QPinchGesture,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.family_map.family import Family
from app.family_map.lay_out import lay_out
from app.family_map.picture import Picture
from tests.ui.widgets.families import an_ash_family, its_picture
from ui.theme import Look, current_theme
from ui.widgets.family_map_view import FamilyMapView
from ui.widgets.map_fit import SMALLEST, AgencyLook, MapState, PersonLook


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FamilyMapView]:
    view = FamilyMapView(name="Household picture")
    qtbot.addWidget(view)
    view.resize(900, 420)
    view.show_family(an_ash_family(), its_picture())
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    yield view
    current_theme().use(look=Look.LIGHT, text_percent=100)


def place_of(view: FamilyMapView, id_: str) -> QPoint:
    node = its_picture().node(id_)
    return view.mapFromScene(QPointF(node.x + node.width / 2, node.y + node.height / 2))


def drawn(view: FamilyMapView) -> QImage:
    return view.grab().toImage()


def look_near(view: FamilyMapView, at: QPointF) -> None:
    """Look so near that a thin line covers whole pixels."""
    view.set_zoom(2.0)
    view.centerOn(at)


def has_near(image: QImage, at: QPoint, token: str, *, reach: int = 8) -> bool:
    """Say whether a colour of the theme is in the picture within `reach` of a point."""
    wanted = current_theme().colour(token)
    ratio = image.devicePixelRatio()
    for x in range(at.x() - reach, at.x() + reach + 1):
        for y in range(at.y() - reach, at.y() + reach + 1):
            found = image.pixelColor(round(x * ratio), round(y * ratio))
            if _near(found, wanted):
                return True
    return False


def _near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) < 12
        and abs(one.green() - other.green()) < 12
        and abs(one.blue() - other.blue()) < 12
    )


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


@pytest.mark.parametrize("size", [(900, 420), (600, 300), (500, 700)])
def test_the_whole_picture_is_fitted_with_room_round_it(
    view: FamilyMapView, size: tuple[int, int]
) -> None:
    view.resize(*size)

    view.fit()

    shown = view.mapFromScene(view.scene().itemsBoundingRect()).boundingRect()
    places = [view.mapFromScene(view._box(id_)).boundingRect() for id_ in view.spoken_ids()]
    assert all(place.left() >= 11 and place.right() <= size[0] - 11 for place in places)
    assert all(place.top() >= 11 and place.bottom() <= size[1] - 11 for place in places)
    assert abs(shown.center().x() - size[0] / 2) < 16
    assert abs(shown.center().y() - size[1] / 2) < 16
    assert view.zoom <= 1.0


def test_an_agency_that_concerns_the_selected_person_is_outlined(view: FamilyMapView) -> None:
    edge = QPointF(109, 200)
    look_near(view, edge)
    before = has_near(drawn(view), view.mapFromScene(edge), "edu", reach=2)

    view.select("alex")

    look_near(view, edge)
    assert not before
    assert has_near(drawn(view), view.mapFromScene(edge), "edu", reach=2)


def test_a_change_of_theme_reaches_the_picture(view: FamilyMapView) -> None:
    corner = QPoint(3, 3)
    light = drawn(view).pixelColor(corner)

    current_theme().use(look=Look.DARK)

    dark = drawn(view).pixelColor(corner)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_larger_text_makes_a_larger_picture(view: FamilyMapView) -> None:
    view.set_zoom(1.0)
    before = view.transform().m11()

    current_theme().use(text_percent=150)

    assert before == 1.0
    assert view.transform().m11() == 1.5


@pytest.mark.parametrize(("asked", "got"), [(0.1, 0.5), (9.0, 2.0), (1.25, 1.25)])
def test_zoom_stays_between_50_and_200(view: FamilyMapView, asked: float, got: float) -> None:
    view.set_zoom(asked)

    assert view.zoom == got


def test_large_letters_still_let_the_whole_picture_be_seen(view: FamilyMapView) -> None:
    view.resize(560, 300)

    current_theme().use(text_percent=150)
    view.fit()

    fitted = view.zoom
    view.zoom_out()
    assert 0.65 / 1.5 <= fitted < 0.5
    assert view.zoom <= fitted


def test_zoom_by_keys_goes_in_steps_and_back_to_fit(view: FamilyMapView, qtbot: QtBot) -> None:
    view.set_zoom(1.0)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    back = view.zoom

    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert (larger, back) == (1.25, 1.0)
    assert view.zoom == 1.0


def test_two_fingers_zoom(view: FamilyMapView) -> None:
    view.set_zoom(1.0)
    pinch = QPinchGesture()
    pinch.setScaleFactor(1.5)

    QApplication.sendEvent(view.viewport(), QGestureEvent([pinch]))

    assert view.zoom == 1.5


def test_a_small_window_offers_the_table(view: FamilyMapView, qtbot: QtBot) -> None:
    view.fit()

    with qtbot.waitSignal(view.cramped) as heard:
        view.resize(200, 100)

    assert heard.args == [True]
    assert view.zoom == 0.5


@pytest.mark.parametrize("zoom", [0.5, 0.6, 0.75, 0.9, 1.0, 2.0])
def test_letters_are_never_smaller_than_12(zoom: float) -> None:
    state = MapState(zoom=zoom)

    sizes = [state.letters(size) * zoom for size in (12, 13, 14)]

    assert min(sizes) >= SMALLEST - 0.001


def test_names_are_dropped_for_all_or_for_none(view: FamilyMapView) -> None:
    view.set_zoom(1.0)
    near = (view._state.people, view._state.agencies)
    view.set_zoom(0.5)
    far = (view._state.people, view._state.agencies)

    assert near == (PersonLook.ALL, AgencyLook.ALL)
    assert far < near


def test_the_picture_can_be_painted_on_something_else(view: FamilyMapView) -> None:
    view.select("alex")
    image = QImage(1600, 720, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)

    view.scene().render(painter)

    painter.end()
    assert has_near(image, QPoint(440, 480), "ok")


def test_a_real_layout_with_measured_words_is_shown(view: FamilyMapView) -> None:
    family = an_ash_family()

    picture = lay_out(family, FamilyMapView.sizes())
    view.show_family(family, picture)

    assert view.zoom == 1.0
    assert set(view.spoken_ids()) == {"robin", "sam", "alex", "kim", "school", "gp"}
    assert len(view.scene().items()) == len(picture.nodes) + len(picture.lines)


def test_showing_families_again_and_again_keeps_no_old_things(view: FamilyMapView) -> None:
    for _ in range(20):
        view.show_family(an_ash_family(), its_picture())
        drawn(view)

    picture = its_picture()
    assert len(view.scene().items()) == len(picture.nodes) + len(picture.lines)
