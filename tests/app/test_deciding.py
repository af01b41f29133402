"""Who can say yes, as practice 4.1 to 4.3 tells it, one sentence a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.consent import CompetenceKind, Standing
from app.domain.dates import PartialDate, age_on, birthday, years_between
from app.domain.deciding import Rule, deciders
from app.domain.ids import OrderId, PersonId
from app.domain.person import Person
from app.domain.record import Record
from app.domain.responsibility import Holds, Order, OrderKind
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    TODAY,
    ash,
    competent,
    flag,
    hidden_home,
    holds,
    home,
    person,
    stay,
)

KIT, ROWAN, JO = PersonId("kit"), PersonId("rowan"), PersonId("jo")
CAPACITY = CompetenceKind.CAPACITY


def with_kit(born: str | None, **parts: Any) -> Record:
    """Return the Ash family with Kit born on a day."""
    return ash(people=(person("rowan"), person("jo"), person("kit", born=born)), **parts)


def names(record: Record, on: date = TODAY, agency: Any = GP) -> tuple[Rule, list[str]]:
    who = deciders(record, KIT, agency, on)
    return who.rule, [decider.person for decider in who.signers]


BOTH, SELF, NONE = ["rowan", "jo"], ["kit"], list[str]()


@pytest.mark.parametrize(
    ("sentence", "born", "rule", "who"),
    [
        ("a baby's parents decide", "2026-11-22", Rule.PARENTS, BOTH),
        ("a child of 11 does not decide", "2015-11-22", Rule.PARENTS, BOTH),
        ("a child of 12 does not decide without a note", "2014-11-22", Rule.PARENTS, BOTH),
        ("a child of 15 does not decide without a note", "2010-12-22", Rule.PARENTS, BOTH),
        ("the day before the 16th birthday parents decide", "2010-11-23", Rule.PARENTS, BOTH),
        ("on the 16th birthday they decide", "2010-11-22", Rule.YOUNG_PERSON, SELF),
        ("at 17 they decide", "2009-01-01", Rule.YOUNG_PERSON, SELF),
        ("the day before the 18th birthday it is the same", "2008-11-23", Rule.YOUNG_PERSON, SELF),
        ("on the 18th birthday they are an adult", "2008-11-22", Rule.SELF, SELF),
        ("an adult decides, and nobody else", "1950-05-05", Rule.SELF, SELF),
        ("without a date of birth nobody decides", None, Rule.AGE_UNKNOWN, NONE),
        ("born in a month that leaves 16 open", "2010-11", Rule.AGE_UNKNOWN, NONE),
        ("born in a year that leaves 16 open", "2010", Rule.AGE_UNKNOWN, NONE),
        ("born in a month that makes it sure", "2010-10", Rule.YOUNG_PERSON, SELF),
        ("born in a year that makes it sure", "2009", Rule.YOUNG_PERSON, SELF),
        ("an adult known by the year only decides", "1990", Rule.SELF, SELF),
        ("a year that leaves 18 open is still 16 or over", "2008", Rule.YOUNG_PERSON, SELF),
        ("a year that is surely under 16", "2011", Rule.PARENTS, BOTH),
        ("an estimated day is taken at its word", "2010-11-22 EAA", Rule.YOUNG_PERSON, SELF),
    ],
)
def test_who_decides_by_age(sentence: str, born: str | None, rule: Rule, who: list[str]) -> None:
    found = names(with_kit(born))

    assert found == (rule, who), sentence


@pytest.mark.parametrize(
    ("born", "asked"),
    [("2014-11-23", False), ("2014-11-22", True), ("2010-11-23", True), ("2020-01-01", False)],
)
def test_a_child_is_asked_beside_their_parents_from_twelve(born: str, asked: bool) -> None:
    assert deciders(with_kit(born), KIT, GP, TODAY).asked_too is asked


def test_an_unborn_child_has_no_decider() -> None:
    record = ash(people=(person("rowan"), person("jo"), person("kit", born=None, due=TODAY)))

    assert names(record) == (Rule.UNBORN, NONE)


def test_nobody_decides_for_somebody_who_has_died() -> None:
    dead = person("kit", born="1970-01-01", died=PartialDate.read("2019-07"))

    assert names(ash(people=(person("rowan"), person("jo"), dead))) == (Rule.DECEASED, NONE)


@pytest.mark.parametrize(
    ("sentence", "rows", "who"),
    [
        ("the mother and the father of the birth certificate", [("rowan", Holds.YES)], ["rowan"]),
        ("a step-parent recorded as no", [("rowan", Holds.YES), ("jo", Holds.NO)], ["rowan"]),
        ("not known is not a yes", [("rowan", Holds.UNKNOWN)], []),
        ("disputed is not a yes", [("rowan", Holds.DISPUTED), ("jo", Holds.YES)], ["jo"]),
        ("nobody recorded", [], []),
    ],
)
def test_parental_responsibility_is_only_what_is_recorded(
    sentence: str, rows: list[tuple[str, Holds]], who: list[str]
) -> None:
    kept = tuple(holds("kit", adult, holds=how) for adult, how in rows)

    rule, found = names(ash(responsibilities=kept))

    assert found == who, sentence
    assert rule is (Rule.PARENTS if who else Rule.NOBODY_RECORDED)


@pytest.mark.parametrize(
    ("span", "who"),
    [
        ({"since": date(2026, 11, 22)}, BOTH),
        ({"since": date(2026, 11, 23)}, ["rowan"]),
        ({"until": date(2026, 11, 23)}, BOTH),
        ({"until": date(2026, 11, 22)}, ["rowan"]),
    ],
)
def test_responsibility_counts_from_its_first_day_and_not_on_its_last(
    span: dict[str, date], who: list[str]
) -> None:
    record = ash(responsibilities=(holds("kit", "rowan"), holds("kit", "jo", **span)))

    assert names(record)[1] == who


def test_a_holder_who_has_died_does_not_decide() -> None:
    dead = person("jo", died=PartialDate.read("2026-01"))
    record = ash(people=(person("rowan"), dead, person("kit", born="2017-03-03")))

    assert names(record) == (Rule.PARENTS, ["rowan"])


def guardianship(**span: Any) -> Record:
    order = Order(
        id=OrderId("sgo"), household=ASH, kind=OrderKind.SPECIAL_GUARDIANSHIP, holder=ROWAN, **span
    )
    return ash(
        orders=(order,),
        responsibilities=(holds("kit", "rowan"), holds("kit", "jo", restricted_by=order.id)),
    )


def test_a_holder_restricted_by_an_order_is_shown_and_does_not_sign() -> None:
    who = deciders(guardianship(), KIT, GP, TODAY)

    assert [(d.person, d.restricted) for d in who.who] == [("rowan", False), ("jo", True)]
    assert [d.person for d in who.signers] == ["rowan"]
    assert not who.can_decide(JO)


@pytest.mark.parametrize(
    ("until", "who"), [(date(2026, 11, 22), ["rowan"]), (date(2026, 11, 21), BOTH)]
)
def test_an_order_restricts_to_its_last_day_and_no_longer(until: date, who: list[str]) -> None:
    assert names(guardianship(until=until))[1] == who


def test_when_every_holder_is_restricted_nobody_can_decide() -> None:
    record = replace(guardianship(), responsibilities=(holds("kit", "jo", restricted_by="sgo"),))

    assert names(record) == (Rule.NOBODY_RECORDED, NONE)


def test_a_parent_from_whom_the_child_must_be_protected_is_left_out() -> None:
    order = Order(
        id=OrderId("nmo"),
        household=ASH,
        kind=OrderKind.NON_MOLESTATION,
        restrains=JO,
        protects=(KIT,),
        until=date(2027, 3, 31),
    )

    assert names(ash(orders=(order,)))[1] == ["rowan"]
    assert names(ash(orders=(order,)), date(2027, 4, 1))[1] == BOTH


def test_a_parent_who_may_not_know_the_childs_home_is_left_out() -> None:
    record = ash(
        homes=(home("old"), hidden_home("new")),
        stays=(stay("jo", "old"), stay("rowan", "new"), stay("kit", "new")),
    )

    assert names(record)[1] == ["rowan"]
    assert names(replace(record, homes=(home("old"), home("new"))))[1] == BOTH


def test_a_parent_who_lives_with_a_flagged_child_still_decides() -> None:
    record = ash(
        homes=(home("h"),), stays=(stay("rowan", "h"), stay("kit", "h")), flags=(flag("kit"),)
    )

    assert names(record)[1] == ["rowan"]


TEEN = "2012-11-22"


def test_a_competent_child_decides_alone_about_the_agency_the_note_names() -> None:
    record = with_kit(TEEN, competences=(competent("kit", CAMHS),))

    who = deciders(record, KIT, CAMHS, TODAY)

    assert (who.rule, [d.person for d in who.who]) == (Rule.GILLICK, SELF)
    assert who.who[0].standing is Standing.COMPETENT_CHILD
    assert who.who[0].competence == record.competences[0].id
    assert names(record, agency=GP) == (Rule.PARENTS, BOTH)
    assert names(record, agency=None) == (Rule.PARENTS, BOTH)


@pytest.mark.parametrize(
    ("sentence", "notes", "rule"),
    [
        ("not able: parents decide", [("2026-09-01", False)], Rule.PARENTS),
        ("the newest note counts", [("2026-09-01", True), ("2026-10-01", False)], Rule.PARENTS),
        ("and again", [("2026-09-01", False), ("2026-10-01", True)], Rule.GILLICK),
        ("whatever the order", [("2026-10-01", True), ("2026-09-01", False)], Rule.GILLICK),
        ("a note of today counts", [("2026-11-22", True)], Rule.GILLICK),
        ("a note of tomorrow does not", [("2026-11-23", True)], Rule.PARENTS),
        (
            "a later note says nothing of today",
            [("2026-09-01", True), ("2026-12-01", False)],
            Rule.GILLICK,
        ),
    ],
)
def test_gillick_notes_are_dated(sentence: str, notes: list[tuple[str, bool]], rule: Rule) -> None:
    kept = tuple(competent("kit", able=able, on=on) for on, able in notes)

    assert names(with_kit(TEEN, competences=kept))[0] is rule, sentence


def test_from_sixteen_capacity_is_presumed_and_a_gillick_note_is_not_asked_for() -> None:
    record = with_kit("2010-11-22", competences=(competent("kit", able=False),))

    assert names(record) == (Rule.YOUNG_PERSON, SELF)


@pytest.mark.parametrize(
    ("agency", "rule"), [(GP, Rule.LACKS_CAPACITY), (CAMHS, Rule.SELF), (None, Rule.SELF)]
)
def test_a_capacity_note_counts_for_its_own_decision_only(agency: Any, rule: Rule) -> None:
    record = with_kit("1990-01-01", competences=(competent("kit", able=False, kind=CAPACITY),))

    assert names(record, agency=agency)[0] is rule


def test_nobody_signs_for_an_adult_who_lacks_capacity_not_even_a_parent() -> None:
    record = with_kit("2000-01-01", competences=(competent("kit", able=False, kind=CAPACITY),))

    assert names(record) == (Rule.LACKS_CAPACITY, NONE)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2010-12-05", date(2026, 12, 4), 15),
        ("2010-12-05", date(2026, 12, 5), 16),
        ("2012-02-29", date(2028, 2, 28), 15),
        ("2012-02-29", date(2028, 2, 29), 16),
        ("2011-02-28", date(2027, 2, 28), 16),
    ],
)
def test_ages_are_counted_in_full_years(born: str, on: date, years: int) -> None:
    assert years_between(date.fromisoformat(born), on) == years


def test_somebody_born_on_29_february_comes_of_age_on_1_march() -> None:
    born = date(2012, 2, 29)

    assert birthday(born, 15) == date(2027, 3, 1)
    assert birthday(born, 16) == date(2028, 2, 29)
    assert years_between(born, date(2027, 2, 28)) == 14


def test_an_age_that_is_not_sure_is_not_guessed() -> None:
    assert age_on(PartialDate.read("2010"), TODAY) is None
    assert age_on(PartialDate.read("2010-10"), TODAY) == 16


@pytest.mark.parametrize("text", ["2019", "2019-07", "2019-07-03", "2019-07 UEA", "2019 UUE"])
def test_a_date_known_in_part_is_written_as_it_is_read(text: str) -> None:
    assert PartialDate.read(text).text() == text


@pytest.mark.parametrize(
    "text",
    ["", "19", "2019-7", "2019-13", "2019-02-30", "2019-07-03 UAA", "2019 AUA", "2019-07-03T10",
     "0000", "２０１９", "2019\n", "2019-07-03 AAAA", "2019-07 AAE"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|accuracy|month|year|day"):
        PartialDate.read(text)


def test_a_person_without_a_name_still_has_none_of_the_rules_broken() -> None:
    nobody = Person(id=KIT, household=ASH, due=TODAY)

    assert (nobody.name, nobody.initials, nobody.unborn) == ("", "", True)
    assert not nobody.decides_alone(TODAY)
