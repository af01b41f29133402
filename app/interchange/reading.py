"""Read a think-family/1 file: everything in it, or every fault in it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from app.domain.agency import Agency, Professional, Team
from app.domain.consistency import SHARED, own_misfits, parts_of, shared_misfits
from app.domain.dates import PartialDate
from app.domain.household import TEXT_LENGTH, Household, Office, printable
from app.domain.ids import HouseholdId
from app.domain.plain import NotPlain, read, wanted
from app.domain.problems import Why
from app.domain.proof import FormVersion, Way
from app.domain.record import Record
from app.errors import Fault, Unreadable
from app.interchange.parts import FORMAT, HOUSEHOLD_PARTS, SHARED_PARTS
from app.interchange.schema import DAY

LARGEST = 64 * 1024 * 1024  # bytes; a caseload of a thousand families is about 20 MB
MOST_FAULTS = 200
DEEPEST = 12  # the format itself needs seven
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a file holds."""

    office: Office | None
    agencies: tuple[Agency, ...]
    teams: tuple[Team, ...]
    professionals: tuple[Professional, ...]
    records: tuple[Record, ...]


def read_file(content: bytes, schema: Mapping[str, Any], today: date) -> Contents:
    """Return what the file holds, or raise `Unreadable` with every fault, path by path."""
    whole = _parsed(content)
    _refuse(_wrong_version(whole))
    _refuse(_bad_texts(whole))
    _refuse(_schema_faults(whole, schema))
    contents = _contents(whole)
    _refuse(_record_faults(contents, today))
    return contents


def check_wordings(contents: Contents, versions: Collection[FormVersion]) -> None:
    """Raise `Unreadable` where a decision names a form that was never given out.

    What another organisation recorded is in its own wording.
    """
    known = {(version.version, version.language) for version in versions}
    _refuse(
        Fault(f"households[{number}].consents[{index}].wording", Why.NO_SUCH_WORDING.value)
        for number, record in enumerate(contents.records)
        for index, consent in enumerate(record.consents)
        if consent.wording
        and consent.way is not Way.OTHER_ORGANISATION
        and (consent.wording, consent.language) not in known
    )


def _parsed(content: bytes) -> Any:
    if len(content) > LARGEST:
        raise Unreadable((Fault("", "too-large", f"{LARGEST // 1024 // 1024} MB"),))
    try:
        return json.loads(
            content.decode("utf-8-sig"), parse_constant=_no_such_number, object_pairs_hook=_once
        )
    except UnicodeDecodeError:
        raise Unreadable((Fault("", "not-utf-8", "UTF-8 text"),)) from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Unreadable((Fault(where, "not-json", "JSON"),)) from None
    except RecursionError:
        raise Unreadable((Fault("", "too-deep", "JSON"),)) from None
    except _Twice as twice:
        raise Unreadable((Fault(twice.name, "said-twice", "each name once"),)) from None
    except ValueError:
        raise Unreadable((Fault("", "not-json", "JSON"),)) from None


def _wrong_version(whole: Any) -> Iterator[Fault]:
    if not isinstance(whole, dict):
        yield Fault("", "not-a-family-file", FORMAT)
    elif whole.get("format") != FORMAT:
        yield Fault("format", "unknown-version", FORMAT)


def _bad_texts(whole: Any) -> Iterator[Fault]:
    """Find texts and names that cannot be kept, and nesting no file of this format has."""
    waiting: list[tuple[Any, str, int]] = [(whole, "", 0)]
    while waiting:
        value, path, depth = waiting.pop()
        if isinstance(value, str):
            if not printable(value):
                yield Fault(path, "bad-character", "no control characters")
            elif len(value) > TEXT_LENGTH:
                yield Fault(path, "too-long", f"{TEXT_LENGTH} letters")
            continue
        if isinstance(value, dict):
            inner = [(v, f"{path}.{n}" if path else n) for n, v in value.items() if _named(n)]
            if len(inner) < len(value):
                yield Fault(path, "bad-name", "names of the format")
        elif isinstance(value, list):
            inner = [(v, f"{path}[{n}]") for n, v in enumerate(value)]
        else:
            continue
        if depth >= DEEPEST:
            yield Fault(path, "too-deep", "")
            return
        waiting.extend((v, where, depth + 1) for v, where in reversed(inner))


def _named(name: str) -> bool:
    return len(name) <= LONGEST_NAME and printable(name)


def _schema_faults(whole: Any, schema: Mapping[str, Any]) -> Iterator[Fault]:
    errors = Draft202012Validator(schema).iter_errors(whole)
    said: set[Fault] = set()
    for error in sorted(errors, key=lambda e: [str(part) for part in e.absolute_path]):
        for fault in _missing(error) or [_schema_fault(error)]:
            if fault not in said:
                yield fault
            said.add(fault)


