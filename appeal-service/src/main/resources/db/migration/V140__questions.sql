-- Questions to the enterprise; the promises pause until one ends.
CREATE TABLE question (
    id        uuid PRIMARY KEY,
    appeal_id uuid    NOT NULL CONSTRAINT question_appeal REFERENCES appeal,
    seq       integer NOT NULL,
    round     integer NOT NULL,
    body      text    NOT NULL,
    asked_by  text    NOT NULL,
    asked_at  timestamptz NOT NULL,
    ended_as  text CONSTRAINT question_ended_as CHECK (ended_as IN ('ANSWERED', 'OBJECTED', 'NOT_ANSWERED')),
    ended_at  timestamptz CONSTRAINT question_forward CHECK (ended_at >= asked_at),
    -- absent where nobody has answered
    ended_by  text,
    -- the answer, or why the enterprise objects
    reply     text,
    -- what the files of the answer are attached to
    reply_id  uuid CONSTRAINT question_reply UNIQUE,
    CONSTRAINT question_seq UNIQUE (appeal_id, seq),
    CONSTRAINT question_end CHECK ((ended_as IS NULL) = (ended_at IS NULL)
        AND (reply IS NULL) = (coalesce(ended_as, 'NOT_ANSWERED') = 'NOT_ANSWERED'))
);
GRANT SELECT, INSERT, UPDATE ON question TO ${app};
