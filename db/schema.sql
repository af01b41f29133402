-- Written by `python -m db.schema`: what the migrations make. Do not edit.

PRAGMA user_version = 8;

CREATE TABLE agency (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    ods TEXT NOT NULL,
    mailbox TEXT NOT NULL,
    phone TEXT NOT NULL,
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    postcode TEXT NOT NULL,
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    needs TEXT NOT NULL,
    benefit TEXT NOT NULL
, alias TEXT NOT NULL DEFAULT '', urn TEXT NOT NULL DEFAULT '', out_of_hours TEXT NOT NULL DEFAULT '', closed_on TEXT CHECK (closed_on IS date(closed_on)), profile TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(profile))) STRICT;

CREATE TABLE agreed_limit (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    decided_by TEXT NOT NULL REFERENCES person (id),
    not_person TEXT REFERENCES person (id),
    not_agency TEXT REFERENCES agency (id),
    about TEXT NOT NULL,
    since TEXT CHECK (since IS date(since))
) STRICT;

CREATE INDEX agreed_limit_household ON agreed_limit (household);

CREATE TABLE change (
    n           INTEGER PRIMARY KEY, -- 1, 2, 3 … without a gap
    operation   INTEGER NOT NULL,
    record      TEXT NOT NULL,   -- the table
    key         TEXT NOT NULL,   -- its id, or a JSON array for a table keyed by several columns
    about       TEXT,            -- the household; none for shared records
    before      TEXT,            -- JSON of the whole row
    after       TEXT,
    seal        BLOB NOT NULL CHECK (length(seal) IN (32, 48)),
    redacted_by INTEGER,
    CHECK ((redacted_by IS NULL) = (length(seal) = 48)),
    CHECK (redacted_by IS NULL OR (before IS NULL AND after IS NULL))
) STRICT;

CREATE INDEX change_redacted ON change (redacted_by) WHERE redacted_by IS NOT NULL;

CREATE TABLE competence (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    agency TEXT REFERENCES agency (id),
    decision TEXT NOT NULL,
    "on" TEXT CHECK ("on" IS date("on")),
    able INTEGER NOT NULL CHECK (able IN (0, 1)),
    assessor TEXT NOT NULL,
    support TEXT NOT NULL,
    note TEXT NOT NULL
, parts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parts))) STRICT;

CREATE INDEX competence_household ON competence (household);

CREATE TABLE confirmation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    consent TEXT NOT NULL REFERENCES consent (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    form TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX confirmation_household ON confirmation (household);

CREATE TABLE consent (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    agency TEXT NOT NULL REFERENCES agency (id),
    answer TEXT NOT NULL,
    decider TEXT REFERENCES person (id),
    standing TEXT NOT NULL,
    purpose TEXT NOT NULL,
    categories TEXT NOT NULL CHECK (json_valid(categories)),
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    ends TEXT CHECK (ends IS date(ends)),
    way TEXT NOT NULL,
    witness TEXT NOT NULL,
    wording TEXT NOT NULL,
    language TEXT NOT NULL,
    form TEXT NOT NULL,
    replaces TEXT REFERENCES consent (id),
    competence TEXT REFERENCES competence (id),
    reason TEXT NOT NULL,
    recorded_by TEXT NOT NULL
, proof TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(proof))) STRICT;

CREATE INDEX consent_decided ON consent (decided_on);

CREATE INDEX consent_ends ON consent (ends) WHERE ends IS NOT NULL;

CREATE INDEX consent_household ON consent (household);

CREATE TABLE contact_point (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    way TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL,
    safety TEXT NOT NULL
, "call" TEXT NOT NULL DEFAULT 'not-asked', message TEXT NOT NULL DEFAULT 'not-asked') STRICT;

CREATE INDEX contact_point_household ON contact_point (household);

