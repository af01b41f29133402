"""Whether a mailbox is on the council's list of secure ones: a light, and near misses (trap 38).

The list is data and a council's own to edit; a light is advice and stops nothing by itself.
Source: practice, section 9.4 (DCB1596).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import jellyfish

from app.domain.reach import MAILBOX

MISTYPED = 1  # letters wrong, missing, doubled or swapped


class Light(StrEnum):
    """How far a mailbox is known to be secure."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDomain:
    """One entry of the list: a domain with everything below it.

    `taken_for` is another domain people confuse it with; `made_up` marks the demo's own.
    """

    name: str
    light: Light
    taken_for: str = ""
    made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLook:
    """What the list says of one mailbox; `near` is the listed domain it looks like and is not."""

    light: Light
    domain: str
    listed: str = ""
    near: str = ""
    made_up: bool = False

    @property
    def needs_second_look(self) -> bool:
        """Whether a person has to look at the address again before it is used."""
        return self.light is Light.RED or bool(self.near)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDomains:
    """The list of mail domains."""

    entries: tuple[MailDomain, ...]

    def look(self, mailbox: str) -> MailLook:
        """Return the light of a mailbox: that of its longest listed domain, red if none is."""
        domain = mailbox.strip().rpartition("@")[2].casefold().rstrip(".")
        whole = MAILBOX.fullmatch(mailbox.strip().rstrip(".")) is not None
        fits = [one for one in self.entries if whole and _within(domain, one.name)]
        if not fits:
            return MailLook(light=Light.RED, domain=domain, near=self._near(domain))
        best = max(fits, key=lambda one: len(one.name))
        return MailLook(
            light=best.light,
            domain=domain,
            listed=best.name,
            near=best.taken_for,
            made_up=best.made_up,
        )

    def _near(self, domain: str) -> str:
        """Return the secure domain that was probably meant, or that somebody poses as."""
        for one in self.entries:
            if one.light is Light.RED or not domain:
                continue
            labels = domain.split(".")
            tail = ".".join(labels[-len(one.name.split(".")) :])
            posing = f".{one.name}." in f".{domain}."  # e.g. nhs.net.example.com
            if posing or jellyfish.damerau_levenshtein_distance(tail, one.name) <= MISTYPED:
                return one.name
        return ""


def read_mail_domains(listed: Mapping[str, Any]) -> MailDomains:
    """Return the list from its file; raises ValueError where a domain stands twice or is none."""
    entries = tuple(
        MailDomain(**entry | {"light": Light(entry["light"])}) for entry in listed["domain"]
    )
    names = [one.name for one in entries]
    for name in names:
        if name != name.strip().casefold() or "." not in name or names.count(name) > 1:
            raise ValueError(f"mail_domains.toml: {name} stands twice or is no domain")
    return MailDomains(entries=entries)


def _within(domain: str, listed: str) -> bool:
    return domain == listed or domain.endswith(f".{listed}")
