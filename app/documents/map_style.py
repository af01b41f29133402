"""What both the SVG and the printed picture need to know: words, colours, patterns, sizes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from app.documents.fonts import width_of
from app.family_map.family import ChildKind, CoupleKind, Symbol, TieState
from app.family_map.sizes import Sizes

FAMILY_WIDTH = 1.6
CARER_WIDTH = 1.2
SHARING_WIDTH = 2.2
BADGE = 12.0  # radius
PERSON_CORNER = 12.0
HOME_CORNER = 20.0
SOFT_TINT = 105 / 255
SECTOR_TINT = 34 / 255
SECTORS = ("health", "edu", "justice", "housing", "work", "social")


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """Every word of the picture that is not a name. The caller fills it; nothing is added.

    `title` goes into the file's properties too, so it must not name the family. `relations` says
    for each person id, in words, who they are to the others. `part` and `page` may hold the marks
    {number} and {count}.
    """

    title: str
    description: str
    drawn_on: str
    legend: str
    symbols: Mapping[Symbol, str]
    couples: Mapping[CoupleKind, str]
    children: Mapping[ChildKind, str]
    states: Mapping[TieState, str]
    deceased: str
    index: str
    home: str
    other_home: str
    part: str
    page: str
    table_title: str
    table_headings: tuple[str, str, str, str]  # person, relation, home, agencies
    no_relation: str
    no_home: str
    no_agency: str
    relations: Mapping[str, str] = field(default_factory=dict)
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by token, as in `resources/themes/`."""

    colours: Mapping[str, str]

    def colour(self, token: str) -> str:
        """Return the colour of a token; an unknown sector is drawn like quiet text."""
        return self.colours.get(token, self.colours["text2"])

    def printed(self) -> Theme:
        """Return the same theme for paper: ink for everything that carries meaning."""
        ink = self.colours["text"]
        grounds = {"canvas": self.colours["surface"], "soft": self.colours["sunken"]}
        kept = {"surface", "sunken", "line"}
        return Theme({t: grounds.get(t, c if t in kept else ink) for t, c in self.colours.items()})


def read_theme(name: str = "light") -> Theme:
    """Read a bundled theme; raises FileNotFoundError where there is none of that name."""
    text = files("resources").joinpath("themes", f"{name}.toml").read_text("utf-8")
    return Theme({str(k): str(v) for k, v in tomllib.loads(text)["colours"].items()})


def paper_sizes() -> Sizes:
    """Return the sizes for a picture that will be printed: words measured in the printing fonts."""
    return Sizes(text_width=_measured)


def _measured(text: str, size: float, weight: int) -> float:
    return width_of(text, size, bold=weight >= 600)
