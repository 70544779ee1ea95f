package org.pengjiang.calendar;

import static org.pengjiang.calendar.CalendarFault.Code.DATE_OUTSIDE_YEAR;
import static org.pengjiang.calendar.CalendarFault.Code.DAY_OFF_AND_WORKED;
import static org.pengjiang.calendar.CalendarFault.Code.DOCUMENT_MISSING;
import static org.pengjiang.calendar.CalendarFault.Code.DUPLICATE;
import static org.pengjiang.calendar.CalendarFault.Code.HOURS_INVALID;
import static org.pengjiang.calendar.CalendarFault.Code.HOURS_MISSING;
import static org.pengjiang.calendar.CalendarFault.Code.MAKE_UP_DAY_IS_A_WEEKDAY;
import static org.pengjiang.calendar.CalendarFault.Code.SOURCE_MISSING;
import static org.pengjiang.calendar.CalendarFault.Code.SOURCE_NOT_OFFICIAL;
import static org.pengjiang.calendar.CalendarFault.Code.TEXT_INVALID;
import static org.pengjiang.calendar.CalendarFault.Code.VERSION_MISSING;
import static org.pengjiang.calendar.CalendarFault.Code.WEEK_EMPTY;
import static org.pengjiang.calendar.CalendarFault.Code.YEAR_MIXED;
import static org.pengjiang.calendar.CalendarFault.Code.YEAR_OUT_OF_RANGE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds every fault of calendar data at once, so that an administrator mends a list in one go. */
final class CalendarDataCheck {

    /** An address of the State Council's site or another government site, or a document number such as 〔2022〕16号. */
    private static final Pattern OFFICIAL =
            Pattern.compile("https?://([a-z0-9-]+\\.)*gov\\.cn(/\\S*)?|.*(〔\\d{4}〕\\d+|第\\d+)号.*");

    private static final Pattern BREAKS_A_LINE = Pattern.compile("\\p{Cntrl}|[\\u0085\\u2028\\u2029]|\\s#");
    private static final int LONGEST_TEXT = 200;

    private final CalendarData data;
    private final List<CalendarFault> faults = new ArrayList<>();

    private CalendarDataCheck(CalendarData data) {
        this.data = data;
    }

    static List<CalendarFault> faultsOf(CalendarData data) {
        CalendarDataCheck check = new CalendarDataCheck(data);
        check.head();
        check.hours();
        check.years();
        check.localDays();
        return check.faults;
    }

    private void head() {
        if (data.version().isBlank()) {
            fault("version", VERSION_MISSING, "");
        }
        text("version", data.version());
        if (data.workWeek().isEmpty()) {
            fault("workweek", WEEK_EMPTY, "");
        }
    }

    private void hours() {
        if (data.hours().isEmpty()) {
            fault("hours", HOURS_MISSING, "");
        }
        Set<LocalDate> seen = new HashSet<>();
        for (OfficeHours hours : data.hours()) {
            String where = "hours " + hours.from();
            if (!seen.add(hours.from())) {
                fault(where, DUPLICATE, "");
            }
            if (hours.intervals().isEmpty()) {
                fault(where, HOURS_MISSING, "");
            }
            ordered(where, hours.intervals());
        }
    }

    private void years() {
        Set<Integer> seenYears = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (NationalYear year : data.years()) {
            if (!WorkingTime.covers(LocalDate.of(clamp(year.year()), Month.JULY, 1))
                    || clamp(year.year()) != year.year()) {
                fault("" + year.year(), YEAR_OUT_OF_RANGE, "");
            }
            if (!seenYears.add(year.year())) {
                fault("" + year.year(), DUPLICATE, "");
            }
            source(year);
            dates(year, "weekdayOff", year.daysOff(), off);
            dates(year, "weekendWork", year.makeUpDays(), worked);
            makeUpDays(year);
        }
        off.retainAll(worked);
        off.stream().sorted().forEach(date -> fault("" + date, DAY_OFF_AND_WORKED, ""));
    }

    private void source(NationalYear year) {
        String where = year.year() + " source";
        text(where, year.source());
        if (year.source().isBlank()) {
            fault(where, SOURCE_MISSING, "");
        } else if (!OFFICIAL.matcher(year.source()).matches()) {
            fault(where, SOURCE_NOT_OFFICIAL, year.source());
        }
    }

    private void dates(NationalYear year, String list, List<LocalDate> dates, Set<LocalDate> seen) {
        String where = year.year() + " " + list;
        for (LocalDate date : dates) {
            boolean decemberBefore = date.getYear() == year.year() - 1 && date.getMonth() == Month.DECEMBER;
            if (date.getYear() != year.year() && !decemberBefore) {
                fault(where, DATE_OUTSIDE_YEAR, "" + date);
            }
            if (!seen.add(date)) {
                fault(where, DUPLICATE, "" + date);
            }
        }
    }

    private void makeUpDays(NationalYear year) {
        String where = year.year() + " weekendWork";
        if (year.provisional() && !year.makeUpDays().isEmpty()) {
            fault(where, YEAR_MIXED, "");
        }
        for (LocalDate date : year.makeUpDays()) {
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                fault(where, MAKE_UP_DAY_IS_A_WEEKDAY, date + " " + date.getDayOfWeek());
            }
        }
    }

    private void localDays() {
        Set<LocalDate> seen = new HashSet<>();
        for (LocalDay day : data.localDays()) {
            String where = "local " + day.date();
            if (!seen.add(day.date())) {
                fault(where, DUPLICATE, "");
            }
            if (!WorkingTime.covers(day.date())) {
                fault(where, YEAR_OUT_OF_RANGE, "");
            }
            text(where, day.documentNumber());
            if (day.documentNumber().isBlank()) {
                fault(where, DOCUMENT_MISSING, "");
            }
            ordered(where, day.open());
        }
    }

    /** What would not come back from a file as it was written: line breaks, outer blanks, the beginning of a comment. */
    private void text(String where, String text) {
        boolean readsBack =
                text.equals(text.strip()) && !BREAKS_A_LINE.matcher(text).find();
        if (!readsBack || text.length() > LONGEST_TEXT) {
            fault(where, TEXT_INVALID, text.length() > LONGEST_TEXT ? text.length() + "" : text);
        }
    }

    private void ordered(String where, List<WorkingInterval> intervals) {
        if (!WorkingInterval.inOrder(intervals)) {
            fault(where, HOURS_INVALID, "" + intervals);
        }
    }

    private void fault(String where, CalendarFault.Code code, String value) {
        faults.add(new CalendarFault(where, code, value));
    }

    private static int clamp(int year) {
        return Math.clamp(year, 1, 9999);
    }
}
