"""May this share be made today? The one deciding function.

Pure: the record, the law pack and a day go in; a verdict with every reason comes out. The
data-protection basis and the confidentiality basis are two answers (practice, section 3.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.agency import HEALTH
from app.domain.consent import Answer, Category, Consent, Purpose, Standing
from app.domain.counting import counting, covers, gives, live
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import Deciders, Rule, deciders
from app.domain.ids import AgencyId, ConsentId, GroundId, PersonId
from app.domain.law import LawPack
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.sharing import Confidentiality, Ground


class Verdict(StrEnum):
    """The four answers."""

    YES = "yes"
    YES_BUT_TELL = "yes-but-tell"
    NEEDS = "needs"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why, in codes. `ui.wording` and the command line turn each into words and a next step."""

    AGREED = "agreed"
    LAW_ALLOWS = "law-allows"
    NOT_TOLD = "family-not-told"
    DECEASED = "deceased"
    UNBORN = "unborn"
    NOT_INVOLVED = "not-involved"
    NOT_ASKED = "not-asked"
    SAID_NO = "said-no"
    CHANGED_MIND = "changed-mind"
    RAN_OUT = "ran-out"
    DISAGREEMENT = "parents-disagree"
    NOT_THEIR_DECISION = "not-their-decision"
    TURNED_16 = "turned-16"
    NOT_THIS_KIND = "not-this-kind"
    FORM_NOT_SIGNED = "form-not-signed"
    NOBODY_CAN_DECIDE = "nobody-can-decide"
    AGE_UNKNOWN = "age-unknown"
    LACKS_CAPACITY = "lacks-capacity"
    LIMIT = "asked-not-to"
    SOCIAL_WORKER_ONLY = "social-worker-only"
    NOT_FOR_CHILDREN = "not-for-children"
    NO_GATEWAY = "no-gateway"
    NOT_FOR_HEALTH = "not-for-health"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What may be done, why, on what two bases, and on what evidence it rests."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    confidentiality: Confidentiality | None = None
    dp_basis: str = ""
    gateway: str = ""
    consents: tuple[ConsentId, ...] = ()
    ground: GroundId | None = None

    @property
    def allowed(self) -> bool:
        """Whether the share may go ahead."""
        return self.verdict in (Verdict.YES, Verdict.YES_BUT_TELL)


def may_share(
    record: Record,
    law: LawPack,
    *,
    person: PersonId,
    agency: AgencyId,
    categories: frozenset[Category],
    on: date,
    purpose: Purpose = Purpose.EARLY_HELP,
    role: str = "key worker",
) -> Decision:
    """Decide whether information about `person` may be shared with or asked of `agency`.

    Agreement is looked for first, then a recorded ground to share without it; what stands in
    the way of agreement is what is reported when neither holds.
    """
    if not any(i.agency == agency for i in record.involvements_of(person)):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NOT_INVOLVED,))
    who = deciders(record, person, agency, on)
    if who.rule in (Rule.DECEASED, Rule.UNBORN):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason(who.rule.value),))
    agreed = _by_agreement(record, law, who, person, agency, categories, on, purpose)
    if agreed.allowed:
        return agreed
    grounded = _by_ground(record, law, person, agency, categories, on, purpose, role)
    return grounded if grounded is not None else agreed


def agreed_categories(record: Record, decision: Decision) -> frozenset[Category]:
    """Return the kinds of information a decision covers: those agreed to, or those of its ground.

    Where several holders agreed, only what all of them agreed to.
    """
    if decision.ground is not None:
        return next(g.categories for g in record.grounds if g.id == decision.ground)
    agreed = [covers(c) for c in record.consents if c.id in decision.consents]
    return frozenset.intersection(*agreed) if agreed else frozenset()


def _by_agreement(
    record: Record,
    law: LawPack,
    who: Deciders,
    person: PersonId,
    agency: AgencyId,
    categories: frozenset[Category],
    on: date,
    purpose: Purpose,
) -> Decision:
    if any(limit.person == person and limit.not_agency == agency for limit in record.limits):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.LIMIT,))
    if _own(record, person, agency):
        who = Deciders(rule=who.rule, who=tuple(d for d in who.who if d.person == person))
    if not who.signers:
        return Decision(verdict=Verdict.NEEDS, reasons=(_nobody(who),))
    found = counting(record, person, agency, purpose)
    counted = [c for c in found if c.decider is not None and who.can_decide(c.decider)]
    if not counted:
        return Decision(verdict=Verdict.NEEDS, reasons=_why_none_counts(record, found, who))
    standing = [c for c in counted if live(record, law, c, on)]
    noes = [c for c in counted if c.answer in (Answer.REFUSED, Answer.WITHDRAWN)]
    if noes:
        if standing:
            return Decision(verdict=Verdict.NEEDS, reasons=(Reason.DISAGREEMENT,))
        said = noes[-1].answer is Answer.REFUSED
        reason = Reason.SAID_NO if said else Reason.CHANGED_MIND
        return Decision(verdict=Verdict.REFUSED, reasons=(reason,))
    if not standing:
        reason = {
            Answer.DRAFT: Reason.FORM_NOT_SIGNED,
            Answer.NOT_SOUGHT: Reason.NOT_ASKED,
        }.get(counted[-1].answer, Reason.RAN_OUT)
        return Decision(verdict=Verdict.NEEDS, reasons=(reason,))
    basis = law.usual_basis(purpose)
    if basis is None:
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,))
    gateway = law.gateway(basis.gateway)
    if gateway is not None and (gateway.roles or gateway.manager):
        # Agreement does not open what only a recorded decision may (trap 15).
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.SOCIAL_WORKER_ONLY,))
    covering = [c for c in standing if categories <= covers(c)]
    if len(covering) < len(standing):  # one of two holders agreed to less
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NOT_THIS_KIND,))
    return Decision(
        verdict=Verdict.YES,
        reasons=(Reason.AGREED,),
        confidentiality=Confidentiality.CONSENT,
        dp_basis=basis.dp_basis,
        gateway=basis.gateway,
        consents=tuple(c.id for c in covering),
    )


