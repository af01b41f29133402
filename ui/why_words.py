"""Why something may or may not be shared, put in words: the answer, its bases, its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.consent import Answer, Consent
from app.domain.counting import ends_on
from app.domain.decision import Decision, Need, SetAside, Verdict
from app.domain.gateway import Share, decide
from app.domain.reliance import when
from app.domain.rulebook import Rulebook
from app.domain.sharing import Choice, Confidentiality
from ui.choices import answers, standings, ways
from ui.dates import long_date
from ui.decision_words import (
    caution_sentence,
    choices,
    confidentialities,
    doubt_sentence,
    must_words,
    step_sentence,
    verdict_sentence,
)
from ui.wording import reason_sentence

ICONS = {
    Verdict.YES: ("circle-check", "ok"),
    Verdict.YES_BUT_TELL: ("circle-check", "ok"),
    Verdict.NEEDS: ("circle-question-mark", "warn"),
    Verdict.REFUSED: ("circle-slash", "muted"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The answer to one share, in sentences."""

    verdict: Verdict
    answer: str
    reasons: tuple[str, ...]
    steps: tuple[str, ...]
    bases: tuple[tuple[str, str], ...]  # heading and text
    rests_on: tuple[str, ...]
    cautions: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that was decided about a person and a partner, newest first."""

    day: str
    what: str
    who: str
    how: str
    state: str
    consent: Consent | None = None
    waits: bool = False  # for its signed paper


def why(book: Rulebook, share: Share) -> Why:
    """Return why a share may go ahead, or why not and what would help."""
    decision = decide(book, share)
    names: dict[str, str] = {person.id: person.name for person in book.record.people}
    return Why(
        verdict=decision.verdict,
        answer=verdict_sentence(decision.verdict),
        reasons=tuple(reason_sentence(reason) for reason in decision.reasons),
        steps=tuple(_step(need, names) for need in decision.needs),
        bases=_bases(book, decision),
        rests_on=_rests_on(book, decision),
        cautions=tuple(caution_sentence(caution) for caution in decision.cautions),
        doubts=tuple(_doubt(book, aside) for aside in decision.set_aside),
    )


def history(book: Rulebook, share: Share) -> tuple[HistoryLine, ...]:
    """Return everything that was ever decided about a person and a partner, newest first."""
    record, tr = book.record, QCoreApplication.translate
    relied = book.relied(share.person, share.agency, share.purpose, share.on)
    heads = {consent.id for consent in relied.heads}
    doubts = {aside.consent: doubt_sentence(aside.doubt) for aside in relied.set_aside}
    came = {confirmation.consent for confirmation in record.confirmations}
    lines: list[tuple[date, HistoryLine]] = []
    for consent in sorted(record.consents, key=when):
        cell = (consent.person, consent.agency, consent.purpose)
        if cell != (share.person, share.agency, share.purpose):
            continue
        day = consent.decided_on or date.min
        state = _state(book, consent, share.on, consent.id in heads)
        if consent.id in doubts:
            state = tr("Why", "Counts for nothing") + f": {doubts[consent.id]}"
        lines.append(
            (
                day,
                HistoryLine(
                    day=long_date(consent.decided_on) if consent.decided_on else "",
                    what=_what(consent),
                    who=_decider(book, consent),
                    how=_how(consent, matched=consent.id in came),
                    state=state,
                    consent=consent,
                    waits=consent.id in heads and consent.id not in came and _on_paper(consent),
                ),
            )
        )
    lines += _without_agreement(book, share)
    lines.sort(key=lambda line: line[0], reverse=True)
    return tuple(line for _, line in lines)


def _without_agreement(book: Rulebook, share: Share) -> list[tuple[date, HistoryLine]]:
    tr = QCoreApplication.translate
    lines = []
    for ground in book.record.grounds:
        if ground.person == share.person and ground.agency in (None, share.agency):
            gateway = book.law.gateway(ground.gateway)
            line = HistoryLine(
                day=long_date(ground.decided_on) if ground.decided_on else "",
                what=choices()[ground.choice],
                who=ground.decided_by,
                how=gateway.citation if gateway is not None else "",
                state=tr("Why", "To look at again on {0}").replace(
                    "{0}", long_date(ground.review_on)
                )
                if ground.review_on
                else "",
            )
            lines.append((ground.decided_on or date.min, line))
    for ruling in book.record.rulings:
        if (ruling.person, ruling.agency) == (share.person, share.agency):
            said = tr("Why", "Manager: share") if ruling.share else tr("Why", "Manager: not share")
            line = HistoryLine(
                day=long_date(ruling.decided_on) if ruling.decided_on else "",
                what=said,
                who=ruling.manager,
                how=ruling.reasons,
                state="",
            )
            lines.append((ruling.decided_on or date.min, line))
    return lines


def _step(need: Need, names: Mapping[str, str]) -> str:
    either = QCoreApplication.translate("Why", " or ")
    return step_sentence(need.step, either.join(names[person] for person in need.whom))


def _bases(book: Rulebook, decision: Decision) -> tuple[tuple[str, str], ...]:
    """Return the two bases apart, and the law with what it asks to be written down."""
    tr = QCoreApplication.translate
    gateway = book.law.gateway(decision.gateway)
    if decision.confidentiality is None or gateway is None:
        return ()
    said = confidentialities()
    record = must_words()
    return (
        (tr("Why", "Data protection"), decision.dp_basis),
        (
            tr("Why", "Confidentiality"),
            said[decision.confidentiality]
            if decision.confidentiality in said
            else said[Confidentiality.NOT_CONFIDENTIAL],
        ),
        (tr("Why", "Law"), f"{gateway.citation}. {gateway.in_force}"),
        (
            tr("Why", "To write down"),
            ", ".join(record[code] for code in decision.must_record),
        ),
    )


def _rests_on(book: Rulebook, decision: Decision) -> tuple[str, ...]:
    """Return the evidence an answer rests on, line by line."""
    tr = QCoreApplication.translate
    record = book.record
    lines = [
        f"{_what(c)}, {_decider(book, c)}, {long_date(c.decided_on)}"
        for c in sorted(record.consents, key=when)
        if c.id in decision.consents and c.decided_on is not None
    ]
    for note in record.competences:
        if note.id in decision.competences and note.on is not None:
            said = tr("Why", "Note that they can decide this, {0}, by {1}")
            lines.append(said.replace("{0}", long_date(note.on)).replace("{1}", note.assessor))
    for row in record.responsibilities:
        if row.id in decision.responsibilities:
            said = tr("Why", "Parental responsibility of {0}: {1}")
            seen = row.evidence or tr("Why", "no evidence recorded")
            lines.append(said.replace("{0}", book.people[row.adult].name).replace("{1}", seen))
    for order in record.orders:
        if order.id in decision.orders:
            lines.append(tr("Why", "Power or order, {0}").replace("{0}", order.court))
    for ground in record.grounds:
        if ground.id == decision.ground:
            day = long_date(ground.decided_on) if ground.decided_on else ""
            share = ground.choice is Choice.SHARE
            said = (
                tr("Why", "Decided to share without agreement")
                if share
                else tr("Why", "Decided not to share")
            )
            lines.append(", ".join(part for part in (said, ground.decided_by, day) if part))
    for ruling in record.rulings:
        if ruling.id == decision.ruling:
            said = tr("Why", "Decided by the manager, {0}").replace("{0}", ruling.manager)
            lines.append(said)
    return tuple(lines)


def _doubt(book: Rulebook, aside: SetAside) -> str:
    """Return why one decision on file counts for nothing."""
    consent = next(c for c in book.record.consents if c.id == aside.consent)
    day = long_date(consent.decided_on) if consent.decided_on else ""
    about = ", ".join(part for part in (_what(consent), _decider(book, consent), day) if part)
    return f"{about}: {doubt_sentence(aside.doubt)}"


def _what(consent: Consent) -> str:
    said = answers()[consent.answer]
    if consent.answer not in (Answer.GIVEN, Answer.NARROWED):
        return said
    kinds = QCoreApplication.translate("Why", "{0} ({1} kinds)")
    return kinds.replace("{0}", said).replace("{1}", str(len(consent.categories)))


def _decider(book: Rulebook, consent: Consent) -> str:
    person = book.people.get(consent.decider) if consent.decider is not None else None
    if person is None:
        return ""
    return f"{person.name}, {standings()[consent.standing]}"


def _how(consent: Consent, *, matched: bool) -> str:
    tr = QCoreApplication.translate
    if consent.decider is None:
        return consent.reason
    parts = [ways()[consent.way], consent.form]
    if consent.proof.organisation:
        parts.append(consent.proof.organisation)
    if matched:
        parts.append(tr("Why", "signed paper is here"))
    elif consent.proof.paper_by is not None:
        said = tr("Why", "paper to follow by {0}")
        parts.append(said.replace("{0}", long_date(consent.proof.paper_by)))
    return ", ".join(part for part in parts if part)


def _on_paper(consent: Consent) -> bool:
    """Say whether a signed paper belongs to a decision: it has a number, or is to follow."""
    if consent.answer is Answer.DRAFT:
        return False
    return bool(consent.form) or consent.proof.paper_by is not None


def _state(book: Rulebook, consent: Consent, on: date, newest: bool) -> str:
    """Return what has become of a decision since."""
    tr = QCoreApplication.translate
    if not newest:
        return tr("Why", "Replaced by a later one")
    if consent.answer not in (Answer.GIVEN, Answer.NARROWED):
        return tr("Why", "Stands")
    end = ends_on(book.record, book.law, consent)
    if end is None:
        return ""
    who = book.deciders(consent.person, consent.agency, on)
    if consent.decider is not None and not who.can_decide(consent.decider):
        return tr("Why", "Overtaken: somebody else decides now")
    said = tr("Why", "Ran out on {0}") if end <= on else tr("Why", "Stands to {0}")
    return said.replace("{0}", long_date(end))
