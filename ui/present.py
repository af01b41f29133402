"""Everything the desk shows of one household, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QFont, QFontMetricsF

from app.catalogue import Catalogue
from app.domain.record import Record
from app.family_map.describe import relations_in_words
from app.family_map.family import Family
from app.family_map.lay_out import lay_out
from app.family_map.picture import Picture
from app.family_map.read_view import family_from
from app.family_map.sizes import Sizes, screen_sizes
from app.view.household import HouseholdView
from app.view.project import project
from app.view.recipient import OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A household as the desk shows it on a day."""

    record: Record
    view: HouseholdView
    family: Family
    picture: Picture
    relations: dict[str, str]
    today: date


def present(
    record: Record,
    catalogue: Catalogue,
    today: date,
    faces: Sequence[str],
    previous: Picture | None = None,
) -> Presented:
    """Return what is shown. `faces` are the screen's font families, by preference."""
    view = project(record, catalogue.law, OFFICE, today)
    family = family_from(view, catalogue.picture)
    return Presented(
        record=record,
        view=view,
        family=family,
        picture=lay_out(family, sizes_measured_in(faces), previous=previous, one_at_a_time=True),
        relations=relations_in_words(view, catalogue.picture),
        today=today,
    )


def sizes_measured_in(faces: Sequence[str]) -> Sizes:
    """Return the layout's sizes with words measured in these faces, by fonts of this thread."""
    metrics: dict[tuple[float, int], QFontMetricsF] = {}

    def text_width(text: str, size: float, weight: int) -> float:
        key = (size, weight)
        if key not in metrics:
            font = QFont(list(faces))
            font.setPixelSize(max(1, round(size)))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            metrics[key] = QFontMetricsF(font)
        return metrics[key].horizontalAdvance(text)

    return screen_sizes(text_width)