def _by_ground(
    record: Record,
    law: LawPack,
    person: PersonId,
    agency: AgencyId,
    categories: frozenset[Category],
    on: date,
    purpose: Purpose,
    role: str,
) -> Decision | None:
    """Return the answer of the newest ground that allows it, else of the newest that fits.

    None when no recorded ground fits. A ground that cannot stand takes nothing from an older one.
    """
    fitting = [
        ground
        for ground in record.grounds
        if (ground.person, ground.purpose) == (person, purpose)
        and ground.agency in (None, agency)
        and categories <= ground.categories
        and (ground.decided_on or on) <= on
        and (ground.review_on is None or on < ground.review_on)
        and ground.confidentiality is not Confidentiality.CONSENT  # that takes a consent
    ]
    if not fitting or _own(record, person, agency):
        return None
    fitting.sort(key=lambda g: (g.decided_on or date.min, g.id), reverse=True)
    answers = [
        _on_ground(record, law, ground, agency, categories, on, purpose, role) for ground in fitting
    ]
    return next((answer for answer in answers if answer.allowed), answers[0])


def _on_ground(
    record: Record,
    law: LawPack,
    ground: Ground,
    agency: AgencyId,
    categories: frozenset[Category],
    on: date,
    purpose: Purpose,
    role: str,
) -> Decision:
    gateway = law.gateway(ground.gateway)
    if gateway is None or (gateway.from_day is not None and on < gateway.from_day):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,), ground=ground.id)
    if not gateway.children and not record.person(ground.person).adult(on):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.NOT_FOR_CHILDREN,))
    if not gateway.health and _about_health(record, agency, categories):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.NOT_FOR_HEALTH,))
    unmanaged = gateway.manager and not ground.authorised_by
    if (gateway.roles and role not in gateway.roles) or unmanaged:
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.SOCIAL_WORKER_ONLY,))
    basis = law.usual_basis(purpose)
    untold = _untold(ground)
    return Decision(
        verdict=Verdict.YES_BUT_TELL if untold else Verdict.YES,
        reasons=(Reason.LAW_ALLOWS, Reason.NOT_TOLD) if untold else (Reason.LAW_ALLOWS,),
        confidentiality=ground.confidentiality,
        dp_basis=basis.dp_basis if basis is not None else "",
        gateway=ground.gateway,
        ground=ground.id,
    )


def _about_health(record: Record, agency: AgencyId, categories: frozenset[Category]) -> bool:
    return record.agency(agency).kind in HEALTH or bool(categories & HEALTH_CATEGORIES)


def _untold(ground: Ground) -> bool:
    return not ground.told and not ground.why_not_told.strip()


def _own(record: Record, person: PersonId, agency: AgencyId) -> bool:
    return any(
        i.agency == agency and i.safety is Safety.OWN for i in record.involvements_of(person)
    )


def _why_none_counts(record: Record, found: list[Consent], who: Deciders) -> tuple[Reason, ...]:
    given = [consent for consent in found if gives(consent)]
    if not given:
        return (Reason.NOT_ASKED,)
    newest = given[-1]
    born = record.person(newest.person).born
    of_age = who.rule in (Rule.SELF, Rule.YOUNG_PERSON)
    if of_age and newest.standing is Standing.PARENT and born is not None:
        sixteen = birthday(born.earliest, YOUNG_ADULT)
        if newest.decided_on is not None and newest.decided_on < sixteen:
            return (Reason.TURNED_16, Reason.NOT_THEIR_DECISION)
    return (Reason.NOT_THEIR_DECISION,)


def _nobody(who: Deciders) -> Reason:
    return {
        Rule.AGE_UNKNOWN: Reason.AGE_UNKNOWN,
        Rule.LACKS_CAPACITY: Reason.LACKS_CAPACITY,
    }.get(who.rule, Reason.NOBODY_CAN_DECIDE)
