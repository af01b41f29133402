"""Parental responsibility: who has it, what an order does, whom a child must be protected from.

Source: practice, section 4.2 and trap 8.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.consent import Answer
from app.domain.deciding import Rule
from app.domain.decision import Doubt, Step
from app.domain.responsibility import Basis, Holds, OrderKind
from tests.app.decision_rows.made import day, dead, no, order, restricted
from tests.app.decision_rows.row import NEEDS, NO, YES, R, Row, row, step
from tests.app.sharing_cases import JO, KIT, ROWAN
from tests.builders import ash, flag, hidden_home, holds, home, person, stay, yes

JO_SIGNED = (yes("kit", "jo"),)


def jo(sentence: str, can: bool, basis: Basis = Basis.NOT_RECORDED, **rest: Any) -> Row:
    """Return a row where Jo signed for Kit, on what is recorded of Jo."""
    rows = (holds("kit", "rowan"), holds("kit", "jo", basis=basis, **rest))
    record = ash(consents=JO_SIGNED, responsibilities=rows)
    if can:
        return row(sentence, record, YES, R.AGREED, who=KIT, rule=Rule.PARENTS)
    return row(sentence, record, NEEDS, R.NOT_THEIR_DECISION, who=KIT,
               steps=step(Step.ASK, ROWAN), doubts=(Doubt.NOT_ENTITLED,))  # fmt: skip


RESTRAINED = order(OrderKind.NON_MOLESTATION, restrains=JO, protects=(KIT,))
APART = {
    "homes": (home("old"), hidden_home("new")),
    "stays": (stay("jo", "old"), stay("rowan", "new"), stay("kit", "new")),
}

ROWS = (
    row("a mother always has it",
        ash(consents=(yes("kit", "rowan"),), responsibilities=(holds("kit", "rowan"),)),
        YES, R.AGREED, who=KIT, rule=Rule.PARENTS),
    jo("a married father has it", True, Basis.MARRIED_FATHER),
    jo("an unmarried father on the birth certificate has it", True, Basis.BIRTH_REGISTRATION),
    jo("an unmarried father not on the certificate has not", False, Basis.NOT_ON_CERTIFICATE,
        holds=Holds.NO),
    jo("an unmarried father with an agreement has it", True, Basis.AGREEMENT),
    jo("an unmarried father with an order has it", True, Basis.COURT_ORDER),
    jo("a second female parent by agreement has it", True, Basis.AGREEMENT,
        evidence="Agreement seen."),
    jo("a step-parent has not", False, Basis.STEP_PARENT, holds=Holds.NO),
    jo("a step-parent with an agreement has it", True, Basis.AGREEMENT,
        evidence="Of both parents."),
    jo("a special guardian has it", True, Basis.SPECIAL_GUARDIANSHIP),
    jo("who the child lives with by an order has it", True, Basis.CHILD_ARRANGEMENTS),
    jo("an adoptive parent has it", True, Basis.ADOPTION),
    jo("the council's carer under a care order shares it", True, Basis.CARE_ORDER),
    jo("after a divorce it stays", True, Basis.MARRIED_FATHER, evidence="Divorced in 2025."),
    jo("not known is not a yes", False, holds=Holds.UNKNOWN),
    jo("disputed is not a yes", False, Basis.BIRTH_REGISTRATION, holds=Holds.DISPUTED),
    jo("it began the day they signed", True, since=day("2026-09-01")),
    row("it began the day after they signed",
        ash(consents=JO_SIGNED, responsibilities=(holds("kit", "jo", since=day("2026-09-02")),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, JO),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("a grandparent of whom nothing is recorded has not",
        ash(consents=JO_SIGNED, responsibilities=(holds("kit", "rowan"),)),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("the no of a grandparent stops nobody",
        ash(consents=(yes("kit", "rowan"), no("kit", "jo")),
            responsibilities=(holds("kit", "rowan"),)),
        YES, R.AGREED, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("a foster carer where the child is looked after by agreement has not, nor has the council",
        ash(consents=JO_SIGNED,
            responsibilities=(holds("kit", "rowan"), holds("kit", "jo", holds=Holds.NO))),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("nobody is recorded as having it",
        ash(responsibilities=(), consents=(yes("kit", "rowan"),)),
        NEEDS, R.NOBODY_CAN_DECIDE, who=KIT, rule=Rule.NOBODY_RECORDED,
        steps=step(Step.RECORD_RESPONSIBILITY), doubts=(Doubt.NOT_ENTITLED,)),
    row("who lost it since they signed decides no more",
        ash(consents=JO_SIGNED,
            responsibilities=(holds("kit", "rowan"), holds("kit", "jo", until=day("2026-10-01")))),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN)),
    row("and the yes of the other still stands",
        ash(consents=(*JO_SIGNED, yes("kit", "rowan")),
            responsibilities=(holds("kit", "rowan"), holds("kit", "jo", until=day("2026-10-01")))),
        YES, R.AGREED, who=KIT),
    row("one of two holders is enough", ash(consents=JO_SIGNED),
        YES, R.AGREED, who=KIT),
    row("a holder who has died decides nothing",
        ash(people=(person("rowan"), dead("jo"), person("kit", born="2017-03-03")),
            consents=JO_SIGNED),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN),
        doubts=(Doubt.NOT_ENTITLED,)),
    # orders
    row("a holder an order restricts does not sign", replace(restricted(), consents=JO_SIGNED),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("a holder an order restricts stops nobody",
        replace(restricted(), consents=(yes("kit", "rowan"), no("kit", "jo"))),
        YES, R.AGREED, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("every holder is restricted",
        replace(restricted(),
            responsibilities=(holds("kit", "jo", restricted_by="special-guardianship"),)),
        NEEDS, R.NOBODY_CAN_DECIDE, who=KIT, rule=Rule.NOBODY_RECORDED),
    row("the order ended before they signed",
        replace(restricted(until=day("2026-08-31")), consents=JO_SIGNED),
        YES, R.AGREED, who=KIT),
    row("the order was made after they signed",
        replace(restricted(made_on=day("2026-10-01")), consents=JO_SIGNED),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT),
    row("the no of a holder who was restricted then and is not now is a disagreement",
        replace(restricted(until=day("2026-10-31")),
            consents=(yes("kit", "rowan"), no("kit", "jo"))),
        NEEDS, R.DISAGREEMENT, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("who took their yes back while restricted has taken it back",
        replace(restricted(made_on=day("2026-09-15"), until=day("2026-10-31")),
            consents=(*JO_SIGNED, yes("kit", "jo", on="2026-10-01", answer=Answer.WITHDRAWN))),
        NO, R.CHANGED_MIND, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    # who the child must be protected from
    row("a parent an order keeps from the child does not sign",
        ash(orders=(RESTRAINED,), consents=JO_SIGNED),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("and is not asked", ash(orders=(RESTRAINED,)),
        NEEDS, R.NOT_ASKED, who=KIT, steps=step(Step.ASK, ROWAN)),
    row("and stops nobody",
        ash(orders=(RESTRAINED,), consents=(yes("kit", "rowan"), no("kit", "jo"))),
        YES, R.AGREED, who=KIT, doubts=(Doubt.NOT_ENTITLED,)),
    row("a parent who may not know where the child lives does not sign",
        ash(**APART, consents=JO_SIGNED),
        NEEDS, R.NOT_THEIR_DECISION, who=KIT, steps=step(Step.ASK, ROWAN),
        doubts=(Doubt.NOT_ENTITLED,)),
    row("a parent who lives with a child whose home is hidden signs",
        ash(homes=(home("h"),), stays=(stay("rowan", "h"), stay("kit", "h")),
            flags=(flag("kit"),), consents=(yes("kit", "rowan"),)),
        YES, R.AGREED, who=KIT),
    row("a mother says no", ash(consents=(no("kit", "rowan"),)),
        NO, R.SAID_NO, who=KIT),
)  # fmt: skip
