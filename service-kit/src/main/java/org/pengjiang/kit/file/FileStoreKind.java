package org.pengjiang.kit.file;

/** What keeps the contents. */
enum FileStoreKind {
    /** A folder that the replicas share. */
    FOLDER,
    /** A bucket of a server that speaks S3. */
    S3
}
