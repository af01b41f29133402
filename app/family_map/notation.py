"""The notation profile: which shape, pattern, badge and letter stands for what, everywhere."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from app.family_map.family import ChildKind, CoupleKind, Symbol, TieState


@dataclass(frozen=True, slots=True, kw_only=True)
class CoupleStyle:
    """How a couple's line is drawn: pattern in pen widths, strokes across it."""

    pattern: tuple[float, ...]
    slashes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildStyle:
    """How a child's line is drawn, and its letter."""

    pattern: tuple[float, ...]
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingStyle:
    """How a sharing line is drawn: pattern in pen widths, the badge's icon, a colour token."""

    pattern: tuple[float, ...]
    badge: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """A notation profile: which shape, pattern and letter stands for what."""

    name: str
    version: str
    symbols: Mapping[Symbol, str]
    couples: Mapping[CoupleKind, CoupleStyle]
    children: Mapping[ChildKind, ChildStyle]
    sharing: Mapping[TieState, SharingStyle]


def read_notation(name: str = "uk_council") -> Notation:
    """Read a bundled notation profile.

    Raises FileNotFoundError where there is none of that name, and KeyError or ValueError where it
    leaves something out or names something unknown.
    """
    text = files("resources").joinpath("notation", f"{name}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    patterns = {k: tuple(float(n) for n in v) for k, v in data["patterns"].items()}
    return Notation(
        name=data["name"],
        version=data["version"],
        symbols={symbol: data["symbols"][symbol.value] for symbol in Symbol},
        couples={
            kind: CoupleStyle(pattern=patterns[found["pattern"]], slashes=int(found["slashes"]))
            for kind in CoupleKind
            for found in (data["couples"][kind.value],)
        },
        children={
            kind: ChildStyle(pattern=patterns[found["pattern"]], letter=found["letter"])
            for kind in ChildKind
            for found in (data["children"][kind.value],)
        },
        sharing={
            state: SharingStyle(
                pattern=patterns[found["pattern"]],
                badge=found["badge"],
                colour=found["colour"],
            )
            for state in TieState
            for found in (data["sharing"][state.value],)
        },
    )
