package org.pengjiang.project.imports;

/**
 * CHECKING → AWAITING_CONFIRMATION → RUNNING → DONE. A dry run and a file without a good row go from CHECKING to DONE, and what
 * nobody confirms in time goes there from AWAITING_CONFIRMATION. What the office cancels goes there from anywhere.
 */
enum ImportStatus {
    CHECKING,
    AWAITING_CONFIRMATION,
    RUNNING,
    DONE
}
