"""Where a store may lie, which files are in its folder, and who has it open.

A live store on a server, in a synced folder or on a stick gets damaged: copies of it taken
while it was being written were unreadable in most trials. Such places are refused.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from app.errors import StoreTrouble
from db.connection import PLAIN_HEADER

if sys.platform == "win32":
    import ctypes
    import msvcrt
else:
    import fcntl

STORE, LOG = "store.tfdb", "store.tfdb-wal"
KEYS, SPARE, LOCK, ATTEMPTS = "store.keys", "store.keys.bak", "store.lock", "store.attempts"

NETWORK = frozenset(
    {
        *("9p", "afs", "cifs", "davfs", "fuse.davfs", "fuse.rclone"),
        *("fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
    }
)
SYNCED_NAMES = ("dropbox", "google drive", "icloud drive", "nextcloud", "onedrive")
SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
STICKS = ("/media/", "/run/media/")
FAR_BYTE = 1 << 30  # the lock sits beyond the text, so that others can read who holds it
REMOVABLE_DRIVE, REMOTE_DRIVE = 2, 4  # answers of Windows' GetDriveTypeW


def check_place(
    place: Path, *, environ: Mapping[str, str] | None = None, mounts: str | None = None
) -> None:
    """Raise `place-unsafe`, with the fact `why`, for a folder no store should lie in.

    `environ` and `mounts` (the text of /proc/mounts) are this computer's unless given.
    """
    why = _unsafe(
        place,
        environ=os.environ if environ is None else environ,
        mounts=_mounts() if mounts is None else mounts,
    )
    if why is not None:
        raise StoreTrouble("place-unsafe", {"why": why})


def check_folder(place: Path) -> None:
    """Raise when there is no store at `place`, saying what there is instead."""
    if place.is_file():
        with place.open("rb") as file:
            check_header(file.read(len(PLAIN_HEADER)))
        raise StoreTrouble("not-a-store")
    if not any((place / name).exists() for name in (STORE, KEYS, SPARE)):
        raise StoreTrouble("not-a-store")


def check_header(header: bytes) -> None:
    """Raise for a file that no key belongs to: empty, or a plain database."""
    if not header:
        raise StoreTrouble("store-empty")
    if header == PLAIN_HEADER:
        raise StoreTrouble("not-encrypted")


class Lock:
    """The file `store.lock`, held as long as the store is open.

    The system lets go of it when the process ends, however it ends, so the lock of a dead
    process is never in the way; only its text is left, and is written over.
    """

    def __init__(self, place: Path, *, now: datetime) -> None:
        path = place / LOCK
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise StoreTrouble("read-only") from None
        if not _lock(self._handle):
            os.close(self._handle)
            raise StoreTrouble("in-use", _holder(path))
        facts = {"pid": str(os.getpid()), "computer": socket.gethostname(), "since": moment(now)}
        os.ftruncate(self._handle, 0)
        os.write(self._handle, json.dumps(facts).encode())

    def release(self) -> None:
        """Let go. The empty file stays: removing it would race with the next one to lock it."""
        os.ftruncate(self._handle, 0)
        os.close(self._handle)


def note_attempt(place: Path, *, now: datetime) -> None:
    """Note the time of a failed unlocking; nothing can be written inside the store then."""
    try:
        with (place / ATTEMPTS).open("a", encoding="ascii") as file:
            file.write(moment(now) + "\n")
    except OSError:
        return  # a courtesy, not a proof: it must not hide why unlocking failed


def attempts(place: Path) -> int:
    """Return how many unlockings have failed since the last that did not."""
    try:
        return len((place / ATTEMPTS).read_bytes().splitlines())
    except OSError:
        return 0


def forget_attempts(place: Path) -> None:
    """Begin to count anew."""
    (place / ATTEMPTS).unlink(missing_ok=True)


def moment(at: datetime) -> str:
    """Return a moment as the store writes it: ISO 8601 to the millisecond, with its offset."""
    return at.isoformat(timespec="milliseconds")


def _holder(path: Path) -> dict[str, str]:
    try:
        facts = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in facts.items()} if isinstance(facts, dict) else {}


def _unsafe(place: Path, *, environ: Mapping[str, str], mounts: str) -> str | None:
    for path in (Path(os.path.abspath(place)), Path(os.path.realpath(place))):
        if str(path).startswith(("\\\\", "//")):
            return "network"
        drive = _drive_type(path)
        if drive == REMOTE_DRIVE or _file_system(path, mounts) in NETWORK:
            return "network"
        if drive == REMOVABLE_DRIVE or path.as_posix().startswith(STICKS):
            return "removable"
        folders = [environ[name] for name in SYNCED_VARIABLES if environ.get(name)]
        if any(path.is_relative_to(Path(os.path.realpath(folder))) for folder in folders):
            return "synced"
        if any(part.casefold().startswith(SYNCED_NAMES) for part in path.parts):
            return "synced"
    return None


def _file_system(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds `path`: the deepest mount wins."""
    deepest, type_ = Path("/"), ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) >= len(deepest.parts):
            deepest, type_ = point, fields[2]
    return type_


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""


if sys.platform == "win32":

    def _drive_type(path: Path) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor))

    def _lock(handle: int) -> bool:
        os.lseek(handle, FAR_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:

    def _drive_type(_path: Path) -> int:
        return 0

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
