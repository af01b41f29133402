"""Checking pages without opening the file, the write-ahead log included."""

from __future__ import annotations

from pathlib import Path

from db.connection import PAGE
from db.keys import random_key
from db.pages import check_pages
from db.place import LOG, STORE
from tests.conftest import StorePlace
from tests.db.cases import file_key, look_at, open_case, other_program, reopened


def test_a_sound_store_has_no_bad_page(store_place: StorePlace) -> None:
    check = check_pages(store_place.path / STORE, file_key(store_place))

    assert check.bad == ()
    assert check.total == (store_place.path / STORE).stat().st_size // PAGE


def test_with_another_key_every_page_is_bad(store_place: StorePlace) -> None:
    check = check_pages(store_place.path / STORE, random_key() + random_key()[:16])

    assert check.all_bad


def test_each_damaged_page_is_named(store_place: StorePlace) -> None:
    path = store_place.path / STORE
    content = bytearray(path.read_bytes())
    for number in (3, 9):
        content[(number - 1) * PAGE + 1000] ^= 1
    path.write_bytes(content)

    check = check_pages(path, file_key(store_place))

    assert check.bad == (3, 9)


def test_pages_that_wait_in_the_log_count_as_they_will_be(
    store_place: StorePlace, tmp_path: Path
) -> None:
    store = reopened(store_place)
    store.run(open_case("Ash family " * 2000))
    copy, log = tmp_path / STORE, tmp_path / LOG
    content = bytearray((store_place.path / STORE).read_bytes())
    log.write_bytes((store_place.path / LOG).read_bytes() + b"torn")
    store.close()
    copy.write_bytes(content[:PAGE] + bytes(len(content) - PAGE))

    with_log = check_pages(copy, file_key(store_place))
    log.unlink()
    without = check_pages(copy, file_key(store_place))

    assert with_log.total > without.total
    assert 1 not in with_log.bad
    assert len(without.bad) - len(with_log.bad) >= 3


def test_a_damaged_log_is_followed_only_as_far_as_it_is_whole(
    store_place: StorePlace, tmp_path: Path
) -> None:
    store = reopened(store_place)
    store.run(look_at())
    copy, log = tmp_path / STORE, tmp_path / LOG
    content = bytearray((store_place.path / LOG).read_bytes())
    content[40] ^= 1
    log.write_bytes(content)
    copy.write_bytes((store_place.path / STORE).read_bytes())
    store.close()

    check = check_pages(copy, file_key(store_place))

    assert check.bad == ()


def test_what_was_never_committed_does_not_count(store_place: StorePlace, tmp_path: Path) -> None:
    copy, log = tmp_path / STORE, tmp_path / LOG
    other = other_program(store_place)
    other.execute("PRAGMA cache_size = 5")
    other.execute("BEGIN")
    for number in range(200):  # more than the cache holds, so it spills into the log
        other.execute("INSERT INTO household (id, name) VALUES (?, ?)", (number, "Ash" * 900))
    copy.write_bytes((store_place.path / STORE).read_bytes())
    log.write_bytes((store_place.path / LOG).read_bytes())
    other.execute("ROLLBACK")
    other.close()

    check = check_pages(copy, file_key(store_place))

    assert log.stat().st_size > 50 * PAGE
    assert (check.bad, check.total) == ((), copy.stat().st_size // PAGE)
