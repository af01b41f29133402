"""Garbage is collected on the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ui.collector import Collector


class Circle:
    """Something that only the collector can free, and that notes on which thread it went."""

    def __init__(self, gone_on: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: gone_on.append(threading.current_thread().name))


def make_much() -> None:
    """Make more objects than it takes for Python to collect by itself."""
    _much = [[n] for n in range(20_000)]


def test_what_a_busy_thread_makes_never_ends_a_window_there(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    gone_on: list[str] = []
    try:
        gc.collect()
        Circle(gone_on)
        busy = threading.Thread(target=make_much, name="store")
        busy.start()
        busy.join()
        while_busy = list(gone_on)
        make_much_here = [[n] for n in range(20_000)]
        qtbot.waitUntil(lambda: bool(gone_on), timeout=5_000)
    finally:
        collector.stop()

    assert while_busy == []
    assert gone_on == ["MainThread"]
    assert len(make_much_here) == 20_000
    assert gc.isenabled()
