"""Whether a child can decide, whether an adult cannot, and who may decide then (practice 4.3)."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import Standing
from app.domain.deciding import Rule
from app.domain.decision import Doubt, Step
from app.domain.responsibility import OrderKind
from app.domain.sharing import Confidentiality
from tests.app.decision_rows.made import (
    GROWN,
    TEEN,
    able,
    day,
    dead,
    for_kit,
    kit,
    no,
    order,
    power,
    unable,
)
from tests.app.decision_rows.row import NEEDS, NO, YES, R, row, step
from tests.app.sharing_cases import JO, KIT, ROWAN, ground
from tests.builders import CAMHS, ash, person, yes

OWN_YES = yes("kit", standing=Standing.COMPETENT_CHILD)
CANNOT = (unable(),)
DUTY = Confidentiality.LEGAL_DUTY
BEST = ground(person=KIT, gateway="MCA", confidentiality=DUTY)

ROWS = (
    # Gillick: one decision, one day
    row("a note that a child can decide", kit(TEEN, OWN_YES, competences=(able(),)),
        YES, R.AGREED, who=KIT, rule=Rule.GILLICK),
    row("a note about another partner", kit(TEEN, OWN_YES, competences=(able(agency_=CAMHS),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, rule=Rule.PARENTS, doubts=(Doubt.NOT_ENTITLED,)),
    row("a note about no partner", kit(TEEN, OWN_YES, competences=(able(agency_=None),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, rule=Rule.PARENTS, doubts=(Doubt.NOT_ENTITLED,)),
    row("a note made the day after the yes", kit(TEEN, OWN_YES,
        competences=(able(on="2026-09-02"),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, KIT),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("a note made on the day of the yes", kit(TEEN, OWN_YES,
        competences=(able(on="2026-09-01"),)),
        YES, R.AGREED, who=KIT),
    row("a note that they cannot: the parents decide",
        kit(TEEN, OWN_YES, yes("kit", "rowan"), competences=(able(able=False),)),
        YES, R.AGREED, who=KIT, rule=Rule.PARENTS, doubts=(Doubt.NOT_ENTITLED,)),
    row("could then, cannot now: the parents are asked",
        kit(TEEN, OWN_YES, competences=(able(), able(able=False, on="2026-10-01"))),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, JO, ROWAN)),
    row("could not then, can now: the child is asked",
        kit(TEEN, yes("kit", "rowan"), competences=(able(able=False), able(on="2026-10-01"))),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, KIT)),
    row("a child who can decide was not asked", kit(TEEN, competences=(able(),)),
        NEEDS, R.NOT_ASKED, who=KIT, steps=step(Step.ASK, KIT)),
    row("a child who can decide needs no parent on record",
        kit(TEEN, OWN_YES, competences=(able(),), responsibilities=()), YES, R.AGREED, who=KIT),
    row("the parents of a child who can decide disagree, which is not the question",
        kit(TEEN, OWN_YES, yes("kit", "rowan"), no("kit", "jo"), competences=(able(),)),
        YES, R.AGREED, who=KIT, doubts=(Doubt.NOT_ENTITLED, Doubt.NOT_ENTITLED)),
    row("a Gillick note says nothing of a young person of sixteen",
        kit("2010-11-22", yes("kit", on="2026-11-22"), competences=(able(able=False),)),
        YES, R.AGREED, who=KIT, rule=Rule.YOUNG_PERSON),
    row("a note about capacity says nothing of a child of fourteen",
        kit(TEEN, yes("kit", "rowan"), competences=CANNOT), YES, R.AGREED, who=KIT),
    # capacity: presumed from 16
    row("capacity is presumed", kit(GROWN, yes("kit")), YES, R.AGREED, who=KIT, rule=Rule.SELF),
    row("an adult cannot decide this, and nobody may for them", kit(GROWN, competences=CANNOT),
        NEEDS, R.LACKS_CAPACITY, who=KIT, rule=Rule.LACKS_CAPACITY,
        steps=step(Step.BEST_INTERESTS)),
    row("a young person of seventeen cannot decide this", kit("2009-11-22", competences=CANNOT),
        NEEDS, R.LACKS_CAPACITY, who=KIT, rule=Rule.LACKS_CAPACITY),
    row("a mother is heard and cannot agree for an adult", kit(GROWN, yes("kit", "rowan"),
        competences=CANNOT),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("their own yes of a day they could not decide", kit(GROWN, yes("kit"), competences=CANNOT),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("they cannot decide about another partner, and can about this",
        kit(GROWN, yes("kit"), competences=(unable(agency_=CAMHS),)), YES, R.AGREED, who=KIT),
    row("they can again", kit(GROWN, yes("kit", on="2026-11-01"), competences=(unable(),
        unable(able=True, on="2026-10-15"))),
        YES, R.AGREED, who=KIT, rule=Rule.SELF),
    row("the no they said while they could not is heard when they can",
        kit(GROWN, no("kit"), competences=(unable(), unable(able=True, on="2026-10-15"))),
        NO, R.SAID_NO, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    # attorneys and deputies
    row("an attorney says yes", kit(GROWN, for_kit(JO), competences=CANNOT, orders=(power(),)),
        YES, R.AGREED, who=KIT, rule=Rule.LACKS_CAPACITY, bases=(Confidentiality.CONSENT,
        "CA04-10")),
    row("a deputy of the court says yes",
        kit(GROWN, for_kit(JO), competences=CANNOT, orders=(power(OrderKind.DEPUTY),)),
        YES, R.AGREED, who=KIT),
    row("an attorney says no", kit(GROWN, no("kit", "jo", standing=Standing.DEPUTY),
        competences=CANNOT, orders=(power(),)),
        NO, R.SAID_NO, who=KIT),
    row("an attorney was not asked", kit(GROWN, competences=CANNOT, orders=(power(),)),
        NEEDS, R.NOT_ASKED, who=KIT, steps=step(Step.ASK, JO)),
    row("an attorney for somebody who can decide", kit(GROWN, for_kit(JO), orders=(power(),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, KIT),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("the power names somebody else", kit(GROWN, for_kit(JO), competences=CANNOT,
        orders=(power(about=(ROWAN,)),)),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("the power was registered after they signed",
        kit(GROWN, for_kit(JO), competences=CANNOT, orders=(power(made_on=day("2026-10-01")),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, JO),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("the deputyship has ended",
        kit(GROWN, for_kit(JO), competences=CANNOT, orders=(power(OrderKind.DEPUTY,
        until=day("2026-10-31")),)),
        NEEDS, R.LACKS_CAPACITY, who=KIT),
    row("a special guardian is no deputy of an adult",
        kit(GROWN, for_kit(JO), competences=CANNOT,
        orders=(power(OrderKind.SPECIAL_GUARDIANSHIP),)),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("the attorney has died",
        ash(people=(person("rowan"), dead("jo"), person("kit", born=GROWN)),
        consents=(for_kit(JO),),
            competences=CANNOT, orders=(power(),)),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("an attorney an order keeps from them",
        kit(GROWN, for_kit(JO), competences=CANNOT,
            orders=(power(), order(OrderKind.NON_MOLESTATION, restrains=JO, protects=(KIT,)))),
        NEEDS, R.LACKS_CAPACITY, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("an attorney who signed as a parent", kit(GROWN, yes("kit", "jo"), competences=CANNOT,
        orders=(power(),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    # best interests
    row("a decision in their best interests", kit(GROWN, competences=CANNOT, grounds=(BEST,)),
        YES, R.LAW_ALLOWS, who=KIT, bases=(DUTY, "MCA")),
    row("a decision in the best interests of a young person of sixteen",
        kit("2009-11-22", competences=CANNOT, grounds=(BEST,)), YES, R.LAW_ALLOWS, who=KIT),
    row("best interests under that Act are not for a child of fourteen", kit(TEEN, grounds=(BEST,)),
        NO, R.NOT_FOR_CHILDREN, who=KIT, steps=step(Step.OTHER_GROUND)),
    row("decided at fifteen it does not come to count at sixteen",
        kit("2010-11-22", grounds=(replace(BEST, decided_on=day("2026-11-21")),)),
        NO, R.NOT_FOR_CHILDREN, who=KIT),
)  # fmt: skip