CREATE TABLE court_order (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    kind TEXT NOT NULL,
    court TEXT NOT NULL,
    made_on TEXT CHECK (made_on IS date(made_on)),
    until TEXT CHECK (until IS date(until)),
    holder TEXT REFERENCES person (id),
    restrains TEXT REFERENCES person (id),
    protects TEXT NOT NULL CHECK (json_valid(protects)),
    about TEXT NOT NULL CHECK (json_valid(about)),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX court_order_household ON court_order (household);

CREATE TABLE dismissal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    rule TEXT NOT NULL,
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    note TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    agency TEXT REFERENCES agency (id),
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX dismissal_household ON dismissal (household);

CREATE TABLE draft (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    household TEXT NOT NULL REFERENCES household (id),
    about     TEXT NOT NULL, -- id of the record it corrects, or empty
    at        TEXT NOT NULL,
    content   TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX draft_household ON draft (household);

CREATE TABLE drawn_signature (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    consent TEXT NOT NULL REFERENCES consent (id),
    strokes TEXT NOT NULL CHECK (json_valid(strokes)),
    drawn_at TEXT NOT NULL,
    seal TEXT NOT NULL
) STRICT;

CREATE INDEX drawn_signature_household ON drawn_signature (household);

CREATE VIRTUAL TABLE find_agencies USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);

CREATE VIRTUAL TABLE find_families USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);

CREATE VIRTUAL TABLE find_notes USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);

CREATE VIRTUAL TABLE find_people USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);

CREATE TABLE find_state (
    rules TEXT NOT NULL
) STRICT;

