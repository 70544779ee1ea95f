package org.pengjiang.appeal.model.withdrawal;

/** Why an appellant takes an appeal back. */
public enum WithdrawalReason {
    SOLVED_MEANWHILE,
    NO_LONGER_NEEDED,
    FILED_BY_MISTAKE,
    /** By a court, an arbitration or another authority. */
    PURSUED_ELSEWHERE,
    /** Said in words. */
    OTHER
}
