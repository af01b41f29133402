"""Sharing on a law: every gateway of the law pack, for whom and when (practice 5 and 6)."""

from __future__ import annotations

from typing import Any

from app.domain.agency import AgencyKind
from app.domain.consent import Category, Purpose
from app.domain.decision import Caution, Step
from app.domain.ids import AgencyId, GroundId
from app.domain.sharing import Confidentiality
from tests.app.decision_rows.made import GROWN, TEEN, day, kit, no, with_partner
from tests.app.decision_rows.row import NEEDS, NO, TELL, YES, R, Row, row, step
from tests.app.sharing_cases import CONTACT, KIT, MIND, ROWAN, ground
from tests.builders import CAMHS, GP, TODAY, ash, yes

DUTY, PUBLIC = Confidentiality.LEGAL_DUTY, Confidentiality.PUBLIC_INTEREST
DIRECT, OPEN = Confidentiality.DIRECT_CARE, Confidentiality.NOT_CONFIDENTIAL
NEVER_APPROVED = (Caution.NOT_APPROVED,)
NOT_SURE = (Caution.NOT_APPROVED, Caution.START_NOT_CONFIRMED)
ASK_OTHERWISE = step(Step.OTHER_GROUND)


def law(key: str, basis: Confidentiality = DUTY, **rest: Any) -> Any:
    """Return a decision to share about Kit on one law."""
    return ground(**({"person": KIT, "gateway": key, "confidentiality": basis} | rest))


def allows(sentence: str, key: str, basis: Confidentiality = DUTY, **rest: Any) -> Row:
    """Return a row where a law allows it about a child of nine."""
    sure = NOT_SURE if key in ("CWS16LA", "DEA35", "WRA131") else NEVER_APPROVED
    record = kit("2017-03-03", grounds=(law(key, basis),))
    asked = {"who": KIT, "bases": (basis, key), "cautions": sure, "steps": ()}
    return row(sentence, record, YES, R.LAW_ALLOWS, **(asked | rest))


def to(kind: AgencyKind, key: str, *, public: bool = True, **rest: Any) -> Any:
    """Return what is asked with a partner of a kind, on one law, about Rowan."""
    decided = ground(gateway=key, confidentiality=DUTY, **rest)
    return with_partner(kind, public=public, grounds=(decided,))


def at(kind: AgencyKind) -> AgencyId:
    """Return that partner."""
    return AgencyId(kind.value)


VOLUNTEERS, JOBS, POLICE = AgencyKind.VOLUNTARY, AgencyKind.WORK, AgencyKind.POLICE
LANDLORD, SCHOOL = AgencyKind.HOUSING, AgencyKind.PRIMARY_SCHOOL

