"""The household: one whole family record, and the office that keeps it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from app.domain.ids import HouseholdId
from app.domain.problems import Problem, Why

NAME_LENGTH = 120
LONGEST_MONTHS = 24
TEXT_LENGTH = 20_000  # a long visit note is about 6,000 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A family the office works with. Everything else belongs to one household."""

    id: HouseholdId
    name: str
    closed_on: date | None = None  # the day help ended: decisions about sharing end with it


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdDraft:
    """What the form for a new family holds so far."""

    name: str = ""
    closed_on: date | None = None

    def problems(self, today: date | None = None) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = text_problems("name", self.name, NAME_LENGTH, required=True)
        if today is not None and self.closed_on is not None and self.closed_on > today:
            return (*found, Problem("closed_on", Why.IN_FUTURE))
        return found


class ConsentModel(StrEnum):
    """Which way a council goes about sharing for early help (practice, barrier 4)."""

    AGREEMENT_FIRST = "agreement-first"
    PUBLIC_TASK_FIRST = "public-task-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """That the council’s information-governance lead approved one entry of one law pack."""

    gateway: str
    pack: str
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Who we are on every paper: the council, the team, the key worker.

    `safe_sender` is the address on anything that could be seen by somebody a person must be
    protected from; it and `desk_phone` must not give away where the team works.
    """

    id: str = "office"
    council: str = ""
    team: str = ""
    key_worker: str = ""
    role: str = ""
    manager: str = ""
    desk_phone: str = ""
    team_phone: str = ""
    email: str = ""
    sender: tuple[str, ...] = ()
    safe_sender: tuple[str, ...] = ()
    data_protection_officer: str = ""
    complaints: str = ""
    agreement: str = ""  # reference of the information-sharing agreement
    outcomes: tuple[str, ...] = ()  # the council's own list; empty: the ten of 2022
    consent_model: ConsentModel = ConsentModel.AGREEMENT_FIRST
    months: int | None = None  # how long a decision lasts here; None: as the law pack says
    months_young: int | None = None
    approvals: tuple[Approval, ...] = ()

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept: papers have room for so much and no more."""
        found: list[Problem] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in ("months", "months_young"):
                if value is not None and not 1 <= value <= LONGEST_MONTHS:
                    found.append(Problem(field.name, Why.NEEDS_MONTHS))
                continue
            if field.name == "approvals":
                continue
            lines = (value,) if isinstance(value, str) else value
            wrong = [p for line in lines for p in text_problems(field.name, line, NAME_LENGTH)]
            found += wrong[:1]
        return tuple(found)


def text_problems(
    field: str, text: str, longest: int, *, required: bool = False
) -> tuple[Problem, ...]:
    """Return what is wrong with a piece of text: missing, or longer than can be kept."""
    if required and not text.strip():
        return (Problem(field, Why.MISSING),)
    if not printable(text):
        return (Problem(field, Why.BAD_CHARACTER),)
    return (Problem(field, Why.TOO_LONG),) if len(text) > longest else ()


def printable(text: str) -> bool:
    """Say whether a text can be kept and printed: no control characters, no half characters."""
    return not any(
        (c < " " and c not in "\n\t") or c == "\x7f" or "\ud800" <= c <= "\udfff" for c in text
    )
