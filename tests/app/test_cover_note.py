"""Names and e-mails that other machines read: a number and the council, and nobody else."""

from __future__ import annotations

import pytest

from app.domain.sharing import PaperKind
from app.view.cover_note import CoverFacts, cover_note, read_cover_wording
from app.view.naming import file_name, job_title
from tests.builders import caseload, catalogue

FACTS = CoverFacts(number="SR-7K3Q-D9XM", council="Northmarsh Council")


def test_the_subject_of_an_e_mail_is_the_number_and_nothing_else() -> None:
    assert cover_note(FACTS, catalogue().cover).subject == "SR-7K3Q-D9XM"


def test_an_e_mail_names_the_council_and_nobody_of_any_family_or_agency() -> None:
    names = {
        word
        for record in caseload().records
        for person in record.people
        for word in (person.given, person.family)
        if word
    }
    names |= {one.name for record in caseload().records for one in record.agencies}

    body = cover_note(FACTS, catalogue().cover).body

    assert "Northmarsh Council" in body
    assert "SR-7K3Q-D9XM" in body
    assert [name for name in names if name in body.replace("Northmarsh Council", "")] == []
    assert "{" not in body


def test_wording_that_asks_for_a_name_is_refused() -> None:
    file = {"about": {"version": "1"}, "words": {"subject": "{number}", "body": "About {name}"}}

    with pytest.raises(ValueError, match="name"):
        read_cover_wording(file)


@pytest.mark.parametrize("kind", PaperKind)
def test_every_file_is_called_by_its_number_and_a_word_that_tells_nothing(kind: PaperKind) -> None:
    name = file_name(kind, "SR-7K3Q-D9XM")

    word = name.removesuffix("-SR-7K3Q-D9XM.pdf")
    assert word.isalpha()
    assert word not in ("consent", "withdrawal", "share")


def test_nothing_but_letters_figures_and_dashes_stands_in_a_name() -> None:
    number = "../SR 7K3Q:Ä/Leo"

    assert file_name(PaperKind.SHARE_REQUEST, number, "svg") == "request-SR7K3QLeo.svg"
    assert job_title(number) == "SR7K3QLeo"
