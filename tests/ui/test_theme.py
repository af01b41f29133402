"""The look, and changing it while running."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.theme import NO_STYLE, Letters, Look, Theme, current_theme, read_tokens
from ui.widgets.buttons import IconButton, PrimaryButton
from ui.widgets.pill import Pill
from ui.widgets.text import words


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = current_theme()
    yield theme
    theme.use(look=Look.LIGHT, text_percent=100, letters=Letters.INTER, tablet=False)


def test_there_is_one_theme_for_the_whole_program(theme: Theme) -> None:
    again = current_theme()

    assert again is theme


def test_the_bundled_faces_are_used(theme: Theme) -> None:
    families = [QFontInfo(theme.font(14)).family()]
    theme.use(letters=Letters.EASIER)
    families.append(QFontInfo(theme.font(14)).family())

    assert families == ["Inter", "Atkinson Hyperlegible Next"]
    assert {"Regular", "Medium", "SemiBold"} <= set(QFontDatabase.styles("Inter"))


def test_dark_changes_palette_and_painted_colours_at_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.use(look=Look.DARK)

    dark = read_tokens("dark")
    assert theme.dark
    assert theme.colour("text").name().upper() == dark["text"]
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == dark["window"]


def test_an_alpha_is_of_255(theme: Theme) -> None:
    colour = theme.colour("soft", 105)

    assert colour.alpha() == 105


def test_an_unknown_colour_is_a_mistake(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.colour("mauve")


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_text_size_reaches_native_and_painted_widgets(
    theme: Theme, qtbot: QtBot, percent: int
) -> None:
    title, pill, button = words("Ash family", "title"), Pill("3 due"), QPushButton("Save")
    for widget in (title, pill, button):
        qtbot.addWidget(widget)
        widget.show()

    theme.use(text_percent=percent)

    QApplication.processEvents()
    title.ensurePolished()
    assert title.font().pixelSize() == round(26 * percent / 100)
    assert pill.sizeHint().height() == 24 * percent // 100
    assert button.sizeHint().height() >= 40 * percent // 100


def test_controls_are_40_high_and_44_on_a_tablet(theme: Theme, qtbot: QtBot) -> None:
    button, icon = QPushButton("Save"), IconButton("pencil", "Edit Leah")
    primary = PrimaryButton("Ask Grace")
    for widget in (button, icon, primary):
        qtbot.addWidget(widget)
        widget.show()
    desk = [button.sizeHint().height(), icon.sizeHint().height()]

    theme.use(tablet=True)

    QApplication.processEvents()
    assert desk == [40, 40]
    assert button.sizeHint().height() == 44
    assert icon.sizeHint().width() == 44
    assert primary.sizeHint().height() == 44 + 8  # the ring stands outside


def test_what_was_kept_for_one_look_is_made_again_for_the_next(theme: Theme) -> None:
    made: list[int] = []

    def make() -> str:
        made.append(1)
        return "picture"

    theme.kept("key", str, make)
    theme.kept("key", str, make)
    theme.use(look=Look.DARK)
    theme.kept("key", str, make)

    assert len(made) == 2


def test_high_contrast_leaves_the_computers_own_colours(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "high_contrast", property(lambda _: True))

    theme.use(look=Look.DARK)

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.styleSheet() == NO_STYLE
    text = QApplication.palette().color(QPalette.ColorRole.WindowText)
    assert theme.colour("text") == text
    label = QLabel("x")
    qtbot.addWidget(label)
    assert theme.colour("focus") == QApplication.palette().color(QPalette.ColorRole.Highlight)


def test_as_the_computer_follows_the_computer(theme: Theme) -> None:
    theme.use(look=Look.SYSTEM)

    assert theme.look is Look.SYSTEM
    assert theme.dark is False  # offscreen the choice is unknown, so light
