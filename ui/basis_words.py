"""Words about laws and the basis guide: how far a law is, who approved it, what it asks for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.basis import BasisAdvice, Reply
from app.domain.household import Approval, ConsentModel
from app.domain.law import Gateway
from app.domain.sharing import Choice
from app.view.question import GovernanceView
from ui.choices import Options, agency_kinds, purposes
from ui.dates import long_date
from ui.decision_words import must_words
from ui.problem_wording import sentence

INSERTED = " (inserted by"


def replies() -> Options:
    """Return what can be answered to each question of the guide."""
    tr = QCoreApplication.translate
    return {
        Reply.YES: tr("Basis", "Yes"),
        Reply.NO: tr("Basis", "No"),
        Reply.UNSURE: tr("Basis", "Not sure"),
    }


def consent_models() -> Options:
    """Return the two ways in which councils go about sharing for early help."""
    tr = QCoreApplication.translate
    return {
        ConsentModel.AGREEMENT_FIRST: tr("Choice", "Ask for agreement first"),
        ConsentModel.PUBLIC_TASK_FIRST: tr(
            "Choice", "Public task first: tell the family what is not confidential"
        ),
    }


def short_citation(gateway: Gateway) -> str:
    """Return a law's name without the Act that put it there, for a list."""
    return gateway.citation.split(INSERTED)[0]


def law_state(gateway: Gateway) -> tuple[str, str, str]:
    """Return how far a law is, in few words, with tone and icon."""
    tr = QCoreApplication.translate
    if not gateway.started:
        return tr("Law", "Not started"), "stop", "circle-slash"
    if gateway.confirmed:
        return gateway.in_force.rstrip("."), "ok", "circle-check"
    if gateway.from_day is not None:
        said = tr("Law", "Start announced, not confirmed in law")
    else:
        said = tr("Law", "In force, present text not confirmed")
    return said, "warn", "triangle-alert"


def approval_sentence(approval: Approval | None) -> str:
    """Return who approved a law for this council, and when."""
    tr = QCoreApplication.translate
    if approval is None:
        return tr("Law", "Not approved by your council yet.")
    said = tr("Law", "Approved by {0} on {1}.")
    return said.replace("{0}", approval.by).replace("{1}", long_date(approval.on))


def must_sentence(gateway: Gateway) -> str:
    """Return what a law asks to be written down, as one sentence."""
    said = must_words()
    asked = [said[code] for code in gateway.record if code in said]
    if not asked:
        return ""
    tr = QCoreApplication.translate
    return tr("Law", "Write down: {0}.").replace("{0}", "; ".join(asked))


def ground_labels(choice: Choice | None) -> Mapping[str, str]:
    """Return the labels of a decision record: some differ where it is decided not to share."""
    tr = QCoreApplication.translate
    labels = {
        "relevance": tr("Ground", "Why it matters to them"),
        "necessity": tr("Ground", "Why it is needed"),
        "proportionality": tr("Ground", "Why it is not more than needed"),
        "detriment": tr("Ground", "What harm sharing could do"),
        "alternatives": tr("Ground", "What else was considered"),
        "why_not_told": tr("Ground", "Why not told"),
        "authorised_by": tr("Ground", "Manager who allowed it"),
    }
    if choice is Choice.NOT_SHARE:
        labels |= {
            "necessity": tr("Ground", "Why it is not shared"),
            "detriment": tr("Ground", "What may come of not sharing"),
            "authorised_by": tr("Ground", "Manager who was asked"),
        }
    return labels


def governance_letter(view: GovernanceView, ages: Mapping[str, str], advice: BasisAdvice) -> str:
    """Return the plain letter that asks information governance, from a view that names nobody.

    `ages` are the words of the age bands.
    """
    tr = QCoreApplication.translate
    kinds, sender = agency_kinds(), view.sender
    partner = kinds.get(view.partner_kind, tr("Letter", "any partner"))
    lines = [
        tr("Letter", "To: information governance, {0}").replace("{0}", sender.council),
        tr("Letter", "From: {0}").replace("{0}", sender.key_worker),
        "",
        view.question,
        "",
        tr("Letter", "About: somebody of this age: {0}").replace("{0}", ages[view.age_band]),
        tr("Letter", "With: {0}").replace("{0}", partner),
        tr("Letter", "For: {0}").replace("{0}", purposes()[view.purpose]),
        "",
        tr("Letter", "What was answered"),
        *(f"- {fact}" for fact in view.facts),
    ]
    if advice.directions:
        lines += ["", tr("Letter", "What the guide says")]
        lines += [f"- {one.says} {one.why}" for one in advice.directions]
    if advice.candidates:
        lines += ["", tr("Letter", "Laws that may cover it")]
        lines += [
            f"- {one.gateway.citation}: {one.reason} {approval_sentence(one.approval)}"
            for one in advice.candidates
        ]
    if advice.unfit:
        lines += ["", tr("Letter", "Laws that do not fit")]
        lines += [f"- {one.gateway.citation}: {sentence(one.why)}" for one in advice.unfit]
    if advice.blocked:
        lines += ["", tr("Letter", "Nothing is shared on this question until you answer.")]
    return "\n".join(lines)
