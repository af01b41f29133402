"""The papers after a change of mind, and the question to governance: what each says, and not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.documents.governance_question import build_governance_question
from app.documents.notice_paper import build_family_notice, build_withdrawal_notice
from app.domain.consent import Category, Purpose, Standing
from app.domain.ids import AgencyId, GroundId, PersonId
from app.domain.person import Communication, Safety
from app.domain.record import Record
from app.domain.sharing import RequestState
from app.errors import Refused
from app.view.governance import age_band, project_governance
from app.view.notice import project_family_notice, project_notice
from app.view.notices import CalledBack, FamilyNoticeView, NoticeView, OtherLaw, Told
from app.view.papers import PrintNeeds
from app.view.question import GovernanceView
from tests.app.paper_builders import SENDER, adas_letter, pages_text, text_of
from tests.app.sharing_cases import JO, KIT, ROWAN, ground
from tests.app.test_withdraw import asking, follow
from tests.app.wall_cases import copy_of, notice_of
from tests.app.whole_paper import found_in
from tests.builders import (
    GP,
    SCHOOL,
    TODAY,
    agency,
    ash,
    catalogue,
    family,
    involved,
    law,
    person,
    yes,
)

WORDS = catalogue().withdrawal
LAW = OtherLaw(
    citation="Children Act 1989, section 17",
    does="The council’s duty to children in need.",
    reason="legal-duty-or-power",
    since=date(2026, 10, 5),
)
NOTICE = NoticeView(
    number="WN-7K3Q-D9XM",
    made_on=date(2026, 11, 24),
    given_on=date(2026, 9, 14),
    ended_on=date(2026, 11, 22),
    to=adas_letter().to,
    sender=SENDER,
    name="Ada Okafor",
    initials="AO",
    born="3 September 2023",
    nhs_number="9994109022",
    called_back=(CalledBack(number="SR-4HNP-2C8W", made_on=date(2026, 11, 20)),),
    replied=False,
    other_law=(),
)
COPY = FamilyNoticeView(
    number="WN-4HNP-2C8W",
    made_on=date(2026, 11, 24),
    ended_on=date(2026, 11, 22),
    name="Dana Whitfield",
    initials="DW",
    about="",
    stops=("Northmarsh Health Centre",),
    called_back=(),
    not_sent=(),
    told=(),
    other_law=(),
    sender=SENDER,
    needs=PrintNeeds(),
)
QUESTION = GovernanceView(
    number="IG-7K3Q-D9XM",
    made_on=date(2026, 11, 24),
    sender=SENDER,
    initials="LR",
    age_band="12-15",
    partner_kind="secondary-school",
    categories=("mental-health",),
    purpose="early-help",
    facts=("He waits for an appointment.",),
    question="May we tell his school?",
)


def notice_pdf(**changes: Any) -> bytes:
    return build_withdrawal_notice(replace(NOTICE, **changes), WORDS)


def copy_pdf(**changes: Any) -> bytes:
    return build_family_notice(replace(COPY, **changes), WORDS)


def question_pdf(**changes: Any) -> bytes:
    return build_governance_question(replace(QUESTION, **changes), catalogue().governance)


PAPERS = (notice_pdf, copy_pdf, question_pdf)


def copy_view(record: Record, who: PersonId = ROWAN, by: PersonId = ROWAN) -> FamilyNoticeView:
    agencies = tuple(agency.id for agency in record.agencies)
    return project_family_notice(
        record, law(), follow(record, who, by, agencies), ended_on=TODAY, number="WN", on=TODAY
    )


def letter_view(record: Record) -> NoticeView:
    follows = follow(record)
    return project_notice(record, law(), follows, agency=GP, ended_on=TODAY, number="WN", on=TODAY)


def out(id_: str = "asked", **rest: Any) -> Any:
    """Return a request that a partner has."""
    return asking(id_, chases=1, **rest)


# --- The letter to a partner.


def test_a_partner_reads_whom_it_is_about_and_what_they_may_no_longer_do() -> None:
    text = text_of(notice_pdf())

    for words in (
        "OFFICIAL-SENSITIVE",
        "Our reference WN-7K3Q-D9XM",
        "Agreement given on 14 September 2026",
        "It ended on 22 November 2026",
        "Ada Okafor",
        "3 September 2023",
        "999 410 9022",
        "Please do not share anything more about Ada Okafor with us",
        "Request SR-4HNP-2C8W made on 20 November 2026",
        *WORDS.partner.hold_points,
        *WORDS.partner.safety_points,
        "ring the council's main number and ask for Robin Ashby",
    ):
        assert words in text


def test_only_the_address_shows_in_the_window_of_an_envelope() -> None:
    page = pypdfium2.PdfDocument(notice_pdf())[0]

    seen = page.get_textpage().get_text_bounded(
        left=10 * mm, bottom=841.89 - 92 * mm, right=110 * mm, top=841.89 - 46 * mm
    )

    assert " ".join(seen.split()) == (
        "Safeguarding lead Northmarsh Health Centre 1 Mill Street Northmarsh ZZ99 1CC"
    )


def test_what_does_not_apply_is_not_on_the_letter() -> None:
    text = text_of(notice_pdf(called_back=()))

    for words in (
        WORDS.partner.called_back,
        WORDS.partner.hold_replied,
        WORDS.partner.other_law,
    ):
        assert words not in text


def test_a_partner_reads_what_goes_on_under_another_law() -> None:
    text = text_of(notice_pdf(other_law=(LAW,), replied=True))

    assert "Children Act 1989, section 17. The council’s duty to children in need." in text
    assert WORDS.partner.hold_replied in text


def test_the_letter_names_one_partners_requests_and_nobody_who_changed_their_mind() -> None:
    kept = ash(
        involvements=(involved("rowan"), involved("rowan", SCHOOL)),
        consents=(yes("rowan"), yes("rowan", agency=SCHOOL, id="school")),
        requests=(out(), out("other", agency=SCHOOL)),
    )
    follows = follow(kept, agencies=(GP, SCHOOL))

    view = project_notice(kept, law(), follows, agency=GP, ended_on=TODAY, number="WN", on=TODAY)

    assert [request.number for request in view.called_back] == ["SR-asked"]
    assert "Hill School" not in text_of(build_withdrawal_notice(view, WORDS))


def test_a_parents_change_of_mind_names_the_child_and_no_parent() -> None:
    text = text_of(notice_of(family("a"), PersonId("A6"), PersonId("A1"), AgencyId("P1")))

    assert "Ada Okafor" in text
    assert "Dana" not in text


def test_the_workers_own_reasons_for_another_law_stay_here() -> None:
    said = "QZX said by the neighbour"
    kept = ash(consents=(yes("rowan"),), requests=(out(),), grounds=(ground(necessity=said),))

    views = repr(letter_view(kept)) + repr(copy_view(kept))

    assert "section 16LA" in views
    assert said not in views


# --- The copy of whoever changed their mind.


def test_the_copy_says_what_stops_who_knows_and_what_cannot_be_undone() -> None:
    told = Told(
        agency="Northmarsh Health Centre",
        categories=("mental-health",),
        since=date(2026, 10, 2),
        replied=True,
    )

    text = text_of(copy_pdf(told=(told,), called_back=("Northmarsh Health Centre",)))

    for words in (
        "You told us on 22 November 2026 that you changed your mind.",
        "You do not have to say why. Our help goes on.",
        "We no longer use it to ask or tell them about you.",
        WORDS.family.called_back,
        "Since 2 October 2026 About Feelings and mental health",
        WORDS.family.replied,
        *WORDS.family.undone_points,
        *WORDS.family.again_points,
        "01632 960101",
    ):
        assert words in text
    assert WORDS.family.not_sent not in text


def test_a_copy_about_a_child_says_the_childs_name() -> None:
    text = text_of(copy_pdf(about="Mia"))

    assert "that you changed your mind about Mia." in text
    assert "We have not written to these services about Mia." in text


def test_a_copy_names_the_law_that_goes_on_and_why() -> None:
    text = text_of(copy_pdf(other_law=(LAW,)))

    assert "Any service that needs to know" in text
    assert "Children Act 1989, section 17" in text
    assert WORDS.reasons["legal-duty-or-power"] in text
    assert WORDS.family.must in text


@pytest.mark.parametrize("points", [14, 18, 24])
def test_the_copy_is_set_in_the_print_they_need(points: int) -> None:
    pages = pages_text(copy_pdf(needs=PrintNeeds(points=points)))

    assert len(pages) >= {14: 1, 18: 2, 24: 3}[points]
    assert all("WN-4HNP-2C8W" in page and "DW" in page for page in pages)


def test_their_needs_are_those_of_the_reader_and_not_of_the_child() -> None:
    rowan = replace(ash().people[0], needs=Communication(print_points=24))
    kept = ash(people=(rowan, *ash().people[1:]), consents=(yes("kit", "rowan"),))

    view = copy_view(kept, KIT, ROWAN)

    assert (view.needs.points, view.about, view.initials) == (24, "Kit", "RA")


def test_the_copy_lists_every_service_that_stops_and_what_was_not_sent() -> None:
    kept = ash(
        involvements=(involved("rowan"), involved("rowan", SCHOOL)),
        consents=(yes("rowan"), yes("rowan", agency=SCHOOL, id="school")),
        requests=(out(), asking("new", agency=SCHOOL, consents=(yes("rowan").id,))),
    )

    view = copy_view(kept)

    assert view.stops == ("Hill School", "Mill Lane Surgery")
    assert view.called_back == ("Mill Lane Surgery",)
    assert view.not_sent == ("Hill School",)
    assert [one.agency for one in view.told] == ["Mill Lane Surgery"]


def test_what_another_agreed_to_is_not_on_the_copy() -> None:
    old, own = yes("kit", "rowan"), yes("kit", "kit", standing=Standing.COMPETENT_CHILD)
    kept = ash(consents=(old, own), requests=(out(person=KIT, consents=(own.id,)),))

    view = copy_view(kept, KIT, ROWAN)

    assert (view.told, view.called_back, view.not_sent) == ((), (), ())


@pytest.mark.parametrize(
    ("sentence", "told", "not_told", "known"),
    [
        ("told", (ROWAN,), (), True),
        ("told to somebody else", (JO,), (), False),
        ("kept from them", (), (ROWAN,), False),
    ],
)
def test_a_law_they_were_not_told_of_is_not_on_the_copy(
    sentence: str, told: tuple[PersonId, ...], not_told: tuple[PersonId, ...], known: bool
) -> None:
    secret = ground(told=told, not_told=not_told, why_not_told="It is not safe.")
    lawful = out("lawful", ground=GroundId("ground"), state=RequestState.ANSWERED)
    kept = ash(consents=(yes("rowan"),), grounds=(secret,), requests=(lawful,))

    view = copy_view(kept)

    assert (bool(view.other_law), bool(view.told)) == (known, known), sentence


@pytest.mark.parametrize("safety", [Safety.INTERNAL, Safety.OWN])
def test_a_service_that_is_on_no_paper_is_not_on_the_copy(safety: Safety) -> None:
    kept = ash(
        involvements=(involved("rowan"), involved("rowan", SCHOOL, safety=safety)),
        consents=(yes("rowan"), yes("rowan", agency=SCHOOL, id="school")),
        requests=(out("other", agency=SCHOOL, consents=(yes("rowan").id,)),),
    )

    view = copy_view(kept)

    assert view.stops == ("Mill Lane Surgery",)
    assert view.told == ()


def test_one_who_lies_low_writes_from_the_safe_address() -> None:
    samira = copy_of(family("b"), PersonId("B1"), PersonId("B1"))

    text = text_of(samira)

    assert "PO Box 900" in text
    assert "Larkfield" not in text
    assert "Family Help Team" not in text


def test_one_who_lies_low_reads_nothing_of_the_one_they_are_safe_from() -> None:
    paper = copy_of(family("b"), PersonId("B1"), PersonId("B1"))

    his = {"name": "Daniel", "street": "Quay Lane", "order": "molestation", "flag": "Two-person"}
    assert found_in(paper, his) == []


# --- The question to information governance.


def test_the_question_says_the_facts_and_names_nobody() -> None:
    text = text_of(question_pdf())

    for words in (
        "A question for information governance",
        "May we tell his school?",
        "LR",
        "12 to 15",
        "Secondary school",
        "Mental health",
        "Early help for a family",
        "He waits for an appointment.",
        "Robin Ashby",
    ):
        assert words in text


def test_a_question_without_partner_or_facts_says_so() -> None:
    text = text_of(question_pdf(partner_kind="", facts=()))

    assert catalogue().governance.words.any_partner in text
    assert catalogue().governance.words.no_facts in text


def governed(facts: tuple[str, ...] = (), question: str = "May we?") -> GovernanceView:
    return project_governance(
        family("a"),
        law(),
        person=PersonId("A4"),
        agency=AgencyId("camhs"),
        categories=frozenset({Category.MENTAL_HEALTH, Category.SCHOOL}),
        purpose=Purpose.EARLY_HELP,
        facts=facts,
        question=question,
        number="IG-7K3Q-D9XM",
        on=TODAY,
    )


def test_a_question_is_about_initials_and_an_age_band() -> None:
    view = governed((" He is tired. ", " "), " May we? ")

    assert (view.initials, view.age_band, view.partner_kind) == ("LR", "12-15", "camhs")
    assert (view.facts, view.question) == (("He is tired.",), "May we?")
    assert view.categories == ("mental-health", "school-and-attendance")
    assert "Leo" not in repr(view)


@pytest.mark.parametrize(
    "text",
    [
        "Leo is tired.",
        "His brother is tunde’s.",
        "Mrs WHITFIELD asks.",
        "He is a patient of Northmarsh Health Centre.",
    ],
)
def test_a_question_that_names_somebody_is_refused(text: str) -> None:
    for facts, question in (((text,), "May we?"), ((), text)):
        with pytest.raises(Refused) as refused:
            governed(facts, question)
        assert refused.value.reasons == ("names-somebody",)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (None, "not-known"),
        ("2026-01-01", "under-5"),
        ("2021-11-22", "5-11"),
        ("2014-11-23", "5-11"),
        ("2014-11-22", "12-15"),
        ("2010-11-22", "16-17"),
        ("2008-11-22", "adult"),
    ],
)
def test_an_age_is_a_band(born: str | None, band: str) -> None:
    assert age_band(person("kit", born=born), TODAY) == band


# --- Every one of them.


@pytest.mark.parametrize("make", PAPERS)
def test_the_same_paper_is_the_same_bytes_and_another_is_not(make: Any) -> None:
    assert make() == make()
    assert make() != make(initials="ZZ")


@pytest.mark.parametrize("make", PAPERS)
def test_title_and_properties_name_nobody(make: Any) -> None:
    with pikepdf.open(BytesIO(make())) as document:
        info = {str(key): str(value) for key, value in document.docinfo.items()}
        language = str(document.Root.Lang)

    assert language == "en-GB"
    assert not [v for v in info.values() if "Okafor" in v or "Dana" in v or "LR" in v]


@pytest.mark.parametrize(
    "make",
    [
        lambda: build_withdrawal_notice(NOTICE, WORDS, made_up=True),
        lambda: build_family_notice(COPY, WORDS, made_up=True),
        lambda: build_governance_question(QUESTION, catalogue().governance, made_up=True),
    ],
)
def test_a_made_up_paper_says_so_on_every_page(make: Any) -> None:
    pages = pages_text(make())

    assert all("Made-up families. Nothing here is real." in page for page in pages)


def test_where_nothing_ended_there_is_no_paper() -> None:
    nothing = follow(ash())

    for project in (
        lambda: project_notice(
            ash(), law(), nothing, agency=GP, ended_on=TODAY, number="WN", on=TODAY
        ),
        lambda: project_family_notice(ash(), law(), nothing, ended_on=TODAY, number="WN", on=TODAY),
    ):
        with pytest.raises(ValueError, match="nothing ended"):
            project()


def test_a_partner_without_address_or_code_still_gets_a_letter() -> None:
    kept = ash(agencies=(agency(),), consents=(yes("rowan"),), requests=(out(),))

    text = text_of(build_withdrawal_notice(letter_view(kept), WORDS))

    assert "Mill Lane Surgery" in text
    assert "ODS" not in text
