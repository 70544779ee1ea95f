package org.pengjiang.project.model;

/** What a threshold says; not applicable where a figure per mu has no mu. */
public enum ItemOutcome {
    PASSED,
    FAILED,
    NOT_GIVEN,
    NOT_APPLICABLE
}
