"""May this share be made today? The one deciding function.

Pure: the record, the law pack and a day go in; a verdict with every reason comes out. The
data-protection basis and the confidentiality basis are two answers (practice, section 3.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.consent import Answer, Category, Consent, Purpose, Standing
from app.domain.counting import covers, gives, live
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import Deciders, Rule
from app.domain.decision import STEPS, Caution, Decision, Doubt, Need, Reason, Step, Verdict
from app.domain.fitting import HEALTH_CATEGORIES, lifts, why_unfit
from app.domain.household import ConsentModel
from app.domain.ids import AgencyId, PersonId
from app.domain.law import Gateway, LawPack
from app.domain.record import Record
from app.domain.reliance import Relied
from app.domain.rulebook import Rulebook
from app.domain.sharing import Confidentiality, Ground

NOES = (Answer.REFUSED, Answer.WITHDRAWN)
NOBODY_OBJECTED = frozenset(
    {
        Reason.NOT_ASKED,
        Reason.RAN_OUT,
        Reason.FORM_NOT_SIGNED,
        Reason.NOBODY_CAN_DECIDE,
        Reason.AGE_UNKNOWN,
        Reason.TURNED_16,
        Reason.NOT_THEIR_DECISION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One share that is asked about: whose information, with whom, which kinds, what for."""

    person: PersonId
    agency: AgencyId
    categories: frozenset[Category]
    on: date
    purpose: Purpose = Purpose.EARLY_HELP
    role: str = "key worker"


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
    """Decide whether information about `person` may be shared with or asked of `agency`."""
    share = Share(
        person=person, agency=agency, categories=categories, on=on, purpose=purpose, role=role
    )
    return decide(Rulebook(record, law), share)


def decide(book: Rulebook, share: Share) -> Decision:
    """Return what may be done about one share.

    Agreement is looked for first, then a recorded ground to share without it, then, where the
    council goes by public task first, what is not told in confidence. What stands in the way of
    agreement is what is reported when none holds. A decision not to share stands against all
    that was decided before it.
    """
    who = book.deciders(share.person, share.agency, share.on)
    if not book.involved(share.person, share.agency):
        found = Decision(verdict=Verdict.NEEDS, reasons=(Reason.NOT_INVOLVED,))
    elif who.rule in (Rule.DECEASED, Rule.UNBORN):
        found = Decision(verdict=Verdict.REFUSED, reasons=(Reason(who.rule.value),))
    else:
        found = _decided(book, share, who)
    return _in_full(book, share, who, found)


def agreed_categories(record: Record, decision: Decision) -> frozenset[Category]:
    """Return the kinds of information a decision covers: those agreed to, or those of its ground.

    Where several holders agreed, only what all of them agreed to.
    """
    if decision.ground is not None:
        return next(g.categories for g in record.grounds if g.id == decision.ground)
    agreed = [covers(c) for c in record.consents if c.id in decision.consents]
    return frozenset.intersection(*agreed) if agreed else frozenset()


def _decided(book: Rulebook, share: Share, who: Deciders) -> Decision:
    against = book.against(share.person, share.agency, share.categories, share.purpose, share.on)
    relied = book.relied(share.person, share.agency, share.purpose, share.on)
    agreed = _by_agreement(book, share, who, relied)
    if agreed.allowed and not (against and _before(agreed, relied, against, share.on)):
        return agreed
    grounded = None if book.own(share.person, share.agency) else _by_ground(book, share, against)
    if grounded is not None and grounded.allowed:
        return grounded
    if against is not None:
        return Decision(
            verdict=Verdict.REFUSED, reasons=(Reason.DECIDED_NOT_TO,), ground=against.id
        )
    return _by_public_task(book, share, relied, agreed) or grounded or agreed


def _before(agreed: Decision, relied: Relied, against: Ground, on: date) -> bool:
    """Say whether every agreement relied on was there when it was decided not to share.

    A newer one opens again, whatever else is on file: what is older only runs out beside it. To
    take something out of what was agreed to is no new agreement.
    """
    day = against.decided_on or on
    return all(
        (c.decided_on or day) <= day or (c.answer is Answer.NARROWED and c.replaces is not None)
        for c in relied.heads
        if c.id in agreed.consents
    )


