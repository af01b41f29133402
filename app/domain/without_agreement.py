"""The form for deciding without agreement: to share, or not to share, each as full as a consent.

Source: practice, section 6; DfE advice of May 2024, seventh golden rule: record the decision and
the reasons, whether or not you shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.agency import Agency
from app.domain.consent import Category, Purpose
from app.domain.decision import Reason
from app.domain.fitting import HEALTH_CATEGORIES, lifts, why_unfit
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import AgencyId, PersonId
from app.domain.law import Gateway, LawPack
from app.domain.person import Person
from app.domain.problems import Problem, Why
from app.domain.sharing import Choice, Confidentiality, other_than

TESTS = {
    Choice.SHARE: ("relevance", "necessity", "proportionality", "detriment", "alternatives"),
    Choice.NOT_SHARE: ("necessity", "detriment", "alternatives"),
}
TEXTS = ("relevance", "necessity", "proportionality", "detriment", "alternatives", "advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundDraft:
    """What the decision record holds so far. `agency` None: any that needs it for the purpose.

    For a decision not to share, `necessity` says why not, `detriment` what may come of it.
    """

    choice: Choice | None = None
    person: PersonId | None = None
    agency: AgencyId | None = None
    purpose: Purpose = Purpose.EARLY_HELP
    categories: frozenset[Category] = frozenset()
    gateway: str = ""
    confidentiality: Confidentiality | None = None
    relevance: str = ""
    necessity: str = ""
    proportionality: str = ""
    detriment: str = ""
    alternatives: str = ""
    advice: str = ""
    asked_by: str = ""
    method: str = ""
    told: tuple[PersonId, ...] = ()
    not_told: tuple[PersonId, ...] = ()
    why_not_told: str = ""
    decided_on: date | None = None
    decided_by: str = ""
    authorised_by: str = ""
    review_on: date | None = None

    def problems(
        self, today: date, law: LawPack, who: Person | None, agency: Agency | None, role: str
    ) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order.

        `who` is the person it is about, `agency` the partner where one is named, `role` that of
        whoever decides.
        """
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("choice", self.choice), ("person", self.person))
            if value is None
        ]
        if who is not None and (who.unborn or who.died is not None):
            found.append(Problem("person", Why.UNBORN if who.unborn else Why.DECEASED))
        if not self.categories:
            found.append(Problem("categories", Why.NEEDS_CATEGORY))
        if self.choice is Choice.SHARE:
            found += self._law_problems(law, who, agency, role)
        tests = TESTS.get(self.choice, ()) if self.choice is not None else ()
        for field in TEXTS:
            text = getattr(self, field)
            found += text_problems(field, text, TEXT_LENGTH, required=field in tests)
        for field in ("asked_by", "method", "authorised_by"):
            found += text_problems(field, getattr(self, field), NAME_LENGTH)
        found += self._told_problems()
        if self.decided_on is None:
            found.append(Problem("decided_on", Why.MISSING))
        elif self.decided_on > today:
            found.append(Problem("decided_on", Why.IN_FUTURE))
        found += text_problems("decided_by", self.decided_by, NAME_LENGTH, required=True)
        if self.review_on is not None and self.review_on <= (self.decided_on or date.min):
            found.append(Problem("review_on", Why.ENDS_BEFORE_START))
        return tuple(found)

    def _law_problems(
        self, law: LawPack, who: Person | None, agency: Agency | None, role: str
    ) -> list[Problem]:
        found = []
        if self.confidentiality is None:
            found.append(Problem("confidentiality", Why.MISSING))
        elif self.confidentiality is Confidentiality.CONSENT:
            found.append(Problem("confidentiality", Why.NOT_A_CHOICE))  # that takes a consent
        elif (
            self.confidentiality is Confidentiality.NOT_CONFIDENTIAL
            and self.categories & law.confidential
        ):
            found.append(Problem("confidentiality", Why.TOLD_IN_CONFIDENCE))
        gateway = law.gateway(self.gateway)
        if gateway is None:
            found.append(Problem("gateway", Why.NO_SUCH_GATEWAY if self.gateway else Why.MISSING))
            return found
        health = bool(self.categories & HEALTH_CATEGORIES)
        why = why_not(gateway, who, agency, health=health, role=role, on=self.decided_on)
        if why is not None:
            found.append(Problem("gateway", why))
        if (
            self.confidentiality is not None
            and self.confidentiality
            not in (Confidentiality.CONSENT, Confidentiality.NOT_CONFIDENTIAL)
            and not lifts(law, gateway, self.confidentiality, self.categories)
        ):
            found.append(Problem("confidentiality", Why.CONFIDENCE_STANDS))
        if gateway.manager and not other_than(self.authorised_by, self.decided_by):
            found.append(Problem("authorised_by", Why.NEEDS_AUTHORISER))
        return found

    def _told_problems(self) -> list[Problem]:
        """Refuse silence about whether the family was told: who was, or why nobody."""
        found = []
        if set(self.told) & set(self.not_told):
            found.append(Problem("not_told", Why.TOLD_AND_NOT_TOLD))
        silent = self.not_told or not self.told
        required = self.choice is Choice.SHARE and bool(silent)
        found += text_problems("why_not_told", self.why_not_told, TEXT_LENGTH, required=required)
        return found


UNFIT = {
    Reason.NOT_FOR_CHILDREN: Why.GATEWAY_NOT_FOR_THEM,
    Reason.NOT_FOR_VOLUNTARY: Why.GATEWAY_NOT_FOR_THEM,
    Reason.NOT_FOR_HEALTH: Why.GATEWAY_NOT_FOR_HEALTH,
    Reason.SOCIAL_WORKER_ONLY: Why.SOCIAL_WORKER_ONLY,
}


def why_not(
    gateway: Gateway,
    who: Person | None,
    agency: Agency | None,
    *,
    health: bool,
    role: str,
    on: date | None,
) -> Why | None:
    """Return why a gateway cannot be relied on in a form, or None where it can.

    One that had not begun on the day of the decision, as far as that is known, covers nothing.
    """
    if not gateway.started or (on and gateway.from_day and on < gateway.from_day):
        return Why.GATEWAY_NOT_STARTED
    unfit = why_unfit(gateway, who, agency, health=health, role=role, on=on)
    return UNFIT[unfit] if unfit is not None else None
