"""Where holders disagree a manager decides, and may decide again; nobody else’s no is settled."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from app.domain.consent import Answer
from app.domain.decision import Reason
from app.errors import Refused
from app.usecases.keep_grounds import RulingDraft, record_ruling
from tests.builders import ASH, GP, law
from tests.decision_family import JO, KIT, PURPOSES, QUESTIONS, ROWAN, Family

CELL = next(q for q in QUESTIONS if q[:2] == (KIT, GP) and q[3] is PURPOSES[0])


@pytest.fixture
def split() -> Iterator[Family]:
    """Give a family where Rowan says yes and Jo no about Kit and the practice."""
    family = Family(Random(1))  # noqa: S311 (nothing secret)
    family.captured(Answer.GIVEN, (KIT, GP, PURPOSES[0], ROWAN))
    family.captured(Answer.REFUSED, (KIT, GP, PURPOSES[0], JO))
    yield family
    family.close()


def decided(family: Family, *, share: bool) -> None:
    draft = RulingDraft(
        person=KIT,
        agency=GP,
        share=share,
        reasons="Heard both.",
        manager="Helen Marsh",
        decided_on=family.today,
    )
    family.do(record_ruling(ASH, draft, law()))


def answer(family: Family) -> tuple[Reason, ...]:
    return family.answers()[CELL].reasons


def test_a_manager_who_decided_not_to_share_can_decide_again(split: Family) -> None:
    assert answer(split) == (Reason.DISAGREEMENT,)

    decided(split, share=False)
    assert answer(split) == (Reason.DECIDED_NOT_TO,)

    split.now = split.now.replace(day=23)
    decided(split, share=True)
    assert Reason.RULED in answer(split)


def test_a_further_no_is_not_settled_by_what_was_decided_before(split: Family) -> None:
    decided(split, share=True)
    split.captured(Answer.REFUSED, (KIT, GP, PURPOSES[0], JO))

    assert answer(split) == (Reason.DISAGREEMENT,)


def test_where_nobody_disagrees_there_is_nothing_to_decide(split: Family) -> None:
    split.captured(Answer.REFUSED, (KIT, GP, PURPOSES[0], ROWAN))

    with pytest.raises(Refused, match="no-disagreement"):
        decided(split, share=True)
