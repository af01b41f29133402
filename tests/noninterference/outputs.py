"""Every output and everybody it is for: how it is made, and what they may see of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.consent import Answer, Category, Purpose
from app.domain.ids import AgencyId, PersonId
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import PaperKind
from app.domain.withdrawal import consequences
from app.errors import Refused
from app.view import form, governance, letter, notice, project
from app.view.cover_note import CoverFacts, cover_note
from app.view.naming import file_name, job_title
from app.view.recipient import (
    Recipient,
    at_table,
    meeting,
    parent_about,
    partner_about,
    the_person,
)
from tests.builders import TODAY, catalogue, law
from tests.noninterference import paper_oracle
from tests.noninterference.facts import Values
from tests.noninterference.oracle import Sight
from ui.press import Press

NUMBER = "XX-7K3Q-D9XM"
FACTS = ("Somebody drinks at home.", "Will it be heard in Larkfield?")
Key = Any  # a recipient, or the ids an output is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One kind of output for one class of recipient.

    `facts` are what the recipient may see, None where they get nothing; `view` what the program
    lets through, None where it refuses; `papers` the files made of a view.
    """

    name: str
    reader: str  # class of recipient
    keys: Callable[[Record], Iterable[Key]]
    facts: Callable[[Sight, Key], Hashable]
    view: Callable[[Record, Key], Any]
    papers: dict[str, Callable[[Any], bytes]]
    kind: PaperKind


@cache
def press() -> Press:
    """Return the press, made once."""
    return Press(catalogue())


# --- Pictures.


def _picture(record: Record, key: Recipient) -> Any:
    return project.project(record, law(), key, TODAY)


def _picture_facts(sight: Sight, key: Recipient) -> Values | None:
    there = {p.id for p in sight.record.people} | {a.id for a in sight.record.agencies}
    each = key.present or (key,)
    named = {id_ for one in each for id_ in (one.reader, one.agency, *one.about) if id_}
    return (sight.record.office.council, *sight.picture(key)) if named <= there else None


def _in_json(view: Any) -> bytes:
    return json.dumps(press().picture_facts(press().draw(view, office_only=False))).encode()


PICTURES: dict[str, Callable[[Any], bytes]] = {
    "picture_facts": _in_json,
    "picture_svg": lambda view: press().picture_svg(press().draw(view, office_only=False)),
    "picture_pdf": lambda view: press().picture_pdf(press().draw(view, office_only=False)),
    "picture_png": lambda view: press().picture_png(press().draw(view, office_only=False)),
}


def _children(record: Record) -> Iterable[Recipient]:
    rows = {(row.adult, row.child) for row in record.responsibilities if row.held(TODAY)}
    return (parent_about(adult, child) for adult, child in sorted(rows))


def _partners(record: Record) -> Iterable[Recipient]:
    return (
        partner_about(a, p) for p, a in sorted({(i.person, i.agency) for i in record.involvements})
    )


def _partners_of_several(record: Record) -> Iterable[Recipient]:
    for agency in record.agencies:
        theirs = sorted({i.person for i in record.involvements if i.agency == agency.id})
        if len(theirs) > 1:
            yield partner_about(agency.id, *theirs)


def _tables(record: Record) -> Iterable[Recipient]:
    people = [p.id for p in record.people if not p.unborn]
    if len(people) > 1:
        yield at_table(*people[:2])
        yield at_table(people[0], *people[-2:])


def _meetings(record: Record) -> Iterable[Recipient]:
    for about in _children(record):
        yield meeting(the_person(about.about[0]), about)
        for fact in record.involvements[:1]:
            yield meeting(about, partner_about(fact.agency, about.about[0]))
        return


# --- Papers.


def _forms(record: Record, key: tuple[PersonId, PersonId]) -> Any:
    about, reader = key
    sheets = form.project_forms(record, law(), about, TODAY)
    return tuple(sheet.view for sheet in sheets if reader in sheet.readers) or None


def _signers(record: Record) -> Iterable[tuple[PersonId, PersonId]]:
    for person in record.people:
        yield (person.id, person.id)
    for row in record.responsibilities:
        if row.held(TODAY):
            yield (row.child, row.adult)
    for order in record.orders:
        if order.holder is not None:
            yield from ((who, order.holder) for who in order.about)


def _letter_facts(sight: Sight, key: str) -> Values | None:
    found = next((r for r in sight.record.requests if r.id == key), None)
    return paper_oracle.letter_facts(sight, found) if found is not None else None


def _letter(record: Record, key: str) -> Any:
    request = next(r for r in record.requests if r.id == key)
    return letter.project_letter(record, law(), request, today=TODAY)


def _minds(record: Record) -> Iterable[tuple[PersonId, PersonId, AgencyId]]:
    """Return whose yes about whom and with whom could be taken back."""
    gave = (c for c in record.consents if c.answer in (Answer.GIVEN, Answer.NARROWED))
    return sorted({(c.person, c.decider, c.agency) for c in gave if c.decider})


