"""The two ways councils go about it, how long a decision lasts there, and what ends with help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.consent import Answer, Category, Purpose
from app.domain.decision import Caution, Doubt, Step
from app.domain.household import Approval, Household
from app.domain.sharing import Confidentiality
from tests.app.decision_rows.made import TEEN, back, day, dead, kit, less, no, not_to, public_task
from tests.app.decision_rows.row import NEEDS, NO, TELL, YES, R, row, step
from tests.app.sharing_cases import BODY, CONTACT, KIT, MIND, ground
from tests.builders import ASH, OFFICE, SOME, ash, holds, law, person, yes

OPEN = (Confidentiality.NOT_CONFIDENTIAL, "CA04-10")
TASK = {"office": public_task()}
TOLD = step(Step.TELL)
APPROVED = Approval(gateway="CA04-10", pack=law().version, by="Ada Quill", on=date(2026, 11, 1))


def closed(on: str) -> dict[str, Household]:
    """Return that help ended on a day."""
    return {"household": Household(id=ASH, name="Ash family", closed_on=day(on))}


ROWS = (
    row("by agreement first, nothing is shared before they are asked", ash(),
        NEEDS, R.NOT_ASKED),
    # by public task first
    row("by public task first, who they are is shared and they are told", ash(**TASK),
        TELL, R.PUBLIC_TASK, bases=OPEN, steps=TOLD, cautions=(Caution.NOT_APPROVED,)),
    row("where they agreed, agreement is what it rests on", ash(**TASK, consents=(yes("rowan"),)),
        YES, R.AGREED),
    row("about school", ash(**TASK),
        TELL, R.PUBLIC_TASK, kinds=Category.SCHOOL),
    row("about housing and debt", ash(**TASK),
        TELL, R.PUBLIC_TASK, kinds=frozenset({Category.HOUSING, Category.DEBT})),
    row("not about health, which is told in confidence", ash(**TASK),
        NEEDS, R.NOT_ASKED, kinds=BODY),
    row("not about health beside what is open", ash(**TASK),
        NEEDS, R.NOT_ASKED, kinds=frozenset({CONTACT, MIND})),
    row("not about domestic abuse", ash(**TASK),
        NEEDS, R.NOT_ASKED, kinds=Category.DOMESTIC_ABUSE),
    row("not about immigration", ash(**TASK),
        NEEDS, R.NOT_ASKED, kinds=Category.IMMIGRATION),
    row("not about offending", ash(**TASK),
        NEEDS, R.NOT_ASKED, kinds=Category.OFFENDING),
    row("a no stops it", ash(**TASK, consents=(no("rowan"),)),
        NO, R.SAID_NO),
    row("a change of mind stops it", ash(**TASK, consents=(yes("rowan"), back("rowan"))),
        NO, R.CHANGED_MIND),
    row("what they took out stays out",
        ash(**TASK, consents=(yes("rowan"), less("rowan", categories=frozenset({BODY})))),
        NEEDS, R.NOT_THIS_KIND),
    row("a yes that ran out is no objection",
        ash(**TASK, consents=(yes("rowan", on="2025-01-01"),)),
        TELL, R.PUBLIC_TASK),
    row("a form that is not signed is none",
        ash(**TASK, consents=(yes("rowan", answer=Answer.DRAFT),)),
        TELL, R.PUBLIC_TASK),
    row("parents who disagree stop it",
        kit("2017-03-03", yes("kit", "rowan"), no("kit", "jo"), **TASK),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("nobody recorded who can decide is no objection",
        kit("2017-03-03", responsibilities=(), **TASK),
        TELL, R.PUBLIC_TASK, who=KIT),
    row("a birth that is not known is none", kit(None, **TASK),
        TELL, R.PUBLIC_TASK, who=KIT),
    row("a child of fourteen objects, who does not decide", kit(TEEN, no("kit"), **TASK),
        NEEDS, R.NOT_ASKED, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("the mother said no, and the child has turned sixteen",
        kit("2010-11-22", no("kit", "rowan"), **TASK),
        NEEDS, R.NOT_ASKED, who=KIT, steps=step(Step.ASK, KIT)),
    row("answers that contradict each other stop it",
        ash(**TASK, consents=(yes("rowan"), no("rowan"))),
        NEEDS, R.CONTRADICTION, doubts=(Doubt.CONTRADICTS, Doubt.CONTRADICTS)),
    row("a decision not to share stops it", ash(**TASK, grounds=(not_to(),)),
        NO, R.DECIDED_NOT_TO),
    row("a decision on a law that cannot stand takes nothing from it",
        ash(**TASK, grounds=(ground(gateway="NO-SUCH"),)),
        TELL, R.PUBLIC_TASK),
    row("not for somebody who has died", ash(**TASK, people=(dead("rowan"),), responsibilities=()),
        NO, R.DECEASED),
    row("not for enquiries about harm", ash(**TASK),
        NEEDS, R.NOT_ASKED, purpose=Purpose.CHILD_PROTECTION),
    row("for adult care, about an adult", ash(**TASK),
        TELL, R.PUBLIC_TASK, purpose=Purpose.ADULT_CARE),
    row("not for adult care about a child", kit("2017-03-03", **TASK),
        NEEDS, R.NOT_ASKED, who=KIT, purpose=Purpose.ADULT_CARE),
    # the day help ends
    row("help ended today", ash(consents=(yes("rowan"),), **closed("2026-11-22")),
        NEEDS, R.RAN_OUT),
    row("help ends tomorrow", ash(consents=(yes("rowan"),), **closed("2026-11-23")),
        YES, R.AGREED),
    row("a yes given after help ended", ash(consents=(yes("rowan"),), **closed("2026-08-01")),
        NEEDS, R.RAN_OUT),
    row("public task ends with help", ash(**TASK, **closed("2026-11-22")),
        NEEDS, R.NOT_ASKED),
    row("a no outlives it", ash(consents=(no("rowan"),), **closed("2026-11-22")),
        NO, R.SAID_NO),
    row("a law does too", ash(grounds=(ground(),), **closed("2026-11-22")),
        YES, R.LAW_ALLOWS),
    # how long a decision lasts at this council
    row("a council of six months",
        ash(consents=(yes("rowan", on="2026-05-22"),), office=replace(OFFICE, months=6)),
        NEEDS, R.RAN_OUT),
    row("and the last day of six months there",
        ash(consents=(yes("rowan", on="2026-05-23"),), office=replace(OFFICE, months=6)),
        YES, R.AGREED),
    row("a council of twenty-four months",
        ash(consents=(yes("rowan", on="2024-11-23"),), office=replace(OFFICE, months=24)),
        YES, R.AGREED),
    row("a council of three months for the young",
        kit("2009-05-05", yes("kit", on="2026-08-22"), office=replace(OFFICE, months_young=3)),
        NEEDS, R.RAN_OUT, who=KIT),
    row("which is not for their parents",
        kit("2017-03-03", yes("kit", "rowan", on="2026-08-22"),
            office=replace(OFFICE, months_young=3)),
        YES, R.AGREED, who=KIT),
    row("a father of seventeen signs for his baby: six months, as he is young",
        ash(
            people=(person("rowan"), person("jo", born="2009-05-05"), person("kit",
                born="2026-04-01")),
            responsibilities=(holds("kit", "jo"),), consents=(yes("kit", "jo", on="2026-05-22"),)),
        NEEDS, R.RAN_OUT, who=KIT),
    # what the council's lead approved
    row("the law pack's entry is approved here",
        ash(consents=(yes("rowan", categories=SOME),),
            office=replace(OFFICE, approvals=(APPROVED,))),
        YES, R.AGREED, cautions=()),
    row("an approval of an older pack does not count",
        ash(consents=(yes("rowan"),),
            office=replace(OFFICE, approvals=(replace(APPROVED, pack="2025-01-01"),))),
        YES, R.AGREED, cautions=(Caution.NOT_APPROVED,)),
)  # fmt: skip
