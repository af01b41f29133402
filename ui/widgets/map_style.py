"""How lines and badges of the picture look, from the notation profile: one table for all of it.

Family lines are grey, carry letters and never a badge; sharing lines are coloured and always
carry one. Colour follows from "must something be done today", not from yes and no.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.family_map.notation import read_notation

SOLID: tuple[float, ...] = ()
HOME_DOTS = (1.3, 2.8)  # in pen widths, as are all patterns

SHARING_WIDTH = 2.2
QUIET_WIDTH = 1.3
FAMILY_WIDTH = 1.8
CARER_WIDTH = 1.4
HOME_WIDTH = 1.3
BADGE = 24.0
BADGE_ICON = 15.0


NOTATION = read_notation()


def pen(colour: QColor, width: float, pattern: tuple[float, ...] = SOLID) -> QPen:
    """Return a round pen; `pattern` is in pen widths."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pattern:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern(list(pattern))
    return made
