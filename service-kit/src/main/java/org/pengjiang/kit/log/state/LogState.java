package org.pengjiang.kit.log.state;

/**
 * One look at the log.
 *
 * @param behindHorizon rows that are committed and not yet final, counted up to {@link LogStateReader#MOST}
 * @param holder the write transaction that has held the horizon longest, of any database of the cluster
 * @param holderSeconds for how long
 * @param unsent final rows that the relay has not passed, counted up to {@link LogStateReader#MOST} and estimated beyond
 * @param unsentSeconds how old the first of them is
 * @param parked events that a consumer could not apply, counted up to {@link LogStateReader#MOST}
 * @param refused rows that Kafka did not take, with those behind them, counted up to {@link LogStateReader#MOST}
 * @param ahead whether a row stands where no transaction has been yet: the database was restored
 */
record LogState(
        long behindHorizon,
        String holder,
        double holderSeconds,
        long unsent,
        double unsentSeconds,
        long parked,
        long refused,
        boolean ahead) {

    static final LogState UNKNOWN = new LogState(0, "", 0, 0, 0, 0, 0, false);
}
