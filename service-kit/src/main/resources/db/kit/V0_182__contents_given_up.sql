-- Contents that an account has handed in for nothing: parts of an upload that was given up, and parts that came too late. They count
-- as the account's until the sweep has removed them.
CREATE TABLE given_up_content (
    account text NOT NULL,
    sha256  text NOT NULL,
    CONSTRAINT given_up_content_pk PRIMARY KEY (account, sha256),
    CONSTRAINT given_up_content_file FOREIGN KEY (sha256) REFERENCES stored_file ON DELETE CASCADE
);
CREATE INDEX given_up_content_by_file ON given_up_content (sha256);
GRANT SELECT, INSERT, DELETE ON given_up_content TO ${app};

COMMENT ON COLUMN stored_file.used_at IS 'when somebody last handed it in, or the last reference to it went';
