"""What somebody must know before a visit: danger to staff, and how to make contact safely.

For the office alone: none of it is ever on a paper or a screen a family sees.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.person import Allowed, Person
from app.domain.reach import FlagKind
from app.domain.record import Record
from ui.dates import long_date


def before_you_go(record: Record, today: date) -> tuple[str, ...]:
    """Return one sentence for each thing to bear in mind, danger to staff first."""
    names = {person.id: person.name for person in record.people}
    living = [p for p in record.people if p.died is None]
    flags = [f for f in record.flags if f.until is None or f.until > today]
    flags.sort(key=lambda flag: flag.kind is not FlagKind.STAFF_SAFETY)
    alike: dict[tuple[FlagKind, str, date | None], list[str]] = {}
    for flag in flags:
        alike.setdefault((flag.kind, flag.reason, flag.review_on), []).append(names[flag.person])
    return (
        *(_flag(*about, ", ".join(who)) for about, who in alike.items()),
        *(said for person in living if (said := _contact(person))),
    )


def _flag(kind: FlagKind, reason: str, review_on: date | None, who: str) -> str:
    tr = QCoreApplication.translate
    kinds = {
        FlagKind.STAFF_SAFETY: tr("Before", "Staff safety"),
        FlagKind.CONFIDENTIAL_ADDRESS: tr("Before", "Confidential address"),
        FlagKind.MARAC: tr("Before", "Known to MARAC"),
        FlagKind.NO_MESSAGES: tr("Before", "Leave no messages"),
        FlagKind.ADOPTED_IDENTITY: tr("Before", "Adopted: earlier identity is guarded"),
        FlagKind.WITNESS_PROTECTION: tr("Before", "Witness protection"),
    }
    said = f"{kinds[kind]}: {who}."
    if reason:
        said += f" {reason.rstrip('.')}."
    if review_on is not None:
        look = tr("Before", "Look at this again on {0}.").replace("{0}", long_date(review_on))
        said += f" {look}"
    return said


def _contact(person: Person) -> str:
    tr = QCoreApplication.translate
    contact = person.contact
    ways = {
        tr("Before", "ring"): contact.call,
        tr("Before", "text"): contact.text,
        tr("Before", "leave a voicemail"): contact.voicemail,
        tr("Before", "write by post"): contact.post,
        tr("Before", "send e-mail"): contact.email,
    }
    never = [way for way, allowed in ways.items() if allowed is Allowed.NO]
    parts = []
    if never:
        said = tr("Before", "do not {0}")
        parts.append(said.replace("{0}", tr("Before", " or ").join(never)))
    if contact.times:
        parts.append(tr("Before", "times: {0}").replace("{0}", contact.times))
    if contact.code_word:
        parts.append(tr("Before", "code word: {0}").replace("{0}", contact.code_word))
    return f"{person.name}: {'; '.join(parts)}." if parts else ""
