"""How each state of sharing looks off the picture: the same badge and colour, on a pill."""

from __future__ import annotations

from app.family_map.family import TieState
from ui.widgets.map_style import NOTATION
from ui.widgets.pill import TONES


def state_look(state: str) -> tuple[str, str, str]:
    """Return a state's icon, its colour token and its pill's tone; a no is as neutral as a yes."""
    style = NOTATION.sharing[TieState(state)]
    return style.badge, style.colour, style.colour if style.colour in TONES else "muted"
