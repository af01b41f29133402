"""The printed words: complete for every code, checked when read, plain for families."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from app.documents.wording import (
    read_consent_wording,
    read_governance_wording,
    read_request_wording,
    read_withdrawal_wording,
)
from app.domain.agency import AgencyKind
from app.domain.consent import Category, Purpose, Standing
from app.domain.deciding import Rule
from app.domain.proof import Way
from app.domain.sharing import MOST_QUESTIONS, Confidentiality, Urgency
from app.view.governance import BANDS
from tests.app.paper_builders import (
    form_toml,
    form_wording,
    governance_toml,
    request_toml,
    request_wording,
    withdrawal_toml,
)

BANNED = ("data subject", "disclos", "pursuant", "entitlement", "data controller")
REPLACED = ("consent", "withdraw")
LATIN = ("e.g", "i.e", "etc", "via", "ad hoc", "per annum", "vice versa", "inter alia", "pro forma")
ACCUSING = ("abus", "neglect", "allegation", "violen", "perpetrator", "suspect", "offend")
MOST_WORDS = 20


def sentences(value: object) -> Iterator[str]:
    """Yield every printed string of a parsed file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from sentences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner)


COPY = [withdrawal_toml()[table] for table in ("family", "reasons", "categories")]
FAMILY = tuple(sentences([form_toml(), *COPY]))


def test_the_form_has_words_for_every_code() -> None:
    wording = form_wording()

    assert set(wording.agencies) == {kind.value for kind in AgencyKind}
    assert set(wording.categories) == {category.value for category in Category}
    assert set(wording.rules) == {rule.value for rule in Rule}
    assert set(wording.standings) == {standing.value for standing in Standing}


def test_the_letter_has_words_for_every_code() -> None:
    wording = request_wording()

    assert set(wording.categories) == {category.value for category in Category}
    assert set(wording.standings) == {standing.value for standing in Standing}
    assert set(wording.ways) == {way.value for way in Way}
    assert set(wording.urgencies) == {urgency.value for urgency in Urgency}
    assert set(wording.purposes) == {purpose.value for purpose in Purpose}
    assert set(wording.confidentialities) == {basis.value for basis in Confidentiality}
    assert set(wording.matches) == {".99", ".8", ".7", ".6"}


def test_the_notices_and_the_question_have_words_for_every_code() -> None:
    notices = read_withdrawal_wording(withdrawal_toml())
    question = read_governance_wording(governance_toml())

    assert set(notices.reasons) == {basis.value for basis in Confidentiality}
    assert set(notices.categories) == {category.value for category in Category}
    assert set(question.categories) == {category.value for category in Category}
    assert set(question.kinds) == {kind.value for kind in AgencyKind}
    assert set(question.purposes) == {purpose.value for purpose in Purpose}
    assert set(question.ages) == {"unborn", "not-known", *(code for _, code in BANDS)}


def test_every_question_names_known_kinds_and_one_known_category() -> None:
    kinds = {kind.value for kind in AgencyKind}
    categories = {category.value for category in Category}

    bank = request_wording().questions

    assert all(set(question.kinds) <= kinds for question in bank.values())
    assert {question.category for question in bank.values()} <= categories


@pytest.mark.parametrize("kind", [kind for kind in AgencyKind if kind.value != "sexual-health"])
def test_every_kind_of_agency_has_questions_to_choose_from(kind: AgencyKind) -> None:
    codes = request_wording().questions_for(kind.value)

    assert len(codes) >= 3


def test_no_question_is_put_about_sexual_health_or_immigration() -> None:
    wording = request_wording()

    asked = {question.category for question in wording.questions.values()}

    assert wording.questions_for("sexual-health") == ()
    assert not asked & {"sexual-health", "immigration"}


def test_no_question_asks_for_everything() -> None:
    words = [question.words.lower() for question in request_wording().questions.values()]

    found = [text for text in words if re.search(r"\b(any information|all|full record)\b", text)]

    assert found == []
    assert len(words) > MOST_QUESTIONS


def test_what_an_agency_does_is_said_in_five_words() -> None:
    longest = max(len(agency.what.split()) for agency in form_wording().agencies.values())

    assert longest <= 5


@pytest.mark.parametrize("word", BANNED + REPLACED + ACCUSING)
def test_a_word_that_families_should_not_read_is_nowhere(word: str) -> None:
    found = [text for text in FAMILY if word in text.lower()]

    assert found == []


@pytest.mark.parametrize("word", LATIN)
def test_there_is_no_latin_for_families(word: str) -> None:
    found = [text for text in FAMILY if re.search(rf"\b{re.escape(word)}\b", text.lower())]

    assert found == []


def test_no_sentence_for_families_has_more_than_twenty_words() -> None:
    parts = [part for text in FAMILY for part in re.split(r"(?<=[.?!])\s+", text)]

    long = [part for part in parts if len(part.split()) > MOST_WORDS]

    assert long == []


def test_nothing_for_families_is_in_capitals() -> None:
    shouted = {word for text in FAMILY for word in re.findall(r"\b[A-Z]{2,}\b", text)}

    assert shouted <= {"UK", "GB"}


def test_the_words_cannot_be_changed_once_read() -> None:
    wording = form_wording()

    with pytest.raises(TypeError):
        wording.rules["self"] = "Other words"  # type: ignore[index]


def test_a_missing_key_is_named() -> None:
    words = form_toml()
    del words["sign"]["lasts"]  # type: ignore[attr-defined]

    with pytest.raises(ValueError, match=r"missing key sign\.lasts"):
        read_consent_wording(words)


def test_an_unknown_key_is_named() -> None:
    words = request_toml()
    words["extra"] = "Something"

    with pytest.raises(ValueError, match="unknown key extra"):
        read_request_wording(words)


@pytest.mark.parametrize(
    ("value", "trouble"),
    [
        ("", r"slip\.hint must be words"),
        (3, r"slip\.hint must be words"),
        ("Dear {nobody}", r"slip\.hint has an unknown place \{nobody\}"),
        ("A {brace", r"slip\.hint has a brace that does not fit"),
        ("{known_as.__class__}", r"slip\.hint has an unknown place"),
    ],
)
def test_a_sentence_that_cannot_be_printed_is_named(value: object, trouble: str) -> None:
    words = form_toml()
    words["slip"]["hint"] = value  # type: ignore[index]

    with pytest.raises(ValueError, match=trouble):
        read_consent_wording(words)


@pytest.mark.parametrize("value", [[], "one sentence", [1]])
def test_a_list_that_is_none_is_named(value: object) -> None:
    words = form_toml()
    words["why"]["points"] = value  # type: ignore[index]

    with pytest.raises(ValueError, match=r"why\.points must be"):
        read_consent_wording(words)


def test_a_table_that_is_none_is_named() -> None:
    words = form_toml()
    words["agencies"] = "none"

    with pytest.raises(ValueError, match="agencies must be a table"):
        read_consent_wording(words)


def test_a_date_that_is_none_is_named() -> None:
    words = form_toml()
    words["about"]["date"] = "today"  # type: ignore[index]

    with pytest.raises(ValueError, match=r"about\.date must be a date"):
        read_consent_wording(words)
