package org.pengjiang.calendar;

/** Stable codes a caller may map to its own answer; the names never change. */
public enum CalendarErrorCode {
    /** The answer touches a day whose year has no published list, and the caller did not ask for provisional results. */
    CALENDAR_NOT_LOADED,
    /** A moment or a result lies outside 2000-01-01 to 2099-12-31. */
    CALENDAR_HORIZON_EXCEEDED,
    /** Calendar data was refused; {@link CalendarDataException#faults()} names every fault. */
    CALENDAR_DATA_INVALID,
    /** An amount is negative or larger than a century. */
    AMOUNT_OUT_OF_RANGE,
    /** A target's unit does not allow what was asked, such as rolling working minutes forward. */
    TARGET_INVALID,
    /** A span ends before it begins. */
    SPAN_REVERSED,
    /** The clock is not in the state this step needs, such as resuming one that runs. */
    CLOCK_STATE,
    /** A step lies before the clock's last one. */
    CLOCK_TIME_REVERSED
}
