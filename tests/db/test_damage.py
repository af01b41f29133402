"""A damaged file: what is said about it is true, and nothing makes it worse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.household import Household
from app.errors import StoreTrouble
from db.connection import PAGE
from db.place import STORE
from tests.conftest import StorePlace
from tests.db.cases import (
    ASH,
    damaged,
    look_at,
    pages,
    reopened,
    trouble_of,
    warnings_of,
    worked_in,
)


def flip_a_bit_on_page_one(content: bytearray) -> bytearray:
    content[100] ^= 1
    return content


def lose_salt_and_a_page(content: bytearray) -> bytearray:
    content[:16] = bytes(16)
    content[PAGE * 5 + 9] ^= 1
    return content


def cut_in_half(content: bytearray) -> bytearray:
    return content[: len(content) // PAGE // 2 * PAGE]


def cut_within_a_page(content: bytearray) -> bytearray:
    return content[:-1000]


@pytest.mark.parametrize(
    ("harm", "bad"),
    [
        (flip_a_bit_on_page_one, lambda pages: 1),
        (lose_salt_and_a_page, lambda pages: 1),
        (cut_in_half, lambda pages: pages - pages // 2),
        (cut_within_a_page, lambda pages: 1),
    ],
)
def test_damage_is_called_damage_with_the_number_of_pages(
    store_place: StorePlace,
    harm: Callable[[bytearray], bytearray],
    bad: Callable[[int], int],
) -> None:
    whole, path = pages(store_place), store_place.path / STORE
    path.write_bytes(harm(bytearray(path.read_bytes())))
    left = path.read_bytes()

    trouble = trouble_of(store_place)

    assert trouble.code == "store-damaged"
    assert trouble.facts == {"bad": str(bad(whole)), "of": str(whole)}
    assert path.read_bytes() == left


def test_a_damaged_page_nobody_read_is_found_by_the_check_and_stops_writing(
    store_place: StorePlace,
) -> None:
    worked_in(store_place)
    store = reopened(store_place)
    unread = store._connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ruling_household'"
    ).fetchone()[0]
    store.close()
    damaged(store_place.path / STORE, (unread - 1) * PAGE + 50)
    store = reopened(store_place)

    check = store.check()

    assert any("page" in finding for finding in check.findings)
    with pytest.raises(StoreTrouble) as trouble:
        store.run(look_at())
    assert trouble.value.code == "store-damaged"
    store.close()


def test_a_damaged_salt_harms_no_record(store_place: StorePlace) -> None:
    worked_in(store_place)
    damaged(store_place.path / STORE, 0, 16)
    store = reopened(store_place)

    household = store.ask(lambda work: work.kept(Household).find(ASH))

    assert store.warnings == ("salt-damaged",)
    assert household is not None
    store.close()
    assert warnings_of(store_place) == ()
