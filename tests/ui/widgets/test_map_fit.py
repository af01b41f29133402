"""What is drawn at a zoom: as many words as fit, names longest of all, the same for everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.family_map.family import Family
from app.family_map.lay_out import lay_out
from app.family_map.picture import Picture
from tests.app.family_map.families import blended, kinship, moved_away
from tests.ui.widgets.families import an_ash_family, its_picture
from ui.widgets.map_fit import (
    SMALLEST,
    SYMBOL,
    AgencyLook,
    MapState,
    PersonLook,
    agency_words,
    name_lines,
    note_what_fits,
)
from ui.widgets.map_letters import measured_sizes

ZOOMS = (2.0, 1.0, 0.9, 0.85, 0.8, 0.75, 0.72, 0.7, 0.6, 0.5)


def seen_at(
    zoom: float, *, family: Family | None = None, picture: Picture | None = None, text: float = 1.0
) -> MapState:
    state = MapState(zoom=zoom)
    note_what_fits(family or an_ash_family(), picture or its_picture(), state, text=text)
    return state


def test_everything_is_drawn_at_100(qapp: QApplication) -> None:
    state = seen_at(1.0)

    assert state.people is PersonLook.ALL
    assert state.agencies is AgencyLook.ALL
    assert state.symbol == SYMBOL


def test_the_further_away_the_less_is_drawn(qapp: QApplication) -> None:
    seen = [seen_at(zoom) for zoom in ZOOMS]

    people, agencies = [s.people for s in seen], [s.agencies for s in seen]
    assert people == sorted(people, reverse=True)
    assert agencies == sorted(agencies, reverse=True)


@pytest.mark.parametrize("family", [blended(), moved_away(), kinship(), an_ash_family()])
@pytest.mark.parametrize("zoom", [1.0, 0.9, 0.8, 0.75, 0.72, 0.71])
def test_every_name_is_drawn_whole_down_to_71(
    qapp: QApplication, family: Family, zoom: float
) -> None:
    picture = lay_out(family, measured_sizes(), one_at_a_time=True)

    state = seen_at(zoom, family=family, picture=picture)

    assert state.people >= PersonLook.NAME
    assert state.agencies >= AgencyLook.WORDS
    for person in family.people:
        drawn = name_lines(person, picture.node(person.id), state, state.people)
        assert "".join(drawn).replace(" ", "") == person.name.replace(" ", "")
    for agency in family.agencies:
        names, seconds = agency_words(agency, picture.node(agency.id), state, state.agencies)
        assert "".join(names).replace(" ", "") == agency.name.replace(" ", "")
        assert "".join(seconds).replace(" ", "") == agency.second_line.replace(" ", "")


def test_a_first_name_is_drawn_before_initials_alone(qapp: QApplication) -> None:
    family = an_ash_family()
    long = replace(family.people[0], name="Robin Featherstonehaughs")
    family = replace(family, people=(long, *family.people[1:]))

    state = next(
        s
        for zoom in range(100, 49, -1)
        if (s := seen_at(zoom / 100, family=family)).people is PersonLook.FIRST_NAME
    )

    assert name_lines(long, its_picture().node("robin"), state, state.people) == ("Robin",)


def test_the_second_line_goes_before_the_symbol_shrinks(qapp: QApplication) -> None:
    for zoom in range(50, 101):
        state = seen_at(zoom / 100)

        assert state.people is not PersonLook.ALL or state.symbol == SYMBOL
        assert state.people < PersonLook.WORDS or state.symbol >= 30


def test_larger_letters_give_way_before_names_do(qapp: QApplication) -> None:
    large = seen_at(0.5, text=1.5)
    ordinary = seen_at(0.5)

    assert ordinary.agencies is AgencyLook.ICON
    assert large.agencies >= AgencyLook.NAME
    assert large.people >= PersonLook.NAME
    assert large.letters(14) * large.zoom * 1.5 >= SMALLEST


def test_larger_letters_stay_large_where_there_is_room(qapp: QApplication) -> None:
    state = seen_at(1.0, text=1.5)

    assert state.smallest == SMALLEST