def _notice(record: Record, key: tuple[PersonId, PersonId, AgencyId]) -> Any:
    person, decider, agency = key
    follows = consequences(Rulebook(record, law()), person, decider, (agency,), TODAY)
    return notice.project_notice(
        record, law(), follows, agency=agency, ended_on=TODAY, number=NUMBER, on=TODAY
    )


def _family_notice(record: Record, key: tuple[PersonId, PersonId]) -> Any:
    every = [agency.id for agency in record.agencies]
    follows = consequences(Rulebook(record, law()), key[0], key[1], every, TODAY)
    return notice.project_family_notice(
        record, law(), follows, ended_on=TODAY, number=NUMBER, on=TODAY
    )


def _question(record: Record, key: tuple[PersonId, AgencyId]) -> Any:
    return governance.project_governance(
        record,
        law(),
        person=key[0],
        agency=key[1],
        categories=frozenset({Category.MENTAL_HEALTH}),
        purpose=Purpose.EARLY_HELP,
        facts=FACTS,
        question="May we ask?",
        number=NUMBER,
        on=TODAY,
    )


def _form_paper(view: Any) -> bytes:
    made = [press().consent_form(sheet, number=NUMBER, made_on=TODAY) for sheet in view]
    return b"".join(made)


def _seen(name: str, reader: str, keys: Callable[[Record], Iterable[Key]]) -> Output:
    return Output(
        name=name,
        reader=reader,
        keys=keys,
        facts=_picture_facts,
        view=_picture,
        papers=PICTURES,
        kind=PaperKind.HOUSEHOLD_PICTURE,
    )


REGISTER = (
    _seen("picture for oneself", "self", lambda r: (the_person(p.id) for p in r.people)),
    _seen("picture for a parent", "parent", _children),
    _seen("picture for a partner", "partner", _partners),
    _seen("picture for a partner of several", "partner", _partners_of_several),
    _seen("picture at a table", "table", _tables),
    _seen("picture at a meeting", "meeting", _meetings),
    Output(
        name="consent form",
        reader="signer",
        keys=_signers,
        facts=lambda sight, key: paper_oracle.form_facts(sight, *key),
        view=_forms,
        papers={"consent_form": _form_paper},
        kind=PaperKind.CONSENT_FORM,
    ),
    Output(
        name="share request",
        reader="partner",
        keys=lambda r: (request.id for request in r.requests),
        facts=_letter_facts,
        view=_letter,
        papers={"share_request": lambda view: press().share_request(view)},
        kind=PaperKind.SHARE_REQUEST,
    ),
    Output(
        name="withdrawal notice",
        reader="partner",
        keys=_minds,
        facts=lambda sight, key: paper_oracle.notice_facts(sight, *key),
        view=_notice,
        papers={"withdrawal_notice": lambda view: press().withdrawal_notice(view)},
        kind=PaperKind.WITHDRAWAL_NOTICE,
    ),
    Output(
        name="copy of a change of mind",
        reader="decider",
        keys=lambda r: sorted({(p, d) for p, d, _ in _minds(r)}),
        facts=lambda sight, key: paper_oracle.family_notice_facts(sight, *key),
        view=_family_notice,
        papers={"family_notice": lambda view: press().family_notice(view)},
        kind=PaperKind.WITHDRAWAL_NOTICE,
    ),
    Output(
        name="question to governance",
        reader="governance",
        keys=lambda r: sorted({(i.person, i.agency) for i in r.involvements})[:2],
        facts=lambda sight, key: paper_oracle.question_facts(sight, *key),
        view=_question,
        papers={"governance_question": lambda view: press().governance_question(view)},
        kind=PaperKind.GOVERNANCE_QUESTION,
    ),
)


def facts_of(output: Output, sight: Sight, key: Key) -> Hashable:
    """Return what the recipient may see; None where somebody or something is not there."""
    try:
        return output.facts(sight, key)
    except KeyError:
        return None


def view_of(output: Output, record: Record, key: Key, *, nothing: bool = False) -> Any:
    """Return what the program lets through, or None where it refuses.

    Somebody may only be missing where the rules say that nothing is to be had.
    """
    try:
        return output.view(record, key)
    except (Refused, ValueError):
        return None
    except KeyError:
        if nothing:
            return None
        raise


def names_around(output: Output, record: Record, view: Any) -> tuple[Any, ...]:
    """Return what other machines read of a paper: file name, print job, the e-mail with it."""
    number = getattr(view, "number", NUMBER)
    facts = CoverFacts(number=number, council=record.office.council)
    note = cover_note(facts, catalogue().cover)
    return (file_name(output.kind, number), job_title(number), note)
