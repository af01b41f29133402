"""Files that must not be let in: what is wrong with each, where, and what makes it so."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from app.catalogue import demo_caseload

Whole = dict[str, Any]
Change = Callable[[Whole], None]


def whole() -> Whole:
    """Return the caseload as JSON values, to be spoilt."""
    found: Whole = json.loads(demo_caseload())
    return found


def file_of(value: object) -> bytes:
    """Return JSON values as a file."""
    return json.dumps(value).encode()


def family(file: Whole, number: int = 0) -> Whole:
    found: Whole = file["households"][number]
    return found


def put(part: str, index: int, field: str, value: object, number: int = 0) -> Change:
    """Return a change of one field."""

    def change(file: Whole) -> None:
        family(file, number)[part][index][field] = value

    return change


def more(part: str, entry: Whole, number: int = 0) -> Change:
    """Return one more entry."""

    def change(file: Whole) -> None:
        family(file, number).setdefault(part, []).append(entry)

    return change


def shared(part: str, entry: Whole) -> Change:
    """Return one more shared entry."""

    def change(file: Whole) -> None:
        file[part].append(entry)

    return change


def top(field: str, value: object) -> Change:
    """Return a change of the file itself."""

    def change(file: Whole) -> None:
        file[field] = value

    return change


def drop(part: str, index: int, field: str) -> Change:
    def change(file: Whole) -> None:
        del family(file)[part][index][field]

    return change


def household(field: str, value: object, number: int = 0) -> Change:
    def change(file: Whole) -> None:
        family(file, number)[field] = value

    return change


def relation(person: str, kind: str, other: str) -> Whole:
    return {"id": f"new-{person}-{kind}-{other}", "person": person, "kind": kind, "other": other}


def copied(part: str, index: int, **changed: object) -> Change:
    """Return an entry once more, with some fields changed."""

    def change(file: Whole) -> None:
        entries = family(file)[part]
        entries.append(entries[index] | changed)

    return change


def circle_of_three(file: Whole) -> None:
    more("relationships", relation("A4", "parent", "A6"))(file)
    more("relationships", relation("A6", "parent", "A1"))(file)


def no_families(part: str, entry: Whole) -> Change:
    """Return a file that has only the shared entry twice."""

    def change(file: Whole) -> None:
        file["households"] = []
        file.update({"agencies": [], "teams": [], "professionals": []})
        file[part] = [entry, entry]

    return change


AGENCY = {"id": "x", "name": "X", "kind": "other"}
NOTE_OF_10_MB = "x" * 10_000_000
HUGE = int("9" * 400)

# name, change, path of the fault that must be told, its code
SPOILT: tuple[tuple[str, Change, str, str], ...] = (
    ("unknown version", top("format", "think-family/2"), "format", "unknown-version"),
    ("no version", lambda f: f.pop("format"), "format", "unknown-version"),
    ("version of another type", top("format", 1), "format", "unknown-version"),
    ("no families", lambda f: f.pop("households"), "households", "missing"),
    ("an unknown part", top("secrets", []), "secrets", "unknown-field"),
    ("families as an object", top("households", {}), "households", "wrong-type"),
    ("families as text", top("households", "x"), "households", "wrong-type"),
    ("a family as text", top("households", ["x"]), "households[0]", "wrong-type"),
    ("people as text", household("people", "x"), "households[0].people", "wrong-type"),
    ("a name as a number", put("people", 0, "given", 5), "households[0].people[0].given",
     "wrong-type"),
    ("a name as nothing", put("people", 0, "given", None), "households[0].people[0].given",
     "wrong-type"),
    ("a number as text", put("stays", 3, "nights", "6"), "households[0].stays[3].nights",
     "wrong-type"),
    ("yes as a number", put("stays", 0, "main", 1), "households[0].stays[0].main", "wrong-type"),
    ("a huge number", put("stays", 3, "nights", HUGE), "households[0].stays[3].nights",
     "not-allowed"),
    ("a number below nought", put("stays", 3, "nights", -1), "households[0].stays[3].nights",
     "not-allowed"),
    ("a broken number", put("stays", 3, "nights", 1.5), "households[0].stays[3].nights",
     "wrong-type"),
    ("a whole broken number", put("stays", 3, "nights", 2.0), "households[0].stays[3].nights",
     "not-allowed"),
    ("more nights than a week has", put("stays", 3, "nights", 8), "households[0].stays[3].nights",
     "needs-nights"),
    ("an unknown kind", put("relationships", 0, "kind", "uncle"),
     "households[0].relationships[0].kind", "not-allowed"),
    ("an unknown field", put("people", 0, "age", 5), "households[0].people[0].age",
     "unknown-field"),
    ("a field too few", drop("visits", 0, "on"), "households[0].visits[0].on", "missing"),
    ("a day that is none", put("visits", 0, "on", "2026-02-30"), "households[0].visits[0].on",
     "not-allowed"),
    ("a day in words", put("visits", 0, "on", "1 May 2026"), "households[0].visits[0].on",
     "wrong-form"),
    ("a day and a line", put("visits", 0, "on", "2026-09-14\n"), "households[0].visits[0].on",
     "not-allowed"),
    ("a birthday that is none", put("people", 0, "born", "1991-13"),
     "households[0].people[0].born", "not-allowed"),
    ("a birthday to come", put("people", 0, "born", "2999"), "households[0].people[0].born",
     "in-future"),
    ("a moment without a zone", more("papers", {
        "id": "p", "number": "CF-1", "kind": "consent-form", "output": "printed",
        "at": "2026-11-20T09:00:00", "sha256": "0", "pages": 1,
    }), "households[0].papers[0].at", "not-allowed"),
    ("an unknown person", more("relationships", relation("A1", "friend", "nobody")),
     "households[0].relationships[12].other", "no-such-person"),
    ("a person of another family", more("relationships", relation("A1", "friend", "B1")),
     "households[0].relationships[12].other", "no-such-person"),
    ("a visit to nobody known", put("visits", 0, "seen", ["nobody"]),
     "households[0].visits[0].seen", "no-such-person"),
    ("words of nobody known", put("visits", 0, "words", [{"person": "x", "words": "y"}]),
     "households[0].visits[0].words.person", "no-such-person"),
    ("an unknown agency", put("involvements", 0, "agency", "none"),
     "households[0].involvements[0].agency", "no-such-agency"),
    ("an unknown home", put("stays", 0, "home", "none"), "households[0].stays[0].home",
     "no-such-home"),
    ("an unknown professional", put("involvements", 0, "professional", "none"),
     "households[0].involvements[0].professional", "no-such-record"),
    ("an unknown order", put("responsibilities", 0, "restricted_by", "none"),
     "households[0].responsibilities[0].restricted_by", "no-such-record"),
    ("one's own parent", more("relationships", relation("A1", "mother", "A1")),
     "households[0].relationships[12].other", "same-person"),
    ("a circle of two", more("relationships", relation("A4", "parent", "A1")),
     "households[0].relationships[12].other", "parent-cycle"),
    ("a circle of three", circle_of_three, "households[0].relationships[13].other",
     "parent-cycle"),
    ("two birth mothers", more("relationships", relation("A3", "mother", "A4")),
     "households[0].relationships[12].other", "two-primary"),
    ("two birth fathers", more("relationships", relation("A2", "father", "A4")),
     "households[0].relationships[12].other", "two-primary"),
    ("a relationship twice", more("relationships", relation("A2", "partner", "A1")),
     "households[0].relationships[12].other", "already-recorded"),
    ("two main homes", more("stays", {"id": "s", "person": "A1", "home": "H2"}),
     "households[0].stays[8].main", "two-main-homes"),
    ("a home twice", more("stays", {"id": "s", "person": "A1", "home": "H1", "main": False}),
     "households[0].stays[8].home", "same-home"),
    ("eight nights in two homes", put("stays", 4, "nights", 2),
     "households[0].stays[4].nights", "too-many-nights"),
    ("a mother born after her son", put("people", 0, "born", "2014-03-14"),
     "households[0].relationships[2].other", "child-older"),
    ("a father of eight", put("people", 2, "born", "2004-11-30"),
     "households[0].relationships[6].other", "parent-too-young"),
    ("a phone number without figures", put("contact_points", 0, "value", "ask Gran"),
     "households[0].contact_points[0].value", "bad-phone"),
    ("attendance over a hundred", put("people", 3, "education", {"attendance": 101}),
     "households[0].people[3].education.attendance", "not-a-percentage"),
    ("a stay that ends before it begins",
     more("stays", {"id": "s", "person": "A7", "home": "H1", "since": "2026-02-02",
                    "until": "2026-01-01"}), "households[0].stays[8].until", "ends-before-start"),
    ("two NHS numbers", more("identifiers", {"id": "i", "person": "A1", "system": "nhs-number",
                                             "value": "9990000018"}),
     "households[0].identifiers[8].system", "two-primary"),
    ("a sister's NHS number", put("identifiers", 7, "value", "9994107291"),
     "households[0].identifiers[7].value", "already-recorded"),
    ("a wrong NHS number", put("identifiers", 0, "value", "9994100379"),
     "households[0].identifiers[0].value", "nhs-check"),
    ("an NHS number of one digit", put("identifiers", 0, "value", "1111111111"),
     "households[0].identifiers[0].value", "nhs-repeated"),
    ("a wrong pupil number", put("identifiers", 4, "value", "A999200117014"),
     "households[0].identifiers[4].value", "upn-check"),
    ("a number for the unborn", more("identifiers", {"id": "i", "person": "A7",
                                                     "system": "nhs-number",
                                                     "value": "9990000018"}),
     "households[0].identifiers[8].person", "unborn"),
    ("a decision for the unborn", put("consents", 0, "person", "A7"),
     "households[0].consents[0].person", "unborn"),
    ("a yes to nothing", put("consents", 0, "categories", []),
     "households[0].consents[0].categories", "needs-category"),
    ("a yes of nobody", drop("consents", 0, "decider"), "households[0].consents[0].decider",
     "missing"),
    ("a yes to come", put("consents", 0, "decided_on", "2999-01-01"),
     "households[0].consents[0].decided_on", "in-future"),
    ("a yes without a day", drop("consents", 0, "decided_on"),
     "households[0].consents[0].decided_on", "missing"),
    ("heard by nobody", put("consents", 13, "witness", ""),
     "households[0].consents[13].witness", "needs-witness"),
    ("a decision that replaces a later one", put("consents", 0, "replaces", "family-a-consent-02"),
     "households[0].consents[0].replaces", "no-such-record"),
    ("a request that rests on another's yes",
     put("requests", 0, "consents", ["family-a-consent-11"]),
     "households[0].requests[0].consents", "no-such-record"),
    ("a request to come", put("requests", 0, "made_on", "2999-01-01"),
     "households[0].requests[0].made_on", "in-future"),
    ("a number of a request twice", copied("requests", 0, id="new"),
     "households[0].requests[3].number", "already-recorded"),
    ("a request's number in two families",
     lambda f: family(f, 1).update(requests=[family(f)["requests"][0] | {
         "id": "new", "person": "B2", "agency": "P1", "consents": [], "professional": None}]),
     "households[1].requests[0].number", "already-recorded"),
    ("an agency twice with one person", copied("involvements", 0, id="new"),
     "households[0].involvements[17].agency", "already-recorded"),
    ("responsibility twice", copied("responsibilities", 0, id="new"),
     "households[0].responsibilities[8].adult", "already-recorded"),
    ("responsibility for oneself", put("responsibilities", 0, "adult", "A4"),
     "households[0].responsibilities[0].adult", "same-person"),
    ("an id twice", copied("notes", 0), "households[0].notes[2].id", "already-recorded"),
    ("a person's id twice", copied("people", 0), "households[0].people[7].id",
     "already-recorded"),
    ("an id in two families", put("notes", 0, "id", "A-note-1", 1), "households[1].notes[0].id",
     "already-recorded"),
    ("a family's id twice", household("id", "family-a", 1), "households[1].id",
     "already-recorded"),
    ("a family's id that leads elsewhere", household("id", "../../etc"), "households[0].id",
     "bad-id"),
    ("a family's id that is a device on Windows", household("id", "Con"), "households[0].id",
     "bad-id"),
    ("a family without an id", household("id", ""), "households[0].id", "bad-id"),
    ("a person's id with a blank", put("people", 6, "id", "A 7"), "households[0].people[6].id",
     "bad-id"),
    ("an id without end", put("notes", 0, "id", "x" * 65), "households[0].notes[0].id", "bad-id"),
    ("a family without a name", household("name", " "), "households[0].name", "missing"),
    ("a person without a name", put("people", 6, "given", ""), "", ""),  # unborn: allowed
    ("nobody seen", put("visits", 0, "seen", []), "households[0].visits[0].seen", "nobody-seen"),
    ("a mailbox that is none",
     more("contact_points", {"id": "c", "person": "A1", "way": "email", "value": "x"}),
     "households[0].contact_points[2].value", "bad-email"),
    ("a note of 10 MB", put("notes", 0, "text", NOTE_OF_10_MB), "households[0].notes[0].text",
     "too-long"),
    ("a name without end", put("people", 0, "given", "x" * 121), "households[0].people[0].given",
     "too-long"),
    ("a nought byte", put("notes", 0, "text", "a\x00b"), "households[0].notes[0].text",
     "bad-character"),
    ("half a character", put("notes", 0, "text", "a\ud800b"), "households[0].notes[0].text",
     "bad-character"),
    ("a bell", put("people", 0, "given", "a\x07"), "households[0].people[0].given",
     "bad-character"),
    ("half a character in a name", top("\ud800", 1), "", "bad-name"),
    ("a name that steers a terminal", household("\x1b[2J", 1), "households[0]", "bad-name"),
    ("a name of a megabyte", household("x" * 1_000_000, 1), "households[0]", "bad-name"),
    ("an agency twice", shared("agencies", AGENCY | {"id": "P1"}), "agencies[22].id",
     "already-recorded"),
    ("an agency without a name", shared("agencies", AGENCY | {"name": ""}), "agencies[22].name",
     "missing"),
    ("an agency of a wrong code", shared("agencies", AGENCY | {"ods": "1"}), "agencies[22].ods",
     "ods-shape"),
    ("a team of nobody", shared("teams", {"id": "t", "agency": "none", "name": "T"}),
     "teams[1].agency", "no-such-agency"),
    ("an agency twice and no family", no_families("agencies", AGENCY), "agencies[1].id",
     "already-recorded"),
    ("a team of nobody and no family",
     no_families("teams", {"id": "t", "agency": "none", "name": "T"}), "teams[0].agency",
     "no-such-agency"),
    ("another office", lambda f: f["office"].update(id="branch"), "office.id", "not-allowed"),
    ("a category twice", put("consents", 0, "categories", ["debt", "debt"]),
     "households[0].consents[0].categories", "not-allowed"),
)  # fmt: skip

TEXT = demo_caseload()

# name, content, path, code
BROKEN: tuple[tuple[str, bytes, str, str], ...] = (
    ("an empty file", b"", "line 1, column 1", "not-json"),
    ("blanks only", b" \n ", "line 2, column 2", "not-json"),
    ("cut in two", TEXT[: len(TEXT) // 2], "line ", "not-json"),
    ("cut by a byte", TEXT.rstrip()[:-1], "line ", "not-json"),
    ("more behind it", TEXT + b"{}", "line ", "not-json"),
    ("nothing", b"null", "", "not-a-family-file"),
    ("a list", b"[]", "", "not-a-family-file"),
    ("a text", b'"think-family/1"', "", "not-a-family-file"),
    ("not a number", b'{"format": NaN}', "", "not-json"),
    ("without end", b'{"format": Infinity}', "", "not-json"),
    ("a number of 5,000 figures", b'{"format": ' + b"9" * 5000 + b"}", "", "not-json"),
    ("a name twice", b'{"format": "think-family/1", "households": [], "households": []}',
     "households", "said-twice"),
    ("a name twice, deep down",
     b'{"format": "think-family/1", "households": [{"id": "a", "id": "b", "name": "x"}]}', "id",
     "said-twice"),
    ("a raw nought byte", b'{"format": "a\x00"}', "line 1, column ", "not-json"),
    ("half a character, raw", b'{"format": "\xed\xa0\x80"}', "", "not-utf-8"),
    ("other bytes", b"\xff\xfe\x00\x01", "", "not-utf-8"),
    ("in UTF-16", TEXT.decode().encode("utf-16"), "", "not-utf-8"),
    ("marked twice", b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT, "line 1, column 1", "not-json"),
    ("nested 100,000 deep", b"[" * 100_000, "", "too-deep"),
    ("nested 100,000 deep and back", b"[" * 100_000 + b"]" * 100_000, "", "too-deep"),
    ("nested 900 deep", b'{"format": "think-family/1", "households": '
     + b"[" * 900 + b"]" * 900 + b"}", "households[0][0]", "too-deep"),
    ("nested 13 deep", b'{"format": "think-family/1", "households": '
     + b"[" * 13 + b"]" * 13 + b"}", "households[0][0]", "too-deep"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "", "not-utf-8"),
)  # fmt: skip


def spoilt(change: Change) -> bytes:
    """Return the caseload with one thing wrong."""
    file = whole()
    change(file)
    return file_of(file)
