-- Sending: how each paper left, whom of the family it was for, and what the worker let go.

ALTER TABLE paper ADD COLUMN readers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(readers));
ALTER TABLE paper ADD COLUMN leaves_by TEXT NOT NULL DEFAULT 'not-said';
ALTER TABLE paper ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE paper ADD COLUMN let_go TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(let_go));
