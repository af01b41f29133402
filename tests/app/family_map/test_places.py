"""Sideways places: the pooling that keeps neighbours apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.family_map.places import pooled

WISHES = st.lists(st.floats(-1000, 1000), min_size=1, max_size=12)


def test_wishes_that_clash_share_the_loss() -> None:
    found = pooled([0.0, 0.0], [1.0, 1.0], [100.0])

    assert found == [-50.0, 50.0]


def test_the_stronger_wish_gives_way_less() -> None:
    found = pooled([0.0, 0.0], [3.0, 1.0], [100.0])

    assert found == [-25.0, 75.0]


@given(WISHES)
def test_neighbours_are_never_nearer_than_they_may_be(wanted: list[float]) -> None:
    found = pooled(wanted, [1.0] * len(wanted), [138.0] * (len(wanted) - 1))

    assert all(right - left >= 138.0 - 1e-6 for left, right in pairwise(found))


@given(WISHES)
def test_wishes_that_do_not_clash_are_granted(wanted: list[float]) -> None:
    spaced = [value + 3000.0 * nth for nth, value in enumerate(wanted)]

    found = pooled(spaced, [1.0] * len(spaced), [138.0] * (len(spaced) - 1))

    assert all(abs(a - b) < 1e-6 for a, b in zip(found, spaced, strict=True))
