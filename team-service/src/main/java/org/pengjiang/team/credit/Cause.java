package org.pengjiang.team.credit;

/** The occasion of an entry, for whoever asks why it is there. */
enum Cause {
    /** A gate passed and recorded before the month's cut-off. */
    GATE,
    /** A gate recorded after its month's cut-off: it counts in the month of recording. */
    LATE_GATE,
    AMOUNT_REVISION,
    SHARE_RULING,
    /** The total fell below the size band that was counted at signing. */
    BAND_LOST,
    TERMINATION,
    /** The gate was withdrawn by the office. */
    CORRECTION
}
