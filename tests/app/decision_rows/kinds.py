"""Kinds of information, what is somebody's own affair, and whom they asked us not to tell."""

from __future__ import annotations

from app.domain.consent import Category
from app.domain.decision import Doubt, Step
from app.domain.person import Safety
from tests.app.decision_rows.made import TEEN, able, kit, less, limit, power, public_task, unable
from tests.app.decision_rows.row import NEEDS, NO, YES, R, row, step
from tests.app.sharing_cases import BODY, CONTACT, JO, KIT, MIND, ROWAN, SEXUAL, ground
from tests.builders import CAMHS, SCHOOL, ash, involved, yes

BOTH = frozenset({CONTACT, SEXUAL})
OWN = (involved("kit", safety=Safety.OWN),)
ALL = frozenset(Category)

ROWS = (
    row("two kinds, both agreed to", ash(consents=(yes("rowan"),)),
        YES, R.AGREED, kinds=frozenset({CONTACT, BODY})),
    row("two kinds, one agreed to", ash(consents=(yes("rowan"),)),
        NEEDS, R.NOT_THIS_KIND, kinds=frozenset({CONTACT, MIND})),
    row("where two parents agreed, what one left out is not shared",
        ash(consents=(yes("kit", "rowan"), less("kit", "jo", categories=frozenset({BODY})))),
        NEEDS, R.NOT_THIS_KIND, who=KIT, steps=step(Step.ASK, JO, ROWAN)),
    row("what both agreed to is",
        ash(consents=(yes("kit", "rowan"), less("kit", "jo", categories=frozenset({BODY})))),
        YES, R.AGREED, who=KIT, kinds=BODY),
    row("what one left out stays out when their yes has run out",
        ash(
            consents=(yes("kit", "rowan"), less("kit", "jo", on="2025-10-01",
                categories=frozenset({BODY})))),
        NEEDS, R.NOT_THIS_KIND, who=KIT),
    # sexual health is the young person's alone (trap 9)
    row("a parent does not agree to sharing about sexual health",
        kit(TEEN, yes("kit", "rowan", categories=BOTH)),
        NEEDS, R.NOT_THIS_KIND, who=KIT, kinds=BOTH),
    row("what else the parent agreed to may be shared",
        kit(TEEN, yes("kit", "rowan", categories=BOTH)),
        YES, R.AGREED, who=KIT),
    row("a child who can decide agrees to it",
        kit(TEEN, yes("kit", categories=BOTH), competences=(able(),)),
        YES, R.AGREED, who=KIT, kinds=BOTH),
    row("a young person of seventeen agrees to it", kit("2009-01-01", yes("kit", categories=BOTH)),
        YES, R.AGREED, who=KIT, kinds=BOTH),
    row("an adult agrees to everything of their own", ash(consents=(yes("rowan", categories=ALL),)),
        YES, R.AGREED, kinds=ALL),
    # what is their own affair
    row("a parent decides nothing about a partner that is the child's own affair",
        kit(TEEN, yes("kit", "rowan"), involvements=OWN),
        NEEDS, R.NOBODY_CAN_DECIDE, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("nor does a law", kit(TEEN, grounds=(ground(person=KIT),), involvements=OWN),
        NEEDS, R.NOBODY_CAN_DECIDE, who=KIT),
    row("nor the council's public task", kit("2009-01-01", involvements=OWN, office=public_task()),
        NEEDS, R.NOT_ASKED, who=KIT),
    row("nor an attorney",
        kit("1996-01-01", involvements=OWN, competences=(unable(),), orders=(power(),)),
        NEEDS, R.LACKS_CAPACITY, who=KIT),
    row("the child who can decide does",
        kit(TEEN, yes("kit"), involvements=OWN, competences=(able(),)),
        YES, R.AGREED, who=KIT),
    row("the child who can decide was not asked",
        kit(TEEN, involvements=OWN, competences=(able(),)),
        NEEDS, R.NOT_ASKED, who=KIT, steps=step(Step.ASK, KIT)),
    row("a young person of seventeen does", kit("2009-01-01", yes("kit"), involvements=OWN),
        YES, R.AGREED, who=KIT),
    row("their other partners are not touched by it",
        kit(TEEN, yes("kit", "rowan", agency=SCHOOL), involvements=(*OWN, involved("kit", SCHOOL))),
        YES, R.AGREED, who=KIT, agency=SCHOOL),
    # whom they asked us not to tell
    row("they asked that the practice is not told",
        ash(consents=(yes("rowan"),), limits=(limit(),)),
        NO, R.LIMIT, steps=step(Step.RESPECT)),
    row("they asked that another partner is not told",
        ash(consents=(yes("rowan"),), limits=(limit(agency=CAMHS),)),
        YES, R.AGREED),
    row("somebody else asked it", ash(consents=(yes("rowan"),), limits=(limit(JO),)),
        YES, R.AGREED),
    row("they asked it, and the law allows it all the same",
        ash(limits=(limit(),), grounds=(ground(),)),
        YES, R.LAW_ALLOWS),
    row("they asked it, and public task does not pass over it",
        ash(limits=(limit(),), office=public_task()),
        NO, R.LIMIT),
)  # fmt: skip
