"""The words of the page Today: headings, what is to be done, how soon, and when last copied."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.today import Task, TodayLine, When
from app.usecases.today import Today
from ui.dates import long_date, short_date


def headings() -> Mapping[When, str]:
    """Return the headings in order."""
    tr = QCoreApplication.translate
    return {
        When.OVERDUE: tr("Today", "Overdue"),
        When.TODAY: tr("Today", "Today"),
        When.WEEK: tr("Today", "This week"),
        When.SOON: tr("Today", "Soon"),
    }


def what_to_do(line: TodayLine, today: date) -> str:
    """Return what is to be done, in a few words."""
    tr = QCoreApplication.translate
    said = {
        Task.VISIT: tr("Today", "Visit"),
        Task.REVIEW: tr("Today", "Look at the plan together"),
        Task.MEETING: tr("Today", "Meeting of the team around the family"),
        Task.ACTION: tr("Today", "Action of {name}"),
        Task.REQUEST: tr("Today", "Reply from {agency} about {name}"),
        Task.CONSENT: tr("Today", "What was agreed with {agency} for {name} runs out"),
        Task.SIXTEEN: tr("Today", "{name} turns 16 and needs a form of their own"),
        Task.TWELVE: tr("Today", "{name} turns 12 and is asked as well from then on"),
        Task.DRAFT: tr("Today", "Half-written: finish or throw away"),
    }[line.what]
    if line.what is Task.SIXTEEN and line.on < today:
        said = tr("Today", "{name} turned 16 on {day} and needs a form of their own")
        said = said.replace("{day}", long_date(line.on))
    return said.replace("{agency}", line.agency_name).replace("{name}", line.name)


def icon_of(line: TodayLine) -> tuple[str, str]:
    """Return the icon of a line; it says nothing the words do not say."""
    name = {
        Task.VISIT: "house",
        Task.REVIEW: "list-checks",
        Task.MEETING: "users",
        Task.ACTION: "check",
        Task.REQUEST: "send",
        Task.CONSENT: "file-check",
        Task.SIXTEEN: "user",
        Task.TWELVE: "user",
        Task.DRAFT: "notebook-pen",
    }[line.what]
    return name, "text2"


def how_soon(line: TodayLine, today: date) -> str:
    """Return the day and how far off it is."""
    tr = QCoreApplication.translate
    left = (line.on - today).days
    if left == 0:
        return tr("Today", "Today")
    if left == 1:
        far = tr("Today", "tomorrow")
    elif left < 0 and line.what is Task.SIXTEEN:
        ago = tr("Today", "one day ago") if left == -1 else tr("Today", "{0} days ago")
        far = ago.replace("{0}", str(-left))
    elif left == -1:
        far = tr("Today", "one day late")
    elif left < 0:
        far = tr("Today", "{0} days late").replace("{0}", str(-left))
    else:
        far = tr("Today", "in {0} days").replace("{0}", str(left))
    return f"{short_date(line.on, today=today)}, {far}"


def copied_sentence(today: Today) -> str:
    """Return when the records were last copied and what to do; honest where they never were."""
    tr = QCoreApplication.translate
    if today.copied is None:
        return tr(
            "Today",
            "No copy of the records has been made yet. If this computer is lost, so are they. "
            "Lock the program, then copy the whole folder of the records to where your council "
            "keeps copies. It stays encrypted.",
        )
    said = tr("Today", "The records were last copied on {0}.")
    return said.replace("{0}", long_date(today.copied.date()))
