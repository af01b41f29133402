"""How a worker may know a family otherwise: said by themself, for the journal alone (trap 41)."""

from __future__ import annotations

from enum import StrEnum


class Interest(StrEnum):
    """What a worker is to a family beside their work; the code goes into the journal."""

    RELATIVE = "relative"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"
    OTHER = "other"
