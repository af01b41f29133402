"""The four buttons, and the one without words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import current_theme

ICON = 18
LINK_EDGE = 6
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
GAP = 6  # between the icon and the words; Qt's own is 4


class Button(QPushButton):
    """A button whose words begin with a verb; its icon follows the theme."""

    def __init__(
        self,
        text: str,
        *,
        kind: str = "secondary",
        icon_name: str = "",
        ink: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._ink = ink
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setAccessibleName(text.replace("&", ""))
        self._put_icon()

    def show_icon(self, icon_name: str) -> None:
        """Show another icon, e.g. when a toggle changes."""
        self._icon_name = icon_name
        self._put_icon()

    def say(self, text: str) -> None:
        """Change the words, for eye and ear alike."""
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._put_icon()
        super().changeEvent(event)

    def _put_icon(self) -> None:
        if self._icon_name:
            side = current_theme().px(ICON)
            gap = current_theme().px(GAP) if self.text() else 0
            self.setIcon(icon(self._icon_name, self._ink, ICON, gap=gap))
            self.setIconSize(QSize(side + gap, side))


class PrimaryButton(Button):
    """The one thing to do next: at most one on a page.

    Its focus ring stands outside with a gap of the ground, as the ring has the button's own colour.
    """

    def __init__(self, text: str, *, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="primary", icon_name=icon_name, ink="onprimary", parent=parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        painter.end()


class QuietButton(Button):
    """A small way out or a look behind: no border."""

    def __init__(self, text: str, *, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="quiet", icon_name=icon_name, parent=parent)


class DangerButton(Button):
    """Something that cannot be taken back."""

    def __init__(self, text: str, *, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="danger", icon_name=icon_name, ink="stop", parent=parent)


class IconButton(Button):
    """A button without words; only for print, edit, zoom, fit, table, close, show and more."""

    def __init__(self, icon_name: str, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", kind="icon", icon_name=icon_name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(name)

    def say(self, text: str) -> None:
        """Give it another name, said by screen readers and shown as a tooltip."""
        self.setAccessibleName(text)
        self.setToolTip(text)


class LinkButton(Button):
    """Words to follow, such as a way to a field; underlined, as nothing else is."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, kind="link", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class WrappingLink(LinkButton):
    """A link whose words may take several lines, such as a sentence about a field."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = self._metrics().horizontalAdvance(self.text()) + 2 * LINK_EDGE
        return QSize(wide, current_theme().control_height)

    def minimumSizeHint(self) -> QSize:
        words = self.text().split()
        longest = max((self._metrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(longest + 2 * LINK_EDGE, current_theme().control_height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * LINK_EDGE), 10_000)
        words = self._metrics().boundingRect(room, WRAPPED, self.text())
        return max(current_theme().control_height, words.height() + 2 * LINK_EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        font = theme.font(14, 500)
        font.setUnderline(self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(self.rect().adjusted(LINK_EDGE, 0, -LINK_EDGE, 0), WRAPPED, self.text())
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(current_theme().font(14, 500))


class DialogButtons(QDialogButtonBox):
    """The end of a dialog, in the order this computer is used to: one to save, one to leave."""

    def __init__(self, save: str, cancel: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = PrimaryButton(save)
        self.cancel = Button(cancel)
        self.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.save.setDefault(True)
