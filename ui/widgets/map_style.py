"""How lines and badges of the household picture look: one table for the picture and its legend.

Family lines are grey, carry letters and never a badge; sharing lines are coloured and always
carry one. Colour follows from "must something be done today", not from yes and no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.family_map.family import ChildKind, CoupleKind, TieState

SOLID: tuple[float, ...] = ()
LONG_DASH = (6.0, 4.0)
DOTS = (2.0, 4.0)  # in pen widths

SHARING_WIDTH = 2.2
QUIET_WIDTH = 1.3
FAMILY_WIDTH = 1.8
BADGE = 24.0
BADGE_ICON = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingStyle:
    """Pattern, badge and colour of one state of sharing."""

    pattern: tuple[float, ...]
    badge: str
    ink: str


SHARING: Mapping[TieState, SharingStyle] = {
    TieState.GIVEN: SharingStyle(pattern=SOLID, badge="check", ink="ok"),
    TieState.NARROWED: SharingStyle(pattern=SOLID, badge="list-checks", ink="ok"),
    TieState.OTHER_LAW: SharingStyle(pattern=SOLID, badge="landmark", ink="info"),
    TieState.EXPIRED: SharingStyle(pattern=LONG_DASH, badge="clock", ink="warn"),
    TieState.WITHDRAWN: SharingStyle(pattern=LONG_DASH, badge="undo-2", ink="stop"),
    TieState.SUPERSEDED: SharingStyle(pattern=LONG_DASH, badge="refresh-cw", ink="muted"),
    TieState.NOT_SOUGHT: SharingStyle(pattern=DOTS, badge="circle-question-mark", ink="muted"),
    TieState.DRAFT: SharingStyle(pattern=DOTS, badge="pencil", ink="muted"),
    TieState.REFUSED: SharingStyle(pattern=DOTS, badge="circle-slash", ink="muted"),
}

CHILD: Mapping[ChildKind, tuple[float, ...]] = {
    ChildKind.BIRTH: SOLID,
    ChildKind.ADOPTED: (4.0, 3.0),
    ChildKind.FOSTER: (1.0, 3.0),
    ChildKind.STEP: SOLID,
    ChildKind.KINSHIP: SOLID,
    ChildKind.GUARDIAN: SOLID,
}

COUPLE: Mapping[CoupleKind, tuple[float, ...]] = {
    CoupleKind.MARRIED: SOLID,
    CoupleKind.CIVIL: SOLID,
    CoupleKind.TOGETHER: (4.0, 3.0),
    CoupleKind.SEPARATED: SOLID,
    CoupleKind.DIVORCED: SOLID,
    CoupleKind.NONE: (1.0, 3.0),
}

SLASHES: Mapping[CoupleKind, int] = {CoupleKind.SEPARATED: 1, CoupleKind.DIVORCED: 2}


def pen(colour: QColor, width: float, pattern: tuple[float, ...] = SOLID) -> QPen:
    """Return a round pen; `pattern` is in pen widths."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pattern:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern(list(pattern))
    return made
