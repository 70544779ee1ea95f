package org.pengjiang.kit.log;

/** Who may see a row of the log in the change feed. */
public enum Audience {
    /** Only auditors and administrators of the division. */
    INTERNAL,
    /** Everyone whose division scope covers the subject. */
    DIVISION,
    /** Also the parties named by the row: an enterprise by its credit code. */
    PARTY,
    /** Those involved in the subject, supervision, and the parties named by the row; not everyone in the division. */
    RESTRICTED
}
