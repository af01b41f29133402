"""The bank of questions, and the usual request: the fewest questions that fit what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.agency import AgencyKind
from app.domain.consent import Category, Purpose
from app.domain.gateway import agreed_categories, may_share
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.sharing import RequestDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: whom it may be put to, what kind of information it asks for."""

    code: str
    kinds: frozenset[AgencyKind]
    category: Category
    grown_ups: bool = True
    children: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBank:
    """All questions, and the words of a request nobody has written words for."""

    questions: tuple[Question, ...]
    why: Mapping[Purpose, str]
    benefit: str
    most: int

    def suiting(
        self, record: Record, person: PersonId, agency: AgencyId, on: date
    ) -> list[Question]:
        """Return the questions that may be put to an agency about a person, in bank order."""
        kind = record.agency(agency).kind
        grown_up = record.person(person).adult(on)
        return [
            question
            for question in self.questions
            if kind in question.kinds and (question.grown_ups if grown_up else question.children)
        ]


def usual_request(
    record: Record,
    law: LawPack,
    bank: QuestionBank,
    *,
    person: PersonId,
    agency: AgencyId,
    on: date,
    purpose: Purpose = Purpose.EARLY_HELP,
) -> RequestDraft:
    """Return a request that asks only what was agreed to, at most `bank.most` questions.

    Nothing is asked of a kind that was not agreed to (Caldicott principles 2 and 3); where nothing
    was agreed, every suiting question is there so that the refusal is of the real request.
    """
    decision = may_share(
        record,
        law,
        person=person,
        agency=agency,
        categories=frozenset(),
        on=on,
        purpose=purpose,
    )
    suiting = bank.suiting(record, person, agency, on)
    if decision.allowed:
        agreed = agreed_categories(record, decision)
        suiting = [question for question in suiting if question.category in agreed]
    chosen = suiting[: bank.most]
    return RequestDraft(
        household=record.household.id,
        agency=agency,
        person=person,
        purpose=purpose,
        professional=next(
            (i.professional for i in record.involvements_of(person) if i.agency == agency), None
        ),
        why=bank.why[purpose].format(name=record.person(person).name),
        benefit=record.agency(agency).benefit or bank.benefit,
        questions=tuple(question.code for question in chosen),
        categories=frozenset(question.category for question in chosen),
    )
