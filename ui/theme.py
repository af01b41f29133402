"""The look: colours, letters and sizes, all from one place and changeable while running.

Painted widgets ask `current_theme()` when they paint, never when they are made, so a change
of theme or text size reaches them with the repaint that Qt sends anyway.
"""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from importlib.resources import files
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.style_sheet import style_sheet

T = TypeVar("T")

TEXT_SIZES = (100, 125, 150, 200)  # per cent
TINT = 34  # how strongly a sector's hue fills its disc, of 255
HOME_TINT = 105  # how strongly the home's tint covers the canvas, of 255

# Not empty: Qt would take its style-sheet machinery down and may crash when it is put up again.
NO_STYLE = "QNothing { }"

_PROPERTY = "thinkFamilyTheme"
_CONTROL = 40
_TABLET_CONTROL = 44

# What each colour becomes when the computer asks for high contrast and its own colours rule.
_SYSTEM_ROLES: Mapping[str, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window,
    "side": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.Base,
    "canvas": QPalette.ColorRole.Base,
    "grid": QPalette.ColorRole.Base,
    "soft": QPalette.ColorRole.Base,
    "okbg": QPalette.ColorRole.Base,
    "warnbg": QPalette.ColorRole.Base,
    "stopbg": QPalette.ColorRole.Base,
    "infobg": QPalette.ColorRole.Base,
    "mutedbg": QPalette.ColorRole.Base,
    "primary": QPalette.ColorRole.Highlight,
    "primary_h": QPalette.ColorRole.Highlight,
    "focus": QPalette.ColorRole.Highlight,
    "onprimary": QPalette.ColorRole.HighlightedText,
}


class Look(StrEnum):
    """Which theme a person chose."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Letters(StrEnum):
    """Which face the words on screen are set in; the value is the family's name."""

    INTER = "Inter"
    EASIER = "Atkinson Hyperlegible Next"


