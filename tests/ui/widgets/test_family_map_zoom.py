"""The household picture from nearer and further away, in other colours and larger letters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QGestureEvent,
    QPinchGesture,
)
from pytestqt.qtbot import QtBot

from app.family_map.lay_out import lay_out
from tests.ui.widgets.families import an_ash_family, its_picture
from tests.ui.widgets.shown_picture import drawn, has_near
from ui.theme import Look, current_theme
from ui.widgets.family_map_view import FamilyMapView
from ui.widgets.map_fit import SMALLEST, AgencyLook, MapState, PersonLook


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


@pytest.mark.parametrize(
    ("initials", "zoom", "drawn_in_symbols"),
    [
        ("AA", 1.0, True),
        ("WWW", 1.0, True),  # near, only the one that does not fit goes without
        ("AA", 0.7, True),
        ("WWW", 0.7, False),  # from afar it is all of them or none
        ("AA", 0.6, False),
    ],
)
def test_from_afar_initials_are_drawn_for_all_or_for_none(
    view: FamilyMapView, initials: str, zoom: float, drawn_in_symbols: bool
) -> None:
    family = an_ash_family()
    first = replace(family.people[0], initials=initials)
    view.show_family(replace(family, people=(first, *family.people[1:])), its_picture())

    view.set_zoom(zoom)

    assert view._state.initials is drawn_in_symbols


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
