-- What a platform says of a round to which another answer counted already.
CREATE TABLE later_rating (
    id        uuid PRIMARY KEY,
    appeal_id uuid    NOT NULL CONSTRAINT later_rating_appeal REFERENCES appeal,
    seq       integer NOT NULL,
    round     integer NOT NULL,
    solved    text    NOT NULL CONSTRAINT later_rating_solved CHECK (solved IN ('SOLVED', 'PARTLY', 'NOT')),
    stars     integer NOT NULL CONSTRAINT later_rating_stars CHECK (stars BETWEEN 1 AND 5),
    comment   text,
    account   text    NOT NULL,
    rated_at  timestamptz NOT NULL,
    CONSTRAINT later_rating_seq UNIQUE (appeal_id, seq)
);
GRANT SELECT, INSERT ON later_rating TO ${app};
