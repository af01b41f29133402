"""What may happen to a family’s decisions, step by step, each through its real use-case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from app.domain.agency import InvolvementDraft
from app.domain.competence import CompetenceDraft, LimitDraft
from app.domain.consent import (
    Answer,
    CompetenceKind,
    ConsentDraft,
    Parts,
)
from app.domain.counting import ends_on, gives, live
from app.domain.dates import PartialDate, birthday
from app.domain.decision import Reason
from app.domain.household import ConsentModel
from app.domain.ids import PersonId
from app.domain.responsibility import Basis, Holds, OrderDraft, OrderKind, ResponsibilityDraft
from app.domain.sharing import Choice, Confidentiality
from app.domain.without_agreement import GroundDraft
from app.usecases.keep_agencies import involve_agency
from app.usecases.keep_competence import add_limit, lift_limit, note_competence
from app.usecases.keep_grounds import RulingDraft, record_ground, record_ruling
from app.usecases.keep_household import keep_office
from app.usecases.keep_orders import add_order
from app.usecases.keep_relationships import keep_responsibility
from app.usecases.withdraw import WithdrawalDraft, withdraw
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    SCHOOL,
    captured,
    law,
)
from tests.decision_family import (
    JO,
    KINDS,
    KIT,
    LEE,
    NONE,
    PARTNERS,
    PURPOSES,
    ROWAN,
    Family,
    Question,
)


def narrow(family: Family) -> PersonId | None:
    """Take something out of a yes that counts."""
    record = family.record()
    counts = [c for c in family.heads() if live(record, law(), c, family.today)]
    heads = [c for c in counts if len(c.categories) > 1]
    if not heads:
        return None
    known = family.chance.choice(sorted(heads, key=lambda c: c.id))
    kinds = frozenset(sorted(known.categories)[:-1])
    assert known.decider is not None
    family.do(
        captured(
            ConsentDraft(
                household=ASH,
                person=known.person,
                agency=known.agency,
                answer=Answer.NARROWED,
                decider=known.decider,
                purpose=known.purpose,
                categories=kinds,
                decided_on=family.today,
                ends=known.ends,
            )
        )
    )
    cell = (known.person, known.agency, known.purpose, known.decider)
    family.said[cell] = (Answer.NARROWED, kinds)
    return known.person


def disagree(family: Family) -> PersonId:
    """Let two who can decide about Kit say the opposite of one partner."""
    partner = family.chance.choice([GP, GP, SCHOOL])
    able = family.deciders(KIT, partner)
    for by, answer in zip(able, (Answer.GIVEN, Answer.REFUSED), strict=False):
        family.captured(answer, (KIT, partner, PURPOSES[0], by))
    return KIT


def take_back(family: Family) -> PersonId | None:
    """Change somebody's mind about every partner they agreed to."""
    heads = sorted(family.heads(), key=lambda c: c.id)
    if not heads:
        return None
    one = family.chance.choice(heads)
    assert one.decider is not None
    theirs = [c for c in heads if (c.person, c.decider) == (one.person, one.decider)]
    family.do(
        withdraw(
            WithdrawalDraft(
                household=ASH,
                person=one.person,
                decider=one.decider,
                agencies=tuple(sorted({c.agency for c in theirs})),
                decided_on=family.today,
                witness="Robin Ashby",
                proof=replace(one.proof, identity="Known to the worker."),
            ),
            law(),
        )
    )
    for c in theirs:
        family.said[c.person, c.agency, c.purpose, one.decider] = (Answer.WITHDRAWN, NONE)
    return one.person


def days_pass(family: Family) -> None:
    """Let some days pass."""
    family.now += timedelta(days=family.chance.choice([1, 5, 20, 90]))


def something_runs_out(family: Family) -> None:
    """Move to the day the next yes on file runs out."""
    record = family.record()
    ends = [ends_on(record, law(), c) for c in record.consents if gives(c)]
    ahead = sorted(day for day in ends if day is not None and day > family.today)
    if ahead:
        family.now += ahead[0] - family.today


def turn_16(family: Family) -> None:
    """Move to Kit's sixteenth birthday, when it is ahead and near."""
    born = family.record().person(KIT).born or PartialDate(1990)
    left = birthday(born.latest, 16) - family.today
    if timedelta() < left < timedelta(days=200):
        family.now += left


def new_partner(family: Family) -> PersonId:
    """Record one more partner with somebody."""
    who = family.chance.choice([KIT, ROWAN, JO])
    family.do(involve_agency(ASH, InvolvementDraft(person=who, agency=CAMHS)))
    return who


def competence(kind: CompetenceKind, family: Family) -> PersonId:
    """Note whether somebody can decide about one partner."""
    able = family.chance.random() < 0.6
    four = dict.fromkeys(("understands", "weighs", "free", "knows", "retains"), able)
    who = KIT if kind is CompetenceKind.GILLICK else family.chance.choice([KIT, JO])
    draft = CompetenceDraft(
        person=who,
        kind=kind,
        agency=family.chance.choice(PARTNERS),
        decision="Sharing with them.",
        on=family.today,
        able=able,
        assessor="Robin Ashby",
        note="Talked it through.",
        parts=Parts(communicates=able, **four),
    )
    family.do(note_competence(ASH, draft))
    return who


