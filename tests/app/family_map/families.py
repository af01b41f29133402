"""Made-up families to lay out: three hand-made ones, a big one, and seeded random ones."""

from __future__ import annotations

import random

from app.family_map.family import (
    ChildKind,
    CoupleKind,
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

ICONS = {
    "health": "stethoscope",
    "edu": "graduation-cap",
    "justice": "scale",
    "housing": "house",
    "work": "briefcase",
    "social": "heart-handshake",
}
SECTORS = ("health", "edu", "justice", "housing", "work", "social")


def person(
    id_: str, name: str, symbol: Symbol, order: str = "", second: str = "", *, dead: bool = False
) -> MapPerson:
    """Return a person whose initials come from the name."""
    initials = "".join(part[0] for part in name.split())[:2]
    return MapPerson(
        id=id_,
        name=name,
        second_line=second,
        initials=initials,
        symbol=symbol,
        order=order,
        deceased=dead,
    )


def agency(id_: str, name: str, sector: str, second: str = "") -> MapAgency:
    """Return an agency."""
    return MapAgency(id=id_, name=name, second_line=second, sector=sector, icon=ICONS[sector])


def tie(who: str, agency_id: str, state: TieState, words: str = "") -> MapTie:
    """Return a tie."""
    return MapTie(person=who, agency=agency_id, state=state, words=words)


def blended() -> Family:
    """Separated parents, a step-parent, a half-sister, an unborn child, two homes."""
    given, asked, refused = TieState.GIVEN, TieState.NOT_SOUGHT, TieState.REFUSED
    return Family(
        people=(
            person("dana", "Dana Whitfield", Symbol.WOMAN, "1991-03-14", "35 · mum"),
            person("tunde", "Tunde Okafor", Symbol.MAN, "1988-07-02", "38 · stepdad, dad"),
            person("callum", "Callum Reid", Symbol.MAN, "1989-11-30", "36 · dad, lives elsewhere"),
            person("leo", "Leo Reid", Symbol.MAN, "2013-01-09", "13 · Year 9"),
            person("mia", "Mia Reid", Symbol.WOMAN, "2018-05-21", "8 · Year 4"),
            person("ada", "Ada Okafor", Symbol.WOMAN, "2023-09-03", "3 years"),
            person("baby", "Unborn child", Symbol.UNBORN, "2027-02-19", "due 19 Feb"),
        ),
        unions=(
            MapUnion(
                partners=("dana", "callum"),
                kind=CoupleKind.SEPARATED,
                since="2011",
                children=(MapChild(person="leo"), MapChild(person="mia")),
            ),
            MapUnion(
                partners=("dana", "tunde"),
                kind=CoupleKind.TOGETHER,
                since="2020",
                children=(MapChild(person="ada"), MapChild(person="baby")),
            ),
        ),
        carers=(
            MapCarer(carer="tunde", child="leo", kind=ChildKind.STEP),
            MapCarer(carer="tunde", child="mia", kind=ChildKind.STEP),
        ),
        homes=(
            MapHome(
                id="h1", label="12 Saltmarsh Row", members=("dana", "tunde", "leo", "mia", "ada")
            ),
            MapHome(id="h2", label="Callum’s home", members=("callum", "leo", "mia"), main=False),
        ),
        agencies=(
            agency("p1", "Northmarsh Health Centre", "health", "GP practice"),
            agency("p2", "Harbour Street Surgery", "health", "GP practice"),
            agency("hv", "Health visitor", "health", "2½-year review"),
            agency("mw", "Northmarsh Maternity", "health", "Midwife"),
            agency("pmh", "Perinatal mental health", "health"),
            agency("camhs", "CAMHS", "health", "waiting list"),
            agency("ps", "Primary school", "edu"),
            agency("ss", "Secondary school", "edu"),
            agency("salt", "Speech and language", "health"),
            agency("amh", "Adult mental health trust", "health"),
            agency("ho", "Northmarsh Homes", "housing"),
        ),
        ties=(
            tie("dana", "p1", given),
            tie("leo", "p1", given),
            tie("mia", "p1", given),
            tie("ada", "p1", given),
            tie("tunde", "p2", given),
            tie("ada", "hv", given),
            tie("dana", "mw", given),
            tie("dana", "pmh", TieState.DRAFT),
            tie("leo", "camhs", TieState.NARROWED),
            tie("mia", "ps", given),
            tie("leo", "ss", TieState.EXPIRED),
            tie("mia", "salt", refused),
            tie("tunde", "amh", refused),
            tie("dana", "ho", asked),
        ),
        index="leo",
    )


def moved_away() -> Family:
    """A mother and three children at an address nobody may see; two fathers, one not known."""
    return Family(
        people=(
            person("samira", "Samira Begum", Symbol.WOMAN, "1994-06-18", "32 · mum"),
            person("daniel", "Daniel Hale", Symbol.MAN, "1990-02-05", "36 · dad"),
            person("father", "Not known", Symbol.UNKNOWN, "", "Nadia’s father"),
            person("nadia", "Nadia Begum", Symbol.WOMAN, "2010-12-05", "15"),
            person("aisha", "Aisha Hale", Symbol.WOMAN, "2016-10-10", "10"),
            person("yusuf", "Yusuf Hale", Symbol.MAN, "2020-04-27", "6"),
        ),
        unions=(
            MapUnion(
                partners=("samira", "father"), since="2009", children=(MapChild(person="nadia"),)
            ),
            MapUnion(
                partners=("samira", "daniel"),
                kind=CoupleKind.DIVORCED,
                since="2015",
                children=(MapChild(person="aisha"), MapChild(person="yusuf")),
            ),
        ),
        homes=(
            MapHome(
                id="h4",
                label="Home (address kept safe)",
                members=("samira", "nadia", "aisha", "yusuf"),
            ),
            MapHome(id="h3", label="Daniel’s home", members=("daniel",), main=False),
        ),
        agencies=(
            agency("p4", "GP practice", "health"),
            agency("sc", "School", "edu"),
            agency("tt", "Trauma therapy service", "health", "waiting list"),
            agency("camhs", "CAMHS", "health"),
        ),
        ties=(
            tie("samira", "p4", TieState.GIVEN),
            tie("nadia", "p4", TieState.GIVEN),
            tie("aisha", "p4", TieState.OTHER_LAW),
            tie("yusuf", "p4", TieState.OTHER_LAW),
            tie("aisha", "sc", TieState.OTHER_LAW),
            tie("aisha", "tt", TieState.GIVEN),
            tie("nadia", "camhs", TieState.NOT_SOUGHT),
        ),
        index="samira",
    )


def kinship() -> Family:
    """A grandmother with a special guardianship, a mother elsewhere, a father who died."""
    return Family(
        people=(
            person("margaret", "Margaret Doyle", Symbol.WOMAN, "1957-12-01", "68 · gran, carer"),
            person("jade", "Jade Doyle", Symbol.WOMAN, "1992-08-08", "34 · mum"),
            person("sean", "Sean Byrne", Symbol.MAN, "", "died 2019", dead=True),
            person("ellie", "Ellie-Mae Doyle", Symbol.WOMAN, "2010-04-11", "16"),
            person("kian", "Kian Doyle", Symbol.MAN, "2015-12-20", "10"),
        ),
        unions=(
            MapUnion(partners=("margaret",), children=(MapChild(person="jade"),)),
            MapUnion(partners=("jade",), children=(MapChild(person="ellie"),)),
            MapUnion(partners=("jade", "sean"), children=(MapChild(person="kian"),)),
        ),
        carers=(
            MapCarer(carer="margaret", child="kian", kind=ChildKind.GUARDIAN, rows=2),
            MapCarer(carer="margaret", child="ellie", kind=ChildKind.KINSHIP, rows=2),
        ),
        homes=(MapHome(id="h5", label="9 Chapel Bank", members=("margaret", "ellie", "kian")),),
        agencies=(
            agency("p5", "Bryn Practice", "health", "GP practice"),
            agency("p2", "Harbour Street Surgery", "health", "GP practice"),
            agency("camhs", "CAMHS", "health"),
            agency("sn", "School nurse", "health"),
            agency("send", "SEND team", "edu", "EHCP"),
            agency("sub", "Substance service", "social"),
        ),
        ties=(
            tie("margaret", "p5", TieState.REFUSED),
            tie("kian", "p5", TieState.GIVEN),
            tie("ellie", "p2", TieState.GIVEN),
            tie("ellie", "camhs", TieState.SUPERSEDED),
            tie("kian", "sn", TieState.GIVEN),
            tie("kian", "send", TieState.WITHDRAWN),
            tie("jade", "sub", TieState.NOT_SOUGHT),
        ),
        index="kian",
    )


def random_family(seed: int, size: int, agencies: int = 6) -> Family:
    """Return a made-up family of up to `size` people: three generations, new partners, homes."""
    pick = random.Random(seed)  # noqa: S311
    people: list[MapPerson] = []
    unions: list[MapUnion] = []
    carers: list[MapCarer] = []

    def add(generation: int) -> str:
        id_ = f"p{len(people)}"
        symbol = pick.choice((Symbol.MAN, Symbol.WOMAN, Symbol.MAN, Symbol.WOMAN, Symbol.OTHER))
        year = 1945 + 25 * generation + pick.randrange(18)
        name = pick.choice(("Ash", "Robin", "Bernadette", "Ọlá", "Llŷr", "Ng", "Maximilian"))
        people.append(person(id_, f"{name} Fern{len(people)}", symbol, f"{year}-{len(people):02}"))
        return id_

    def brood(one: str, other: str | None, generation: int, most: int) -> list[str]:
        kinds = (ChildKind.BIRTH,) * 6 + (ChildKind.ADOPTED, ChildKind.FOSTER)
        children = [add(generation) for _ in range(pick.randint(0, most)) if len(people) < size]
        unions.append(
            MapUnion(
                partners=(one,) if other is None else (one, other),
                kind=pick.choice(tuple(CoupleKind)),
                since=str(1970 + len(unions)),
                children=tuple(MapChild(person=c, kind=pick.choice(kinds)) for c in children),
            )
        )
        return children

    grown = brood(add(0), add(0), 1, 4)
    while len(people) < size:
        parents = grown or [add(1)]
        grown = []
        for parent in parents:
            if len(people) + 2 >= size:
                break
            for _ in range(pick.choice((1, 1, 1, 2))):
                other = add(1) if pick.random() < 0.8 else None
                grown += brood(parent, other, 2, 3)
                if other is not None and pick.random() < 0.2 and len(people) + 2 < size:
                    unions.append(
                        MapUnion(partners=(add(0), add(0)), children=(MapChild(person=other),))
                    )
    for child in grown[: size // 8]:
        carer = pick.choice(people[:4]).id
        if carer != child:
            carers.append(MapCarer(carer=carer, child=child, kind=ChildKind.KINSHIP, rows=2))
    homes: list[MapHome] = []
    for union in unions:
        members = {*union.partners, *(c.person for c in union.children)}
        if pick.random() < 0.6 and len(homes) < 5:
            homes.append(
                MapHome(
                    id=f"h{len(homes)}", label=f"Home {len(homes)}", members=tuple(sorted(members))
                )
            )
    known = [agency(f"a{n}", f"Agency number {n}", pick.choice(SECTORS)) for n in range(agencies)]
    ties = [
        tie(pick.choice(people).id, which.id, pick.choice(tuple(TieState)))
        for which in known
        for _ in range(pick.randint(0, 3))
    ]
    return Family(
        people=tuple(people),
        unions=tuple(unions),
        carers=tuple(carers),
        homes=tuple(homes),
        agencies=tuple(known),
        ties=tuple(ties),
        index=pick.choice(people).id,
    )
