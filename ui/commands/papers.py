"""Commands that write papers: documents, picture, and the demo's whole pass."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.consent import Standing
from app.domain.decision import Reason
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.person import Person
from app.domain.questions import usual_request
from app.domain.record import Record
from app.domain.sharing import Output, PaperKind, ShareRequest, new_reference
from app.errors import Invalid, Refused
from app.operation import OpenStore
from app.ports import Work
from app.usecases.list_households import list_households
from app.usecases.note_paper import MadePaper, note_paper
from app.usecases.open_household import open_household
from app.usecases.request_share import pairs_to_ask, request_share, standing_request
from app.view.form import Form, project_forms
from app.view.letter import project_letter
from app.view.naming import file_name
from app.view.project import project
from app.view.recipient import OFFICE, the_person
from ui.commands.said import Said
from ui.commands.stores import opened, passphrase, refuse_inside_a_store, write_whole
from ui.commands.table import Row, table_lines
from ui.door import StoreDoor
from ui.press import Drawing, Press
from ui.wording import in_words, reason_sentence

PICTURE_ENDINGS = ("svg", "pdf", "png")
NOT_LOOKED_AT = "Nobody has said how these leave. Before one does, look at it in the window."


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pass over households: where from, with what, where to."""

    store: OpenStore
    catalogue: Catalogue
    press: Press
    out: Path
    today: date
    recipient: str = ""
    pictures: bool = False


def documents(door: StoreDoor, catalogue: Catalogue, press: Press, given: Namespace) -> Said:
    """Write every consent form and every share request the rules allow."""
    with opened(door, given.store, passphrase(given)) as store:
        run = Run(
            store=store,
            catalogue=catalogue,
            press=press,
            out=given.out,
            today=store.ask(lambda work: work.now.date()),
            recipient=given.recipient or "",
        )
        if run.recipient and not store.ask(lambda work: _known(work, run.recipient)):
            raise Refused("no-such-recipient")
        chosen = [HouseholdId(given.household)] if given.household else _all_households(store)
        rows = [row for household in chosen for row in household_rows(run, household)]
    return Said.done(NOT_LOOKED_AT, *table_lines(rows))


def demo_papers(store: OpenStore, catalogue: Catalogue, press: Press, out: Path) -> Said:
    """Write picture, forms and requests of every made-up family, and the table."""
    run = Run(
        store=store,
        catalogue=catalogue,
        press=press,
        out=out,
        today=store.ask(lambda work: work.now.date()),
        pictures=True,
    )
    rows = [row for one in _all_households(store) for row in household_rows(run, one)]
    return Said.done(*table_lines(rows))


def picture(door: StoreDoor, catalogue: Catalogue, press: Press, given: Namespace) -> Said:
    """Write one household's picture in the form its file name asks for."""
    household = HouseholdId(given.household)
    with opened(door, given.store, passphrase(given)) as store:
        record = store.run(open_household(household)).value
        today = store.ask(lambda work: work.now.date())
        recipient = OFFICE
        if given.recipient:
            if all(person.id != given.recipient for person in record.people):
                raise Refused("no-such-recipient")
            recipient = the_person(given.recipient)
        drawing = press.draw(
            project(record, catalogue.law, recipient, today), office_only=recipient is OFFICE
        )
        ending = given.out.suffix.lower().lstrip(".")
        if ending == "json":
            facts = json.dumps(press.picture_facts(drawing), indent=1, ensure_ascii=False)
            content = (facts + "\n").encode()
        else:
            content = _picture(press, drawing, ending)
        _keep(
            store,
            given.out,
            MadePaper(
                household=household,
                number=new_reference("HP"),
                kind=PaperKind.HOUSEHOLD_PICTURE,
                content=content,
                pages=press.pages(content) if ending == "pdf" else 1,
                readers=(PersonId(given.recipient),) if given.recipient else (),
            ),
        )
    return Said.done(f"Written: {given.out}")


def household_rows(run: Run, household: HouseholdId) -> Iterator[Row]:
    """Write one household's papers, giving a row for each and for each that was refused."""
    record = run.store.run(open_household(household)).value
    if run.pictures:
        yield from _picture_rows(run, record)
    for person in record.people:
        yield from _form_rows(run, record, person.id)
    for person_id, agency in pairs_to_ask(record):
        if run.recipient in ("", agency):
            yield _request_row(run, record, person_id, agency)


def _picture_rows(run: Run, record: Record) -> Iterator[Row]:
    drawing = run.press.draw(project(record, run.catalogue.law, OFFICE, run.today))
    number = new_reference("HP")
    for ending in PICTURE_ENDINGS:
        content = _picture(run.press, drawing, ending)
        path = _folder(run, record) / file_name(PaperKind.HOUSEHOLD_PICTURE, number, ending)
        made = MadePaper(
            household=record.household.id,
            number=number,
            kind=PaperKind.HOUSEHOLD_PICTURE,
            content=content,
            pages=run.press.pages(content) if ending == "pdf" else 1,
        )
        _keep(run.store, path, made)
        yield Row(
            file=_shown(run, path),
            whom="The office",
            about=record.household.name,
            pages=made.pages,
            basis="for the office only",
        )


