package org.pengjiang.kit.file;

/** What the virus scan has said of a content. */
public enum ScanState {
    /** There is no scanner, or it has not come to it yet. */
    NOT_SCANNED,
    CLEAN,
    /** Nobody gets it. */
    INFECTED
}
