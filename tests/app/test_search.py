"""How what somebody typed is read: words, numbers, dates, wild cards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.finding import Group, Hit, excerpt
from app.domain.folding import LONGEST_WORD, fold, joined, sound_of, words_of
from app.domain.search import (
    MOST_PARTS,
    Likeness,
    Match,
    Search,
    fits,
    home_number,
    parts_of_number,
    read_search,
)
from app.nicknames import nicknames, together

SIGNS = {Match.BEGINS: "…", Match.WHOLE: "", Match.PATTERN: ""}


def readings(typed: str) -> list[list[str]]:
    """Return each part as its readings, "…" after a word that may go on."""
    search = read_search(typed, {})
    return [
        [" ".join(atom.word + SIGNS[atom.match] for atom in reading) for reading in part.readings]
        for part in search.parts
    ]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", []),
        ("  ,; ", []),
        ("***", []),
        ("Whitfield, Dana", [["whitfield…"], ["dana…"]]),
        ("dana  WHITFIELD", [["dana…"], ["whitfield…"]]),
        ("O’Brien", [["obrien…"]]),
        ("O'Brien", [["obrien…"]]),
        ("Anne-M", [["annem…"]]),
        ("Zoë Müller", [["zoe…"], ["muller…"]]),
        ("Łukasz", [["lukasz…"]]),
        ("wh*t?", [["wh*t?"]]),
        ("*field", [["*field"]]),
        ("dana*", [["dana…"]]),
        ("14/3/1991", [["_d19910314", "14… 3… 1991…"]]),
        ("14.3.91", [["_d19910314", "14… 3… 91…"]]),
        ("1991-03-14", [["_d19910314", "19910314… 1991… 03… 14…"]]),
        ("14 March 1991", [["_d19910314", "14… march… 1991…"]]),
        ("14th mar 1991", [["_d19910314", "14th… mar… 1991…"]]),
        ("Mar 1991", [["_d199103", "mar… 1991…"]]),
        ("3/1991", [["_d199103", "3… 1991…"]]),
        ("1991", [["_d1991", "1991…", "_p1991…"]]),
        ("14/13/1991", [["1991…", "_p1991…"], ["14…"], ["13…"]]),
        ("may", [["may…"]]),
        ("999 000 1234", [["9990001234…", "_p9990001234…", "999… 000… 1234…"]]),
        ("999-000-1991", [["9990001991…", "_p9990001991…", "9990001991… 999… 000… 1991…"]]),
        ("9990001234", [["9990001234…", "_p9990001234…"]]),
        ("9601", [["9601…", "_p9601…"]]),
        ("960", [["960…"]]),
        ("+44 7700 900123", [["447700900123…", "_p07700900123…", "44… 7700… 900123…"]]),
        ("ZZ99 1AB", [["zz991ab…", "zz99… 1ab…"]]),
        ("zz99 1", [["zz991…", "zz99… 1…"]]),
        ("ZZ991AB", [["zz991ab…"]]),
        ("zz99", [["zz99…"]]),
    ],
)
def test_what_is_typed_is_read_in_every_way_it_may_be_meant(
    typed: str, wanted: list[list[str]]
) -> None:
    assert readings(typed) == wanted


def test_a_date_and_words_may_stand_side_by_side() -> None:
    assert [part[0] for part in readings("dana 14/3/91 school")] == [
        "_d19910314",
        "dana…",
        "school…",
    ]


@given(st.text(max_size=300))
def test_anything_at_all_can_be_typed(typed: str) -> None:
    search = read_search(typed, nicknames())

    assert len(search.parts) <= MOST_PARTS
    for part in search.parts:
        for reading in part.at(Likeness.SOUND):
            for atom in reading:
                assert 0 < len(atom.word) <= LONGEST_WORD + 2
                assert '"' not in atom.word
                assert not any(c.isspace() for c in atom.word)


@settings(max_examples=500)
@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = " ".join(words_of(text))

    assert fold(fold(text)) == fold(text)
    assert list(words_of(once)) == once.split()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("O’Brien", ["obrien", "brien"]),
        ("Anne-Marie", ["annemarie", "anne", "marie"]),
        ("García Núñez", ["garcia", "nunez"]),
        ("ＢＯＢ", ["bob"]),
        ("Straße", ["strasse"]),
        ("Nguyễn", ["nguyen"]),
        ("李小龙", ["李小龙"]),
    ],
)
def test_names_are_folded_into_words(name: str, words: list[str]) -> None:
    assert list(words_of(name)) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("whitfield", "witfield"),
        ("smith", "smyth"),
        ("begum", "begam"),
        ("catherine", "kathryn"),
        ("mohammed", "muhammad"),
        ("philips", "filips"),
    ],
)
def test_names_that_sound_alike_have_one_sound(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other) != ""


@pytest.mark.parametrize("word", ["a", "lee", "42", "李", "o'"])
def test_what_says_too_little_has_no_sound(word: str) -> None:
    assert sound_of(word) == ""


def test_nicknames_lead_to_the_name_and_from_it() -> None:
    known = nicknames()

    assert len({tuple(sorted((name, *others))) for name, others in known.items()}) >= 120
    assert "robert" in known["bob"]
    assert {"bob", "rob", "bobby"} <= set(known["robert"])
    assert {"elizabeth", "bethany"} <= set(known["beth"])
    assert "bob" not in known["bob"]


def test_a_name_may_stand_in_several_groups() -> None:
    known = together([["Nell", "Helen"], ["Nell", "Eleanor"]])

    assert known["nell"] == ("helen", "eleanor")
    assert known["helen"] == ("nell",)


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("07700 900123", "07700900123"),
        ("+44 7700 900123", "07700900123"),
        ("+44 (0)7700 900123", "07700900123"),
        ("0044 7700 900123", "07700900123"),
        ("(01632) 960-123", "01632960123"),
    ],
)
def test_a_number_is_read_as_dialled_here(typed: str, dialled: str) -> None:
    assert home_number(typed) == dialled


def test_any_part_of_a_phone_number_begins_one_of_its_ends() -> None:
    ends = list(parts_of_number("01632 960123"))

    assert ends[0] == "01632960123"
    assert ends[-1] == "0123"
    assert all(any(end.startswith("01632960123"[at : at + 4]) for end in ends) for at in range(8))


@pytest.mark.parametrize(
    ("typed", "word", "answer"),
    [
        ("wh*d", "whitfield", True),
        ("wh*d", "whitfields", False),
        ("?ale", "hale", True),
        ("hal", "hale", True),
        ("b*c", "axbc", False),
    ],
)
def test_a_word_that_was_found_is_known_again(typed: str, word: str, answer: bool) -> None:
    atoms = read_search(typed, {}).shown_words

    assert any(fits(atom, word) for atom in atoms) is answer


def test_an_excerpt_shows_the_words_round_what_was_found() -> None:
    text = "Calm visit. " * 30 + "The boiler is broken again.\nRing the landlord. " + "More. " * 60

    shown = excerpt(text, read_search("boil", {}))

    assert "boiler is broken again. Ring the landlord." in shown
    assert (shown[0], shown[-1]) == ("…", "…")
    assert len(shown) < 140


@given(st.text(max_size=400), st.text(max_size=20))
def test_an_excerpt_is_never_longer_than_its_room(text: str, typed: str) -> None:
    assert len(excerpt(text, read_search(typed, {}))) <= 140


def test_only_names_have_other_forms_and_sounds() -> None:
    assert Group.NOTES.likenesses == (Likeness.EXACT,)
    assert Likeness.SOUND in Group.FAMILIES.likenesses
    assert Group.PEOPLE.likenesses == tuple(Likeness)
    assert not Search()
    assert joined("ZZ99 1AB") == "zz991ab"
    assert fold("É") == "e"
    assert Hit(group=Group.PEOPLE, id="x", household=None, name="").likeness is Likeness.EXACT
