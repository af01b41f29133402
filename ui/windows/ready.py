"""A paper that is made and waits to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from app.usecases.note_paper import MadePaper
from app.view.leaving import Leaving
from app.view.naming import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A paper that is made, how its preview introduces it, and what goes with it."""

    made: MadePaper
    title: str
    about: str
    leaving: Leaving

    @property
    def file_name(self) -> str:
        """What the file is called when it is saved."""
        return file_name(self.made.kind, self.made.number)
