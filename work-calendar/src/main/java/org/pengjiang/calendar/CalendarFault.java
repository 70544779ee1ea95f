package org.pengjiang.calendar;

/**
 * One fault of calendar data.
 *
 * @param where the line of a file ({@code line 12}) or the entry it stands in ({@code 2026 weekendWork})
 * @param code what is wrong, stable
 * @param detail the offending value and what was expected, for people
 */
public record CalendarFault(String where, Code code, String detail) {

    /** Stable codes of data faults. */
    public enum Code {
        SYNTAX,
        TOO_LARGE,
        VERSION_MISSING,
        YEAR_OUT_OF_RANGE,
        YEAR_MIXED,
        DATE_INVALID,
        DATE_DUPLICATE,
        DATE_OUTSIDE_YEAR,
        DAY_OFF_AND_WORKED,
        MAKE_UP_DAY_IS_A_WEEKDAY,
        SOURCE_MISSING,
        SOURCE_NOT_OFFICIAL,
        WEEK_EMPTY,
        HOURS_MISSING,
        HOURS_INVALID,
        DOCUMENT_MISSING,
        NO_WORKING_TIME
    }
}
