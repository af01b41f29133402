-- Decisions: how each was proved, the parts of a test, signatures, rulings, and what a council chose.

ALTER TABLE household ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));

ALTER TABLE office ADD COLUMN consent_model TEXT NOT NULL DEFAULT 'agreement-first';
ALTER TABLE office ADD COLUMN months INTEGER;
ALTER TABLE office ADD COLUMN months_young INTEGER;
ALTER TABLE office ADD COLUMN approvals TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(approvals));

ALTER TABLE consent ADD COLUMN proof TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(proof));
ALTER TABLE competence ADD COLUMN parts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parts));

ALTER TABLE ground ADD COLUMN choice TEXT NOT NULL DEFAULT 'share';
ALTER TABLE ground ADD COLUMN relevance TEXT NOT NULL DEFAULT '';
ALTER TABLE ground ADD COLUMN proportionality TEXT NOT NULL DEFAULT '';
ALTER TABLE ground ADD COLUMN advice TEXT NOT NULL DEFAULT '';
ALTER TABLE ground ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';
ALTER TABLE ground ADD COLUMN method TEXT NOT NULL DEFAULT '';

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
