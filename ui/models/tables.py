"""The columns of every table: families, people, sharing, papers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.record import Record
from app.domain.sharing import Paper, PaperKind
from app.family_map.words import PictureWords
from app.usecases.list_households import FamilyLine
from app.view.household import HouseholdView
from ui.choices import request_states
from ui.dates import long_date
from ui.leaving_words import channel_words
from ui.models.tuple_model import Column, TupleModel
from ui.states import state_look


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person of the picture, in words."""

    person: str
    name: str
    age: str
    relations: str
    home: str
    agencies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingLine:
    """One person and one agency: where sharing stands, and where asking does."""

    person: str
    agency: str
    name: str
    agency_name: str
    state: str
    said: str
    asked: str


def families_model() -> TupleModel[FamilyLine]:
    """Return the table of families."""
    tr = QCoreApplication.translate
    return TupleModel((Column(tr("Table", "Family"), lambda line: line.name),))


def people_model() -> TupleModel[PersonLine]:
    """Return the table that says what the picture shows."""
    tr = QCoreApplication.translate
    return TupleModel(
        (
            Column(tr("Table", "Person"), lambda line: line.name),
            Column(tr("Table", "Age"), lambda line: line.age),
            Column(tr("Table", "Who they are to the others"), lambda line: line.relations),
            Column(tr("Table", "Home"), lambda line: line.home),
            Column(tr("Table", "Agencies, and where sharing stands"), lambda line: line.agencies),
        )
    )


def sharing_model() -> TupleModel[SharingLine]:
    """Return the table of who may know what."""
    tr = QCoreApplication.translate
    return TupleModel(
        (
            Column(tr("Table", "Person"), lambda line: line.name),
            Column(tr("Table", "Agency"), lambda line: line.agency_name),
            Column(
                tr("Table", "Where sharing stands"),
                lambda line: line.said,
                lambda line: state_look(line.state)[:2],
            ),
            Column(tr("Table", "Last request"), lambda line: line.asked),
        )
    )


def papers_model() -> TupleModel[Paper]:
    """Return the table of papers that left the program."""
    tr = QCoreApplication.translate
    kinds = {
        PaperKind.CONSENT_FORM: tr("Table", "Consent form"),
        PaperKind.SHARE_REQUEST: tr("Table", "Share request"),
        PaperKind.HOUSEHOLD_PICTURE: tr("Table", "Household picture"),
        PaperKind.WITHDRAWAL_NOTICE: tr("Table", "Notice of a change of mind"),
        PaperKind.GOVERNANCE_QUESTION: tr("Table", "Question for governance"),
    }
    outputs = {"printed": tr("Table", "Printed"), "saved": tr("Table", "Saved")}
    return TupleModel(
        (
            Column(tr("Table", "Date"), lambda paper: long_date(paper.at.date())),
            Column(tr("Table", "Paper"), lambda paper: kinds[paper.kind]),
            Column(tr("Table", "Number"), lambda paper: paper.number),
            Column(tr("Table", "Pages"), lambda paper: str(paper.pages)),
            Column(tr("Table", "What was done"), lambda paper: outputs[paper.output]),
            Column(tr("Table", "How it left"), lambda paper: channel_words(paper.leaves_by)),
        )
    )


def person_lines(
    view: HouseholdView, words: PictureWords, relations: dict[str, str], seconds: dict[str, str]
) -> tuple[PersonLine, ...]:
    """Return what the picture shows, a line a person."""
    nothing = QCoreApplication.translate("Table", "None recorded")
    homes = {
        person.id: ", ".join(home.label for home in view.homes if person.id in home.members)
        for person in view.people
    }
    names = {agency.id: agency.name for agency in view.agencies}
    ties: dict[str, list[str]] = {}
    for tie in view.ties:
        said = words.state(tie.sharing, tie.day, disagreement=tie.disagreement)
        ties.setdefault(tie.person, []).append(f"{names[tie.agency]}: {said}")
    return tuple(
        PersonLine(
            person=person.id,
            name=person.name or words.plain["expected"],
            age=seconds[person.id],
            relations=relations[person.id] or nothing,
            home=homes[person.id] or nothing,
            agencies="; ".join(ties.get(person.id, ())) or nothing,
        )
        for person in view.people
    )


def sharing_lines(
    record: Record, view: HouseholdView, words: PictureWords
) -> tuple[SharingLine, ...]:
    """Return each involvement with where sharing and asking stand."""
    people = {person.id: person.name or words.plain["expected"] for person in view.people}
    agencies = {agency.id: agency.name for agency in view.agencies}
    not_asked = QCoreApplication.translate("Table", "No request yet")
    states = request_states()
    last = {(r.person, r.agency): states[r.state] for r in record.requests}
    return tuple(
        SharingLine(
            person=tie.person,
            agency=tie.agency,
            name=people[tie.person],
            agency_name=agencies[tie.agency],
            state=tie.sharing,
            said=words.state(tie.sharing, tie.day, disagreement=tie.disagreement),
            asked=next(
                (
                    said
                    for (person, agency), said in last.items()
                    if (person, agency) == (tie.person, tie.agency)
                ),
                not_asked,
            ),
        )
        for tie in view.ties
    )
