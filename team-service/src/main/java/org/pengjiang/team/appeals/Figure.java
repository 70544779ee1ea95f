package org.pengjiang.team.appeals;

/** What is counted for a unit and a month; what each means stands in {@code unit-appeals.properties}. */
enum Figure {
    RECEIVED,
    SIGNED_IN_TIME,
    SIGNED_LATE,
    CONTACTED_IN_TIME,
    CONTACTED_LATE,
    REPLIED_IN_TIME,
    REPLIED_LATE,
    BREACHED_CONTACT,
    BREACHED_RESOLVE,
    BREACHED_LIMIT,
    CLOSED,
    RATED_SOLVED,
    RATED_PARTLY,
    RATED_NOT,
    STARS_SUM,
    STARS_COUNT,
    RATED_BY_DEFAULT;

    /** The two that a due divides. */
    static Figure of(String fact, boolean inTime) {
        return valueOf(fact + (inTime ? "_IN_TIME" : "_LATE"));
    }
}
