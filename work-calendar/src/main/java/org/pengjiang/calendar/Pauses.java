package org.pengjiang.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pauses in order, overlapping and touching ones united, none of them empty; moments are epoch seconds. */
record Pauses(List<Span> spans) {

    static final Pauses NONE = new Pauses(List.of());

    record Span(long from, long to) {}

    static Pauses of(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        List<Span> united = new ArrayList<>();
        pauses.stream()
                .map(pause -> new Span(pause.from().getEpochSecond(), pause.to().getEpochSecond()))
                .filter(span -> span.from < span.to)
                .sorted(Comparator.comparingLong(Span::from))
                .forEach(span -> unite(united, span));
        return new Pauses(List.copyOf(united));
    }

    /** Only what lies at or after this moment. */
    Pauses from(long moment) {
        if (spans.isEmpty() || spans.get(0).from >= moment) {
            return this;
        }
        return new Pauses(spans.stream()
                .filter(span -> span.to > moment)
                .map(span -> new Span(Math.max(span.from, moment), span.to))
                .toList());
    }

    private static void unite(List<Span> united, Span next) {
        int last = united.size() - 1;
        if (last >= 0 && next.from <= united.get(last).to) {
            united.set(last, new Span(united.get(last).from, Math.max(united.get(last).to, next.to)));
        } else {
            united.add(next);
        }
    }
}
