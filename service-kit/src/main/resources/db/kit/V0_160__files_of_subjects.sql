-- The files of a subject, in the order in which its author has named them.
ALTER TABLE file_reference ADD COLUMN subject_position integer NOT NULL DEFAULT 1;
GRANT UPDATE (subject_position) ON file_reference TO ${app};
CREATE INDEX file_reference_by_subject ON file_reference (subject) WHERE subject IS NOT NULL;
