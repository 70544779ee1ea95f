package org.pengjiang.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of one day in which work is done, {@code [from, to)}, in seconds since midnight. {@code to} may be 86400,
 * which is written {@code 24:00}.
 */
public record WorkingInterval(int fromSecond, int toSecond) {

    private static final int DAY = 86_400;
    private static final Pattern TEXT =
            Pattern.compile("(\\d{2}):(\\d{2})(?::(\\d{2}))?-(\\d{2}):(\\d{2})(?::(\\d{2}))?");

    public WorkingInterval {
        if (fromSecond < 0 || toSecond > DAY || fromSecond >= toSecond) {
            throw new CalendarException(
                    CalendarErrorCode.SPAN_REVERSED,
                    "A working interval lies within one day and ends after it begins: " + fromSecond + "-" + toSecond);
        }
    }

    /** Reads {@code 08:30-12:00}; seconds may follow; empty when the text is no interval within a day. */
    public static Optional<WorkingInterval> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = second(matcher, 1);
        int to = second(matcher, 4);
        return from < 0 || to < 0 || from >= to ? Optional.empty() : Optional.of(new WorkingInterval(from, to));
    }

    public int seconds() {
        return toSecond - fromSecond;
    }

    /** The parts of {@code hours} that lie in {@code windows}. */
    static List<WorkingInterval> within(List<WorkingInterval> hours, List<WorkingInterval> windows) {
        List<WorkingInterval> open = new ArrayList<>();
        for (WorkingInterval interval : hours) {
            for (WorkingInterval window : windows) {
                int from = Math.max(interval.fromSecond, window.fromSecond);
                int to = Math.min(interval.toSecond, window.toSecond);
                if (from < to) {
                    open.add(new WorkingInterval(from, to));
                }
            }
        }
        return List.copyOf(open);
    }

    /** True when the intervals follow each other without overlap. */
    static boolean inOrder(List<WorkingInterval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).fromSecond < intervals.get(i - 1).toSecond) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return clock(fromSecond) + "-" + clock(toSecond);
    }

    private static int second(Matcher matcher, int group) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = Integer.parseInt(matcher.group(group + 1));
        String written = matcher.group(group + 2);
        int second = written == null ? 0 : Integer.parseInt(written);
        int total = hour * 3600 + minute * 60 + second;
        return minute > 59 || second > 59 || total > DAY ? -1 : total;
    }

    private static String clock(int second) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", second / 3600, second / 60 % 60);
        return second % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, ":%02d", second % 60);
    }
}
