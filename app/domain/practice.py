"""A GP practice of the national list, open or closed, to choose from when one is added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PracticeState(StrEnum):
    """Whether a practice takes patients (Organisation Data Service status codes)."""

    ACTIVE = "active"
    CLOSED = "closed"
    DORMANT = "dormant"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One practice of the list. It becomes an agency when it is chosen for somebody."""

    id: str  # the ODS code
    name: str
    lines: tuple[str, ...] = ()
    postcode: str = ""
    phone: str = ""
    state: PracticeState = PracticeState.ACTIVE
    opened: date | None = None
    closed: date | None = None
