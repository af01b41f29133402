"""What the tests of the household picture look at: where somebody is, which ink is there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from tests.ui.widgets.families import its_picture
from ui.theme import current_theme
from ui.widgets.family_map_view import FamilyMapView


def place_of(view: FamilyMapView, id_: str) -> QPoint:
    node = its_picture().node(id_)
    return view.mapFromScene(QPointF(node.x + node.width / 2, node.y + node.height / 2))


def drawn(view: FamilyMapView) -> QImage:
    return view.grab().toImage()


def look_near(view: FamilyMapView, at: QPointF) -> None:
    """Look so near that a thin line covers whole pixels."""
    view.set_zoom(2.0)
    view.centerOn(at)


def has_near(image: QImage, at: QPoint, token: str, *, reach: int = 8) -> bool:
    """Say whether a colour of the theme is in the picture within `reach` of a point."""
    wanted = current_theme().colour(token)
    ratio = image.devicePixelRatio()
    for x in range(at.x() - reach, at.x() + reach + 1):
        for y in range(at.y() - reach, at.y() + reach + 1):
            found = image.pixelColor(round(x * ratio), round(y * ratio))
            if _near(found, wanted):
                return True
    return False


def _near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) < 12
        and abs(one.green() - other.green()) < 12
        and abs(one.blue() - other.blue()) < 12
    )
