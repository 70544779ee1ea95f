-- Who is called back about a reply, and what they say. An appeal has one open call-back at most.
CREATE TABLE callback (
    id         uuid PRIMARY KEY,
    appeal_id  uuid    NOT NULL CONSTRAINT callback_appeal REFERENCES appeal,
    seq        integer NOT NULL,
    round      integer NOT NULL,
    occasion   text    NOT NULL CONSTRAINT callback_occasion CHECK (occasion IN
                   ('NO_ACCOUNT', 'SILENT', 'BAD_RATING', 'SAMPLE', 'WITHDRAWN')),
    status     text    NOT NULL CONSTRAINT callback_status CHECK (status IN
                   ('OPEN', 'ANSWERED', 'REFUSED', 'NOT_REACHED', 'ENDED')),
    -- stored with the appeal, which may be after this row
    clock_id   uuid    NOT NULL CONSTRAINT callback_clock REFERENCES deadline_clock DEFERRABLE INITIALLY DEFERRED,
    opened_at  timestamptz NOT NULL,
    ended_at   timestamptz,
    solved     text CONSTRAINT callback_solved CHECK (solved IN ('SOLVED', 'PARTLY', 'NOT')),
    stars      integer CONSTRAINT callback_stars CHECK (stars BETWEEN 1 AND 5),
    reasons    text,
    superseded boolean NOT NULL,
    CONSTRAINT callback_seq UNIQUE (appeal_id, seq),
    CONSTRAINT callback_ended CHECK ((status = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT callback_answered CHECK ((status = 'ANSWERED') = (solved IS NOT NULL) AND (solved IS NULL) = (stars IS NULL)),
    -- at the end of the transaction: the next one is stored before the one that it ends
    CONSTRAINT callback_one_open EXCLUDE USING btree (appeal_id WITH =) WHERE (status = 'OPEN') DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE callback_attempt (
    id        uuid PRIMARY KEY,
    appeal_id uuid    NOT NULL CONSTRAINT callback_attempt_appeal REFERENCES appeal,
    seq       integer NOT NULL,
    -- the number of the call-back
    callback  integer NOT NULL,
    outcome   text    NOT NULL CONSTRAINT callback_attempt_outcome CHECK (outcome IN ('REACHED', 'NOT_REACHED', 'REFUSED')),
    recording text,
    note      text,
    account   text    NOT NULL,
    called_at timestamptz NOT NULL,
    CONSTRAINT callback_attempt_seq UNIQUE (appeal_id, seq),
    CONSTRAINT callback_attempt_callback FOREIGN KEY (appeal_id, callback) REFERENCES callback (appeal_id, seq)
);
GRANT SELECT, INSERT, UPDATE ON callback TO ${app};
GRANT SELECT, INSERT ON callback_attempt TO ${app};

ALTER TABLE rating DROP CONSTRAINT rating_means;
ALTER TABLE rating ADD CONSTRAINT rating_means CHECK (means IN ('ACCOUNT', 'CODE', 'CALLBACK', 'PARTNER')) NOT VALID;
