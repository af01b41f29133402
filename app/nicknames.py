"""Names that go together, Bob and Robert, from `resources`; read once, at the first search."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from app.domain.folding import fold


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """Return for each folded name the others that may be meant by it."""
    text = files("resources").joinpath("names", "nicknames.toml").read_text("utf-8")
    return together(tomllib.loads(text)["groups"])


def together(groups: list[list[str]]) -> Mapping[str, tuple[str, ...]]:
    """Return for each name the names it shares a group with, without itself."""
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        names = [fold(name) for name in group]
        for name in names:
            found.setdefault(name, {}).update(dict.fromkeys(names))
    return MappingProxyType(
        {name: tuple(other for other in others if other != name) for name, others in found.items()}
    )
