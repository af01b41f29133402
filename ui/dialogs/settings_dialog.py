"""How the program looks on this computer: colours, size of words, letters, room for fingers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.pin_setting import PinSetting
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.settings import DENSITY, LETTERS, LOOK, TEXT, TEXT_SIZES, Setting, Settings
from ui.theme import Letters, Look, Theme, current_theme
from ui.widgets.buttons import PrimaryButton
from ui.widgets.fields import Choice
from ui.widgets.text import words


class SettingsDialog(QDialog):
    """Every change is seen at once and kept."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, desk: Desk | None = None
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._settings = settings
        self.setWindowTitle(tr("Settings", "Settings"))
        self.setModal(True)
        self.form = Form()
        self.look = self._add(
            LOOK,
            tr("Settings", "Colours"),
            {
                Look.LIGHT.value: tr("Settings", "Light"),
                Look.DARK.value: tr("Settings", "Dark"),
                Look.SYSTEM.value: tr("Settings", "As the computer"),
            },
        )
        self.text_size = self._add(
            TEXT,
            tr("Settings", "Size of words"),
            {str(size): f"{size} %" for size in TEXT_SIZES},
        )
        self.letters = self._add(
            LETTERS,
            tr("Settings", "Letters"),
            {
                Letters.INTER.value: tr("Settings", "Ordinary letters"),
                Letters.EASIER.value: tr("Settings", "Easier letters"),
            },
        )
        self.density = self._add(
            DENSITY,
            tr("Settings", "Room for fingers"),
            {
                "desk": tr("Settings", "Desk: as usual"),
                "tablet": tr("Settings", "Tablet: larger buttons"),
            },
        )
        self.pin = PinSetting(desk) if desk is not None else None
        if self.pin is not None:
            self.form.put(self.pin)
        done = PrimaryButton(tr("Settings", "Done"))
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(words(self.windowTitle(), "heading"))
        column.addWidget(self.form, 1)
        column.addWidget(done)
        open_at(self, 460, 480 if desk is None else 620)

    def _add(self, setting: Setting, label: str, options: dict[str, str]) -> Choice:
        choice = self.form.add(setting.key, label, Choice(options))
        choice.choose(self._settings.get(setting))
        choice.picked.connect(self._keep)
        return choice

    def _keep(self) -> None:
        for setting, choice in (
            (LOOK, self.look),
            (TEXT, self.text_size),
            (LETTERS, self.letters),
            (DENSITY, self.density),
        ):
            self._settings.put(setting, choice.key())
        put_on(self._settings, current_theme())


def put_on(settings: Settings, theme: Theme) -> None:
    """Give the program the look that is kept."""
    theme.use(
        look=Look(settings.get(LOOK)),
        text_percent=int(settings.get(TEXT)),
        letters=Letters(settings.get(LETTERS)),
        tablet=settings.get(DENSITY) == "tablet",
    )
