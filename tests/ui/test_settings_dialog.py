"""Settings: every change is seen at once, kept, and says nothing about any family."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import settings_in, show_dialog
from ui.dialogs.settings_dialog import SettingsDialog, put_on
from ui.settings import DENSITY, EVERY, LETTERS, LOOK, TEXT, Settings
from ui.theme import Letters, Look, current_theme

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path) -> Iterator[Settings]:
    usual = settings_in(tmp_path)
    put_on(usual, current_theme())
    yield usual
    current_theme().use(look=Look.LIGHT, text_percent=100, letters=Letters.INTER, tablet=False)


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(settings)
    show_dialog(qtbot, dialog)
    return dialog


def test_a_change_is_seen_at_once_and_kept(
    dialog: SettingsDialog, settings: Settings, tmp_path: Path
) -> None:
    dialog.look.choose("dark")
    dialog.text_size.choose("150")
    dialog.letters.choose(Letters.EASIER.value)
    dialog.density.choose("tablet")

    theme = current_theme()
    assert (theme.look, theme.text_percent, theme.control_height) == (Look.DARK, 150, 66)
    assert theme.font(14).families()[0] == "Atkinson Hyperlegible Next"
    again = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    kept = [again.get(one) for one in (LOOK, TEXT, LETTERS, DENSITY)]
    assert kept == ["dark", "150", Letters.EASIER.value, "tablet"]


def test_the_dialog_shows_what_is_kept(qtbot: QtBot, settings: Settings) -> None:
    settings.put(TEXT, "200")

    dialog = SettingsDialog(settings)

    qtbot.addWidget(dialog)
    assert dialog.text_size.key() == "200"


def test_a_value_nobody_allows_is_taken_for_the_default(tmp_path: Path) -> None:
    stored = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    stored.setValue(TEXT.key, "17")

    value = Settings(stored).get(TEXT)

    assert value == "100"


def test_a_value_that_is_not_allowed_is_not_kept(settings: Settings) -> None:
    with pytest.raises(ValueError, match="look cannot be pink"):
        settings.put(LOOK, "pink")

    assert settings.get(LOOK) == "light"


def test_every_setting_has_a_sentence_and_allows_its_default() -> None:
    assert all(one.sentence and one.default in one.allowed for one in EVERY)


def test_every_control_is_named_large_and_reached(qtbot: QtBot, dialog: SettingsDialog) -> None:
    assert hard_to_use(qtbot, dialog) == {}


def test_nothing_is_cut_off(qtbot: QtBot, settings: Settings) -> None:
    assert cut_off(qtbot, lambda: SettingsDialog(settings)) == {}