def _missing(error: ValidationError) -> list[Fault]:
    if error.validator != "required":
        return []
    path = _path(error.absolute_path)
    needed: Any = error.validator_value
    there: Any = error.instance
    absent = [name for name in needed if name not in there]
    return [Fault(f"{path}.{name}" if path else name, "missing", "a value") for name in absent]


def _schema_fault(error: ValidationError) -> Fault:
    meant = [e for e in error.context or () if e.schema_path[0] == 0]
    if meant:  # a value or nothing: the value is what is meant
        return _schema_fault(meant[0])
    path = _path(error.absolute_path)
    instance: Any = error.instance
    rule = str(error.validator)
    allowed: Any = error.validator_value
    if rule == "additionalProperties":
        schema: Any = error.schema
        known = schema["properties"]
        odd = sorted(set(instance) - set(known))
        return Fault(f"{path}.{odd[0]}" if path else odd[0], "unknown-field", ", ".join(known))
    if rule in ("enum", "const"):
        return Fault(path, "not-allowed", ", ".join(map(str, allowed)))
    if rule == "pattern":
        return Fault(path, "wrong-form", wanted(date if allowed == DAY else PartialDate))
    if rule == "type":
        return Fault(path, "wrong-type", str(allowed))
    return Fault(path, "not-allowed", f"{rule} {allowed}")


def _contents(whole: dict[str, Any]) -> Contents:
    try:
        shared: dict[str, Any] = {
            part: tuple(
                read(kind, item, f"{part}[{index}]")
                for index, item in enumerate(whole.get(part, []))
            )
            for part, kind in SHARED_PARTS.items()
        }
        office = read(Office, whole["office"], "office") if "office" in whole else None
        records = tuple(
            _record(item, f"households[{index}]", office or Office(), shared)
            for index, item in enumerate(whole["households"])
        )
    except NotPlain as misfit:
        raise Unreadable((Fault(misfit.path, "not-allowed", misfit.wanted),)) from None
    return Contents(office=office, records=records, **shared)


def _record(item: dict[str, Any], path: str, office: Office, shared: dict[str, Any]) -> Record:
    household = HouseholdId(item["id"])
    parts: dict[str, Any] = {
        part: tuple(
            read(kind, entry | {"household": household}, f"{path}.{part}[{index}]")
            for index, entry in enumerate(item.get(part, []))
        )
        for part, kind in HOUSEHOLD_PARTS.items()
    }
    return Record(
        household=Household(id=household, name=item["name"]), office=office, **parts, **shared
    )


def _record_faults(contents: Contents, today: date) -> Iterator[Fault]:
    if contents.office is not None and contents.office.id != Office().id:
        yield Fault("office.id", "not-allowed", Office().id)
    shared = Record(
        household=Household(id=HouseholdId(""), name=""),
        agencies=contents.agencies,
        teams=contents.teams,
        professionals=contents.professionals,
    )
    for misfit in shared_misfits(shared):
        yield Fault(f"{misfit.part}[{misfit.index}].{misfit.field}", misfit.why, "")
    for index, record in enumerate(contents.records):
        for misfit in own_misfits(record, today):
            place = f"households[{index}]"
            if misfit.part != "household":
                place += f".{misfit.part}[{misfit.index}]"
            yield Fault(f"{place}.{misfit.field}", misfit.why, "")
    yield from _twice(contents)


def _twice(contents: Contents) -> Iterator[Fault]:
    """Find ids and numbers that two households share; `own_misfits` finds them within one."""
    seen: dict[tuple[str, str], int] = {}
    for index, record in enumerate(contents.records):
        if ("household", record.household.id) in seen:
            yield Fault(f"households[{index}].id", "already-recorded", "")
        seen["household", record.household.id] = index
        for part, items in parts_of(record):
            if part in SHARED:
                continue
            for place, item in enumerate(items):
                if seen.setdefault((part, item.id), index) != index:
                    yield Fault(f"households[{index}].{part}[{place}].id", "already-recorded", "")
        for place, request in enumerate(record.requests):
            if seen.setdefault(("number", request.number), index) != index:
                path = f"households[{index}].requests[{place}].number"
                yield Fault(path, "already-recorded", "")


def _refuse(faults: Iterable[Fault]) -> None:
    found = []
    for fault in faults:
        found.append(fault)
        if len(found) == MOST_FAULTS:
            break
    if found:
        raise Unreadable(tuple(found))


def _path(parts: Iterable[str | int]) -> str:
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


class _Twice(Exception):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return found


def _no_such_number(text: str) -> None:
    raise ValueError(text)
