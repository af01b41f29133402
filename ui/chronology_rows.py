"""The words of a line of the chronology, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.calendar_words import MONTHS
from app.domain.chronology import chronology
from app.domain.dates import PartialDate
from app.domain.happening import Line, LineGroup, LineKind
from app.domain.plan import NeedKind
from app.domain.record import Record
from app.domain.sharing import PaperKind
from app.view.words import long_partial
from ui.choices import answers, involvement_states, places, relations, request_states
from ui.note_choices import knowledge_in_short, note_kinds, reaches_in_short


class ChronologyRow(NamedTuple):
    """One line in words, and everything a search looks through, in small letters."""

    line: Line
    day: str
    what: str
    who: str
    text: str
    rests_on: str
    source: str
    reach: str
    sought: str


def chronology_rows(record: Record, names: Mapping[str, str]) -> tuple[ChronologyRow, ...]:
    """Return every line of the family in words, newest first; `names` are the people's."""
    said = _Words(record, names)
    return tuple(said.row(line) for line in chronology(record))


def line_groups() -> dict[str, str]:
    """Return the words for the kinds of line one can look for."""
    tr = QCoreApplication.translate
    return {
        LineGroup.VISITS: tr("Chronology", "Visits and own words"),
        LineGroup.NOTES: tr("Chronology", "Notes and events"),
        LineGroup.FAMILY: tr("Chronology", "Births, moves, relationships"),
        LineGroup.AGENCIES: tr("Chronology", "Agencies coming and going"),
        LineGroup.SHARING: tr("Chronology", "Decisions, requests, papers"),
        LineGroup.COURT: tr("Chronology", "Orders of a court"),
        LineGroup.PLAN: tr("Chronology", "The family plan"),
    }


