"""What the tests of the rules share: a store with the caseload in it."""

from __future__ import annotations

import pytest

from db.store import Store
from tests.builders import fill


@pytest.fixture
def caseload_store(store: Store) -> Store:
    """Give an open store in memory that holds the made-up caseload."""
    return fill(store)
