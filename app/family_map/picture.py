"""The finished picture: where everything is, in scene units of one pixel at 100 %."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.family_map.family import ChildKind, CoupleKind, TieState

Point = tuple[float, float]


class NodeKind(StrEnum):
    """What a node stands for."""

    PERSON = "person"
    AGENCY = "agency"
    HOME = "home"


class LineKind(StrEnum):
    """What a line stands for. Family lines never carry a badge; sharing lines always do."""

    COUPLE = "couple"
    CHILD = "child"
    CARER = "carer"
    SHARING = "sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing with a place. A home's outline is a closed polygon round its members."""

    id: str
    kind: NodeKind
    x: float
    y: float
    width: float
    height: float
    row: int = 0
    outline: tuple[Point, ...] = ()  # homes only
    label_at: Point | None = None  # homes only: left end of the label, vertical middle


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `ends` are node ids: partners, parents then child, or person then agency."""

    kind: LineKind
    ends: tuple[str, ...]
    points: tuple[Point, ...]
    couple: CoupleKind | None = None
    child: ChildKind | None = None
    state: TieState | None = None
    letter: str = ""  # A, F, S, KC, SG on a child or carer line
    letter_at: Point | None = None
    badge_at: Point | None = None  # sharing lines only: centre of the round badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A laid-out household picture."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]

    def node(self, id_: str) -> Node:
        """Return the node with this id; raises KeyError when there is none."""
        for node in self.nodes:
            if node.id == id_:
                return node
        raise KeyError(id_)
