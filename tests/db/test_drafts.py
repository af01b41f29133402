"""Half-written forms in the store: lasting, and without a trace anywhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.draft import LONGEST_DRAFT, Draft
from app.domain.ids import HouseholdId
from app.errors import Refused, StoreTrouble
from app.usecases.exchange import export_file
from app.usecases.keep_drafts import ending_draft, list_drafts
from db.store import Store
from tests.conftest import NOW, StorePlace
from tests.db.cases import ASH, add_person, open_case, people, reopened

CANARY = "Half a sentence about the kitchen"
DRAFT = Draft(
    id="d1",
    kind="visit",
    household=ASH,
    at=NOW,
    content={"note": CANARY, "on": "31/2/", "seen": ["p1"], "odd": "\ud800\x00é", "ticked": True},
)


@pytest.fixture
def ash(store: Store) -> Store:
    """Give a store with one family in it."""
    store.run(open_case())
    return store


def drafts_of(store: Store, household: HouseholdId | None = None) -> tuple[Draft, ...]:
    return store.ask(lambda work: work.drafts(household))


def journal_of(store: Store) -> list[tuple[object, ...]]:
    run = store._connection.execute
    return [
        *(tuple(row) for row in run("SELECT * FROM operation ORDER BY seq")),
        *(tuple(row) for row in run("SELECT * FROM change ORDER BY n")),
    ]


def test_a_draft_comes_back_exactly_as_it_was_typed(ash: Store) -> None:
    ash.keep_draft(DRAFT)

    assert drafts_of(ash) == (DRAFT,)


def test_a_draft_is_there_after_the_store_was_closed_and_opened(store_place: StorePlace) -> None:
    store = reopened(store_place)
    store.run(open_case())
    store.keep_draft(DRAFT)
    store.close()

    again = reopened(store_place)
    found, check = drafts_of(again), again.check()
    again.close()

    assert found == (DRAFT,)
    assert check.findings == ()


def test_a_later_draft_takes_the_place_of_the_earlier(ash: Store) -> None:
    later = replace(DRAFT, at=NOW + timedelta(seconds=3), content={"note": "Longer"})
    ash.keep_draft(DRAFT)

    ash.keep_draft(later)

    assert drafts_of(ash) == (later,)


def test_drafts_are_of_one_family_or_of_all_newest_first(ash: Store) -> None:
    other = HouseholdId("h-elm")
    ash.run(open_case("Elm family", other))
    newer = replace(DRAFT, id="d2", household=other, at=NOW + timedelta(hours=1))
    ash.keep_draft(DRAFT)
    ash.keep_draft(newer)

    lines = ash.ask(list_drafts)

    assert drafts_of(ash, ASH) == (DRAFT,)
    assert [(line.draft, line.family) for line in lines] == [
        (newer, "Elm family"),
        (DRAFT, "Ash family"),
    ]


def test_a_draft_leaves_no_trace_in_journal_or_export(ash: Store) -> None:
    before = journal_of(ash)

    ash.keep_draft(DRAFT)
    ash.drop_draft(DRAFT.id)
    ash.keep_draft(DRAFT)

    assert journal_of(ash) == before
    assert ash.check().findings == ()
    assert CANARY not in ash.run(export_file()).value


def test_a_question_cannot_drop_a_draft(ash: Store) -> None:
    ash.keep_draft(DRAFT)

    with pytest.raises(RuntimeError, match="must not change"):
        ash.ask(lambda work: work.drop_draft(DRAFT.id))

    assert drafts_of(ash) == (DRAFT,)


def test_a_record_that_is_kept_ends_its_draft_in_the_same_transaction(ash: Store) -> None:
    ash.keep_draft(DRAFT)

    ash.run(ending_draft(add_person(), DRAFT.id))

    assert drafts_of(ash) == ()
    assert people(ash) == ["Robin"]


def test_a_record_that_is_refused_leaves_its_draft(ash: Store) -> None:
    ash.run(add_person())
    ash.keep_draft(DRAFT)

    with pytest.raises(Exception, match="UNIQUE"):
        ash.run(ending_draft(add_person(), DRAFT.id))

    assert drafts_of(ash) == (DRAFT,)


def test_undo_takes_the_step_back_past_any_number_of_drafts(ash: Store) -> None:
    ash.run(add_person())
    ash.keep_draft(DRAFT)

    ash.undo()

    assert people(ash) == []
    assert drafts_of(ash) == (DRAFT,)


def test_a_family_whose_adding_is_taken_back_takes_its_drafts_along(ash: Store) -> None:
    ash.keep_draft(DRAFT)

    ash.undo()

    assert drafts_of(ash) == ()
    assert ash.check().findings == ()


def test_a_draft_of_a_family_that_is_not_there_is_refused(ash: Store) -> None:
    with pytest.raises(Refused) as refused:
        ash.keep_draft(replace(DRAFT, household=HouseholdId("nobody")))

    assert refused.value.reasons == ("no-such-household",)
    assert drafts_of(ash) == ()
    ash.run(add_person())  # the transaction is over


def test_a_draft_longer_than_any_form_is_refused(ash: Store) -> None:
    with pytest.raises(Refused) as refused:
        ash.keep_draft(replace(DRAFT, content={"note": "x" * LONGEST_DRAFT}))

    assert refused.value.reasons == ("draft-too-long",)


def test_nothing_is_kept_in_a_damaged_or_closed_store(ash: Store) -> None:
    ash._damaged = True
    with pytest.raises(StoreTrouble, match="store-damaged"):
        ash.keep_draft(DRAFT)
    ash._damaged = False
    assert drafts_of(ash) == ()

    ash.close()

    with pytest.raises(RuntimeError, match="closed"):
        ash.keep_draft(DRAFT)
