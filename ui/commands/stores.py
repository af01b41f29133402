"""Commands on a whole store: new, import, export, check, households."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from getpass import getpass
from pathlib import Path

from app.catalogue import interchange_schema, read_catalogue
from app.domain.ids import HouseholdId
from app.domain.restricted import LookReason
from app.errors import Refused, StoreTrouble
from app.interchange.reading import LARGEST, check_wordings, read_file
from app.operation import OpenStore
from app.usecases.exchange import export_file, import_file
from app.usecases.list_households import list_households
from ui.commands.said import Said, one_line
from ui.door import Noticing, StoreDoor
from ui.wording import in_words

STANDARD = Path("-")
KEYS = "store.keys"  # the file that makes a folder a store
LONGEST_PASSPHRASE = 4096  # bytes


def new(door: StoreDoor, given: Namespace) -> Said:
    """Make a store and say its recovery code."""
    code = door.create(given.store, passphrase(given))
    return Said.done(
        f"The store is made: {given.store}",
        "Write this recovery code down and keep it apart from the laptop. It is not shown again.",
        code,
    )


def take_in(door: StoreDoor, given: Namespace) -> Said:
    """Let a file in."""
    secret = passphrase(given)
    content = _content(given.file)
    with opened(door, given.store, secret) as store:
        today = store.ask(lambda work: work.now.date())
        count = _import(store, content, today)
    return Said.done(f"Let in: {count} household{'' if count == 1 else 's'}.")


def give_out(door: StoreDoor, given: Namespace) -> Said:
    """Write the store, or one household, as a file."""
    secret = passphrase(given)
    household = HouseholdId(given.household) if given.household else None
    if given.file != STANDARD:
        refuse_inside_a_store(given.file)
    with opened(door, given.store, secret) as store:
        private = LookReason(given.private) if given.private else None
        text = store.run(export_file(household, private=private)).value
    if given.file == STANDARD:
        sys.stdout.buffer.write(text.encode())  # the same bytes on every system
        sys.stdout.buffer.flush()
        return Said.done()
    write_whole(given.file, text.encode())
    left_out = (
        "Flags, restricted facts, previous names and what is private to one person are left out; "
        "--private REASON puts them in."
    )
    if household is None or private:
        return Said.done(f"Written: {given.file}")
    return Said.done(f"Written: {given.file}", left_out)


def check(door: StoreDoor, given: Namespace) -> Said:
    """Check a store; status 1 when anything is found."""
    with opened(door, given.store, passphrase(given)) as store:
        found = store.check()
        noticed = store.warnings if isinstance(store, Noticing) else ()
    if found.findings or noticed:
        return Said.bad("; ".join((*found.findings, *(in_words(StoreTrouble(n)) for n in noticed))))
    return Said.done(
        f"All is well: {found.pages} pages, {found.operations} operations in line, "
        f"{found.records} records equal to the journal."
    )


def households(door: StoreDoor, given: Namespace) -> Said:
    """List the households' ids and names."""
    with opened(door, given.store, passphrase(given)) as store:
        lines = store.ask(list_households)
    return Said.done(*(f"{line.id}  {one_line(line.name)}" for line in lines))


def fill_with_demo(store: OpenStore, content: bytes) -> OpenStore:
    """Let the made-up caseload into a store and return it."""
    today = store.ask(lambda work: work.now.date())
    _import(store, content, today)
    return store


@contextmanager
def opened(door: StoreDoor, place: Path, secret: str) -> Iterator[OpenStore]:
    """Open a store for one command and lock it again, whatever happens."""
    store = door.open(place, secret, None)
    try:
        yield store
    finally:
        store.close("command")


def passphrase(given: Namespace, ask: Callable[[], str] | None = None) -> str:
    """Return the passphrase from the file named, or the first line of standard input."""
    if given.passphrase_file is not None:
        with open(given.passphrase_file, "rb") as file:
            return _line(file.readline(LONGEST_PASSPHRASE))
    return (ask or _first_line)()


def refuse_inside_a_store(path: Path) -> None:
    """Raise `Refused` when a path lies in the folder of a store."""
    if any((folder / KEYS).exists() for folder in path.resolve().parents):
        raise Refused("inside-a-store")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, for its owner only.

    Raises `Refused` inside the folder of a store: nothing in clear may lie there, least of all in
    the place of the store's own files.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    refuse_inside_a_store(path)
    handle, new_name = tempfile.mkstemp(prefix=".thinkfamily-", dir=path.parent)  # owner only
    new_path = Path(new_name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(new_path, path)
    except BaseException:
        new_path.unlink(missing_ok=True)  # it may hold a whole family
        raise


def _import(store: OpenStore, content: bytes, today: date) -> int:
    contents = read_file(content, interchange_schema(), today)
    check_wordings(contents, read_catalogue().versions)
    digest = hashlib.sha256(content).hexdigest()
    return store.run(import_file(contents, sha256=digest)).value


def _content(path: Path) -> bytes:
    if path == STANDARD:
        return sys.stdin.buffer.read(LARGEST + 1)
    with open(path, "rb") as file:
        return file.read(LARGEST + 1)


def _first_line() -> str:
    """Return a line of standard input, byte by byte: what follows it may be a file."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        return getpass("Passphrase: ")
    return _line(sys.stdin.buffer.readline(LONGEST_PASSPHRASE))


def _line(content: bytes) -> str:
    return content.decode("utf-8-sig").rstrip("\r\n")
