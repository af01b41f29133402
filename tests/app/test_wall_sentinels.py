"""The wall, by sentinels: hidden facts are looked for in every byte of what somebody gets."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from app.documents.consent_form import build_consent_form
from app.documents.share_request import build_share_request
from app.domain.consistency import parts_of
from app.domain.ids import AgencyId, PersonId
from app.domain.questions import usual_request
from app.domain.record import Record
from app.usecases.open_household import open_household
from app.usecases.request_share import request_share
from app.view.form import Form, project_forms
from app.view.letter import project_letter
from app.view.papers import FormView, LetterView
from app.view.project import project
from app.view.recipient import partner_about, the_person
from db.store import Store
from tests.app.whole_paper import found_in, spelt_out
from tests.builders import TODAY, catalogue, family, fill, law

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


def test_daniels_consent_form_holds_nothing_of_the_other_side() -> None:
    (form,) = forms(family("b"), DANIEL)

    paper = printed_form(form.view)

    assert found_in(paper, LOCATION | OTHER_SIDE) == []
    assert found_in(paper, {"his name": "Daniel Hale", "sender": "PO Box 900"}) != []


def test_the_letter_to_daniels_practice_holds_nothing_of_the_other_side(store: Store) -> None:
    view = asked(fill(store), "b", DANIEL, AgencyId("P1"))

    paper = printed_letter(view)

    assert found_in(paper, LOCATION | OTHER_SIDE) == []
    assert found_in(paper, {"his number": "999 411 2481", "desk": "01632 960101"}) != []


def test_daniels_household_picture_holds_nothing_of_the_other_side() -> None:
    view = project(family("b"), law(), the_person(DANIEL), TODAY)

    letters = spelt_out(repr(view))

    assert [p.name for p in view.people] == ["Daniel Hale"]
    hidden = {**LOCATION, **OTHER_SIDE}
    assert [name for name, text in hidden.items() if spelt_out(text) in letters] == []


@pytest.mark.parametrize("agency", ["P4", "therapy"])
def test_a_letter_about_a_hidden_child_has_no_address_and_the_safe_sender(
    store: Store, agency: str
) -> None:
    view = asked(fill(store), "b", AISHA, AgencyId(agency))

    paper = printed_letter(view)

    hidden = {
        name: LOCATION[name] for name in ("street", "street without number", "postcode", "school")
    } | {"father": "Daniel", "sister": "Nadia", "team": "Family Help Team", "order": "molestation"}
    assert view.address == ()
    assert found_in(paper, hidden) == []
    assert found_in(paper, {"sender": "PO Box 900"}) != []


def test_a_confidential_address_is_on_no_consent_form_not_even_their_own() -> None:
    record = family("b")
    papers = [printed_form(f.view) for p in record.people for f in forms(record, p.id)]

    hits = [found_in(paper, {"street": "Larkfield", "postcode": "4HH"}) for paper in papers]

    assert len(papers) == 6
    assert hits == [[]] * 6


def test_what_only_the_young_person_may_know_is_on_no_paper_and_no_picture() -> None:
    record = family("c")
    papers = [
        printed_form(f.view)
        for p in record.people
        if p.died is None
        for f in forms(record, p.id)
    ]
    views = [project(record, law(), the_person(p.id), TODAY) for p in record.people]

    clinic = {"clinic": "Sexual Health Clinic", "phone": "01632 960222"}

    assert [found_in(paper, clinic) for paper in papers] == [[]] * len(papers)
    assert all("sexual" not in repr(view).casefold() for view in views)


# --- Every other field of the record, by an allow-list that is written here and nowhere else.

SENDER = ("council", "key_worker", "role", "manager", "desk_phone", "email", "safe_sender")
SENDER = (*SENDER, "data_protection_officer", "complaints", "agreement")
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
        self.all[".".join(where)] = token
        return token


def _points(field: Any) -> bool:
    """Say whether a field is an id, or a code the rules decide by."""
    kind = str(field.type)
    return field.name in ("id", "household", "gateway") or "Id" in kind


def test_every_text_that_daniel_may_not_see_is_off_his_form() -> None:
    tokens = Tokens(DANIELS_FORM)
    marked = tokens.whole(family("b"))

    (form,) = forms(marked, DANIEL)

    assert len(tokens.all) > 150
    assert found_in(printed_form(form.view), tokens.all) == []


def test_every_text_that_his_practice_may_not_see_is_off_the_letter_about_daniel(
    store: Store,
) -> None:
    asked(fill(store), "b", DANIEL, AgencyId("P1"))
    record = store.ask(lambda work: work.record(family("b").household.id))
    allowed = dict(DANIELS_LETTER)
    (request,) = record.requests
    allowed["requests", request.id] = allowed.pop(("requests", "SR"))
    tokens = Tokens(allowed)
    marked = tokens.whole(record)

    view = project_letter(marked, law(), marked.requests[0])

    assert len(tokens.all) > 150
    assert found_in(printed_letter(view), tokens.all) == []


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_tokens_in_hidden_texts_reach_no_picture_of_a_family_member(letter: str) -> None:
    record = family(letter)
    seen: Allowed = {
        **{("people", p.id): (*NAMES, "school_year") for p in record.people},
        **{("homes", h.id): ("label",) for h in record.homes if not h.confidential},
        **{("agencies", a.id): ("name",) for a in record.agencies},
    }
    tokens = Tokens(seen)
    marked = tokens.whole(record)

    views = [repr(project(marked, law(), the_person(p.id), TODAY)) for p in record.people]

    assert [name for name, token in tokens.all.items() if any(token in v for v in views)] == (
        ["homes.H4.label"] if letter == "b" else []  # those who live there know it
    )


def test_a_partner_sees_one_person_and_their_own_tie_only() -> None:
    view = project(family("b"), law(), partner_about("P1", "B2"), TODAY)

    assert [person.name for person in view.people] == ["Daniel Hale"]
    assert [(tie.person, tie.agency) for tie in view.ties] == [("B2", "P1")]
    assert view.links == ()


# --- A control: a builder that leaks must be found out.


def leaky_form(record: Record) -> bytes:
    """Build Daniel's form as nobody should: with every practice of the family on it."""
    (form,) = forms(record, DANIEL)
    cards = tuple(
        replace(form.view.cards[0], name=agency.name)
        for agency in record.agencies
    )
    return printed_form(replace(form.view, cards=cards))


def leaky_number(record: Record) -> bytes:
    """Build it with a running number of the family's papers instead of one by chance."""
    (form,) = forms(record, DANIEL)
    number = f"CF-{len(record.people):04}-{len(record.notes):04}"
    return build_consent_form(form.view, catalogue().consent, number=number, made_on=TODAY)


def test_a_leaky_builder_is_found_out_by_the_sentinels() -> None:
    record = family("b")
    tokens = Tokens(DANIELS_FORM)

    found = found_in(leaky_form(record), LOCATION)
    marked = found_in(leaky_form(tokens.whole(record)), tokens.all)

    assert {"practice", "practice, short", "school", "town"} <= set(found)
    assert "agencies.P4.name" in marked
