"""How a row is written: a sentence, what is on file, what is asked, and what must come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.consent import Category, Purpose
from app.domain.deciding import Rule
from app.domain.decision import Caution, Doubt, Reason, Step, Verdict
from app.domain.gateway import Share
from app.domain.ids import AgencyId, PersonId
from app.domain.record import Record
from app.domain.sharing import Confidentiality
from app.domain.standing import State
from tests.app.sharing_cases import CONTACT, ROWAN
from tests.builders import GP, TODAY

YES, TELL = Verdict.YES, Verdict.YES_BUT_TELL
NEEDS, NO = Verdict.NEEDS, Verdict.REFUSED
R = Reason
JUST_CONTACT = frozenset({CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case. What is None is not looked at."""

    sentence: str
    record: Record
    verdict: Verdict
    reasons: tuple[Reason, ...]
    who: PersonId = ROWAN
    agency: AgencyId = GP
    kinds: frozenset[Category] = JUST_CONTACT
    purpose: Purpose = Purpose.EARLY_HELP
    role: str = "key worker"
    on: date = TODAY
    rule: Rule | None = None
    bases: tuple[Confidentiality, str] | None = None  # confidentiality and gateway
    steps: tuple[tuple[Step, tuple[PersonId, ...]], ...] | None = None
    cautions: tuple[Caution, ...] | None = None
    doubts: tuple[Doubt, ...] = ()
    state: State | None = None

    @property
    def share(self) -> Share:
        """What is asked."""
        return Share(
            person=self.who,
            agency=self.agency,
            categories=self.kinds,
            on=self.on,
            purpose=self.purpose,
            role=self.role,
        )


def row(sentence: str, record: Record, verdict: Verdict, *reasons: Reason, **rest: Any) -> Row:
    """Return a row; days may be written as text."""
    if isinstance(rest.get("on"), str):
        rest["on"] = date.fromisoformat(rest["on"])
    if isinstance(rest.get("kinds"), Category):
        rest["kinds"] = frozenset({rest["kinds"]})
    return Row(sentence=sentence, record=record, verdict=verdict, reasons=reasons, **rest)


def step(code: Step, *whom: PersonId) -> tuple[tuple[Step, tuple[PersonId, ...]], ...]:
    """Return one step that is still needed, and from whom."""
    return ((code, whom),)
