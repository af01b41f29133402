"""A paper that is made and waits to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from app.usecases.note_paper import MadePaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A paper that is made, and how its preview introduces it."""

    made: MadePaper
    title: str
    about: str
    file_name: str
