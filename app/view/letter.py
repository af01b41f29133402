"""Record + share request -> what its agency may read: one patient, one decision."""

from __future__ import annotations

from datetime import date

from app.domain.identifiers import System
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.sharing import ShareRequest
from app.view.household import SeenPerson
from app.view.known import Known
from app.view.papers import LetterView
from app.view.recipient import partner_about


def project_letter(
    record: Record, law: LawPack, request: ShareRequest, *, today: date | None = None
) -> LetterView:
    """Return a request as its agency may read it, as things stood when it was made.

    Printed again on a later day, it hides as well whatever has had to be hidden since.
    """
    on = request.made_on
    known = Known(record, partner_about(request.agency, request.person), max(on, today or on))
    person = known.person(request.person)
    address = known.address(request.person, lived_on=on)
    number = nhs_number(person)
    gateway = law.gateway(request.gateway)
    return LetterView(
        number=request.number,
        made_on=on,
        due_on=request.due_on,
        urgency=request.urgency,
        to=known.letterhead(request.agency, request.professional),
        sender=known.sender(),
        name=person.name,
        legal_name=person.legal_name,
        initials=person.initials,
        born=person.born_in_words,
        nhs_number=number,
        address=address,
        match=_match(bool(number), bool(person.born), bool(address)),
        purpose=request.purpose,
        why=request.why,
        benefit=request.benefit,
        questions=request.questions,
        categories=tuple(sorted(request.categories)),
        window_from=request.window_from,
        confidentiality=request.confidentiality,
        gateway=gateway.citation if gateway is not None else "",
        gateway_does=gateway.does if gateway is not None else "",
        law_version=request.law_pack,
        law_approved=gateway is not None and law.approved(gateway, record.office),
        dp_basis=request.dp_basis,
        ask_is_public_task=not record.agency(request.agency).public,
        evidence=known.evidence(request.consents, law),
        needs=person.needs,
    )


def nhs_number(person: SeenPerson) -> str:
    """Return the NHS number of somebody as it is written, where the recipient may know it."""
    return next((value for system, value in person.numbers if system == System.NHS), "")


def _match(number: bool, born: bool, address: bool) -> str:
    """Return the match grade the partner gets (Matching standard PUB03; practice, section 12)."""
    if number:
        return ".99"
    if born and address:
        return ".8"
    return ".6" if born else ""
