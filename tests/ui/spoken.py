"""All that anybody can read, hear or hover over in the windows that are on the screen now."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.app.whole_paper import spelt_out
from ui.widgets.family_map_view import FamilyMapView

KINDS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
DEEPEST = 80


def windows_on_screen() -> list[QWidget]:
    """Return every window that is shown."""
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def everything_told() -> str:
    """Return all texts of all windows on the screen, hidden parts of them too."""
    return "\n".join(text for window in windows_on_screen() for text in _of(window) if text)


def told_from_the_root() -> str:
    """Return what is found from the root of the tree, where hidden windows are listed too."""
    application = QApplication.instance()
    assert application is not None
    root = QAccessible.queryAccessibleInterface(application)
    return "\n".join(text for text in _spoken(root, 0) if text)


def leaked(sentinels: dict[str, str]) -> list[str]:
    """Return the names of the sentinels that are told anywhere, however they are spelt."""
    letters = spelt_out(everything_told())
    return [name for name, text in sentinels.items() if spelt_out(text) in letters]


def _of(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    yield from _spoken(QAccessible.queryAccessibleInterface(window), 0)
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.objectName())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        text = getattr(widget, "text", None)
        if callable(text) and not isinstance(widget, QLineEdit):
            yield str(text())
        if isinstance(widget, FamilyMapView):
            yield repr(widget._family) + repr(widget._picture)


def _spoken(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    assert depth < DEEPEST, "the tree has no end"
    yield from (interface.text(kind) for kind in KINDS)
    for nth in range(interface.childCount()):
        yield from _spoken(interface.child(nth), depth + 1)
