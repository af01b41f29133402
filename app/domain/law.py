"""The law as dated data: gateways, bases and how long a decision lasts. Nothing legal is in code.

Filled by `app.catalogue` from `resources/legal`; each entry says who approved it,
or that nobody has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.consent import Category, Purpose
from app.domain.household import Approval, Office

SATURDAY = 5
MUST_RECORD = frozenset(
    {
        "relevance",
        "necessity",
        "proportionality",
        "detriment",
        "alternatives",
        "told",
        "authorised_by",
        "advice",
        "balance",
        "threshold",
        "order",
        "capacity",
        "agreement",
        "time",
        "status",
        "wishes",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """One statutory gateway, duty or ground (practice, section 5)."""

    key: str
    citation: str
    does: str
    duty: bool = False
    in_force: str = ""  # what is known about its start, in words
    from_day: date | None = None
    roles: tuple[str, ...] = ()  # empty: any role
    manager: bool = False  # needs a manager's authority
    children: bool = True  # may be relied on for a child's early help
    health: bool = True  # may be relied on for health information
    public_only: bool = False  # not towards voluntary or private partners
    direct_care: bool = False  # within it agreement to share for care is implied
    lifts_confidence: bool = True  # False: lets bodies work together, and overrides no confidence
    from_age: int = 0  # of the person it is about, in years
    started: bool = True  # False: made, but nothing of it may be relied on yet
    confirmed: bool = True  # False: its start was announced and is not confirmed in law
    record: tuple[str, ...] = ()  # what must be written down, in codes
    dp_basis: str = ""  # where it is its own basis under data protection law, and not the usual
    approved_by: str = ""
    approved_on: date | None = None

    @property
    def approved(self) -> bool:
        """Whether the entry ships approved; a council's own approval is in its office record."""
        return bool(self.approved_by) and self.approved_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualBasis:
    """What a council relies on for one purpose when the family agrees."""

    purpose: Purpose
    gateway: str
    dp_basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPack:
    """One version of everything legal."""

    version: str
    gateways: tuple[Gateway, ...]
    usual: tuple[UsualBasis, ...]
    months: int = 12  # how long a decision lasts
    months_young: int = 6  # and when a young person under 18 made it
    notice_days: int = 30  # warning before a birthday or an end
    bank_holidays: frozenset[date] = frozenset()
    confidential: frozenset[Category] = frozenset()  # kinds told in confidence
    criminal: str = ""  # the condition for criminal-offence data

    def gateway(self, key: str) -> Gateway | None:
        """Return the gateway with this key."""
        return next((gateway for gateway in self.gateways if gateway.key == key), None)

    def usual_basis(self, purpose: Purpose) -> UsualBasis | None:
        """Return what is relied on for a purpose with agreement."""
        return next((basis for basis in self.usual if basis.purpose is purpose), None)

    def dp_basis(
        self, purpose: Purpose, categories: frozenset[Category], gateway: Gateway | None = None
    ) -> str:
        """Return the data-protection basis for a purpose, with that for criminal-offence data.

        A gateway that brings its own basis goes before what is usual for the purpose.
        Source: UK GDPR Articles 6, 9 and 10; Data Protection Act 2018 Schedule 1.
        """
        basis = self.usual_basis(purpose)
        said = basis.dp_basis if basis is not None else ""
        if gateway is not None and gateway.dp_basis:
            said = gateway.dp_basis
        return f"{said}; {self.criminal}" if Category.OFFENDING in categories else said

    def approved(self, gateway: Gateway, office: Office) -> bool:
        """Say whether a gateway is approved: as shipped, or by this council for this version."""
        return self.approval(gateway, office) is not None

    def approval(self, gateway: Gateway, office: Office) -> Approval | None:
        """Return who approved a gateway and when: this council, or whoever shipped it."""
        for approval in office.approvals:
            if (approval.gateway, approval.pack) == (gateway.key, self.version):
                return approval
        if not gateway.approved_by or gateway.approved_on is None:
            return None
        return Approval(
            gateway=gateway.key,
            pack=self.version,
            by=gateway.approved_by,
            on=gateway.approved_on,
        )

    def working_days_after(self, day: date, days: int) -> date:
        """Return the working day so many working days after a day (practice, section 9.3)."""
        while days > 0:
            day += timedelta(days=1)
            if day.weekday() < SATURDAY and day not in self.bank_holidays:
                days -= 1
        return day
