"""Who may be in the store already: which reasons, which grade, in which order."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.dates import PartialDate
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.identifiers import System
from app.domain.ids import HomeId, HouseholdId, PersonId
from app.domain.judgement import NotTheSame
from app.domain.likeness import Alike, Traits, alike, contradict, grade, numbers_of, traits
from app.domain.person import FurtherName, Gender, NameUse, Person, PersonDraft, Safety
from app.domain.reach import Identifier
from app.domain.restricted import Restricted, RestrictedKind
from app.nicknames import nicknames
from app.operation import operation
from app.ports import Work
from app.usecases.likely_same import MOST, likely_same, pairs
from db.store import Store
from tests.builders import TODAY, fill

ASH, REID = HouseholdId("ash"), HouseholdId("reid")
BORN = PartialDate(1990, 1, 31)


def somebody(id_: str, given: str, family: str, **rest: Any) -> Person:
    return Person(
        id=PersonId(id_),
        household=rest.pop("household", ASH),
        given=given,
        family=family,
        born=rest.pop("born", BORN),
        **rest,
    )


def number(person: str, value: str, system: System = System.NHS, where: HouseholdId = ASH) -> Any:
    return Identifier(
        id=f"{person}-{system}",
        household=where,
        person=PersonId(person),
        system=system,
        value=value,
    )


@operation()
def keep(work: Work, *items: object) -> None:
    """Keep records, and the two households they may belong to."""
    work.about(ASH)
    for household, name in ((ASH, "Ash family"), (REID, "Reid family")):
        if work.kept(Household).find(household) is None:
            work.kept(Household).add(Household(id=household, name=name))
    for item in items:
        work.kept(type(item)).add(item)


@pytest.fixture
def kept(store: Store) -> Store:
    """Keep Robert Ash, who lives at Mill Lane, and has an NHS number."""
    robert = somebody("robert", "Robert", "O’Brien-Ash", known_as="Robbie", gender=Gender.MALE)
    store.run(
        keep(
            robert,
            number("robert", "9990001235"),
            Home(
                id=HomeId("mill"),
                household=ASH,
                label="Home",
                lines=("3 Mill Lane",),
                postcode="ZZ99 1AB",
            ),
            Stay(id="stay", household=ASH, person=robert.id, home=HomeId("mill")),
        )
    )
    return store


def typed(given: str, family: str, **rest: Any) -> Traits:
    """Return the traits of what is in the form so far."""
    lines, postcode = rest.pop("lines", ()), rest.pop("postcode", "")
    homes = [Home(id=HomeId("new"), household=REID, label="", lines=lines, postcode=postcode)]
    numbers = rest.pop("numbers", ())
    draft = PersonDraft(given=given, family=family, **rest)
    return traits(draft, numbers, homes if postcode else ())


NAMED = ("Robert", "O'Brien Ash")


@pytest.mark.parametrize(
    ("sought", "reasons", "graded"),
    [
        (
            typed("X", "Y", numbers=[(System.NHS, "999 000 1235")]),
            (Alike.NUMBER,),
            0.99,
        ),
        (
            typed(*NAMED, born=BORN, lines=("3, Mill Lane",), postcode="zz991ab"),
            (Alike.NAME, Alike.BIRTHDAY, Alike.ADDRESS, Alike.POSTCODE),
            0.8,
        ),
        (
            typed(*NAMED, born=BORN, lines=("9 Quay Street",), postcode="ZZ99 1AB"),
            (Alike.NAME, Alike.BIRTHDAY, Alike.POSTCODE),
            0.7,
        ),
        (typed(*NAMED, born=BORN), (Alike.NAME, Alike.BIRTHDAY), 0.6),
        (typed("Robbie", "OBRIENASH", born=BORN), (Alike.NAME, Alike.BIRTHDAY), 0.6),
        (typed("Bob", "O’Brien-Ash", born=BORN), (Alike.NICKNAME, Alike.BIRTHDAY), 0.6),
        (typed("RÓBERT", "o’brien–ash", born=BORN), (Alike.NAME, Alike.BIRTHDAY), 0.6),
        (typed(*NAMED), (Alike.NAME,), 0.0),
        (typed(*NAMED, born=PartialDate(1990)), (Alike.NAME,), 0.0),
        (typed("Bob", "O’Brien-Ash"), (Alike.NICKNAME,), 0.0),
        (typed("Rupert", "Obrian-Ash", born=BORN), (), None),
        (typed("Robbert", "Obrian-Ash", born=BORN), (Alike.BIRTHDAY, Alike.SOUND), 0.0),
        (typed("Robbert", "Obrian-Ash"), (), None),
        (typed("Robert", "Ash", born=BORN), (Alike.BIRTHDAY, Alike.PART), 0.0),
        (typed("Robert James", "O’Brien", born=BORN), (Alike.BIRTHDAY, Alike.PART), 0.0),
        (typed("Robert", "Ash"), (), None),
        (typed("Robert", "Reid", born=BORN), (Alike.BIRTHDAY, Alike.FIRST_NAME), 0.0),
        (typed("Robert", "Reid"), (), None),
        (typed("O'Brien-Ash", "Robert"), (Alike.SWAPPED,), 0.0),
        (typed("O'Brien-Ash", "Robert", born=BORN), (Alike.SWAPPED, Alike.BIRTHDAY), 0.0),
        (typed(*NAMED, born=PartialDate(1991, 1, 31)), (), None),
        (typed("Dana", "Whitfield", born=BORN, postcode="ZZ99 1AB"), (), None),
        (typed("", "", born=BORN), (), None),
    ],
)
def test_a_person_who_may_be_there_is_shown_with_the_reasons(
    kept: Store, sought: Traits, reasons: tuple[Alike, ...], graded: float | None
) -> None:
    found = kept.ask(lambda work: likely_same(work, sought, nicknames()))

    assert [(one.person.id, one.reasons, one.grade) for one in found] == (
        [] if graded is None else [("robert", reasons, graded)]
    )


def test_another_birthday_is_no_hindrance_at_the_same_postcode(kept: Store) -> None:
    sought = typed(*NAMED, born=PartialDate(1991, 1, 13), postcode="ZZ99 1AB")

    [found] = kept.ask(lambda work: likely_same(work, sought, nicknames()))

    assert found.reasons == (Alike.NAME, Alike.POSTCODE)
    assert found.family == "Ash family"


def test_day_and_month_the_other_way_round_are_no_hindrance(store: Store) -> None:
    ellie = somebody("ellie", "Ellie-Mae", "Doyle", born=PartialDate(2010, 4, 11))
    store.run(keep(ellie))
    sought = typed("Ellie-Mae", "Doyle", born=PartialDate(2010, 11, 4))

    [found] = store.ask(lambda work: likely_same(work, sought, nicknames()))

    assert found.reasons == (Alike.NAME, Alike.DAY_AND_MONTH)


def test_a_first_name_and_a_birthday_are_shown_before_adding_but_make_no_pair(
    store: Store,
) -> None:
    store.run(keep(somebody("one", "Dana", "Whitfield"), somebody("two", "Dana", "Reid")))

    found = store.ask(
        lambda work: likely_same(work, typed("Dana", "Okafor", born=BORN), nicknames())
    )

    assert {one.person.id for one in found} == {"one", "two"}
    assert store.ask(lambda work: pairs(work, nicknames())) == ()


def test_a_person_is_never_like_themself(kept: Store) -> None:
    sought = typed(*NAMED, born=BORN)

    assert kept.ask(lambda w: likely_same(w, sought, nicknames(), but=PersonId("robert"))) == ()


def test_sex_and_gender_are_never_compared(kept: Store) -> None:
    [found] = kept.ask(
        lambda work: likely_same(
            work, typed(*NAMED, born=BORN, gender=Gender.FEMALE, sex=Gender.FEMALE), nicknames()
        )
    )

    assert found.grade == 0.6


def test_the_likeliest_come_first_and_only_so_many(store: Store) -> None:
    many = [somebody(f"p{n}", "Kit", "Ash", born=None) for n in range(MOST + 3)]
    store.run(keep(somebody("exact", "Kit", "Ash"), *many))

    found = store.ask(lambda work: likely_same(work, typed("Kit", "Ash", born=BORN), nicknames()))

    assert len(found) == MOST
    assert found[0].person.id == "exact"


def test_a_previous_name_counts_and_a_sealed_one_never_does(store: Store) -> None:
    further = (FurtherName(use=NameUse.MAIDEN, family="Penhaligon"),)
    store.run(
        keep(
            somebody("jo", "Jo", "Ash", further_names=further),
            Restricted(
                id="r",
                household=ASH,
                person=PersonId("jo"),
                kind=RestrictedKind.SEALED_IDENTITY,
                text="Zebedee Quist",
            ),
        )
    )

    def ids(sought: Traits) -> list[str]:
        found = store.ask(lambda work: likely_same(work, sought, nicknames()))
        return [one.person.id for one in found]

    assert ids(typed("Jo", "Penhaligon", born=BORN)) == ["jo"]
    assert ids(typed("Zebedee", "Quist", born=BORN)) == []


def test_a_home_that_is_somebody_s_own_is_not_compared(store: Store) -> None:
    own = Home(id=HomeId("own"), household=ASH, label="Own", postcode="ZZ99 7XY", safety=Safety.OWN)
    stay = Stay(id="s", household=ASH, person=PersonId("jo"), home=own.id)
    store.run(keep(somebody("jo", "Jo", "Ash"), own, stay))

    [found] = store.ask(
        lambda work: likely_same(
            work, typed("Jo", "Ash", born=BORN, postcode="ZZ99 7XY"), nicknames()
        )
    )

    assert found.reasons == (Alike.NAME, Alike.BIRTHDAY)


def found_pairs(store: Store) -> list[tuple[set[str], float]]:
    found = store.ask(lambda work: pairs(work, nicknames()))
    return [({pair.one.id, pair.other.id}, pair.grade) for pair in found]


def test_pairs_across_families_are_listed_likeliest_first(kept: Store) -> None:
    kept.run(
        keep(
            somebody("same", "Robert", "O’Brien-Ash", household=REID),
            somebody("number", "Bo", "Reid", household=REID, born=None),
            number("number", "9990001235", where=REID),
            somebody(
                "father", "Robert", "O’Brien-Ash", household=REID, born=PartialDate(1961, 2, 3)
            ),
            somebody("heard", "Robbert", "Obrian-Ash", household=REID),
        )
    )

    assert found_pairs(kept) == [
        ({"robert", "number"}, 0.99),
        ({"robert", "same"}, 0.6),
        ({"robert", "heard"}, 0.0),
        ({"same", "heard"}, 0.0),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_two_who_were_judged_to_be_two_are_not_listed_again(kept: Store, turned: bool) -> None:
    one, other = ("same", "robert") if turned else ("robert", "same")
    kept.run(
        keep(
            somebody("same", "Robert", "O’Brien-Ash", household=REID),
            NotTheSame(id="n", household=ASH, person=PersonId(one), other=other, on=TODAY),
        )
    )

    assert found_pairs(kept) == []


def test_different_nhs_numbers_make_two_people(kept: Store) -> None:
    kept.run(
        keep(
            somebody("same", "Robert", "O’Brien-Ash", household=REID),
            number("same", "9990002347", where=REID),
        )
    )

    assert found_pairs(kept) == []


def test_twins_and_the_caseload_are_not_called_duplicates(store: Store) -> None:
    fill(store)
    store.run(keep(somebody("kit", "Kit", "Ash"), somebody("sam", "Sam", "Ash")))

    assert found_pairs(store) == []


def test_traits_say_what_is_compared() -> None:
    council = number("x", "C/1", System.COUNCIL)
    one = traits(somebody("x", "Kit", "Ash"), numbers_of([council, number("x", "9990001235")]))
    bare = traits(PersonDraft(given="Kit"))

    assert one.numbers == {("nhs-number", "9990001235")}
    assert alike(one, bare, nicknames()) == ()
    assert grade(()) == 0.0
    assert not contradict(one, bare)
