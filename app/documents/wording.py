"""The printed words of the papers: the types and their checked readers, in one place to import."""

from __future__ import annotations

from app.documents.consent_wording import AgencyWords, ConsentWording, read_consent_wording
from app.documents.notice_wording import (
    GovernanceWording,
    WithdrawalWording,
    read_governance_wording,
    read_withdrawal_wording,
)
from app.documents.request_wording import Question, RequestWording, read_request_wording

__all__ = [
    "AgencyWords",
    "ConsentWording",
    "GovernanceWording",
    "Question",
    "RequestWording",
    "WithdrawalWording",
    "read_consent_wording",
    "read_governance_wording",
    "read_request_wording",
    "read_withdrawal_wording",
]
