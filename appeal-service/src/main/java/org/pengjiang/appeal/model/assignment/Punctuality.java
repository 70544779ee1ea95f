package org.pengjiang.appeal.model.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.SlaClock;
import org.pengjiang.appeal.model.clock.ClockResult;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.neighbours.Handler;

/**
 * How the newest clock of a type was answered in this round, and whose that is. What nobody had to do is in time.
 *
 * @param unit who answers for it: of what is late whoever had the appeal at the due, otherwise whoever has it; null for the centre
 */
public record Punctuality(boolean inTime, @Nullable String unit) {
    static Punctuality of(Appeal appeal, ClockType type, Function<Instant, Optional<String>> unitAt) {
        Optional<ClockResult> result = appeal.clock(type)
                .filter(clock -> clock.round() == appeal.round())
                .flatMap(SlaClock::result);
        boolean inTime = result.map(ClockResult::met).orElse(true);
        Optional<String> unit = result.filter(ended -> !ended.met())
                .map(late -> unitAt.apply(late.dueAt()))
                .orElseGet(() -> appeal.handler().map(Handler::accountableUnit));
        return new Punctuality(inTime, unit.orElse(null));
    }

    public String chargedTo() {
        return unit == null ? "CENTRE" : "UNIT";
    }
}
