"""May this be shared? The cases, one a line, as a social worker would tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.consent import Answer
from app.domain.decision import Reason
from app.domain.ids import PersonId
from app.domain.record import Record
from app.domain.standing import State
from tests.app.sharing_cases import (
    KIT,
    ROWAN,
    born,
)
from tests.builders import (
    ash,
    competent,
    holds,
    person,
    yes,
)

NO = Answer.REFUSED


LEFT = Answer.WITHDRAWN


BOTH_YES = (yes("kit", "rowan"), yes("kit", "jo"))


# sentence, record, about whom, reasons, allowed, state
ROWS: list[tuple[str, Record, PersonId, tuple[Reason, ...], bool, State]] = [
    (
        "an adult said yes",
        ash(consents=(yes("rowan"),)),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "an adult agreed to less",
        ash(consents=(yes("rowan", answer=Answer.NARROWED),)),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.NARROWED,
    ),
    ("nobody was asked", ash(), ROWAN, (Reason.NOT_ASKED,), False, State.NOT_SOUGHT),
    (
        "it was decided not to ask",
        ash(consents=(replace(yes("rowan"), answer=Answer.NOT_SOUGHT, decider=None),)),
        ROWAN,
        (Reason.NOT_ASKED,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "it was written down of somebody that they were not asked",
        ash(consents=(yes("rowan", answer=Answer.NOT_SOUGHT),)),
        ROWAN,
        (Reason.NOT_ASKED,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "a form is prepared and not signed",
        ash(consents=(yes("rowan", answer=Answer.DRAFT),)),
        ROWAN,
        (Reason.FORM_NOT_SIGNED,),
        False,
        State.DRAFT,
    ),
    (
        "a new form does not end the old yes before it is signed",
        ash(consents=(yes("rowan"), yes("rowan", on="2026-11-20", answer=Answer.DRAFT))),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "they said no",
        ash(consents=(yes("rowan", answer=NO),)),
        ROWAN,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "they changed their mind",
        ash(consents=(yes("rowan"), yes("rowan", on="2026-10-01", answer=LEFT))),
        ROWAN,
        (Reason.CHANGED_MIND,),
        False,
        State.WITHDRAWN,
    ),
    (
        "and changed it back",
        ash(consents=(yes("rowan", answer=NO), yes("rowan", on="2026-10-01"))),
        ROWAN,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "the yes has run out",
        ash(consents=(yes("rowan", on="2025-11-22"),)),
        ROWAN,
        (Reason.RAN_OUT,),
        False,
        State.EXPIRED,
    ),
    (
        "a yes that is dated ahead does not count yet",
        ash(consents=(yes("rowan", on="2026-11-23"),)),
        ROWAN,
        (Reason.NOT_ASKED,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "somebody else signed for an adult",
        ash(consents=(yes("rowan", "jo"),)),
        ROWAN,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "one of two parents is enough",
        ash(consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "both parents said yes",
        ash(consents=BOTH_YES),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "the parents disagree",
        ash(consents=(yes("kit", "rowan"), yes("kit", "jo", answer=NO))),
        KIT,
        (Reason.DISAGREEMENT,),
        False,
        State.REFUSED,
    ),
    (
        "one parent changed their mind",
        ash(consents=(yes("kit", "rowan"), yes("kit", "jo", answer=LEFT))),
        KIT,
        (Reason.DISAGREEMENT,),
        False,
        State.REFUSED,
    ),
    (
        "a no beside a yes that has run out is a no",
        ash(consents=(yes("kit", "rowan", on="2025-01-01"), yes("kit", "jo", answer=NO))),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "a grandparent without responsibility signed",
        ash(consents=(yes("kit", "jo"),), responsibilities=(holds("kit", "rowan"),)),
        KIT,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "and their no stops nobody",
        ash(
            consents=(yes("kit", "rowan"), yes("kit", "jo", answer=NO)),
            responsibilities=(holds("kit", "rowan"),),
        ),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a holder signed who has lost responsibility since",
        ash(
            consents=(yes("kit", "jo"),),
            responsibilities=(
                holds("kit", "rowan"),
                holds("kit", "jo", until=date(2026, 10, 1)),
            ),
        ),
        KIT,
        (Reason.NOT_THEIR_DECISION,),
        False,
        State.SUPERSEDED,
    ),
    (
        "nobody holds responsibility",
        ash(responsibilities=()),
        KIT,
        (Reason.NOBODY_CAN_DECIDE,),
        False,
        State.NOT_SOUGHT,
    ),
    (
        "a parent signed and the child is 16 today",
        born("2010-11-22", consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.TURNED_16, Reason.NOT_THEIR_DECISION),
        False,
        State.SUPERSEDED,
    ),
    (
        "a parent signed and the child is 16 tomorrow",
        born("2010-11-23", consents=(yes("kit", "rowan"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a young person said yes themselves",
        born("2010-01-01", consents=(yes("kit"),)),
        KIT,
        (Reason.AGREED,),
        True,
        State.GIVEN,
    ),
    (
        "a young person's no is not undone by a parent's yes",
        born("2010-01-01", consents=(yes("kit", answer=NO), yes("kit", "rowan"))),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "a competent child's no governs",
        born(
            "2012-01-01",
            consents=(yes("kit", answer=NO), yes("kit", "rowan")),
            competences=(competent("kit"),),
        ),
        KIT,
        (Reason.SAID_NO,),
        False,
        State.REFUSED,
    ),
    (
        "the date of birth is not known",
        ash(people=(person("rowan", born=None), person("jo"), person("kit"))),
        ROWAN,
        (Reason.AGE_UNKNOWN,),
        False,
        State.NOT_SOUGHT,
    ),
]
