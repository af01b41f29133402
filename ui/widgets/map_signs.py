"""The whole legend in a small window of its own, for whoever wants to know every sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.buttons import Button
from ui.widgets.legend import Kind, Legend, Sample
from ui.widgets.text import words

WIDTH, HEIGHT = 560, 480


class SignsDialog(QDialog):
    """Explains every line and sign of a picture, in groups."""

    def __init__(self, samples: Sequence[Sample], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setWindowTitle(tr("Signs", "What the signs mean"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.groups: list[Legend] = []
        for kinds, heading in group_words().items():
            mine = [sample for sample in samples if sample.kind in kinds]
            if mine:
                group = Legend(name=heading, kinds=kinds)
                group.show_samples(mine)
                column.addWidget(words(heading, "section"))
                column.addWidget(group)
                column.addSpacing(8)
                self.groups.append(group)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(inside)
        self.close_button = Button(tr("Signs", "Close"))
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(words(self.windowTitle(), "heading"))
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        self.resize(current_theme().px(WIDTH), current_theme().px(HEIGHT))


def group_words() -> Mapping[frozenset[Kind], str]:
    """Return the headings of the groups, in their order."""
    tr = QCoreApplication.translate
    return {
        frozenset({Kind.SHARING}): tr("Signs", "Sharing, drawn for whoever is chosen"),
        frozenset({Kind.COUPLE, Kind.CHILD, Kind.LETTER}): tr("Signs", "Family lines"),
        frozenset({Kind.HOME}): tr("Signs", "Homes"),
        frozenset({Kind.SYMBOL}): tr("Signs", "People"),
    }
