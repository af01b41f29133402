"""The picture in words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from app.family_map.family import ChildKind, CoupleKind, MapCarer, Symbol, TieState
from tests.ui.widgets.families import an_ash_family
from ui.widgets.map_words import (
    child_words,
    couple_words,
    describe_family,
    description_of,
    name_of,
    state_words,
    symbol_words,
)


def test_a_family_is_described_one_line_for_each(qapp: QApplication) -> None:
    text = describe_family(an_ash_family())

    assert text.splitlines() == [
        "Robin Ash, 36 · mum. Separated: Sam Ash. Parent of Alex Ash and Kim Ash. Lives at: Home.",
        "Sam Ash, 38 · dad. Separated: Robin Ash. Parent of Alex Ash and Kim Ash.",
        "Alex Ash, 12 · Year 7. Child of Robin Ash and Sam Ash. Lives at: Home. "
        "Oakfield School: Agreed. Dr Shah, GP: Ran out 2 Nov.",
        "Kim Ash, 4 years. Adopted child of Robin Ash and Sam Ash. Lives at: Home.",
        "Oakfield School, Alex. Alex Ash: Agreed.",
        "Dr Shah, GP, Alex. Alex Ash: Ran out 2 Nov.",
    ]


def test_carers_are_told_from_both_sides(qapp: QApplication) -> None:
    carer = MapCarer(carer="sam", child="kim", kind=ChildKind.KINSHIP)
    family = replace(an_ash_family(), unions=(), carers=(carer,), homes=())

    told = [description_of(family, id_) for id_ in ("sam", "kim")]

    assert told == ["Kinship carer of Kim Ash", "Kinship carer: Sam Ash"]


def test_who_is_not_in_the_family_is_not_spoken_of(qapp: QApplication) -> None:
    family = an_ash_family()
    without_sam = replace(family, people=tuple(p for p in family.people if p.id != "sam"))

    text = describe_family(without_sam)

    assert "Sam" not in text
    assert name_of(without_sam, "sam") == ""
    assert "Child of Robin Ash." in text


def test_every_kind_has_words_of_its_own(qapp: QApplication) -> None:
    words = (
        *state_words().values(),
        *couple_words().values(),
        *child_words().values(),
        *symbol_words().values(),
    )

    assert len(words) == len(TieState) + len(CoupleKind) + len(ChildKind) + len(Symbol)
    assert len(set(words)) == len(words)
