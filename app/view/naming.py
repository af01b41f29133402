"""Names that other machines read: of files and of print jobs. A number, and nobody's name."""

from __future__ import annotations

from app.domain.sharing import PaperKind

# Words that tell a list of recent files, a mail server or a printer's queue nothing (traps 17, 25).
WORDS = {
    PaperKind.CONSENT_FORM: "form",
    PaperKind.SHARE_REQUEST: "request",
    PaperKind.HOUSEHOLD_PICTURE: "picture",
    PaperKind.WITHDRAWAL_NOTICE: "notice",
    PaperKind.GOVERNANCE_QUESTION: "question",
}


def file_name(kind: PaperKind, number: str, ending: str = "pdf") -> str:
    """Return what a paper's file is called; what cannot stand in a name is left out."""
    return f"{WORDS[kind]}-{_plain(number)}.{_plain(ending)}"


def job_title(number: str) -> str:
    """Return what a printer's queue shows."""
    return _plain(number)


def _plain(text: str) -> str:
    return "".join(
        letter for letter in text if letter.isascii() and (letter.isalnum() or letter == "-")
    )
