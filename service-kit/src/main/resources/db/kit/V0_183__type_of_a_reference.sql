-- What the file is as this sender has named it: the same bytes are a text for one and a table for another. Without it the type of the
-- content is meant, as replicas of the release before write it.
ALTER TABLE file_reference ADD COLUMN media_type text;
