"""Say in words who each person is to the others: the picture's equal for ears and for tables."""

from __future__ import annotations

from app.family_map.words import PictureWords
from app.view.household import HouseholdView


def relations_in_words(view: HouseholdView, words: PictureWords) -> dict[str, str]:
    """Return for each person one line such as "mother of Leo and Mia, partner of Tunde"."""
    names = {person.id: person.name or words.plain["expected"] for person in view.people}
    found: dict[str, dict[str, list[str]]] = {person.id: {} for person in view.people}
    for link in view.links:
        found[link.person].setdefault(link.kind, []).append(names[link.other])
        back = _from_the_other_side(link.kind)
        if back:
            found[link.other].setdefault(back, []).append(names[link.person])
    return {
        person: ", ".join(
            words.relations[kind].format(names=_listed(who, words)) for kind, who in kinds.items()
        )
        for person, kinds in found.items()
    }


def _from_the_other_side(kind: str) -> str:
    if kind in ("mother", "father", "parent", "adoptive-parent"):
        return "child"
    same = ("partner", "spouse", "civil-partner", "separated", "divorced", "former-partner")
    alike = ("sibling", "half-sibling", "step-sibling", "cousin", "friend", "other")
    return kind if kind in (*same, *alike) else ""


def _listed(names: list[str], words: PictureWords) -> str:
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + words.relations["and"] + names[-1]
