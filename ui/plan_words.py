"""Words of the family plan: what is wrong with an entry, and the options of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.inviting import Caution, Think
from app.domain.plan import Action, Invited, Need, NeedKind
from app.domain.problems import Why
from ui.dates import long_date


def plan_sentence(why: Why) -> str:
    """Return what to say beside a field of the plan; "" where the code is another form's."""
    tr = QCoreApplication.translate
    return {
        Why.OFF_THE_SCALE: tr("Problem", "Choose a number from 0 to 10."),
        Why.NEEDS_OWNER: tr("Problem", "Say who does it: choose somebody, or write a name."),
        Why.NAMED_TWICE: tr("Problem", "Somebody is named twice here. Name them once."),
        Why.NOT_HELD_YET: tr("Problem", "The meeting is still to come, so nobody came yet."),
        Why.NOT_LATER: tr("Problem", "The next time is after this one. Choose a later day."),
        Why.NEEDS_NOTE: tr("Problem", "Say in a few words why this need not be asked."),
    }.get(why, "")


def need_kinds() -> Mapping[str, str]:
    """Return the two sides of the plan."""
    tr = QCoreApplication.translate
    return {
        NeedKind.WORRY: tr("Plan", "What is worrying"),
        NeedKind.STRENGTH: tr("Plan", "What is going well"),
    }


def invitation_states() -> Mapping[str, str]:
    """Return what can become of an invitation."""
    tr = QCoreApplication.translate
    return {
        Invited.INVITED: tr("Plan", "Invited"),
        Invited.CAME: tr("Plan", "Came"),
        Invited.APOLOGIES: tr("Plan", "Sent apologies"),
    }


def whole_family() -> str:
    """Return the words for an entry that is about nobody in particular."""
    return QCoreApplication.translate("Plan", "The whole family")


def about_whom(names: Mapping[str, str], person: str | None) -> str:
    """Return the name of whom an entry is about; the whole family where it is nobody's own."""
    return whole_family() if person is None else names.get(person, "")


def owner_of(action: Action, names: Mapping[str, str]) -> str:
    """Return who does it."""
    return action.owner_name if action.owner is None else names.get(action.owner, "")


def how_far(action: Action, today: date) -> str:
    """Return by when, and where it stands, in words."""
    tr = QCoreApplication.translate
    if action.done_on is not None:
        return tr("Plan", "Done on {0}").replace("{0}", long_date(action.done_on))
    if action.due_on is None:
        return tr("Plan", "No date yet")
    day, left = long_date(action.due_on), (action.due_on - today).days
    if left < 0:
        late = tr("Plan", "one day") if left == -1 else tr("Plan", "{0} days")
        said = tr("Plan", "Overdue by {1}: it was due on {0}")
        return said.replace("{0}", day).replace("{1}", late.replace("{0}", str(-left)))
    if left == 0:
        return tr("Plan", "Due today")
    return tr("Plan", "By {0}").replace("{0}", day)


def since_when(need: Need) -> str:
    """Return since when something is so, or until when a worry was one."""
    tr = QCoreApplication.translate
    if need.met_on is not None:
        return tr("Plan", "Better since {0}").replace("{0}", long_date(need.met_on))
    return tr("Plan", "Noted on {0}").replace("{0}", long_date(need.on))


def our_view() -> str:
    """Return the words for a mark that nobody of the family made."""
    return QCoreApplication.translate("Plan", "Our own view")


def somebody_else() -> str:
    """Return the words for a person who is not of the family."""
    return QCoreApplication.translate("Plan", "Somebody else")


def think_again(cautions: tuple[Caution, ...], name: str, names: Mapping[str, str]) -> str:
    """Return what to think of before somebody is asked, a sentence a reason.

    It stays in the office.
    """
    tr = QCoreApplication.translate
    reasons = {
        Think.RESTRAINED: tr(
            "Plan", "An order keeps {0} from {1}. Think whether this meeting is safe."
        ),
        Think.MUST_NOT_LEARN: tr(
            "Plan", "{0} must not learn where {1} is. Think whether both can come to one meeting."
        ),
        Think.PROTECTED: tr(
            "Plan", "{0} must be protected from {1}, who is asked too. Think of two meetings."
        ),
        Think.GIVES_AWAY: tr(
            "Plan", "That {0} comes may give away where {1} is. Think whom else you ask."
        ),
    }
    said = []
    for why, sentence in reasons.items():
        others = [names.get(one.because_of, "") for one in cautions if one.why is why]
        if others:
            said.append(sentence.replace("{0}", name).replace("{1}", _listed(others)))
    return " ".join(said)


def _listed(names: list[str]) -> str:
    """Return names as a list in words."""
    if len(names) == 1:
        return names[0]
    said = QCoreApplication.translate("Plan", "{0} and {1}")
    return said.replace("{0}", ", ".join(names[:-1])).replace("{1}", names[-1])
