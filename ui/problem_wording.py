"""A sentence for every reason why something typed is refused, with how to put it right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.problems import Why
from ui.decision_words import decision_sentence
from ui.plan_words import plan_sentence
from ui.store_wording import passphrase_sentence


def sentence(why: Why) -> str:
    """Return what to show beside a field that was refused."""
    tr = QCoreApplication.translate
    return (
        {
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
            Why.ULN_SHAPE: tr(
                "Problem", "A learner number has ten digits and does not begin with 0."
            ),
            Why.ULN_CHECK: tr("Problem", "A digit of this learner number is wrong. Read it again."),
            Why.NINO_SHAPE: tr(
                "Problem",
                "A National Insurance number is two letters, six figures and A, B, C or D.",
            ),
            Why.NINO_PREFIX: tr(
                "Problem", "No National Insurance number begins with these letters. Read it again."
            ),
            Why.UPRN_SHAPE: tr("Problem", "A property number (UPRN) is one to twelve figures."),
            Why.ODS_SHAPE: tr("Problem", "An ODS code is three to six letters and figures."),
            Why.NO_SUCH_PERSON: tr("Problem", "Nobody in this family is meant. Choose somebody."),
            Why.NO_SUCH_AGENCY: tr(
                "Problem", "This agency is not known here. Choose one, or add it."
            ),
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
                "The parent is less than ten years older than the child. Check both births.",
            ),
            Why.TWO_PRIMARY: tr("Problem", "There is one already. Correct that one instead."),
            Why.UNBORN: tr("Problem", "This cannot be recorded for a child who is not born yet."),
            Why.DECEASED: tr(
                "Problem", "This person has died. Ask the information governance lead."
            ),
            Why.BORN_AND_DUE: tr("Problem", "Give a date of birth or an expected date, not both."),
            Why.DIED_BEFORE_BORN: tr("Problem", "This is before the date of birth. Check both."),
            Why.NEEDS_NAME: tr("Problem", "Write first names, a family name, or both."),
            Why.NEEDS_SOURCE: tr("Problem", "Say who told you, or where it was seen."),
            Why.NOT_THEIR_DECISION: tr("Problem", "This person cannot decide this. See who can."),
            Why.NEEDS_REASON: tr("Problem", "Say why nobody was asked."),
            Why.NEEDS_LOOK_REASON: tr(
                "Problem", "Choose why you look. It is noted in the journal."
            ),
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
                "That is more than seven nights a week. Nobody is in two places the same night.",
            ),
            Why.TWO_MAIN_HOMES: tr(
                "Problem",
                "There is a main home in these days already. End it first, or untick this.",
            ),
            Why.SAME_HOME: tr(
                "Problem", "They live there in these days already. Correct that one."
            ),
            Why.NEEDS_NIGHTS: tr("Problem", "Say how many nights a week, 0 to 7."),
            Why.BAD_CHARACTER: tr("Problem", "There is a character here that cannot be printed."),
            Why.URN_SHAPE: tr("Problem", "A school’s URN is six figures."),
            Why.SECOND_PRACTICE: tr(
                "Problem", "They have a GP practice already. End that one first, with its last day."
            ),
            Why.NEEDS_DAYS: tr("Problem", "Give a number of working days, 1 to 365."),
            Why.NEEDS_WHOM: tr("Problem", "Choose a person or an agency who must not be told."),
            Why.AGE_DECIDES: tr(
                "Problem", "This test is not for their age: Gillick is under 16, capacity from 16."
            ),
            Why.NOT_A_CHOICE: tr("Problem", "This word is none of those that can stand here."),
            Why.SAID_TWICE: tr("Problem", "An earlier line says this already."),
            Why.TAKEN: tr("Problem", "Somebody else has this number. Find out whose it is."),
            Why.SEVERAL: tr(
                "Problem", "Several families have this name. Rename one, then try again."
            ),
            Why.SEVERAL_LINES: tr(
                "Problem",
                "This goes over several lines. Write it on one. A quotation mark may be missing.",
            ),
            Why.NOT_27_COLUMNS: tr("Problem", "A line of the practice list has 27 columns."),
            Why.NOT_A_PIN: tr("Problem", "A PIN is 4 to 8 figures, and nothing else."),
            Why.EASY_PIN: tr(
                "Problem", "Everybody tries this one first. Choose figures in no such order."
            ),
            Why.REVEALS_HIDDEN: tr(
                "Problem",
                "This names a place or person this partner may not learn of. Take it out.",
            ),
            Why.TOLD_UNDER_LIMIT: tr(
                "Problem",
                "A partner told us these words, and not for everybody who reads this. Ask them "
                "first, or leave it out.",
            ),
            Why.SUMMARY_IS_SHARED: tr(
                "Problem", "The family agreed that others may read this. Say who."
            ),
        }.get(why)
        or plan_sentence(why)
        or decision_sentence(why)
        or passphrase_sentence(why)
    )