def _by_agreement(book: Rulebook, share: Share, who: Deciders, relied: Relied) -> Decision:
    if book.limited(share.person, share.agency):
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.LIMIT,))
    if not who.signers:
        return Decision(verdict=Verdict.NEEDS, reasons=(_nobody(who),))
    if any(c.decider is not None and who.can_decide(c.decider) for c in relied.contradictory):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.CONTRADICTION,))
    counted = [c for c in relied.heads if c.decider is not None and who.can_decide(c.decider)]
    if not counted:
        return Decision(verdict=Verdict.NEEDS, reasons=_why_none_counts(book, share, relied, who))
    standing = [c for c in counted if live(book.record, book.law, c, share.on)]
    noes = [c for c in counted if c.answer in NOES]
    if noes:
        return _against_a_no(book, share, counted, standing, noes)
    if not standing:
        reason = {
            Answer.DRAFT: Reason.FORM_NOT_SIGNED,
            Answer.NOT_SOUGHT: Reason.NOT_ASKED,
        }.get(counted[-1].answer, Reason.RAN_OUT)
        return Decision(verdict=Verdict.NEEDS, reasons=(reason,))
    return _agreed(book, share, standing, [c for c in counted if gives(c)])


def _against_a_no(
    book: Rulebook,
    share: Share,
    counted: list[Consent],
    standing: list[Consent],
    noes: list[Consent],
) -> Decision:
    """Return what follows from a no: it stops, or is a disagreement for the manager."""
    if not standing:
        said = noes[-1].answer is Answer.REFUSED
        reason = Reason.SAID_NO if said else Reason.CHANGED_MIND
        return Decision(verdict=Verdict.REFUSED, reasons=(reason,))
    said_no = [c.id for c in noes]
    ruling = book.ruling(share.person, share.agency, share.purpose, said_no, share.on)
    if ruling is None or not any(c.id in ruling.settles for c in standing):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.DISAGREEMENT,))
    if not ruling.share:
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.DECIDED_NOT_TO,), ruling=ruling.id)
    agreed = _agreed(book, share, standing, [c for c in counted if gives(c)])
    if not agreed.allowed:
        return agreed
    return replace(agreed, reasons=(*agreed.reasons, Reason.RULED), ruling=ruling.id)


def _agreed(
    book: Rulebook, share: Share, standing: list[Consent], giving: list[Consent]
) -> Decision:
    """Return the answer of those who agreed; one who agreed to less limits it, run out or not."""
    basis = book.law.usual_basis(share.purpose)
    if basis is None:
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,))
    gateway = book.law.gateway(basis.gateway)
    if gateway is not None and (gateway.roles or gateway.manager):
        # Agreement does not open what only a recorded decision may (trap 15).
        return Decision(verdict=Verdict.REFUSED, reasons=(Reason.SOCIAL_WORKER_ONLY,))
    stops = _gateway_stops(book, share, gateway, authorised=False) if gateway is not None else None
    if stops is not None:
        return Decision(verdict=Verdict.REFUSED, reasons=(stops,))
    if not all(share.categories <= covers(c) for c in giving):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NOT_THIS_KIND,))
    return Decision(
        verdict=Verdict.YES,
        reasons=(Reason.AGREED,),
        confidentiality=Confidentiality.CONSENT,
        dp_basis=book.law.dp_basis(share.purpose, share.categories),
        gateway=basis.gateway,
        consents=tuple(c.id for c in standing),
    )


def _by_ground(book: Rulebook, share: Share, against: Ground | None) -> Decision | None:
    """Return the answer of the newest ground that allows it, else of the newest that fits.

    None when no recorded ground fits. A ground that cannot stand takes nothing from an older one.
    """
    day = (against.decided_on or share.on) if against is not None else None
    answers = [
        _on_ground(book, share, ground)
        for ground in book.grounds(
            share.person, share.agency, share.categories, share.purpose, share.on
        )
        if day is None or (ground.decided_on or date.min) > day
    ]
    return next((answer for answer in answers if answer.allowed), answers[0] if answers else None)


def _on_ground(book: Rulebook, share: Share, ground: Ground) -> Decision:
    gateway = book.law.gateway(ground.gateway)
    # What was decided before the law began, or about somebody too young for it, does not come to
    # be covered by waiting.
    then = replace(share, on=min(ground.decided_on or share.on, share.on))
    if gateway is None or not gateway.started or then.on < (gateway.from_day or then.on):
        return Decision(verdict=Verdict.NEEDS, reasons=(Reason.NO_GATEWAY,), ground=ground.id)
    stops = _gateway_stops(book, then, gateway, authorised=ground.authorised)
    if stops is None and not lifts(book.law, gateway, ground.confidentiality, share.categories):
        stops = Reason.CONFIDENCE_STANDS
    if stops is not None:
        needs = stops in (Reason.NO_MANAGER, Reason.CONFIDENCE_STANDS)
        return Decision(verdict=Verdict.NEEDS if needs else Verdict.REFUSED, reasons=(stops,))
    untold = not ground.told and not ground.why_not_told.strip()
    return Decision(
        verdict=Verdict.YES_BUT_TELL if untold else Verdict.YES,
        reasons=(Reason.LAW_ALLOWS, Reason.NOT_TOLD) if untold else (Reason.LAW_ALLOWS,),
        confidentiality=ground.confidentiality,
        dp_basis=book.law.dp_basis(share.purpose, share.categories, gateway),
        gateway=ground.gateway,
        ground=ground.id,
    )


