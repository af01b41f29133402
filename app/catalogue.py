"""Read and check what `resources` holds: the law, the words, the signs. Once, at start."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from typing import Any

from app.bulk.columns import Columns, read_columns
from app.capture_wording import CaptureWording, read_capture_wording
from app.documents.wording import (
    ConsentWording,
    GovernanceWording,
    RequestWording,
    WithdrawalWording,
    read_consent_wording,
    read_governance_wording,
    read_request_wording,
    read_withdrawal_wording,
)
from app.domain.agency import AgencyKind
from app.domain.basis import BasisQuestion, BasisRules, Direction, Offer, Reply, leads_on
from app.domain.consent import Category, Purpose
from app.domain.law import MUST_RECORD, Gateway, LawPack, UsualBasis
from app.domain.mailbox import MailDomains, read_mail_domains
from app.domain.missing import Lack, MissingRule, Role
from app.domain.outcomes import Outcome
from app.domain.proof import FormVersion
from app.domain.questions import Question, QuestionBank
from app.domain.sharing import Confidentiality
from app.domain.standing import State
from app.family_map.words import PictureWords, Sector
from app.view.cover_note import CoverWording, read_cover_wording

LANGUAGE = "en_GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that is data and not a record."""

    law: LawPack
    picture: PictureWords
    consent: ConsentWording
    capture: CaptureWording
    request: RequestWording
    withdrawal: WithdrawalWording
    governance: GovernanceWording
    bank: QuestionBank
    columns: Columns
    outcomes: tuple[Outcome, ...]
    missing: tuple[MissingRule, ...]
    versions: tuple[FormVersion, ...]
    basis: BasisRules
    mail: MailDomains
    cover: CoverWording


def read_catalogue() -> Catalogue:
    """Return the catalogue; raises ValueError naming the file and the key that is wrong."""
    requests = _toml("forms", LANGUAGE, "share_request.toml")
    law = read_law(_toml("legal", "gateways.toml"), _toml("legal", "bank_holidays.toml"))
    return Catalogue(
        law=law,
        picture=read_picture_words(
            _toml("forms", LANGUAGE, "picture.toml"), _toml("notation", "sectors.toml")
        ),
        consent=read_consent_wording(_toml("forms", LANGUAGE, "consent.toml")),
        capture=read_capture_wording(_toml("forms", LANGUAGE, "capture.toml")),
        request=read_request_wording(requests),
        withdrawal=read_withdrawal_wording(_toml("forms", LANGUAGE, "withdrawal.toml")),
        governance=read_governance_wording(_toml("forms", LANGUAGE, "governance.toml")),
        bank=read_bank(requests, _toml("forms", LANGUAGE, "standard_requests.toml")),
        columns=read_columns(_toml("interchange", "columns.toml")),
        outcomes=read_outcomes(_toml("plan", "outcomes.toml")),
        missing=read_missing(_toml("prompts", "missing.toml"), frozenset(requests["questions"])),
        versions=read_versions(_toml("forms", "versions.toml")),
        basis=read_basis(_toml("legal", "basis.toml"), law),
        mail=read_mail_domains(_toml("legal", "mail_domains.toml")),
        cover=read_cover_wording(_toml("forms", LANGUAGE, "cover_note.toml")),
    )


def read_basis(guide: Mapping[str, Any], law: LawPack) -> BasisRules:
    """Return the basis guide; every gateway named exists and every answer leads somewhere."""
    rules = BasisRules(
        questions=tuple(BasisQuestion(**entry) for entry in guide["question"]),
        directions=tuple(
            Direction(**entry | {"when": _when(entry["when"])}) for entry in guide["direction"]
        ),
        offers=tuple(
            Offer(
                **entry
                | {
                    "confidentiality": Confidentiality(entry["confidentiality"]),
                    "when": _when(entry["when"]),
                    "kinds": frozenset(AgencyKind(kind) for kind in entry.get("kinds", ())),
                    "purposes": frozenset(Purpose(one) for one in entry.get("purposes", ())),
                }
            )
            for entry in guide["offer"]
        ),
        sentence=guide["sentence"],
        confidence={one: guide["confidence"][one] for one in Confidentiality},
    )
    keys = [question.key for question in rules.questions]
    for when in (*(d.when for d in rules.directions), *(o.when for o in rules.offers)):
        if not when or not set(when) <= set(keys):
            raise ValueError(f"basis.toml: a rule asks for what no question answers: {when}")
    for offer in rules.offers:
        if law.gateway(offer.gateway) is None:
            raise ValueError(f"basis.toml: no gateway {offer.gateway}")
    for replies in product(Reply, repeat=len(keys)):
        answers = dict(zip(keys, replies, strict=True))
        if not any(leads_on(direction, answers) for direction in rules.directions):
            raise ValueError(f"basis.toml: these answers lead nowhere: {answers}")
    return rules


def _when(entry: Mapping[str, list[str]]) -> dict[str, frozenset[Reply]]:
    return {key: frozenset(Reply(one) for one in replies) for key, replies in entry.items()}


def read_versions(listed: Mapping[str, Any]) -> tuple[FormVersion, ...]:
    """Return every wording of the consent form that was ever given out; each stands once."""
    versions = tuple(FormVersion(**entry) for entry in listed["version"])
    if len({(one.version, one.language) for one in versions}) < len(versions):
        raise ValueError("versions.toml: a version stands twice")
    return versions


