-- The newest version's number on the setting itself: two changes at once cannot both be the next.
ALTER TABLE setting ADD COLUMN latest_number integer NOT NULL DEFAULT 1;
