"""No word of a record is ever on disk in clear."""

from __future__ import annotations

import os
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
    for number in range(8000):
        household = HouseholdId(f"h{number}")
        work.kept(Household).add(Household(id=household, name=f"{MARK} {number:05} " * 40))


def leaking(*folders: Path) -> list[Path]:
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and told(path.read_bytes())
    ]


def open_and_leaking() -> list[Path]:
    """Return open files without a name that hold a marker, where the system shows them."""
    handles = Path("/proc/self/fd")
    found = list(handles.iterdir()) if handles.exists() else []
    nameless = [path for path in found if path.is_symlink() and "(deleted)" in os.readlink(path)]
    return [path for path in nameless if told(path.read_bytes())]


def told(content: bytes) -> bool:
    return any(MARK.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))


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
    sorting = store._connection.execute(  # too large for the cache
        "SELECT name FROM household ORDER BY name || id DESC"
    )
    first = sorting.fetchone()
    while_open = leaking(store_place.path, temporary) + open_and_leaking()
    sorting.fetchall()
    store.undo()
    store._journal.tidy()
    store.close()

    after = leaking(store_place.path, temporary)

    assert MARK in first["name"]
    assert while_open == []
    assert after == []


def test_the_passphrase_and_the_code_are_in_no_file(store_place: StorePlace) -> None:
    content = b"".join(path.read_bytes() for path in store_place.path.iterdir())

    assert store_place.passphrase.encode() not in content
    assert store_place.recovery_code.encode() not in content
    assert store_place.recovery_code.replace("-", "").encode() not in content
