"""Decisions on file that count for nothing, and why: a doubtful yes opens nothing, a no stops."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.decision import Doubt, Step
from app.domain.ids import ConsentId
from tests.app.decision_rows.made import back, kit, less, no, undated
from tests.app.decision_rows.row import NEEDS, NO, YES, R, row, step
from tests.app.sharing_cases import BODY, CONTACT, KIT, MIND, ground
from tests.builders import CAMHS, SOME, ash, yes

ONE = yes("rowan", id="one")
BROKEN, UNDATED = (Doubt.BROKEN_CHAIN,), (Doubt.UNDATED,)
BOTH = (Doubt.CONTRADICTS, Doubt.CONTRADICTS)
MORE = SOME | {MIND}


def instead(of: str) -> dict[str, Any]:
    """Return that a decision takes the place of another."""
    return {"replaces": ConsentId(of)}


ROWS = (
    # not dated
    row("a yes of which nobody knows the day", ash(consents=(undated(ONE),)),
        NEEDS, R.NOT_ASKED, doubts=UNDATED),
    row("beside a yes with a day", ash(consents=(ONE, undated(yes("rowan", id="two")))),
        YES, R.AGREED, doubts=UNDATED),
    row("a no of which nobody knows the day", ash(consents=(undated(no("rowan")),)),
        NO, R.SAID_NO, doubts=UNDATED),
    row("beside a yes it contradicts it", ash(consents=(ONE, undated(no("rowan")))),
        NEEDS, R.CONTRADICTION, steps=step(Step.PUT_RIGHT),
        doubts=(Doubt.UNDATED, Doubt.CONTRADICTS)),
    row("a change of mind without a day ends the yes it names",
        ash(consents=(ONE, undated(back("rowan", **instead("one"))))),
        NO, R.CHANGED_MIND, doubts=UNDATED),
    row("a no without a day that a yes took the place of",
        ash(consents=(undated(no("rowan", id="no")), yes("rowan", **instead("no")))),
        YES, R.AGREED, doubts=UNDATED),
    row("a yes to less without a day",
        ash(consents=(ONE, undated(less("rowan", categories=frozenset({BODY}))))),
        NEEDS, R.CONTRADICTION, doubts=(Doubt.UNDATED, Doubt.CONTRADICTS)),
    row("a parent's no without a day beside the other's yes",
        kit("2017-03-03", yes("kit", "rowan"), undated(no("kit", "jo"))),
        NEEDS, R.DISAGREEMENT, who=KIT, doubts=UNDATED),
    # broken chains
    row("a yes that takes the place of a later one",
        ash(consents=(yes("rowan", id="old", on="2026-08-01", **instead("one")), ONE)),
        YES, R.AGREED, doubts=BROKEN),
    row("a yes that takes the place of a later no",
        ash(
            consents=(yes("rowan", id="old", on="2026-08-01", **instead("no")), no("rowan",
                id="no"))),
        NO, R.SAID_NO, doubts=BROKEN),
    row("a yes that takes the place of itself",
        ash(consents=(yes("rowan", id="self", **instead("self")),)),
        NEEDS, R.NOT_ASKED, doubts=BROKEN),
    row("two that take each other's place",
        ash(consents=(yes("rowan", id="a", **instead("b")), yes("rowan", id="b", **instead("a")))),
        NEEDS, R.NOT_ASKED, doubts=(*BROKEN, *BROKEN)),
    row("a yes that takes the place of another's no",
        kit("2017-03-03", no("kit", "jo", id="no"),
            yes("kit", "rowan", on="2026-10-01", **instead("no"))),
        NO, R.SAID_NO, who=KIT, doubts=BROKEN),
    row("a yes that takes the place of a decision nobody has",
        ash(consents=(yes("rowan", **instead("nowhere")),)),
        NEEDS, R.NOT_ASKED, doubts=BROKEN),
    row("a yes that takes the place of one about another partner",
        ash(consents=(yes("rowan", agency=CAMHS, id="other"), yes("rowan", **instead("other")))),
        NEEDS, R.NOT_ASKED, doubts=BROKEN),
    row("a no that takes the place of another's yes is a no still",
        kit("2017-03-03", yes("kit", "rowan", id="yes"),
            no("kit", "jo", on="2026-10-01", **instead("yes"))),
        NEEDS, R.DISAGREEMENT, who=KIT, doubts=BROKEN),
    row("a change of mind dated before the yes it names",
        ash(consents=(ONE, back("rowan", on="2026-08-01", **instead("one")))),
        NEEDS, R.CONTRADICTION, doubts=(Doubt.BROKEN_CHAIN, Doubt.CONTRADICTS)),
    row("and a fresh yes after both",
        ash(
            consents=(ONE, back("rowan", on="2026-08-01", **instead("one")), yes("rowan",
                on="2026-10-01", **instead("one")))),
        YES, R.AGREED, doubts=BROKEN),
    row("a yes to less that names nothing on file",
        ash(consents=(ONE, less("rowan", categories=frozenset({BODY}), **instead("nowhere")))),
        NEEDS, R.CONTRADICTION, doubts=(Doubt.BROKEN_CHAIN, Doubt.CONTRADICTS)),
    row("a yes to more that names nothing on file",
        ash(consents=(ONE, less("rowan", categories=MORE, **instead("nowhere")))),
        YES, R.AGREED, doubts=BROKEN),
    row("and opens no more",
        ash(consents=(ONE, less("rowan", categories=MORE, **instead("nowhere")))),
        NEEDS, R.NOT_THIS_KIND, kinds=MIND, doubts=BROKEN),
    row("a chain of three that holds",
        ash(
            consents=(ONE, yes("rowan", on="2026-10-01", id="two", **instead("one")), yes("rowan",
                on="2026-11-01", id="three", **instead("two")))),
        YES, R.AGREED),
    # two answers of one day
    row("a yes and a no of one day", ash(consents=(ONE, no("rowan"))),
        NEEDS, R.CONTRADICTION, steps=step(Step.PUT_RIGHT), doubts=BOTH),
    row("a yes and a no of one day, the no in place of the yes",
        ash(consents=(ONE, no("rowan", **instead("one")))),
        NO, R.SAID_NO),
    row("two of one day to different kinds",
        ash(consents=(ONE, yes("rowan", id="two", categories=frozenset({CONTACT})))),
        NEEDS, R.CONTRADICTION, doubts=BOTH),
    row("the same twice on one day", ash(consents=(ONE, yes("rowan", id="two"))),
        YES, R.AGREED),
    row("two of one day, and a later one",
        ash(consents=(ONE, no("rowan"), yes("rowan", on="2026-10-01"))),
        YES, R.AGREED),
    row("a parent contradicts themself and the other agrees",
        kit("2017-03-03", yes("kit", "rowan"), yes("kit", "jo"), no("kit", "jo")),
        NEEDS, R.CONTRADICTION, who=KIT, doubts=BOTH),
    row("a law is not stopped by it", ash(consents=(ONE, no("rowan")), grounds=(ground(),)),
        YES, R.LAW_ALLOWS, doubts=BOTH),
    # not entitled
    row("the no of a holder entered in another standing",
        kit("2017-03-03", yes("kit", "rowan"), replace(no("kit", "jo"), standing=ONE.standing)),
        NEEDS, R.DISAGREEMENT, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("the yes of a holder entered in another standing",
        kit("2017-03-03", replace(yes("kit", "jo"), standing=ONE.standing)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
)  # fmt: skip
