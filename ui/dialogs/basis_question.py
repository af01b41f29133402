"""What information governance is asked, as the guide stands, and the view it is put in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import Category, Purpose
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.view.governance import project_governance
from app.view.question import GovernanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What information governance is asked, as the guide stands: facts in words, no names."""

    person: PersonId
    agency: AgencyId | None
    categories: frozenset[Category]
    purpose: Purpose
    facts: tuple[str, ...]
    question: str


def view_of(
    asked: Question, record: Record, law: LawPack, *, number: str, on: date
) -> GovernanceView:
    """Return the question as it may leave: nobody is named.

    Raises `Refused("names-somebody")` where a fact or the question does name one of them.
    """
    return project_governance(
        record,
        law,
        person=asked.person,
        agency=asked.agency,
        categories=asked.categories,
        purpose=asked.purpose,
        facts=asked.facts,
        question=asked.question,
        number=number,
        on=on,
    )
