"""What the journal and the encryption cost, against the same rows in plain SQLite."""

from __future__ import annotations

import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.domain.ids import VisitId, new_id
from app.domain.visit import Visit
from app.operation import operation
from app.ports import Work
from db.schema import schema
from tests.conftest import StorePlace
from tests.db.cases import ASH, open_case, reopened

BUDGET = 2.5  # one journalled command, encrypted, to the same rows in plain SQLite
ROUNDS, TIMES = 9, 40
NOTE = "Home visit: everybody was in and the kitchen is warm again. " * 7
ADD = (
    'INSERT INTO visit (id, household, "on", place, seen, words, note, agreed, next_on, by) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@operation()
def record_visit(work: Work) -> None:
    work.about(ASH)
    work.kept(Visit).add(
        Visit(id=VisitId(new_id()), household=ASH, on=date(2026, 11, 20), note=NOTE, by="kw")
    )


def plain_store(folder: Path) -> sqlite3.Connection:
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        plain.execute(f"PRAGMA {setting}")
    plain.executescript(schema())
    plain.execute("INSERT INTO household (id, name) VALUES (?, 'Ash family')", (ASH,))
    return plain


def took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def test_a_journalled_command_keeps_to_its_budget(store_place: StorePlace, tmp_path: Path) -> None:
    plain, store = plain_store(tmp_path), reopened(store_place)
    store.run(open_case())

    def bare() -> None:
        plain.execute("BEGIN IMMEDIATE")
        row = (new_id(), ASH, "2026-11-20", "home", "[]", "[]", NOTE, "", None, "kw")
        plain.execute(ADD, row)
        plain.execute("COMMIT")

    def journalled() -> None:
        store.run(record_visit())

    ratios = []
    for _ in range(ROUNDS):
        pairs = [(took(bare), took(journalled)) for _ in range(TIMES)]
        ratios.append(
            statistics.median(pair[1] for pair in pairs)
            / statistics.median(pair[0] for pair in pairs)
        )

    assert statistics.median(ratios) <= BUDGET, ratios
    store.close()
    plain.close()
