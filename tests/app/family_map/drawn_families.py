"""Families by chance for the layout, and what may be wrong with a drawing of one."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from app.family_map.family import (
    ChildKind,
    Family,
    MapAgency,
    MapCarer,
    MapChild,
    MapHome,
    MapPerson,
    MapTie,
    MapUnion,
    Symbol,
    TieState,
)
from app.family_map.scores import Scores
from app.family_map.sizes import Sizes, estimated_width, screen_sizes

SIZES = Sizes()


SCREEN = screen_sizes(estimated_width)


ROOT = Path(__file__).parents[3]


def faults(found: Scores) -> dict[str, int]:
    """Return every score that must be nought and is not."""
    names = (
        "sib",
        "overlap",
        "outside",
        "enclose",
        "left_out",
        "line_through_tile",
        "line_crosses_label",
        "on_top",
    )
    return {name: value for name in names if (value := getattr(found, name))}


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Any family at all, links that cannot be true included."""
    ids = [f"p{n}" for n in range(draw(st.integers(1, 12)))]
    who = st.sampled_from([*ids, "nobody"])
    people = tuple(
        MapPerson(
            id=id_,
            name=draw(st.sampled_from(("Ash", "Bernadette Featherstonehaugh-Ọlátúnjí", "Li"))),
            second_line=draw(
                st.sampled_from(("", "12 · Year 8", "a rather long second line here"))
            ),
            initials="AB",
            symbol=draw(st.sampled_from(Symbol)),
            order=draw(st.sampled_from(("", "1960", "1985", "2010-03-01", "2015-09-09"))),
        )
        for id_ in ids
    )
    unions = tuple(
        MapUnion(
            partners=tuple(draw(st.lists(who, max_size=2))),
            since=str(n),
            children=tuple(
                MapChild(person=c, kind=draw(st.sampled_from(ChildKind)))
                for c in draw(st.lists(who, max_size=4))
            ),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    carers = tuple(
        MapCarer(
            carer=draw(who), child=draw(who), kind=ChildKind.KINSHIP, rows=draw(st.integers(0, 3))
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    homes = tuple(
        MapHome(id=f"h{n}", label=f"Home {n}", members=tuple(draw(st.lists(who, max_size=5))))
        for n in range(draw(st.integers(0, 3)))
    )
    agencies = tuple(
        MapAgency(id=f"a{n}", name=f"Agency {n}", second_line="", sector="health", icon="school")
        for n in range(draw(st.integers(0, 4)))
    )
    ties = tuple(
        MapTie(
            person=draw(who),
            agency=draw(st.sampled_from(agencies)).id,
            state=TieState.GIVEN,
            words="",
        )
        for _ in range(draw(st.integers(0, 6)) if agencies else 0)
    )
    return Family(
        people=people,
        unions=unions,
        carers=carers,
        homes=homes,
        agencies=agencies,
        ties=ties,
        index=draw(st.sampled_from([None, *ids])),
    )
