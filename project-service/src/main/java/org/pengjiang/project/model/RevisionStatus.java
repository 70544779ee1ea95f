package org.pengjiang.project.model;

/** Where a proposed change of the agreement amount stands. */
public enum RevisionStatus {
    PROPOSED,
    CONFIRMED,
    REJECTED
}
