"""One sentence for each thing that is due: what we have not done, never what others know."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.prompts import Due, Prompt
from app.domain.record import Record
from ui.dates import long_date


def prompt_sentence(due: Due, record: Record) -> str:
    """Return what to do, in one sentence."""
    tr = QCoreApplication.translate
    sentence = {
        Prompt.TURNS_16: tr(
            "Prompt", "{days} days to 16: {name} needs a form of their own before {day}."
        ),
        Prompt.REQUEST_OVERDUE: tr("Prompt", "No reply from {agency} about {name} yet. Chase it."),
        Prompt.RAN_OUT: tr("Prompt", "What was agreed for {name} with {agency} has run out."),
        Prompt.DISAGREEMENT: tr(
            "Prompt",
            "Those who decide for {name} disagree about {agency}. Take it to your manager.",
        ),
        Prompt.TURNS_12: tr(
            "Prompt", "{days} days to 12: from {day} ask {name} as well as those who decide."
        ),
    }[due.prompt]
    return sentence.format(
        name=record.person(due.person).name,
        agency=record.agency(due.agency).name if due.agency else "",
        day=long_date(due.day) if due.day else "",
        days=due.days,
    )
