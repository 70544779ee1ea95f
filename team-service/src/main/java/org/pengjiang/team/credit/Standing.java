package org.pengjiang.team.credit;

/** What a project is worth in the count, decided once, at signing. */
enum Standing {
    NEW_PROJECT,
    /** An expansion: the added amount counts, the project does not. */
    INCREMENT_ONLY,
    /** A phase of a contract already signed. */
    PHASE_OF_SIGNED,
    /** Of a kind that the counting rules exclude. */
    EXCLUDED_KIND,
    BELOW_MINIMUM;

    boolean countsAsProject() {
        return this == NEW_PROJECT;
    }

    boolean countsAmount() {
        return this == NEW_PROJECT || this == INCREMENT_ONLY;
    }
}
