"""How `ui` gets at a store without knowing how one is kept: callables that `__main__` fills in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from app.operation import OpenStore

DEMO_PASSPHRASE = "demo"  # noqa: S105 - of made-up families, which are kept nowhere


@runtime_checkable
class Noticing(Protocol):
    """A store that noticed something while opening which did not prevent it."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return codes for `ui.store_wording`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreDoor:
    """What opens, makes and finds records. Each may raise the errors of `app.errors`.

    `open` gets the place, then a passphrase or a recovery code. `create` makes records at a place
    under a passphrase and returns the recovery code. `demo` opens made-up families.
    """

    open: Callable[[Path, str | None, str | None], OpenStore]
    create: Callable[[Path, str], str]
    exists: Callable[[Path], bool]
    demo: Callable[[], OpenStore]
