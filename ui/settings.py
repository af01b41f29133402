"""Every setting: key, type, default, sentence. Nothing about any family is ever a setting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from ui.theme import Letters, Look

TEXT_SIZES = (100, 125, 150, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. All of them belong to this machine and this person."""

    key: str
    default: str
    allowed: tuple[str, ...]
    sentence: str


LOOK = Setting(
    key="look",
    default=Look.LIGHT.value,
    allowed=tuple(look.value for look in Look),
    sentence="Light, dark, or as the computer.",
)
TEXT = Setting(
    key="text-percent",
    default="100",
    allowed=tuple(map(str, TEXT_SIZES)),
    sentence="How large words are, in per cent.",
)
LETTERS = Setting(
    key="letters",
    default=Letters.INTER.value,
    allowed=tuple(letters.value for letters in Letters),
    sentence="The face words are set in; the second is easier for many to read.",
)
DENSITY = Setting(
    key="density",
    default="desk",
    allowed=("desk", "tablet"),
    sentence="Larger rows and buttons for fingers.",
)
EVERY = (LOOK, TEXT, LETTERS, DENSITY)


class Settings:
    """Reads and keeps settings; a value nobody allows is taken for the default."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, setting: Setting) -> str:
        """Return a setting's value."""
        value = str(self._store.value(setting.key, setting.default))
        return value if value in setting.allowed else setting.default

    def put(self, setting: Setting, value: str) -> None:
        """Keep a value; raises ValueError when it is not allowed."""
        if value not in setting.allowed:
            raise ValueError(f"{setting.key} cannot be {value}")
        self._store.setValue(setting.key, value)
