-- The whole record: every field of practice, the family plan, restricted facts, judgements, drafts.
-- What was there before keeps its meaning; what nobody was asked says so.

ALTER TABLE office ADD COLUMN outcomes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(outcomes));

ALTER TABLE agency ADD COLUMN alias TEXT NOT NULL DEFAULT '';
ALTER TABLE agency ADD COLUMN urn TEXT NOT NULL DEFAULT '';
ALTER TABLE agency ADD COLUMN out_of_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE agency ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on));
ALTER TABLE agency ADD COLUMN profile TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(profile));

ALTER TABLE team ADD COLUMN out_of_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE professional ADD COLUMN out_of_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE professional ADD COLUMN left_on TEXT CHECK (left_on IS date(left_on));

ALTER TABLE person ADD COLUMN ethnicity TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE person ADD COLUMN religion TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN health TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(health));
ALTER TABLE person ADD COLUMN education TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(education));
ALTER TABLE contact_point ADD COLUMN "call" TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE contact_point ADD COLUMN message TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE home ADD COLUMN uprn TEXT NOT NULL DEFAULT '';
ALTER TABLE stay ADD COLUMN "use" TEXT NOT NULL DEFAULT 'home';
ALTER TABLE relationship ADD COLUMN contact TEXT NOT NULL DEFAULT 'not-recorded';
ALTER TABLE relationship ADD COLUMN view_of_person TEXT NOT NULL DEFAULT '';
ALTER TABLE relationship ADD COLUMN view_of_other TEXT NOT NULL DEFAULT '';
ALTER TABLE relationship ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE involvement ADD COLUMN episode TEXT NOT NULL DEFAULT 'not-said';
ALTER TABLE involvement ADD COLUMN attends TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE visit ADD COLUMN worry TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN well TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN others TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'note';
ALTER TABLE note ADD COLUMN agency TEXT REFERENCES agency (id);
ALTER TABLE note ADD COLUMN role TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN not_meaning TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN reach TEXT NOT NULL DEFAULT 'office';
ALTER TABLE note ADD COLUMN onward TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN "by" TEXT NOT NULL DEFAULT '';

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

-- Days that are asked for across all families.
CREATE INDEX visit_next ON visit (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX plan_review_next ON plan_review (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX plan_action_due ON plan_action (due_on) WHERE done_on IS NULL;
CREATE INDEX meeting_on ON meeting ("on");
CREATE INDEX meeting_next ON meeting (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX consent_ends ON consent (ends) WHERE ends IS NOT NULL;
CREATE INDEX consent_decided ON consent (decided_on);
CREATE INDEX person_born ON person (born);

-- Half-written forms. Not journalled: no image of each keystroke, nothing for undo.
CREATE TABLE draft (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    household TEXT NOT NULL REFERENCES household (id),
    about     TEXT NOT NULL, -- id of the record it corrects, or empty
    at        TEXT NOT NULL,
    content   TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE INDEX draft_household ON draft (household);
