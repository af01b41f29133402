"""How lines and badges of the picture look, from the notation profile: one table for all of it.

Family lines are grey, carry letters and never a badge; sharing lines are coloured and always
carry one. Colour follows from "must something be done today", not from yes and no.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.family_map.family import ChildKind, CoupleKind, TieState

PROFILE = "uk_council"

SOLID: tuple[float, ...] = ()
HOME_DOTS = (1.3, 2.8)  # in pen widths, as are all patterns

SHARING_WIDTH = 2.2
QUIET_WIDTH = 1.3
FAMILY_WIDTH = 1.8
CARER_WIDTH = 1.4
HOME_WIDTH = 1.3
BADGE = 24.0
BADGE_ICON = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingStyle:
    """Pattern, badge and colour of one state of sharing."""

    pattern: tuple[float, ...]
    badge: str
    ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineNotation:
    """What a notation profile says about lines."""

    sharing: Mapping[TieState, SharingStyle]
    couples: Mapping[CoupleKind, tuple[float, ...]]
    slashes: Mapping[CoupleKind, int]
    children: Mapping[ChildKind, tuple[float, ...]]


def read_lines(profile: str = PROFILE) -> LineNotation:
    """Read a profile; raises KeyError where it leaves out a kind or a state."""
    text = (files("resources") / "notation" / f"{profile}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    patterns = {name: tuple(map(float, lengths)) for name, lengths in data["patterns"].items()}

    def pattern(group: str, name: str) -> tuple[float, ...]:
        return patterns[data[group][name]["pattern"]]

    return LineNotation(
        sharing={
            state: SharingStyle(
                pattern=pattern("sharing", state.value),
                badge=str(data["sharing"][state.value]["badge"]),
                ink=str(data["sharing"][state.value]["colour"]),
            )
            for state in TieState
        },
        couples={kind: pattern("couples", kind.value) for kind in CoupleKind},
        slashes={kind: int(data["couples"][kind.value]["slashes"]) for kind in CoupleKind},
        children={kind: pattern("children", kind.value) for kind in ChildKind},
    )


NOTATION = read_lines()


def pen(colour: QColor, width: float, pattern: tuple[float, ...] = SOLID) -> QPen:
    """Return a round pen; `pattern` is in pen widths."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pattern:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern(list(pattern))
    return made
