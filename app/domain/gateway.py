"""May this share be made today? The one deciding function, and where a consent stands.

Pure: the record, the law pack and a day go in; a verdict with every reason comes out. The
data-protection basis and the confidentiality basis are two answers (practice, section 3.4).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import Answer, Category, Consent, Purpose, Standing
from app.domain.dates import ADULT, YOUNG_ADULT, birthday
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
    agreed = [c.categories for c in record.consents if c.id in decision.consents]
    return frozenset.intersection(*agreed) if agreed else frozenset()


def counting(record: Record, person: PersonId, agency: AgencyId, purpose: Purpose) -> list[Consent]:
    """Return the newest record of each decider about a person, agency and purpose."""
    replaced = {consent.replaces for consent in record.consents if consent.replaces}
    newest: dict[PersonId | None, Consent] = {}
    for consent in record.consents:
        fits = (consent.person, consent.agency, consent.purpose) == (person, agency, purpose)
        if not fits or consent.id in replaced:
            continue
        before = newest.get(consent.decider)
        if before is None or _when(before) <= _when(consent):
            newest[consent.decider] = consent
    return sorted(newest.values(), key=_when)


def ends_on(record: Record, law: LawPack, consent: Consent) -> date | None:
    """Return the first day a decision no longer counts.

    Its own end or the council's usual length, whichever is first; what a parent signed ends at
    the child's 16th birthday. None while it is not dated.
    """
    if consent.decided_on is None:
        return None
    person = record.person(consent.person)
    decider = record.person(consent.decider) if consent.decider else person
    young = decider.born is not None and not (decider.age(consent.decided_on) or ADULT) >= ADULT
    months = law.months_young if young else law.months
    ends = [consent.ends or months_after(consent.decided_on, months)]
    if consent.standing is Standing.PARENT and person.born is not None:
        ends.append(birthday(person.born.earliest, YOUNG_ADULT))
    return min(ends)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


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
        return Decision(verdict=Verdict.NEEDS, reasons=_why_none_counts(found, who))
    live = [c for c in counted if _gives(c) and (ends_on(record, law, c) or on) > on]
    noes = [c for c in counted if c.answer in (Answer.REFUSED, Answer.WITHDRAWN)]
    if noes:
        if live:
            return Decision(verdict=Verdict.NEEDS, reasons=(Reason.DISAGREEMENT,))
        said = noes[-1].answer is Answer.REFUSED
        reason = Reason.SAID_NO if said else Reason.CHANGED_MIND
        return Decision(verdict=Verdict.REFUSED, reasons=(reason,))
    if not live:
        reason = {
            Answer.DRAFT: Reason.FORM_NOT_SIGNED,
            Answer.NOT_SOUGHT: Reason.NOT_ASKED,
        }.get(counted[-1].answer, Reason.RAN_OUT)
        return Decision(verdict=Verdict.NEEDS, reasons=(reason,))
    basis = law.usual_basis(purpose)
    if basis is None:
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,))
    covering = [c for c in live if categories <= c.categories]
    if not covering or len(covering) < len(live):  # one of two holders agreed to less
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
    """Return the answer of the newest recorded ground that fits, or None when there is none."""
    fitting = [
        ground
        for ground in record.grounds
        if (ground.person, ground.purpose) == (person, purpose)
        and ground.agency in (None, agency)
        and categories <= ground.categories
        and (ground.decided_on or on) <= on
        and (ground.review_on is None or on < ground.review_on)
    ]
    if not fitting or _own(record, person, agency):
        return None
    ground = max(fitting, key=lambda g: (g.decided_on or date.min, g.id))
    gateway = law.gateway(ground.gateway)
    if gateway is None or (gateway.from_day is not None and on < gateway.from_day):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,), ground=ground.id)
    if not gateway.children and not record.person(person).adult(on):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.NOT_FOR_CHILDREN,))
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


def _untold(ground: Ground) -> bool:
    return not ground.told and not ground.why_not_told.strip()


def _own(record: Record, person: PersonId, agency: AgencyId) -> bool:
    return any(
        i.agency == agency and i.safety is Safety.OWN for i in record.involvements_of(person)
    )


def _why_none_counts(found: list[Consent], who: Deciders) -> tuple[Reason, ...]:
    if not any(_gives(consent) for consent in found):
        return (Reason.NOT_ASKED,)
    if who.rule in (Rule.SELF, Rule.YOUNG_PERSON) and found[-1].standing is Standing.PARENT:
        return (Reason.TURNED_16, Reason.NOT_THEIR_DECISION)
    return (Reason.NOT_THEIR_DECISION,)


def _nobody(who: Deciders) -> Reason:
    return {
        Rule.AGE_UNKNOWN: Reason.AGE_UNKNOWN,
        Rule.LACKS_CAPACITY: Reason.LACKS_CAPACITY,
    }.get(who.rule, Reason.NOBODY_CAN_DECIDE)


def _gives(consent: Consent) -> bool:
    return consent.answer in (Answer.GIVEN, Answer.NARROWED)


def _when(consent: Consent) -> tuple[date, str]:
    return consent.decided_on or date.min, consent.id
