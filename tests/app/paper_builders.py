"""Made-up views for the papers, and ways to read a PDF back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from io import BytesIO

import pikepdf
import pypdfium2

from app.documents.consent_form import build_consent_form
from app.documents.consent_wording import ConsentWording, read_consent_wording
from app.documents.request_wording import RequestWording, read_request_wording
from app.documents.share_request import build_share_request
from app.view.papers import (
    Addressee,
    AgencyCard,
    Evidence,
    FormView,
    LetterView,
    PrintNeeds,
    Sender,
    Signer,
)

NUMBER = "FC-7K3Q-D9XM"
MADE = date(2026, 11, 24)

SENDER = Sender(
    council="Northmarsh Council",
    team="Family Help",
    key_worker="Robin Ashby",
    role="key worker",
    phone="01632 960101",
    email="robin.ashby@northmarsh.example",
    manager="Helen Marsh",
    lines=("PO Box 900", "Northmarsh", "ZZ99 1PB"),
    data_protection_officer="dpo@northmarsh.example",
    complaints="01632 960102",
    agreement="Northmarsh sharing agreement 4",
)

DANA = Signer(name="Dana Whitfield", standing="parental-responsibility")
TUNDE = Signer(name="Tunde Okafor", standing="parental-responsibility")


def form_toml() -> dict[str, object]:
    """Return the parsed wording of the form."""
    path = files("resources").joinpath("forms", "en_GB", "consent.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def request_toml() -> dict[str, object]:
    """Return the parsed wording of the letter."""
    path = files("resources").joinpath("forms", "en_GB", "share_request.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def withdrawal_toml() -> dict[str, object]:
    """Return the parsed wording of the notices after a change of mind."""
    path = files("resources").joinpath("forms", "en_GB", "withdrawal.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def governance_toml() -> dict[str, object]:
    """Return the parsed wording of the question to information governance."""
    path = files("resources").joinpath("forms", "en_GB", "governance.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def form_wording() -> ConsentWording:
    """Return the words of the form."""
    return read_consent_wording(form_toml())


def request_wording() -> RequestWording:
    """Return the words of the letter."""
    return read_request_wording(request_toml())


def adas_form() -> FormView:
    """Return the form about a three-year-old for whom either parent may sign."""
    return FormView(
        name="Ada Okafor",
        known_as="Ada",
        initials="AO",
        born="3 September 2023",
        address=("12 Saltmarsh Row", "Northmarsh", "ZZ99 1AA"),
        rule="parents",
        signers=(DANA, TUNDE),
        asked_too=False,
        cards=(
            AgencyCard(name="Northmarsh Health Centre", kind="gp-practice"),
            AgencyCard(name="Northmarsh Health Visiting", kind="health-visiting"),
        ),
        sender=SENDER,
        needs=PrintNeeds(),
        months=12,
    )


def own_form(rule: str = "self", standing: str = "self") -> FormView:
    """Return a form that the person it is about signs."""
    return replace(
        adas_form(),
        name="Margaret Doyle",
        known_as="Margaret",
        initials="MD",
        born="1 December 1957",
        rule=rule,
        signers=(Signer(name="Margaret Doyle", standing=standing),),
        cards=(AgencyCard(name="Bryn Practice", kind="gp-practice"),),
    )


def adas_letter() -> LetterView:
    """Return a request to a GP practice about the three-year-old."""
    return LetterView(
        number="SR-4HNP-2C8W",
        made_on=date(2026, 11, 20),
        due_on=date(2026, 12, 4),
        urgency="early-help",
        to=Addressee(
            name="Northmarsh Health Centre",
            contact="Safeguarding lead",
            ods="A99901",
            lines=("1 Mill Street", "Northmarsh", "ZZ99 1CC"),
            mailbox="a99901@health.example",
        ),
        sender=SENDER,
        name="Ada Okafor",
        legal_name="Adaeze Okafor",
        initials="AO",
        born="3 September 2023",
        nhs_number="9994109022",
        address=("12 Saltmarsh Row", "Northmarsh", "ZZ99 1AA"),
        match=".99",
        purpose="early-help",
        why="Ada is slow to talk and her family would like help.",
        benefit="Ada gets one plan, and the practice hears what was arranged.",
        questions=("seen-lately", "development"),
        categories=("contact-and-household", "physical-health"),
        window_from=date(2025, 1, 1),
        confidentiality="consent",
        gateway="Children Act 2004, section 10",
        gateway_does="Partners must work together for the well-being of children.",
        law_version="2026.1",
        law_approved=True,
        dp_basis="Public task, Article 6(1)(e)",
        ask_is_public_task=False,
        evidence=(
            Evidence(
                decider="Dana Whitfield",
                standing="parental-responsibility",
                decided_on=date(2026, 11, 2),
                ends=date(2027, 11, 2),
                way="ink",
                form=NUMBER,
            ),
        ),
        needs=PrintNeeds(),
    )


def form_pdf(view: FormView | None = None) -> bytes:
    """Return a consent form."""
    return build_consent_form(view or adas_form(), form_wording(), number=NUMBER, made_on=MADE)


def letter_pdf(view: LetterView | None = None) -> bytes:
    """Return a share request."""
    return build_share_request(view or adas_letter(), request_wording())


def pages_text(pdf: bytes) -> list[str]:
    """Return the text of every page, with all white space made single."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text_of(pdf: bytes) -> str:
    """Return all text of a paper."""
    return " ".join(pages_text(pdf))


def boxes_of(pdf: bytes) -> Iterator[list[tuple[float, float, float, float]]]:
    """Yield the stroked rectangles of each page: left, lower, width and height on the page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            yield _stroked(page)


def _stroked(page: pikepdf.Page) -> list[tuple[float, float, float, float]]:
    matrix, kept = pikepdf.Matrix(), []
    found, waiting = [], []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "q":
            kept.append(matrix)
        elif name == "Q":
            matrix = kept.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*[float(value) for value in operands]) @ matrix
        elif name == "re":
            x, y, wide, tall = (float(value) for value in operands)
            waiting.append((x + matrix.e, y + matrix.f, wide, tall))
        elif name == "S":
            found += waiting
            waiting = []
        elif name in ("f", "f*", "n", "B"):
            waiting = []
    return found
