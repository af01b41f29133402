"""What the tests of the wall share: papers, hidden facts to look for, and builders that leak."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from app.documents.consent_form import build_consent_form
from app.documents.notice_paper import build_family_notice, build_withdrawal_notice
from app.documents.share_request import build_share_request
from app.domain.consistency import parts_of
from app.domain.ids import AgencyId, PersonId
from app.domain.questions import usual_request
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.withdrawal import consequences
from app.usecases.open_household import open_household
from app.usecases.request_share import request_share
from app.view.form import Form, project_forms
from app.view.letter import project_letter
from app.view.notice import project_family_notice, project_notice
from app.view.papers import FormView, LetterView
from db.store import Store
from tests.builders import TODAY, catalogue, family, law

DANIEL, SAMIRA, NADIA, AISHA = (PersonId(f"B{n}") for n in (2, 1, 5, 3))
NUMBER = "CF-7K3Q-D9XM"

NADIAS_BIRTHDAY = date(2010, 12, 5)
LOCATION = {  # caseload 4.5, and trap 2: everything that gives the place away
    "practice": "Linden Practice",
    "practice, short": "Linden",
    "practice code": "A99904",
    "practice mailbox": "linden.example",
    "practice street": "3 Linden Square",
    "practice postcode": "ZZ99 4GD",
    "street": "7 Larkfield Close",
    "street without number": "Larkfield",
    "town": "Westholme",
    "postcode": "ZZ99 4HH",
    "inward postcode": "4HH",
    "school": "Fernbank Primary",
    "school, short": "Fernbank",
    "therapy": "Lighthouse",
    "therapy postcode": "ZZ99 4TH",
    "CAMHS": "Westholme CAMHS",
    "area phone": "01632 9604",
    "area phone abroad": "+44 1632 9604",
    "new mobile": "07700 900411",
    "MARAC": "MARAC",
}
OTHER_SIDE = {
    "Nadia": "Nadia",
    "Nadia's NHS number": "999 412 8051",
    "Nadia's pupil number": "Y999200315044",
    "Nadia's birthday": f"{NADIAS_BIRTHDAY:%Y-%m-%d}",
    "Nadia's birthday, figures": f"{NADIAS_BIRTHDAY:%d/%m/%Y}",
    "Nadia's birthday, short": "5/12/2010",
    "Nadia's birthday, words": "5 December 2010",
    "Nadia's birthday, American": "December 5, 2010",
    "Samira": "Samira",
    "Begum": "Begum",
    "Samira's NHS number": "999 411 0756",
    "Aisha": "Aisha",
    "Yusuf": "Yusuf",
    "code word": "tulip",
    "interpreter": "Sylheti",
    "order": "molestation",
    "staff safety": "Two-person",
    "team base phone": "01632 960400",
    "team": "Family Help Team",
    "team's street": "Old Customs House",
}


def forms(record: Record, person: PersonId, on: date = TODAY) -> list[Form]:
    return list(project_forms(record, law(), person, on))


def printed_form(view: FormView) -> bytes:
    return build_consent_form(view, catalogue().consent, number=NUMBER, made_on=TODAY)


def printed_letter(view: LetterView) -> bytes:
    return build_share_request(view, catalogue().request)


def asked(store: Store, letter: str, person: PersonId, agency: AgencyId) -> LetterView:
    """Make the usual request in a filled store and return the letter's view."""
    record = store.run(open_household(family(letter).household.id)).value
    draft = usual_request(record, law(), catalogue().bank, person=person, agency=agency, on=TODAY)
    request = store.run(request_share(draft, law())).value
    return project_letter(store.ask(lambda work: work.record(record.household.id)), law(), request)


def notice_of(record: Record, person: PersonId, decider: PersonId, agency: AgencyId) -> bytes:
    """Return the letter to a partner once somebody has changed their mind about it."""
    follows = consequences(Rulebook(record, law()), person, decider, (agency,), TODAY)
    view = project_notice(
        record, law(), follows, agency=agency, ended_on=TODAY, number=NUMBER, on=TODAY
    )
    return build_withdrawal_notice(view, catalogue().withdrawal)


