"""Where a store may lie, and that only one program has it open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import StoreTrouble
from db.place import LOCK, Lock, attempts, check_folder, check_place, forget_attempts, note_attempt
from tests.conftest import NOW

MOUNTS = """
/dev/sda1 / ext4 rw 0 0
//files/council /srv/council cifs rw 0 0
files:/home /srv/my\\040home nfs4 rw 0 0
/dev/sdb1 /srv/council/local ext4 rw 0 0
kw@files: /srv/far fuse.sshfs rw 0 0
/dev/sda2 / ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("/srv/council/ThinkFamily", "network"),
        ("/srv/my home/ThinkFamily", "network"),
        ("/srv/far/ThinkFamily", "network"),
        ("/media/kw/STICK/ThinkFamily", "removable"),
        ("/run/media/kw/STICK/ThinkFamily", "removable"),
        ("/home/kw/OneDrive - Exampleshire Council/ThinkFamily", "synced"),
        ("/home/kw/Dropbox/ThinkFamily", "synced"),
        ("/home/kw/cloud/ThinkFamily", "synced"),
    ],
)
def test_servers_sticks_and_synced_folders_are_refused(place: str, why: str) -> None:
    with pytest.raises(StoreTrouble) as trouble:
        check_place(Path(place), environ={"OneDrive": "/home/kw/cloud"}, mounts=MOUNTS)

    assert (trouble.value.code, trouble.value.facts) == ("place-unsafe", {"why": why})


@pytest.mark.parametrize("place", ["/home/kw/ThinkFamily", "/srv/council/local/ThinkFamily"])
def test_a_disk_of_this_computer_is_accepted(place: str) -> None:
    check_place(Path(place), environ={}, mounts=MOUNTS)

    assert not Path(place).exists()


def test_a_link_that_leads_to_a_synced_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "OneDrive")

    with pytest.raises(StoreTrouble) as trouble:
        check_place(tmp_path / "mine" / "store", environ={}, mounts=MOUNTS)

    assert trouble.value.facts == {"why": "synced"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store-empty"),
        (b"SQLite format 3\0 and more", "not-encrypted"),
        (b"Dear colleague", "not-a-store"),
    ],
)
def test_a_file_in_place_of_a_folder_is_called_what_it_is(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "store"
    path.write_bytes(content)

    with pytest.raises(StoreTrouble) as trouble:
        check_folder(path)

    assert trouble.value.code == code


def test_a_folder_without_a_store_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as trouble:
        check_folder(tmp_path)

    assert trouble.value.code == "not-a-store"


def test_a_second_lock_is_refused_and_says_who_has_the_first(tmp_path: Path) -> None:
    lock = Lock(tmp_path, now=NOW)

    with pytest.raises(StoreTrouble) as trouble:
        Lock(tmp_path, now=NOW)

    assert trouble.value.code == "in-use"
    assert set(trouble.value.facts) == {"pid", "computer", "since"}
    assert trouble.value.facts["since"] == "2026-11-22T09:30:00.000+00:00"
    lock.release()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    Lock(tmp_path, now=NOW).release()

    again = Lock(tmp_path, now=NOW)

    assert b"computer" in (tmp_path / LOCK).read_bytes()
    again.release()


def test_the_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys, datetime; from db.place import Lock; "
        "lock = Lock(pathlib.Path(sys.argv[1]), now=datetime.datetime.now(datetime.UTC)); "
        "sys.stdout.write('held'); sys.stdout.flush(); sys.stdin.read()"
    )
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.read(4) == b"held"
    with pytest.raises(StoreTrouble) as trouble:
        Lock(tmp_path, now=NOW)
    child.kill()
    child.communicate()

    lock = Lock(tmp_path, now=NOW)

    assert trouble.value.facts["pid"] == str(child.pid)
    lock.release()


def test_failed_attempts_are_counted_until_forgotten(tmp_path: Path) -> None:
    note_attempt(tmp_path, now=NOW)
    note_attempt(tmp_path, now=NOW)
    counted = attempts(tmp_path)

    forget_attempts(tmp_path)

    assert (counted, attempts(tmp_path)) == (2, 0)
