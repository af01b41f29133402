-- Finding: an index of words for each group, newest first by row number, and what makes two
-- people look alike. Kept by `db.finding_index` inside every operation; made again when missing.
-- The words come folded from the program, so the index splits at spaces and changes nothing.

-- By which rules the index was made; no row: not made yet.
CREATE TABLE find_state (
    rules TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE find_people USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);
CREATE VIRTUAL TABLE find_families USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);
CREATE VIRTUAL TABLE find_agencies USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);
-- Row number: the day, then which row of which table (`db.finding_rows`).
CREATE VIRTUAL TABLE find_notes USING fts5 (
    words, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '_'", prefix='1 2 3'
);

-- Every word of a group, for wild cards; a word nobody has any more goes when the store is tidied.
CREATE TABLE find_word (
    place TEXT NOT NULL,
    word  TEXT NOT NULL,
    PRIMARY KEY (place, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE match_key (
    key    TEXT NOT NULL,
    person INTEGER NOT NULL, -- person.n
    PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_key_person ON match_key (person);
