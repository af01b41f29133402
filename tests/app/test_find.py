"""What is found in the made-up caseload, in which order, and what is never found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.agency import Agency, AgencyKind, Involvement, Professional
from app.domain.dates import PartialDate
from app.domain.finding import Findings, Group, Hit
from app.domain.folding import words_of
from app.domain.home import Home, Stay
from app.domain.household import Household
from app.domain.identifiers import System
from app.domain.ids import AgencyId, HomeId, PersonId, ProfessionalId
from app.domain.person import FurtherName, NameUse, Safety
from app.domain.reach import ContactPoint, FlagKind, Identifier, Way
from app.domain.restricted import Restricted, RestrictedKind
from app.domain.search import MOST_PARTS, Likeness
from app.domain.visit import Note
from app.nicknames import nicknames
from app.operation import operation
from app.ports import Work
from app.usecases.find import FIRST, MOST, find
from db.store import Store
from tests.builders import ASH, agency, fill, flag, home, involved, person, stay

CLINIC = AgencyId("clinic")


@operation()
def keep(work: Work, *items: object) -> None:
    """Keep records of the Ash family, whatever they are."""
    work.about(ASH)
    if work.kept(Household).find(ASH) is None:
        work.kept(Household).add(Household(id=ASH, name="Ash family"))
    for item in items:
        work.kept(type(item)).add(item)


def found(store: Store, typed: str) -> dict[Group, Findings]:
    answer = store.ask(lambda work: find(work, typed, nicknames()))
    return {findings.group: findings for findings in answer}


def names(store: Store, typed: str, group: Group = Group.PEOPLE) -> list[str]:
    findings = found(store, typed).get(group)
    return [] if findings is None else [hit.name for hit in findings.hits]


def everything(store: Store, typed: str) -> list[Hit]:
    return [hit for findings in found(store, typed).values() for hit in findings.hits]


@pytest.fixture
def demo(store: Store) -> Store:
    return fill(store)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("whitfield", "Dana Whitfield"),
        ("WHIT", "Dana Whitfield"),
        ("whitfield, dana", "Dana Whitfield"),
        ("dana whit", "Dana Whitfield"),
        ("14/3/1991", "Dana Whitfield"),
        ("14.3.91", "Dana Whitfield"),
        ("14 March 1991", "Dana Whitfield"),
        ("Mar 1991", "Dana Whitfield"),
        ("1991", "Dana Whitfield"),
        ("dana 1991", "Dana Whitfield"),
        ("w*f?eld", "Dana Whitfield"),
        ("?ana", "Dana Whitfield"),
        ("witfeeld", "Dana Whitfield"),
        ("begam", "Nadia Begum"),
        ("peggy doyle", "Margaret Doyle"),
        ("ellie mae", "Ellie-Mae Doyle"),
        ("ELLIE-MAE", "Ellie-Mae Doyle"),
        ("elliemae", "Ellie-Mae Doyle"),
    ],
)
def test_a_person_is_found_however_one_knows_them(demo: Store, typed: str, who: str) -> None:
    assert who in names(demo, typed)


@pytest.mark.parametrize("typed", ["", " ", "*", "qqq", "dana qqq", "31/12/1899", "w*qqq"])
def test_what_is_not_there_is_not_found(demo: Store, typed: str) -> None:
    assert everything(demo, typed) == []


def test_known_as_and_further_names_find_a_person_by_the_name_they_go_by(store: Store) -> None:
    further = (
        FurtherName(use=NameUse.MAIDEN, family="Penhaligon"),
        FurtherName(use=NameUse.OLD, given="Zoë", family="Łuczak"),
    )
    store.run(keep(person("robin", "Robert", known_as="Robbie", further_names=further)))

    for typed in ("robert", "robbie ash", "penhal", "robert penhaligon", "luczak zoe"):
        assert names(store, typed) == ["Robbie Ash"]


def test_nicknames_come_after_exact_hits_and_sound_alikes_last_and_marked(store: Store) -> None:
    store.run(
        keep(
            person("bob", "Bob", family="Smith"),
            person("robert", "Robert", family="Smith"),
            person("smyth", "Rob", family="Smyth"),
        )
    )

    hits = found(store, "bob smith")[Group.PEOPLE].hits

    assert [(hit.name, hit.likeness) for hit in hits] == [
        ("Bob Smith", Likeness.EXACT),
        ("Robert Smith", Likeness.NICKNAME),
        ("Rob Smyth", Likeness.SOUND),
    ]


def test_where_exact_hits_fill_the_group_there_is_no_room_for_likenesses(store: Store) -> None:
    smiths = [person(f"s{n}", f"Name{n}", family="Smith") for n in range(MOST + 1)]
    store.run(keep(person("smyth", family="Smyth"), *smiths))

    findings = found(store, "smith")[Group.PEOPLE]

    assert findings.more
    assert [hit.name for hit in findings.hits] == [f"Name{n} Smith" for n in range(MOST, 0, -1)]


@pytest.mark.parametrize(
    "typed",
    [
        "9990001235",
        "999 000 1235",
        "999-000-1235",
        "99 90 00 12 35",
        "999 000",
        "A123456789012",
        "a 123 456 789 012",
        "07700 900123",
        "+44 7700 900123",
        "900123",
        "0123",
        "700 9001",
        "ZZ99 1AB",
        "zz991ab",
        "zz99",
        "zz99 1",
    ],
)
def test_numbers_and_postcodes_are_found_in_any_grouping(store: Store, typed: str) -> None:
    one = person("robin")
    rest: dict[str, Any] = {"household": ASH, "person": one.id}
    store.run(
        keep(
            one,
            Identifier(id="i1", system=System.NHS, value="9990001235", **rest),
            Identifier(id="i2", system=System.UPN, value="A123456789012", **rest),
            ContactPoint(id="c", way=Way.PHONE, value="07700 900123", **rest),
            home("mill", "3 Mill Lane", postcode="ZZ99 1AB"),
            stay("robin", "mill"),
        )
    )

    assert names(store, typed) == ["Robin Ash"]


def test_notes_and_visits_are_found_by_words_and_days_newest_first(demo: Store) -> None:
    days = [hit.on for hit in found(demo, "november 2026")[Group.NOTES].hits]
    words = found(demo, "speech cards")[Group.NOTES].hits

    assert len(days) >= 3
    assert days == sorted(days, key=lambda day: day or date.min, reverse=True)
    assert words[0].visit
    assert "speech cards" in words[0].excerpt
    assert words[0].household == "family-a"


def test_the_newest_note_is_the_one_of_the_latest_day_whenever_it_was_entered(
    store: Store,
) -> None:
    notes = [
        Note(id=f"n{day}", household=ASH, on=date(2026, 5, day), text="Boiler mended.")
        for day in (9, 2, 30, 17)
    ]
    store.run(keep(*notes))

    assert [hit.id for hit in found(store, "boiler")[Group.NOTES].hits] == [
        "n30",
        "n17",
        "n9",
        "n2",
    ]


def test_an_agency_leads_to_the_newest_family_that_has_it(demo: Store) -> None:
    hits = {hit.name: hit.household for hit in found(demo, "practice")[Group.AGENCIES].hits}

    assert hits["Eastgate Practice"] == "family-a"


def test_an_agency_that_no_family_has_leads_nowhere(store: Store) -> None:
    store.run(keep(agency(listed=True)))

    assert found(store, "mill")[Group.AGENCIES].hits[0].household is None


def test_only_the_groups_asked_for_are_looked_into(demo: Store) -> None:
    groups = demo.ask(lambda work: [f.group for f in find(work, "whit", nicknames(), FIRST)])

    assert Group.NOTES not in groups


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_breaks_the_search(demo: Store, typed: str) -> None:
    assert len(found(demo, typed)) <= len(Group)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300
)
@given(st.text(st.characters(categories=["L", "M", "P", "Zs"]), min_size=1, max_size=40))
def test_a_note_in_any_script_is_found_by_its_words(store: Store, text: str) -> None:
    note = Note(id="any", household=ASH, on=date(2026, 1, 2), text=text)
    words = " ".join(list(words_of(text))[:MOST_PARTS])
    store.run(keep(note))

    ids = [hit.id for hit in everything(store, words) if hit.group is Group.NOTES]

    store.undo()
    assert ids == (["any"] if words else [])


# --- What nobody may see on a shared screen.


def with_a_secret_clinic(store: Store, *, listed: bool = False) -> None:
    """Keep a clinic that only one person's own involvement knows, and a note from it."""
    kept = Agency(
        id=CLINIC,
        name="Larkspur Clinic",
        kind=AgencyKind.SEXUAL_HEALTH,
        listed=listed,
    )
    store.run(
        keep(
            person("kit"),
            kept,
            Professional(id=ProfessionalId("dr"), agency=CLINIC, name="Dr Larkspurson"),
            involved("kit", CLINIC, safety=Safety.OWN),
            Note(id="told", household=ASH, on=date(2026, 5, 1), text="Periwinkle.", agency=CLINIC),
        )
    )


