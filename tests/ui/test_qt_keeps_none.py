"""Qt calls that return nothing must not use up Python's None (seen with PySide6 6.12 on 3.11)."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 400
DRIFT = 40  # other code may hold None for a moment


def set_text() -> Callable[[], object]:
    label = QLabel()
    return lambda: label.setText("x")


def draw() -> Callable[[], object]:
    path = QPainterPath()
    return lambda: path.lineTo(1, 1)


def name() -> Callable[[], object]:
    thing = QObject()
    return lambda: thing.setObjectName("x")


@pytest.mark.parametrize("make", [set_text, draw, name])
def test_qt_calls_keep_none_alive(
    qapp: QApplication, make: Callable[[], Callable[[], object]]
) -> None:
    call = make()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        call()

    assert abs(sys.getrefcount(None) - before) < DRIFT
