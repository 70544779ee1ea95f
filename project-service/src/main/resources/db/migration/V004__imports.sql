CREATE TABLE import_job (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    log_version       bigint NOT NULL,
    published_version bigint NOT NULL,
    last_hash         bytea,
    division          text   NOT NULL,
    province          text,
    city              text,
    district          text   NOT NULL,
    town              text,
    year              integer NOT NULL,
    dry_run           boolean NOT NULL,
    file_sha256       text    NOT NULL,
    status            text    NOT NULL CONSTRAINT import_job_status CHECK (status IN
                          ('CHECKING', 'AWAITING_CONFIRMATION', 'RUNNING', 'DONE')),
    rows_total        integer NOT NULL,
    rows_checked      integer NOT NULL,
    rows_good         integer NOT NULL,
    rows_bad          integer NOT NULL,
    rows_imported     integer NOT NULL,
    submitted_by      text    NOT NULL,
    submitted_at      timestamptz NOT NULL,
    confirmed_by      text,
    confirmed_at      timestamptz,
    finished_at       timestamptz,
    CONSTRAINT import_job_second_person CHECK (confirmed_by IS DISTINCT FROM submitted_by),
    CONSTRAINT import_job_counts CHECK (rows_checked <= rows_total AND rows_imported <= rows_good)
);
CREATE INDEX import_job_list ON import_job (district, id DESC);
CREATE INDEX import_job_work ON import_job (id) WHERE status IN ('CHECKING', 'RUNNING');

-- the file as it came: what was checked is what is run
CREATE TABLE import_file (
    job_id  uuid  CONSTRAINT import_file_pk PRIMARY KEY CONSTRAINT import_file_job REFERENCES import_job,
    content bytea NOT NULL
);

CREATE TABLE import_row (
    job_id      uuid    NOT NULL CONSTRAINT import_row_job REFERENCES import_job,
    row_no      integer NOT NULL,
    external_id text,
    status      text    NOT NULL CONSTRAINT import_row_status CHECK (status IN ('GOOD', 'BAD', 'IMPORTED')),
    faults      text CONSTRAINT import_row_faults CHECK (faults IS JSON ARRAY),
    project_id  uuid,
    CONSTRAINT import_row_pk PRIMARY KEY (job_id, row_no)
);
-- the next chunk is found without walking the rows already done
CREATE INDEX import_row_todo ON import_row (job_id, row_no) WHERE status = 'GOOD';
CREATE INDEX import_row_bad ON import_row (job_id, row_no) WHERE status = 'BAD';

GRANT SELECT, INSERT, UPDATE ON import_job, import_row TO ${app};
GRANT SELECT, INSERT ON import_file TO ${app};