@pytest.mark.parametrize("typed", ["larkspur", "l*spur", "clinic", "larkspurson", "periwinkle"])
def test_what_only_somebody_s_own_involvement_knows_is_never_found(
    store: Store, typed: str
) -> None:
    with_a_secret_clinic(store)

    assert everything(store, typed) == []


def test_a_note_about_whoever_has_the_clinic_for_themself_is_not_found_through_another(
    store: Store,
) -> None:
    with_a_secret_clinic(store)
    met = Note(
        id="met",
        household=ASH,
        on=date(2026, 5, 2),
        text="Speedwell.",
        people=(PersonId("kit"),),
        agency=CLINIC,
    )
    store.run(keep(person("sam"), involved("sam", CLINIC), met))
    store.run(keep(replace(met, id="sams", text="Foxglove.", people=(PersonId("sam"),))))

    assert everything(store, "speedwell") == []
    assert [hit.id for hit in everything(store, "foxglove")] == ["sams"]


def test_a_listed_clinic_is_found_and_leads_to_nobody(store: Store) -> None:
    with_a_secret_clinic(store, listed=True)

    hits = everything(store, "larkspur clinic")

    assert [(hit.name, hit.household) for hit in hits] == [("Larkspur Clinic", None)]


def test_a_secret_agency_takes_no_place_in_a_full_list(store: Store) -> None:
    with_a_secret_clinic(store)
    places = [agency(AgencyId(f"c{n}"), f"Clinic {n}", listed=True) for n in range(MOST)]
    store.run(keep(*places))

    findings = found(store, "clinic")[Group.AGENCIES]

    assert len(findings.hits) == MOST
    assert not findings.more


