"""Sections of a long form: headings that open and close, and that the keyboard jumps between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.forms import F, FieldRow, Form
from ui.widgets.buttons import Button
from ui.widgets.card import rule


class Section(QWidget):
    """A heading and what belongs under it; closed, it takes one line.

    `first_opened` is the moment to make what is under it: a long form opens faster that way.
    """

    first_opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._filled = 0
        self._was_open = False
        self.heading = Button(title, kind="section", icon_name="chevron-right", ink="text")
        self.heading.clicked.connect(self.toggle)
        self.body = QWidget()
        self.body.setProperty("ground", "clear")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(8, 4, 0, 8)
        self.column.setSpacing(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for part in (rule(), self.heading, self.body):
            whole.addWidget(part)
        self.body.hide()
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether what is under the heading is shown."""
        return not self.body.isHidden()

    def toggle(self) -> None:
        """Open it, or close it."""
        self.set_open(not self.is_open)

    def set_open(self, is_open: bool) -> None:
        """Show what is under the heading, or put it away; nothing typed is lost."""
        if is_open and not self._was_open:
            self._was_open = True
            self.first_opened.emit()
        self.body.setVisible(is_open)
        self.heading.show_icon("chevron-down" if is_open else "chevron-right")
        self._say()

    def note_filled(self, count: int) -> None:
        """Say in the heading how much there is in it."""
        self._filled = count
        self._say()

    def _say(self) -> None:
        tr = QCoreApplication.translate
        text = self._title
        if self._filled:
            text += tr("Section", " ({0} filled in)").replace("{0}", str(self._filled))
        self.heading.setText(text.replace("&", "&&"))
        state = tr("Section", "open") if self.is_open else tr("Section", "closed")
        self.heading.setAccessibleName(f"{text}, {state}")


class SectionForm(Form):
    """A form of sections. What is added goes under the section begun last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: dict[str, Section] = {}
        self._target: QVBoxLayout | None = None
        self._under: dict[str, Section] = {}
        self._now: Section | None = None

    def begin(self, key: str, title: str) -> Section:
        """Begin a section."""
        self._target = None
        section = self.sections[key] = Section(title)
        super().put(section)
        return self.resume(key)

    def resume(self, key: str) -> Section:
        """Add to a section that was begun before."""
        section = self.sections[key]
        self._now, self._target = section, section.column
        return section

    def put(self, widget: QWidget) -> None:
        if self._target is None:
            super().put(widget)
        else:
            self._target.addWidget(widget)

    @contextmanager
    def into(self, column: QVBoxLayout, section: Section | None) -> Iterator[None]:
        """Add to another column for a while, such as that of a card in a section."""
        before = self._target, self._now
        self._target, self._now = column, section
        try:
            yield
        finally:
            self._target, self._now = before

    @property
    def section_now(self) -> Section | None:
        """Return the section that is added to."""
        return self._now

    def add(self, name: str, label: str, field: F, *, hint: str = "", optional: str = "") -> F:
        if self._now is not None:
            self._under[name] = self._now
        return super().add(name, label, field, hint=hint, optional=optional)

    def named(self, prefix: str) -> list[tuple[str, FieldRow]]:
        """Return the rows whose names begin so, in the order they were added."""
        return [(name, row) for name, row in self._rows.items() if name.startswith(prefix)]

    def forget(self, prefix: str) -> None:
        """Forget the fields whose names begin so, as they were taken away."""
        for name in [name for name in self._rows if name.startswith(prefix)]:
            del self._rows[name]
            self._under.pop(name, None)

    def open_section(self, key: str) -> None:
        """Open a section and go to its heading."""
        section = self.sections[key]
        section.set_open(True)
        self._go_to_heading(section)

    def jump(self, step: int) -> None:
        """Go to the heading after (1) or before (-1) where the focus is."""
        sections = list(self.sections.values())
        here = QApplication.focusWidget()
        inside = [
            n for n, s in enumerate(sections) if isinstance(here, QWidget) and s.isAncestorOf(here)
        ]
        on_heading = any(here is s.heading for s in sections)
        if not inside:
            place = 0 if step > 0 else len(sections) - 1
        elif step < 0 and not on_heading:
            place = inside[0]
        else:
            place = (inside[0] + step) % len(sections)
        self._go_to_heading(sections[place])

    def show_problems(self, sentences: Mapping[str, str], *, heading: str = "") -> None:
        for name in sentences:
            if name in self._under:
                self._under[name].set_open(True)
        super().show_problems(sentences, heading=heading)

    def _go_to(self, name: str) -> None:
        if name in self._under:
            self._under[name].set_open(True)
        super()._go_to(name)

    def _go_to_heading(self, section: Section) -> None:
        section.heading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scroll_to(section)

    def scroll_to(self, section: Section) -> None:
        """Bring a heading to the top, so that what is under it can be seen too."""
        self.verticalScrollBar().setValue(section.y())
