"""Half-written forms: kept while somebody types, so that a lock or a crash loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.ids import HouseholdId

LONGEST_DRAFT = 2_000_000  # characters of JSON: far more than every field of a form can keep

Plain: TypeAlias = str | bool | int | list[str] | None
Content: TypeAlias = Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one form says so far, exactly as typed, even where it cannot be read yet.

    `kind` says which form, e.g. "visit". `about` is the id of the record it corrects, or empty.
    A draft is no record: it is in no journal, in no export and on no paper.
    """

    id: str
    kind: str
    household: HouseholdId
    at: datetime
    content: Content
    about: str = ""
