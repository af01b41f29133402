"""No word of a record is ever on disk in clear."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.operation import operation
from app.ports import Work
from tests.conftest import StorePlace
from tests.db.cases import reopened

MARK = "ZQXMARKER"


@operation()
def open_many(work: Work) -> None:
    for number in range(2000):
        household = HouseholdId(f"h{number}")
        work.kept(Household).add(Household(id=household, name=f"{MARK} {number:05} " * 40))


def leaking(*folders: Path) -> list[Path]:
    marks = [MARK.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(mark in path.read_bytes() for mark in marks)
    ]


def test_markers_are_in_no_file_while_open_nor_after(
    store_place: StorePlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    store = reopened(store_place)
    store.run(open_many())
    sorted_ = store._connection.execute(  # a sort too large for the cache
        "SELECT name FROM household ORDER BY name || id DESC"
    ).fetchall()
    while_open = leaking(store_place.path, temporary)
    store.undo()
    store._journal.tidy()
    store.close()

    after = leaking(store_place.path, temporary)

    assert MARK in sorted_[0]["name"]
    assert while_open == []
    assert after == []


def test_the_passphrase_and_the_code_are_in_no_file(store_place: StorePlace) -> None:
    content = b"".join(path.read_bytes() for path in store_place.path.iterdir())

    assert store_place.passphrase.encode() not in content
    assert store_place.recovery_code.encode() not in content
    assert store_place.recovery_code.replace("-", "").encode() not in content
