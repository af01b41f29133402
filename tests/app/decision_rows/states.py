"""What was decided and what became of it: the states of practice, section 8, and trap 10."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import Answer, Purpose
from app.domain.decision import Step
from app.domain.ids import ConsentId
from app.domain.sharing import Confidentiality
from app.domain.standing import State
from tests.app.decision_rows.made import back, day, kit, less, no, undated
from tests.app.decision_rows.row import NEEDS, NO, YES, R, row, step
from tests.app.sharing_cases import BODY, KIT, MIND, ROWAN, ground
from tests.builders import CAMHS, GP, ash, involved, yes

FORM = yes("rowan", answer=Answer.DRAFT, id="form")
NOT_SOUGHT = replace(
    yes("rowan", answer=Answer.NOT_SOUGHT), decider=None, reason="Not safe to ask."
)

ROWS = (
    row("a form is prepared and not signed", ash(consents=(FORM,)),
        NEEDS, R.FORM_NOT_SIGNED, steps=step(Step.SIGN, ROWAN), state=State.DRAFT),
    row("a form with no date is prepared", ash(consents=(undated(FORM),)),
        NEEDS, R.FORM_NOT_SIGNED, state=State.DRAFT),
    row("a new form takes nothing from the yes on file",
        ash(consents=(yes("rowan"), replace(FORM, decided_on=day("2026-11-20")))),
        YES, R.AGREED, state=State.GIVEN),
    row("nor does it end a no",
        ash(consents=(no("rowan"), replace(FORM, decided_on=day("2026-11-20")))),
        NO, R.SAID_NO, state=State.REFUSED),
    row("a form prepared in the morning and signed that day", ash(consents=(FORM, yes("rowan"))),
        YES, R.AGREED),
    row("a yes of today counts today", ash(consents=(yes("rowan", on="2026-11-22"),)),
        YES, R.AGREED, state=State.GIVEN),
    row("a yes of tomorrow is not there today", ash(consents=(yes("rowan", on="2026-11-23"),)),
        NEEDS, R.NOT_ASKED, state=State.NOT_SOUGHT),
    row("they agreed to less",
        ash(consents=(yes("rowan"), less("rowan", categories=frozenset({BODY})))),
        YES, R.AGREED, kinds=BODY, state=State.NARROWED),
    row("what they took out is not shared",
        ash(consents=(yes("rowan"), less("rowan", categories=frozenset({BODY})))),
        NEEDS, R.NOT_THIS_KIND, steps=step(Step.ASK, ROWAN)),
    row("they changed their mind", ash(consents=(yes("rowan"), back("rowan"))),
        NO, R.CHANGED_MIND, steps=step(Step.RESPECT), state=State.WITHDRAWN),
    row("before that it was allowed", ash(consents=(yes("rowan"), back("rowan"))),
        YES, R.AGREED, on="2026-09-30"),
    row("from that day it is not", ash(consents=(yes("rowan"), back("rowan"))),
        NO, R.CHANGED_MIND, on="2026-10-01"),
    row("they changed it back",
        ash(consents=(yes("rowan"), back("rowan"), yes("rowan", on="2026-11-01"))),
        YES, R.AGREED),
    row("they changed their mind, and a law allows it",
        ash(consents=(yes("rowan"), back("rowan")), grounds=(ground(),)),
        YES, R.LAW_ALLOWS, bases=(Confidentiality.PUBLIC_INTEREST, "CWS16LA"),
        state=State.OTHER_LAW),
    row("what a parent took back, another parent's yes does not undo",
        kit("2017-03-03", yes("kit", "rowan"), yes("kit", "jo"), back("kit", "jo")),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("the last day of twelve months", ash(consents=(yes("rowan", on="2025-11-23"),)),
        YES, R.AGREED),
    row("twelve months are over", ash(consents=(yes("rowan", on="2025-11-22"),)),
        NEEDS, R.RAN_OUT, steps=step(Step.ASK, ROWAN), state=State.EXPIRED),
    row("their own end is sooner", ash(consents=(yes("rowan", ends=day("2026-11-22")),)),
        NEEDS, R.RAN_OUT, state=State.EXPIRED),
    row("the day before their own end", ash(consents=(yes("rowan", ends=day("2026-11-23")),)),
        YES, R.AGREED),
    row("a later end does not lengthen twelve months",
        ash(consents=(yes("rowan", on="2025-11-01", ends=day("2030-01-01")),)),
        NEEDS, R.RAN_OUT),
    row("a young person's yes lasts six months", kit("2009-05-05", yes("kit", on="2026-05-22")),
        NEEDS, R.RAN_OUT, who=KIT),
    row("and the last day of them", kit("2009-05-05", yes("kit", on="2026-05-23")),
        YES, R.AGREED, who=KIT),
    row("a yes run out and given again",
        ash(consents=(yes("rowan", on="2025-09-01"), yes("rowan"))),
        YES, R.AGREED),
    row("a newer form took the place of the yes and ran out",
        ash(
            consents=(yes("rowan", id="one"), yes("rowan", on="2026-10-01", id="two",
                replaces=ConsentId("one"), ends=day("2026-11-01")))),
        NEEDS, R.RAN_OUT),
    row("they said no", ash(consents=(no("rowan"),)),
        NO, R.SAID_NO, steps=step(Step.RESPECT), state=State.REFUSED),
    row("a no does not run out", ash(consents=(no("rowan", on="2020-01-01"),)),
        NO, R.SAID_NO),
    row("a no after a yes", ash(consents=(yes("rowan"), no("rowan", on="2026-10-01"))),
        NO, R.SAID_NO),
    row("a yes after a no", ash(consents=(no("rowan"), yes("rowan", on="2026-10-01"))),
        YES, R.AGREED),
    row("nobody was to be asked, and why", ash(consents=(NOT_SOUGHT,)),
        NEEDS, R.NOT_ASKED, state=State.NOT_SOUGHT),
    row("nobody was asked at first, and a yes came later",
        ash(consents=(NOT_SOUGHT, yes("rowan", on="2026-10-01"))),
        YES, R.AGREED),
    row("a yes is not copied to another partner",
        ash(consents=(yes("rowan"),), involvements=(involved("rowan", CAMHS),)),
        NEEDS, R.NOT_INVOLVED),
    row("nor to a partner that is with them too", ash(consents=(yes("rowan", agency=CAMHS),)),
        NEEDS, R.NOT_ASKED, agency=GP),
    row("nor to another purpose", ash(consents=(yes("rowan"),)),
        NEEDS, R.NOT_ASKED, purpose=Purpose.CHILD_IN_NEED),
    row("nor to another kind", ash(consents=(yes("rowan"),)),
        NEEDS, R.NOT_THIS_KIND, kinds=MIND),
    row("a no for one purpose is no answer for another",
        ash(consents=(no("rowan", purpose=Purpose.CHILD_IN_NEED), yes("rowan"))),
        YES, R.AGREED),
    row("a yes for a child in need", ash(consents=(yes("rowan", purpose=Purpose.CHILD_IN_NEED),)),
        YES, R.AGREED, purpose=Purpose.CHILD_IN_NEED, bases=(Confidentiality.CONSENT, "CA89-17")),
    row("a yes for adult care", ash(consents=(yes("rowan", purpose=Purpose.ADULT_CARE),)),
        YES, R.AGREED, purpose=Purpose.ADULT_CARE, bases=(Confidentiality.CONSENT, "CARE")),
    row("agreement is no way round the rule for child protection",
        ash(consents=(yes("rowan", purpose=Purpose.CHILD_PROTECTION),)),
        NO, R.SOCIAL_WORKER_ONLY, purpose=Purpose.CHILD_PROTECTION),
    row("not even for a social worker",
        ash(consents=(yes("rowan", purpose=Purpose.CHILD_PROTECTION),)),
        NO, R.SOCIAL_WORKER_ONLY, purpose=Purpose.CHILD_PROTECTION, role="social worker"),
)  # fmt: skip
