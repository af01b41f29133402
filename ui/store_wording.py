"""What people read when the store cannot be opened, and on the pages around the lock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.problems import Why
from app.errors import StoreTrouble
from ui.dates import long_date


def trouble_sentence(error: StoreTrouble) -> tuple[str, str]:
    """Return what is proved, and what to do next (may be empty). Facts fill the gaps.

    Codes and their meaning: the table of troubles in the store's design. A code nobody knows
    gets a sentence that says so, never a guess.
    """
    sentence, step = _sentences().get(error.code, _unknown())
    facts = _Facts(error.facts)
    return sentence.format_map(facts), step.format_map(facts)


def passphrase_sentence(why: Why) -> str:
    """Return what to say beside a passphrase that cannot be used."""
    tr = QCoreApplication.translate
    sentences = {
        "missing": tr("Store", "Write a passphrase."),
        "too-short": tr("Store", "Make it longer: 15 characters, or four words or more."),
        "too-common": tr("Store", "This one is easy to guess. Choose words only you would put."),
    }
    return sentences.get(why.value, tr("Store", "Choose another passphrase."))


class _Facts(dict[str, str]):
    """Facts for a sentence; one that is not known is said to be not known."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        super().__init__({name: _moment(value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return QCoreApplication.translate("Store", "(not known)")


def _moment(value: str) -> str:
    """Write a moment out the local way; leave everything else as it is."""
    if len(value) < len("2026-11-22T09:30"):
        return value
    try:
        at = datetime.fromisoformat(value).astimezone()
    except ValueError:
        return value
    return f"{long_date(at.date())}, {at:%H:%M}"


def _unknown() -> tuple[str, str]:
    tr = QCoreApplication.translate
    return (
        tr("Store", "The records could not be opened. Nothing has been changed."),
        tr("Store", "Close the program and try again. If it happens again, tell your IT desk."),
    )


def _sentences() -> dict[str, tuple[str, str]]:
    return {**_door(), **_keys(), **_file(), **_history(), **_while_working()}


def _door() -> dict[str, tuple[str, str]]:
    tr = QCoreApplication.translate
    return {
        "in-use": (
            tr("Store", "It is already open, in another window or on {computer}, since {since}."),
            tr("Store", "Go to that window, or close it there and try again."),
        ),
        "place-unsafe": (
            tr("Store", "Records cannot be kept in this place: it can damage them."),
            tr("Store", "Choose a folder on this computer that is not shared or synced."),
        ),
        "passphrase-wrong": (
            tr("Store", "That passphrase is not right."),
            tr("Store", "Try again, or use the recovery code."),
        ),
        "recovery-wrong": (
            tr("Store", "That recovery code is not right."),
            tr("Store", "Check each group of four letters against the sheet."),
        ),
        "recovery-mistyped": (
            tr("Store", "That is not how a recovery code is written."),
            tr("Store", "It has nine groups of four. Check each group against the sheet."),
        ),
        "already-there": (
            tr("Store", "There are records in this place already. Nothing has been changed."),
            tr("Store", "Unlock them, or choose another folder."),
        ),
        "folder-not-empty": (
            tr("Store", "This folder has other things in it."),
            tr("Store", "Choose an empty folder."),
        ),
        "device-wrong": (
            tr("Store", "This computer is not the one these records were set up on."),
            tr("Store", "Use the recovery code, or ask your IT desk for the team key."),
        ),
        "newer": (
            tr("Store", "These records were made by a newer version of the program ({version})."),
            tr("Store", "Ask your IT desk to update the program on this computer."),
        ),
        "read-only": (
            tr("Store", "This place cannot be written to."),
            tr("Store", "Copy the records to a folder on this computer and open them there."),
        ),
        "not-a-store": (
            tr("Store", "There are no records of this program in that place."),
            tr("Store", "Choose the folder in which the records are kept."),
        ),
    }


def _keys() -> dict[str, tuple[str, str]]:
    tr = QCoreApplication.translate
    sheet = tr("Store", "Use a key file from a backup, or the recovery sheet with your IT desk.")
    return {
        "keys-missing": (
            tr("Store", "The key file is missing. The records are still here."),
            sheet,
        ),
        "keys-damaged": (
            tr("Store", "The key file is damaged. The records are still here."),
            sheet,
        ),
        "keys-spare": (
            tr("Store", "The key file was damaged; its spare copy was used."),
            "",
        ),
        "keys-changed": (
            tr(
                "Store",
                "The key file was changed outside this program; "
                "a way of unlocking may have been added or removed.",
            ),
            tr("Store", "Look at the list of ways to unlock, and tell your IT desk."),
        ),
        "other-store": (
            tr("Store", "This is not the file these keys belong to."),
            tr("Store", "Choose the records and the key file that belong together."),
        ),
    }


def _file() -> dict[str, tuple[str, str]]:
    tr = QCoreApplication.translate
    restore = tr("Store", "Restore the newest backup.")
    return {
        "store-missing": (
            tr("Store", "The records file is missing. On {at} it held about {pages} pages."),
            restore,
        ),
        "store-empty": (
            tr("Store", "The records file is empty. On {at} it held about {pages} pages."),
            restore,
        ),
        "not-encrypted": (
            tr("Store", "This file is not encrypted. It was not opened."),
            tr("Store", "Tell your IT desk."),
        ),
        "store-damaged": (
            tr(
                "Store",
                "The records file is damaged in {bad} of {of} pages. Nothing has been changed.",
            ),
            tr("Store", "Save a copy of it first. Then restore the newest backup."),
        ),
        "salt-damaged": (
            tr("Store", "The first bytes of the file were damaged. No record is affected."),
            tr("Store", "Make a backup now. The next change puts the file right by itself."),
        ),
    }


def _history() -> dict[str, tuple[str, str]]:
    tr = QCoreApplication.translate
    return {
        "operations-missing": (
            tr("Store", "The newest work is missing: this is an older copy of the records."),
            tr("Store", "Restore the newest backup, or go on without it and tell your IT desk."),
        ),
        "history-replaced": (
            tr("Store", "The history of these records is not the one last seen here."),
            tr("Store", "Send nothing to anybody until your IT desk has looked at it."),
        ),
        "clock-back": (
            tr("Store", "This computer’s clock says a time earlier than your last work."),
            tr("Store", "Put the clock right. You can go on; the times are marked."),
        ),
    }


def _while_working() -> dict[str, tuple[str, str]]:
    tr = QCoreApplication.translate
    return {
        "disk-full": (
            tr("Store", "There is no room to save. Your text is still here."),
            tr("Store", "Free some space on this computer, then save again."),
        ),
    }
