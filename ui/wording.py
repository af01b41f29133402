"""Sentences for the codes that `app` speaks in: problems, reasons, faults in files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.identifiers import Caution
from app.domain.problems import Problem, Why
from app.errors import Fault, Invalid, Refused, StoreTrouble, ThinkFamilyError, Unreadable
from ui.leaving_words import door_sentences
from ui.problem_wording import sentence as sentence
from ui.store_wording import trouble_sentence

MOST_SAID = 5  # faults named on one line


def sentences(problems: tuple[Problem, ...]) -> dict[str, str]:
    """Return one sentence for each field that has a problem."""
    found: dict[str, str] = {}
    for problem in problems:
        found.setdefault(problem.field, sentence(problem.why))
    return found


def reason_sentence(code: str) -> str:
    """Return why a rule says no, in plain and neutral words, with what would help."""
    tr = QCoreApplication.translate
    return {
        **door_sentences(),
        "said-no": tr("Reason", "They said no. That is respected; help goes on."),
        "changed-mind": tr("Reason", "They changed their mind. Nothing more may be shared."),
        "not-asked": tr("Reason", "Nobody who can decide has been asked yet. Ask first."),
        "ran-out": tr("Reason", "The agreement has run out. Ask again."),
        "parents-disagree": tr(
            "Reason", "Those with parental responsibility disagree. Take it to your manager."
        ),
        "not-their-decision": tr(
            "Reason", "Whoever signed could not decide this. Ask who can decide."
        ),
        "turned-16": tr("Reason", "They are 16 now and decide for themselves. Ask them."),
        "not-this-kind": tr(
            "Reason", "They did not agree to this kind of information. Ask for less, or ask them."
        ),
        "form-not-signed": tr("Reason", "The form is not signed yet."),
        "nobody-can-decide": tr(
            "Reason", "Nobody is recorded who can decide. Record parental responsibility first."
        ),
        "nobody-recorded": tr(
            "Reason", "Nobody is recorded who can decide. Record parental responsibility first."
        ),
        "age-unknown": tr("Reason", "Their date of birth is not recorded. Record it first."),
        "lacks-capacity": tr(
            "Reason", "They cannot make this decision now. A best-interests decision is needed."
        ),
        "asked-not-to": tr("Reason", "They asked that this agency is not told."),
        "deceased": tr("Reason", "They have died. Ask the information governance lead."),
        "unborn": tr("Reason", "They are not born yet. The mother is asked about herself."),
        "not-involved": tr("Reason", "This agency is not recorded as working with them."),
        "social-worker-only": tr("Reason", "Only a social worker, with a manager, may do this."),
        "not-for-children": tr("Reason", "This law does not cover help for children."),
        "not-for-health": tr("Reason", "This law does not cover information about health."),
        "no-gateway": tr("Reason", "The law named is not in force or not in the law pack."),
        "not-for-voluntary": tr(
            "Reason", "This law does not cover voluntary and private partners."
        ),
        "no-manager": tr("Reason", "A manager must allow this, and none is recorded."),
        "confidence-stands": tr(
            "Reason", "The law named does not lift the duty of confidence for this."
        ),
        "records-contradict": tr(
            "Reason", "Their answers on file contradict each other. Ask which one was meant."
        ),
        "decided-not-to": tr("Reason", "It was decided not to share this."),
        "public-task": tr(
            "Reason", "It is part of the council’s task and was not told in confidence."
        ),
        "manager-decided": tr("Reason", "A manager decided between those who disagreed."),
        "no-disagreement": tr("Reason", "Nobody disagrees about this now. Nothing was recorded."),
        "nothing-to-take-back": tr(
            "Reason", "They have agreed to none of this, so there is nothing to take back."
        ),
        "no-such-gateway": tr("Reason", "This law is not in the law pack any more."),
        "not-approved": tr("Reason", "This entry is not approved, so there is nothing to undo."),
        "names-somebody": tr(
            "Reason", "This names somebody of the family or a partner. Write it without names."
        ),
        "no-such-decision": tr("Reason", "This decision is not there any more."),
        "agreed": tr("Reason", "They agreed."),
        "law-allows": tr("Reason", "The law allows it, and the reasons are recorded."),
        "family-not-told": tr("Reason", "Tell the family, or record why not."),
        "no-question": tr("Reason", "No question suits what they agreed to. Write the request."),
        "no-such-household": tr("Reason", "There is no such household in this store."),
        "inside-a-store": tr(
            "Reason", "That is inside the folder of a store. Choose a place outside it."
        ),
        "no-such-recipient": tr("Reason", "There is no such person or agency in this store."),
        "no-such-person": tr("Reason", "There is no such person any more."),
        "no-such-home": tr("Reason", "There is no such home any more."),
        "no-such-stay": tr("Reason", "This stay is not there any more."),
        "no-such-flag": tr("Reason", "This flag is not there any more."),
        "no-such-fact": tr("Reason", "This fact is not there any more."),
        "no-such-agency": tr("Reason", "There is no such agency any more."),
        "no-such-involvement": tr("Reason", "This involvement is not there any more."),
        "no-such-relationship": tr("Reason", "This relationship is not there any more."),
        "no-such-visit": tr("Reason", "This visit is not there any more."),
        "no-such-team": tr("Reason", "This team is not there any more."),
        "no-such-professional": tr("Reason", "This person is not there any more."),
        "no-such-order": tr("Reason", "This order is not there any more."),
        "order-in-use": tr(
            "Reason", "Parental responsibility rests on this order. Correct that first."
        ),
        "no-such-competence": tr("Reason", "This note is not there any more."),
        "no-such-limit": tr("Reason", "This limit is not there any more."),
        "no-such-request": tr("Reason", "This request is not there any more."),
        "bad-lines": tr(
            "Reason", "Some lines cannot be kept, so none was. Mend them, or keep the good ones."
        ),
        "no-good-lines": tr("Reason", "No line can be kept as it is. Nothing was changed."),
        "two-families": tr(
            "Reason", "They are recorded in two families. Put the families together first."
        ),
        **_merge_reasons(),
        "not-open": tr("Reason", "What became of this request is recorded already."),
        "no-such-entry": tr("Reason", "This entry of the plan is not there any more."),
        "no-such-dismissal": tr("Reason", "This question is asked again already."),
        "no-such-question": tr("Reason", "This question is no longer one of those asked."),
        "no-such-note": tr("Reason", "This note is not there any more."),
        "draft-too-long": tr("Reason", "This is too long to keep. Shorten it, or split it."),
    }.get(code, code)


def _merge_reasons() -> dict[str, str]:
    """Return why two people cannot be made one: the part that contradicts, and what to do."""
    tr = QCoreApplication.translate
    return {
        "merge-same-person": tr("Reason", "Choose two different people."),
        "merge-related": tr(
            "Reason", "They are recorded as related to each other. Correct that first."
        ),
        "merge-set-against": tr(
            "Reason",
            "An order or a wish keeps one of them from the other, so they are two people. "
            "If it names the wrong person, correct it first.",
        ),
        "merge-practice": tr(
            "Reason", "They are with two GP practices now. End the one that is past first."
        ),
        "merge-nights": tr(
            "Reason", "Their nights at two homes are more than seven a week. Correct them first."
        ),
        "merge-home": tr("Reason", "Their homes contradict each other. Correct one stay first."),
        "merge-responsibility": tr(
            "Reason",
            "Parental responsibility is recorded differently for each. Correct one record first.",
        ),
        "merge-relationship": tr(
            "Reason", "Their relationships contradict each other. Correct one of them first."
        ),
        "merge-involvement": tr(
            "Reason",
            "Both are with the same agency, and what is recorded about it differs. "
            "Correct one first.",
        ),
        "merge-number": tr("Reason", "Their numbers contradict each other. Correct one first."),
        "merge-dates": tr(
            "Reason", "The dates chosen contradict each other. Choose others, or correct one first."
        ),
        "merge-unborn": tr(
            "Reason",
            "One is expected, and the other has what only somebody born can have. "
            "Record the date of birth first.",
        ),
        "merge-decision": tr(
            "Reason", "Their decisions contradict each other. Correct one of them first."
        ),
        "merge-too-long": tr(
            "Reason", "Put together, one of their notes is too long. Shorten it first."
        ),
        "merge-contradiction": tr(
            "Reason", "Put together, their records contradict each other. Correct one first."
        ),
    }


def fault_sentence(fault: Fault) -> str:
    """Return what is wrong at one place of a file, and what would be right."""
    tr = QCoreApplication.translate
    said = {
        "too-large": tr("Fault", "the file is larger than {0}"),
        "not-utf-8": tr("Fault", "the file is not text"),
        "not-json": tr("Fault", "the file is cut short or is not JSON"),
        "too-deep": tr("Fault", "nested more deeply than this format ever is"),
        "said-twice": tr("Fault", "said twice; allowed: {0}"),
        "not-a-family-file": tr("Fault", "not a {0} file"),
        "unknown-version": tr("Fault", "a format this program does not know; allowed: {0}"),
        "bad-character": tr("Fault", "a character that cannot be kept"),
        "bad-name": tr("Fault", "a name here is no name of this format"),
        "too-long": tr("Fault", "too long; allowed: {0}"),
        "missing": tr("Fault", "missing; it needs {0}"),
        "unknown-field": tr("Fault", "no such field; allowed: {0}"),
        "not-allowed": tr("Fault", "not allowed here; allowed: {0}"),
        "wrong-form": tr("Fault", "wrongly written; allowed: {0}"),
        "wrong-type": tr("Fault", "the wrong type; allowed: {0}"),
        "no-lines": tr("Fault", "there are no lines in it"),
        "not-a-sheet": tr("Fault", "this is not a CSV file; save it as CSV and try again"),
        "bad-quotes": tr(
            "Fault",
            "a quotation mark is not closed, or has letters after it; close it, or take it out",
        ),
        "cell-too-long": tr("Fault", "a cell is too long to be read; shorten it"),
        "too-many-columns": tr("Fault", "it has too many columns; allowed: {0}"),
        "too-many-lines": tr("Fault", "it has too many lines; allowed: {0}"),
        "in-store-already": tr("Fault", "in this store already"),
    }.get(fault.code)
    if said is None:
        said = sentence(Why(fault.code)) if fault.code in list(Why) else fault.code
    if not fault.allowed:
        said = said.removesuffix("; allowed: {0}").replace("it needs {0}", "fill it in")
    where = f"{fault.path}: " if fault.path else ""
    return where + said.replace("{0}", fault.allowed)


def in_words(error: ThinkFamilyError) -> str:
    """Return any failure of ours in one line, with the next step where there is one."""
    if isinstance(error, StoreTrouble):
        return " ".join(part for part in trouble_sentence(error) if part)
    if isinstance(error, Refused):
        return " ".join(reason_sentence(code) for code in error.reasons)
    if isinstance(error, Invalid):
        return " ".join(dict.fromkeys(sentence(p.why) for p in error.problems))
    if isinstance(error, Unreadable):
        said = [fault_sentence(fault).rstrip(".") for fault in error.faults[:MOST_SAID]]
        more = len(error.faults) - MOST_SAID
        if more > 0:
            said.append(
                QCoreApplication.translate("Fault", "and {0} more").replace("{0}", str(more))
            )
        nothing = QCoreApplication.translate("Fault", "Nothing was let in.")
        return "; ".join(said) + ". " + nothing
    return str(error)


def rule_sentence(rule: str) -> str:
    """Return who decides and by which rule, in one sentence."""
    tr = QCoreApplication.translate
    return {
        "self": tr("Rule", "An adult decides for themself, and nobody else can."),
        "young-person": tr("Rule", "From 16 a young person decides for themself."),
        "gillick": tr("Rule", "A competence note says that they decide this themself."),
        "parents": tr("Rule", "One holder of parental responsibility is enough."),
        "nobody-recorded": tr("Rule", "Nobody is recorded as holding parental responsibility."),
        "unborn": tr("Rule", "An unborn child has no consent; the mother decides for herself."),
        "deceased": tr("Rule", "This person has died."),
        "age-unknown": tr("Rule", "Record the date of birth first: who decides depends on it."),
        "lacks-capacity": tr("Rule", "A note says that they cannot make this decision now."),
    }.get(rule, rule)


def caution_sentence(caution: Caution) -> str:
    """Return what to be careful of with a number that is otherwise right."""
    tr = QCoreApplication.translate
    return {
        Caution.TEST_RANGE: tr("Caution", "Test range: not a real person’s number."),
        Caution.SCOTLAND: tr("Caution", "A Scottish number. Check it is meant."),
        Caution.NORTHERN_IRELAND: tr("Caution", "A Northern Irish number. Check it is meant."),
        Caution.IRELAND: tr("Caution", "An Irish number. Check it is meant."),
        Caution.NOT_ISSUED: tr("Caution", "Numbers like this are not given out. Check it."),
        Caution.UNREAL_AUTHORITY: tr("Caution", "Authority 999 is not a real one."),
        Caution.OFFICE_NINO: tr(
            "Caution", "Letters like these are used by tax offices only. Check it."
        ),
        Caution.TEMPORARY_UPN: tr("Caution", "A temporary pupil number."),
    }[caution]
