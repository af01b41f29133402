"""Copying out of the records: marked private, and gone after half a minute or at lock.

Clipboard managers can defeat this; the help says so.
"""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 30_000  # milliseconds

# What Windows, KDE and macOS look for before they keep a copy of their own.
_PRIVATE = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00" * 4,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00" * 4,
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


class PrivateClipboard(QObject):
    """Puts text on the clipboard and takes it away again if it is still ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.clear_if_ours)

    def copy(self, text: str) -> None:
        """Copy a text for half a minute."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _PRIVATE.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = _mark(text)
        self._timer.start()

    def clear(self) -> None:
        """Empty the clipboard, and what is only marked, whoever put it there.

        What is marked and copied in a field goes there past us, so nobody can say whose it is.
        """
        self._timer.stop()
        self._ours = b""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def clear_if_ours(self) -> None:
        """Empty the clipboard unless somebody has put something else there."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._ours and _mark(clipboard.text()) == self._ours:
            clipboard.clear()
        self._ours = b""


def _mark(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
