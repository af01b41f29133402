"""The plot of a scale: its figures in words, lines told apart without colour, any size of marks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.theme import Look, current_theme
from ui.widgets.scale_plot import INKS, PATTERNS, ScalePlot, Series, figures_in_words

DAY = date(2026, 9, 14)
LEO = Series(name="Leo", marks=((DAY, 3), (DAY + timedelta(days=28), 5)))
DANA = Series(name="Dana", marks=((DAY, 0), (DAY + timedelta(days=28), 10)))


def plot(qtbot: QtBot, *series: Series) -> ScalePlot:
    shown = ScalePlot(name="How near")
    qtbot.addWidget(shown)
    shown.resize(500, 200)
    shown.show_series(series)
    shown.show()
    return shown


def picture(shown: ScalePlot) -> QImage:
    return shown.grab().toImage()


def test_every_figure_is_said_in_words() -> None:
    assert figures_in_words((LEO, DANA)) == (
        "Leo: 3 on 14 September 2026, 5 on 12 October 2026. "
        "Dana: 0 on 14 September 2026, 10 on 12 October 2026."
    )
    assert figures_in_words(()) == "Nobody has put a mark on this scale yet."


def test_the_words_change_with_the_marks(qtbot: QtBot) -> None:
    shown = plot(qtbot)
    before = shown.accessibleDescription()

    shown.show_series((LEO,))

    assert (before, shown.accessibleDescription()) == (
        figures_in_words(()),
        figures_in_words((LEO,)),
    )


def test_lines_are_told_apart_by_pattern_and_mark_and_not_by_colour_alone() -> None:
    assert len(set(PATTERNS)) == len(PATTERNS) == len(INKS) == 4


def test_in_grey_two_people_still_look_different(qtbot: QtBot) -> None:
    """The same line drawn for the first and for the second person differs without any colour."""
    first = picture(plot(qtbot, LEO)).convertToFormat(QImage.Format.Format_Grayscale8)
    nobody = Series(name="", marks=LEO.marks[:1])
    second = picture(plot(qtbot, nobody, LEO)).convertToFormat(QImage.Format.Format_Grayscale8)

    assert first != second


def test_higher_is_nearer_and_later_is_further_right(qtbot: QtBot) -> None:
    shown = plot(qtbot, LEO, DANA)
    ground = shown._ground()

    low, high = shown._place(ground, DAY, 0), shown._place(ground, DAY + timedelta(days=28), 10)

    assert low.y() == pytest.approx(ground.bottom())
    assert high.y() == pytest.approx(ground.top())
    assert ground.left() <= low.x() < high.x() <= ground.right()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("people", [0, 1, 5, 12])
def test_any_number_of_people_is_drawn_within_the_plot(
    qtbot: QtBot, look: Look, people: int
) -> None:
    current_theme().use(look=look)
    series = tuple(Series(name=f"Person {n}", marks=((DAY, n % 11),)) for n in range(people))

    shown = plot(qtbot, *series)

    assert not picture(shown).isNull()
    ground: QRectF = shown._ground()
    assert ground.width() > 100
    current_theme().use(look=Look.LIGHT)
