"""The one door a paper leaves by: what stops it is looked up again, and what was said is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.dates import PartialDate
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Allowed, Person
from app.domain.sending import WayOut, ways_out
from app.domain.sharing import LeavesBy, Output, Paper, PaperKind
from app.errors import Refused
from app.operation import Command, Effect, Kind
from app.ports import Work
from app.usecases.note_paper import Confirmed, MadePaper, note_paper
from db.store import Store
from tests.builders import TODAY, as_file, fill

DANA, SEAN = PersonId("A1"), PersonId("C5")
A, C = HouseholdId("family-a"), HouseholdId("family-c")


@pytest.fixture
def filled(store: Store) -> Store:
    return fill(store)


def made(**rest: Any) -> MadePaper:
    usual: dict[str, Any] = {
        "household": A,
        "number": "CF-7K3Q-D9XM",
        "kind": PaperKind.CONSENT_FORM,
        "person": DANA,
        "readers": (DANA,),
    }
    return MadePaper(content=b"paper", pages=1, **(usual | rest))


def way(store: Store, paper: MadePaper, by: LeavesBy) -> WayOut:
    record = store.ask(lambda work: work.record(paper.household))
    return next(one for one in ways_out(record, paper.for_whom(), TODAY) if one.by is by)


def change(store: Store, who: PersonId, how: Callable[[Person], Person]) -> None:
    """Change somebody behind the back of whoever looks at a preview."""

    def act(work: Work) -> None:
        found = work.kept(Person).find(who)
        assert found is not None
        work.kept(Person).change(how(found))

    store.run(Command(name="change", kind=Kind.CHANGE, effect=Effect.STEP, act=act))


def register(store: Store) -> tuple[Paper, ...]:
    return store.ask(lambda work: work.kept(Paper).every())


def refusal(store: Store, paper: MadePaper, confirmed: Confirmed | None) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        store.run(note_paper(paper, Output.PRINTED, confirmed))
    return refused.value.reasons


def test_the_register_keeps_how_it_left_for_whom_and_what_was_let_go(filled: Store) -> None:
    paper = made()
    confirmed = Confirmed(
        way=way(filled, paper, LeavesBy.POST),
        asked=("1-why-street",),
        let_go=("1-why-street", "others-there"),
    )

    filled.run(note_paper(paper, Output.PRINTED, confirmed))

    (row,) = register(filled)
    assert (row.leaves_by, row.way) == (LeavesBy.POST, "post:A1:H1")
    assert row.readers == (DANA,)
    assert row.let_go == ("1-why-street", "others-there")
    assert '"leaves_by": "post"' in as_file(filled)


def test_a_way_that_is_stopped_is_refused_with_every_code(filled: Store) -> None:
    paper = made()
    seen = way(filled, paper, LeavesBy.POST)
    change(filled, DANA, lambda dana: replace(dana, died=PartialDate.read("2026-11")))

    codes = refusal(filled, paper, Confirmed(way=seen))

    assert codes == ("recipient-died",)
    assert register(filled) == ()


def test_what_is_said_after_the_preview_opened_counts(filled: Store) -> None:
    paper = made()
    seen = way(filled, paper, LeavesBy.POST)
    change(filled, DANA, lambda dana: replace(dana, contact=replace(dana.contact, post=Allowed.NO)))

    codes = refusal(filled, paper, Confirmed(way=seen))

    assert seen.open
    assert codes == ("post-not-safe",)


def test_another_address_than_the_one_that_was_confirmed_is_refused(filled: Store) -> None:
    paper = made()
    seen = replace(way(filled, paper, LeavesBy.POST), lines=("Dana Whitfield", "Elsewhere"))

    codes = refusal(filled, paper, Confirmed(way=seen))

    assert codes == ("way-changed",)


def test_a_way_that_is_not_there_is_refused(filled: Store) -> None:
    paper = made()
    seen = replace(way(filled, paper, LeavesBy.POST), key="post:A1:H2")

    codes = refusal(filled, paper, Confirmed(way=seen))

    assert codes == ("no-such-way",)


def test_what_has_not_been_looked_at_does_not_leave(filled: Store) -> None:
    paper = made()
    seen = way(filled, paper, LeavesBy.HAND)
    confirmed = Confirmed(way=seen, asked=("1-why-street", "2-why-name"), let_go=("1-why-street",))

    codes = refusal(filled, paper, confirmed)

    assert codes == ("not-looked-at",)
    assert register(filled) == ()


def test_without_a_way_the_register_says_that_nobody_said(filled: Store) -> None:
    filled.run(note_paper(made(), Output.SAVED))

    (row,) = register(filled)
    assert (row.leaves_by, row.way, row.let_go) == (LeavesBy.NOT_SAID, "", ())


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        (made(household=C, person=SEAN, readers=(SEAN,)), "recipient-died"),
        (made(household=C, person=SEAN, readers=()), "recipient-died"),
        (made(household=C, person=SEAN, readers=(PersonId("C4"),)), "subject-died"),
        (
            made(household=C, person=SEAN, readers=(), agency=AgencyId("P5")),
            "subject-died",
        ),
    ],
    ids=["to him", "a form that names no reader", "to the mother", "to the practice"],
)
def test_nothing_about_or_to_the_dead_leaves_without_a_way_either(
    paper: MadePaper, code: str, filled: Store
) -> None:
    codes = refusal(filled, paper, None)

    assert codes == (code,)
