"""One question for each rule about who is missing: about whom, in plain words, blaming nobody."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.missing import Missing


def questions() -> Mapping[str, str]:
    """Return the words by the sentence keys of `resources/prompts/missing.toml`."""
    tr = QCoreApplication.translate
    return {
        "child-not-seen": tr("Missing", "When will somebody meet {name}?"),
        "child-not-heard": tr("Missing", "What does {name} say?"),
        "no-health-visitor": tr("Missing", "Who is the health visitor of {name}?"),
        "no-midwife": tr("Missing", "Who is the midwife of {name}?"),
        "no-school": tr("Missing", "Where does {name} learn?"),
        "no-gp": tr("Missing", "Which GP practice is {name} with?"),
        "children-not-asked-about": tr(
            "Missing",
            "Has anybody asked {agency} what its work with {name} means for the children?",
        ),
        "carer-alone": tr("Missing", "{name} looks after somebody. Who is there for {name}?"),
        "adult-unknown": tr("Missing", "Who knows {name}, who lives here with a child?"),
    }


def why_asked(missing: Missing) -> str:
    """Return the reason of the rule, and that no date of birth is recorded where none is."""
    if not missing.age_unknown:
        return missing.rule.reason
    return f"{missing.rule.reason} " + QCoreApplication.translate(
        "Missing", "No date of birth is recorded; nothing says that this is a child."
    )


def question(missing: Missing, names: Mapping[str, str], agencies: Mapping[str, str]) -> str:
    """Return the question, with the names in it."""
    said = questions()[missing.rule.sentence]
    agency = agencies.get(missing.agency, "") if missing.agency else ""
    return said.replace("{agency}", agency).replace("{name}", names.get(missing.person, ""))