def _gateway_stops(
    book: Rulebook, share: Share, gateway: Gateway, *, authorised: bool
) -> Reason | None:
    """Return why a gateway cannot be used for this share, or None when it can."""
    unfit = why_unfit(
        gateway,
        book.people[share.person],
        book.agencies[share.agency],
        health=bool(share.categories & HEALTH_CATEGORIES),
        role=share.role,
        on=share.on,
    )
    if unfit is not None:
        return unfit
    if gateway.roles and not authorised:
        return Reason.SOCIAL_WORKER_ONLY  # trap 15
    return Reason.NO_MANAGER if gateway.manager and not authorised else None


def _by_public_task(
    book: Rulebook, share: Share, relied: Relied, agreed: Decision
) -> Decision | None:
    """Return a yes for what is not told in confidence, where the council goes by public task.

    Nobody has objected to it, and the family is told (UK GDPR Article 6(1)(e) and Article 13).
    """
    if book.record.office.consent_model is not ConsentModel.PUBLIC_TASK_FIRST:
        return None
    if not share.categories or share.categories & book.law.confidential:
        return None
    basis = book.law.usual_basis(share.purpose)
    gateway = book.law.gateway(basis.gateway) if basis is not None else None
    agreed_to_less = any(not share.categories <= covers(c) for c in relied.heads if gives(c))
    if gateway is None or agreed_to_less or not set(agreed.reasons) <= NOBODY_OBJECTED:
        return None
    if relied.contradictory or any(c.answer in NOES for c in relied.heads):
        return None  # somebody did object, though it may not be theirs to decide today
    closed = book.record.household.closed_on
    if closed is not None and closed <= share.on:
        return None
    if book.own(share.person, share.agency):
        return None
    if _gateway_stops(book, share, gateway, authorised=False) is not None:
        return None
    return Decision(
        verdict=Verdict.YES_BUT_TELL,
        reasons=(Reason.PUBLIC_TASK,),
        confidentiality=Confidentiality.NOT_CONFIDENTIAL,
        dp_basis=book.law.dp_basis(share.purpose, share.categories),
        gateway=gateway.key,
    )


def _why_none_counts(
    book: Rulebook, share: Share, relied: Relied, who: Deciders
) -> tuple[Reason, ...]:
    asides = {aside.consent for aside in relied.set_aside if aside.doubt is Doubt.NOT_ENTITLED}
    others = [c for c in book.record.consents if c.id in asides]
    given = [consent for consent in (*relied.heads, *others) if gives(consent)]
    if not given:
        return (Reason.NOT_ASKED,)
    newest = max(given, key=lambda c: (c.decided_on or date.min, c.id))
    born = book.people[share.person].born
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


def _in_full(book: Rulebook, share: Share, who: Deciders, found: Decision) -> Decision:
    """Return a decision with its evidence, what is to be recorded, and what is still needed."""
    relied = book.relied(share.person, share.agency, share.purpose, share.on)
    signed = [d for c in relied.heads if c.id in found.consents and (d := book.decider_of(c))]
    gateway = book.law.gateway(found.gateway)
    cautions = []
    if gateway is not None and not book.law.approved(gateway, book.record.office):
        cautions.append(Caution.NOT_APPROVED)
    if gateway is not None and not gateway.confirmed:
        cautions.append(Caution.START_NOT_CONFIRMED)
    return replace(
        found,
        cautions=tuple(cautions),
        competences=tuple(d.competence for d in signed if d.competence is not None),
        responsibilities=tuple(d.responsibility for d in signed if d.responsibility),
        orders=tuple(d.order for d in signed if d.order is not None),
        must_record=gateway.record if gateway is not None else (),
        needs=_needs(found, relied, who),
        set_aside=relied.set_aside,
    )


def _needs(found: Decision, relied: Relied, who: Deciders) -> tuple[Need, ...]:
    needs: dict[Step, Need] = {}
    for reason in found.reasons:
        step = STEPS[reason]
        whom: tuple[PersonId, ...] = ()
        if step is Step.ASK:
            whom = tuple(sorted({d.person for d in who.signers}))
        elif step is Step.SIGN:
            drafts = [c.decider for c in relied.heads if c.answer is Answer.DRAFT]
            whom = tuple(sorted({decider for decider in drafts if decider is not None}))
        if step is not Step.NOTHING:
            needs.setdefault(step, Need(step, whom))
    return tuple(needs.values())
