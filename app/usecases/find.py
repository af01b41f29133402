"""Find families, people, agencies, notes and visits: a question that leaves no trace."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.finding import Findings, Group, Hit
from app.domain.search import Likeness, Nicknames, Search, read_search
from app.ports import Work

MOST = 8  # hits shown of each group
FIRST = (Group.FAMILIES, Group.PEOPLE, Group.AGENCIES)
THEN = (Group.NOTES,)


def find(
    work: Work,
    typed: str,
    nicknames: Nicknames,
    groups: Iterable[Group] = Group,
    *,
    most: int = MOST,
) -> tuple[Findings, ...]:
    """Return what is found of each group that has any, newest first, exact hits before others.

    Hits that are only like what was typed fill up what exact ones leave free. Nothing is counted
    or shown that the office may not see on a shared screen.
    """
    search = read_search(typed, nicknames)
    if not search:
        return ()
    found = (_of(work, group, search, most) for group in groups)
    return tuple(findings for findings in found if findings.hits)


def _of(work: Work, group: Group, search: Search, most: int) -> Findings:
    hits: dict[str, Hit] = {}
    for likeness in group.likenesses:
        if len(hits) > most:
            break
        if likeness is Likeness.EXACT or search.widens(likeness):
            wanted = most + 1 + len(hits)
            for hit in work.find(group, search, likeness, wanted):
                hits.setdefault(hit.id, hit)
    shown = tuple(hits.values())
    return Findings(group=group, hits=shown[:most], more=len(shown) > most)
