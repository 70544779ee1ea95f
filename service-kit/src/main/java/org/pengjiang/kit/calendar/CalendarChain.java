package org.pengjiang.kit.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;

/**
 * Which publications a calendar is made of, the widest division first. Its id names them after the id of the calendar
 * that was shipped, {@code CN-2026.1+44.2+440703.5}, so that every service gives the same calendar the same name, and a
 * calendar of the past can be put together again from its name.
 */
record CalendarChain(List<Link> links) {
    private static final Pattern LINK = Pattern.compile("\\+(\\d{2,12})\\.(\\d{1,18})");

    /** One publication. */
    record Link(DivisionCode division, long revision) {
        @Override
        public String toString() {
            return "+" + division + "." + revision;
        }
    }

    CalendarChain {
        links = List.copyOf(links);
    }

    String id() {
        return shipped() + links.stream().map(Link::toString).collect(Collectors.joining());
    }

    CalendarChain and(Link next) {
        List<Link> more = new ArrayList<>(links);
        more.add(next);
        return new CalendarChain(more);
    }

    /** Empty for a name that does not begin with the calendar shipped with this release. */
    static Optional<CalendarChain> named(String id) {
        if (!id.startsWith(shipped())) {
            return Optional.empty();
        }
        String rest = id.substring(shipped().length());
        List<Link> links = new ArrayList<>();
        Matcher link = LINK.matcher(rest);
        int end = 0;
        while (link.lookingAt()) {
            links.add(new Link(DivisionCode.parse(link.group(1)), Long.parseLong(link.group(2))));
            end = link.end();
            link.region(end, rest.length());
        }
        return end == rest.length() ? Optional.of(new CalendarChain(links)) : Optional.empty();
    }

    static String shipped() {
        return CalendarVersion.national().id();
    }
}