def court_order(family: Family) -> PersonId:
    """Keep an order: it restrains Jo, gives Lee a guardian's part, or lets Jo decide for Kit."""
    kinds = (OrderKind.NON_MOLESTATION, OrderKind.SPECIAL_GUARDIANSHIP, OrderKind.DEPUTY)
    kind = family.chance.choice((*kinds, OrderKind.DEPUTY, OrderKind.DEPUTY))
    keeps_away = kind is OrderKind.NON_MOLESTATION
    order = family.store.run(
        add_order(
            ASH,
            OrderDraft(
                kind=kind,
                made_on=family.today,
                holder=None if keeps_away else {kinds[1]: LEE, kinds[2]: JO}[kind],
                restrains=family.chance.choice([JO, LEE, LEE, LEE]) if keeps_away else None,
                protects=(KIT,) if keeps_away else (),
                about=() if keeps_away else (KIT,),
            ),
        )
    ).value
    if kind is OrderKind.SPECIAL_GUARDIANSHIP:
        gives_it, takes = Basis.SPECIAL_GUARDIANSHIP, Basis.AGREEMENT
        for adult, basis, by in ((LEE, gives_it, None), (JO, takes, order.id)):
            draft = ResponsibilityDraft(
                child=KIT, adult=adult, holds=Holds.YES, basis=basis, evidence="Order seen.",
                restricted_by=by,
            )  # fmt: skip
            family.do(keep_responsibility(ASH, draft))
    return KIT


def without_agreement(choice: Choice, family: Family) -> PersonId:
    """Decide to share without agreement, or not to share."""
    chance, who = family.chance, family.chance.choice([KIT, ROWAN])
    words = "Thought through and written down."
    draft = GroundDraft(
        choice=choice,
        person=who,
        agency=chance.choice([None, *PARTNERS]),
        purpose=chance.choice(PURPOSES),
        categories=frozenset(chance.sample(KINDS, chance.randint(1, 3))),
        gateway=chance.choice(["CWS16LA", "CA04-10", "MCA", "CA89-47", "HSC251B"]),
        confidentiality=Confidentiality.PUBLIC_INTEREST,
        relevance=words,
        necessity=words,
        proportionality=words,
        detriment=words,
        alternatives=words,
        told=(who,),
        decided_on=family.today,
        decided_by="Robin Ashby",
        authorised_by="Helen Marsh",
        review_on=family.today + timedelta(days=60) if chance.random() < 0.5 else None,
    )
    family.do(record_ground(ASH, draft, law(), role="key worker"))
    return who


def at_odds(family: Family) -> list[Question]:
    """Return what holders disagree about, or a manager has decided before."""
    return [
        question
        for question, found in family.answers().items()
        if Reason.DISAGREEMENT in found.reasons or found.ruling is not None
    ]


def manager_decides(family: Family) -> PersonId:
    """Let the manager decide where holders disagree, or decide again."""
    chance, split = family.chance, at_odds(family)
    if not split:
        disagree(family)
        split = at_odds(family)
    _, partner, _, purpose = chance.choice(split) if split else (KIT, GP, NONE, PURPOSES[0])
    draft = RulingDraft(
        person=KIT,
        agency=partner,
        purpose=purpose,
        share=chance.random() < 0.7,
        reasons="Heard both.",
        manager="Helen Marsh",
        decided_on=family.today,
    )
    family.do(record_ruling(ASH, draft, law()))
    return KIT


def asks_not_to(family: Family) -> PersonId:
    """Record that somebody asked that a partner is not told."""
    who = family.chance.choice([KIT, ROWAN, JO])
    partner = family.chance.choice(PARTNERS)
    family.do(add_limit(ASH, LimitDraft(person=who, decided_by=who, not_agency=partner)))
    return who


def may_be_told_again(family: Family) -> PersonId | None:
    """Lift every limit there is; about whom the last of them was."""
    limits = family.record().limits
    for limit in limits:
        family.do(lift_limit(limit.id))
    return limits[0].person if len({limit.person for limit in limits}) == 1 else None


def other_model(family: Family) -> None:
    """Let the council go about it the other way."""
    office = family.record().office
    model = next(m for m in ConsentModel if m is not office.consent_model)
    family.do(keep_office(replace(office, consent_model=model)))


RULES: dict[str, Callable[[Family], PersonId | None]] = {
    "give": lambda family: family.says(Answer.GIVEN),
    "give again": lambda family: family.says(Answer.GIVEN),
    "agree to less": narrow,
    "disagree": disagree,
    "refuse": lambda family: family.says(Answer.REFUSED),
    "take back": take_back,
    "prepare a form": lambda family: family.says(Answer.DRAFT),
    "days pass": days_pass,
    "something runs out": something_runs_out,
    "turn 16": turn_16,
    "new partner": new_partner,
    "gillick note": lambda family: competence(CompetenceKind.GILLICK, family),
    "capacity note": lambda family: competence(CompetenceKind.CAPACITY, family),
    "court order": court_order,
    "share without agreement": lambda family: without_agreement(Choice.SHARE, family),
    "decide not to share": lambda family: without_agreement(Choice.NOT_SHARE, family),
    "manager decides": manager_decides,
    "ask not to": asks_not_to,
    "may be told again": may_be_told_again,
    "other model": other_model,
}
