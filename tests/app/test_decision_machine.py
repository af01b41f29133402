"""Whatever happens to a family, step after step: nothing opens but by a yes that still counts."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.decision_family import Family
from tests.decision_machine import Lived, live, step
from tests.decision_steps import RULES


class Decisions(RuleBasedStateMachine):
    """A family whose decisions come as they may."""

    def __init__(self) -> None:
        super().__init__()
        self.family = Family(Random(0))  # noqa: S311 (nothing secret)
        self.lived = Lived()

    @rule(name=st.sampled_from(list(RULES)), seed=st.integers(0, 2**32))
    def happens(self, name: str, seed: int) -> None:
        """Live one step; everything that must hold does."""
        self.family.chance.seed(seed)
        step(self.family, name, self.lived)
        assert self.lived.violations == []

    def teardown(self) -> None:
        """Close the store of this family."""
        self.family.close()


TestDecisions = Decisions.TestCase
TestDecisions.settings = settings(
    max_examples=20,
    stateful_step_count=35,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_three_hundred_steps_in_several_families_break_nothing_and_run_every_rule() -> None:
    lived = live(300, seed=20_261_122)

    assert lived.violations == []
    assert set(lived.ran) == set(RULES)
    assert lived.opened > 0
    assert lived.refused.total() < lived.ran.total() / 2
