"""What follows a change of mind, in words for the worker’s own screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.ids import AgencyId
from app.domain.law import LawPack
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import ShareRequest
from app.domain.withdrawal import Consequences, Holder, still_agree
from ui.choices import categories
from ui.dates import long_date
from ui.decision_words import confidentialities


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One heading of what follows, its icon, and its lines."""

    heading: str
    icon_name: str
    lines: tuple[str, ...]


def consequences_in_words(book: Rulebook, follows: Consequences, on: date) -> tuple[Told, ...]:
    """Return what a change of mind does, heading by heading; what does not apply says so."""
    tr = QCoreApplication.translate
    record, law = book.record, book.law
    return (
        Told(
            heading=tr("Withdraw", "What ends"),
            icon_name="circle-slash",
            lines=_ends(book, follows, on),
        ),
        Told(
            heading=tr("Withdraw", "Requests that are stopped"),
            icon_name="x",
            lines=_requests(
                record,
                follows.stopped,
                tr("Withdraw", "{0} to {1}, made on {2}. Never printed or saved here."),
                tr("Withdraw", "None was waiting here."),
            ),
        ),
        Told(
            heading=tr("Withdraw", "Requests that are called back"),
            icon_name="undo-2",
            lines=_requests(
                record,
                follows.recalled,
                tr("Withdraw", "{0} to {1}, made on {2}."),
                tr("Withdraw", "None is out with a partner."),
            ),
        ),
        Told(
            heading=tr("Withdraw", "Who holds something already"),
            icon_name="building-2",
            lines=tuple(_holder(record, holder) for holder in follows.holders)
            or (tr("Withdraw", "No request about them reached these partners."),),
        ),
        Told(
            heading=tr("Withdraw", "What cannot be undone"),
            icon_name="history",
            lines=(
                tr("Withdraw", "What partners hold stays with them. We can only ask."),
                tr("Withdraw", "The past record stays: each yes, each request, each reply."),
            ),
        ),
        Told(
            heading=tr("Withdraw", "What goes on under another law"),
            icon_name="scale",
            lines=_other_law(record, law, follows),
        ),
    )


def _ends(book: Rulebook, follows: Consequences, on: date) -> tuple[str, ...]:
    tr, record = QCoreApplication.translate, book.record
    said = tr("Withdraw", "{0} still agrees to {1}. They disagree now: take it to your manager.")
    others = tuple(
        said.replace("{0}", record.person(other).name).replace("{1}", _name(record, agency))
        for agency, other in still_agree(book, follows, on)
    )
    names = dict.fromkeys(record.agency(consent.agency).name for consent in follows.ends)
    return (
        tr("Withdraw", "Nothing more is asked of or told to: {0}.").replace(
            "{0}", ", ".join(names)
        ),
        *others,
        tr("Withdraw", "Help goes on. They can say yes again at any time."),
    )


def _requests(
    record: Record, requests: tuple[ShareRequest, ...], said: str, nothing: str
) -> tuple[str, ...]:
    return tuple(
        said.replace("{0}", request.number)
        .replace("{1}", record.agency(request.agency).name)
        .replace("{2}", long_date(request.made_on))
        for request in requests
    ) or (nothing,)


def _holder(record: Record, holder: Holder) -> str:
    tr = QCoreApplication.translate
    kinds = categories()
    about = ", ".join(words for code, words in kinds.items() if code in holder.categories)
    line = tr("Withdraw", "{0}, since {1}: {2}.")
    if holder.replied:
        line += " " + tr("Withdraw", "They told us something too.")
    line = line.replace("{0}", _name(record, holder.agency))
    return line.replace("{1}", long_date(holder.since)).replace("{2}", about)


def _other_law(record: Record, law: LawPack, follows: Consequences) -> tuple[str, ...]:
    tr = QCoreApplication.translate
    lines = []
    for ground in record.grounds:
        gateway = law.gateway(ground.gateway)
        if ground.id not in follows.other_law or gateway is None:
            continue
        whom = _name(record, ground.agency) if ground.agency else tr("Withdraw", "Any partner")
        said = tr("Withdraw", "{0}, decided on {1}: {2}. {3}.")
        if ground.not_told:
            said += " " + tr("Withdraw", "Not everybody was told of it. Take care what you say.")
        when = long_date(ground.decided_on) if ground.decided_on else ""
        line = said.replace("{0}", whom).replace("{1}", when).replace("{2}", gateway.citation)
        lines.append(line.replace("{3}", confidentialities()[ground.confidentiality]))
    nothing = tr("Withdraw", "No decision is on file that carries sharing on without agreement.")
    return tuple(lines) or (nothing,)


def _name(record: Record, agency: AgencyId) -> str:
    return record.agency(agency).name
