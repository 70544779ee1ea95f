-- A counter that no command is decided on.
ALTER TABLE note ADD COLUMN remarks integer NOT NULL DEFAULT 0;
