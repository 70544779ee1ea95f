-- The people of a special class have changed: the tasks of its open appeals are to follow, appeal after appeal in the order of
-- their ids. A row for each version that was heard, so that whoever hears of the next one never waits for those who follow.
CREATE TABLE class_change (
    class_id        uuid   NOT NULL CONSTRAINT class_change_class REFERENCES known_special_class,
    subject_version bigint NOT NULL,
    -- the last appeal whose tasks have followed
    settled_up_to   uuid,
    CONSTRAINT class_change_pk PRIMARY KEY (class_id, subject_version)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON class_change TO ${app};
