"""What the tests share: a clock that stands still, a store in memory, and one on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from db.keys import Kdf
from db.store import Clock, Store, create_store, open_in_memory

CHEAP = Kdf(memory=19_456, passes=2, lanes=1)
WORDS = "nine lanterns under the bridge"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class StorePlace:
    """A store on disk that is locked, and what opens it."""

    path: Path
    passphrase: str
    recovery_code: str


@pytest.fixture
def frozen_clock() -> Clock:
    """Return a clock that always says 09:30 UTC on Sunday 22 November 2026."""
    return lambda: NOW


@pytest.fixture
def store(frozen_clock: Clock) -> Iterator[Store]:
    """Give an open store in memory, with nothing in it."""
    store = open_in_memory(by="kw-test", clock=frozen_clock)
    yield store
    store.close()


@pytest.fixture
def store_place(tmp_path: Path, frozen_clock: Clock) -> StorePlace:
    """Give a store on disk with nothing in it."""
    path = tmp_path / "store"
    code = create_store(path, WORDS, by="kw-test", clock=frozen_clock, kdf=CHEAP)
    return StorePlace(path=path, passphrase=WORDS, recovery_code=code)
