"""Holders who disagree, what a manager decides, and decisions not to share (practice 4.2 and 6)."""

from __future__ import annotations

from dataclasses import replace

from app.domain.consent import Standing
from app.domain.decision import Doubt, Step
from app.domain.ids import ConsentId, GroundId
from app.domain.sharing import Confidentiality
from app.domain.standing import State
from tests.app.decision_rows.made import (
    TEEN,
    able,
    back,
    day,
    kit,
    less,
    no,
    not_to,
    power,
    ruling,
    unable,
)
from tests.app.decision_rows.row import NEEDS, NO, YES, R, row, step
from tests.app.sharing_cases import BODY, CONTACT, KIT, MIND, ROWAN, ground
from tests.builders import ash, holds, person, yes

YEA, NAY = yes("kit", "rowan", id="yea"), no("kit", "jo", id="nay")
SPLIT = (YEA, NAY)
LEE = yes("kit", "lee", on="2026-11-10", id="lee")
THREE = {
    "people": (person("rowan"), person("jo"), person("lee"), person("kit", born="2017-03-03")),
    "responsibilities": (holds("kit", "rowan"), holds("kit", "jo"), holds("kit", "lee")),
}
TO_SHARE, NOT_SHARE = ruling(True, "yea", "nay"), ruling(False, "yea", "nay")