CREATE TABLE find_word (
    place TEXT NOT NULL,
    word  TEXT NOT NULL,
    PRIMARY KEY (place, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    since TEXT CHECK (since IS date(since)),
    review_on TEXT CHECK (review_on IS date(review_on)),
    until TEXT CHECK (until IS date(until))
) STRICT;

CREATE INDEX flag_household ON flag (household);

CREATE TABLE goal (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    text TEXT NOT NULL,
    outcome TEXT NOT NULL,
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    person TEXT REFERENCES person (id),
    "reached_on" TEXT CHECK ("reached_on" IS date("reached_on"))
) STRICT;

CREATE INDEX goal_household ON goal (household);

CREATE TABLE ground (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    gateway TEXT NOT NULL,
    confidentiality TEXT NOT NULL,
    agency TEXT REFERENCES agency (id),
    purpose TEXT NOT NULL,
    categories TEXT NOT NULL CHECK (json_valid(categories)),
    necessity TEXT NOT NULL,
    detriment TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    told TEXT NOT NULL CHECK (json_valid(told)),
    not_told TEXT NOT NULL CHECK (json_valid(not_told)),
    why_not_told TEXT NOT NULL,
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    decided_by TEXT NOT NULL,
    authorised_by TEXT NOT NULL,
    law_pack TEXT NOT NULL,
    review_on TEXT CHECK (review_on IS date(review_on))
, choice TEXT NOT NULL DEFAULT 'share', relevance TEXT NOT NULL DEFAULT '', proportionality TEXT NOT NULL DEFAULT '', advice TEXT NOT NULL DEFAULT '', asked_by TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX ground_household ON ground (household);

CREATE TABLE home (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    label TEXT NOT NULL,
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    postcode TEXT NOT NULL,
    safety TEXT NOT NULL,
    confidential_since TEXT CHECK (confidential_since IS date(confidential_since))
, uprn TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX home_household ON home (household);

CREATE TABLE household (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
, closed_on TEXT CHECK (closed_on IS date(closed_on))) STRICT;

CREATE TABLE identifier (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    verified_on TEXT CHECK (verified_on IS date(verified_on))
) STRICT;

CREATE INDEX identifier_household ON identifier (household);

CREATE INDEX identifier_value ON identifier (value);

CREATE TABLE involvement (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    agency TEXT NOT NULL REFERENCES agency (id),
    state TEXT NOT NULL,
    professional TEXT REFERENCES professional (id),
    since TEXT CHECK (since IS date(since)),
    until TEXT CHECK (until IS date(until)),
    why TEXT NOT NULL,
    safety TEXT NOT NULL,
    last_contact TEXT CHECK (last_contact IS date(last_contact)),
    next_step TEXT NOT NULL
, episode TEXT NOT NULL DEFAULT 'not-said', attends TEXT NOT NULL DEFAULT 'not-asked') STRICT;

CREATE INDEX involvement_agency ON involvement (agency);

CREATE INDEX involvement_household ON involvement (household);

CREATE UNIQUE INDEX involvement_once ON involvement (person, agency) WHERE until IS NULL;

CREATE TABLE match_key (
    key    TEXT NOT NULL,
    person INTEGER NOT NULL, -- person.n
    PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_key_person ON match_key (person);

CREATE TABLE meeting (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    place TEXT NOT NULL,
    invitees TEXT NOT NULL CHECK (json_valid(invitees)),
    views TEXT NOT NULL CHECK (json_valid(views)),
    decisions TEXT NOT NULL,
    "next_on" TEXT CHECK ("next_on" IS date("next_on")),
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX meeting_household ON meeting (household);

CREATE INDEX meeting_next ON meeting (next_on) WHERE next_on IS NOT NULL;

CREATE INDEX meeting_on ON meeting ("on");

CREATE TABLE need (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    text TEXT NOT NULL,
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    person TEXT REFERENCES person (id),
    words TEXT NOT NULL,
    "met_on" TEXT CHECK ("met_on" IS date("met_on"))
) STRICT;

CREATE INDEX need_household ON need (household);

CREATE TABLE not_the_same (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    other TEXT NOT NULL,
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX not_the_same_household ON not_the_same (household);

CREATE TABLE note (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    text TEXT NOT NULL,
    people TEXT NOT NULL CHECK (json_valid(people)),
    knowledge TEXT NOT NULL,
    source TEXT NOT NULL
, kind TEXT NOT NULL DEFAULT 'note', agency TEXT REFERENCES agency (id), role TEXT NOT NULL DEFAULT '', not_meaning TEXT NOT NULL DEFAULT '', reach TEXT NOT NULL DEFAULT 'office', onward TEXT NOT NULL DEFAULT '', "by" TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX note_household ON note (household);

CREATE TABLE office (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    council TEXT NOT NULL,
    team TEXT NOT NULL,
    key_worker TEXT NOT NULL,
    role TEXT NOT NULL,
    manager TEXT NOT NULL,
    desk_phone TEXT NOT NULL,
    team_phone TEXT NOT NULL,
    email TEXT NOT NULL,
    sender TEXT NOT NULL CHECK (json_valid(sender)),
    safe_sender TEXT NOT NULL CHECK (json_valid(safe_sender)),
    data_protection_officer TEXT NOT NULL,
    complaints TEXT NOT NULL,
    agreement TEXT NOT NULL
, outcomes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outcomes)), consent_model TEXT NOT NULL DEFAULT 'agreement-first', months INTEGER, months_young INTEGER, approvals TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(approvals))) STRICT;

CREATE TABLE operation (
    seq     INTEGER PRIMARY KEY, -- 1, 2, 3 … without a gap
    id      TEXT NOT NULL,
    at      TEXT NOT NULL,       -- one moment for the whole command, UTC
    by      TEXT NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('change', 'look', 'output', 'door', 'care', 'erase')),
    about   TEXT,                -- the household, when there is one
    detail  TEXT NOT NULL CHECK (json_valid(detail)), -- ids, codes and counts, no personal content
    effect  TEXT NOT NULL CHECK (effect IN ('step', 'wall', 'none')),
    undoes  INTEGER REFERENCES operation (seq),
    changes INTEGER NOT NULL,    -- how many
    upto    INTEGER NOT NULL,    -- the newest change there is; its own are the last `changes` of these
    root    BLOB NOT NULL CHECK (length(root) = 32),
    prev    BLOB NOT NULL CHECK (length(prev) = 32),
    mac     BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE UNIQUE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX operation_wall ON operation (seq) WHERE effect = 'wall';

CREATE TABLE paper (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    output TEXT NOT NULL,
    at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pages INTEGER NOT NULL,
    person TEXT REFERENCES person (id),
    agency TEXT REFERENCES agency (id),
    request TEXT REFERENCES share_request (id),
    wording TEXT NOT NULL,
    by TEXT NOT NULL
, readers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(readers)), leaves_by TEXT NOT NULL DEFAULT 'not-said', way TEXT NOT NULL DEFAULT '', let_go TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(let_go))) STRICT;

CREATE INDEX paper_household ON paper (household);

CREATE TABLE person (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    known_as TEXT NOT NULL,
    further_names TEXT NOT NULL CHECK (json_valid(further_names)),
    pronouns TEXT NOT NULL,
    gender TEXT NOT NULL,
    sex TEXT NOT NULL,
    born TEXT,
    due TEXT CHECK (due IS date(due)),
    died TEXT,
    needs TEXT NOT NULL CHECK (json_valid(needs)),
    contact TEXT NOT NULL CHECK (json_valid(contact)),
    school_year TEXT NOT NULL,
    note TEXT NOT NULL
, ethnicity TEXT NOT NULL DEFAULT 'not-asked', religion TEXT NOT NULL DEFAULT '', health TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(health)), education TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(education))) STRICT;

