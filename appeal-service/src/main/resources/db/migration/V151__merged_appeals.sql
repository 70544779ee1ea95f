-- Whether others follow it, or did: only then its followers are looked for.
ALTER TABLE appeal ADD COLUMN followed boolean NOT NULL DEFAULT false;

-- Which appeal follows which, from when to when.
CREATE TABLE merging (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT merging_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    master_id  uuid    NOT NULL CONSTRAINT merging_master REFERENCES appeal,
    from_state text    NOT NULL,
    reason     text    NOT NULL,
    account    text    NOT NULL,
    merged_at  timestamptz NOT NULL,
    ended_at   timestamptz,
    ended_by   text,
    end_reason text,
    CONSTRAINT merging_seq UNIQUE (appeal_id, seq),
    CONSTRAINT merging_another CHECK (master_id <> appeal_id),
    CONSTRAINT merging_end_whole CHECK (num_nulls(ended_at, ended_by, end_reason) IN (0, 3))
);
CREATE UNIQUE INDEX merging_one_master ON merging (appeal_id) WHERE ended_at IS NULL;
CREATE INDEX merging_followers ON merging (master_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON merging TO ${app};

-- What whoever appeals says of the answer to the appeal that theirs follows.
CREATE TABLE follower_rating (
    id           uuid PRIMARY KEY,
    appeal_id    uuid    NOT NULL CONSTRAINT follower_rating_appeal REFERENCES appeal,
    seq          integer NOT NULL,
    master_id    uuid    NOT NULL CONSTRAINT follower_rating_master REFERENCES appeal,
    master_round integer NOT NULL,
    solved       text    NOT NULL CONSTRAINT follower_rating_solved CHECK (solved IN ('SOLVED', 'PARTLY', 'NOT')),
    stars        integer NOT NULL CONSTRAINT follower_rating_stars CHECK (stars BETWEEN 1 AND 5),
    comment      text,
    account      text    NOT NULL,
    rated_at     timestamptz NOT NULL,
    CONSTRAINT follower_rating_seq UNIQUE (appeal_id, seq),
    CONSTRAINT follower_rating_once UNIQUE (appeal_id, master_id)
);
GRANT SELECT, INSERT ON follower_rating TO ${app};
