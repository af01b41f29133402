"""Making a store: whole or not at all, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.problems import Why
from app.errors import Invalid, StoreTrouble
from db.place import STORE
from db.store import create_store
from tests.conftest import CHEAP, WORDS, StorePlace
from tests.db.cases import still_clock


def test_a_store_is_never_made_over_another(store_place: StorePlace) -> None:
    before = (store_place.path / STORE).read_bytes()

    with pytest.raises(StoreTrouble) as trouble:
        create_store(store_place.path, WORDS, by="kw", clock=still_clock(), kdf=CHEAP)

    assert trouble.value.code == "already-there"
    assert (store_place.path / STORE).read_bytes() == before


def test_a_store_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")

    with pytest.raises(StoreTrouble) as trouble:
        create_store(tmp_path, WORDS, by="kw", clock=still_clock(), kdf=CHEAP)

    assert trouble.value.code == "folder-not-empty"


def test_a_store_that_could_not_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.slots.write", no_room)
    with pytest.raises(StoreTrouble) as trouble:
        create_store(tmp_path / "store", WORDS, by="kw", clock=still_clock(), kdf=CHEAP)

    assert trouble.value.code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_weak_passphrase_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as invalid:
        create_store(
            tmp_path / "store", "correct horse battery staple", by="kw", clock=still_clock()
        )

    assert [problem.why for problem in invalid.value.problems] == [Why.TOO_COMMON]
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_was_made_beforehand_is_used(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()

    create_store(tmp_path / "store", WORDS, by="kw", clock=still_clock(), kdf=CHEAP)

    assert (tmp_path / "store" / STORE).exists()
