"""How each state of sharing looks: icon, colour, and the tone of its pill (never colour alone)."""

from __future__ import annotations

from app.domain.standing import State

LOOKS: dict[str, tuple[str, str, str]] = {
    State.GIVEN: ("check", "ok", "ok"),
    State.NARROWED: ("list-checks", "ok", "ok"),
    State.OTHER_LAW: ("landmark", "info", "info"),
    State.EXPIRED: ("clock", "warn", "warn"),
    State.WITHDRAWN: ("undo-2", "muted", "muted"),
    State.SUPERSEDED: ("refresh-cw", "muted", "muted"),
    State.NOT_SOUGHT: ("circle-question-mark", "muted", "muted"),
    State.DRAFT: ("pencil", "muted", "muted"),
    State.REFUSED: ("circle-slash", "muted", "muted"),
}


def state_look(state: str) -> tuple[str, str, str]:
    """Return a state's icon, its colour token and its pill's tone; a no is as neutral as a yes."""
    return LOOKS[state]
