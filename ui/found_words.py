"""How a hit of a search is told: two lines, and a mark where it is only like what was typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.finding import Group, Hit
from app.domain.search import Likeness
from app.view.words import long_partial
from ui.choices import agency_kinds, places
from ui.dates import long_date

ICONS = {
    Group.FAMILIES: "users",
    Group.PEOPLE: "user",
    Group.AGENCIES: "building-2",
    Group.NOTES: "notebook-pen",
}
APART = " · "


def group_heading(group: Group, *, more: bool, shown: int) -> str:
    """Return the heading of a group; where there are more it says how many are shown."""
    tr = QCoreApplication.translate
    headings = {
        Group.FAMILIES: tr("Find", "Families"),
        Group.PEOPLE: tr("Find", "People"),
        Group.AGENCIES: tr("Find", "Agencies"),
        Group.NOTES: tr("Find", "Notes and visits"),
    }
    if not more:
        return headings[group]
    first = tr("Find", "{0}: the newest {1}. Type more to see others.")
    return first.replace("{0}", headings[group]).replace("{1}", str(shown))


def hit_title(hit: Hit) -> str:
    """Return the first line of a hit."""
    tr = QCoreApplication.translate
    if hit.group is Group.NOTES and hit.on is not None:
        what = tr("Find", "Note")
        if hit.visit:
            what = tr("Find", "Visit: {0}").replace("{0}", places().get(hit.kind, ""))
        return APART.join((what, long_date(hit.on), hit.name))
    if hit.name:
        return hit.name
    return tr("Find", "Child expected") if hit.expected else tr("Find", "No name recorded")


def hit_detail(hit: Hit) -> str:
    """Return the second line of a hit."""
    tr = QCoreApplication.translate
    if hit.group is Group.NOTES:
        return hit.excerpt
    if hit.group is Group.AGENCIES:
        nobody = tr("Find", "No family has it yet")
        kind = agency_kinds().get(hit.kind, "")
        return APART.join(part for part in (kind, "" if hit.household else nobody) if part)
    if hit.group is Group.PEOPLE:
        born = tr("Find", "Date of birth not recorded")
        if hit.expected:
            born = tr("Find", "Not born yet")
        elif hit.born is not None:
            born = tr("Find", "Born {0}").replace("{0}", long_partial(hit.born))
        return APART.join((born, hit.family))
    return tr("Find", "Family")


def hit_mark(hit: Hit) -> str:
    """Return in words how a hit differs from what was typed; nothing when it does not."""
    tr = QCoreApplication.translate
    return {
        Likeness.EXACT: "",
        Likeness.NICKNAME: tr("Find", "Form of the name"),
        Likeness.SOUND: tr("Find", "Sounds alike"),
    }[hit.likeness]


def hit_spoken(hit: Hit) -> str:
    """Return a hit as a screen reader says it, alone and whole."""
    return ", ".join(part for part in (hit_title(hit), hit_mark(hit), hit_detail(hit)) if part)
