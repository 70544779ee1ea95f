package org.pengjiang.project.imports;

/** CHECKING → AWAITING_CONFIRMATION → RUNNING → DONE; a dry run and a file without a good row go from CHECKING to DONE. */
enum ImportStatus {
    CHECKING,
    AWAITING_CONFIRMATION,
    RUNNING,
    DONE
}