ROWS = (
    allows("the duty of 2026 to share about a child", "CWS16LA"),
    row("that duty on the day before it starts",
        kit("2017-03-03", grounds=(law("CWS16LA", decided_on=day("2026-09-01")),)),
        NEEDS, R.NO_GATEWAY, who=KIT, on="2026-09-29", steps=ASK_OTHERWISE),
    row("what was decided before that duty began, on its first day",
        kit("2017-03-03", grounds=(law("CWS16LA", decided_on=day("2026-09-01")),)),
        NEEDS, R.NO_GATEWAY, who=KIT, on="2026-09-30"),
    row("that duty on its first day",
        kit("2017-03-03", grounds=(law("CWS16LA", decided_on=day("2026-09-30")),)),
        YES, R.LAW_ALLOWS, who=KIT, on="2026-09-30", cautions=NOT_SURE),
    row("the one number for each child has not started",
        kit("2017-03-03", grounds=(law("CWS16LC"),)),
        NEEDS, R.NO_GATEWAY, who=KIT, steps=ASK_OTHERWISE, cautions=()),
    allows("a child in need", "CA89-17", PUBLIC),
    allows("asking a named body for help", "CA89-27", PUBLIC),
    allows("working together for children", "CA04-10", PUBLIC),
    allows("working with regard to safeguarding", "CA04-11"),
    allows("safeguarding partners ask for information", "CA04-16H"),
    allows("a school's safeguarding duty", "EDU175"),
    allows("a domestic abuse conference", "MARAC", PUBLIC),
    allows("life or death", "VITAL", PUBLIC),
    allows("an order of a court", "COURT"),
    # section 47: social workers alone, and a manager
    allows("enquiries about significant harm, by a social worker with a manager", "CA89-47",
        role="social worker"),
    row("a key worker makes no enquiry about significant harm",
        kit("2017-03-03", grounds=(law("CA89-47"),)),
        NO, R.SOCIAL_WORKER_ONLY, who=KIT, steps=step(Step.SOCIAL_WORKER)),
    row("nor does a manager who is no social worker", kit("2017-03-03", grounds=(law("CA89-47"),)),
        NO, R.SOCIAL_WORKER_ONLY, who=KIT, role="manager"),
    row("nor a social worker without a manager",
        kit("2017-03-03", grounds=(law("CA89-47", authorised_by=" "),)),
        NO, R.SOCIAL_WORKER_ONLY, who=KIT, role="social worker"),
    # the public interest takes a manager
    allows("an overriding public interest", "PUBINT", PUBLIC),
    row("an overriding public interest without a manager",
        kit("2017-03-03", grounds=(law("PUBINT", PUBLIC, authorised_by=""),)),
        NEEDS, R.NO_MANAGER, who=KIT, steps=step(Step.MANAGER)),
    # what lets bodies work together overrides no confidence
    row("working together is no power to pass on what was told in confidence",
        kit("2017-03-03", grounds=(law("CA04-10", categories=frozenset({CONTACT, MIND})),)),
        NEEDS, R.CONFIDENCE_STANDS, who=KIT, kinds=MIND, steps=ASK_OTHERWISE),
    row("nor is asking a named body for help",
        kit("2017-03-03", grounds=(law("CA89-27", categories=frozenset({CONTACT, MIND})),)),
        NEEDS, R.CONFIDENCE_STANDS, who=KIT, kinds=MIND),
    row("nor is being called not confidential",
        kit("2017-03-03", grounds=(
            law("CWS16LA", Confidentiality.NOT_CONFIDENTIAL, categories=frozenset({MIND})),)),
        NEEDS, R.CONFIDENCE_STANDS, who=KIT, kinds=MIND),
    row("a duty to disclose is", kit("2017-03-03", grounds=(
            law("CWS16LA", categories=frozenset({MIND})),)),
        YES, R.LAW_ALLOWS, who=KIT, kinds=MIND),
    row("and so is the public interest, weighed beside a law to work together",
        kit("2017-03-03", grounds=(law("CA04-10", PUBLIC, categories=frozenset({MIND})),)),
        YES, R.LAW_ALLOWS, who=KIT, kinds=MIND),
    row("agreement for adult care is no agreement for a child",
        kit("2017-03-03", consents=(
            yes("kit", "rowan", purpose=Purpose.ADULT_CARE),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT, purpose=Purpose.ADULT_CARE),
    # what is for adults
    row("direct care of an adult", kit(GROWN, grounds=(law("HSC251B", DIRECT),)),
        YES, R.LAW_ALLOWS, who=KIT, bases=(DIRECT, "HSC251B"), cautions=NEVER_APPROVED),
    row("direct care of an adult is no ground for a child",
        kit("2017-03-03", grounds=(law("HSC251B", DIRECT),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT, steps=ASK_OTHERWISE),
    row("nor for a young person of seventeen", kit("2009-01-01", grounds=(law("HSC251B", DIRECT),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT),
    row("on the eighteenth birthday it is",
        kit("2008-11-22", grounds=(law("HSC251B", DIRECT, decided_on=TODAY),)),
        YES, R.LAW_ALLOWS, who=KIT),
    row("decided the day before it is not",
        kit("2008-11-22", grounds=(law("HSC251B", DIRECT, decided_on=day("2026-11-21")),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT),
    row("safeguarding an adult", kit(GROWN, grounds=(law("CARE"),)),
        YES, R.LAW_ALLOWS, who=KIT, bases=(DUTY, "CARE")),
    row("safeguarding adults is no ground for a child of fourteen",
        kit(TEEN, grounds=(law("CARE"),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT),
    # what is not for health, and what is not for voluntary partners
    row("finding help across public bodies", to(JOBS, "DEA35"),
        YES, R.LAW_ALLOWS, agency=at(JOBS), bases=(DUTY, "DEA35"), cautions=NOT_SURE),
    row("but not with the practice", ash(grounds=(ground(gateway="DEA35"),)),
        NO, R.NOT_FOR_HEALTH, steps=ASK_OTHERWISE),
    row("and not about health", to(JOBS, "DEA35", categories=frozenset({CONTACT, MIND})),
        NO, R.NOT_FOR_HEALTH, agency=at(JOBS), kinds=frozenset({CONTACT, MIND})),
    row("and not with volunteers", to(VOLUNTEERS, "DEA35", public=False),
        NO, R.NOT_FOR_VOLUNTARY, agency=at(VOLUNTEERS), steps=ASK_OTHERWISE),
    row("benefit information with the jobcentre", to(JOBS, "WRA131"),
        YES, R.LAW_ALLOWS, agency=at(JOBS), cautions=NOT_SURE),
    row("benefit information with the practice", ash(grounds=(ground(gateway="WRA131"),)),
        NO, R.NOT_FOR_HEALTH),
    row("benefit information with a private provider", to(JOBS, "WRA131", public=False),
        NO, R.NOT_FOR_VOLUNTARY, agency=at(JOBS)),
    row("serious violence, with the police", to(POLICE, "SVD16"),
        YES, R.LAW_ALLOWS, agency=at(POLICE), bases=(DUTY, "SVD16"), cautions=NEVER_APPROVED),
    row("serious violence is no way round a patient's confidence",
        ash(grounds=(ground(gateway="SVD16"),)),
        NO, R.NOT_FOR_HEALTH),
    row("nor is it with the police about substances",
        to(POLICE, "SVD16", categories=frozenset({Category.SUBSTANCES})),
        NO, R.NOT_FOR_HEALTH, agency=at(POLICE), kinds=Category.SUBSTANCES),
    row("preventing crime, with the police", to(POLICE, "CDA115"),
        YES, R.LAW_ALLOWS, agency=at(POLICE), bases=(DUTY, "CDA115")),
    row("preventing crime, with a social landlord that is public", to(LANDLORD, "CDA115"),
        YES, R.LAW_ALLOWS, agency=at(LANDLORD)),
    row("preventing crime, with a voluntary group", to(VOLUNTEERS, "CDA115", public=False),
        NO, R.NOT_FOR_VOLUNTARY, agency=at(VOLUNTEERS)),
    row("a law nobody knows", ash(grounds=(ground(gateway="NO-SUCH"),)),
        NEEDS, R.NO_GATEWAY, steps=ASK_OTHERWISE),
    # how a decision to share must be made (section 6)
    row("the family was not told, and nobody wrote why", ash(grounds=(ground(told=()),)),
        TELL, R.LAW_ALLOWS, R.NOT_TOLD, steps=step(Step.TELL)),
    row("the family was not told because it was not safe",
        ash(grounds=(ground(told=(), why_not_told="Not safe."),)),
        YES, R.LAW_ALLOWS),
    row("a law though they said no", ash(consents=(no("rowan"),), grounds=(ground(),)),
        YES, R.LAW_ALLOWS),
    row("a decision to share that claims agreement takes an agreement",
        ash(grounds=(ground(confidentiality=Confidentiality.CONSENT),)),
        NEEDS, R.NOT_ASKED),
    row("a decision to share that is not dated opens nothing",
        ash(grounds=(ground(decided_on=None),)),
        NEEDS, R.NOT_ASKED),
    row("a decision of tomorrow is not there today",
        ash(grounds=(ground(decided_on=day("2026-11-23")),)),
        NEEDS, R.NOT_ASKED),
    row("on the day it is to be looked at again it stands no more",
        ash(grounds=(ground(review_on=TODAY),)),
        NEEDS, R.NOT_ASKED),
    row("the day before it does", ash(grounds=(ground(review_on=day("2026-11-23")),)),
        YES, R.LAW_ALLOWS),
    row("it is about other kinds of information", ash(grounds=(ground(),)),
        NEEDS, R.NOT_ASKED, kinds=MIND),
    row("it is about somebody else", ash(grounds=(ground(person=KIT),)),
        NEEDS, R.NOT_ASKED),
    row("it is about another partner", ash(grounds=(ground(agency=CAMHS),)),
        NEEDS, R.NOT_ASKED),
    row("it names this partner", ash(grounds=(ground(agency=GP),)),
        YES, R.LAW_ALLOWS, kinds=CONTACT),
    row("it is for another purpose", ash(grounds=(ground(purpose=Purpose.CHILD_IN_NEED),)),
        NEEDS, R.NOT_ASKED),
    row("a newer one that cannot stand takes nothing from an older",
        ash(
            grounds=(ground(gateway="NO-SUCH"), ground(id=GroundId("older"),
                decided_on=day("2026-10-01")))),
        YES, R.LAW_ALLOWS, who=ROWAN),
)  # fmt: skip
