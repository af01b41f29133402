"""Sentences for the codes that `app` speaks in: problems, reasons, faults in files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.identifiers import Caution
from app.domain.problems import Problem, Why
from app.errors import Fault, Invalid, Refused, StoreTrouble, ThinkFamilyError, Unreadable
from ui.store_wording import passphrase_sentence, trouble_sentence

MOST_SAID = 5  # faults named on one line


def sentence(why: Why) -> str:
    """Return what to show beside a field that was refused."""
    tr = QCoreApplication.translate
    return {
        Why.MISSING: tr("Problem", "Please fill this in."),
        Why.TOO_LONG: tr("Problem", "This is too long to keep. Shorten it, or split it."),
        Why.IN_FUTURE: tr("Problem", "This date has not happened yet."),
        Why.TOO_OLD: tr("Problem", "This is more than 130 years ago. Check the year."),
        Why.NOT_A_DATE: tr("Problem", "This does not look like the right date. Check it."),
        Why.ENDS_BEFORE_START: tr("Problem", "This is before the start. Check both dates."),
        Why.NOBODY_SEEN: tr("Problem", "Tick at least one person."),
        Why.NHS_LENGTH: tr("Problem", "An NHS number has ten digits."),
        Why.NHS_CHECK: tr("Problem", "A digit of this NHS number is wrong. Read it again."),
        Why.NHS_REPEATED: tr("Problem", "This is not anybody’s NHS number. Read it again."),
        Why.UPN_SHAPE: tr("Problem", "A pupil number is a letter and twelve figures."),
        Why.UPN_CHECK: tr("Problem", "The letter does not fit the figures. Read it again."),
        Why.ULN_SHAPE: tr("Problem", "A learner number has ten digits and does not begin with 0."),
        Why.ULN_CHECK: tr("Problem", "A digit of this learner number is wrong. Read it again."),
        Why.NINO_SHAPE: tr(
            "Problem", "A National Insurance number is two letters, six figures and A, B, C or D."
        ),
        Why.NINO_PREFIX: tr(
            "Problem", "No National Insurance number begins with these letters. Read it again."
        ),
        Why.UPRN_SHAPE: tr("Problem", "A property number (UPRN) is one to twelve figures."),
        Why.ODS_SHAPE: tr("Problem", "An ODS code is three to six letters and figures."),
        Why.NO_SUCH_PERSON: tr("Problem", "Nobody in this family is meant. Choose somebody."),
        Why.NO_SUCH_AGENCY: tr("Problem", "This agency is not known here. Choose one, or add it."),
        Why.NO_SUCH_HOME: tr("Problem", "This home is not known here. Choose one, or add it."),
        Why.NO_SUCH_RECORD: tr("Problem", "What this points to is not there."),
        Why.SAME_PERSON: tr("Problem", "Choose two different people."),
        Why.ALREADY_RECORDED: tr("Problem", "This is recorded already."),
        Why.PARENT_CYCLE: tr("Problem", "This would make somebody their own ancestor."),
        Why.CHILD_OLDER: tr(
            "Problem",
            "The child is older than the parent. Check both dates of birth, and who is whose.",
        ),
        Why.PARENT_TOO_YOUNG: tr(
            "Problem",
            "The parent is less than ten years older than the child. Check both dates of birth.",
        ),
        Why.TWO_PRIMARY: tr("Problem", "There is one already. Correct that one instead."),
        Why.UNBORN: tr("Problem", "This cannot be recorded for a child who is not born yet."),
        Why.DECEASED: tr("Problem", "This person has died. Ask the information governance lead."),
        Why.BORN_AND_DUE: tr("Problem", "Give a date of birth or an expected date, not both."),
        Why.DIED_BEFORE_BORN: tr("Problem", "This is before the date of birth. Check both."),
        Why.NEEDS_NAME: tr("Problem", "Write first names, a family name, or both."),
        Why.NEEDS_SOURCE: tr("Problem", "Say who told you, or where it was seen."),
        Why.NOT_THEIR_DECISION: tr("Problem", "This person cannot decide this. See who can."),
        Why.NEEDS_REASON: tr("Problem", "Say why nobody was asked."),
        Why.NEEDS_LOOK_REASON: tr("Problem", "Choose why you look. It is noted in the journal."),
        Why.NEEDS_WITNESS: tr("Problem", "Say who heard it."),
        Why.NOT_AN_INTERPRETER: tr(
            "Problem", "Somebody of the family cannot interpret. Book a professional."
        ),
        Why.NEEDS_CATEGORY: tr("Problem", "Tick at least one kind of information."),
        Why.NEEDS_QUESTION: tr("Problem", "Choose at least one question."),
        Why.TOO_MANY: tr("Problem", "Choose eight questions at the most."),
        Why.ASKS_FOR_EVERYTHING: tr(
            "Problem", "Partners refuse requests for everything. Say what you need to know."
        ),
        Why.BAD_ID: tr("Problem", "An id is up to 64 letters, figures, - and _."),
        Why.BAD_EMAIL: tr("Problem", "This is not an e-mail address."),
        Why.BAD_PHONE: tr("Problem", "This is not a phone number. Write its figures."),
        Why.NOT_A_PERCENTAGE: tr("Problem", "Attendance is a whole number from 0 to 100."),
        Why.TOO_MANY_NIGHTS: tr(
            "Problem",
            "That is more than seven nights a week in all. Nobody is in two places the same night.",
        ),
        Why.TWO_MAIN_HOMES: tr(
            "Problem", "There is a main home in these days already. End it first, or untick this."
        ),
        Why.SAME_HOME: tr("Problem", "They live there in these days already. Correct that one."),
        Why.NEEDS_NIGHTS: tr("Problem", "Say how many nights a week, 0 to 7."),
        Why.BAD_CHARACTER: tr("Problem", "There is a character here that cannot be printed."),
        Why.REVEALS_HIDDEN: tr(
            "Problem", "This names a place or person this partner may not learn of. Take it out."
        ),
    }.get(why, passphrase_sentence(why))


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
    }.get(code, code)


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
