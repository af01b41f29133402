"""Record + share request -> what its agency may read: one patient, one decision."""

from __future__ import annotations

from datetime import date

from app.domain.counting import ends_on
from app.domain.identifiers import System, shown
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.sharing import ShareRequest
from app.view.papers import Addressee, Evidence, LetterView
from app.view.permission import Permission
from app.view.recipient import partner_about
from app.view.rules import Group
from app.view.sender import print_needs, sender_for
from app.view.words import long_partial


def project_letter(
    record: Record, law: LawPack, request: ShareRequest, *, today: date | None = None
) -> LetterView:
    """Return a request as its agency may read it, as things stood when it was made.

    Printed again on a later day, it hides as well whatever has had to be hidden since.
    """
    on = request.made_on
    protected_on = max(on, today or on)
    person = record.person(request.person)
    agency = record.agency(request.agency)
    allowed = Permission(record, partner_about(request.agency, request.person), protected_on)
    gateway = law.gateway(request.gateway)
    number = record.identifier(request.person, System.NHS) if allowed.may(Group.NUMBERS) else None
    address = _address(record, request, allowed)
    contact = next(
        (
            professional.name
            for professional in record.professionals
            if (professional.id, professional.agency) == (request.professional, request.agency)
        ),
        "",
    )
    return LetterView(
        number=request.number,
        made_on=on,
        due_on=request.due_on,
        urgency=request.urgency,
        to=Addressee(
            name=agency.name,
            contact=contact,
            ods=agency.ods,
            lines=(*agency.lines, agency.postcode) if agency.postcode else agency.lines,
            mailbox=agency.mailbox,
        ),
        sender=sender_for(record, (request.person,), protected_on),
        name=person.name,
        legal_name=person.legal_name,
        initials=person.initials,
        born=long_partial(person.born),
        nhs_number=shown(System.NHS, number.value) if number is not None else "",
        address=address,
        match=_match(number is not None, person.born is not None, bool(address)),
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
        ask_is_public_task=not agency.public,
        evidence=_evidence(record, law, request),
        needs=print_needs(person),
    )


def _address(record: Record, request: ShareRequest, allowed: Permission) -> tuple[str, ...]:
    for home in record.homes_of(request.person, request.made_on)[:1]:
        if allowed.sees_home(home) and home.lines:
            return (*home.lines, home.postcode)
    return ()


def _match(number: bool, born: bool, address: bool) -> str:
    """Return the match grade the partner gets (Matching standard PUB03; practice, section 12)."""
    if number:
        return ".99"
    if born and address:
        return ".8"
    return ".6" if born else ""


def _evidence(record: Record, law: LawPack, request: ShareRequest) -> tuple[Evidence, ...]:
    found = []
    for consent in record.consents:
        if consent.id in request.consents and consent.decider is not None:
            found.append(
                Evidence(
                    decider=record.person(consent.decider).name,
                    standing=consent.standing,
                    decided_on=consent.decided_on,
                    ends=ends_on(record, law, consent),
                    way=consent.way,
                    form=consent.form,
                )
            )
    return tuple(found)
