"""Plain English words for the household picture, as a caller would fill them in for tests."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.map_style import MapWords
from app.family_map.family import ChildKind, CoupleKind, Symbol, TieState


def map_words(relations: Mapping[str, str] | None = None) -> MapWords:
    """Return a full set of words."""
    return MapWords(
        title="Household picture",
        description="A picture of a household, the people around it and the agencies they know.",
        drawn_on="Drawn 22 November 2026",
        legend="What the lines mean",
        symbols={
            Symbol.MAN: "Man or boy",
            Symbol.WOMAN: "Woman or girl",
            Symbol.OTHER: "Another gender",
            Symbol.UNKNOWN: "Not known",
            Symbol.UNBORN: "Not born yet",
        },
        couples={
            CoupleKind.MARRIED: "Married",
            CoupleKind.CIVIL: "Civil partners",
            CoupleKind.TOGETHER: "Living together",
            CoupleKind.SEPARATED: "Separated",
            CoupleKind.DIVORCED: "Divorced",
            CoupleKind.NONE: "Share a child",
        },
        children={
            ChildKind.BIRTH: "Child",
            ChildKind.ADOPTED: "Adopted",
            ChildKind.FOSTER: "Fostered",
            ChildKind.STEP: "Step-parent",
            ChildKind.KINSHIP: "Kinship carer",
            ChildKind.GUARDIAN: "Special guardian",
        },
        states={
            TieState.GIVEN: "Agreed",
            TieState.NARROWED: "Agreed in part",
            TieState.OTHER_LAW: "Law allows it",
            TieState.EXPIRED: "Ran out",
            TieState.WITHDRAWN: "Changed their mind",
            TieState.SUPERSEDED: "Replaced by a newer form",
            TieState.NOT_SOUGHT: "Not asked",
            TieState.DRAFT: "Form not signed yet",
            TieState.REFUSED: "Said no",
        },
        deceased="Has died",
        index="The picture is drawn around",
        home="Live together",
        other_home="Another home",
        part="Sheet {number} of {count}, join edge to edge",
        page="Page {number} of {count}",
        table_title="The same in words",
        table_headings=("Person", "Who they are", "Home", "Agencies, and where sharing stands"),
        no_relation="No link recorded",
        no_home="Not in a home shown here",
        no_agency="None recorded",
        relations=relations or {},
        footer="Northmarsh Council",
    )
