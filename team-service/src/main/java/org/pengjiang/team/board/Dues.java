package org.pengjiang.team.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pengjiang.team.model.Curve;
import org.pengjiang.team.model.Rational;
import org.pengjiang.team.model.TargetLine;
import org.pengjiang.team.model.TimeProgress;

/** What is due of lines on dates of one year, for one board: most teams' lines follow the same curve, so each is worked out once. */
final class Dues {
    private final int year;
    private final Predicate<LocalDate> workday;
    private final Map<Key, Rational> known = new HashMap<>();

    Dues(int year, Predicate<LocalDate> workday) {
        this.year = year;
        this.workday = workday;
    }

    private record Key(int startMonth, Curve curve, List<Integer> custom, LocalDate day) {}

    Rational of(TargetLine line, int startMonth, LocalDate day) {
        return known.computeIfAbsent(
                new Key(startMonth, line.curve(), line.custom(), day),
                key -> new TimeProgress(year, startMonth, key.curve(), key.custom(), workday).at(day));
    }
}