class _Words:
    def __init__(self, record: Record, names: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        self._names = names
        self._agencies = {agency.id: agency.name for agency in record.agencies}
        self._kinds = _kinds()
        self._codes = _codes()
        self._relations = relations()
        self._knowledge = knowledge_in_short()
        self._own_record = tr("Chronology", "Our own record")
        self._about = tr("Chronology", "about {0}")
        self._reaches = reaches_in_short()
        self._details = _details()

    def row(self, line: Line) -> ChronologyRow:
        """Return a line in words."""
        long = long_partial(line.day)
        day = self._day(line.day, long)
        what = self._what(line)
        people = ", ".join([self._names[p] for p in line.people if p in self._names])
        agency = self._agencies.get(line.agency, "") if line.agency is not None else ""
        who = f"{people}; {agency}" if people and agency else people or agency
        text = self._text(line)
        rests_on = self._own_record if line.knowledge is None else self._knowledge[line.knowledge]
        source = self._names.get(line.speaker or "", "") or line.source
        sought = f"{long}\n{day}\n{what}\n{who}\n{text}\n{source}".casefold()
        return ChronologyRow(
            line, day, what, who, text, rests_on, source, self._reaches[line.reach], sought
        )

    def _day(self, day: PartialDate, long: str) -> str:
        """Return e.g. "17 Nov 2026", and "about" where it is an estimate."""
        month = MONTHS[day.month - 1] if day.month is not None else ""
        said = long.replace(month, month[:3]) if month else long
        return self._about.replace("{0}", said) if "E" in day.code else said

    def _what(self, line: Line) -> str:
        coded = self._codes.get(line.kind, {}).get(line.code, "")
        return self._kinds[line.kind].replace("{code}", coded).replace("{name}", line.name)

    def _text(self, line: Line) -> str:
        parts = [line.text] if line.text else []
        if line.kind in (LineKind.BEGAN, LineKind.ENDED):
            one, other = (self._names.get(person, "") for person in line.people)
            relation = self._relations.get(line.code, "").lower()
            parts.insert(0, f"{one}: {relation} {other}")
        parts += [f"{self._details[name]}: {text}" for name, text in line.details]
        return " ".join(" – ".join(parts).split())


def _kinds() -> dict[LineKind, str]:
    """Return what each kind of line says; {code} and {name} are its own."""
    tr = QCoreApplication.translate
    return {
        LineKind.BORN: tr("Chronology", "Born"),
        LineKind.DIED: tr("Chronology", "Died"),
        LineKind.EXPECTED: tr("Chronology", "Birth expected"),
        LineKind.MOVED_IN: tr("Chronology", "Moved in: {name}"),
        LineKind.MOVED_OUT: tr("Chronology", "Moved out: {name}"),
        LineKind.BEGAN: tr("Chronology", "Relationship began"),
        LineKind.ENDED: tr("Chronology", "Relationship ended"),
        LineKind.INVOLVED: tr("Chronology", "Agency from then on: {code}"),
        LineKind.NOT_INVOLVED: tr("Chronology", "Agency until then"),
        LineKind.VISIT: tr("Chronology", "Visit: {code}"),
        LineKind.WORDS: tr("Chronology", "Own words"),
        LineKind.NOTE: "{code}",
        LineKind.DECISION: tr("Chronology", "Decision about sharing: {code}"),
        LineKind.COMPETENCE: tr("Chronology", "Can decide this themself: {code}"),
        LineKind.LIMIT: tr("Chronology", "Asked that somebody is not told"),
        LineKind.GROUND: tr("Chronology", "Reason to share without agreement"),
        LineKind.REQUEST: tr("Chronology", "Request {name}: {code}"),
        LineKind.REPLY_DUE: tr("Chronology", "Reply due to {name}"),
        LineKind.PAPER: "{code} {name}",
        LineKind.ORDER: tr("Chronology", "Order of a court"),
        LineKind.ORDER_ENDS: tr("Chronology", "Last day of an order"),
        LineKind.NEED: "{code}",
        LineKind.NEED_MET: tr("Chronology", "Need met"),
        LineKind.GOAL: tr("Chronology", "Goal set"),
        LineKind.GOAL_REACHED: tr("Chronology", "Goal reached"),
        LineKind.ACTION_DONE: tr("Chronology", "Action done"),
        LineKind.REVIEW: tr("Chronology", "Review of the plan"),
        LineKind.MEETING: tr("Chronology", "Family meeting"),
    }


def _codes() -> dict[LineKind, Mapping[str, str]]:
    tr = QCoreApplication.translate
    return {
        LineKind.VISIT: places(),
        LineKind.NOTE: note_kinds(),
        LineKind.INVOLVED: involvement_states(),
        LineKind.DECISION: answers(),
        LineKind.COMPETENCE: {
            "able": tr("Chronology", "yes"),
            "not-able": tr("Chronology", "not now"),
        },
        LineKind.REQUEST: request_states(),
        LineKind.PAPER: {
            PaperKind.CONSENT_FORM: tr("Chronology", "Consent form"),
            PaperKind.SHARE_REQUEST: tr("Chronology", "Share request on paper"),
            PaperKind.HOUSEHOLD_PICTURE: tr("Chronology", "Household picture"),
            PaperKind.WITHDRAWAL_NOTICE: tr("Chronology", "Notice of a change of mind"),
            PaperKind.GOVERNANCE_QUESTION: tr("Chronology", "Question for governance"),
        },
        LineKind.NEED: {
            NeedKind.WORRY: tr("Chronology", "Need"),
            NeedKind.STRENGTH: tr("Chronology", "Strength"),
        },
    }


def _details() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "others": tr("Chronology", "Also there"),
        "worry": tr("Chronology", "Worrying"),
        "well": tr("Chronology", "Going well"),
        "agreed": tr("Chronology", "Agreed"),
        "not_meaning": tr("Chronology", "This does not mean"),
        "onward": tr("Chronology", "Passing it on"),
        "words": tr("Chronology", "In their words"),
        "result": tr("Chronology", "Result"),
    }