def read_outcomes(listed: Mapping[str, Any]) -> tuple[Outcome, ...]:
    """Return the headline outcomes that ship; each key stands once."""
    outcomes = tuple(Outcome(**entry) for entry in listed["outcome"])
    if len({one.key for one in outcomes}) < len(outcomes):
        raise ValueError("outcomes.toml: a key stands twice")
    return outcomes


def read_missing(listed: Mapping[str, Any], questions: frozenset[str]) -> tuple[MissingRule, ...]:
    """Return the rules about who is missing; `questions` are the codes of the bank."""
    rules = tuple(
        MissingRule(
            **entry
            | {
                "lacks": Lack(entry["lacks"]),
                "role": Role(entry.get("role", Role.ANYBODY)),
                "kinds": frozenset(AgencyKind(kind) for kind in entry.get("kinds", ())),
                "besides": frozenset(AgencyKind(kind) for kind in entry.get("besides", ())),
                "questions": frozenset(entry.get("questions", ())),
            }
        )
        for entry in listed["rule"]
    )
    earlier: set[str] = set()
    for rule in rules:
        if rule.key in earlier or (rule.unless and rule.unless not in earlier):
            raise ValueError(f"missing.toml: {rule.key} stands twice, or before its exception")
        if not rule.questions <= questions:
            raise ValueError(f"missing.toml: {rule.key} names a question that is not in the bank")
        if rule.lacks is Lack.QUESTION and not (rule.kinds and rule.questions):
            raise ValueError(f"missing.toml: {rule.key} needs kinds and questions")
        earlier.add(rule.key)
    return rules


def read_bank(requests: Mapping[str, Any], standard: Mapping[str, Any]) -> QuestionBank:
    """Return the bank of questions; every code named anywhere is in it."""
    grown_ups, children = standard["only"]["grown-ups"], standard["only"]["children"]
    for code in (*grown_ups, *children):
        if code not in requests["questions"]:
            raise ValueError(f"standard_requests.toml: no question {code}")
    return QuestionBank(
        questions=tuple(
            Question(
                code=code,
                kinds=frozenset(AgencyKind(kind) for kind in entry["kinds"]),
                category=Category(entry["category"]),
                grown_ups=code not in children,
                children=code not in grown_ups,
            )
            for code, entry in requests["questions"].items()
        ),
        why={purpose: standard["why"][purpose] for purpose in Purpose},
        benefit=standard["benefit"],
        most=standard["most"],
    )


def read_law(pack: Mapping[str, Any], holidays: Mapping[str, Any]) -> LawPack:
    """Return the law pack; every purpose has a basis and every basis a gateway."""
    gateways = tuple(
        Gateway(
            **entry
            | {
                "roles": tuple(entry.get("roles", ())),
                "record": tuple(entry.get("record", ())),
            }
        )
        for entry in pack["gateway"]
    )
    for gateway in gateways:
        if not set(gateway.record) <= MUST_RECORD:
            raise ValueError(f"gateways.toml: {gateway.key} asks for what no record has")
    usual = tuple(
        UsualBasis(
            purpose=Purpose(entry["purpose"]),
            gateway=entry["gateway"],
            dp_basis=entry["dp_basis"],
        )
        for entry in pack["usual"]
    )
    law = LawPack(
        version=pack["version"],
        gateways=gateways,
        usual=usual,
        months=pack["months"],
        months_young=pack["months_young"],
        notice_days=pack["notice_days"],
        bank_holidays=frozenset(holidays["days"]),
        confidential=frozenset(Category(kind) for kind in pack["confidential"]),
        criminal=pack["criminal"],
    )
    for purpose in Purpose:
        basis = law.usual_basis(purpose)
        if basis is None or law.gateway(basis.gateway) is None:
            raise ValueError(f"gateways.toml: no usual basis for {purpose}")
    return law


def read_picture_words(
    words: Mapping[str, Any], sectors: Mapping[str, Mapping[str, str]]
) -> PictureWords:
    """Return the words and signs of the picture; every state and kind of agency has its own."""
    for state in State:
        if state not in words["sharing"] or state not in words["brief"]:
            raise ValueError(f"picture.toml: [sharing] or [brief] lacks {state}")
    for kind in AgencyKind:
        if kind not in words["kinds"] or kind not in sectors:
            raise ValueError(f"picture.toml or sectors.toml: no entry for {kind}")
    tables = (
        "roles",
        "sharing",
        "brief",
        "involvement",
        "kinds",
        "symbols",
        "couples",
        "children",
        "relations",
        "paper",
    )
    return PictureWords(
        plain={name: text for name, text in words.items() if isinstance(text, str)},
        sectors={
            kind: Sector(hue=entry["sector"], icon=entry["icon"]) for kind, entry in sectors.items()
        },
        **{table: dict(words[table]) for table in tables},
    )


def interchange_schema() -> dict[str, Any]:
    """Return the JSON Schema of think-family/1."""
    found = files("resources").joinpath("interchange", "think-family-1.schema.json")
    schema: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return schema


def demo_caseload() -> bytes:
    """Return the made-up caseload, a think-family/1 file."""
    return files("resources").joinpath("demo", "caseload.json").read_bytes()


def _toml(*path: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath(*path).read_text("utf-8"))
