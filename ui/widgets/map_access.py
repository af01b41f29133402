"""The household picture for screen readers: a list in which every person and agency has a name."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

VIEW_CLASS = "FamilyMapView"
_INSTALLED = "thinkFamilyMapAccess"


@runtime_checkable
class Spoken(Protocol):
    """What the list needs of the view."""

    def spoken_ids(self) -> tuple[str, ...]:
        """Return the ids of people and agencies in reading order."""

    def spoken_name(self, id_: str) -> str:
        """Return the name that makes sense alone."""

    def spoken_description(self, id_: str) -> str:
        """Return relations and sharing in words."""

    def spoken_place(self, id_: str) -> QRect:
        """Return where it is on the screen."""

    def spoken_selected(self) -> str:
        """Return the id of what is selected, or ""."""

    def spoken_current(self) -> str:
        """Return the id of what has the focus inside the picture, or ""."""

    def keep_spoken(self, interface: QAccessibleInterface) -> None:
        """Keep a reference, as Qt keeps none to what Python made."""


def install_access(application: QApplication) -> None:
    """Have Qt ask us for the picture's interface; once per application is enough."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_make)


class MapList(QAccessibleWidget):
    """The picture as a list. It keeps its children, as Qt keeps no reference to them."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._children: dict[str, MapEntry] = {}

    def childCount(self) -> int:
        return len(self._ids())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        ids = self._ids()
        if not 0 <= index < len(ids):
            return None
        id_ = ids[index]
        if id_ not in self._children:
            self._children[id_] = MapEntry(self, self._view, id_)
        return self._children[id_]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = self._ids()
        if isinstance(child, MapEntry) and child.id in ids:
            return ids.index(child.id)
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for index in range(self.childCount()):
            entry = self.child(index)
            if entry is not None and entry.rect().contains(x, y):
                return entry
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        ids = self._ids()
        current = self._view.spoken_current() if isinstance(self._view, Spoken) else ""
        return self.child(ids.index(current)) if current in ids else self

    def _ids(self) -> tuple[str, ...]:
        return self._view.spoken_ids() if isinstance(self._view, Spoken) else ()


class MapEntry(QAccessibleInterface):
    """One person or agency in the list."""

    def __init__(self, whole: MapList, view: QWidget, id_: str) -> None:
        super().__init__()
        self.id = id_
        self._whole = whole
        self._view = view

    def isValid(self) -> bool:
        return isinstance(self._view, Spoken) and self.id in self._view.spoken_ids()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._whole

    def child(self, index: int) -> None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        return None

    def focusChild(self) -> None:  # type: ignore[override]
        return None

    def rect(self) -> QRect:
        return self._view.spoken_place(self.id) if isinstance(self._view, Spoken) else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if not isinstance(self._view, Spoken) or not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._view.spoken_name(self.id)
        if kind == QAccessible.Text.Description:
            return self._view.spoken_description(self.id)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        return None

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        if isinstance(self._view, Spoken):
            state.selected = self._view.spoken_selected() == self.id
            state.focused = self._view.hasFocus() and self._view.spoken_current() == self.id
        return state


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if class_name != VIEW_CLASS or not isinstance(thing, QWidget) or not isinstance(thing, Spoken):
        return None
    made = MapList(thing)
    thing.keep_spoken(made)
    return made
