"""The desk: answers on the window's thread, to those who still exist, from a real store."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.errors import Refused, StoreTrouble
from app.operation import Command, Effect, Kind, OpenStore, StoreCheck
from app.ports import Work
from db.store import Clock, open_in_memory
from ui.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, frozen_clock: Clock) -> Iterator[Desk]:
    desk = Desk(lambda: open_in_memory(by="kw-test", clock=frozen_clock))
    with qtbot.waitSignal(desk.ready):
        pass
    yield desk
    desk.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def looked() -> Command[str]:
    return Command("look_around", Kind.LOOK, Effect.NONE, lambda work: work.by)


def refused() -> Command[None]:
    def act(work: Work) -> None:
        raise Refused("no-gateway")

    return Command("share", Kind.CHANGE, Effect.STEP, act)


def test_an_answer_comes_back_on_the_windows_thread(
    qtbot: QtBot, desk: Desk, owner: QObject
) -> None:
    answers: list[tuple[str, bool]] = []
    here = threading.get_ident()

    desk.ask(
        lambda work: work.by,
        owner=owner,
        then=lambda by: answers.append((by, threading.get_ident() == here)),
    )

    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("kw-test", True)]


def test_a_command_is_heard_by_every_view_before_it_answers(
    qtbot: QtBot, desk: Desk, owner: QObject
) -> None:
    heard: list[object] = []
    desk.changed.connect(heard.append)

    desk.do(looked(), owner=owner, then=heard.append)

    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [frozenset(), "kw-test"]


def test_a_refusal_goes_to_whoever_asked_to_hear_it(
    qtbot: QtBot, desk: Desk, owner: QObject
) -> None:
    troubles: list[Exception] = []

    desk.do(refused(), owner=owner, then=lambda _: None, trouble=troubles.append)

    qtbot.waitUntil(lambda: bool(troubles))
    assert isinstance(troubles[0], Refused)
    assert troubles[0].reasons == ("no-gateway",)


def test_a_failure_nobody_asked_about_goes_to_everybody(
    qtbot: QtBot, desk: Desk, owner: QObject
) -> None:
    with qtbot.waitSignal(desk.failed) as heard:
        desk.do(refused(), owner=owner, then=lambda _: None)

    assert isinstance(heard.args[0], Refused)


def test_nobody_is_answered_after_they_are_gone(qtbot: QtBot, desk: Desk, owner: QObject) -> None:
    answers: list[str] = []
    gone, there = QObject(), owner
    desk.ask(lambda work: work.by, owner=gone, then=lambda _: answers.append("gone"))
    desk.ask(lambda work: work.by, owner=there, then=lambda _: answers.append("there"))

    delete(gone)

    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["there"]


def test_undo_with_nothing_to_undo_says_so(qtbot: QtBot, desk: Desk, owner: QObject) -> None:
    with qtbot.waitSignal(desk.undone) as heard:
        desk.undo(owner=owner)

    assert heard.args == [""]


def test_the_store_can_be_checked(qtbot: QtBot, desk: Desk, owner: QObject) -> None:
    found: list[StoreCheck] = []

    desk.check(owner=owner, then=found.append)

    qtbot.waitUntil(lambda: bool(found))
    assert found[0].findings == ()


def test_documents_are_made_one_at_a_time_beside_the_store(
    qtbot: QtBot, desk: Desk, owner: QObject
) -> None:
    names: list[str] = []

    for _ in range(3):
        desk.make(lambda: threading.current_thread().name, owner=owner, then=names.append)

    qtbot.waitUntil(lambda: len(names) == 3)
    assert set(names) == {"make_0"}


def test_closing_does_not_hold_up_the_window(
    qtbot: QtBot, frozen_clock: Clock, owner: QObject
) -> None:
    started, may_end = threading.Event(), threading.Event()
    order: list[str] = []
    desk = Desk(lambda: open_in_memory(by="kw-test", clock=frozen_clock))

    def slow(work: Work) -> str:
        started.set()
        may_end.wait(10)
        return "work"

    desk.ask(slow, owner=owner, then=order.append)
    assert started.wait(10)

    desk.close_then(lambda: order.append("closed"))

    order.append("window")
    desk.ask(lambda work: "late", owner=owner, then=order.append)
    may_end.set()
    qtbot.waitUntil(lambda: "closed" in order)
    assert order == ["window", "work", "closed"]


def test_closing_twice_answers_both(qtbot: QtBot, desk: Desk) -> None:
    closed: list[int] = []

    desk.close_then(lambda: closed.append(1))
    desk.close_then(lambda: closed.append(2))

    qtbot.waitUntil(lambda: len(closed) == 2)
    assert closed == [1, 2]


def test_a_store_that_will_not_open_says_why(qtbot: QtBot, owner: QObject) -> None:
    closed: list[bool] = []

    def shut() -> OpenStore:
        raise StoreTrouble("passphrase-wrong")

    desk = Desk(shut)
    with qtbot.waitSignal(desk.shut_out) as heard:
        pass
    desk.close_then(lambda: closed.append(True))

    qtbot.waitUntil(lambda: bool(closed))
    assert heard.args[0].code == "passphrase-wrong"