def read_tokens(name: str) -> dict[str, str]:
    """Return the colours of a theme file, by token; `name` is "light" or "dark"."""
    text = (files("resources") / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return {token: str(code) for token, code in tomllib.loads(text)["colours"].items()}


def load_fonts() -> None:
    """Make the bundled faces known to Qt."""
    for entry in sorted((files("resources") / "fonts").iterdir(), key=lambda one: one.name):
        if entry.name.endswith((".ttf", ".otf")):
            QFontDatabase.addApplicationFontFromData(entry.read_bytes())


def current_theme() -> Theme:
    """Return the theme of the running program; a light one is put on where there is none."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise LookupError("there is no QApplication yet, so there is no theme")
    theme = application.property(_PROPERTY)
    if isinstance(theme, Theme):
        return theme
    fresh = Theme(parent=application)
    fresh.install(application)
    return fresh


class Theme(QObject):
    """One look for the whole program; `install` puts it on, `use` changes it while running."""

    changed = Signal()

    def __init__(
        self,
        *,
        look: Look = Look.LIGHT,
        text_percent: int = 100,
        letters: Letters = Letters.INTER,
        tablet: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text_percent = text_percent
        self._letters = letters
        self._tablet = tablet
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, int, bool], QFont] = {}
        self._kept: dict[object, object] = {}
        self._read()

    def install(self, application: QApplication) -> None:
        """Put this look on the application and keep it in step with the computer's."""
        load_fonts()
        application.setProperty(_PROPERTY, self)  # first, as a new style asks widgets at once
        application.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._put_on(application)

    def use(
        self,
        *,
        look: Look | None = None,
        text_percent: int | None = None,
        letters: Letters | None = None,
        tablet: bool | None = None,
    ) -> None:
        """Change what is given and leave the rest; every window follows at once."""
        self._look = self._look if look is None else look
        self._text_percent = self._text_percent if text_percent is None else text_percent
        self._letters = self._letters if letters is None else letters
        self._tablet = self._tablet if tablet is None else tablet
        self._refresh()

    @property
    def look(self) -> Look:
        """Return what was chosen, which may be "as the computer"."""
        return self._look

    @property
    def text_percent(self) -> int:
        """Return the text size, 100 to 200."""
        return self._text_percent

    @property
    def dark(self) -> bool:
        """Say whether the dark theme is on now."""
        if self._look is Look.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._look is Look.DARK

    @property
    def high_contrast(self) -> bool:
        """Say whether the computer asks for high contrast, so that its own colours rule."""
        hints = QGuiApplication.styleHints()
        if not hasattr(hints, "accessibility"):  # from Qt 6.10 on
            return False
        wish = hints.accessibility().contrastPreference()
        return bool(wish == Qt.ContrastPreference.HighContrast)

    @property
    def control_height(self) -> int:
        """Return the height of buttons and fields in pixels: 40, or 44 in tablet density."""
        return self.px(_TABLET_CONTROL if self._tablet else _CONTROL)

    def px(self, size: float) -> int:
        """Return a size of the design page in pixels at the chosen text size."""
        return round(size * self._text_percent / 100)

    def colour(self, token: str, alpha: int = 255) -> QColor:
        """Return a colour by its name in the theme files; `alpha` is of 255."""
        if self.high_contrast:
            role = _SYSTEM_ROLES.get(token, QPalette.ColorRole.WindowText)
            colour = QColor(QGuiApplication.palette().color(role))
        else:
            colour = QColor(self._colours[token])
        if alpha != 255:
            colour.setAlpha(alpha)
        return colour

    def font(self, size: float, weight: int = 400, *, figures: bool = False) -> QFont:
        """Return the face at a size of the type scale; `figures` sets numbers in columns."""
        key = (self.px(size), weight, figures)
        if key not in self._fonts:
            font = QFont(self._families())
            font.setPixelSize(key[0])
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            if size >= 20:
                font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
            if figures:
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[key] = font
        return QFont(self._fonts[key])

    def kept(self, key: Hashable, kind: type[T], make: Callable[[], T]) -> T:
        """Return what was made for `key` since the look last changed, or make it now."""
        found = self._kept.get(key)
        if isinstance(found, kind):
            return found
        made = make()
        self._kept[key] = made
        return made

    def _families(self) -> list[str]:
        rest = [face.value for face in Letters if face is not self._letters]
        return [self._letters.value, *rest, "Noto Sans", "Segoe UI", "sans-serif"]

    def _read(self) -> None:
        codes = read_tokens("dark" if self.dark else "light")
        self._colours = {token: QColor(code) for token, code in codes.items()}
        self._fonts = {}
        self._kept = {}

    def _refresh(self) -> None:
        self._read()
        application = QApplication.instance()
        if isinstance(application, QApplication) and application.property(_PROPERTY) is self:
            self._put_on(application)
        self.changed.emit()

    def _put_on(self, application: QApplication) -> None:
        with _no_widget_dies():
            self._dress(application)

    def _dress(self, application: QApplication) -> None:
        application.setFont(self.font(14))
        if self.high_contrast:
            application.setStyleSheet(NO_STYLE)
            application.setPalette(QPalette())  # an empty one brings the computer's back
            return
        application.setPalette(self._palette())
        tokens = {token: colour.name() for token, colour in self._colours.items()}
        application.setStyleSheet(
            style_sheet(tokens, px=self.px, control=self.control_height, tablet=self._tablet)
        )

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        pairs = {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "stop",
            role.Highlight: "soft",
            role.HighlightedText: "onsoft",
            role.PlaceholderText: "text2",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Link: "primary",
            role.LinkVisited: "primary",
            role.Accent: "primary",
            role.Light: "surface",
            role.Midlight: "sunken",
            role.Mid: "line",
            role.Dark: "control",
            role.Shadow: "control",
        }
        palette = QPalette()
        for one, token in pairs.items():
            palette.setColor(one, self._colours[token])
        for one in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self._colours["text2"])
        return palette

    @Slot()
    def _system_changed(self) -> None:
        if self._look is Look.SYSTEM:
            self._refresh()


@contextmanager
def _no_widget_dies() -> Iterator[None]:
    """Keep Python's collector from taking a widget away while Qt walks over all of them.

    Without it a widget nobody holds any more can be freed in the middle of the walk: a crash.
    """
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
