"""Everything a screen reader, or whoever looks over a shoulder, can get out of a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

KINDS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
DEEPEST, WIDEST = 60, 4000


def everything_told(*roots: QWidget) -> str:
    """Return each text of the accessible tree of windows, their titles and their tool tips."""
    told: list[str] = []
    for root in roots:
        told += _texts(QAccessible.queryAccessibleInterface(root), 0)
        for widget in (root, *root.findChildren(QWidget)):
            told += [
                widget.windowTitle(),
                widget.toolTip(),
                widget.statusTip(),
                widget.whatsThis(),
                widget.accessibleName(),
                widget.accessibleDescription(),
            ]
    return "\n".join(text for text in told if text)


def every_window() -> tuple[QWidget, ...]:
    """Return the windows that are open now."""
    return tuple(w for w in QApplication.topLevelWidgets() if w.isVisible())


def _texts(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid() or depth > DEEPEST:
        return
    for kind in KINDS:
        text = interface.text(kind)
        if text:
            yield text
    for place in range(min(interface.childCount(), WIDEST)):
        yield from _texts(interface.child(place), depth + 1)
