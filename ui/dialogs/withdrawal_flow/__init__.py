"""A change of mind, in three steps: who and what, what will happen, and the letters."""

from __future__ import annotations

from ui.dialogs.withdrawal_flow.flow import WithdrawalFlow
from ui.dialogs.withdrawal_flow.letters import Letter, letters_after
from ui.dialogs.withdrawal_flow.letters_again import LettersAgain

__all__ = ["Letter", "LettersAgain", "WithdrawalFlow", "letters_after"]