ROWS = (
    row("one parent says yes and the other no", ash(consents=SPLIT),
        NEEDS, R.DISAGREEMENT, who=KIT, steps=step(Step.MANAGER), state=State.REFUSED),
    row("two say yes and one no: no majority wins", ash(**THREE, consents=(*SPLIT, LEE)),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("both say no", ash(consents=(no("kit", "rowan"), NAY)),
        NO, R.SAID_NO, who=KIT),
    row("the yes has run out beside the no",
        ash(consents=(replace(YEA, ends=day("2026-10-01")), NAY)),
        NO, R.SAID_NO, who=KIT),
    row("one took their yes back", ash(consents=(YEA, yes("kit", "jo"), back("kit", "jo"))),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("the parents disagree and the law allows it",
        ash(consents=SPLIT, grounds=(ground(person=KIT),)),
        YES, R.LAW_ALLOWS, who=KIT, bases=(Confidentiality.PUBLIC_INTEREST, "CWS16LA")),
    row("the child can decide, and says yes", kit(TEEN, *SPLIT, yes("kit"), competences=(able(),)),
        YES, R.AGREED, who=KIT, doubts=(Doubt.NOT_ENTITLED, Doubt.NOT_ENTITLED)),
    row("two attorneys disagree",
        kit("1996-01-01", yes("kit", "rowan", standing=Standing.DEPUTY),
            no("kit", "jo", standing=Standing.DEPUTY), competences=(unable(),),
            orders=(power(), power(id="other", holder=ROWAN))),
        NEEDS, R.DISAGREEMENT, who=KIT, steps=step(Step.MANAGER)),
    # a manager decides
    row("a manager decides to share", ash(consents=SPLIT, rulings=(TO_SHARE,)),
        YES, R.AGREED, R.RULED, who=KIT, bases=(Confidentiality.CONSENT, "CA04-10"), steps=()),
    row("a manager decides not to", ash(consents=SPLIT, rulings=(NOT_SHARE,)),
        NO, R.DECIDED_NOT_TO, who=KIT, steps=step(Step.DECIDE_AGAIN)),
    row("before the manager decided", ash(consents=SPLIT, rulings=(TO_SHARE,)),
        NEEDS, R.DISAGREEMENT, who=KIT, on="2026-10-31"),
    row("a decision that names no manager",
        ash(consents=SPLIT, rulings=(replace(TO_SHARE, manager=" "),)),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("the newest of a manager's decisions counts",
        ash(consents=SPLIT, rulings=(TO_SHARE, replace(NOT_SHARE, decided_on=day("2026-11-02")))),
        NO, R.DECIDED_NOT_TO, who=KIT),
    row("and the other way round",
        ash(consents=SPLIT, rulings=(NOT_SHARE, replace(TO_SHARE, decided_on=day("2026-11-02")))),
        YES, R.AGREED, R.RULED, who=KIT),
    row("of two on one day the no counts", ash(consents=SPLIT, rulings=(TO_SHARE, NOT_SHARE)),
        NO, R.DECIDED_NOT_TO, who=KIT),
    row("a new no is not settled",
        ash(consents=(*SPLIT, no("kit", "jo", on="2026-11-10", id="again")), rulings=(TO_SHARE,)),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("nor is the no of a third",
        ash(**THREE, consents=(*SPLIT, no("kit", "lee")), rulings=(TO_SHARE,)),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("a further yes takes nothing from it",
        ash(**THREE, consents=(*SPLIT, LEE), rulings=(TO_SHARE,)),
        YES, R.AGREED, R.RULED, who=KIT),
    row("a further yes does not undo a decision not to",
        ash(**THREE, consents=(*SPLIT, LEE), rulings=(NOT_SHARE,)),
        NO, R.DECIDED_NOT_TO, who=KIT),
    row("the yes it settled has run out, a further one is new to the manager",
        ash(**THREE, consents=(replace(YEA, ends=day("2026-11-05")), NAY, LEE),
            rulings=(TO_SHARE,)),
        NEEDS, R.DISAGREEMENT, who=KIT),
    row("all have run out: the no is left",
        ash(consents=(replace(YEA, ends=day("2026-11-05")), NAY), rulings=(TO_SHARE,)),
        NO, R.SAID_NO, who=KIT),
    row("it covers what was agreed to and no more", ash(consents=SPLIT, rulings=(TO_SHARE,)),
        NEEDS, R.NOT_THIS_KIND, who=KIT, kinds=MIND),
    row("a manager's decision is no agreement where nobody agreed",
        ash(consents=(NAY,), rulings=(ruling(True, "nay"),)),
        NO, R.SAID_NO, who=KIT),
    # not to share
    row("it was decided not to share", ash(grounds=(not_to(),)),
        NO, R.DECIDED_NOT_TO, steps=step(Step.DECIDE_AGAIN)),
    row("though they had agreed", ash(consents=(yes("rowan"),), grounds=(not_to(),)),
        NO, R.DECIDED_NOT_TO),
    row("though they had agreed the same day",
        ash(consents=(yes("rowan", on="2026-11-01"),), grounds=(not_to(),)),
        NO, R.DECIDED_NOT_TO),
    row("they agreed after that",
        ash(consents=(yes("rowan", on="2026-11-02"),), grounds=(not_to(),)),
        YES, R.AGREED),
    row("to take something out after that is no new agreement",
        ash(
            consents=(yes("rowan", id="one"), less("rowan", on="2026-11-02",
                replaces=ConsentId("one"))),
            grounds=(not_to(),)),
        NO, R.DECIDED_NOT_TO),
    row("one parent had agreed before, one agrees after that",
        ash(consents=(yes("kit", "rowan"), yes("kit", "jo", on="2026-11-02")),
            grounds=(not_to(person=KIT),)),
        YES, R.AGREED, who=KIT),
    row("an older decision to share gives way",
        ash(grounds=(ground(decided_on=day("2026-10-01")), not_to())),
        NO, R.DECIDED_NOT_TO),
    row("of one day the no counts", ash(grounds=(ground(), not_to())),
        NO, R.DECIDED_NOT_TO),
    row("a newer decision to share counts",
        ash(grounds=(ground(decided_on=day("2026-11-02")), not_to())),
        YES, R.LAW_ALLOWS),
    row("a newer decision to share that cannot stand does not",
        ash(grounds=(ground(decided_on=day("2026-11-02"), gateway="NO-SUCH"), not_to())),
        NO, R.DECIDED_NOT_TO),
    row("it was decided of other kinds",
        ash(consents=(yes("rowan"),), grounds=(not_to(categories=frozenset({MIND})),)),
        YES, R.AGREED),
    row("it was decided of one of the kinds",
        ash(consents=(yes("rowan"),), grounds=(not_to(categories=frozenset({BODY})),)),
        NO, R.DECIDED_NOT_TO, kinds=frozenset({CONTACT, BODY})),
    row("it does not run out, though it is to be looked at again",
        ash(consents=(yes("rowan"),), grounds=(not_to(review_on=day("2026-11-10")),)),
        NO, R.DECIDED_NOT_TO),
    row("one that is not dated stands",
        ash(consents=(yes("rowan"),), grounds=(not_to(None), ground(id=GroundId("newer")))),
        NO, R.DECIDED_NOT_TO),
)  # fmt: skip