def test_an_agency_another_person_has_openly_is_found_through_them(store: Store) -> None:
    with_a_secret_clinic(store)
    store.run(keep(person("jo"), involved("jo", CLINIC)))

    assert [hit.household for hit in everything(store, "larkspur clinic")] == [ASH]
    assert [hit.id for hit in everything(store, "periwinkle")] == ["told"]


@operation()
def make_it_known(work: Work) -> None:
    """Make the secret involvement an ordinary one."""
    work.about(ASH)
    [known] = work.kept(Involvement).of(ASH)
    work.kept(Involvement).change(replace(known, safety=Safety.ORDINARY))


def test_the_rule_is_asked_anew_each_time(store: Store) -> None:
    with_a_secret_clinic(store)
    store.run(make_it_known())
    known = names(store, "larkspur", Group.AGENCIES)
    store.undo()

    assert known == ["Larkspur Clinic"]
    assert everything(store, "larkspur") == []


def test_restricted_facts_flags_and_what_is_one_s_own_are_never_found(store: Store) -> None:
    one = person("kit")
    rest: dict[str, Any] = {"household": ASH, "person": one.id}
    store.run(
        keep(
            one,
            Restricted(id="r", kind=RestrictedKind.SEALED_IDENTITY, text="Zebedee Quist", **rest),
            replace(flag("kit", FlagKind.STAFF_SAFETY), reason="Mandrake dog"),
            ContactPoint(id="c", way=Way.PHONE, value="07700 900456", safety=Safety.OWN, **rest),
            Home(
                id=HomeId("own"),
                household=ASH,
                label="Own",
                lines=("9 Hollyhock Row",),
                postcode="ZZ99 7XY",
                safety=Safety.OWN,
            ),
            Stay(id="s", home=HomeId("own"), **rest),
        )
    )

    for typed in ("zebedee", "quist", "mandrake", "staff", "900456", "hollyhock", "zz99 7xy"):
        assert everything(store, typed) == []


def test_a_child_who_is_expected_and_somebody_who_has_died_are_found(store: Store) -> None:
    store.run(
        keep(
            person("bump", "Bump", born=None, due=date(2027, 1, 4)),
            person("gran", "Iris", died=PartialDate(2025)),
        )
    )

    bump, gran = (found(store, name)[Group.PEOPLE].hits[0] for name in ("bump", "iris"))

    assert (bump.expected, bump.born) == (True, None)
    assert (gran.expected, gran.household) == (False, ASH)
