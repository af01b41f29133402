"""Whether a law fits whom and what it is used for, and whether it lifts confidence."""

from __future__ import annotations

from datetime import date

from app.domain.agency import HEALTH, Agency
from app.domain.consent import Category
from app.domain.decision import Reason
from app.domain.law import Gateway, LawPack
from app.domain.person import Person
from app.domain.sharing import Confidentiality

HEALTH_CATEGORIES = frozenset(
    {
        Category.PHYSICAL_HEALTH,
        Category.MENTAL_HEALTH,
        Category.SEXUAL_HEALTH,
        Category.MATERNITY,
        Category.SUBSTANCES,
        Category.DISABILITY,
    }
)


def why_unfit(
    gateway: Gateway,
    who: Person | None,
    agency: Agency | None,
    *,
    health: bool,
    role: str,
    on: date | None,
) -> Reason | None:
    """Return why a law does not fit, as far as it is known whom and what it is used for.

    `health` says that information about health is in it; a health partner makes it so anyway.
    `on` is the day of the decision (traps 14 and 15).
    """
    if who is not None and on is not None:
        if not gateway.children and not who.adult(on):
            return Reason.NOT_FOR_CHILDREN
        if gateway.from_age and not who.surely(gateway.from_age, on):
            return Reason.NOT_FOR_CHILDREN
    if not gateway.health and (health or (agency is not None and agency.kind in HEALTH)):
        return Reason.NOT_FOR_HEALTH
    if agency is not None and gateway.public_only and not agency.public:
        return Reason.NOT_FOR_VOLUNTARY
    return Reason.SOCIAL_WORKER_ONLY if gateway.roles and role not in gateway.roles else None


def lifts(
    law: LawPack,
    gateway: Gateway,
    confidentiality: Confidentiality,
    categories: frozenset[Category],
) -> bool:
    """Say whether what is relied on lifts the duty of confidence for these kinds of information.

    A law that lets bodies work together does not by itself override confidence; nor is what is
    told in confidence made anything else by calling it so (practice, sections 3.2 and 5).
    """
    if not categories & law.confidential:
        return True
    if confidentiality is Confidentiality.NOT_CONFIDENTIAL:
        return False
    if confidentiality is Confidentiality.DIRECT_CARE:
        return gateway.direct_care  # implied only within a team that cares directly
    return gateway.lifts_confidence or confidentiality is not Confidentiality.LEGAL_DUTY
