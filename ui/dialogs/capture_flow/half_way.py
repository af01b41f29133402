"""A conversation that was broken off: what a draft keeps of it, and how it is taken up again."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from app.domain.consent import Answer, Category
from app.domain.draft import Content, Plain
from app.domain.ids import AgencyId, PersonId
from app.domain.proof import Way
from ui.dialogs.capture_flow.conversation import Conversation, Key

NEVER_KEPT = frozenset({"strokes", "under"})  # a signature is under what was read, and no draft


def broken_off(talk: Conversation, at: Key) -> Content:
    """Return what was said so far; nothing as long as nothing is answered."""
    answered = [agency for agency in talk.partners if talk.of(agency).answer is not None]
    if not answered:
        return {}
    content: dict[str, Plain] = {
        "at": list(at),
        "suggested": talk.suggested or "",
        "person": talk.person or "",
        "decider": talk.decider or "",
        "alone": talk.alone,
        "partners": list[str](talk.partners),
        "apart": list[str](sorted(talk.apart)),
        "what": talk.left.what,
        "people": list[str](sorted(talk.left.people)),
        "agencies": list[str](sorted(talk.left.agencies)),
        "way": talk.way or "",
    }
    for agency in answered:
        said = talk.of(agency)
        content[f"answer {agency}"] = said.answer
        content[f"kinds {agency}"] = list[str](sorted(said.kinds))
        content[f"reason {agency}"] = said.reason
    for name in (one.name for one in fields(talk.proven) if one.name not in NEVER_KEPT):
        value = getattr(talk.proven, name)
        content[name] = value.isoformat() if isinstance(value, date) else value
    return content


def take_up(talk: Conversation, content: Content) -> Key:
    """Put back what was said, where it can still be said, and return where one had got to.

    Somebody who is no longer in the family, or can no longer decide, begins anew.
    """
    known = {person.id for person in talk.people()}
    person = PersonId(_text(content, "person"))
    if person not in known:
        return ("who", "")
    talk.suggested = AgencyId(_text(content, "suggested")) or None
    talk.about(person)
    decider = PersonId(_text(content, "decider"))
    if all(decider != one.person for one in talk.deciders()):
        return ("decider", "")
    talk.decided_by(decider)
    talk.alone = bool(content.get("alone"))
    offered = [agency.id for agency in talk.offered()]
    talk.partners = tuple(agency for agency in offered if agency in _list(content, "partners"))
    for agency in talk.partners:
        said, answer = talk.of(agency), _text(content, f"answer {agency}")
        said.answer = Answer(answer) if answer else None
        said.kinds = frozenset(Category(kind) for kind in _list(content, f"kinds {agency}"))
        said.reason = _text(content, f"reason {agency}")
    talk.apart = frozenset(agency for agency in talk.agreed() if agency in _list(content, "apart"))
    talk.left.what = _text(content, "what")
    talk.left.people = frozenset(p for p in known if p in _list(content, "people"))
    talk.left.agencies = frozenset(a for a in offered if a in _list(content, "agencies"))
    way = _text(content, "way")
    talk.way = Way(way) if way else None
    _take_up_proof(talk, content)
    return _where(talk, content)


def _take_up_proof(talk: Conversation, content: Content) -> None:
    told = talk.proven
    for name in ("witness", "form", "identity", "number", "into", "organisation", "reference"):
        setattr(told, name, _text(content, name))
    for name in ("decided_on", "paper_by"):
        day = _text(content, name)
        setattr(told, name, date.fromisoformat(day) if day else None)
    told.copy_seen = bool(content.get("copy_seen"))


def _where(talk: Conversation, content: Content) -> Key:
    """Return where one had got to; the first question that is open, where that is sooner."""
    route = talk.route()
    open_ = [("answer", a) for a in talk.partners if talk.of(a).answer is None]
    at = tuple(_list(content, "at"))
    reached = route.index(at) if at in route else route.index(("services", ""))
    return min([route[reached], *open_], key=route.index)


def _text(content: Content, name: str) -> str:
    value = content.get(name)
    return value if isinstance(value, str) else ""


def _list(content: Content, name: str) -> list[str]:
    value = content.get(name)
    return value if isinstance(value, list) else []
