"""What a recipient may see does change what they get: a blank page would not pass."""

from __future__ import annotations

import pytest

from tests.noninterference.alive import FACTS, alive, office
from tests.noninterference.outputs import REGISTER, names_around, view_of

OUTPUTS = {output.name: output for output in REGISTER}
CASES = [(name, fact) for name, (_, facts) in FACTS.items() for fact in facts]


def test_every_output_has_facts_that_must_show() -> None:
    assert set(FACTS) == set(OUTPUTS)
    assert min(len(facts) for _, facts in FACTS.values()) > 3


@pytest.mark.parametrize(("name", "fact"), CASES)
def test_what_a_recipient_may_see_changes_what_they_get(name: str, fact: str) -> None:
    key, facts = FACTS[name]
    output, record = OUTPUTS[name], alive()
    other = facts[fact](record)

    one, two = view_of(output, record, key), view_of(output, other, key)

    assert one is not None
    assert repr(one) != repr(two)


def test_the_number_and_the_council_show_in_the_names_around_a_paper() -> None:
    output, record = OUTPUTS["share request"], alive()
    facts = {**FACTS["share request"][1], "council": office(council="Southmarsh Council")}

    one, *others = (
        names_around(output, state, view_of(output, state, "q"))
        for state in (record, facts["number"](record), facts["council"](record))
    )

    assert all(one != other for other in others)


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_name_that_changes_changes_every_paper_with_it(name: str) -> None:
    key, facts = FACTS[name]
    output, record = OUTPUTS[name], alive()
    other = next(iter(facts.values()))(record)
    one, two = view_of(output, record, key), view_of(output, other, key)

    differing = {paper for paper, make in output.papers.items() if make(one) != make(two)}

    assert differing == set(output.papers)