CREATE INDEX person_born ON person (born);

CREATE INDEX person_household ON person (household);

CREATE TABLE pin (
    id TEXT PRIMARY KEY CHECK (id = 'pin'),
    hash TEXT NOT NULL -- Argon2id, in its own notation
) STRICT;

CREATE TABLE plan_action (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    text TEXT NOT NULL,
    goal TEXT REFERENCES goal (id),
    owner TEXT REFERENCES person (id),
    owner_name TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" IS date("due_on")),
    "done_on" TEXT CHECK ("done_on" IS date("done_on")),
    result TEXT NOT NULL
) STRICT;

CREATE INDEX plan_action_due ON plan_action (due_on) WHERE done_on IS NULL;

CREATE INDEX plan_action_household ON plan_action (household);

CREATE TABLE plan_review (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    "next_on" TEXT CHECK ("next_on" IS date("next_on")),
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX plan_review_household ON plan_review (household);

CREATE INDEX plan_review_next ON plan_review (next_on) WHERE next_on IS NOT NULL;

CREATE TABLE practice (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    postcode TEXT NOT NULL,
    phone TEXT NOT NULL,
    state TEXT NOT NULL,
    opened TEXT CHECK (opened IS date(opened)),
    closed TEXT CHECK (closed IS date(closed))
) STRICT;

CREATE TABLE professional (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL REFERENCES agency (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    team TEXT REFERENCES team (id),
    phone TEXT NOT NULL,
    email TEXT NOT NULL
, out_of_hours TEXT NOT NULL DEFAULT '', left_on TEXT CHECK (left_on IS date(left_on))) STRICT;

CREATE TABLE relationship (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    other TEXT NOT NULL REFERENCES person (id),
    since TEXT CHECK (since IS date(since)),
    until TEXT CHECK (until IS date(until)),
    carer INTEGER NOT NULL CHECK (carer IN (0, 1))
, contact TEXT NOT NULL DEFAULT 'not-recorded', view_of_person TEXT NOT NULL DEFAULT '', view_of_other TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX relationship_household ON relationship (household);

CREATE TABLE responsibility (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    child TEXT NOT NULL REFERENCES person (id),
    adult TEXT NOT NULL REFERENCES person (id),
    holds TEXT NOT NULL,
    basis TEXT NOT NULL,
    evidence TEXT NOT NULL,
    restricted_by TEXT REFERENCES court_order (id),
    since TEXT CHECK (since IS date(since)),
    until TEXT CHECK (until IS date(until))
) STRICT;

CREATE INDEX responsibility_household ON responsibility (household);

CREATE TABLE restricted (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    "since" TEXT CHECK ("since" IS date("since"))
) STRICT;

CREATE INDEX restricted_household ON restricted (household);

CREATE TABLE ruling (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    agency TEXT NOT NULL REFERENCES agency (id),
    share INTEGER NOT NULL CHECK (share IN (0, 1)),
    settles TEXT NOT NULL CHECK (json_valid(settles)),
    purpose TEXT NOT NULL,
    reasons TEXT NOT NULL,
    manager TEXT NOT NULL,
    decided_on TEXT CHECK (decided_on IS date(decided_on)),
    recorded_by TEXT NOT NULL
) STRICT;

CREATE INDEX ruling_household ON ruling (household);

CREATE TABLE scale_mark (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    goal TEXT NOT NULL REFERENCES goal (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
    person TEXT REFERENCES person (id),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX scale_mark_household ON scale_mark (household);

CREATE TABLE share_request (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    number TEXT NOT NULL,
    agency TEXT NOT NULL REFERENCES agency (id),
    person TEXT NOT NULL REFERENCES person (id),
    made_on TEXT NOT NULL CHECK (made_on IS date(made_on)),
    purpose TEXT NOT NULL,
    professional TEXT REFERENCES professional (id),
    why TEXT NOT NULL,
    benefit TEXT NOT NULL,
    questions TEXT NOT NULL CHECK (json_valid(questions)),
    categories TEXT NOT NULL CHECK (json_valid(categories)),
    window_from TEXT CHECK (window_from IS date(window_from)),
    gateway TEXT NOT NULL,
    dp_basis TEXT NOT NULL,
    confidentiality TEXT NOT NULL,
    consents TEXT NOT NULL CHECK (json_valid(consents)),
    ground TEXT REFERENCES ground (id),
    law_pack TEXT NOT NULL,
    wording TEXT NOT NULL,
    urgency TEXT NOT NULL,
    due_on TEXT CHECK (due_on IS date(due_on)),
    chases INTEGER NOT NULL,
    next_chase_on TEXT CHECK (next_chase_on IS date(next_chase_on)),
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL
) STRICT;

CREATE INDEX share_request_due ON share_request (due_on) WHERE state = 'open';

CREATE INDEX share_request_household ON share_request (household);

CREATE UNIQUE INDEX share_request_number ON share_request (number);

CREATE TABLE stay (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    home TEXT NOT NULL REFERENCES home (id),
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    nights INTEGER,
    since TEXT CHECK (since IS date(since)),
    until TEXT CHECK (until IS date(until))
, "use" TEXT NOT NULL DEFAULT 'home') STRICT;

CREATE INDEX stay_household ON stay (household);

CREATE TABLE store (
    id         TEXT PRIMARY KEY,
    created    TEXT NOT NULL,
    generation INTEGER NOT NULL -- of the key file, when the store was last opened
) STRICT;

CREATE TABLE store_secret (
    name    TEXT PRIMARY KEY,
    nonce   BLOB NOT NULL CHECK (length(nonce) = 12),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE team (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL REFERENCES agency (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    mailbox TEXT NOT NULL
, out_of_hours TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE visit (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    household TEXT NOT NULL REFERENCES household (id),
    "on" TEXT NOT NULL CHECK ("on" IS date("on")),
    place TEXT NOT NULL,
    seen TEXT NOT NULL CHECK (json_valid(seen)),
    words TEXT NOT NULL CHECK (json_valid(words)),
    note TEXT NOT NULL,
    agreed TEXT NOT NULL,
    next_on TEXT CHECK (next_on IS date(next_on)),
    by TEXT NOT NULL
, worry TEXT NOT NULL DEFAULT '', well TEXT NOT NULL DEFAULT '', others TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX visit_household ON visit (household);

CREATE INDEX visit_next ON visit (next_on) WHERE next_on IS NOT NULL;
