"""What an open connection may do: the authorizer, in four modes.

SQLite asks it while a statement is being prepared. `opening` is for making and migrating the
store, `working` for everything the key worker does, `erasing` also lets images be emptied,
`tidying` lets VACUUM work. Pragmas are allowed by name, never forbidden by name.

A mode is changed only by calling `set_authorizer` again: a flag read by one authorizer would
be fooled by statements prepared earlier.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]

JOURNAL = frozenset({"operation", "change"})
OWN = frozenset({"store", "store_secret", "sqlite_master", "sqlite_temp_master"})

ALLOW, DENY = 0, 1
# Action codes of SQLite's authorizer, from sqlite3.h.
DELETE, INSERT, PRAGMA, UPDATE, ATTACH, DETACH = 9, 18, 19, 23, 24, 25
CREATES = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 29})
DROPS_AND_ALTERS = frozenset({10, 11, 12, 13, 14, 15, 16, 17, 26, 27, 30})
WRITES = frozenset({DELETE, INSERT, UPDATE})

READ_PRAGMAS = frozenset(
    {
        "application_id",
        "cipher_integrity_check",
        "data_version",
        "foreign_key_check",
        "foreign_keys",
        "freelist_count",
        "integrity_check",
        "journal_mode",
        "page_count",
        "quick_check",
        "synchronous",
        "table_info",
        "table_list",
        "temp_store",
        "user_version",
    }
)
DO_PRAGMAS = frozenset(
    {
        "defer_foreign_keys",
        "foreign_key_check",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_list",
        "wal_checkpoint",
    }
)
MIGRATION_PRAGMAS = frozenset({"application_id", "foreign_keys", "user_version"})
REDACTED = frozenset({"before", "after", "seal", "redacted_by"})


class Mode(StrEnum):
    """What the store is being opened or used for."""

    OPENING = "opening"
    WORKING = "working"
    ERASING = "erasing"
    TIDYING = "tidying"


def rules(mode: Mode) -> Authorizer:
    """Return the authorizer for `mode`."""

    def decide(
        action: int, one: str | None, two: str | None, base: str | None, via: str | None
    ) -> int:
        if action == PRAGMA:
            return _pragma(mode, one, two)
        if action in (ATTACH, DETACH):
            return _attach(mode, action, one)
        if mode is Mode.OPENING:
            return ALLOW
        if mode is Mode.TIDYING:
            on_journal = action in WRITES and base == "main" and one in JOURNAL
            return DENY if on_journal else ALLOW
        if action in CREATES or action in DROPS_AND_ALTERS:
            return DENY
        if action in WRITES and one in OWN:
            return DENY
        if action in WRITES and one in JOURNAL:
            return _journal(mode, action, one, two, via)
        return ALLOW

    return decide


def _pragma(mode: Mode, name: str | None, value: str | None) -> int:
    if mode is Mode.OPENING and name in MIGRATION_PRAGMAS:
        return ALLOW
    return ALLOW if name in DO_PRAGMAS or (value is None and name in READ_PRAGMAS) else DENY


def _attach(mode: Mode, action: int, name: str | None) -> int:
    """Allow only the unnamed file that VACUUM makes for itself."""
    own = mode is Mode.TIDYING and (name == "" or (action == DETACH and name == "vacuum_db"))
    return ALLOW if own else DENY


def _journal(
    mode: Mode, action: int, table: str | None, column: str | None, via: str | None
) -> int:
    if action == INSERT and table == "operation":
        return ALLOW  # a guard trigger lets only the operation being closed through
    if action == INSERT:
        return ALLOW if via is not None and via.startswith("journal ") else DENY
    if action == UPDATE and table == "change":
        return ALLOW if mode is Mode.ERASING and column in REDACTED else DENY
    return DENY
