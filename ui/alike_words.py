"""The words for what two records of a person have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.likeness import Alike
from ui.choices import Options


def alike_words() -> Options:
    """Return what can be the same about two records."""
    tr = QCoreApplication.translate
    return {
        Alike.NUMBER: tr("Alike", "same number"),
        Alike.NAME: tr("Alike", "same name"),
        Alike.NICKNAME: tr("Alike", "a short form of the same name"),
        Alike.SWAPPED: tr("Alike", "first and last name the other way round"),
        Alike.PART: tr("Alike", "part of the same name"),
        Alike.FIRST_NAME: tr("Alike", "same first name"),
        Alike.DAY_AND_MONTH: tr("Alike", "day and month of birth the other way round"),
        Alike.SOUND: tr("Alike", "a name that sounds alike"),
        Alike.BIRTHDAY: tr("Alike", "born on the same day"),
        Alike.ADDRESS: tr("Alike", "same address"),
        Alike.POSTCODE: tr("Alike", "same postcode"),
    }


def alike_in_words(reasons: Iterable[Alike]) -> str:
    """Return everything two records have in common, in one line."""
    said = alike_words()
    return ", ".join(said[reason] for reason in reasons)