def _form_rows(run: Run, record: Record, person: PersonId) -> Iterator[Row]:
    name = record.person(person).name
    try:
        forms = project_forms(record, run.catalogue.law, person, run.today)
    except Refused as refused:
        if run.recipient in ("", person):
            yield Row(file="no consent form", whom=name, about=name, refused=in_words(refused))
        return
    for form in forms:
        if run.recipient in ("", *form.readers):
            yield _form_row(run, record, person, form)


def _form_row(run: Run, record: Record, person: PersonId, form: Form) -> Row:
    number = new_reference("CF")
    content = run.press.consent_form(form.view, number=number, made_on=run.today)
    path = _folder(run, record) / file_name(PaperKind.CONSENT_FORM, number)
    made = MadePaper(
        household=record.household.id,
        number=number,
        kind=PaperKind.CONSENT_FORM,
        content=content,
        pages=run.press.pages(content),
        person=person,
        readers=form.readers,
        wording=run.catalogue.consent.about.version,
    )
    _keep(run.store, path, made)
    return Row(
        file=_shown(run, path),
        whom=", ".join(signer.name for signer in form.view.signers),
        about=form.view.name,
        pages=made.pages,
        basis=_signing_words(form),
    )


def _request_row(run: Run, record: Record, person: PersonId, agency: AgencyId) -> Row:
    whom, about = record.agency(agency).name, record.person(person).name
    try:
        request = standing_request(record, person, agency) or _make_request(
            run, record, person, agency
        )
    except Refused as refused:
        return Row(file="no share request", whom=whom, about=about, refused=in_words(refused))
    now = run.store.ask(lambda work: work.record(record.household.id))
    content = run.press.share_request(
        project_letter(now, run.catalogue.law, request, today=run.today)
    )
    path = _folder(run, record) / file_name(PaperKind.SHARE_REQUEST, request.number)
    made = MadePaper(
        household=record.household.id,
        number=request.number,
        kind=PaperKind.SHARE_REQUEST,
        content=content,
        pages=run.press.pages(content),
        person=person,
        agency=agency,
        professional=request.professional,
        request=request.id,
        wording=run.catalogue.request.about.version,
    )
    _keep(run.store, path, made)
    return Row(
        file=_shown(run, path),
        whom=whom,
        about=about,
        pages=made.pages,
        basis=_basis_words(now, request),
    )


def _make_request(run: Run, record: Record, person: PersonId, agency: AgencyId) -> ShareRequest:
    """Make a usual request; what is wrong with the form itself is a refusal here."""
    draft = usual_request(
        record,
        run.catalogue.law,
        run.catalogue.bank,
        person=person,
        agency=agency,
        on=run.today,
    )
    if not draft.questions:
        raise Refused("no-question")
    command = request_share(draft, run.catalogue.law, wording=run.catalogue.request.about.version)
    try:
        return run.store.run(command).value
    except Invalid as invalid:
        raise Refused(*(problem.why for problem in invalid.problems)) from invalid


def _signing_words(form: Form) -> str:
    standings = {signer.standing for signer in form.view.signers}
    if standings == {Standing.PARENT}:
        one = " (one signature is enough)" if len(form.view.signers) > 1 else ""
        return f"signed with parental responsibility{one}"
    if standings == {Standing.COMPETENT_CHILD}:
        return "signs for themself (Gillick)"
    return "signs for themself"


def _basis_words(record: Record, request: ShareRequest) -> str:
    if request.ground is not None:
        return f"{reason_sentence(Reason.LAW_ALLOWS)} {request.gateway}"
    deciders = [c.decider for c in record.consents if c.id in request.consents and c.decider]
    names = ", ".join(dict.fromkeys(record.person(decider).name for decider in deciders))
    return f"agreed by {names}"


def _picture(press: Press, drawing: Drawing, ending: str) -> bytes:
    from_drawing = {
        "svg": press.picture_svg,
        "pdf": press.picture_pdf,
        "png": press.picture_png,
    }
    return from_drawing[ending](drawing)


def _keep(store: OpenStore, path: Path, made: MadePaper) -> None:
    """Write the journal first, then the file; nobody chose a way here, and the row says so."""
    refuse_inside_a_store(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    store.run(note_paper(made, Output.SAVED))
    write_whole(path, made.content)


def _folder(run: Run, record: Record) -> Path:
    return run.out / record.household.id


def _shown(run: Run, path: Path) -> str:
    return path.relative_to(run.out).as_posix()


def _known(work: Work, recipient: str) -> bool:
    """Say whether an id is a person's or an agency's."""
    return any(work.kept(kind).find(recipient) is not None for kind in (Person, Agency))


def _all_households(store: OpenStore) -> list[HouseholdId]:
    return [line.id for line in store.ask(list_households)]