def copy_of(record: Record, person: PersonId, decider: PersonId) -> bytes:
    """Return the copy of somebody who changed their mind about all they agreed to."""
    agencies = [agency.id for agency in record.agencies]
    follows = consequences(Rulebook(record, law()), person, decider, agencies, TODAY)
    view = project_family_notice(record, law(), follows, ended_on=TODAY, number=NUMBER, on=TODAY)
    return build_family_notice(view, catalogue().withdrawal)


SENDER = (
    *("council", "key_worker", "role", "manager", "desk_phone", "email", "safe_sender"),
    *("data_protection_officer", "complaints", "agreement"),
)
NAMES = ("given", "family", "known_as")
DANIELS_FORM = {
    ("people", "B2"): (*NAMES, "needs"),
    ("homes", "H3"): ("lines", "postcode"),
    ("agencies", "P1"): ("name",),
    ("office", "office"): SENDER,
}
DANIELS_LETTER = {
    ("people", "B2"): (*NAMES, "needs"),
    ("homes", "H3"): ("lines", "postcode"),
    ("identifiers", "B2-nhs"): ("value",),
    ("agencies", "P1"): ("name", "ods", "mailbox", "lines", "postcode"),
    ("consents", "family-b-consent-03"): ("form",),
    ("requests", "SR"): ("number", "why", "benefit", "questions", "dp_basis", "law_pack"),
    ("office", "office"): SENDER,
}
Allowed = dict[tuple[str, str], tuple[str, ...]]


class Tokens:
    """Puts a token that occurs nowhere else in every text of a record that is not allowed."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.all: dict[str, str] = {}

    def whole(self, record: Record) -> Record:
        """Return the record with tokens in it."""
        parts: dict[str, Any] = {
            part: tuple(self._marked(part, item) for item in items)
            for part, items in parts_of(record)
        }
        office = self._marked("office", record.office)
        household = replace(record.household, name=self._token("household", "name"))
        return replace(record, household=household, office=office, **parts)

    def _marked(self, part: str, item: Any) -> Any:
        spared = self.allowed.get((part, item.id), ())
        changed = {
            field.name: self._mark(f"{part}.{item.id}.{field.name}", getattr(item, field.name))
            for field in fields(item)
            if field.name not in spared and not _points(field)
        }
        return replace(item, **changed)

    def _mark(self, where: str, value: Any) -> Any:
        if type(value) is str:
            return self._token(where, "")
        if isinstance(value, tuple):
            return tuple(self._mark(f"{where}[{n}]", one) for n, one in enumerate(value))
        if is_dataclass(value) and "year" not in {f.name for f in fields(value)}:
            texts = {
                f.name: self._mark(f"{where}.{f.name}", getattr(value, f.name))
                for f in fields(value)
                if not _points(f)
            }
            return replace(value, **texts)  # type: ignore[type-var]
        return value

    def _token(self, *where: str) -> str:
        token = f"QZX{len(self.all):04}JKV"
        self.all[".".join(name for name in where if name)] = token
        return token


def _points(field: Any) -> bool:
    """Say whether a field is an id, or a code the rules decide by."""
    kind = str(field.type)
    return field.name in ("id", "household", "gateway") or "Id" in kind


def leaky_form(record: Record) -> bytes:
    """Build Daniel's form as nobody should: with every practice of the family on it."""
    (form,) = forms(record, DANIEL)
    cards = tuple(replace(form.view.cards[0], name=agency.name) for agency in record.agencies)
    return printed_form(replace(form.view, cards=cards))


def leaky_number(record: Record) -> bytes:
    """Build it with a running number of the family's papers instead of one by chance."""
    (form,) = forms(record, DANIEL)
    number = f"CF-{len(record.people):04}-{len(record.notes):04}"
    return build_consent_form(form.view, catalogue().consent, number=number, made_on=TODAY)
