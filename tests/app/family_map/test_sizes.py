"""Words in tiles: broken into lines, never cut short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.family_map.sizes import (
    Sizes,
    agency_height,
    estimated_width,
    person_height,
    screen_sizes,
    tall_afar,
    wrapped,
)

SIZES = Sizes()
TEXTS = st.text(st.sampled_from("abcWMilé ọ-"), max_size=40)


@given(TEXTS)
def test_no_letter_is_lost_and_no_line_is_too_long(text: str) -> None:
    lines = wrapped(text, 60.0, 14.0, 400, estimated_width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(estimated_width(line, 14.0, 400) <= 60.0 for line in lines)


def test_a_double_barrelled_name_breaks_after_its_hyphen() -> None:
    lines = wrapped("Featherstone-Okonkwo", 130.0, 14.0, 600, estimated_width)

    assert lines == ("Featherstone-", "Okonkwo")


def test_each_further_line_makes_the_tile_taller_by_the_same() -> None:
    one = person_height("Ash", "", SIZES)
    two = person_height("Bernadette Featherstone", "", SIZES)
    three = person_height("Bernadette Featherstone Okonkwo-Lee", "", SIZES)

    assert one == SIZES.person_height
    assert two - one == three - two == SIZES.name_step


def test_on_a_screen_a_tile_has_room_for_a_name_in_larger_letters() -> None:
    sizes = screen_sizes(estimated_width)
    long = "Bernadette Featherstone Okonkwo-Lee"

    person = person_height(long, "", sizes)
    agency = agency_height("Northmarsh Speech and Language Therapy", "Ash, Li", 1, sizes)

    assert person >= tall_afar(long, "", sizes.person_width - 16, sizes) + 30
    assert agency >= 5 * 1.2 * sizes.afar
    assert tall_afar(long, "", 100, Sizes()) == 0.0


def test_more_lines_to_an_agency_make_it_taller() -> None:
    one = agency_height("School", "", 1, SIZES)

    four = agency_height("School", "", 4, SIZES)

    assert one == SIZES.agency_height
    assert four >= 4 * SIZES.tie
