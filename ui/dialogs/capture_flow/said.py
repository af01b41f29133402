"""What is filled in while somebody is asked: answers, proof, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId, PersonId


@dataclass(slots=True)
class Said:
    """What was said about one partner; UNSURE is kept as "not sought"."""

    answer: Answer | None = None
    kinds: frozenset[Category] = frozenset()
    reason: str = ""


@dataclass(slots=True)
class Proven:
    """How the decisions are proved; only what belongs to the way is used."""

    decided_on: date | None = None
    witness: str = ""
    form: str = ""
    identity: str = ""
    paper_by: date | None = None
    number: str = ""
    into: str = ""
    organisation: str = ""
    reference: str = ""
    copy_seen: bool = False
    strokes: str = ""
    under: tuple[object, ...] = ()  # the answers that were signed


@dataclass(slots=True)
class Left:
    """What and whom they want left out."""

    what: str = ""
    people: frozenset[PersonId] = frozenset()
    agencies: frozenset[AgencyId] = frozenset()
