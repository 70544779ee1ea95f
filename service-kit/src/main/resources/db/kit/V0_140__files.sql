-- What the file store holds, by its SHA-256. The same content handed in by several people is one row.
CREATE TABLE stored_file (
    sha256      text        NOT NULL,
    size        bigint      NOT NULL,
    -- by its content; a part of an upload has none, nobody has looked into it
    media_type  text,
    sniffed_at  timestamptz,
    width       integer,
    height      integer,
    -- what a photo says of itself: by the clock of the camera, in WGS 84
    taken_at    timestamp,
    latitude    double precision,
    longitude   double precision,
    orientation smallint,
    scan        text        NOT NULL DEFAULT 'NOT_SCANNED',
    scanned_at  timestamptz,
    created_at  timestamptz NOT NULL,
    -- when somebody last handed it in
    used_at     timestamptz NOT NULL,
    -- nobody has looked yet whether somebody refers to it, or somebody has ceased to
    unchecked   boolean     NOT NULL DEFAULT true,
    CONSTRAINT stored_file_pk PRIMARY KEY (sha256),
    CONSTRAINT stored_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT stored_file_size CHECK (size >= 0),
    CONSTRAINT stored_file_sniffed CHECK ((media_type IS NULL) = (sniffed_at IS NULL)),
    CONSTRAINT stored_file_scan_known CHECK (scan IN ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
    CONSTRAINT stored_file_scanned CHECK ((scan = 'NOT_SCANNED') = (scanned_at IS NULL))
);
CREATE INDEX stored_file_unchecked ON stored_file (used_at) WHERE unchecked;
CREATE INDEX stored_file_to_scan ON stored_file (created_at, sha256) WHERE scan = 'NOT_SCANNED' AND media_type IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON stored_file TO ${app};
GRANT UPDATE (media_type, sniffed_at, width, height, taken_at, latitude, longitude, orientation, scan, scanned_at, used_at,
    unchecked) ON stored_file TO ${app};

-- One handing in of a file: the id that callers know. It belongs to its uploader until it is attached to a subject.
CREATE TABLE file_reference (
    id           uuid        NOT NULL,
    sha256       text        NOT NULL,
    -- as the sender gave it, in NFC
    name         text        NOT NULL,
    uploaded_by  text        NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    subject_type text,
    subject      uuid,
    attached_at  timestamptz,
    CONSTRAINT file_reference_pk PRIMARY KEY (id),
    CONSTRAINT file_reference_file FOREIGN KEY (sha256) REFERENCES stored_file,
    CONSTRAINT file_reference_attached CHECK (num_nulls(subject_type, subject, attached_at) IN (0, 3))
);
CREATE INDEX file_reference_by_file ON file_reference (sha256);
CREATE INDEX file_reference_unattached ON file_reference (uploaded_at) WHERE attached_at IS NULL;
CREATE INDEX file_reference_waiting ON file_reference (uploaded_by) WHERE attached_at IS NULL;
GRANT SELECT, INSERT, DELETE ON file_reference TO ${app};
GRANT UPDATE (subject_type, subject, attached_at) ON file_reference TO ${app};

-- An upload in parts (tus 1.0). Its id becomes the id of the file.
CREATE TABLE upload (
    id            uuid        NOT NULL,
    account       text        NOT NULL,
    name          text        NOT NULL,
    declared_type text,
    length        bigint      NOT NULL,
    arrived       bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    CONSTRAINT upload_pk PRIMARY KEY (id),
    CONSTRAINT upload_length CHECK (length > 0 AND arrived BETWEEN 0 AND length)
);
CREATE INDEX upload_by_expiry ON upload (expires_at);
CREATE INDEX upload_by_account ON upload (account);
GRANT SELECT, INSERT, DELETE ON upload TO ${app};
GRANT UPDATE (arrived) ON upload TO ${app};

CREATE TABLE upload_part (
    upload   uuid   NOT NULL,
    position bigint NOT NULL,
    size     bigint NOT NULL,
    sha256   text   NOT NULL,
    CONSTRAINT upload_part_pk PRIMARY KEY (upload, position),
    CONSTRAINT upload_part_upload FOREIGN KEY (upload) REFERENCES upload ON DELETE CASCADE,
    CONSTRAINT upload_part_file FOREIGN KEY (sha256) REFERENCES stored_file
);
CREATE INDEX upload_part_by_file ON upload_part (sha256);
GRANT SELECT, INSERT, DELETE ON upload_part TO ${app};
