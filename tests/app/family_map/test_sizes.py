"""Words in tiles: broken into lines, never cut short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.family_map.sizes import Sizes, estimated_width, person_height, wrapped

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
