"""The words of the family view: what is read across a table, and on the way back to work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.dates import long_date


def stands_words(state: str, day: date | None) -> str:
    """Return where sharing stands, as one says it to somebody it is about."""
    tr = QCoreApplication.translate
    with_day = {
        "given": tr("FamilyView", "Agreed: information may be shared until {0}."),
        "narrowed": tr("FamilyView", "Agreed in part: some information may be shared until {0}."),
        "expired": tr("FamilyView", "The agreement ran out on {0}."),
        "withdrawn": tr("FamilyView", "The agreement was taken back on {0}."),
        "refused": tr("FamilyView", "The answer on {0} was no."),
    }
    without = {
        "given": tr("FamilyView", "Agreed: information may be shared."),
        "narrowed": tr("FamilyView", "Agreed in part: some information may be shared."),
        "expired": tr("FamilyView", "The agreement ran out."),
        "withdrawn": tr("FamilyView", "The agreement was taken back."),
        "refused": tr("FamilyView", "The answer was no."),
        "superseded": tr("FamilyView", "A newer form takes the place of the one before."),
        "not-sought": tr("FamilyView", "Nobody has asked about sharing yet."),
        "draft": tr("FamilyView", "There is a form, and it is not signed yet."),
        "other-law": tr("FamilyView", "A law allows sharing, and you were told."),
    }
    if day is not None and state in with_day:
        return with_day[state].replace("{0}", long_date(day))
    return without[state]


def works_words(state: str, name: str) -> str:
    """Return what an agency does with somebody."""
    tr = QCoreApplication.translate
    said = {
        "referred": tr("FamilyView", "{0} was put forward to them."),
        "waiting": tr("FamilyView", "{0} is on their waiting list."),
    }.get(state, tr("FamilyView", "They work with {0}."))
    return said.replace("{0}", name)


def aged_words(age: int) -> str:
    """Return how old somebody is."""
    return QCoreApplication.translate("FamilyView", "Aged {0}").replace("{0}", str(age))


def lives_words(homes: Sequence[str]) -> str:
    """Return where somebody lives, by the names of homes; nothing where none is known."""
    if not homes:
        return ""
    said = QCoreApplication.translate("FamilyView", "Lives at: {0}")
    return said.replace("{0}", listed(homes))


def shown_to_words(names: Sequence[str]) -> str:
    """Return whom the screen is for; nothing where nobody may be named."""
    if not names:
        return ""
    return QCoreApplication.translate("FamilyView", "For {0}").replace("{0}", listed(names))


def listed(names: Sequence[str]) -> str:
    """Return "Ann", "Ann and Bo", "Ann, Bo and Cy"."""
    last = QCoreApplication.translate("FamilyView", "{0} and {1}")
    if len(names) < 2:
        return "".join(names)
    return last.replace("{0}", ", ".join(names[:-1])).replace("{1}", names[-1])


def part_names() -> Mapping[str, str]:
    """Return what the parts of the view are called."""
    tr = QCoreApplication.translate
    return {
        "picture": tr("FamilyView", "Picture"),
        "words": tr("FamilyView", "In words"),
        "sharing": tr("FamilyView", "Who may know what"),
    }


def secret_label(has_pin: bool) -> str:
    """Return what is asked for on the way back."""
    tr = QCoreApplication.translate
    return tr("FamilyView", "PIN or passphrase") if has_pin else tr("FamilyView", "Passphrase")


def wrong_words(left: int) -> str:
    """Return what is said of a wrong try; `left` is how many there are before it locks."""
    tr = QCoreApplication.translate
    if left == 1:
        return tr("FamilyView", "That is not right. One more wrong try locks the program.")
    said = tr("FamilyView", "That is not right. After {0} more wrong tries the program locks.")
    return said.replace("{0}", str(left))


def wait_words(seconds: int) -> str:
    """Return how long to wait before the next try."""
    tr = QCoreApplication.translate
    if seconds == 1:
        return tr("FamilyView", "You can try again in a second.")
    said = tr("FamilyView", "You can try again in {0} seconds.")
    return said.replace("{0}", str(seconds))
