-- Whoever runs the platform replays the parked events of every district, and those that name none. A job of before is a district's.
ALTER TABLE parked_event_replay ADD COLUMN of_all boolean NOT NULL DEFAULT false;
