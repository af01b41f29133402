"""The facts of the picture as a table: who, how related, which home, which agencies."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.map_style import MapWords
from app.family_map.family import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One person's row; a cell may have several paragraphs."""

    cells: tuple[tuple[str, ...], ...]


def table_rows(family: Family, words: MapWords) -> tuple[TableRow, ...]:
    """Return a row for everybody in the picture, in the order they were given."""
    agencies = {agency.id: agency for agency in family.agencies}
    rows = []
    for person in family.people:
        who = [person.name]
        if person.second_line:
            who.append(person.second_line)
        if person.deceased:
            who.append(words.deceased)
        homes = tuple(home.label for home in family.homes if person.id in home.members)
        ties = tuple(
            f"{agencies[tie.agency].name}: {tie.words or words.states[tie.state]}"
            for tie in family.ties
            if tie.person == person.id and tie.agency in agencies
        )
        rows.append(
            TableRow(
                cells=(
                    tuple(who),
                    (words.relations.get(person.id) or words.no_relation,),
                    homes or (words.no_home,),
                    ties or (words.no_agency,),
                )
            )
        )
    return tuple(rows)
