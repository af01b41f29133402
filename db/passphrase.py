"""Choosing a passphrase, and changing it in an open store."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files

from app.domain.passphrase import passphrase_problems
from app.errors import Invalid
from db import slots
from db.keys import Kdf, calibrated, slots_key, wipe
from db.opening import Opened, Ways, unlocked_by
from db.rules import Mode, rules


def blocked_passphrases() -> frozenset[str]:
    """Return the passphrases nobody may use, one a line in the resources."""
    lines = (files("resources") / "passphrases" / "blocked.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def check_passphrase(text: str) -> None:
    """Raise Invalid, with every reason, for a passphrase that must not lock a store."""
    problems = passphrase_problems(text, blocked=blocked_passphrases())
    if problems:
        raise Invalid(problems)


def opens(opened: Opened, passphrase: str) -> bool:
    """Say whether a passphrase slot of an open store opens with `passphrase`, to its own key.

    A slot that somebody put into the key file, round another key, opens and proves nothing.
    """
    unlocked = slots.unlock_by_passphrase(opened.document, passphrase)
    if unlocked is None:
        return False
    key = slots_key(unlocked.master, str(opened.document["store"]))
    try:
        return hmac.compare_digest(key, opened.mac_key)
    finally:
        wipe(unlocked.master, key)


def change_passphrase(
    opened: Opened, ways: Ways, new: str, *, kdf: Kdf, now: datetime, note: Callable[[str], None]
) -> None:
    """Put one slot that `new` opens in place of every passphrase slot, and write the key file.

    `ways` must prove once more who is asking. `note` writes the id of the slot into the journal
    before the file is written. When it cannot be written the old passphrase stays.
    """
    check_passphrase(new)
    document, before = opened.document, opened.document["slots"]
    slot = _new_slot(document, ways, new, kdf=kdf, day=now.date().isoformat())
    note(str(slot["id"]))
    kept = [other for other in _listed(document) if other.get("type") != slots.PASSPHRASE]
    document["slots"] = [slot, *kept]
    try:
        opened.mark(at=now)
    except OSError:
        document["slots"] = before
        raise
    opened.mark(at=now)  # once more, so that the spare has the new passphrase too
    _remember_generation(opened)


def _new_slot(document: slots.Document, ways: Ways, new: str, *, kdf: Kdf, day: str) -> slots.Slot:
    unlocked, id_ = unlocked_by(document, ways), _next_id(document)
    try:
        return slots.passphrase_slot(
            new, str(document["store"]), unlocked.master, id_, kdf=calibrated(kdf), added=day
        )
    finally:
        wipe(unlocked.master)


def _remember_generation(opened: Opened) -> None:
    """Write into the store which key file belongs to it, so that an older one is noticed."""
    connection = opened.connection
    connection.set_authorizer(rules(Mode.OPENING))
    try:
        connection.execute("UPDATE store SET generation = ?", (opened.document["generation"],))
    finally:
        connection.set_authorizer(rules(Mode.WORKING))


def _next_id(document: slots.Document) -> str:
    numbers = [int(str(slot["id"])[1:]) for slot in _listed(document)]
    return f"s{max(numbers, default=0) + 1}"


def _listed(document: slots.Document) -> list[slots.Slot]:
    listed = document["slots"]
    assert isinstance(listed, list)
    return [slot for slot in listed if isinstance(slot, dict)]
