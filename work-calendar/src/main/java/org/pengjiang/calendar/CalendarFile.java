package org.pengjiang.calendar;

import static org.pengjiang.calendar.CalendarFault.Code.DATE_INVALID;
import static org.pengjiang.calendar.CalendarFault.Code.DUPLICATE;
import static org.pengjiang.calendar.CalendarFault.Code.HOURS_INVALID;
import static org.pengjiang.calendar.CalendarFault.Code.LISTS_MISSING;
import static org.pengjiang.calendar.CalendarFault.Code.SYNTAX;
import static org.pengjiang.calendar.CalendarFault.Code.TOO_LARGE;
import static org.pengjiang.calendar.CalendarFault.Code.UNKNOWN_KEY;
import static org.pengjiang.calendar.CalendarFault.Code.WEEKDAY_UNKNOWN;
import static org.pengjiang.calendar.CalendarFault.Code.YEAR_MIXED;
import static org.pengjiang.calendar.CalendarFault.Code.YEAR_OUT_OF_RANGE;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calendar data as text, one entry per line, {@code #} begins a comment:
 *
 * <pre>
 * version=CN-2026-11-22
 * workweek=MON,TUE,WED,THU,FRI
 * assumedHours 2000-01-01=08:30-12:00,14:30-17:30   (hours once the district has confirmed them)
 * 2026 source=https://www.gov.cn/…
 * 2026 weekdayOff=01-01,01-02                       (the December before: 2025-12-31)
 * 2026 weekendWork=01-04
 * 2027 statutory=01-01,02-05                        (instead of weekdayOff: no notice yet, provisional)
 * local 2026-09-24 closed=document number
 * local 2026-09-25 08:30-12:00=document number      (what stays open)
 * </pre>
 */
public final class CalendarFile {

    private static final int MOST_CHARACTERS = 1_000_000;
    /** What additions are checked on: a calendar that is never closed. */
    private static final CalendarData BARE = new CalendarData(
            "-",
            List.of(DayOfWeek.values()),
            List.of(new OfficeHours(LocalDate.MIN, List.of(new WorkingInterval(0, 86_400)), true)),
            List.of(),
            List.of());

    private static final Pattern YEAR_LINE = Pattern.compile("(\\d{4}) (source|weekdayOff|weekendWork|statutory)");
    private static final Pattern HOURS_LINE = Pattern.compile("(hours|assumedHours) (\\S+)");
    private static final Pattern LOCAL_LINE = Pattern.compile("local (\\S+) (\\S+)");
    private static final Pattern LIST = Pattern.compile("\\s*,\\s*");

    private final List<CalendarFault> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Map<Integer, Map<String, String>> years = new TreeMap<>();
    private final List<OfficeHours> hours = new ArrayList<>();
    private final List<LocalDay> localDays = new ArrayList<>();
    private final List<DayOfWeek> workWeek = new ArrayList<>();
    private String version = "";
    private String where = "";

    private CalendarFile() {}

    /** Reads a file; a {@link CalendarDataException} names every fault of text and content at once. */
    public static CalendarData parse(String text) {
        CalendarFile file = new CalendarFile();
        CalendarData data = file.read(text);
        file.faults.addAll(CalendarDataCheck.faultsOf(data));
        if (!file.faults.isEmpty()) {
            throw new CalendarDataException(file.faults);
        }
        return data;
    }

    /** Reads what a division adds: years, local days and hours, but neither version nor working week. */
    static CalendarAdditions parseAdditions(String text) {
        CalendarFile file = new CalendarFile();
        CalendarData data = file.read(text);
        file.where = "file";
        if (file.keys.contains("version")) {
            file.fault(UNKNOWN_KEY, "version");
        }
        if (file.keys.contains("workweek")) {
            file.fault(UNKNOWN_KEY, "workweek");
        }
        CalendarAdditions additions = new CalendarAdditions(data.years(), data.localDays(), data.hours());
        file.faults.addAll(CalendarDataCheck.faultsOf(additions.onto(BARE, "-")));
        if (!file.faults.isEmpty()) {
            throw new CalendarDataException(file.faults);
        }
        return additions;
    }

    /** Writes data so that {@link #parse} reads the same back. */
    public static String write(CalendarData data) {
        StringBuilder text = new StringBuilder();
        line(text, "version", data.version());
        line(text, "workweek", joined(data.workWeek(), day -> day.name().substring(0, 3)));
        return text.append(write(new CalendarAdditions(data.years(), data.localDays(), data.hours())))
                .toString();
    }

    static String write(CalendarAdditions data) {
        StringBuilder text = new StringBuilder();
        for (OfficeHours hours : data.hours()) {
            String key = hours.assumption() ? "assumedHours " : "hours ";
            line(text, key + hours.from(), joined(hours.intervals(), WorkingInterval::toString));
        }
        for (NationalYear year : data.years()) {
            line(text, year.year() + " source", year.source());
            line(text, year.year() + (year.provisional() ? " statutory" : " weekdayOff"), dates(year, year.daysOff()));
            if (!year.provisional()) {
                line(text, year.year() + " weekendWork", dates(year, year.makeUpDays()));
            }
        }
        for (LocalDay day : data.localDays()) {
            String open = day.open().isEmpty() ? "closed" : joined(day.open(), WorkingInterval::toString);
            line(text, "local " + day.date() + " " + open, day.documentNumber());
        }
        return text.toString();
    }

    private CalendarData read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            where = "file";
            fault(TOO_LARGE, "" + text.length());
            return new CalendarData("-", List.of(DayOfWeek.values()), hours, List.of(), List.of());
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            where = "line " + ++number;
            String entry = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (!entry.isEmpty()) {
                entry(entry);
            }
        }
        List<NationalYear> national = new ArrayList<>();
        years.forEach((year, lists) -> national.add(year(year, lists)));
        return new CalendarData(version, workWeek, hours, national, localDays);
    }

    private void entry(String entry) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
            fault(SYNTAX, entry);
            return;
        }
        String key = entry.substring(0, equals).strip().replaceAll("\\s+", " ");
        String value = entry.substring(equals + 1).strip();
        if (!keys.add(key)) {
            fault(DUPLICATE, key);
            return;
        }
        Matcher year = YEAR_LINE.matcher(key);
        Matcher office = HOURS_LINE.matcher(key);
        Matcher local = LOCAL_LINE.matcher(key);
        if (year.matches()) {
            yearEntry(Integer.parseInt(year.group(1)), year.group(2), value);
        } else if (office.matches()) {
            hoursEntry(office.group(2), value, office.group(1).equals("assumedHours"));
        } else if (local.matches()) {
            localEntry(local.group(1), local.group(2), value);
        } else if (key.equals("version")) {
            version = value;
        } else if (key.equals("workweek")) {
            items(value).forEach(this::weekday);
        } else {
            fault(UNKNOWN_KEY, key);
        }
    }

    private void yearEntry(int year, String list, String value) {
        if (year < WorkingTime.FIRST_DAY.getYear() || year > WorkingTime.LAST_DAY.getYear()) {
            fault(YEAR_OUT_OF_RANGE, "" + year);
            return;
        }
        Map<String, String> lists = years.computeIfAbsent(year, any -> new TreeMap<>());
        lists.put(list, value);
        if (!list.equals("source")) {
            // Read here once for its faults, which then name the line.
            dates(year, value, true);
        }
    }

    private NationalYear year(int year, Map<String, String> lists) {
        boolean provisional = lists.containsKey("statutory");
        where = Integer.toString(year);
        if (provisional && (lists.containsKey("weekdayOff") || lists.containsKey("weekendWork"))) {
            fault(YEAR_MIXED, "");
        } else if (!provisional && !(lists.containsKey("weekdayOff") && lists.containsKey("weekendWork"))) {
            fault(LISTS_MISSING, "");
        }
        return new NationalYear(
                year,
                provisional,
                dates(year, lists.getOrDefault(provisional ? "statutory" : "weekdayOff", ""), false),
                dates(year, lists.getOrDefault("weekendWork", ""), false),
                lists.getOrDefault("source", ""));
    }

    private void hoursEntry(String from, String value, boolean assumption) {
        Optional<LocalDate> date = date(from, true);
        List<WorkingInterval> intervals = intervals(value);
        date.ifPresent(day -> hours.add(new OfficeHours(day, intervals, assumption)));
    }

    private void localEntry(String day, String open, String document) {
        Optional<LocalDate> date = date(day, true);
        List<WorkingInterval> intervals = open.equals("closed") ? List.of() : intervals(open);
        date.ifPresent(found -> localDays.add(new LocalDay(found, intervals, document)));
    }

    private void weekday(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(wanted) || day.name().substring(0, 3).equals(wanted)) {
                workWeek.add(day);
                return;
            }
        }
        fault(WEEKDAY_UNKNOWN, name);
    }

    private List<WorkingInterval> intervals(String value) {
        List<WorkingInterval> intervals = new ArrayList<>();
        for (String item : items(value)) {
            WorkingInterval.parse(item)
                    .ifPresentOrElse(
                            intervals::add,
                            () -> fault(
                                    HOURS_INVALID, "an interval reads 08:30-12:00 and ends after it begins: " + item));
        }
        return intervals;
    }

    private List<LocalDate> dates(int year, String value, boolean report) {
        return items(value).stream()
                .map(item -> date(item.length() == 5 ? year + "-" + item : item, report))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<LocalDate> date(String text, boolean report) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            if (report) {
                fault(DATE_INVALID, text);
            }
            return Optional.empty();
        }
    }

    private void fault(CalendarFault.Code code, String value) {
        faults.add(new CalendarFault(where, code, value));
    }

    private static List<String> items(@Nullable String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(LIST.split(value));
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }

    private static <T> String joined(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(","));
    }

    private static String dates(NationalYear year, List<LocalDate> dates) {
        return joined(
                dates, date -> date.getYear() == year.year() ? date.toString().substring(5) : date.toString());
    }
}
