"""Icons by name, in a colour of the theme, sharp at every screen scale.

The pictures are Lucide's (licence in resources/icons). One icon has one meaning.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import current_theme

STROKE = 1.9  # of 24 units
RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)  # of screens


def icon_names() -> tuple[str, ...]:
    """Return the names of all bundled icons."""
    folder = files("resources") / "icons"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-4] for name in names if name.endswith(".svg")))


def icon(name: str, ink: str = "text2", size: float = 18, *, gap: int = 0) -> QIcon:
    """Return an icon for a native control.

    `size` is of the design page, before text size; `gap` is room in pixels to the right of it.
    """
    made = QIcon()
    for ratio in RATIOS:
        made.addPixmap(icon_pixmap(name, ink, size, ratio=ratio, gap=gap))
    disabled = icon_pixmap(name, "text2", size, ratio=2.0, gap=gap)
    made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


def icon_pixmap(name: str, ink: str, size: float, *, ratio: float, gap: int = 0) -> QPixmap:
    """Return the picture for one device pixel ratio."""
    theme = current_theme()
    side = theme.px(size)

    def make() -> QPixmap:
        pixmap = QPixmap(round((side + gap) * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, name, ink, QRectF(0, 0, side, side))
        painter.end()
        return pixmap

    return theme.kept(("icon", name, ink, side, ratio, gap), QPixmap, make)


def paint_icon(painter: QPainter, name: str, ink: str, where: QRectF) -> None:
    """Draw an icon as lines into a painter, sharp at any zoom and on paper."""
    paint_icon_in(painter, name, current_theme().colour(ink), where)


def paint_icon_in(painter: QPainter, name: str, colour: QColor, where: QRectF) -> None:
    """Draw an icon in any colour, for pictures that do not follow the theme."""
    _renderer(name, colour.name()).render(painter, where)


def _renderer(name: str, code: str) -> QSvgRenderer:
    def make() -> QSvgRenderer:
        source = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        drawn = source.replace("currentColor", code).replace(
            'stroke-width="2"', f'stroke-width="{STROKE}"'
        )
        return QSvgRenderer(QByteArray(drawn.encode()))

    return current_theme().kept(("svg", name, code), QSvgRenderer, make)
