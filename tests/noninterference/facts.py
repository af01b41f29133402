"""Small facts the oracle is made of: where somebody lives on a day, how their copy is printed."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from app.domain.home import AddressUse, Stay
from app.domain.person import Person

LIVING = (AddressUse.HOME, AddressUse.TEMPORARY)
Values = tuple[Hashable, ...]


def lived_in(stay: Stay, day: date) -> bool:
    """Say whether somebody lives there on a day: no old address, no workplace."""
    begun = stay.since is None or stay.since <= day
    return stay.use in LIVING and begun and (stay.until is None or day < stay.until)


def printed_needs(person: Person) -> Values:
    """Return how somebody's copy is printed and explained."""
    needs = person.needs
    points = next((size for size in (14, 18, 24) if size >= needs.print_points), 24)
    words = (needs.paper, needs.language, needs.interpreter_wish, needs.hearing)
    return (points, needs.easy_read, needs.interpreter, *words)
