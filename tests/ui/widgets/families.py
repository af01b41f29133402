"""A made-up family for the tests of the picture."""

from __future__ import annotations

from app.family_map.family import (
    ChildKind,
    CoupleKind,
    Family,
    MapAgency,
    MapChild,
    MapHome,
    MapPerson,
    MapTie,
    MapUnion,
    Symbol,
    TieState,
)
from app.family_map.picture import Line, LineKind, Node, NodeKind, Picture


def an_ash_family() -> Family:
    """Return Robin and Sam Ash with two children, one home and two agencies."""

    def person(id_: str, name: str, second: str, symbol: Symbol) -> MapPerson:
        return MapPerson(
            id=id_, name=name, second_line=second, initials=name[0] + "A", symbol=symbol
        )

    return Family(
        people=(
            person("robin", "Robin Ash", "36 · mum", Symbol.WOMAN),
            person("sam", "Sam Ash", "38 · dad", Symbol.MAN),
            person("alex", "Alex Ash", "12 · Year 7", Symbol.OTHER),
            person("kim", "Kim Ash", "4 years", Symbol.UNKNOWN),
        ),
        unions=(
            MapUnion(
                partners=("robin", "sam"),
                kind=CoupleKind.SEPARATED,
                children=(
                    MapChild(person="alex"),
                    MapChild(person="kim", kind=ChildKind.ADOPTED),
                ),
            ),
        ),
        homes=(MapHome(id="home", label="Home", members=("robin", "alex", "kim")),),
        agencies=(
            MapAgency(
                id="school",
                name="Oakfield School",
                second_line="Alex",
                sector="edu",
                icon="graduation-cap",
            ),
            MapAgency(
                id="gp",
                name="Dr Shah, GP",
                second_line="Alex",
                sector="health",
                icon="stethoscope",
            ),
        ),
        ties=(
            MapTie(person="alex", agency="school", state=TieState.GIVEN, words="Agreed"),
            MapTie(person="alex", agency="gp", state=TieState.EXPIRED, words="Ran out 2 Nov"),
        ),
        index="alex",
    )


def its_picture() -> Picture:
    """Return the Ash family laid out by hand."""

    def tile(id_: str, x: float, y: float, row: int) -> Node:
        return Node(id=id_, kind=NodeKind.PERSON, x=x, y=y, width=138, height=92, row=row)

    def pill(id_: str, x: float, y: float) -> Node:
        return Node(id=id_, kind=NodeKind.AGENCY, x=x, y=y, width=178, height=58)

    home = ((230.0, 20.0), (580.0, 20.0), (580.0, 340.0), (230.0, 340.0))
    return Picture(
        width=800,
        height=360,
        nodes=(
            Node(
                id="home",
                kind=NodeKind.HOME,
                x=230,
                y=20,
                width=350,
                height=320,
                outline=home,
                label_at=(246, 40),
            ),
            tile("robin", 250, 60, 0),
            tile("sam", 640, 60, 0),
            tile("alex", 250, 220, 1),
            tile("kim", 420, 220, 1),
            pill("school", 20, 200),
            pill("gp", 20, 280),
        ),
        lines=(
            Line(
                kind=LineKind.COUPLE,
                ends=("robin", "sam"),
                points=((388, 106), (640, 106)),
                couple=CoupleKind.SEPARATED,
            ),
            Line(
                kind=LineKind.CHILD,
                ends=("robin", "sam", "alex"),
                points=((500, 106), (500, 180), (319, 180), (319, 220)),
                child=ChildKind.BIRTH,
            ),
            Line(
                kind=LineKind.CHILD,
                ends=("robin", "sam", "kim"),
                points=((500, 106), (500, 180), (489, 180), (489, 220)),
                child=ChildKind.ADOPTED,
                letter="A",
                letter_at=(489, 200),
            ),
            Line(
                kind=LineKind.SHARING,
                ends=("alex", "school"),
                points=((250, 240), (198, 240)),
                state=TieState.GIVEN,
                badge_at=(220, 240),
            ),
            Line(
                kind=LineKind.SHARING,
                ends=("alex", "gp"),
                points=((250, 300), (198, 300)),
                state=TieState.EXPIRED,
                badge_at=(220, 300),
            ),
        ),
    )
