"""The box to sign in: drawn with mouse, pen or finger, begun again, or passed by."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QImage,
    QInputDevice,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.signing import MOST_POINTS, MOST_STROKES, WIDEST, strokes_problems
from tests.ui.desk_builders import show_dialog
from ui.theme import current_theme
from ui.widgets.signature_box import SignatureBox

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def box(qtbot: QtBot) -> SignatureBox:
    current_theme().use(text_percent=100, tablet=False)
    box = SignatureBox(name="Box to sign in", clear="Clear", cannot="I cannot sign")
    show_dialog(qtbot, box)
    box.resize(500, 300)
    QApplication.processEvents()
    return box


def draw(qtbot: QtBot, box: SignatureBox, *places: tuple[int, int]) -> None:
    pad = box.pad
    qtbot.mousePress(pad, LEFT, pos=QPoint(*places[0]))
    for place in places[1:]:
        qtbot.mouseMove(pad, QPoint(*place))
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(*places[-1]))


def test_what_is_drawn_is_kept_in_thousandths_of_the_width(qtbot: QtBot, box: SignatureBox) -> None:
    draw(qtbot, box, (0, 50), (250, 100), (499, 20))

    assert json.loads(box.strokes()) == [[[0, 100], [500, 200], [998, 40]]]
    assert strokes_problems(box.strokes()) == ()


def test_each_time_the_pen_is_set_down_a_stroke_begins(qtbot: QtBot, box: SignatureBox) -> None:
    draw(qtbot, box, (10, 10), (20, 20))
    draw(qtbot, box, (50, 10), (60, 20))

    assert [len(stroke) for stroke in json.loads(box.strokes())] == [2, 2]


def test_a_finger_draws_and_a_second_one_does_not(qtbot: QtBot, box: SignatureBox) -> None:
    finger = QTest.createTouchDevice()
    pad = box.pad
    QTest.touchEvent(pad, finger).press(0, QPoint(10, 20), pad).commit()
    QTest.touchEvent(pad, finger).move(0, QPoint(60, 40), pad).press(
        1, QPoint(400, 100), pad
    ).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(60, 40), pad).release(
        1, QPoint(400, 100), pad
    ).commit()

    points = [point for stroke in json.loads(box.strokes()) for point in stroke]
    assert [20, 40] in points
    assert [120, 80] in points
    assert all(x < 200 for x, _ in points)


def test_a_pen_draws(qtbot: QtBot, box: SignatureBox) -> None:
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    for kind, at in (
        (QEvent.Type.TabletPress, QPointF(10, 10)),
        (QEvent.Type.TabletMove, QPointF(100, 50)),
        (QEvent.Type.TabletRelease, QPointF(100, 50)),
    ):
        event = QTabletEvent(kind, pen, at, at, 0.5, 0, 0, 0, 0, 0, NONE, LEFT, LEFT)
        QApplication.sendEvent(box.pad, event)

    assert json.loads(box.strokes()) == [[[20, 20], [200, 100]]]


def test_a_line_that_leaves_the_box_ends_at_its_edge(qtbot: QtBot, box: SignatureBox) -> None:
    draw(qtbot, box, (10, 10), (900, -40))

    assert json.loads(box.strokes()) == [[[20, 20], [WIDEST, 0]]]


def test_one_dot_is_no_signature(qtbot: QtBot, box: SignatureBox) -> None:
    draw(qtbot, box, (10, 10))

    assert box.strokes() == ""


def test_clearing_begins_again(qtbot: QtBot, box: SignatureBox) -> None:
    assert not box.clear_button.isEnabled()
    draw(qtbot, box, (10, 10), (20, 20))
    assert box.clear_button.isEnabled()

    box.clear_button.click()

    assert box.strokes() == ""
    assert not box.clear_button.isEnabled()


def test_the_keyboard_clears_and_finds_the_way_for_who_cannot_sign(
    qtbot: QtBot, box: SignatureBox
) -> None:
    draw(qtbot, box, (10, 10), (20, 20))
    box.pad.setFocus()

    qtbot.keyClick(box.pad, Qt.Key.Key_Delete)
    cleared = box.strokes()
    qtbot.keyClick(box.pad, Qt.Key.Key_Tab)
    with qtbot.waitSignal(box.spoken_asked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert cleared == ""
    name = QAccessible.queryAccessibleInterface(box.pad).text(QAccessible.Text.Name)
    assert name == "Box to sign in"


def test_nobody_can_draw_more_than_can_be_kept(qtbot: QtBot, box: SignatureBox) -> None:
    for n in range(MOST_STROKES + 5):
        draw(qtbot, box, (n % 400, 10), (n % 400 + 5, 20))
    pad = box.pad
    pad._begin(QPointF(0, 0))
    pad.show_strokes(json.dumps([[[n % 1000, n % 7] for n in range(MOST_POINTS)]]))
    draw(qtbot, box, (10, 10), (20, 20))

    assert strokes_problems(box.strokes()) == ()


def test_what_was_drawn_is_shown_again_at_any_size(qtbot: QtBot, box: SignatureBox) -> None:
    box.show_strokes("[[[100, 100], [900, 100]]]")
    box.resize(800, 300)
    QApplication.processEvents()

    picture: QImage = box.pad.grab().toImage()
    ink = current_theme().colour("text")

    assert picture.pixelColor(400, 80).value() < 100 + ink.value()
    assert picture.pixelColor(400, 80) != picture.pixelColor(400, 40)
