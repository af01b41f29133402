"""Half-written forms: read those there are, and end one in the same go as its record is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.draft import Draft
from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.operation import Command
from app.ports import Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A half-written form and the name of the family it is about."""

    draft: Draft
    family: str


def list_drafts(work: Work, household: HouseholdId | None = None) -> tuple[DraftLine, ...]:
    """Return what is half-written for one family, or for all, newest first."""
    found = work.drafts(household)
    names = {id_: work.kept(Household).find(id_) for id_ in {draft.household for draft in found}}
    return tuple(
        DraftLine(draft=draft, family=known.name)
        for draft in found
        if (known := names[draft.household]) is not None
    )


def ending_draft(command: Command[T], draft: str) -> Command[T]:
    """Return the command that also throws the draft away, in one transaction.

    So a crash leaves the draft or the record, and never both: nothing is offered twice.
    """

    def act(work: Work) -> T:
        value = command.act(work)
        work.drop_draft(draft)
        return value

    return replace(command, act=act)
