"""Drafts of a team and of somebody who works for an agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.household import NAME_LENGTH, text_problems
from app.domain.ids import TeamId
from app.domain.problems import Problem, Why
from app.domain.reach import mail_problems, phone_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDraft:
    """What the form about a team holds so far."""

    name: str = ""
    phone: str = ""
    mailbox: str = ""
    out_of_hours: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        return (
            *text_problems("name", self.name, NAME_LENGTH, required=True),
            *phone_problems("phone", self.phone),
            *mail_problems("mailbox", self.mailbox),
            *phone_problems("out_of_hours", self.out_of_hours),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalDraft:
    """What the form about somebody who works for an agency holds so far."""

    name: str = ""
    role: str = ""
    team: TeamId | None = None
    phone: str = ""
    email: str = ""
    out_of_hours: str = ""
    left_on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("name", self.name, NAME_LENGTH, required=True)]
        found += text_problems("role", self.role, NAME_LENGTH)
        found += phone_problems("phone", self.phone)
        found += mail_problems("email", self.email)
        found += phone_problems("out_of_hours", self.out_of_hours)
        if self.left_on is not None and self.left_on > today:
            found.append(Problem("left_on", Why.IN_FUTURE))
        return tuple(found)
