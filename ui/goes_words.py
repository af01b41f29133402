"""Words for what goes, what was held back and what to look at, for the worker’s own screen.

Codes are looked up as plain text: one that has no words of its own yet is spelt out.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.view.leaving import Goes, HeldBack, Look
from ui.choices import categories, purposes, standings, urgencies, ways

CODES = frozenset(
    {
        *("questions", "dp_basis", "confidentiality", "reason", "age_band", "partner_kind"),
        *("role", "flags", "restricted", "orders", "involvement", "sharing", "holds", "gender"),
    }
)
US = "us"  # the office’s own name and address


def sight_sentence(look: Look) -> str:
    """Return what a typed text seems to hold, and where it stands."""
    tr = QCoreApplication.translate
    said = {
        "postcode": tr("Leaving", "This looks like a postcode: “{0}”"),
        "phone": tr("Leaving", "This looks like a phone number: “{0}”"),
        "street": tr("Leaving", "This looks like an address: “{0}”"),
        "name": tr("Leaving", "This names somebody this paper is not about: “{0}”"),
        "restricted": tr("Leaving", "This may tell something that is theirs alone: “{0}”"),
        "hidden": tr("Leaving", "This gives away what they must not learn: “{0}”"),
    }.get(look.sight, tr("Leaving", "Look at this: “{0}”"))
    where = tr("Leaving", "In: {0}").replace("{0}", fact_words(look.fact))
    return f"{said.replace('{0}', look.said)}. {where}."


def fact_words(fact: str, group: str = "") -> str:
    """Return what a fact is, in plain words; `group` tells one “name” from another."""
    tr = QCoreApplication.translate
    of_ours = {
        "lines": tr("Leaving", "Our address"),
        "phone": tr("Leaving", "Our phone"),
        "email": tr("Leaving", "Our e-mail"),
        "agreement": tr("Leaving", "Sharing agreement"),
    }
    of_theirs = {
        "name": tr("Leaving", "Agency"),
        "lines": tr("Leaving", "Agency’s address"),
        "contact": tr("Leaving", "For whom there"),
        "mailbox": tr("Leaving", "Agency’s mailbox"),
        "ods": tr("Leaving", "ODS code"),
        "stops": tr("Leaving", "Who is not told more"),
        "not_sent": tr("Leaving", "What was not sent"),
        "called_back": tr("Leaving", "What was called back"),
    }
    any_group = {
        "legal_name": tr("Leaving", "Name on record"),
        "born": tr("Leaving", "Date of birth"),
        "born_in_words": tr("Leaving", "Date of birth"),
        "nhs_number": tr("Leaving", "NHS number"),
        "last_day": tr("Leaving", "16th birthday"),
        "points": tr("Leaving", "Size of print"),
        "paper": tr("Leaving", "Colour of paper"),
        "why": tr("Leaving", "Why we ask"),
        "benefit": tr("Leaving", "Why it helps"),
        "categories": tr("Leaving", "Kinds of information"),
        "window_from": tr("Leaving", "From when on"),
        "gateway": tr("Leaving", "Law"),
        "citation": tr("Leaving", "Law"),
        "dp_basis": tr("Leaving", "Data protection basis"),
        "decider": tr("Leaving", "Who decided"),
        "standing": tr("Leaving", "As whom"),
        "decided_on": tr("Leaving", "Decided on"),
        "ends": tr("Leaving", "Lasts until"),
        "way": tr("Leaving", "How it was said"),
        "form": tr("Leaving", "Number of the form"),
        "replied": tr("Leaving", "They told us something"),
        "made_on": tr("Leaving", "Asked on"),
        "agency": tr("Leaving", "Agency"),
        "facts": tr("Leaving", "What we know"),
    }
    known = any_group | (of_ours if group == US else {})
    if group.endswith("involvement"):
        known |= of_theirs
    return known.get(fact) or fact.replace("-", " ").replace("_", " ").capitalize()


def goes_text(line: Goes) -> str:
    """Return what goes, with the codes of the record in plain words."""
    if line.free:
        return line.text
    coded = {
        "purpose": purposes,
        "categories": categories,
        "standing": standings,
        "way": ways,
        "urgency": urgencies,
    }.get(line.fact)
    if coded is not None:
        known = coded()
        return ", ".join(known.get(code, code) for code in line.text.split(", "))
    spelt_out = line.fact in CODES
    return line.text.replace("-", " ") if spelt_out else line.text


def group_words(group: str) -> str:
    """Return what a group of facts is called."""
    tr = QCoreApplication.translate
    known = {
        "name": tr("Leaving", "Names"),
        "birth": tr("Leaving", "Date of birth"),
        "legal-name": tr("Leaving", "Name on record"),
        "numbers": tr("Leaving", "NHS number"),
        "other-numbers": tr("Leaving", "Other numbers"),
        "further-names": tr("Leaving", "Further and earlier names"),
        "home": tr("Leaving", "Homes"),
        "hidden-home": tr("Leaving", "Confidential homes"),
        "kin": tr("Leaving", "Relationships"),
        "responsibility": tr("Leaving", "Parental responsibility"),
        "involvement": tr("Leaving", "Agencies"),
        "hidden-involvement": tr("Leaving", "Agencies that give a place away"),
        "office-involvement": tr("Leaving", "Agencies known to the office only"),
        "own-involvement": tr("Leaving", "Agencies known to them alone"),
        "decision": tr("Leaving", "Decisions"),
        "limit": tr("Leaving", "Who is not to be told"),
        "flag": tr("Leaving", "Flags"),
        "order": tr("Leaving", "Court orders"),
        "note": tr("Leaving", "Notes and visits"),
    }
    return known.get(group) or fact_words(group)


def held_words(line: HeldBack) -> str:
    """Return what of somebody was held back, and how many."""
    if line.group == "kin":
        return QCoreApplication.translate("Leaving", "Nothing of them is on it")
    return f"{group_words(line.group)}: {line.count}"


def goes_reason(line: Goes) -> str:
    """Return why a fact may go, in plain words."""
    tr = QCoreApplication.translate
    known = {
        US: tr("Leaving", "everybody may know who we are"),
        "name": tr("Leaving", "a paper says whom it is about"),
        "birth": tr("Leaving", "needed to know the right person"),
        "legal-name": tr("Leaving", "partners find the right person by it"),
        "numbers": tr("Leaving", "partners find the right person by it"),
        "needs": tr("Leaving", "so that they are met in a way they understand"),
        "home": tr("Leaving", "they may know this home"),
        "hidden-home": tr("Leaving", "they live there themselves"),
        "kin": tr("Leaving", "it is their own family"),
        "responsibility": tr("Leaving", "it says who can decide"),
        "involvement": tr("Leaving", "they may know of this agency"),
        "hidden-involvement": tr("Leaving", "they may know of this agency"),
        "own-involvement": tr("Leaving", "it is between them and this agency"),
        "decision": tr("Leaving", "the decision is between them"),
    }
    return known.get(line.why) or group_words(line.why).lower()


def held_reason(line: HeldBack) -> str:
    """Return why something was held back, in plain words."""
    tr = QCoreApplication.translate
    stays = tr("Leaving", "it stays in the office")
    known = {
        "legal-name": tr("Leaving", "only a partner needs it"),
        "numbers": tr("Leaving", "family copies lie about in a home"),
        "other-numbers": tr("Leaving", "a number of one register is nobody else’s business"),
        "further-names": tr("Leaving", "earlier names can put somebody in danger"),
        "home": tr("Leaving", "an address is for those who live there"),
        "hidden-home": tr("Leaving", "the address is confidential"),
        "kin": tr("Leaving", "a letter about one does not mention another"),
        "responsibility": tr("Leaving", "they need to know only who decided"),
        "involvement": tr("Leaving", "an agency learns of no other agency"),
        "hidden-involvement": tr("Leaving", "an agency can give a place away"),
        "own-involvement": tr("Leaving", "it is between the person and that agency"),
        "decision": tr("Leaving", "it was decided for another agency"),
        "limit": tr("Leaving", "that somebody is not to be told is itself not told"),
        "flag": tr("Leaving", "nobody outside learns that there is a flag"),
        "restricted": tr("Leaving", "only behind its own switch"),
        **dict.fromkeys(("safe-contact", "office-involvement", "order", "note"), stays),
    }
    return known.get(line.why) or group_words(line.why).lower()
