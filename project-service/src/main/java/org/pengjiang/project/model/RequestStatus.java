package org.pengjiang.project.model;

/** Where a gate request stands; everything but OPEN is final. */
public enum RequestStatus {
    OPEN,
    PASSED,
    REJECTED,
    WITHDRAWN
}
